/**
 * Figures of deaths, each once for the origin that gives it: what a row of UCDP GED is made of here. Ten outlets that
 * carry one statement are one row with ten carriers, not ten rows.
 */
import type { Claim, Figure } from '../../claims/claim.ts'
import type { ArticleHeld, ClaimHeld } from '../../ledger/holdings/articles.ts'
import type { MeasuredOrigin } from '../../ledger/holdings/measured.ts'

/** What is counted among deaths. `killed or wounded`, `casualties` and `lost` hold others besides, and are not. */
export const DEATHS: readonly string[] = ['killed', 'died']

/** A claim that gives a figure, in its article. */
export interface Telling {
  readonly article: ArticleHeld
  readonly held: ClaimHeld
  readonly figure: Figure
  /** Which of the claim's figures, from 1. */
  readonly at: number
  /** Which of those of the same bounds, from 0. */
  readonly nth: number
}

/** A figure of an origin, with all who give it, by the numbers of their articles. */
export interface DeathFigure {
  readonly origin: number | null
  readonly low: number | null
  readonly high: number | null
  readonly tellings: readonly Telling[]
}

/** Figures of a claim that are looked at: a number of an event has room for so many. */
export const MOST = 999

/** The figures of deaths of an origin, in the order in which they were told; words without a number are none. */
export function deathFigures({ origin, articles }: MeasuredOrigin): DeathFigure[] {
  const tellings = articles.flatMap((article) =>
    article.claims.flatMap((held) =>
      isReported(held.claim)
        ? held.claim.figures
            .slice(0, MOST)
            .flatMap((figure, at, all): Telling[] =>
              isDeaths(figure) ? [{ article, held, figure, at: at + 1, nth: alikeBefore(all, at) }] : [],
            )
        : [],
    ),
  )
  return [...Map.groupBy(tellings, keyOf).values()].map((own) => {
    const [{ figure } = { figure: null }] = own
    return { origin, low: figure?.low ?? null, high: figure?.high ?? null, tellings: own }
  })
}

const isWhole = (bound: number | null): boolean => bound === null || (Number.isSafeInteger(bound) && bound >= 0)

/** Whole numbers of the dead, not shares of them. */
const isDeaths = ({ measure, unit, low, high }: Figure): boolean =>
  measure !== null &&
  DEATHS.includes(measure) &&
  (low !== null || high !== null) &&
  isWhole(low) &&
  isWhole(high) &&
  !/%|per ?cent|rate/i.test(unit ?? '')

/** Whether it is told as something that happened: what is denied or intended is no event. */
const isReported = ({ act, hedges }: Claim): boolean =>
  act !== 'intention' && !hedges.some(({ kind }) => kind === 'denial')

/** How many deaths of the same bounds a claim tells before one: 12 soldiers and 12 others are two figures. */
const alikeBefore = (figures: readonly Figure[], at: number): number =>
  figures.slice(0, at).filter((one) => isDeaths(one) && boundsOf(one) === boundsOf(figures[at])).length

const boundsOf = (figure: Figure | undefined): string => `${figure?.low}..${figure?.high}`

/** Who is counted does not tell figures of a statement apart: one carrier has `soldiers`, another `men`, a third neither. */
const keyOf = ({ figure, nth }: Telling): string => `${boundsOf(figure)} ${nth}`

/** Which claims of an article are marked in it, under the numbers that they go by there. */
import type { Claim } from '../../claims/claim.ts'
import type { ClaimOf } from '../../ledger/article-stood.ts'
import { levelsOf, type Mark } from './marks.ts'

/** A claim that is marked in the article. */
export interface Marked extends ClaimOf {
  /** What it is called in the article: `3` for the claim `c3`. */
  readonly name: string
  /** On which level its line lies. */
  readonly level: number
}

/** Of what the model reads below this in PolNeAR, annotators marked less than three in ten just so. */
const MIN_CONFIDENCE = 0.3

/** Claims that are marked, and those that are only listed: beliefs and intentions, and what was read with low confidence. */
export interface Chosen {
  /** In the order in which they begin, headline and deck first. */
  readonly marked: readonly Marked[]
  readonly unsure: readonly ClaimOf[]
}

const ORDER: Readonly<Record<Claim['in'], number>> = { headline: 0, deck: 1, text: 2 }

/** Is a claim marked in its article? */
export const isMarked = ({ act, confidence }: Claim): boolean => act === 'speech' && confidence >= MIN_CONFIDENCE

/** Chooses what is marked. */
export function chosenClaims(claims: readonly ClaimOf[]): Chosen {
  const sure = claims
    .filter(({ claim }) => isMarked(claim))
    .toSorted(
      ({ claim: one }, { claim: other }) =>
        ORDER[one.in] - ORDER[other.in] ||
        one.content.start - other.content.start ||
        other.content.end - one.content.end,
    )
  const levels = new Map(
    [...Map.groupBy(sure, ({ claim }) => claim.in).values()].flatMap((own) => [...levelsOf(own.flatMap(marksOf))]),
  )
  return {
    marked: sure.map((one) => ({ ...one, name: nameOf(one.claim), level: levels.get(one) ?? 0 })),
    unsure: claims.filter(({ claim }) => !isMarked(claim)),
  }
}

/** The spans of a claim in its string. */
export const marksOf = <Of extends ClaimOf>(one: Of): Mark<Of>[] =>
  one.claim.content.parts.map(({ start, end }) => ({ start, end, of: one }))

/** What a claim is called in the article. */
export const nameOf = ({ id }: Pick<Claim, 'id'>): string => id.replace(/^c(?=\d)/, '')

/**
 * The headline check: which claim of the text the headline reports, what it lost of it (bounds, groups, hedges, who said
 * it and on whose word) and what it changed.
 */
import type { Claim, Figure } from '../../claims/claim.ts'
import { startingBefore } from '../../language/order.ts'
import type { Article, Span } from '../../page/article.ts'
import { type Alignment, alignmentsOf } from './alignment.ts'
import { attributionDrift } from './attribution.ts'
import { driftOf } from './between.ts'
import { countedTwice, numberOf } from './counted.ts'
import type { Drift } from './drift.ts'
import { figureDrift } from './figure.ts'
import { isSameSource } from './source.ts'
import { lineOf, type Telling, tellingOf } from './telling.ts'

export interface HeadlineCheck {
  /** The claim of the text that the headline reports; null where there is none. */
  readonly claim: string | null
  /** The claim's words that the headline leaves out. */
  readonly lost: readonly string[]
  readonly changed: readonly { readonly from: string; readonly to: string }[]
  /** Each loss and change with its type, its anchors and why. */
  readonly drift: readonly Drift[]
}

/** A headline longer than this is none, in characters. */
const LONGEST = 1000
/** So much of a line's words and figures must stand in the claim that it reports, */
const LIKE = 0.4
/** and so many words. With a figure in common, one is enough. */
const SHARED = 2
/** With a figure in common and the right speaker, so much is enough. */
const LIKE_COUNT = 0.33

/**
 * Checks an article's headline against its text.
 * @returns null where there is no headline
 */
export function headlineCheck(article: Article, claims: readonly Claim[]): HeadlineCheck | null {
  if (!article.headline?.trim()) return null
  if (article.headline.length > LONGEST) return { claim: null, lost: [], changed: [], drift: [] }
  const body = bodyOf(article, claims)
  const { report, drift } = checked(headlinesOf(article.headline, claims), body, article)
  return {
    claim: report?.claim ?? null,
    lost: drift.filter(({ lost }) => lost).map(({ from }) => from.text),
    changed: drift.filter(({ lost }) => !lost).map(({ from, to }) => ({ from: from.text, to: to.text })),
    drift,
  }
}

/** The tellings of the running text: no headings, no captions, nothing that only repeats the headline. */
export function bodyOf({ blocks, related, headline, text }: Article, claims: readonly Claim[]): Telling[] {
  const line = headline?.trim().toLowerCase()
  const apart: Span[] = [
    ...blocks.filter(
      ({ kind, start, end }) =>
        kind === 'heading' || kind === 'caption' || text.slice(start, end).trim().toLowerCase() === line,
    ),
    ...related.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }])),
  ]
  apart.sort((a, b) => a.start - b.start)
  const isApart = ({ start, end }: Span) => {
    const around = apart[startingBefore(apart, start)]
    return around !== undefined && end <= around.end
  }
  return claims
    .filter(({ in: place, content }) => place === 'text' && !isApart(content))
    .map((claim) => tellingOf(claim))
}

/** A headline as tellings: each claim in it and, where it has none, the whole line. */
function headlinesOf(headline: string, claims: readonly Claim[]): Telling[] {
  const whole = { start: 0, end: headline.length }
  const own = claims.filter((claim) => claim.in === 'headline' && claim.type !== 'none')
  if (own.length === 0) return [lineOf(headline, whole, 'headline')]
  return own.map((claim) => lineOf(headline, whole, 'headline', claim))
}

/** The claim that lines report, by the line that is best told in the text, and the drift between them. */
function checked(
  lines: readonly Telling[],
  body: readonly Telling[],
  article: Article,
): { report: Telling | null; drift: Drift[] } {
  const best = lines
    .map((line) => ({ line, found: alignmentsOf(line, body, article.text).filter(isReport) }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => (b.found[0] as Alignment).score - (a.found[0] as Alignment).score)[0]
  if (best === undefined) return { report: null, drift: [] }
  const { line, found } = best
  const [first] = found as [Alignment]
  const same = tellingsOfSame(first, found, line, body)
  const telling = fullest(same)
  const report = { ...first, telling }
  const others = body.filter((own) => own !== telling)
  const drift = [
    ...driftOf(telling, line, others),
    ...figureDrift(report, line, body),
    ...attributionDrift(
      report,
      line,
      same.filter((own) => own !== telling),
      article,
    ),
  ]
  return { report: telling, drift: onceEach(drift) }
}

const isReport = ({ score, shared, figures }: Alignment): boolean =>
  (score >= LIKE && (shared >= SHARED || (shared >= 1 && figures > 0))) || (score >= LIKE_COUNT && figures > 0)

/** Other tellings of what the best one tells: by the same speaker, with the same figure, or about as like. */
function tellingsOfSame(
  first: Alignment,
  found: readonly Alignment[],
  line: Telling,
  body: readonly Telling[],
): Telling[] {
  const speaker = first.telling.speaker
  const own = body.filter((other) => speaker !== null && other.speaker !== null && isSameSource(speaker, other.speaker))
  const like = own.filter((other) => {
    if (first.figures > 0) return countedTwice(other, first.telling).some(([figure]) => isTelling(figure))
    const score = found.find(({ telling }) => telling === other)?.score ?? 0
    return line.figures.length === 0 && score >= 0.9 * first.score
  })
  return like.includes(first.telling) ? like : [first.telling, ...like]
}

/** Is a figure so rare that two claims of one speaker with it tell the same? */
const isTelling = (figure: Figure): boolean => {
  const number = numberOf(figure)
  return number === null || number > 20
}

/** The telling that says most: a quotation before a paraphrase, then the most hedged, then the first. */
function fullest(same: readonly Telling[]): Telling {
  const rank = ({ type, hedges }: Telling): number =>
    (type === 'direct' || type === 'mixed' ? 10 : 0) + Math.min(hedges.length, 5)
  return [...same].sort((a, b) => rank(b) - rank(a) || a.content.start - b.content.start)[0] as Telling
}

/** Findings on the same words are one. */
function onceEach(found: readonly Drift[]): Drift[] {
  return found.filter(
    (drift, i) => !found.slice(0, i).some(({ from }) => from.start < drift.from.end && drift.from.start < from.end),
  )
}

/**
 * The headline check: which claim of the text the headline reports, what it lost of it (bounds, groups, hedges, who said
 * it and on whose word) and what it changed.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import { type Alignment, alignmentsOf } from './alignment.ts'
import { attributionDrift } from './attribution.ts'
import { countedTwice, driftOf } from './between.ts'
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

/** So much of a line's words and figures must stand in the claim that it reports, */
const LIKE = 0.4
/** and so many words. With a figure in common, one is enough. */
const SHARED = 2

/**
 * Checks an article's headline against its text.
 * @returns null where there is no headline
 */
export function headlineCheck(article: Article, claims: readonly Claim[]): HeadlineCheck | null {
  if (!article.headline?.trim()) return null
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
  const apart = [
    ...blocks.filter(({ kind, start, end }) => kind === 'heading' || kind === 'caption' || text.slice(start, end).trim().toLowerCase() === line),
    ...related.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }])),
  ]
  return claims
    .filter(({ in: place, content }) => place === 'text' && !apart.some(({ start, end }) => content.start >= start && content.end <= end))
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
    .map((line) => ({ line, found: alignmentsOf(line, body).filter(isReport) }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => (b.found[0] as Alignment).score - (a.found[0] as Alignment).score)[0]
  if (best === undefined) return { report: null, drift: [] }
  const { line, found } = best
  const [first] = found as [Alignment]
  const same = tellingsOfSame(first, found, line)
  const report = fullest(same)
  const others = same.map(({ telling }) => telling).filter((telling) => telling !== report.telling)
  const drift = [
    ...driftOf(report.telling, line, others),
    ...figureDrift(report, line, body),
    ...attributionDrift(report, line, others, article),
  ]
  return { report: report.telling, drift: onceEach(drift) }
}

const isReport = ({ score, shared, figures }: Alignment): boolean =>
  score >= LIKE && (shared >= SHARED || (shared >= 1 && figures > 0))

/** Other tellings of what the best one tells: by the same speaker, with the same figure, or about as like. */
function tellingsOfSame(first: Alignment, found: readonly Alignment[], line: Telling): Alignment[] {
  return found.filter((other) => {
    if (other === first) return true
    const speaker = first.telling.speaker
    if (speaker === null || other.telling.speaker === null || !isSameSource(speaker, other.telling.speaker)) return false
    if (first.figures > 0) return other.figures > 0 && countedTwice(other.telling, first.telling).length > 0
    return line.figures.length === 0 && other.score >= 0.9 * first.score
  })
}

/** The telling that says most: a quotation before a paraphrase, then the most hedged, then the first. */
function fullest(same: readonly Alignment[]): Alignment {
  const rank = ({ telling }: Alignment): number =>
    (telling.type === 'direct' || telling.type === 'mixed' ? 10 : 0) + Math.min(telling.hedges.length, 5)
  return [...same].sort((a, b) => rank(b) - rank(a) || a.telling.content.start - b.telling.content.start)[0] as Alignment
}

/** Findings on the same words are one. */
function onceEach(found: readonly Drift[]): Drift[] {
  return found.filter(
    (drift, i) => !found.slice(0, i).some(({ from }) => from.start < drift.from.end && drift.from.start < from.end),
  )
}

/**
 * A line - a headline, a sentence of the deck, a caption, the words of an address - as a report of a claim of the text:
 * which claim it reports, and what it lost and changed of it.
 */
import type { Figure } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import { type Alignment, alignmentsOf } from './alignment.ts'
import { attributionDrift } from './attribution.ts'
import { countedTwice, numberOf } from './counted.ts'
import type { Drift } from './drift.ts'
import { figureDrift } from './figure.ts'
import { deathDrift } from './measure.ts'
import { driftOf } from './retold.ts'
import { isSameSource } from './source.ts'
import type { Telling } from './telling.ts'

/** So much of a line's words and figures must stand in the claim that it reports, */
const LIKE = 0.4
/** and so many words. With a figure in common, one is enough. */
const SHARED = 2
/** With the right speaker, less. */
const LIKE_SPOKEN = 0.3
/** With a figure in common and the right speaker, so much is enough. */
const LIKE_COUNT = 0.33

/** The claim that a line reports, in its fullest telling, and the drift between them. */
export interface Report {
  readonly telling: Telling | null
  readonly drift: readonly Drift[]
}

/** The claim that one of `lines` reports, by the line that is best told in the text, and the drift between them. */
export function reportOf(lines: readonly Telling[], body: readonly Telling[], article: Article): Report {
  const best = lines
    .map((line) => ({ line, found: alignmentsOf(line, body, article.text).filter((one) => isReport(line, one)) }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => (b.found[0] as Alignment).score - (a.found[0] as Alignment).score)[0]
  if (best === undefined) return { telling: null, drift: [] }
  const { line, found } = best
  const [first] = found as [Alignment]
  const same = tellingsOfSame(first, found, line, body)
  const telling = fullest(same)
  const report = { ...first, telling }
  const others = body.filter((own) => own !== telling)
  const drift = [
    ...driftOf(telling, line, others).filter(({ kind }) => kind !== 'hedge added'),
    ...figureDrift(report, line, body, article.text),
    ...[deathDrift(telling, line, article.text)].filter((one) => one !== null),
    ...otherFigures(telling, found, line, others, article),
    ...attributionDrift(
      report,
      line,
      same.filter((own) => own !== telling),
      article,
    ),
  ]
  return { telling, drift: onceEach(drift) }
}

/** What a line changed of another claim that it reports too, by a figure of its own: "Fears over 40 jobs as firm cuts 9%". */
function otherFigures(
  telling: Telling,
  found: readonly Alignment[],
  line: Telling,
  others: readonly Telling[],
  article: Article,
): Drift[] {
  const told = new Set(countedTwice(telling, line).map(([, own]) => own))
  const second = found.find((one) => countedTwice(one.telling, line).some(([, own]) => !told.has(own)))
  if (second === undefined || second.telling.type === 'none') return []
  return [
    ...driftOf(second.telling, line, others).filter(
      ({ kind }) => kind !== 'hedge added' && kind !== 'verb strengthened',
    ),
    ...attributionDrift(second, line, [], article),
  ]
}

const isReport = (line: Telling, { telling, score, shared, figures }: Alignment): boolean =>
  (score >= (telling.speaker !== null && line.source !== null ? LIKE_SPOKEN : LIKE) &&
    (shared >= SHARED || (shared >= 1 && figures > 0))) ||
  (score >= LIKE_COUNT && figures > 0)

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
export const isTelling = (figure: Figure): boolean => {
  const number = numberOf(figure)
  return number === null || number > 20
}

/** The telling that says most: a quotation before a paraphrase, then the most hedged, then the first. */
export function fullest(same: readonly Telling[]): Telling {
  const rank = ({ type, hedges }: Telling): number =>
    (type === 'direct' || type === 'mixed' ? 10 : 0) + Math.min(hedges.length, 5)
  return [...same].sort((a, b) => rank(b) - rank(a) || a.content.start - b.content.start)[0] as Telling
}

/** Findings on the same words are one. */
export function onceEach(found: readonly Drift[]): Drift[] {
  return found.filter(
    (drift, i) => !found.slice(0, i).some(({ from }) => from.start < drift.from.end && drift.from.start < from.end),
  )
}

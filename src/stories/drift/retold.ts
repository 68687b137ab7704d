/**
 * The drift between two tellings of one statement: figures that are the same count are compared by bound, measure,
 * population and window, then the statement's hedges, its verbs and its source.
 */
import type { Figure } from '../../claims/claim.ts'
import { boundDrift, boundOf } from './bound.ts'
import { countedTwice, sameMatter, sameNumber } from './counted.ts'
import type { Drift } from './drift.ts'
import { hedgeDrift } from './hedge.ts'
import { measureDrift } from './measure.ts'
import { pluralDrift } from './plural.ts'
import { populationDrift } from './population.ts'
import type { Telling } from './telling.ts'
import { cueDrift, verbDrift } from './verb.ts'
import { windowDrift } from './window.ts'

/**
 * What one telling lost or changed against another.
 * @param others further tellings on the side of `from`: what any of them says in the words of `to` is no drift
 */
export function driftOf(from: Telling, to: Telling, others: readonly Telling[] = []): Drift[] {
  const side = [from, ...others]
  const found: (Drift | null)[] = []
  for (const [figure, told] of countedTwice(from, to)) {
    if (isTakenUp(to, told)) continue
    const same = side.flatMap((telling) =>
      telling.figures
        .filter((own) => own !== figure && sameNumber(own, figure) && sameMatter(own, told))
        .map((own) => [telling, own] as const),
    )
    found.push(boundDrift(from, figure, to, told, (bound) => same.some(([, own]) => boundOf(own) === bound)))
    found.push(measureDrift(from, figure, to, told, same))
    found.push(...populationDrift(from, figure, to, told))
    found.push(windowDrift(from, to))
  }
  // "suspected cases" told as confirmed: the hedge is the measure's
  const measures = found.filter((drift) => drift?.kind === 'measure changed')
  found.push(...hedgeDrift(from, to).filter((hedge) => !measures.some((drift) => drift && overlaps(drift, hedge))))
  found.push(cueDrift(from, to, (lemma) => side.some(({ cue, words }) => isUsed(lemma, `${cue?.text} ${words.text}`))))
  found.push(verbDrift(from, to, (strong) => side.some(({ words }) => strong.test(words.text))))
  found.push(pluralDrift(from, to, side))
  return found.filter((drift) => drift !== null)
}

/** Are two findings of the same words of the first telling? */
export const overlaps = ({ from: one }: Drift, { from: other }: Drift): boolean =>
  one.start < other.end && other.start < one.end

/** Is a verb used, in any of its forms? */
export const isUsed = (lemma: string, words: string): boolean =>
  new RegExp(`\\b${lemma.replace(/[ey]$/, '')}(?:e|es|ed|s|y|ies|ied|ing|ting|ted)?\\b`, 'iu').test(words)

/** Is a figure taken up as known: "of the 4,000"? What it leaves out was said before. */
function isTakenUp({ content }: Telling, { start }: Figure): boolean {
  const before = content.text.slice(Math.max(0, start - content.start - 8), Math.max(0, start - content.start))
  return /\b(?:the|these|those|their|his|its) $/iu.test(before)
}

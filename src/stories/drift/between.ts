/**
 * The drift between two tellings of one statement: figures that are the same count are compared by bound, measure,
 * population and window, then the statement's hedges, its verbs and its source.
 */
import type { Claim } from '../../claims/claim.ts'
import { boundDrift, boundOf } from './bound.ts'
import { countedTwice, sameMatter, sameNumber } from './counted.ts'
import type { Drift } from './drift.ts'
import { measureDrift } from './harm.ts'
import { hedgeDrift } from './hedge.ts'
import { populationDrift } from './population.ts'
import { countOf } from './source.ts'
import { anchorOf, type Telling, tellingOf } from './telling.ts'
import { cueDrift, verbDrift } from './verb.ts'
import { windowDrift } from './window.ts'
import { wordsOf } from './words.ts'

/**
 * What one telling lost or changed against another.
 * @param others further tellings on the side of `from`: what any of them says in the words of `to` is no drift
 */
export function driftOf(from: Telling, to: Telling, others: readonly Telling[] = []): Drift[] {
  const side = [from, ...others]
  const found: (Drift | null)[] = []
  for (const [figure, told] of countedTwice(from, to)) {
    const same = side.flatMap(({ figures }) =>
      figures.filter((own) => own !== figure && sameNumber(own, figure) && sameMatter(own, told)),
    )
    found.push(boundDrift(from, figure, to, told, (bound) => same.some((own) => boundOf(own) === bound)))
    found.push(measureDrift(from, figure, to, told, new Set(same.map(({ measure }) => measure))))
    found.push(...populationDrift(from, figure, to, told))
    found.push(windowDrift(from, to))
  }
  found.push(...hedgeDrift(from, to))
  found.push(cueDrift(from, to, (lemma) => side.some(({ cue }) => cue?.text.includes(lemma.slice(0, -1)))))
  found.push(verbDrift(from, to, (strong) => side.some(({ words }) => strong.test(words.text))))
  found.push(pluralDrift(from, to, side))
  return found.filter((drift) => drift !== null)
}

/** One unnamed person, told as several. */
function pluralDrift(from: Telling, to: Telling, side: readonly Telling[]): Drift | null {
  if (from.speaker?.kind !== 'unnamed' || to.speaker?.kind !== 'unnamed') return null
  const [before, after] = [sourceWords(from), to.source]
  if (before === null || after === null) return null
  if (countOf(before.text) !== 'one' || countOf(after.text) !== 'several') return null
  if (side.some((other) => countOf(sourceWords(other)?.text ?? '') === 'several')) return null
  return {
    kind: 'source pluralised',
    from: anchorOf(from, before),
    to: anchorOf(to, after),
    lost: false,
    why: `one source there ("${before.text}"), several here ("${after.text}")`,
  }
}

/** The words of an unnamed speaker: the link's, which may stand beyond the source beside the cue. */
const sourceWords = ({ chain, speaker, source }: Telling) =>
  chain.find(({ name }) => name === speaker?.name)?.anchor ?? source

/**
 * What one report of a statement lost or changed against another: two claims of one origin, the earlier or fuller first.
 * Spans of a finding index the strings of the article that each claim is from.
 */
export function driftBetween(from: Claim, to: Claim): readonly Drift[] {
  const [one, other] = [tellingOf(from), tellingOf(to)]
  return isLike(one, other) ? driftOf(one, other) : []
}

/** Do two tellings share enough words or a figure, so that they can be compared at all? */
function isLike(one: Telling, other: Telling): boolean {
  if (countedTwice(one, other).length > 0) return true
  const words = new Set(wordsOf(one.words.text).map(({ stem }) => stem))
  const told = new Set(wordsOf(other.words.text).map(({ stem }) => stem))
  const shared = [...told].filter((stem) => words.has(stem)).length
  return shared >= 0.5 * Math.min(words.size, told.size)
}

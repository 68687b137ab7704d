/**
 * Passages that two texts share word for word, aligned: runs of equal words found by their beginnings and followed as far
 * as they go. A word or two that differ within a passage do not end it.
 */
import type { Span } from '../page/article.ts'
import { fold } from '../page/fold.ts'

/** One passage, in both texts. */
export interface Passage {
  readonly one: Span
  readonly other: Span
  /** Words that are the same. */
  readonly words: number
}

/** Words that a passage begins with, and has at least, in a row. */
const SEED = 6
/** Words that may differ between two runs of one passage. */
const GAP = 2
/** Places of one text that a run is looked for; more, and it is a refrain. */
const PLACES = 8

interface Word extends Span {
  readonly key: string
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    key: fold(match[0].slice(0, 40)),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const seedAt = (words: readonly Word[], at: number): string =>
  words
    .slice(at, at + SEED)
    .map(({ key }) => key)
    .join(' ')

/** The passages that two texts share, in the order of the second, without overlap in it. */
export function sharedPassages(one: string, other: string, least: number = SEED + 2): Passage[] {
  const [some, others] = [wordsOf(one), wordsOf(other)]
  const places = new Map<string, number[]>()
  for (let i = 0; i + SEED <= some.length; i++) {
    const seed = seedAt(some, i)
    const at = places.get(seed)
    if (at === undefined) places.set(seed, [i])
    else if (at.length < PLACES) at.push(i)
  }
  const passages: Passage[] = []
  for (let j = 0; j + SEED <= others.length; ) {
    const best = (places.get(seedAt(others, j)) ?? [])
      .map((i) => followed(some, others, i, j))
      .reduce<Run | null>((most, run) => (most === null || run.words > most.words ? run : most), null)
    if (best === null || best.words < least) {
      j++
      continue
    }
    const [a, b] = [some[best.from] as Word, some[best.to - 1] as Word]
    const [c, d] = [others[j] as Word, others[best.end - 1] as Word]
    passages.push({ one: { start: a.start, end: b.end }, other: { start: c.start, end: d.end }, words: best.words })
    j = best.end
  }
  return passages
}

interface Run {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly words: number
}

/** A run of equal words from a place in each, over gaps. */
function followed(some: readonly Word[], others: readonly Word[], from: number, at: number): Run {
  let [i, j, words] = [from, at, 0]
  for (;;) {
    while (i < some.length && j < others.length && (some[i] as Word).key === (others[j] as Word).key) {
      i++
      j++
      words++
    }
    const jump = GAPS.find(([a, b]) =>
      [0, 1, 2].every((k) => some[i + a + k] !== undefined && some[i + a + k]?.key === others[j + b + k]?.key),
    )
    if (jump === undefined) return { from, to: i, end: j, words }
    i += jump[0]
    j += jump[1]
  }
}

/** Words left out of one, of the other, or put for one another. */
const GAPS: readonly (readonly [number, number])[] = Array.from({ length: (GAP + 1) ** 2 - 1 }, (_, n) => {
  const k = n + 1
  return [Math.floor(k / (GAP + 1)), k % (GAP + 1)] as const
}).sort(([a, b], [c, d]) => a + b - c - d)

/**
 * Passages that two texts share word for word, aligned: runs of equal words found by their beginnings and followed as far
 * as they go. A word or two that differ within a passage do not end it. Words that stand within quotation marks are told
 * apart: they are the speaker's, and both may have heard them.
 */
import { quotationsOf } from '../../language/quotations.ts'
import type { Span } from '../../page/article.ts'
import { fold } from '../../page/fold.ts'
import { hashOfWord } from '../wording/fingerprint.ts'

/** One passage, in both texts. */
export interface Passage {
  readonly one: Span
  readonly other: Span
  /** Words that are the same. */
  readonly words: number
  /** Those of them that are the writers' own: outside quotation marks in both texts, no names and no numbers. */
  readonly own: number
}

/** A word of a text as it is compared. */
export interface Word extends Span {
  readonly key: number
  readonly quoted: boolean
  /** A name or a number: who writes of the same thing writes the same. */
  readonly given: boolean
}

/** Words that a passage begins with, and has at least, in a row. */
const SEED = 6
/** Words that may differ between two runs of one passage. */
const GAP = 2
/** Places of one text that a run is looked for; more, and it is a refrain. */
const PLACES = 8

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LINE = /[^\n]+/g
const GIVEN = /^[\p{Lu}\p{Lt}\p{N}]/u

/** The words of a text, each known as quoted or not. */
export function wordsOf(text: string): Word[] {
  const lines = [...text.matchAll(LINE)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }))
  const quotations = quotationsOf(
    text,
    lines.map((line) => ({ ...line, kind: 'paragraph' as const })),
  ).filter(({ depth }) => depth === 0)
  let at = 0
  return [...text.matchAll(WORD)].map(({ 0: word, index: start }) => {
    while (at < quotations.length && (quotations[at] as Span).end <= start) at++
    return {
      key: hashOfWord(fold(word.slice(0, 40))),
      start,
      end: start + word.length,
      quoted: (quotations[at]?.start ?? Number.POSITIVE_INFINITY) <= start,
      given: GIVEN.test(word),
    }
  })
}

/** A run of words as one number; equal words are looked at again where it matters. */
function seedAt(words: readonly Word[], at: number): number {
  let hash = 0
  for (let i = at; i < at + SEED; i++) hash = (Math.imul(hash, 31) + (words[i] as Word).key) | 0
  return hash
}

/** The passages that two texts share, in the order of the second, without overlap in it. */
export const sharedPassages = (one: string, other: string, least?: number): Passage[] =>
  passagesAmong(wordsOf(one), wordsOf(other), least)

/** The same of two texts' words. */
export function passagesAmong(some: readonly Word[], others: readonly Word[], least: number = SEED + 2): Passage[] {
  const [first, last] = [some[0], some.at(-1)]
  if (first === undefined || last === undefined) return []
  if (some.length >= least && isOneText(some, others)) {
    const [start, end] = [others[0] as Word, others.at(-1) as Word]
    return [
      {
        one: { start: first.start, end: last.end },
        other: { start: start.start, end: end.end },
        words: some.length,
        own: some.filter((word, at) => isOwn(word, others[at] as Word)).length,
      },
    ]
  }
  const places = new Map<number, number[]>()
  for (let i = 0; i + SEED <= some.length; i++) {
    const seed = seedAt(some, i)
    const at = places.get(seed)
    if (at === undefined) places.set(seed, [i])
    else if (at.length < PLACES) at.push(i)
  }
  const passages: Passage[] = []
  for (let j = 0; j + SEED <= others.length; ) {
    let best: Run | null = null
    for (const i of places.get(seedAt(others, j)) ?? []) {
      const run = followed(some, others, i, j)
      if (best === null || run.words > best.words) best = run
    }
    if (best === null || best.words < least) {
      j++
      continue
    }
    const [a, b] = [some[best.from] as Word, some[best.to - 1] as Word]
    const [c, d] = [others[j] as Word, others[best.end - 1] as Word]
    passages.push({
      one: { start: a.start, end: b.end },
      other: { start: c.start, end: d.end },
      words: best.words,
      own: best.own,
    })
    j = best.end
  }
  return passages
}

const isOneText = (some: readonly Word[], others: readonly Word[]): boolean =>
  some === others || (some.length === others.length && some.every(({ key }, at) => key === others[at]?.key))

/** Whether a word is the writers' own in both texts. */
const isOwn = (a: Word, b: Word): boolean => !a.quoted && !b.quoted && !a.given && !b.given

interface Run {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly words: number
  readonly own: number
}

/** A run of equal words from a place in each, over gaps. */
function followed(some: readonly Word[], others: readonly Word[], from: number, at: number): Run {
  let [i, j, words, own] = [from, at, 0, 0]
  for (;;) {
    while (i < some.length && j < others.length) {
      const [a, b] = [some[i] as Word, others[j] as Word]
      if (a.key !== b.key) break
      i++
      j++
      words++
      if (isOwn(a, b)) own++
    }
    const jump = words < SEED ? undefined : GAPS.find(([a, b]) => meetAgain(some, others, i + a, j + b))
    if (jump === undefined) return { from, to: i, end: j, words, own }
    i += jump[0]
    j += jump[1]
  }
}

/** Words that must be the same after a gap. */
const AFTER_GAP = 3

function meetAgain(some: readonly Word[], others: readonly Word[], i: number, j: number): boolean {
  for (let k = 0; k < AFTER_GAP; k++) {
    const key = some[i + k]?.key
    if (key === undefined || key !== others[j + k]?.key) return false
  }
  return true
}

/** Words left out of one, of the other, or put for one another. */
const GAPS: readonly (readonly [number, number])[] = Array.from({ length: (GAP + 1) ** 2 - 1 }, (_, n) => {
  const k = n + 1
  return [Math.floor(k / (GAP + 1)), k % (GAP + 1)] as const
}).sort(([a, b], [c, d]) => a + b - c - d)

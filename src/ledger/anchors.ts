/**
 * Anchors followed from one text of an article to another: exact, moved, changed or orphan. The texts are aligned word by
 * word (Myers, Algorithmica 1986); an anchor goes where its own words went, never to a sentence that looks like it.
 */
import { diffArrays } from 'diff'
import type { Span } from '../page/article.ts'

/** What became of an anchor: the same words at the same place, the same words elsewhere, other words, or gone. */
export type AnchorState = 'exact' | 'moved' | 'changed' | 'orphan'

/** An anchor in the other text; its span is null for an orphan. */
export type Followed =
  | { readonly state: Exclude<AnchorState, 'orphan'>; readonly span: Span }
  | { readonly state: 'orphan'; readonly span: null }

const ORPHAN: Followed = { state: 'orphan', span: null }

/** Words that may differ before texts count as two different ones; aligning more takes seconds. */
const MOST_EDITS = 2000
/** Words that must be in a row to be known again at another place, out of order. */
const KNOWN_AGAIN = 5
/** Share of an anchor's words that must be left for it to be the same, changed. */
const LEFT = 0.5

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu

interface Word extends Span {
  readonly text: string
  /** As words are compared: "forty" is "Forty" at the beginning of a headline. */
  readonly folded: string
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    folded: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))

/**
 * Follows anchors from one text to another.
 * @returns a function from a span of `from` to what became of it in `to`
 */
export function follower(from: string, to: string): (span: Span) => Followed {
  if (from === to) return (span) => ({ state: 'exact', span })
  const [some, others] = [wordsOf(from), wordsOf(to)]
  const aligned = alignment(some, others)
  return (span) => {
    const first = some.findIndex(({ end }) => end > span.start)
    const last = some.findLastIndex(({ start }) => start < span.end)
    if (first === -1 || last < first) return ORPHAN
    const went = aligned === null ? null : withinAlignment({ some, others, aligned }, first, last, span)
    return went ?? onceElsewhere(from.slice(span.start, span.end), last - first + 1, to)
  }
}

/** For each word of one text its place among the other's words, or -1; null where hardly anything is left. */
function alignment(some: readonly Word[], others: readonly Word[]): readonly number[] | null {
  const runs = diffArrays(
    some.map(({ folded }) => folded),
    others.map(({ folded }) => folded),
    { maxEditLength: MOST_EDITS },
  )
  if (runs === undefined) return null
  const went: number[] = []
  let place = 0
  for (const { added, removed, count = 0 } of runs) {
    if (added) place += count
    else for (let i = 0; i < count; i++) went.push(removed ? -1 : place++)
  }
  return went
}

interface Aligned {
  readonly some: readonly Word[]
  readonly others: readonly Word[]
  readonly aligned: readonly number[]
}

/** Where the words of a span went in order; null where too few of them are left. */
function withinAlignment({ some, others, aligned }: Aligned, first: number, last: number, span: Span): Followed | null {
  const kept = aligned.slice(first, last + 1).filter((place) => place !== -1)
  if (kept.length < LEFT * (last - first + 1) || kept.length === 0) return null
  // Words put in the place of the span's first or last ones belong to it.
  const before = aligned.slice(0, first).findLast((place) => place !== -1) ?? -1
  const after = aligned.slice(last + 1).find((place) => place !== -1) ?? others.length
  const start = aligned[first] === -1 ? before + 1 : (kept[0] as number)
  const end = aligned[last] === -1 ? after - 1 : (kept.at(-1) as number)
  const to = { start: (others[start] as Word).start, end: (others[end] as Word).end }
  const isSame =
    kept.length === last - first + 1 &&
    end - start === last - first &&
    kept.every((place, at) => others[place]?.text === some[first + at]?.text)
  if (!isSame) return { state: 'changed', span: to }
  // White space at its edges stays behind; an edge within a word stays within it.
  const [own, its] = [some[first] as Word, some[last] as Word]
  const [into, short] = [Math.max(0, span.start - own.start), Math.max(0, its.end - span.end)]
  return { state: to.start === own.start ? 'exact' : 'moved', span: { start: to.start + into, end: to.end - short } }
}

/** Words that stand at one other place and nowhere else. */
function onceElsewhere(words: string, count: number, to: string): Followed {
  if (count < KNOWN_AGAIN) return ORPHAN
  const at = to.indexOf(words)
  if (at === -1 || to.indexOf(words, at + 1) !== -1) return ORPHAN
  return { state: 'moved', span: { start: at, end: at + words.length } }
}

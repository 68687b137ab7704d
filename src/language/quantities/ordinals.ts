/** Ranks: third, 21st, one hundred and fifth; and those counted from the end or from here: last, next to last, previous. */
import type { Span } from '../../page/article.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { SCALES } from './number-words.ts'
import { spokenOrdinalAt } from './numbers.ts'

/** A rank: `offset` counts from the first (1), from the last (0, -1 for the last but one) or from the current one (0). */
export interface WrittenOrdinal extends Span {
  readonly offset: number
  readonly from: 'start' | 'end' | 'current'
}

interface Relative {
  readonly words: readonly string[]
  readonly offset: number
  readonly from: 'end' | 'current'
}

/** Ranks by where they are counted from, the longest first. */
const RELATIVES: readonly Relative[] = [
  { words: 'the one before the last', offset: -1, from: 'end' } as const,
  { words: 'the last but one', offset: -1, from: 'end' } as const,
  { words: 'last but one', offset: -1, from: 'end' } as const,
  { words: 'the second to last', offset: -1, from: 'end' } as const,
  { words: 'the third to last', offset: -2, from: 'end' } as const,
  { words: 'next to last', offset: -1, from: 'end' } as const,
  { words: 'second to last', offset: -1, from: 'end' } as const,
  { words: 'third to last', offset: -2, from: 'end' } as const,
  { words: 'antepenultimate', offset: -2, from: 'end' } as const,
  { words: 'penultimate', offset: -1, from: 'end' } as const,
  { words: 'last', offset: 0, from: 'end' } as const,
  { words: 'current', offset: 0, from: 'current' } as const,
  { words: 'next', offset: 1, from: 'current' } as const,
  { words: 'previous', offset: -1, from: 'current' } as const,
].map(({ words, ...rest }) => ({ words: words.split(' '), ...rest }))
const RELATIVE_START = new Set(RELATIVES.map(({ words }) => words[0]))

/** The index after these words, hyphens between them passed over; -1 where they do not stand at i. */
function afterWords(lexemes: readonly Lexeme[], i: number, words: readonly string[]): number {
  let at = i
  for (const word of words) {
    if (at > i && lexemes[at]?.text === '-' && lexemes[at]?.joined) at++
    if (lexemes[at]?.lower !== word) return -1
    at++
  }
  return at
}

function relativeAt(lexemes: readonly Lexeme[], i: number): { next: number; rank: Relative } | null {
  if (!RELATIVE_START.has(lexemes[i]?.lower)) return null
  const found = RELATIVES.map((rank) => ({ rank, next: afterWords(lexemes, i, rank.words) })).find(
    ({ next }) => next > 0,
  )
  if (!found) return null
  const { rank, next } = found
  // the previous one; but the last one books
  const one = lexemes[next]?.lower === 'one' && lexemes[next + 1]?.kind !== 'word'
  const before = rank.words.at(-2) === 'the' && lexemes[next]?.lower === 'one'
  return { next: (one || before) && rank.words.at(-1) !== 'one' ? next + 1 : next, rank }
}

const SUFFIX = /^(?:st|nd|rd|th)$/

/** Every rank of a text, in order; `start` and `end` are UTF-16 offsets. */
export function ordinalsOf(text: string, start = 0, end = text.length): WrittenOrdinal[] {
  const lexemes = lexemesOf(text, start, end)
  const found: WrittenOrdinal[] = []
  const put = (i: number, next: number, offset: number, from: WrittenOrdinal['from']) => {
    found.push({ start: (lexemes[i] as Lexeme).start, end: (lexemes[next - 1] as Lexeme).end, offset, from })
    return next - 1
  }
  for (let i = 0; i < lexemes.length; i++) {
    const lexeme = lexemes[i] as Lexeme
    const suffix = lexemes[i + 1]
    if (lexeme.kind === 'numeral') {
      if (suffix?.joined && SUFFIX.test(suffix.lower)) i = put(i, i + 2, lexeme.value, 'start')
      continue
    }
    const relative = relativeAt(lexemes, i)
    if (relative) {
      i = put(i, relative.next, relative.rank.offset, relative.rank.from)
      continue
    }
    const spoken = spokenOrdinalAt(lexemes, i)
    const before = lexemes[i - 1]?.lower ?? ''
    const part = spoken && /^(?:a|an|one)$/.test(before) && spoken.value >= 100 && spoken.next === i + 1
    if (spoken && !part && !SCALES.has(before)) i = put(i, spoken.next, spoken.value, 'start')
  }
  return found
}

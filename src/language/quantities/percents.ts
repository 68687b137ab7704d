/** Shares in percent: 20%, 20 per cent, 20pc, twenty percent, per cent of 20; and percentage points. */
import type { Span } from '../../page/article.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { afterPart, numberAt } from './numbers.ts'

export interface WrittenPercent extends Span {
  /** Null where no number is written: "a small percent". */
  readonly value: number | null
  readonly points: boolean
}

const WORDS = /^(?:percent|percents|percentage|percentages|pc|pct)$/

/** The index after the words for percent at i, or i where there are none. */
export function afterPercent(lexemes: readonly Lexeme[], i: number): { next: number; points: boolean } | null {
  const [one, two] = [lexemes[i], lexemes[i + 1]]
  const hyphen = /^[-‐‑]$/.test(one?.text ?? '') && one?.joined ? 1 : 0
  const first = lexemes[i + hyphen]
  if (!first) return null
  let next = -1
  if (/^[%٪％]$/.test(first.text) || (first.kind === 'word' && WORDS.test(first.lower))) next = i + hyphen + 1
  else if (first.lower === 'per' && /^cents?$/.test(lexemes[i + hyphen + 1]?.lower ?? '')) next = i + hyphen + 2
  else if (one?.lower === 'p' && two?.text === '.' && lexemes[i + 2]?.lower === 'c') next = i + 3
  if (next < 0) return null
  const dash = /^[-‐‑]$/.test(lexemes[next]?.text ?? '') ? 1 : 0
  const points = /^points?$/.test(lexemes[next + dash]?.lower ?? '')
  return points ? { next: next + dash + 1, points } : { next, points }
}

/** Every share of a text, in order; `start` and `end` are UTF-16 offsets. */
export function percentsOf(text: string, start = 0, end = text.length): WrittenPercent[] {
  const lexemes = lexemesOf(text, start, end)
  const found: WrittenPercent[] = []
  for (let i = 0; i < lexemes.length; i++) {
    const number = numberAt(lexemes, i)
    const after = afterPercent(lexemes, number ? afterPart(lexemes, number) : i)
    if (!after) {
      if (number) i = number.next - 1
      continue
    }
    const from = lexemes[i] as Lexeme
    let [next, value] = [after.next, number ? number.value : null]
    if (!number && lexemes[next]?.lower === 'of') {
      const of = numberAt(lexemes, next + 1)
      if (of) [next, value] = [of.next, of.value]
    }
    found.push({ start: from.start, end: (lexemes[next - 1] as Lexeme).end, value, points: after.points })
    i = next - 1
  }
  return found
}

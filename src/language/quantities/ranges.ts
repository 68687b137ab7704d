/**
 * Intervals: between 20 and 30, 20-30, from one to five, more than 8 and at most 9, 60 or greater,
 * >= 30, equal to 5. In the strict sense only: nearly, about and some bound nothing.
 */
import type { Span } from '../../page/article.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { numberAt, spokenOrdinalAt, standsAlone } from './numbers.ts'
import { phraseAt, phrasesOf } from './phrases.ts'
import { AFTER, BEFORE, type Qualifier, SIGNS } from './qualifiers.ts'

/** An interval; null where it is open, `...Included` where the bound belongs to it. */
export interface WrittenRange extends Span {
  readonly low: number | null
  readonly high: number | null
  readonly lowIncluded: boolean
  readonly highIncluded: boolean
  /** Written as a stretch, from one number to another: 20-30, between 20 and 30. */
  readonly stretch: boolean
}

interface Operand {
  readonly next: number
  readonly value: number
}

interface Side extends Operand {
  readonly low: number | null
  readonly high: number | null
  readonly included: boolean
}

const STRICT = (entries: ReadonlyMap<string, Qualifier>) =>
  [...entries].filter(([, { bound, soft }]) => bound !== 'about' && !soft)
const BEFORE_PHRASES = phrasesOf([...STRICT(BEFORE), ...SIGNS])
const AFTER_PHRASES = phrasesOf(
  STRICT(AFTER).filter(([words]) => words !== 'odd' && words !== 'at least' && words !== 'at most'),
)
const EQUAL = phrasesOf(
  ['equal to', 'equals to', 'equals', 'equaling to', 'equalling to', 'equal'].map((words) => [words, true]),
)
const OR_EQUAL = phrasesOf(['or equal to', 'or equal'].map((words) => [words, true]))
const STRETCH = /^(?:[-–—−~]|to|through|till|until)$/

/** A number or a rank, with its article: the tenth. "2 in 5" is left apart after "more than". */
function operandAt(lexemes: readonly Lexeme[], i: number): Operand | null {
  const article = lexemes[i]?.lower === 'the' ? i + 1 : i
  const rank = rankAt(lexemes, article)
  if (rank && (article > i || !numberAt(lexemes, article) || lexemes[article]?.kind === 'numeral')) return rank
  if (article > i) return rank
  const number = numberAt(lexemes, i)
  if (!number || !standsAlone(lexemes, i, number.next)) return rank
  return { next: number.next, value: number.value }
}

/** A rank in figures or words. */
function rankAt(lexemes: readonly Lexeme[], i: number): Operand | null {
  const [numeral, suffix] = [lexemes[i], lexemes[i + 1]]
  if (numeral?.kind === 'numeral')
    return suffix?.joined && /^(?:st|nd|rd|th)$/.test(suffix.lower) ? { next: i + 2, value: numeral.value } : null
  return spokenOrdinalAt(lexemes, i)
}

function sided(qualifier: Qualifier, { next, value }: Operand, included: boolean): Side {
  return {
    next,
    value,
    low: qualifier.bound === 'low' ? value : null,
    high: qualifier.bound === 'high' ? value : null,
    included,
  }
}

/** A one-sided bound: more than 30, >= 30, 60 or greater, equal to 70 or less, more than 70 or equal to. */
function sideAt(lexemes: readonly Lexeme[], i: number): Side | null {
  const sign = lexemes[i]
  // <> and =< are no comparisons
  if (/^[<>=]$/.test(sign?.text ?? '') && /^[<>=]$/.test(lexemes[i - 1]?.text ?? '') && sign?.joined) return null
  const before = phraseAt(BEFORE_PHRASES, lexemes, i)
  if (before) {
    const operand = operandAt(lexemes, before.next)
    if (!operand) return null
    const equal = phraseAt(OR_EQUAL, lexemes, operand.next)
    if (equal && !operandAt(lexemes, equal.next)) return sided(before.value, { ...operand, next: equal.next }, true)
    return sided(before.value, operand, before.value.included)
  }
  const equal = phraseAt(EQUAL, lexemes, i)
  const operand = operandAt(lexemes, equal ? equal.next : i)
  if (!operand) return null
  const after = phraseAt(AFTER_PHRASES, lexemes, operand.next)
  const than = after !== null && lexemes[after.next - 1]?.lower === 'than'
  // 60 or greater than 55: the comparison is with what follows
  if (after && !(than && operandAt(lexemes, after.next))) {
    const bare = !than && lexemes[after.next]?.lower === 'than' && operandAt(lexemes, after.next + 1)
    if (!bare) return sided(after.value, { next: after.next, value: operand.value }, true)
  }
  return equal ? { ...operand, low: operand.value, high: operand.value, included: true } : null
}

/** Between A and B, from A to B, A-B, A through B: from the smaller to the larger. */
function stretchAt(lexemes: readonly Lexeme[], i: number): (Operand & { readonly from: number }) | null {
  const opening = lexemes[i]?.lower
  const first = operandAt(lexemes, opening === 'between' || opening === 'from' ? i + 1 : i)
  if (!first) return null
  const joint = lexemes[first.next]
  if (!STRETCH.test(joint?.lower ?? '') && !(opening === 'between' && joint?.lower === 'and')) return null
  const second = operandAt(lexemes, first.next + 1)
  if (!second || second.value <= first.value) return null
  // 1-222-2222: a telephone number
  const [before, after] = [lexemes[i - 1], lexemes[second.next]]
  if (joint?.kind === 'sign' && joint.joined) {
    if (lexemes[i]?.joined && /^[-/+]$/.test(before?.text ?? '')) return null
    if (after?.joined && /^[-/]$/.test(after.text) && lexemes[second.next + 1]?.kind === 'numeral') return null
  }
  return { from: first.value, value: second.value, next: second.next }
}

const JOINTS = /^(?:and|but|,|yet)$/

/** Every interval of a text, in order; `start` and `end` are UTF-16 offsets. */
export function rangesOf(text: string, start = 0, end = text.length): WrittenRange[] {
  const lexemes = lexemesOf(text, start, end)
  const found: WrittenRange[] = []
  for (let i = 0; i < lexemes.length; i++) {
    const put = (next: number, range: Omit<WrittenRange, 'start' | 'end'>) => {
      found.push({ start: (lexemes[i] as Lexeme).start, end: (lexemes[next - 1] as Lexeme).end, ...range })
      i = next - 1
    }
    const stretch = stretchAt(lexemes, i)
    if (stretch) {
      const { from, value, next } = stretch
      put(next, { low: from, high: value, lowIncluded: true, highIncluded: true, stretch: true })
      continue
    }
    const one = sideAt(lexemes, i)
    if (!one) {
      const number = numberAt(lexemes, i)
      if (number) i = number.next - 1
      continue
    }
    // more than 8 and less or equal than 9: one interval, if it holds anything
    const joint = JOINTS.test(lexemes[one.next]?.lower ?? '') ? one.next + 1 : -1
    const two = joint > 0 ? sideAt(lexemes, joint) : null
    const [low, high] = one.low !== null ? [one, two] : [two, one]
    if (
      two &&
      one.low !== one.high &&
      low?.low != null &&
      high?.high != null &&
      low.high === null &&
      high.low === null &&
      low.low < high.high
    )
      put(two.next, {
        low: low.low,
        high: high.high,
        lowIncluded: low.included,
        highIncluded: high.included,
        stretch: false,
      })
    else
      put(one.next, {
        low: one.low,
        high: one.high,
        lowIncluded: one.included,
        highIncluded: one.included,
        stretch: false,
      })
  }
  return found
}

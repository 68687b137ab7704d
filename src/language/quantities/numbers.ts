/**
 * Numbers as English writes them, in figures and words: 3,000; 1.5bn; forty-two; half a million; two and a third; 1/2;
 * two out of five. A grammar over lexemes, read from the left; a term follows a larger one (four thousand three hundred).
 */
import type { Span } from '../../page/article.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { ORDINALS, PARTS, SCALES, SMALL_SCALES, SUFFIXES, TENS, UNITS, VULGAR } from './number-words.ts'

type NumberKind = 'integer' | 'decimal' | 'fraction' | 'power'

/** A number and its place. */
export interface WrittenNumber extends Span {
  readonly value: number
  readonly kind: NumberKind
}

/** A number read from lexeme i up to, not with, lexeme `next`. */
export interface NumberReading {
  readonly next: number
  readonly value: number
  readonly kind: NumberKind
}

/** A cardinal, and how it ended: what a fraction after it needs to know. */
interface Cardinal {
  readonly next: number
  readonly value: number
  /** The scale of the last term: 1 in 321, 100 in 300, a million in 3 million. */
  readonly scale: number
  /** The last term that "and" added, with the scale before it: 61 in seven hundred and sixty-one. */
  readonly and: { readonly value: number; readonly scale: number } | null
  /** A bare tens word that followed a hundred without "and": thirty in one hundred thirty. */
  readonly tens: number
}

const HYPHEN = /^[-‐‑]$/
/** The index after a hyphen at i, else i. */
function afterHyphen(lexemes: readonly Lexeme[], i: number): number {
  return HYPHEN.test(lexemes[i]?.text ?? '') ? i + 1 : i
}
const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''
const isArticle = (word: string): boolean => word === 'a' || word === 'an'

/** What multiplies the number before it: a scale word, or a letter (k, M) written to a numeral. */
function scaleAt(lexemes: readonly Lexeme[], i: number, loose: boolean): { next: number; scale: number } | null {
  const at = lexemes[i]?.kind === 'sign' ? afterHyphen(lexemes, i) : i
  const lexeme = lexemes[at]
  if (lexeme?.kind !== 'word') return null
  const word = SCALES.get(lexeme.lower)
  if (word !== undefined) return { next: at + 1, scale: word }
  const letter = SUFFIXES.get(lexeme.text)
  if (letter === undefined || at !== i || lexemes[i - 1]?.kind !== 'numeral') return null
  if (lexemes[at + 1]?.joined && lexemes[at + 1]?.kind !== 'sign') return null
  return lexeme.joined || loose ? { next: at + 1, scale: letter } : null
}

/** Nought to ninety-nine in words, or any numeral. */
function smallAt(lexemes: readonly Lexeme[], i: number): { next: number; value: number; bareTens: boolean } | null {
  const lexeme = lexemes[i]
  if (!lexeme || lexeme.kind === 'sign') return null
  if (lexeme.kind === 'numeral') return { next: i + 1, value: lexeme.value, bareTens: false }
  const tens = TENS.get(lexeme.lower)
  if (tens !== undefined) {
    const at = afterHyphen(lexemes, i + 1)
    const unit = UNITS.get(lowerAt(lexemes, at)) ?? 0
    return unit > 0 && unit < 10
      ? { next: at + 1, value: tens + unit, bareTens: false }
      : { next: i + 1, value: tens, bareTens: true }
  }
  const unit = UNITS.get(lexeme.lower)
  return unit === undefined ? null : { next: i + 1, value: unit, bareTens: false }
}

/** A group below a thousand: forty-two, three hundred and five, two dozen, a hundred; or a numeral. */
function groupAt(lexemes: readonly Lexeme[], i: number): Cardinal | null {
  let small = smallAt(lexemes, i)
  const word = lowerAt(lexemes, i)
  if (!small) {
    // a hundred, a thousand; hundred thousand
    const after = lowerAt(lexemes, afterHyphen(lexemes, i + 1))
    if (isArticle(word) && (SMALL_SCALES.has(after) || SCALES.has(after)))
      small = { next: i + 1, value: 1, bareTens: false }
    else if (word === 'hundred' && SCALES.has(after)) return { next: i + 1, value: 100, scale: 100, and: null, tens: 0 }
    else return null
  }
  const at = afterHyphen(lexemes, small.next)
  const times = SMALL_SCALES.get(lowerAt(lexemes, at))
  if (times === undefined) return { next: small.next, value: small.value, scale: 1, and: null, tens: 0 }
  const value = round(small.value * times)
  const alone: Cardinal = { next: at + 1, value, scale: times, and: null, tens: 0 }
  if (times !== 100) return alone
  const joint = lowerAt(lexemes, at + 1) === 'and' ? at + 2 : afterHyphen(lexemes, at + 1)
  const rest = smallAt(lexemes, joint)
  if (!rest || rest.value < 1 || rest.value > 99 || !Number.isInteger(rest.value)) return alone
  if (SMALL_SCALES.has(lowerAt(lexemes, afterHyphen(lexemes, rest.next)))) return alone
  const added = joint === at + 2 && lowerAt(lexemes, at + 1) === 'and'
  return {
    next: rest.next,
    value: value + rest.value,
    scale: 1,
    and: added ? { value: rest.value, scale: 100 } : null,
    tens: rest.bareTens && !added ? rest.value : 0,
  }
}

/** Rounds away what binary fractions add: 1,674.5 million. */
export function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : value
}

/** Groups and scales, each term smaller than the last: six trillion and forty. */
function cardinalAt(lexemes: readonly Lexeme[], i: number, strict: boolean): Cardinal | null {
  let sum = null as Cardinal | null
  let from = i
  let added = false
  for (;;) {
    const group = groupAt(lexemes, from)
    if (!group) break
    if (sum && (strict || !Number.isInteger(group.value)) && lexemes[from]?.kind === 'numeral') break
    if (sum && group.value < 1) break
    let { next, scale } = group
    let value = group.value
    for (let by = scaleAt(lexemes, next, !strict); by; by = scaleAt(lexemes, next, !strict)) {
      value *= by.scale
      scale = (scale === 1 ? 1 : scale) * by.scale
      next = by.next
    }
    if (sum && value >= sum.scale) break
    const numeral = lexemes[next - 1]?.kind === 'numeral'
    sum = {
      next,
      value: round((sum?.value ?? 0) + value),
      scale,
      and: group.and && scale === 1 ? group.and : added ? { value, scale: sum?.scale ?? 1 } : null,
      tens: scale === 1 ? group.tens : 0,
    }
    if (scale === 1 || numeral) break
    added = lowerAt(lexemes, next) === 'and'
    from = added ? next + 1 : next
  }
  return sum
}

/** Digits after "point": zero three, seventy-one. */
function decimalsAt(lexemes: readonly Lexeme[], i: number): { next: number; digits: string } | null {
  let digits = ''
  let next = i
  for (let small = smallAt(lexemes, next); small && digits.length < 15; small = smallAt(lexemes, next)) {
    if (lexemes[next]?.kind === 'numeral') break
    digits += String(small.value)
    next = small.next
  }
  return digits ? { next, digits } : null
}

/** The denominator of a spoken fraction: thirds, quarter, twenty-fifths, hundred fifth (after "one"). */
function denominatorAt(
  lexemes: readonly Lexeme[],
  i: number,
): { next: number; value: number; plural: boolean; tens: boolean } | null {
  const word = lowerAt(lexemes, i)
  const tens = TENS.get(word)
  if (tens !== undefined) {
    const at = afterHyphen(lexemes, i + 1)
    const unit = ordinalUnit(lowerAt(lexemes, at))
    return unit && unit.value < 10 ? { next: at + 1, value: tens + unit.value, plural: unit.plural, tens: true } : null
  }
  const part = PARTS.get(word)
  if (part !== undefined) return { next: i + 1, value: part, plural: /s$/.test(word), tens: false }
  const unit = ordinalUnit(word)
  return unit && unit.value > 2 ? { next: i + 1, ...unit, tens: false } : null
}

function ordinalUnit(word: string): { value: number; plural: boolean } | null {
  const value = ORDINALS.get(word)
  if (value !== undefined) return { value, plural: false }
  const many = word.endsWith('s') ? ORDINALS.get(word.slice(0, -1)) : undefined
  return many === undefined ? null : { value: many, plural: true }
}

/** A scale that a fraction is of: half a dozen, three quarters billion, two fifths of a million. */
function partOfScale(lexemes: readonly Lexeme[], i: number): { next: number; scale: number } | null {
  const of = lowerAt(lexemes, i) === 'of' ? i + 1 : i
  const article = isArticle(lowerAt(lexemes, of)) ? of + 1 : of
  if (of > i && article === of) return null
  const at = afterHyphen(lexemes, article)
  const word = lowerAt(lexemes, at)
  const scale = SCALES.get(word) ?? SMALL_SCALES.get(word)
  return scale === undefined ? null : { next: at + 1, scale }
}

interface Part {
  readonly next: number
  readonly value: number
  /** 1, or the scale it is a part of. */
  readonly scale: number
}

function scaled(lexemes: readonly Lexeme[], next: number, value: number): Part {
  const of = partOfScale(lexemes, next)
  return of ? { next: of.next, value, scale: of.scale } : { next, value, scale: 1 }
}

/** A fraction in words: a third, half, two-thirds, half a million; `bare` lets "half" and "quarter million" stand alone. */
function partAt(lexemes: readonly Lexeme[], i: number, strict: boolean): Part | null {
  const word = lowerAt(lexemes, i)
  if (word === 'half') return scaled(lexemes, i + 1, 0.5)
  if (word === 'quarter') {
    const part = scaled(lexemes, i + 1, 0.25)
    return part.scale > 1 ? part : null
  }
  if (isArticle(word) || word === 'one') {
    const at = afterHyphen(lexemes, i + 1)
    const one = denominatorAt(lexemes, at) ?? (word === 'one' ? wholeDenominatorAt(lexemes, at) : null)
    if (one && !one.plural) return scaled(lexemes, one.next, 1 / one.value)
  }
  const cardinal = cardinalAt(lexemes, i, strict)
  if (!cardinal || lexemes[cardinal.next - 1]?.kind === 'numeral') return null
  const below = denominatorAt(lexemes, afterHyphen(lexemes, cardinal.next))
  if (!below?.plural) return null
  if (cardinal.tens && !below.tens && below.value < 10)
    return scaled(lexemes, below.next, (cardinal.value - cardinal.tens) / (cardinal.tens + below.value))
  if (cardinal.and && cardinal.and.value < below.value) return null
  return scaled(lexemes, below.next, cardinal.value / below.value)
}

/** After "one": hundred (and) fifth as a denominator. */
function wholeDenominatorAt(lexemes: readonly Lexeme[], i: number): ReturnType<typeof denominatorAt> {
  const ordinal = spokenOrdinalAt(lexemes, i)
  return ordinal ? { ...ordinal, plural: false, tens: false } : null
}

/** A cardinal and a fraction: two and a third, 8 million and a half, six and a half million. */
function mixedAt(lexemes: readonly Lexeme[], i: number, strict: boolean, depth = 0): NumberReading | null {
  const cardinal = cardinalAt(lexemes, i, strict)
  if (!cardinal) return null
  const together = (whole: number, scale: number, part: Part): NumberReading => ({
    next: part.next,
    kind: 'fraction',
    value: round(
      part.scale > 1 && scale === 1
        ? (whole + part.value) * part.scale
        : whole + part.value * (part.scale > 1 ? part.scale : scale >= 1e6 ? scale : 1),
    ),
  })
  // seven hundred and sixty-one hundredths, six million and one half: "and" binds to the fraction
  if (cardinal.and) {
    const below = denominatorAt(lexemes, afterHyphen(lexemes, cardinal.next))
    if (below && (below.plural || cardinal.and.value === 1) && cardinal.and.value < below.value)
      return together(
        cardinal.value - cardinal.and.value,
        cardinal.and.scale,
        scaled(lexemes, below.next, cardinal.and.value / below.value),
      )
  }
  if (lowerAt(lexemes, cardinal.next) !== 'and') return null
  // 5 and 1/2
  const written = slashAt(lexemes, cardinal.next + 1, false)
  if (written && written.value < 1) return { ...written, value: cardinal.value + written.value }
  const part = partAt(lexemes, cardinal.next + 1, strict)
  if (part && (part.value < 1 || part.scale > 1)) return together(cardinal.value, cardinal.scale, part)
  // fifty and two and one sixth
  if (depth > 0 || cardinal.value % 10 !== 0) return null
  const rest = mixedAt(lexemes, cardinal.next + 1, strict, depth + 1)
  return rest && rest.value < 10 ? { ...rest, value: cardinal.value + rest.value } : null
}

/** 1/2; 10 1/2; ½; 1½. Not a date (5/17/2018) or a part of one. */
function slashAt(lexemes: readonly Lexeme[], i: number, mixed = true): NumberReading | null {
  const [above, slash, below] = [lexemes[i], lexemes[i + 1], lexemes[i + 2]]
  if (!above) return null
  const vulgar = VULGAR.get(above.text)
  if (vulgar !== undefined) return { next: i + 1, value: vulgar, kind: 'fraction' }
  if (above.kind !== 'numeral' || !slash) return null
  const sign = VULGAR.get(slash.text)
  if (sign !== undefined && (slash.joined || slash.start - above.end === 1) && Number.isInteger(above.value))
    return { next: i + 2, value: above.value + sign, kind: 'fraction' }
  if (/^[/⁄]$/.test(slash.text) && slash.joined && below?.kind === 'numeral' && below.joined && below.value > 0) {
    const before = lexemes[i - 1]
    const far = above.joined && /^[-/+]$/.test(before?.text ?? '') && lexemes[i - 2]?.kind === 'numeral'
    const onward = lexemes[i + 3]
    if (far || (onward?.joined && /^[/-]$/.test(onward.text) && lexemes[i + 4]?.kind === 'numeral')) return null
    return { next: i + 3, value: above.value / below.value, kind: 'fraction' }
  }
  // 10 1/2
  if (mixed && slash.kind === 'numeral' && !slash.joined && Number.isInteger(above.value)) {
    const part = slashAt(lexemes, i + 1, false)
    if (part && part.value < 1 && part.next === i + 4) return { ...part, value: above.value + part.value }
  }
  return null
}

/** 1e10, 1.1^23, 1.3x10^6. */
function powerAt(lexemes: readonly Lexeme[], i: number): NumberReading | null {
  const base = lexemes[i]
  if (base?.kind !== 'numeral' || !lexemes[i + 1]?.joined) return null
  let at = i + 1
  let raised = base.value
  let factor = 1
  const mark = lexemes[at]?.text
  if (mark === 'e' || mark === 'E') [raised, factor] = [10, base.value]
  else if (/^[x×]$/.test(mark ?? '') && lexemes[at + 1]?.text === '10' && lexemes[at + 2]?.text === '^') {
    ;[raised, factor] = [10, base.value]
    at += 2
  } else if (mark !== '^') return null
  at++
  let sign = 1
  for (let k = 0; k < 2 && /^[-+−]$/.test(lexemes[at]?.text ?? ''); k++, at++)
    if (lexemes[at]?.text !== '+') sign = -sign
  const exponent = lexemes[at]
  if (exponent?.kind !== 'numeral' || !exponent.joined || !Number.isInteger(exponent.value)) return null
  return { next: at + 1, value: round(factor * raised ** (sign * exponent.value)), kind: 'power' }
}

/** Words that a number can begin with, and those that can go on from one. */
const BEGINS: ReadonlySet<string> = new Set([
  ...UNITS.keys(),
  ...TENS.keys(),
  ...VULGAR.keys(),
  ...'a an half quarter hundred minus negative - −'.split(' '),
])
const GOES_ON: ReadonlySet<string> = new Set([
  ...UNITS.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...SMALL_SCALES.keys(),
  ...[...SUFFIXES.keys()].map((letter) => letter.toLowerCase()),
  ...[...ORDINALS.keys()].flatMap((word) => [word, `${word}s`]),
  ...PARTS.keys(),
  ...'a an and e in of out over point x × ^ / ⁄ - ‐ ‑'.split(' '),
  ...VULGAR.keys(),
])

/** Most numbers are a numeral or a word that nothing goes on from: no rule need be tried on them. */
function plainAt(lexemes: readonly Lexeme[], i: number): NumberReading | null {
  const after = lexemes[i + 1]
  if (after && (after.kind === 'numeral' || GOES_ON.has(after.lower))) return null
  const { kind, lower, value } = lexemes[i] as Lexeme
  const said = kind === 'numeral' ? value : (UNITS.get(lower) ?? TENS.get(lower))
  if (said === undefined) return null
  return { next: i + 1, value: said, kind: Number.isInteger(said) ? 'integer' : 'decimal' }
}

function unsignedAt(lexemes: readonly Lexeme[], i: number, strict: boolean): NumberReading | null {
  const first = lexemes[i]
  if (!first || (first.kind !== 'numeral' && !BEGINS.has(first.lower))) return null
  const plain = plainAt(lexemes, i)
  if (plain) return plain
  if (isArticle(first.lower) && !GOES_ON.has(lowerAt(lexemes, afterHyphen(lexemes, i + 1)))) return null
  const written = powerAt(lexemes, i) ?? slashAt(lexemes, i)
  if (written) {
    const by = written.kind === 'fraction' ? scaleAt(lexemes, written.next, false) : null
    return by ? { next: by.next, value: round(written.value * by.scale), kind: 'fraction' } : written
  }
  const mixed = mixedAt(lexemes, i, strict)
  if (mixed) return mixed
  const part = partAt(lexemes, i, strict)
  if (part) return { next: part.next, value: round(part.value * part.scale), kind: 'fraction' }
  const cardinal = cardinalAt(lexemes, i, strict)
  if (!cardinal) return null
  const { next, value } = cardinal
  if (lowerAt(lexemes, next) === 'point' && cardinal.scale <= 100 && lexemes[next - 1]?.kind === 'word') {
    const decimals = decimalsAt(lexemes, next + 1)
    if (decimals) return { next: decimals.next, value: Number(`${value}.${decimals.digits}`), kind: 'decimal' }
  }
  return { next, value, kind: Number.isInteger(value) ? 'integer' : 'decimal' }
}

const MINUS = /^[-−]$/
/** A minus, not a hyphen or a dash: written to its number and to nothing before it, or the first thing in the text. */
function signAt(lexemes: readonly Lexeme[], i: number): boolean {
  const [before, sign, after] = [lexemes[i - 1], lexemes[i], lexemes[i + 1]]
  if (!sign || !MINUS.test(sign.text) || after?.kind !== 'numeral') return false
  if (!before) return true
  if (before.kind === 'numeral') return false
  if (!after.joined) return /^[<>=(]$/.test(before.text)
  return !sign.joined || /^[<>=([]$/.test(before.text)
}

const isYear = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && /^\d{4}$/.test(lexeme.text) && lexeme.value >= 1800 && lexeme.value < 2200

/** Two over nine, two out of nine, 1 in 40: a fraction only where the part is the smaller (over: always). */
function ratioAt(lexemes: readonly Lexeme[], i: number, first: NumberReading, strict: boolean): NumberReading | null {
  // one-in-five
  const joint = afterHyphen(lexemes, first.next)
  const word = lowerAt(lexemes, joint)
  const money = lexemes[i - 1]?.kind === 'sign' && /\p{Sc}/u.test(lexemes[i - 1]?.text ?? '')
  if (first.kind !== 'integer' || money) return null
  const at =
    word === 'over' || word === 'in'
      ? joint + 1
      : word === 'out' && lowerAt(lexemes, joint + 1) === 'of'
        ? joint + 2
        : -1
  if (at < 0 || (strict && word !== 'in' && word !== 'out') || isYear(lexemes[at])) return null
  const second = unsignedAt(lexemes, afterHyphen(lexemes, at), strict)
  if (second?.kind !== 'integer' || second.value <= 0) return null
  // $2,000 over 3 years; 30,000 in 12 days
  if (word !== 'out' && DURATIONS.test(lowerAt(lexemes, second.next))) return null
  if (word !== 'over' && first.value >= second.value) return null
  return { next: second.next, value: first.value / second.value, kind: 'fraction' }
}

const RATIO = new Set(['over', 'in', 'out'])
const DURATIONS = /^(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)s?$/

/** After a fraction, the index past "a" or "of a": half a mile, a third of a percent; else the index given. */
export function afterPart(lexemes: readonly Lexeme[], { next, value, kind }: NumberReading): number {
  if (kind !== 'fraction' || value >= 1) return next
  const article = lowerAt(lexemes, next) === 'of' ? next + 1 : next
  return isArticle(lowerAt(lexemes, article)) ? article + 1 : next
}

/**
 * The number that begins at lexeme i, or null.
 * @param strict reads as news writes: "2 million and 300" is two numbers, "15 K" is none
 */
export function numberAt(lexemes: readonly Lexeme[], i: number, strict = false): NumberReading | null {
  const begin = lexemes[i]
  if (!begin || (begin.kind !== 'numeral' && !BEGINS.has(begin.lower))) return null
  const word = begin.lower
  // plus or minus 4 is no minus
  const signed = signAt(lexemes, i) || (word === 'minus' && lowerAt(lexemes, i - 1) !== 'or') || word === 'negative'
  const from = signed ? i + 1 : i
  const first = unsignedAt(lexemes, from, strict)
  if (!first) return null
  const whole = RATIO.has(lowerAt(lexemes, afterHyphen(lexemes, first.next)))
    ? (ratioAt(lexemes, i, first, strict) ?? first)
    : first
  return signed ? { ...whole, value: -whole.value } : whole
}

/** The ordinal in words that begins at lexeme i: third, twenty-first, one hundred and fifth, two hundredth. */
export function spokenOrdinalAt(lexemes: readonly Lexeme[], i: number): { next: number; value: number } | null {
  const word = lowerAt(lexemes, i)
  const single = ORDINALS.get(word)
  if (single !== undefined) return { next: i + 1, value: single }
  const cardinal = cardinalAt(lexemes, i, false)
  if (!cardinal || lexemes[cardinal.next - 1]?.kind === 'numeral') return null
  const joint = lowerAt(lexemes, cardinal.next) === 'and' ? cardinal.next + 1 : afterHyphen(lexemes, cardinal.next)
  const last = ORDINALS.get(lowerAt(lexemes, joint))
  if (last === undefined) return null
  if (last >= 100) {
    // a trillionth is a part, three trillionth a rank
    const article = isArticle(word) && cardinal.next === i + 1
    return article || joint === cardinal.next + 1 ? null : { next: joint + 1, value: cardinal.value * last }
  }
  const tens = cardinal.value % 100 >= 20 && cardinal.value % 10 === 0
  if (tens ? last < 10 : cardinal.scale >= 100) return { next: joint + 1, value: cardinal.value + last }
  return null
}

/** "One" as a pronoun: the one, this one, which one. */
const BEFORE_PRONOUN = new Set(
  'the this that these those which each every any some no another last next previous current other'.split(' '),
)

/** Is the number from i to `next` one that stands alone: not a pronoun, not written to letters (180ml, 5th, L202)? */
export function standsAlone(lexemes: readonly Lexeme[], i: number, next: number): boolean {
  const [first, after, before] = [lexemes[i], lexemes[next], lexemes[i - 1]]
  if (
    after?.joined &&
    after.kind !== 'sign' &&
    !(after.kind === 'numeral' && !/\d$/.test(lexemes[next - 1]?.text ?? ''))
  )
    return false
  if (first?.kind === 'numeral' && first.joined && before?.kind === 'word') return false
  return !(first?.lower === 'one' && next === i + 1 && BEFORE_PRONOUN.has(before?.lower ?? ''))
}

/**
 * Every number of a text, in order.
 * @param text any string; read from `start` to `end` (UTF-16 offsets)
 */
export function numbersOf(text: string, start = 0, end = text.length): WrittenNumber[] {
  const lexemes = lexemesOf(text, start, end)
  const found: WrittenNumber[] = []
  for (let i = 0; i < lexemes.length; i++) {
    const number = numberAt(lexemes, i)
    if (!number) continue
    if (standsAlone(lexemes, i, number.next)) {
      const [first, last] = [lexemes[i] as Lexeme, lexemes[number.next - 1] as Lexeme]
      found.push({ start: first.start, end: last.end, value: number.value, kind: number.kind })
    }
    i = number.next - 1
  }
  return found
}

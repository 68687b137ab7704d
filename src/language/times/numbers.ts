/**
 * Numbers as dates and durations write them: days of the month, years in figures and in words, and amounts of time
 * (`two and a half`, `a couple of`). Readers take the words and an index; they give the value and the index after it.
 */
import { UNITS as ONES, ORDINALS, TENS } from '../quantities/number-words.ts'
import type { Word } from './words.ts'

export interface Read<Value> {
  readonly value: Value
  /** Index after the last word read. */
  readonly to: number
}

const low = (words: readonly Word[], i: number): string => words[i]?.low ?? ''

/** Is word `i` written to the one before it? */
export function isGlued(words: readonly Word[], i: number): boolean {
  return words[i] !== undefined && !(words[i] as Word).free
}

/** Is word `i` a figure glued to another by a point, comma, colon or slash, as in 6,107.31? */
export function isWithinNumber(words: readonly Word[], i: number): boolean {
  return (
    isGlued(words, i) &&
    isGlued(words, i - 1) &&
    /^[.,:/]$/.test(low(words, i - 1)) &&
    (words[i - 2]?.digits ?? null) !== null
  )
}

/** 0 to 99 in words: `twenty-one`, `twenty one`, `twenty and four`. */
function belowHundred(words: readonly Word[], i: number): Read<number> | null {
  const tens = TENS.get(low(words, i))
  if (tens === undefined) {
    const one = ONES.get(low(words, i))
    return one === undefined ? null : { value: one, to: i + 1 }
  }
  const next = low(words, i + 1) === '-' || low(words, i + 1) === 'and' ? i + 2 : i + 1
  const one = ONES.get(low(words, next))
  return one !== undefined && one > 0 && one < 10 ? { value: tens + one, to: next + 1 } : { value: tens, to: i + 1 }
}

/** A whole number in words below ten thousand: `three hundred and five`, `two thousand and thirty`. */
function inWords(words: readonly Word[], i: number): Read<number> | null {
  const first = belowHundred(words, i)
  if (first === null) return null
  let { value, to } = first
  if (low(words, to) === 'thousand') {
    value *= 1000
    to++
    const hundreds = belowHundred(words, to)
    if (hundreds !== null && low(words, hundreds.to) === 'hundred') {
      value += 100 * hundreds.value
      to = hundreds.to + 1
    }
  } else if (low(words, to) === 'hundred') {
    value *= 100
    to++
  } else return first
  const rest = belowHundred(words, low(words, to) === 'and' ? to + 1 : to)
  return rest === null ? { value, to } : { value: value + rest.value, to: rest.to }
}

/** An ordinal: `21st`, `21 st`, `second`, `twenty-first`, `twenty first`. */
export function ordinal(words: readonly Word[], i: number): Read<number> | null {
  const figure = words[i]?.digits ?? null
  if (figure !== null && isGlued(words, i + 1) && /^(?:st|nd|rd|th)$/.test(low(words, i + 1)))
    return { value: figure, to: i + 2 }
  const word = ORDINALS.get(low(words, i))
  if (word !== undefined) return { value: word, to: i + 1 }
  const tens = TENS.get(low(words, i))
  if (tens === undefined) return null
  const next = low(words, i + 1) === '-' ? i + 2 : i + 1
  const one = ORDINALS.get(low(words, next))
  return one !== undefined && one < 10 ? { value: tens + one, to: next + 1 } : null
}

/** A day of the month, 1 to 31, in figures or words, cardinal or ordinal. */
export function dayNumber(words: readonly Word[], i: number): Read<number> | null {
  const word = words[i]
  if (word === undefined) return null
  const figure = word.digits
  const read =
    ordinal(words, i) ??
    (figure !== null && word.end - word.start <= 2 ? { value: figure, to: i + 1 } : belowHundred(words, i))
  if (read === null || read.value < 1 || read.value > 31) return null
  // 3,000 and 2.5 are no days
  if (figure !== null && read.to === i + 1 && /^[.,:]$/.test(low(words, i + 1)) && isGlued(words, i + 1)) {
    const after = words[i + 2]
    if (after !== undefined && !after.free && after.digits !== null && after.end - after.start !== 4) return null
  }
  return read
}

/** A year of two figures: 00 to 49 in this century, 50 to 99 in the last. */
export function fullYear(short: number): number {
  return short < 50 ? 2000 + short : 1900 + short
}

/**
 * A year: four figures from 1000 to 2999, or in words (`nineteen seventy eight`, `nineteen zero one`, `twenty ten`,
 * `two thousand and eighteen`).
 */
export function year(words: readonly Word[], i: number): Read<number> | null {
  const word = words[i]
  if (word === undefined) return null
  if (word.digits !== null) {
    if (word.end - word.start !== 4 || word.digits < 1000 || word.digits > 2999) return null
    const next = words[i + 1]
    const decimal = /^[.,]$/.test(low(words, i + 1)) && isGlued(words, i + 1) && isGlued(words, i + 2)
    if (decimal && (words[i + 2]?.digits ?? null) !== null) return null
    return next && !next.free && /^[%°]$/.test(next.low) ? null : { value: word.digits, to: i + 1 }
  }
  const first = belowHundred(words, i)
  if (first === null) return null
  if (first.to === i + 1 && first.value >= 10 && first.value <= 20) {
    const dashed = low(words, first.to) === '-' ? first.to + 1 : first.to
    const zero = /^(?:zero|oh|o)$/.test(low(words, dashed))
    const second = belowHundred(words, zero ? dashed + 1 : dashed)
    if (second !== null && (zero ? second.value > 0 && second.value < 10 : second.value >= 10 && second.value < 100))
      return { value: 100 * first.value + second.value, to: second.to }
    if (low(words, first.to) === 'hundred') {
      const rest = belowHundred(words, low(words, first.to + 1) === 'and' ? first.to + 2 : first.to + 1)
      return { value: 100 * first.value + (rest?.value ?? 0), to: rest?.to ?? first.to + 1 }
    }
  }
  const whole = inWords(words, i)
  return whole !== null && whole.value >= 1000 ? whole : null
}

/** Any whole number in figures or words, as a year's name may be: `year 305`, `year three hundred and five`. */
export function whole(words: readonly Word[], i: number): Read<number> | null {
  const figure = words[i]?.digits ?? null
  return figure !== null ? { value: figure, to: i + 1 } : inWords(words, i)
}

/** How much of a unit: a number, and whether the word for it is vague. */
export interface Amount {
  readonly number: number
  readonly vague: boolean
}

const exact = (number: number, to: number): Read<Amount> => ({ value: { number, vague: false }, to })
const vague = (number: number, to: number): Read<Amount> => ({ value: { number, vague: true }, to })

/**
 * An amount before a unit: `3`, `3.5`, `two and a half`, `half a`, `an`, `another`, `a couple of` (2), `a few` and
 * `several` (3, vague), `dozens of` (vague).
 */
export function amount(words: readonly Word[], i: number): Read<Amount> | null {
  const first = words[i]
  if (first === undefined) return null
  if (first.digits !== null) return isWithinNumber(words, i) ? null : inFigures(words, i, first.digits)
  if (first.low === '.' && isGlued(words, i + 1) && first.free && (words[i + 1]?.digits ?? null) !== null)
    return exact(Number(`0.${fractionOf(words[i + 1] as Word)}`), i + 2)
  switch (first.low) {
    case 'half': {
      const next = /^(?:-|of)$/.test(low(words, i + 1)) ? i + 2 : i + 1
      return exact(0.5, /^an?$/.test(low(words, next)) ? next + 1 : next)
    }
    case 'quarter': {
      // quarter of an hour, quarter hour; a quarter is a unit as well
      const of = low(words, i + 1) === 'of' && /^an?$/.test(low(words, i + 2)) ? i + 3 : i + 1
      return /^(?:hour|year|century)$/.test(low(words, of)) ? exact(0.25, of) : null
    }
    case 'hundred':
      return exact(100, i + 1)
    case 'another': {
      const more = amount(words, i + 1)
      return more ?? exact(1, i + 1)
    }
    case 'couple':
      return exact(2, low(words, i + 1) === 'of' ? i + 2 : i + 1)
    case 'few':
    case 'several':
      return vague(3, i + 1)
    case 'many':
    case 'some':
      return vague(Number.NaN, i + 1)
    case 'dozens':
      return low(words, i + 1) === 'of' ? vague(Number.NaN, i + 2) : null
    case 'a':
    case 'an': {
      if (/^(?:couple|few)$/.test(low(words, i + 1))) return amount(words, i + 1)
      if (low(words, i + 1) === 'dozen') return exact(12, i + 2)
      if (low(words, i + 1) === 'hundred') return exact(100, i + 2)
      if (low(words, i + 1) === 'quarter') return amount(words, i + 1) ?? exact(1, i + 1)
      if (low(words, i + 1) === 'half') return exact(0.5, low(words, i + 2) === '-' ? i + 3 : i + 2)
      return exact(1, low(words, i + 1) === 'single' || low(words, i + 1) === 'full' ? i + 2 : i + 1)
    }
  }
  const read = inWords(words, i)
  return read === null ? null : halves(words, read.value, read.to)
}

/** `3`, `3.5`, `1,000`, `1/2`, `2 1/2`, `1 and 1/2`, `2 and a half` */
function inFigures(words: readonly Word[], i: number, figure: number): Read<Amount> | null {
  const next = words[i + 2]
  const glued = isGlued(words, i + 1) && next !== undefined && !next.free && next.digits !== null
  if (glued && low(words, i + 1) === '.') return exact(Number(`${figure}.${fractionOf(next)}`), i + 3)
  if (glued && low(words, i + 1) === ',' && next.end - next.start === 3)
    return exact(1000 * figure + (next.digits as number), i + 3)
  const alone = fraction(words, i)
  if (alone !== null) return exact(alone.value, alone.to)
  if (glued && low(words, i + 1) === '/') return null
  const more = fraction(words, low(words, i + 1) === 'and' ? i + 2 : i + 1)
  return more === null ? halves(words, figure, i + 1) : exact(figure + more.value, more.to)
}

/** A fraction smaller than one, in figures. */
function fraction(words: readonly Word[], i: number): Read<number> | null {
  const above = words[i]?.digits ?? null
  const below = words[i + 2]?.digits ?? null
  if (above === null || below === null || low(words, i + 1) !== '/' || above >= below) return null
  return isGlued(words, i + 1) && isGlued(words, i + 2) ? { value: above / below, to: i + 3 } : null
}

const fractionOf = (word: Word): string => String(word.digits).padStart(word.end - word.start, '0')

/** `two and a half`, `two and half` */
function halves(words: readonly Word[], number: number, to: number): Read<Amount> {
  if (low(words, to) !== 'and') return exact(number, to)
  const at = low(words, to + 1) === 'a' ? to + 2 : to + 1
  return low(words, at) === 'half' ? exact(number + 0.5, at + 1) : exact(number, to)
}

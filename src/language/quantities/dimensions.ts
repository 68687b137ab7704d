/** Measures: 3-inch, 10 1/2 miles, 190 km², 188 miles an hour, 9 ft 4 in; and units named without a number. */
import type { Span } from '../../page/article.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { afterPart, type NumberReading, numberAt, round } from './numbers.ts'
import { phraseAt, phrasesOf } from './phrases.ts'
import { CASED_UNITS, SUBDIVISIONS, UNIT_WORDS, UNITS_WITH_NUMBER, type Unit } from './units.ts'

/** A measure; `value` is null where a unit is named without a number. */
export interface WrittenDimension extends Span {
  readonly value: number | null
  readonly unit: Unit
}

/** A measure from lexeme i up to, not with, lexeme `next`. */
export interface DimensionReading {
  readonly next: number
  readonly value: number
  readonly unit: Unit
}

const PHRASES = phrasesOf(UNIT_WORDS)
const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
])

interface NamedUnit {
  readonly next: number
  readonly unit: Unit
}

/** The unit named at lexeme i, bare. */
function plainUnitAt(lexemes: readonly Lexeme[], i: number): NamedUnit | null {
  const first = lexemes[i]
  if (!first || first.kind === 'numeral') return null
  const cased = CASED_UNITS.get(first.text)
  const found = cased ? { next: i + 1, value: cased } : phraseAt(PHRASES, lexemes, i)
  if (!found) return null
  // 1.8M is a million, 10 G a billion; L is a litre all the same
  if (found.next === i + 1 && /^[MGT]$/.test(first.text)) return null
  const after = lexemes[found.next]
  if (after?.joined && after.kind !== 'sign') return null
  // L-202
  if (
    first.text.length === 1 &&
    after?.joined &&
    /^[-‐‑]$/.test(after.text) &&
    lexemes[found.next + 1]?.kind === 'numeral'
  )
    return null
  return { next: found.next, unit: found.value }
}

/** The unit at lexeme i, which may stand in brackets or after a hyphen: (kg), -inch. */
function unitAt(lexemes: readonly Lexeme[], i: number): NamedUnit | null {
  const first = lexemes[i]
  const close = BRACKETS.get(first?.text ?? '')
  if (close) {
    const inside = plainUnitAt(lexemes, i + 1)
    return inside && lexemes[inside.next]?.text === close ? { ...inside, next: inside.next + 1 } : null
  }
  return plainUnitAt(lexemes, /^[-‐‑]$/.test(first?.text ?? '') && first?.joined ? i + 1 : i)
}

const ANGULAR = /^(?:angles?|rotat|turn|tilt|inclin|lean|bearing|latitude|longitude|swing|swung|slope|spin|spun|arc)/
const CLOCK = /^(?:at|by|until|till|before|after|from|to|around|about|since)$/

/** Whether a unit that has another reading is meant: degrees of an angle, not of heat; pm as a picometre, not a time of day. */
function isMeant(lexemes: readonly Lexeme[], i: number, number: NumberReading, named: NamedUnit): boolean {
  if (named.unit.name === 'Degree') {
    if (/^(?:celsius|fahrenheit|centigrade|kelvin|c|f)$/.test(lexemes[named.next]?.lower ?? '')) return false
    return [...lexemes.slice(Math.max(0, i - 6), i), ...lexemes.slice(named.next, named.next + 2)].some(({ lower }) =>
      ANGULAR.test(lower),
    )
  }
  if (named.unit.name === 'Picometer' && lexemes[number.next]?.lower === 'pm') {
    const before = lexemes[i - 1]
    return !lexemes[number.next]?.joined && !lexemes[i]?.joined && !CLOCK.test(before?.lower ?? '')
  }
  return true
}

/** The measure that begins at lexeme i, or null. */
export function dimensionAt(lexemes: readonly Lexeme[], i: number): DimensionReading | null {
  const first = lexemes[i]
  const before = lexemes[i - 1]
  // scp173m, scp-173 m, scp2-173m
  if (first?.kind === 'numeral' && first.joined && before?.kind === 'word') return null
  if (first?.joined && before?.joined && /^[-‐‑]$/.test(before.text)) {
    const named = lexemes[i - 2]?.kind === 'word' || (lexemes[i - 2]?.joined && lexemes[i - 3]?.kind === 'word')
    if (named) return null
  }
  const number = numberAt(lexemes, i)
  if (!number) return null
  const named = unitAt(lexemes, afterPart(lexemes, number))
  if (!named || !isMeant(lexemes, i, number, named)) return null
  const smaller = SUBDIVISIONS.get(named.unit.name)
  if (!smaller) return { next: named.next, value: number.value, unit: named.unit }
  // 9 ft 4 in, 9 feet and 4 inches
  const at = lexemes[named.next]?.lower === 'and' ? named.next + 1 : named.next
  const rest = numberAt(lexemes, at)
  const sub = rest ? unitAt(lexemes, rest.next) : null
  const inches = rest && smaller[0] === 'Inch' && lexemes[rest.next]?.lower === 'in' ? rest.next + 1 : null
  if (rest && (inches !== null || sub?.unit.name === smaller[0]) && rest.value < smaller[1])
    return {
      next: inches ?? (sub as NamedUnit).next,
      value: round(number.value + rest.value / smaller[1]),
      unit: named.unit,
    }
  return { next: named.next, value: number.value, unit: named.unit }
}

/** Every measure of a text and every unit named, in order; `start` and `end` are UTF-16 offsets. */
export function dimensionsOf(text: string, start = 0, end = text.length): WrittenDimension[] {
  const lexemes = lexemesOf(text, start, end)
  const found: WrittenDimension[] = []
  const put = (i: number, next: number, value: number | null, unit: Unit) => {
    found.push({ start: (lexemes[i] as Lexeme).start, end: (lexemes[next - 1] as Lexeme).end, value, unit })
    return next - 1
  }
  for (let i = 0; i < lexemes.length; i++) {
    const measure = dimensionAt(lexemes, i)
    if (measure) {
      i = put(i, measure.next, measure.value, measure.unit)
      continue
    }
    const number = numberAt(lexemes, i)
    if (number) {
      i = number.next - 1
      continue
    }
    const unit = plainUnitAt(lexemes, i)
    const first = lexemes[i] as Lexeme
    if (unit && first.kind === 'word' && first.text.length > 2 && !first.joined && !UNITS_WITH_NUMBER.has(first.lower))
      i = put(i, unit.next, null, unit.unit)
  }
  return found
}

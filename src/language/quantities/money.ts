/**
 * Sums of money: $32 billion; €5m; 5 million euros; Rs 500 crore; USD115; 75 USD million; 3 dollars 50 cents; and the
 * names of currencies without a number.
 */
import type { Span } from '../../page/article.ts'
import {
  CURRENCY_OF_CODE,
  CURRENCY_WORDS,
  type Currency,
  MAY_PRECEDE,
  NEEDS_A_NUMBER,
  WORDLIKE_CODES,
} from './currencies.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { MONEY_SUFFIXES, SCALES, SUFFIXES } from './number-words.ts'
import { afterPart, type NumberReading, numberAt, round } from './numbers.ts'
import { phraseAt, phrasesOf } from './phrases.ts'

/** A sum of money; `value` is null where a currency is named without a number. */
export interface WrittenMoney extends Span {
  readonly value: number | null
  readonly currency: Currency
}

/** A sum from lexeme i up to, not with, lexeme `next`. */
export interface MoneyReading {
  readonly next: number
  readonly value: number
  readonly currency: Currency
}

const CURRENCIES = phrasesOf(CURRENCY_WORDS)
const BITCOIN_LIKE = /^(?:M|MM)([A-Z]{3})$/

interface Named {
  readonly next: number
  readonly currency: Currency
  /** 1, or what the code multiplies by: a million in MUSD. */
  readonly scale: number
  /** Written with a sign or a code, and so able to stand before its number. */
  readonly leads: boolean
}

/** The currency named at lexeme i. */
export function currencyAt(lexemes: readonly Lexeme[], i: number): Named | null {
  const first = lexemes[i]
  if (!first || first.kind === 'numeral') return null
  const found = phraseAt(CURRENCIES, lexemes, i)
  if (!found) {
    const millions = BITCOIN_LIKE.exec(first.text)
    const currency = millions ? CURRENCY_OF_CODE.get(millions[1] as string) : undefined
    return currency ? { next: i + 1, currency, scale: 1e6, leads: true } : null
  }
  const last = lexemes[found.next - 1] as Lexeme
  // "a $5 fare" is no Australian one: but C $ is often set apart
  if (found.next === i + 2 && last.kind === 'sign' && !last.joined && first.text.length === 1 && first.lower !== 'c')
    return null
  // 50p, but not 20 p
  if (first.lower === 'p' && !(first.joined && lexemes[i - 1]?.kind === 'numeral')) return null
  // a word of which the currency is only the beginning: us$, but not usable; and "All", "Top", "try"
  if (found.next === i + 1 && /^\p{L}{3}$/u.test(first.text) && CURRENCY_OF_CODE.has(first.text.toUpperCase())) {
    if (WORDLIKE_CODES.has(first.text.toUpperCase()) && first.text !== first.text.toUpperCase()) return null
    if (/^\p{Lu}\p{Ll}/u.test(first.text)) return null
  }
  const code = /^[\p{L}]{3}$/u.test(first.text) && CURRENCY_OF_CODE.has(first.text.toUpperCase())
  const leads =
    last.kind === 'sign'
      ? last.text !== '.' || MAY_PRECEDE.has(first.lower)
      : (code && !WORDLIKE_CODES.has(first.text.toUpperCase())) ||
        MAY_PRECEDE.has(first.lower) ||
        /^\p{Lo}+$/u.test(last.text)
  return { next: found.next, currency: found.value, scale: 1, leads }
}

/** A number with the letters that stand for millions of money: 5m, 3.2bn. */
function amountAt(lexemes: readonly Lexeme[], i: number): NumberReading | null {
  const number = numberAt(lexemes, i)
  if (!number) return null
  const letter = lexemes[number.next]
  if (letter?.kind === 'word' && letter.joined && lexemes[number.next - 1]?.kind === 'numeral') {
    const scale = MONEY_SUFFIXES.get(letter.lower) ?? SUFFIXES.get(letter.text)
    if (scale !== undefined) return { ...number, next: number.next + 1, value: round(number.value * scale) }
  }
  return number
}

/** Do letters run on after lexeme `next`, so that what was read is part of a longer word (115USDT is none, 5metres neither)? */
const runsOn = (lexemes: readonly Lexeme[], next: number): boolean => {
  const after = lexemes[next]
  return after?.joined === true && after.kind !== 'sign' && lexemes[next - 1]?.kind !== 'sign'
}

/** $32 billion, Rs 500 crore, USD115; and $10 dollars. */
function leadingAt(lexemes: readonly Lexeme[], i: number): MoneyReading | null {
  const named = currencyAt(lexemes, i)
  if (!named?.leads || (lexemes[i]?.joined && lexemes[i]?.kind === 'word' && lexemes[i - 1]?.kind === 'word'))
    return null
  const amount = amountAt(lexemes, named.next)
  if (!amount || (amount.kind === 'fraction' && lexemes[named.next]?.kind === 'word' && named.currency.code === null))
    return null
  if (runsOn(lexemes, amount.next)) return null
  const again = currencyAt(lexemes, amount.next)
  const word = lexemes[i]?.kind === 'word' && named.next === i + 1
  if (again && !again.currency.minor) {
    // $ 10 dollars
    if (
      again.currency.name === named.currency.name &&
      lexemes[again.next - 1]?.kind === 'word' &&
      !lexemes[amount.next - 1]?.joined
    )
      return { next: again.next, value: amount.value, currency: named.currency }
    // dollar 10 yen: the number is the yen's, unless those have their own
    if (word && !(again.leads && numberAt(lexemes, again.next))) return null
  }
  const value = round(amount.value * named.scale)
  const hundredths = named.currency.minor ? null : hundredthsAt(lexemes, amount.next, lexemes[named.next]?.text ?? '')
  return hundredths && Number.isInteger(amount.value) && amount.next === named.next + 1
    ? { next: hundredths.next, value: round(value + hundredths.value), currency: named.currency }
    : { next: amount.next, value, currency: named.currency }
}

/** After $100: "and fifty". Figures are left alone: $4.25 and 32. */
function hundredthsAt(lexemes: readonly Lexeme[], i: number, before: string): { next: number; value: number } | null {
  if (lexemes[i]?.lower !== 'and' || before.includes('.') || lexemes[i + 1]?.kind !== 'word') return null
  return smallChange(lexemes, i + 1)
}

/** A whole number below a hundred that belongs to nothing after it. */
function smallChange(lexemes: readonly Lexeme[], i: number): { next: number; value: number } | null {
  const number = numberAt(lexemes, i)
  if (number?.kind !== 'integer' || number.value < 1 || number.value > 99) return null
  if (runsOn(lexemes, number.next) || currencyAt(lexemes, number.next) || SCALES.has(lexemes[number.next]?.lower ?? ''))
    return null
  const numeral = lexemes[i]?.kind === 'numeral'
  if (numeral && number.next !== i + 1) return null
  return { next: number.next, value: number.value / 100 }
}

/** 5 million euros, 12-cent, 100元, 10 $, 75 USD million; and 3 dollars (and) 50 (cents). */
function trailingAt(lexemes: readonly Lexeme[], i: number, change: boolean): MoneyReading | null {
  const amount = amountAt(lexemes, i)
  if (!amount) return null
  const hyphen = /^[-‐‑]$/.test(lexemes[amount.next]?.text ?? '') && lexemes[amount.next]?.joined ? 1 : 0
  const at = hyphen ? amount.next + hyphen : afterPart(lexemes, amount)
  const named = currencyAt(lexemes, at)
  if (!named || (runsOn(lexemes, named.next) && lexemes[named.next]?.kind === 'word')) return null
  const sign =
    lexemes[named.next - 1]?.kind === 'sign' || (lexemes[at]?.text === lexemes[at]?.text.toUpperCase() && named.leads)
  // 1 $10; 8 USD25 tickets: the sign belongs to what it is written to
  const glued = named.leads && lexemes[named.next]?.kind === 'numeral' && lexemes[named.next]?.joined
  if (glued) return null
  if (sign && named.leads && !lexemes[at]?.joined) {
    const other = numberAt(lexemes, named.next)
    const after = other ? currencyAt(lexemes, other.next) : null
    if (other && !after && lexemes[named.next - 1]?.kind === 'sign') return null
    if (
      other &&
      after &&
      after.currency.name === named.currency.name &&
      lexemes[other.next]?.kind === 'word' &&
      lexemes[named.next - 1]?.kind === 'sign'
    )
      return null
  }
  let { next } = named
  let value = round(amount.value * named.scale)
  const scale = SCALES.get(lexemes[next]?.lower ?? '')
  if (
    scale !== undefined &&
    (lexemes[i]?.kind === 'numeral' || sign) &&
    amount.next === i + 1 &&
    /^[A-Za-z]{3}$/.test(lexemes[at]?.text ?? '')
  )
    return { next: next + 1, value: round(value * scale), currency: named.currency }
  if (named.currency.minor || hyphen || !Number.isInteger(amount.value))
    return { next, value, currency: named.currency }
  const and = lexemes[next]?.lower === 'and' ? next + 1 : next
  const coins = numberAt(lexemes, and)
  const coin = coins ? currencyAt(lexemes, coins.next) : null
  if (coins?.kind === 'integer' && coins.value < 100 && coin?.currency.minor) {
    const tenths = coin.currency.name === 'Jiao'
    value = round(value + coins.value / (tenths ? 10 : 100))
    next = coin.next
    const fen = tenths ? smallChange(lexemes, next) : null
    return fen
      ? { next: fen.next, value: round(value + fen.value), currency: named.currency }
      : { next, value, currency: named.currency }
  }
  const rest = change ? smallChange(lexemes, and) : null
  return rest
    ? { next: rest.next, value: round(value + rest.value), currency: named.currency }
    : { next, value, currency: named.currency }
}

/**
 * The sum of money that begins at lexeme i, or null.
 * @param change reads a bare number after the currency as its hundredths: 15 dollars 50
 */
export function moneyAt(lexemes: readonly Lexeme[], i: number, change = false): MoneyReading | null {
  return leadingAt(lexemes, i) ?? trailingAt(lexemes, i, change)
}

/** Every sum of money of a text and every currency named, in order; `start` and `end` are UTF-16 offsets. */
export function moneyOf(text: string, start = 0, end = text.length): WrittenMoney[] {
  const lexemes = lexemesOf(text, start, end)
  const found: WrittenMoney[] = []
  const put = (i: number, next: number, value: number | null, currency: Currency) => {
    found.push({ start: (lexemes[i] as Lexeme).start, end: (lexemes[next - 1] as Lexeme).end, value, currency })
    return next - 1
  }
  for (let i = 0; i < lexemes.length; i++) {
    const money = moneyAt(lexemes, i, true)
    if (money) {
      i = put(i, money.next, money.value, money.currency)
      continue
    }
    const number = numberAt(lexemes, i)
    if (number) {
      // 50 50 dollar bills
      if (number.next > i + 1 && lexemes[i + 1]?.kind === 'numeral') continue
      i = number.next - 1
      continue
    }
    const named = currencyAt(lexemes, i)
    const words = lexemes.slice(i, named?.next).map(({ lower }) => lower)
    if (
      named &&
      named.scale === 1 &&
      !WORDLIKE_CODES.has(words.join('').toUpperCase()) &&
      !NEEDS_A_NUMBER.has(words.join(' ')) &&
      !NEEDS_A_NUMBER.has(words.join(''))
    )
      i = put(i, named.next, null, named.currency)
  }
  return found
}

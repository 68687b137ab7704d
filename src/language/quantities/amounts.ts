/** Amounts without their qualifiers: a number with its unit, several hundred, a battalion. */
import { begins, isTitleCase } from './apart.ts'
import type { Currency } from './currencies.ts'
import { dimensionAt } from './dimensions.ts'
import { isCapital, type Lexeme } from './lexemes.ts'
import { currencyAt, moneyAt } from './money.ts'
import { TIME_UNITS } from './names-with-numbers.ts'
import { ORDINALS, SCALES, SMALL_SCALES, SUFFIXES, TENS, UNITS } from './number-words.ts'
import { afterPart, numberAt, round } from './numbers.ts'
import { afterPercent } from './percents.ts'
import { phraseAt, phrasesOf } from './phrases.ts'
import { ROUND_SINGULAR, ROUND_WORDS, UNITS_OF_ARMY, UNITS_OR_ELSE, VAGUE_WORDS } from './vague.ts'

export type QuantityKind =
  | 'number'
  | 'percent'
  | 'money'
  | 'fraction'
  | 'ordinal'
  | 'measure'
  | 'duration'
  | 'vague'
  | 'unit'

/** An amount from some lexeme up to, not with, lexeme `next`. */
export interface Amount {
  readonly next: number
  readonly kind: QuantityKind
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly why: string
  /** What the number multiplies by its last word: a million in 5 million; else 1. */
  readonly scale: number
}

const VAGUE = phrasesOf(VAGUE_WORDS.map((words) => [words, true]))
const HYPHEN = /^[-‐‑]$/
const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''
const isNumeral = (lexeme: Lexeme | undefined): boolean => lexeme?.kind === 'numeral'

/** The amount that begins at lexeme i, with the unit written to it: percent, a currency, a measure, a stretch of time. */
export function amountAt(text: string, lexemes: readonly Lexeme[], i: number): Amount | null {
  const first = lexemes[i]
  if (!first) return null
  const vague = vagueAt(lexemes, i)
  if (vague) return vague
  const money = moneyAt(lexemes, i)
  if (money && !isWeight(lexemes, money)) {
    const { next, value, currency } = money
    const unit = currency.usual ?? currency.name.toLowerCase()
    return { next, kind: 'money', low: value, high: value, unit, why: 'sum of money', scale: scaleOf(lexemes, i, next) }
  }
  const number = numberAt(lexemes, i, true)
  if (!number) return null
  const { next, value, kind } = number
  if (lexemes[i]?.lower === 'one' && next === i + 1 && !standsForOne(lexemes, i)) return null
  // Group of Seven, the Big Four: capitals within a sentence
  if (first.kind === 'word' && isCapital(first) && !begins(text, lexemes, i) && !isTitleCase(lexemes, i)) return null
  const percent = afterPercent(lexemes, afterPart(lexemes, number))
  const scale = scaleOf(lexemes, i, next)
  if (percent) {
    const unit = percent.points ? 'percentage points' : 'percent'
    return { next: percent.next, kind: 'percent', low: value, high: value, unit, why: 'percentage', scale }
  }
  const basis = afterBasisPoints(lexemes, afterPart(lexemes, number))
  if (basis)
    return { next: basis, kind: 'percent', low: value, high: value, unit: 'basis points', why: 'basis points', scale }
  if (isMillions(lexemes, next))
    return {
      next: next + 1,
      kind: 'number',
      low: round(value * 1e6),
      high: round(value * 1e6),
      unit: null,
      why: 'number',
      scale: 1e6,
    }
  const at = HYPHEN.test(lexemes[next]?.text ?? '') && lexemes[next]?.joined ? next + 1 : afterPart(lexemes, number)
  const word = lowerAt(lexemes, at)
  if (TIME_UNITS.has(word) && !(word === 'second' && kind === 'fraction'))
    return { next: at + 1, kind: 'duration', low: value, high: value, unit: word, why: 'duration', scale }
  const further = lowerAt(lexemes, at + 1)
  if (
    /^(?:more|further|additional|full|straight|consecutive|long|whole|other|extra|calendar|business|working)$/.test(
      word,
    ) &&
    TIME_UNITS.has(further)
  )
    return { next: at + 2, kind: 'duration', low: value, high: value, unit: further, why: 'duration', scale }
  const measure = dimensionAt(lexemes, i)
  if (measure && lexemes[measure.next - 1]?.text !== '"' && measure.next > next)
    return {
      next: measure.next,
      kind: 'measure',
      low: value,
      high: value,
      unit: measure.unit.name.toLowerCase(),
      why: 'measure',
      scale,
    }
  if (/^°$/.test(lexemes[next]?.text ?? '') || /^degrees?$/.test(word))
    return { next: at + 1, kind: 'measure', low: value, high: value, unit: 'degree', why: 'measure', scale }
  const glued = lexemes[next]
  if (glued?.joined && glued.kind === 'word') return null
  // four-star, three-way: a part of an adjective, unless the word is what is counted
  if (
    at > next &&
    lexemes[at]?.joined &&
    lexemes[at]?.kind === 'word' &&
    !/^(?:strong|member|man|woman|person|men|soldier|troop|odd|plus|or|to|percent|some)$/.test(word) &&
    kind !== 'fraction'
  )
    return null
  if (kind === 'fraction' && value < 1 && scale === 1)
    return { next, kind: 'fraction', low: value, high: value, unit: null, why: 'fraction', scale }
  return { next, kind: 'number', low: value, high: value, unit: null, why: 'number', scale }
}

/** 25 basis points; a 25-basis-point cut; 25bps. */
function afterBasisPoints(lexemes: readonly Lexeme[], i: number): number | null {
  const dash = (at: number) => (HYPHEN.test(lexemes[at]?.text ?? '') && lexemes[at]?.joined ? at + 1 : at)
  const at = dash(i)
  if (lowerAt(lexemes, at) === 'bps') return at + 1
  const points = dash(at + 1)
  return lowerAt(lexemes, at) === 'basis' && /^points?$/.test(lowerAt(lexemes, points)) ? points + 1 : null
}

/** 1.2m homes: a million, where something is counted; 12m deep is a length. */
function isMillions(lexemes: readonly Lexeme[], i: number): boolean {
  const [letter, noun] = [lexemes[i], lexemes[i + 1]]
  if (letter?.lower !== 'm' || !letter.joined || !isNumeral(lexemes[i - 1]) || noun?.joined) return false
  return (
    /^(?:\p{Ll}+s|people|men|women|children)$/u.test(noun?.text ?? '') &&
    !/^(?:across|hurdles|is|was|has)$/.test(noun?.lower ?? '')
  )
}

/** One soldier, one of the men; not "one another", "one day", "no one". */
function standsForOne(lexemes: readonly Lexeme[], i: number): boolean {
  const [before, after] = [lowerAt(lexemes, i - 1), lexemes[i + 1]]
  if (
    /^(?:no|any|every|each|this|that|the|another|some|which|other|last|next|previous|only|it|is|was|be|'s|not|anyone)$/.test(
      before,
    )
  )
    return false
  return after?.kind === 'word' && !after.joined && /^\p{L}/u.test(after.text) && !ONE_ELSE.has(after.lower)
}
const ONE_ELSE = new Set(
  `of another way day thing that who which in at to is was has had on by or and might could can would will should may must
  must's more such for side hand time example such where when with after before from said says told point area place
  big major key main reason final last good small single such source official analyst expert`.split(/\s+/),
)

/** What the last word of a number multiplies by: a million in "5 million", so that "3 to 5 million" can lend it. */
function scaleOf(lexemes: readonly Lexeme[], from: number, next: number): number {
  for (let i = next - 1; i > from; i--) {
    const lexeme = lexemes[i] as Lexeme
    const scale =
      SCALES.get(lexeme.lower) ??
      SMALL_SCALES.get(lexeme.lower) ??
      (isNumeral(lexemes[i - 1]) ? SUFFIXES.get(lexeme.text) : undefined)
    if (scale !== undefined) return scale
    if (isNumeral(lexeme)) return 1
  }
  return 1
}

/** Pounds of something weigh. */
function isWeight(lexemes: readonly Lexeme[], { next, currency }: { next: number; currency: Currency }): boolean {
  return currency.name === 'Pound' && lexemes[next - 1]?.kind === 'word' && lowerAt(lexemes, next) === 'of'
}

/** A vague amount with what it is of, where that is time or money: hundreds of years, millions of dollars. */
function withUnit(lexemes: readonly Lexeme[], amount: Amount): Amount {
  let at = lowerAt(lexemes, amount.next) === 'of' ? amount.next + 1 : amount.next
  if (/^(?:more|other|further|past|previous)$/.test(lowerAt(lexemes, at))) at++
  if (TIME_UNITS.has(lowerAt(lexemes, at)))
    return { ...amount, next: at + 1, kind: 'duration', unit: lowerAt(lexemes, at), why: 'vague duration' }
  const currency = lexemes[at]?.kind === 'word' ? currencyAt(lexemes, at) : null
  if (!currency || currency.currency.minor || isWeight(lexemes, currency)) return amount
  const unit = currency.currency.usual ?? currency.currency.name.toLowerCase()
  return { ...amount, next: currency.next, kind: 'money', unit, why: 'vague sum of money' }
}

/** Several hundred, dozens, tens of thousands, a handful; a battalion, two brigades, the size of a company. */
function vagueAt(lexemes: readonly Lexeme[], i: number): Amount | null {
  const core = (next: number, kind: 'vague' | 'unit', unit: string | null, why: string): Amount => ({
    next,
    kind,
    low: null,
    high: null,
    unit,
    why,
    scale: 1,
  })
  const army = armyAt(lexemes, i)
  if (army) return core(army.next, 'unit', army.unit, 'unit of an army')
  const word = lowerAt(lexemes, i)
  // tens of thousands, hundreds of
  if (ROUND_WORDS.has(word)) {
    let next = i + 1
    while (lowerAt(lexemes, next) === 'of' && ROUND_WORDS.has(lowerAt(lexemes, next + 1))) next += 2
    if (lowerAt(lexemes, next) === 'upon' && ROUND_WORDS.has(lowerAt(lexemes, next + 1))) next += 2
    const of = lowerAt(lexemes, next) === 'of' || lowerAt(lexemes, next) === 'more'
    if ((word === 'tens' || word === 'scores') && next === i + 1 && !of) return null
    return withUnit(lexemes, core(next, 'vague', null, 'vague amount'))
  }
  const found = phraseAt(VAGUE, lexemes, i)
  if (!found) return null
  let { next } = found
  const size = lowerAt(lexemes, next)
  if (ROUND_SINGULAR.has(size) || ROUND_WORDS.has(size)) {
    next++
    while (
      ROUND_SINGULAR.has(lowerAt(lexemes, next)) ||
      (lowerAt(lexemes, next) === 'of' && ROUND_WORDS.has(lowerAt(lexemes, next + 1)))
    )
      next += lowerAt(lexemes, next) === 'of' ? 2 : 1
    return withUnit(lexemes, core(next, 'vague', null, 'vague amount'))
  }
  return withUnit(lexemes, core(next, 'vague', null, 'vague amount'))
}

const ARMY_BEGINS: ReadonlySet<string> = new Set([
  ...UNITS_OF_ARMY,
  ...UNITS_OR_ELSE,
  ...UNITS.keys(),
  ...TENS.keys(),
  ...'the a an half entire whole full few several couple'.split(' '),
])

/** A battalion; two brigades; battalion of infantry; the size of a company; a battalion's worth. */
function armyAt(lexemes: readonly Lexeme[], i: number): { next: number; unit: string } | null {
  if (!ARMY_BEGINS.has(lowerAt(lexemes, i)) && !isNumeral(lexemes[i])) return null
  let at = i
  const sized =
    /^(?:the|a)$/.test(lowerAt(lexemes, i)) &&
    /^(?:size|strength|equivalent)$/.test(lowerAt(lexemes, i + 1)) &&
    lowerAt(lexemes, i + 2) === 'of'
  if (sized) at += 3
  const article = /^(?:an?|one|half|entire|whole)$/
  const number = sized ? null : numberAt(lexemes, at, true)
  if (number && number.kind === 'integer' && number.value < 100 && lowerAt(lexemes, at) !== 'one') at = number.next
  else {
    while (article.test(lowerAt(lexemes, at)) && at < i + 8) at++
    if (/^(?:full|few|several|couple)$/.test(lowerAt(lexemes, at))) at++
  }
  const word = lowerAt(lexemes, at)
  const bare = word.replace(/'s$/, '')
  const known = UNITS_OF_ARMY.has(bare)
  if (!known && !UNITS_OR_ELSE.has(bare)) return null
  const worth = (word.endsWith("'s") || word.endsWith("'")) && lowerAt(lexemes, at + 1) === 'worth'
  if (bare !== word && !worth) return null
  const after = lexemes[at + 1]
  const of = after?.lower === 'of'
  if (HYPHEN.test(after?.text ?? '') && after?.joined) return null
  // a battalion commander, a brigade headquarters: a noun follows
  if (
    !worth &&
    /^(?:commander|commanders|chief|headquarters|hq|leader|officer|level|spokesman|spokesperson|combat|tactical)$/.test(
      after?.lower ?? '',
    )
  )
    return null
  if (
    !known &&
    !sized &&
    !worth &&
    !(
      of &&
      /^(?:soldiers|troops|infantry|men|fighters|paratroopers|marines|tanks|armou?r)$/.test(lowerAt(lexemes, at + 2))
    )
  )
    return null
  // the battalion, its brigade, the 810th brigade: one that is named, not counted
  if (at === i && !of) return null
  if (
    at === i &&
    /^(?:the|this|that|its|their|his|her|our|whose|th|st|nd|rd|typical|average|each|every|another|new)$/.test(
      lowerAt(lexemes, i - 1),
    )
  )
    return null
  if (at === i && (/^.+(?:an|ish|ese|ern)$/.test(lowerAt(lexemes, i - 1)) || ORDINALS.has(lowerAt(lexemes, i - 1))))
    return null
  return { next: worth ? at + 2 : at + 1, unit: bare.replace(/ies$/, 'y').replace(/(?<!p)s$/, '') }
}

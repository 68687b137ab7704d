/**
 * Quantities of a news text: what is counted or measured, with its bounds. "More than 3,000" is bounded below, "up to a
 * third" above, "about 20 percent" is 20 on both sides; "several hundred" and "a battalion" keep their words and no
 * number. Dates, years, times of day, ages, addresses, scores and numbers that name (Su-35, Article 5) are none.
 */
import type { Span } from '../../page/article.ts'
import { type Amount, amountAt, type QuantityKind } from './amounts.ts'
import { setAside } from './apart.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { ORDINALS, PARTS, SCALES, SMALL_SCALES, TENS, UNITS, VULGAR } from './number-words.ts'
import { numberAt, round, spokenOrdinalAt } from './numbers.ts'
import { phraseAt, phrasesOf } from './phrases.ts'
import { AFTER, BEFORE, type Qualifier, SIGNS, TAKES } from './qualifiers.ts'
import { ROUND_WORDS, UNITS_OF_ARMY, UNITS_OR_ELSE, VAGUE_WORDS } from './vague.ts'

/** An expression of quantity, from its qualifier to its unit. */
export interface Quantity extends Span {
  /** The bare number or words, without qualifier; with its percent sign, currency or unit. */
  readonly number: Span
  readonly kind: QuantityKind
  /** In the unit written: 20 for 20 %, 5e6 for 5 million euros; null where the words leave it open. */
  readonly low: number | null
  readonly high: number | null
  /** About 300, and nearly 300 too, which is bounded above besides. */
  readonly approximate: boolean
  /** The words that bound or loosen the number, as written: `more than`, `or so`. */
  readonly qualifier: string | null
  /** What is written with the number: percent, percentage points, an ISO currency code, a unit's name; else null. */
  readonly unit: string | null
  /** The rule that read it. */
  readonly why: string
}

const BEFORE_PHRASES = phrasesOf([...BEFORE, ...SIGNS])
const AFTER_PHRASES = phrasesOf(AFTER)
const QUOTE = /^["“”‘’«»'„]$/
const HYPHEN = /^[-‐‑]$/
const SUFFIX = /^(?:st|nd|rd|th)$/
const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''

/** One side lends the other its unit and its scale: 5 to 6 million, $5-6 million, 10 to 12 percent. */
function stretched(low: Amount, high: Amount): Amount | null {
  if (low.low === null || high.high === null || low.low !== low.high) return null
  const plain = low.kind === 'number'
  const lends = plain && /^(?:percent|money|measure|duration)$/.test(high.kind)
  const leads = low.kind === 'money' && high.kind === 'number'
  if (low.kind !== high.kind && !lends && !leads) return null
  if (low.unit !== high.unit && !lends && !leads) return null
  let from = low.low
  if (low.scale === 1 && high.scale > 1 && from * high.scale < high.high && from < 1000) from = round(from * high.scale)
  if (from >= high.high) return null
  const { kind, unit } = leads ? low : high
  return { next: high.next, kind, low: from, high: high.high, unit, why: 'range', scale: high.scale }
}

/** Words of change, after which "from 5 to 10" and "by 5 to 10" go from one amount to the other and are no range. */
const CHANGE =
  /^(?:rose|rise|rises|risen|rising|grew|grow|grows|grown|growing|increas\w*|climb\w*|jump\w*|surg\w*|soar\w*|fell|fall|falls|fallen|falling|dropp?\w*|declin\w*|decreas\w*|went|gone|go|goes|cut|cuts|cutting|reduc\w*|raised?|raising|lower\w*|expand\w*|shr[aiu]nk\w*|swell\w*|swelled|double[ds]?|up|down|slid|slip\w*|plung\w*|tumbl\w*|widen\w*|narrow\w*|mov\w*|edg\w*|revis\w*|chang\w*|lost|lose|loses|losing|gain|gains|gained|gaining|took|taken|take|bringing|brought|upgrad\w*|downgrad\w*)$/

/**
 * After a word of change: is "X to Y" one amount, of which Y lends X its unit or scale (by 3 to 5 percent), or that counts
 * one thing and is narrow (lost 200 to 300 men)? Else X is the change, and Y where it ended: lost 3.1 to 940.
 */
function isOneAmount(lexemes: readonly Lexeme[], first: Amount, { low, high, kind, scale, next }: Amount): boolean {
  if (first.kind !== kind || first.scale !== scale) return true
  const noun = lexemes[next]
  return (
    kind === 'number' &&
    noun?.kind === 'word' &&
    /s$|^(?:people|men|women|children)$/.test(noun.lower) &&
    !/^(?:as|was|is|has)$/.test(noun.lower) &&
    (high ?? 0) <= 2 * (low ?? 0)
  )
}

/** A stretch or a single amount at i, unqualified: between 700 and 750; 40–45; 300 or 400; 3,000. */
function stretchAt(text: string, lexemes: readonly Lexeme[], aside: Uint8Array, i: number): Amount | null {
  const opening = lowerAt(lexemes, i)
  const opened = opening === 'between' || opening === 'from'
  let at = opened ? i + 1 : i
  if (opened) {
    const about = phraseAt(BEFORE_PHRASES, lexemes, at)
    if (about?.value.bound === 'about') at = about.next
  }
  if (aside[at]) return null
  const first = amountAt(text, lexemes, at)
  if (!first) return null
  const joint = lexemes[first.next]
  const sign = /^[-–—−~‐‑]$/.test(joint?.text ?? '')
  const word = joint?.lower ?? ''
  const joins =
    opening === 'between'
      ? word === 'and' || sign
      : opening === 'from'
        ? word === 'to' || sign
        : sign || word === 'to' || word === 'or'
  if (joins && !aside[first.next + 1] && !(sign && joint?.text === '—' && !joint.joined)) {
    const second = amountAt(text, lexemes, first.next + 1)
    const both = second ? stretched(first, second) : null
    const near = word !== 'or' || ((both?.high ?? 0) <= 2 * (both?.low ?? 0) && (both?.low ?? 0) > 0)
    const changed = opening === 'from' && [1, 2, 3, 4, 5, 6].some((k) => CHANGE.test(lowerAt(lexemes, i - k)))
    const towards =
      word === 'to' &&
      !opened &&
      [1, 2, 3].some((k) => CHANGE.test(lowerAt(lexemes, i - k))) &&
      !(both && isOneAmount(lexemes, first, both))
    if (both && near && !changed && !towards && !(second && second.kind === 'vague')) return both
  }
  return opened ? null : first
}

interface Bounds {
  low: number | null
  high: number | null
  approximate: boolean
}

/** What a qualifier does to the bounds. */
type Bounding = Pick<Qualifier, 'bound' | 'soft'>

/**
 * The bounds of an amount under qualifiers. About is approximate and bounds nothing; nearly and almost are approximate too,
 * and bound above, as the figures' convention has it.
 */
function bounded(core: Amount, bounds: readonly Bounding[]): Bounds {
  const approximate = bounds.some(({ bound, soft }) => bound === 'about' || soft)
  const side = bounds.find(({ bound }) => bound !== 'about')?.bound
  if (core.low !== core.high || !side) return { low: core.low, high: core.high, approximate }
  return side === 'low' ? { low: core.low, high: null, approximate } : { low: null, high: core.high, approximate }
}

/**
 * The quantities of a text, in order, without overlap.
 * @param text any string; read from `start` to `end` (UTF-16 offsets)
 */
export function quantitiesOf(text: string, start = 0, end = text.length): Quantity[] {
  return quantitiesIn(text, lexemesOf(text, start, end))
}

/** A figure, or a word that some quantity cannot do without. */
const COUNTS = new RegExp(
  String.raw`\d|[${[...VULGAR.keys()].join('')}]|\b(?:${[
    ...UNITS.keys(),
    ...TENS.keys(),
    ...SCALES.keys(),
    ...SMALL_SCALES.keys(),
    ...ORDINALS.keys(),
    ...PARTS.keys(),
    ...ROUND_WORDS,
    ...UNITS_OF_ARMY,
    ...UNITS_OR_ELSE,
    ...VAGUE_WORDS.map((words) => words.split(' ').at(-1) as string),
  ].join('|')})`,
  'i',
)

/** Can this stretch of the text hold a quantity? Most sentences cannot, and need not be divided. */
export function mayCount(text: string, start: number, end: number): boolean {
  return COUNTS.test(text.slice(start, end))
}

/** The quantities of a text that is divided already. */
export function quantitiesIn(text: string, lexemes: readonly Lexeme[]): Quantity[] {
  const aside = setAside(text, lexemes)
  const found: Quantity[] = []
  for (let i = 0; i < lexemes.length; i++) {
    if (aside[i]) continue
    const quantity = quantityAt(text, lexemes, aside, i)
    if (quantity) {
      found.push(quantity.quantity)
      i = quantity.next - 1
      continue
    }
    // a number that is none, whole: no part of it is one
    const number = numberAt(lexemes, i, true)
    if (number) i = Math.max(i, number.next - 1)
  }
  return found
}

/** What stands before an amount: its bounds, their words, and where the amount begins. */
interface Opening {
  readonly at: number
  readonly bounds: readonly Bounding[]
  readonly words: readonly string[]
}

/** Up to about, some, an estimated; a quotation mark may stand between: up to “a battalion”. */
function openingAt(text: string, lexemes: readonly Lexeme[], i: number): Opening | null {
  const bounds: Bounding[] = []
  const words: string[] = []
  let at = i
  for (let step = 0; step < 3; step++) {
    const before = phraseAt(BEFORE_PHRASES, lexemes, at) ?? evenAt(lexemes, at)
    if (!before || TAKES.get(lowerAt(lexemes, at))?.has(lowerAt(lexemes, at - 1))) break
    bounds.push(before.value)
    words.push(text.slice((lexemes[at] as Lexeme).start, (lexemes[before.next - 1] as Lexeme).end))
    at = before.next
    const article = /^(?:the|an?|another)$/.test(lowerAt(lexemes, at))
    if (article && /^(?:some|total|further|additional|estimated)$/.test(lowerAt(lexemes, at + 1))) at += 2
    if (lowerAt(lexemes, at) === 'of' && lowerAt(lexemes, at - 1) === 'total') at++
  }
  if (bounds.length === 0) return { at, bounds, words }
  while (QUOTE.test(lexemes[at]?.text ?? '')) at++
  // more than the 270 needed: a comparison, and no bound
  if (lowerAt(lexemes, at) === 'the' && !/^(?:size|strength|equivalent)$/.test(lowerAt(lexemes, at + 1))) return null
  if (/^(?:another|further|additional)$/.test(lowerAt(lexemes, at))) at++
  return { at, bounds, words }
}

const REACHES = /^(?:pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|top(?:ped|ping|s)?)$/
/** Counts that grow, and so reach a number: the toll passed 300 deaths; but parliament passed 300 bills. */
const GROWING = /^(?:casualties|cases|dead|deaths|fatalities|injuries|people|points|victims|votes)$/

function quantityAt(
  text: string,
  lexemes: readonly Lexeme[],
  aside: Uint8Array,
  i: number,
): { quantity: Quantity; next: number } | null {
  const opening = openingAt(text, lexemes, i)
  if (!opening) return null
  const { at } = opening
  const bounds = [...opening.bounds]
  const words = [...opening.words]
  const amount = stretchAt(text, lexemes, aside, at) ?? (bounds.length === 0 ? rankAt(lexemes, i) : null)
  if (!amount) return null
  let { next } = amount
  const noun = lowerAt(lexemes, next)
  if (REACHES.test(lowerAt(lexemes, i)) && (amount.kind === 'vague' || (/s$/.test(noun) && !GROWING.test(noun))))
    return null
  const close = QUOTE.test(lexemes[next]?.text ?? '') ? next + 1 : next
  const hyphen = HYPHEN.test(lexemes[close]?.text ?? '') && lexemes[close]?.joined ? close + 1 : close
  const after = phraseAt(AFTER_PHRASES, lexemes, hyphen)
  if (after && afterHolds(lexemes, hyphen, after.next, after.value)) {
    bounds.push(after.value)
    words.push(text.slice((lexemes[hyphen] as Lexeme).start, (lexemes[after.next - 1] as Lexeme).end))
    next = after.next
  }
  const [first, last] = [lexemes[i] as Lexeme, lexemes[next - 1] as Lexeme]
  return {
    next,
    quantity: {
      start: first.start,
      end: last.end,
      number: { start: (lexemes[at] as Lexeme).start, end: (lexemes[amount.next - 1] as Lexeme).end },
      kind: amount.kind,
      ...bounded(amount, bounds),
      qualifier: words.length > 0 ? words.join(' ') : null,
      unit: amount.unit,
      why: words.length > 0 ? `${amount.why}, ${words.join(' ')}` : amount.why,
    },
  }
}

/** "Even half a million": a reach, where it caps what stands before it. */
function evenAt(lexemes: readonly Lexeme[], i: number): { next: number; value: Bounding } | null {
  if (lowerAt(lexemes, i) !== 'even' || !/^(?:,|or|perhaps|maybe|and|-|–|—)$/.test(lowerAt(lexemes, i - 1))) return null
  return { next: i + 1, value: { bound: 'high', soft: false } }
}

/** Whether words after a number belong to it: "3,000 or more", not "5, at least 3 of them", "12 plus 4" or "odd jobs". */
function afterHolds(lexemes: readonly Lexeme[], i: number, next: number, { bound }: Bounding): boolean {
  const word = lowerAt(lexemes, i)
  const further = numberAt(lexemes, next, true) !== null || /^\p{Sc}$/u.test(lexemes[next]?.text ?? '')
  if (word === 'at' || word === 'plus' || lexemes[i]?.text === '+') return !further
  if (word === 'odd') return lexemes[i]?.joined === true
  if (word === 'more' && bound === 'about') return true
  if (word === 'tops') return !further
  return !(lowerAt(lexemes, next) === 'than' && numberAt(lexemes, next + 1, true)) && !further
}

/** Third, 21st: a rank. Words that are also times or parts (second, quarter) are left alone. */
function rankAt(lexemes: readonly Lexeme[], i: number): Amount | null {
  const lexeme = lexemes[i] as Lexeme
  const rank = (next: number, value: number): Amount => ({
    next,
    kind: 'ordinal',
    low: value,
    high: value,
    unit: null,
    why: 'ordinal',
    scale: 1,
  })
  if (lexeme.kind === 'numeral') {
    const suffix = lexemes[i + 1]
    return suffix?.joined && SUFFIX.test(suffix.lower) ? rank(i + 2, lexeme.value) : null
  }
  const spoken = spokenOrdinalAt(lexemes, i)
  return spoken ? rank(spoken.next, spoken.value) : null
}

/**
 * Numbers that are no quantities: dates, years, times of day, ages, addresses, scores, telephone numbers, the marks of a
 * list, and those that name: Su-35, Article 5, Boeing 737.
 */

import { MONTHS } from '../times/words.ts'
import { isCapital, type Lexeme } from './lexemes.ts'
import { NAMES_BEFORE, STREETS } from './names-with-numbers.ts'
import { SCALES } from './number-words.ts'
import { numberAt } from './numbers.ts'

const HYPHEN = /^[-‐‑]$/
const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''
const isNumeral = (lexeme: Lexeme | undefined): boolean => lexeme?.kind === 'numeral'
/** Does a sentence, a line or a quotation begin at i, so that a capital says nothing? */
export function begins(text: string, lexemes: readonly Lexeme[], i: number): boolean {
  const before = lexemes[i - 1]
  if (!before) return true
  return !/^[\p{L}\p{N},;)/&-]/u.test(before.text) || text.slice(before.end, lexemes[i]?.start).includes('\n')
}

/** The lexemes of dates, times, ages, addresses and names: no number begins there. */
export function setAside(text: string, lexemes: readonly Lexeme[]): Uint8Array {
  const aside = new Uint8Array(lexemes.length)
  const mark = (from: number, to: number) => aside.fill(1, Math.max(0, from), to)
  lexemes.forEach((lexeme, i) => {
    if (lexeme.kind === 'word' && MONTHS.has(lexeme.lower) && isCapital(lexeme)) markDate(lexemes, i, mark)
    const name = lexeme.kind === 'numeral' ? nameAt(text, lexemes, i) : null
    if (name) mark(...name)
    const aged = ageFrom(lexemes, i)
    if (aged !== null) mark(i, aged)
  })
  return aside
}

const isDay = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'numeral' && /^\d{1,2}$/.test(lexeme.text) && lexeme.value >= 1 && lexeme.value <= 31
const isYear = (lexeme: Lexeme | undefined): boolean => /^(?:1[5-9]|20)\d\d$/.test(lexeme?.text ?? '')
const SUFFIX = /^(?:st|nd|rd|th)$/

/** January 3; Jan. 3-4, 2025; 3 and 4 January; the 3rd of May. */
function markDate(lexemes: readonly Lexeme[], i: number, mark: (from: number, to: number) => void): void {
  const from = i
  let to = i + 1
  if (lexemes[to]?.text === '.' && lexemes[to]?.joined) to++
  if (isDay(lexemes[to])) {
    to++
    for (let step = 0; step < 4; step++) {
      if (SUFFIX.test(lowerAt(lexemes, to)) && lexemes[to]?.joined) to++
      const joint = /^(?:[-–—,/&]|and|or|to|through|until|till)$/.test(lowerAt(lexemes, to))
      if (!joint || !isDay(lexemes[to + 1])) break
      // Dec. 14, 15 soldiers: a comma alone joins days only before another joint or the end
      if (
        lexemes[to]?.text === ',' &&
        lexemes[to + 2]?.kind === 'word' &&
        !/^(?:and|or)$/.test(lowerAt(lexemes, to + 2))
      )
        break
      if (
        /^(?:and|or)$/.test(lowerAt(lexemes, to)) &&
        lexemes[to + 2]?.kind === 'word' &&
        /s$/.test(lowerAt(lexemes, to + 2)) &&
        !/^(?:as|was|is|has)$/.test(lowerAt(lexemes, to + 2))
      )
        break
      to += 2
    }
    if (lexemes[to]?.text === ',' && isYear(lexemes[to + 1])) to += 2
    else if (isYear(lexemes[to])) to++
    mark(from, to)
    return
  }
  if (isYear(lexemes[to])) to++
  let at = from - 1
  if (lowerAt(lexemes, at) === 'of') at--
  for (let step = 0; step < 4; step++) {
    if (SUFFIX.test(lowerAt(lexemes, at)) && lexemes[at]?.joined) at--
    if (!isDay(lexemes[at])) break
    mark(at, to)
    if (!/^(?:[-–—,/&]|and|or|to|through|until|till)$/.test(lowerAt(lexemes, at - 1))) break
    at -= 2
  }
  mark(from, to)
}

/** A numeral with its neighbours. */
interface Place {
  readonly text: string
  readonly lexemes: readonly Lexeme[]
  readonly i: number
  readonly before: Lexeme | undefined
  readonly numeral: Lexeme
  readonly after: Lexeme | undefined
  /** The word after, lower case, or nothing. */
  readonly word: string
  /** A whole number without groups: 747, not 3,000 or 4.5. */
  readonly small: boolean
  /** Is something counted by it: 300 boats, 4 percent? */
  readonly counted: boolean
}

/** The lexemes that a numeral takes out of the quantities, first and after the last; or null. */
type Rule = (place: Place) => readonly [number, number] | null

const NOUN = /(?:s|people|men|women|children|troops|percent|per|million|billion|thousand)$/
const NO_NOUN = /^(?:as|is|was|has|does|his|its|this|us)$/

function placeOf(text: string, lexemes: readonly Lexeme[], i: number): Place {
  const [before, numeral, after] = [lexemes[i - 1], lexemes[i] as Lexeme, lexemes[i + 1]]
  const word = after?.kind === 'word' ? after.lower : ''
  const noun = after?.joined === false && NOUN.test(word) && !NO_NOUN.test(word)
  return {
    text,
    lexemes,
    i,
    before,
    numeral,
    after,
    word,
    small: !/[,\s]/.test(numeral.text) && Number.isInteger(numeral.value),
    counted: noun && (/^\p{Ll}/u.test(after?.text ?? '') || isTitleCase(lexemes, i)),
  }
}

/** 10:30; 6pm; 7 p.m.; 3 o'clock */
const timeOfDay: Rule = ({ lexemes, i, numeral, after, word }) => {
  if (after?.text === ':' && after.joined && isNumeral(lexemes[i + 2]) && lexemes[i + 2]?.joined) return [i, i + 3]
  if (/^(?:am|pm|gmt|utc|cet|est|o'clock)$/.test(word) && numeral.value < 2400) return [i, i + 2]
  return /^[ap]$/.test(word) && lexemes[i + 2]?.text === '.' && lowerAt(lexemes, i + 3) === 'm' ? [i, i + 4] : null
}

/** The 1990s; the 90’s */
const decade: Rule = ({ lexemes, i, before, numeral, after, word }) => {
  if (word === 's' && after?.joined) return [i, i + 2]
  const mark = before?.lower === 'the' && /^['’]$/.test(after?.text ?? '') && lowerAt(lexemes, i + 2) === 's'
  return mark && numeral.value % 10 === 0 ? [i, i + 3] : null
}

/** Su-35; B2; 555-3131-2020; won 3-1 */
const hyphened: Rule = ({ lexemes, i, before, numeral, after }) => {
  if (!numeral.joined) return null
  if (before?.kind === 'word') return [i, i + 1]
  if (!before?.joined || !HYPHEN.test(before.text)) return null
  const far = lexemes[i - 2]
  if (far?.kind === 'word' && !SCALES.has(far.lower) && !/^(?:us|a|hk|c)$/.test(far.lower)) return [i, i + 1]
  if (!far || !isNumeral(far)) return null
  const chained = lexemes[i - 3]?.joined && HYPHEN.test(lexemes[i - 3]?.text ?? '') && isNumeral(lexemes[i - 4])
  if (chained) return [i - 4, i + 1]
  const unit = /^(?:%|[a-z]{2,})$/.test(after?.lower ?? '')
  const score = far.value >= numeral.value ? !unit || numeral.value < 30 : !unit && numeral.value < 10
  return score ? [i - 2, i + 1] : null
}

/** 192.168.1.2; 5/17/2018; 9/11 */
const divided: Rule = ({ lexemes, i, after }) => {
  if (!after?.joined || !/^[./]$/.test(after.text) || !isNumeral(lexemes[i + 2]) || !lexemes[i + 2]?.joined) return null
  if (lexemes[i + 3]?.joined && /^[./]$/.test(lexemes[i + 3]?.text ?? '') && isNumeral(lexemes[i + 4]))
    return [i, i + 5]
  return after.text === '/' && !/^(?:of|mile|cup|inch)/.test(lowerAt(lexemes, i + 3)) ? [i, i + 3] : null
}

/** A 911 call */
const emergency: Rule = ({ i, numeral, word }) =>
  /^(?:911|999|112)$/.test(numeral.text) && /^(?:call|caller|calls|operator|dispatchers?)$/.test(word)
    ? [i, i + 1]
    : null

/** Ages 16 to 24; between ages 30 and 35; aged 61; Ana Ruiz, 44, said */
const age: Rule = ({ lexemes, i, before, numeral, after, small }) => {
  if (/^ages?$/.test(before?.lower ?? '') || (before?.lower === 'of' && /^ages?$/.test(lowerAt(lexemes, i - 2))))
    return /^(?:to|and|[-–—])$/.test(after?.lower ?? '') && isNumeral(lexemes[i + 2]) ? [i, i + 3] : [i, i + 1]
  if (!small || numeral.value > 110) return null
  if (before?.lower === 'aged') return [i, i + 1]
  const named = before?.text === ',' && lexemes[i - 2]?.kind === 'word' && isCapital(lexemes[i - 2])
  return named && /^[,.;)]$/.test(after?.text ?? '') ? [i, i + 1] : null
}

/** She turned 17; he was 15 when; a man who was only 40: years that a person had, in figures or words. */
const PERSON = /^(?:he|she|i|who)$/
const TURNED = /^(?:turn|turned|turns|turning)$/
const WAS = /^(?:was|is|am|'s|he's|she's|i'm|who's)$/
/** After an age: the end of a clause, or words about the time. */
const AFTER_AGE = /^(?:when|at|then|now|and|but|or|as|while|if|years?|this|last|next|on)$/

/** The age in years from lexeme i up to the index returned, or null. */
function ageFrom(lexemes: readonly Lexeme[], i: number): number | null {
  if (lexemes[i]?.kind === 'sign') return null
  const at = /^(?:just|only|about|nearly|almost|still|not|now|then|already|around)$/.test(lowerAt(lexemes, i - 1))
    ? i - 2
    : i - 1
  const verb = lowerAt(lexemes, at)
  const turned = TURNED.test(verb)
  if (!turned && !WAS.test(verb)) return null
  const number = numberAt(lexemes, i, true)
  if (number?.kind !== 'integer' || number.value < 1 || number.value > 110) return null
  const after = lexemes[number.next]
  const dated = after?.lower === 'in' && (turned || isYear(lexemes[number.next + 1]))
  const ends =
    after?.kind === 'word' ? dated || AFTER_AGE.test(after.lower) : /^[,.;:!?)"”’—–]$/.test(after?.text ?? '.')
  if (!ends) return null
  if (turned) return /^(?:it|they|which|clocks?)$/.test(lowerAt(lexemes, at - 1)) ? null : number.next
  const who = /^(?:he|she|i|who)'/.test(verb) || PERSON.test(lowerAt(lexemes, at - 1))
  const named = isCapital(lexemes[at - 1]) && after?.lower === 'when'
  return who || named ? number.next : null
}

/** 4K, 1080p, 5G, a 10K run: the names of pictures, networks and races. */
const product: Rule = ({ lexemes, i, numeral, after, small }) => {
  if (!small || !after?.joined || after.kind !== 'word') return null
  const further = lowerAt(lexemes, i + 2)
  const named =
    (/^[pi]$/.test(after.text) && /^(?:240|360|480|576|720|1080|1440|2160|4320)$/.test(numeral.text)) ||
    (after.text === 'G' && numeral.value >= 2 && numeral.value <= 6) ||
    (/^[Kk]$/.test(after.text) && /^(?:2|4|5|6|8)$/.test(numeral.text) && SCREENS.test(further)) ||
    (/^[Kk]$/.test(after.text) && RACES.test(further))
  return named ? [i, i + 2] : null
}
const SCREENS =
  /^(?:broadcasts?|cameras?|content|displays?|footage|images?|monitors?|pictures?|projectors?|quality|resolution|screens?|streaming|streams?|televisions?|tvs?|ultra|video|videos)$/
const RACES = /^(?:events?|fun|races?|runs?|runners?|walks?)$/

/** Austin, Texas 78701; N.Y. 10001-1234: a postal code after its state */
const postalCode: Rule = ({ lexemes, i, before, numeral }) => {
  if (!/^\d{5}$/.test(numeral.text) || before?.kind !== 'word' || !isCapital(before)) return null
  const abbreviated = /^(?:\p{Lu}{2}|\p{Lu}\.\p{Lu}\.)$/u.test(before.text)
  let at = i - 1
  while (at > i - 4 && lexemes[at]?.kind === 'word' && isCapital(lexemes[at])) at--
  if (lexemes[at]?.text !== ',' || !(abbreviated || isCapital(lexemes[at - 1]))) return null
  const four =
    HYPHEN.test(lexemes[i + 1]?.text ?? '') && lexemes[i + 1]?.joined && /^\d{4}$/.test(lexemes[i + 2]?.text ?? '')
  return [i, four ? i + 3 : i + 1]
}

/** #3; [1]; No. 10; page 12; Article 7 */
const numbered: Rule = ({ lexemes, i, before, numeral, after, small, counted }) => {
  if (/^[#№]$/.test(before?.text ?? '') || (before?.text === '[' && after?.text === ']')) return [i, i + 1]
  const dotted = before?.text === '.' && before.joined ? lexemes[i - 2] : before
  if (!small || counted || numeral.joined || dotted?.kind !== 'word' || !NAMES_BEFORE.has(dotted.lower)) return null
  return dotted === before || /^(?:no|nos|nr|vol|art|sec)$/.test(dotted.lower) ? [i, i + 1] : null
}

/** Boeing 737; Falcon 9: a name before and nothing counted after */
const named: Rule = ({ text, lexemes, i, before, numeral, small, counted }) => {
  if (!small || counted || numeral.value >= 10_000 || before?.kind !== 'word' || !isCapital(before)) return null
  const known = MONTHS.has(before.lower) || WEEKDAY.test(before.lower) || COUNTING.has(before.lower)
  return known || begins(text, lexemes, i - 1) ? null : [i, i + 1]
}

/** 10 Downing Street; 1600 Pennsylvania Avenue */
const address: Rule = ({ lexemes, i, after }) =>
  isCapital(after) && [2, 3].some((k) => STREETS.has(lowerAt(lexemes, i + k)) && isCapital(lexemes[i + k]))
    ? [i, i + 1]
    : null

/** In 2019; the 2024 vote; but 2,000 boats, 2000 boats */
const year: Rule = ({ i, before, numeral, after, word, counted }) => {
  if (!isYear(numeral) || SCALES.has(word) || /^(?:%|percent|per|pc)$/.test(after?.lower ?? '')) return null
  const could = counted && numeral.value % 50 === 0
  if (!could) return [i, i + 1]
  return /^(?:in|since|the)$/.test(before?.lower ?? '') ? [i, i + 1] : null
}

/** 1. and 2) at the head of a text */
const listMark: Rule = ({ i, before, numeral, after, small }) =>
  before === undefined && small && numeral.value < 100 && after?.joined && /^[.)]$/.test(after.text) ? [i, i + 1] : null

const RULES: readonly Rule[] = [
  timeOfDay,
  decade,
  hyphened,
  divided,
  emergency,
  age,
  product,
  postalCode,
  numbered,
  named,
  address,
  year,
  listMark,
]

function nameAt(text: string, lexemes: readonly Lexeme[], i: number): readonly [number, number] | null {
  const place = placeOf(text, lexemes, i)
  for (const rule of RULES) {
    const taken = rule(place)
    if (taken) return taken
  }
  return null
}

/** Is the text around lexeme i in capitals like a headline, so that a capital says nothing? */
export function isTitleCase(lexemes: readonly Lexeme[], i: number): boolean {
  const near = lexemes.slice(Math.max(0, i - 4), i + 5).filter(({ kind, text }) => kind === 'word' && text.length > 3)
  return near.length > 2 && near.every((lexeme) => isCapital(lexeme))
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** Capitalised words that count or connect, in a headline or at the head of a sentence. */
const COUNTING = new Set(
  `a about after all almost an and another are around as at before between by did do does for from had has have if in into is its just kill
  killed killing kills least less lost more nearly of on only or other others over per roughly said says some still than that the their
  then these they those to under up was were when where while who with wounded`.split(/\s+/),
)

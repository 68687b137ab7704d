/**
 * Numbers that are no quantities: dates, years, times of day, ages, addresses, scores, telephone numbers, the marks of a
 * list, and those that name: Su-35, Article 5, Boeing 737.
 */
import type { Lexeme } from './lexemes.ts'
import { BEFORE_YEAR, MONTHS, NAMES_BEFORE, STREETS } from './names-with-numbers.ts'
import { SCALES } from './number-words.ts'

const HYPHEN = /^[-‐‑]$/
const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''
const isNumeral = (lexeme: Lexeme | undefined): boolean => lexeme?.kind === 'numeral'
export const isCapital = (lexeme: Lexeme | undefined): boolean => /^\p{Lu}/u.test(lexeme?.text ?? '')
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

/** Numbers that are times, ages, parts of names, addresses, scores, list marks. */
function nameAt(text: string, lexemes: readonly Lexeme[], i: number): readonly [number, number] | null {
  const [before, numeral, after] = [lexemes[i - 1], lexemes[i] as Lexeme, lexemes[i + 1]]
  const word = after?.kind === 'word' ? after.lower : ''
  // 10:30, 6pm, 6 p.m., 3 o'clock
  if (after?.text === ':' && after.joined && isNumeral(lexemes[i + 2]) && lexemes[i + 2]?.joined) return [i, i + 3]
  if (/^(?:am|pm|gmt|utc|cet|est|o'clock)$/.test(word) && numeral.value < 2400) return [i, i + 2]
  if (/^[ap]$/.test(word) && lexemes[i + 2]?.text === '.' && /^m$/.test(lowerAt(lexemes, i + 3))) return [i, i + 4]
  // 1990s; the 80s; 5th is an ordinal, left to itself
  if (word === 's' && after?.joined) return [i, i + 2]
  // Su-35, Covid-19, B2, 5G, 737-800; 24-hour is a word's own affair
  if (numeral.joined && before?.kind === 'word') return [i, i + 1]
  if (numeral.joined && before?.joined && HYPHEN.test(before.text)) {
    const far = lexemes[i - 2]
    if (far?.kind === 'word' && !SCALES.has(far.lower) && !/^(?:us|a|hk|c)$/.test(far.lower)) return [i, i + 1]
    // 222-2222-2222, 3-1
    if (isNumeral(far)) {
      const chained = lexemes[i - 3]?.joined && HYPHEN.test(lexemes[i - 3]?.text ?? '') && isNumeral(lexemes[i - 4])
      if (chained) return [i - 4, i + 1]
      const percent = /^(?:%|percent|per|pc|[a-z]{2,})$/.test(after?.lower ?? '')
      if ((far?.value ?? 0) >= numeral.value && (!percent || numeral.value < 30)) return [i - 2, i + 1]
      if (numeral.value < 10 && !percent) return [i - 2, i + 1]
    }
  }
  // 192.168.1.2; 5/17/2018; 9/11; 24/7
  if (after?.joined && /^[./]$/.test(after.text) && isNumeral(lexemes[i + 2]) && lexemes[i + 2]?.joined) {
    const more = lexemes[i + 3]?.joined && /^[./]$/.test(lexemes[i + 3]?.text ?? '') && isNumeral(lexemes[i + 4])
    if (more) return [i, i + 5]
    if (after.text === '/' && !/^(?:of|mile|cup|inch)/.test(lowerAt(lexemes, i + 3))) return [i, i + 3]
  }
  // the 90’s; a 911 call
  if (
    before?.lower === 'the' &&
    numeral.value % 10 === 0 &&
    /^['’]$/.test(after?.text ?? '') &&
    lowerAt(lexemes, i + 2) === 's'
  )
    return [i, i + 3]
  if (/^(?:911|999|112)$/.test(numeral.text) && /^(?:call|caller|calls|operator|dispatcher|dispatchers)$/.test(word))
    return [i, i + 1]
  // ages 16 to 24; between the ages of 17 and 20
  if (/^ages?$/.test(before?.lower ?? '') || (before?.lower === 'of' && /^ages?$/.test(lowerAt(lexemes, i - 2))))
    return /^(?:to|and|[-–—])$/.test(after?.lower ?? '') && isNumeral(lexemes[i + 2]) ? [i, i + 3] : [i, i + 1]
  // [1], #3, No. 10, @home
  if (before?.text === '#' || before?.text === '№') return [i, i + 1]
  if (before?.text === '[' && after?.text === ']') return [i, i + 1]
  const dotted = before?.text === '.' && before.joined ? lexemes[i - 2] : before
  const small = !/[,\s]/.test(numeral.text) && Number.isInteger(numeral.value)
  const counted =
    after?.kind === 'word' &&
    !after.joined &&
    /^\p{Ll}/u.test(after.text) &&
    /(?:s|people|men|women|children|troops|percent|per|million|billion|thousand)$/.test(word) &&
    !/^(?:as|is|was|has|does|his|its|this|us)$/.test(word)
  if (small && dotted?.kind === 'word' && !numeral.joined && NAMES_BEFORE.has(dotted.lower) && !counted) {
    const plain = dotted === before || /^(?:no|nos|nr|vol|art|sec)$/.test(dotted.lower)
    if (plain) return [i, i + 1]
  }
  // Boeing 737, Falcon 9: a name before and nothing counted after
  if (
    small &&
    before?.kind === 'word' &&
    isCapital(before) &&
    !counted &&
    numeral.value < 10_000 &&
    !begins(text, lexemes, i - 1) &&
    !MONTHS.has(before.lower) &&
    !WEEKDAY.test(before.lower) &&
    !COUNTING.has(before.lower)
  )
    return [i, i + 1]
  // 10 Downing Street
  if (isCapital(after) && [2, 3].some((k) => STREETS.has(lowerAt(lexemes, i + k)) && isCapital(lexemes[i + k])))
    return [i, i + 1]
  // Kim, 24, said; aged 24; 24 years old; 24-year-old
  if (small && numeral.value < 111) {
    const named = before?.text === ',' && lexemes[i - 2]?.kind === 'word' && isCapital(lexemes[i - 2])
    if (named && /^[,.;)]$/.test(after?.text ?? '')) return [i, i + 1]
    if (/^(?:aged?|ages)$/.test(before?.lower ?? '')) return [i, i + 1]
  }
  // years
  if (isYear(numeral) && !SCALES.has(word) && !/^(?:%|percent|per|pc)$/.test(after?.lower ?? '')) {
    const roundNumber = numeral.value % 50 === 0
    if (
      BEFORE_YEAR.has(before?.lower ?? '') &&
      !(roundNumber && counted && before?.lower !== 'in' && before?.lower !== 'the' && before?.lower !== 'since')
    )
      return [i, i + 1]
    if (!counted || !roundNumber) return [i, i + 1]
  }
  // 1. and 2) at the head of a line
  if (
    begins(text, lexemes, i) &&
    /^[.)]$/.test(after?.text ?? '') &&
    small &&
    numeral.value < 100 &&
    after?.joined &&
    before === undefined
  )
    return [i, i + 1]
  return null
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** Capitalised words that count or connect, in a headline or at the head of a sentence. */
const COUNTING = new Set(
  `a about after all almost an and another are around as at before between by did do does for from had has have if in into is its just kill
  killed killing kills least less lost more nearly of on only or other others over per roughly said says some still than that the their
  then these they those to under up was were when where while who with wounded`.split(/\s+/),
)

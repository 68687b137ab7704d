/**
 * Rules on days: a weekday that is not the date's, a word like "yesterday" that is not the day it stands for, and such
 * words at all, which are stale when the piece is read a day later.
 */

import { documentOf } from '../../language/document.ts'
import { dayOf, dayOfIso, isoOf, weekdayOf } from '../../language/times/calendar.ts'
import { MONTHS } from '../../language/times/words.ts'
import type { Span } from '../../page/article.ts'
import { type Found, inText, type Matter, ofClaim, quoted, type Rule } from './rule.ts'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const WEEKDAY = '(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)'
const MONTH = String.raw`(?<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|march|mar\.|april|apr\.|may|june|july|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)`
const DATED = new RegExp(
  String.raw`\b${WEEKDAY},? (?:the )?(?:${MONTH} (?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|:|\.\d)(?:,? (?<year>(?:19|20)\d\d)\b)?|(?<day2>\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH.replace('month', 'month2')}(?:,? (?<year2>(?:19|20)\d\d)\b)?)`,
  'giu',
)

const nameOf = (day: number): string => {
  const name = WEEKDAYS[weekdayOf(day) - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A date without a year is taken for one this near to the draft's own, in days: another may be of any year. */
const NEAR = 60

export const weekdayWrong: Rule = {
  id: 'weekday-not-the-dates',
  summary: 'a weekday beside a date that is another day of the week',
  severity: 'error',
  find: ({ article: { text, published, modified } }) => {
    const today = dayOfIso(published ?? modified ?? '')
    return Array.from(text.matchAll(DATED)).flatMap((match): Found[] => {
      const { weekday = '', month, month2, day, day2, year, year2 } = match.groups ?? {}
      const number = MONTHS.get((month ?? month2 ?? '').toLowerCase().replace('.', ''))
      if (number === undefined) return []
      const date = dateNear(Number(year ?? year2 ?? Number.NaN), number, Number(day ?? day2), today)
      if (date === null || nameOf(date).toLowerCase() === weekday.toLowerCase()) return []
      const at = { start: match.index, end: match.index + match[0].length, text: match[0] }
      return [
        {
          at: inText(at),
          message: `${isoOf(date)} is a ${nameOf(date)}, not a ${weekday}`,
          other: null,
          advice: 'Look the day up, and correct the weekday or the date.',
        },
      ]
    })
  },
}

/** The day of a date; of one without a year the nearest to the draft's, null where that is not known or none is near. */
function dateNear(year: number, month: number, day: number, today: number | null): number | null {
  if (!Number.isNaN(year)) return dayOf(year, month, day)
  if (today === null) return null
  const about = Number(isoOf(today).slice(0, 4))
  const near = [about - 1, about, about + 1]
    .map((own) => dayOf(own, month, day))
    .filter((own) => Math.abs(own - today) <= NEAR)
  return near[0] ?? null
}

/** Words for a day, by how far it is from the day of writing. */
const WORDS: Readonly<Record<string, number>> = { 'last night': -1, today: 0, tomorrow: 1, tonight: 0, yesterday: -1 }
const RELATIVE =
  /\b(?:today|yesterday|tomorrow|tonight|last night)\b(?!['’]s (?:generation|youth|world|society|market))/giu
/** "Today" as an age, and words that begin a name: USA Today. */
const NO_DAY = /\b(?:USA|Business|Psychology|Russia|History|the|India|of|until|even|still|here) $/iu
const APPOSED = new RegExp(
  String.raw`\b(?<word>today|yesterday|tomorrow|tonight|last night)(?:, | \(|, on | on |\s)(?:on )?${WEEKDAY}\b(?!['’])|\b${WEEKDAY.replace('weekday', 'weekday2')} \((?<word2>today|yesterday|tomorrow|tonight|last night)\)`,
  'giu',
)

/** The words for days in the text that are not within a quotation: those are the speaker's. */
function ownWords({ article: { text, blocks } }: Matter): (Span & { readonly text: string })[] {
  const { quotations } = documentOf(text, blocks)
  const found = Array.from(text.matchAll(RELATIVE), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    text: word,
  }))
  let next = 0
  return found.filter(({ start, end }) => {
    while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    const within = quotations[next]
    return (
      !(within && within.start < start && within.end >= end) && !NO_DAY.test(text.slice(Math.max(0, start - 14), start))
    )
  })
}

/** A dateline may be a day older than the piece: more, and "today" is not the day of publication. */
const OVERNIGHT = 1

export const staleTime: Rule = {
  id: 'stale-time-word',
  summary: '"today", "yesterday", "last night" that is not the day it stands for',
  severity: 'warning',
  find: (matter) => {
    const { published, modified, dateline, text } = matter.article
    const today = dayOfIso(published ?? modified ?? '')
    const own = ownWords(matter)
    const isOwn = ({ start, end }: Span) => own.some((word) => word.start < end && start < word.end)
    const found: Found[] = []
    if (today !== null)
      for (const match of text.matchAll(APPOSED)) {
        const { word = match.groups?.word2 ?? '', weekday = match.groups?.weekday2 ?? '' } = match.groups ?? {}
        const day = today + (WORDS[word.toLowerCase()] ?? 0)
        const span = { start: match.index, end: match.index + match[0].length }
        if (nameOf(day).toLowerCase() === weekday.toLowerCase() || !isOwn(span)) continue
        found.push({
          at: inText({ ...span, text: match[0] }),
          message: `${quoted(word)} of a draft dated ${isoOf(today)} is a ${nameOf(day)}, not a ${weekday}`,
          other: null,
          advice: 'Give the weekday or the date alone.',
        })
      }
    const written = datelineDay(dateline, today)
    const [first] = own
    if (today !== null && written !== null && first !== undefined && today - written > OVERNIGHT)
      found.push({
        at: inText(first),
        message: `${quoted(first.text)} was written on ${isoOf(written)} by the dateline; the draft is dated ${isoOf(today)}`,
        other: null,
        advice: 'Give the weekday or the date in its place.',
      })
    return [...found, ...sayingDays(matter, isOwn)]
  },
}

/** The day of a dateline that has one: `SEOUL, Jan. 5 (Yonhap)`. */
function datelineDay(dateline: string | null, today: number | null): number | null {
  const match = new RegExp(`${MONTH} (?<day>\\d{1,2})\\b`, 'iu').exec(dateline ?? '')
  const month = MONTHS.get((match?.groups?.month ?? '').toLowerCase().replace('.', ''))
  return month === undefined || today === null ? null : dateNear(Number.NaN, month, Number(match?.groups?.day), today)
}

/** One statement of one speaker, said "yesterday" in one place and on another day's name in another. */
function sayingDays({ pairs }: Matter, isOwn: (span: Span) => boolean): Found[] {
  return pairs().flatMap(({ one, other }): Found[] => {
    const [a, b] = [one.saidTime, other.saidTime]
    if (a?.date?.length !== 10 || b?.date?.length !== 10 || a.date === b.date) return []
    const relative = isOwn(b.anchor)
      ? ([other, b, one, a] as const)
      : isOwn(a.anchor)
        ? ([one, a, other, b] as const)
        : null
    if (relative === null) return []
    const [claim, word, against, day] = relative
    return [
      {
        at: ofClaim(claim, { ...word.anchor, text: word.text }),
        message: `Said ${quoted(word.text)} (${word.date}) here, ${quoted(day.text)} (${day.date}) elsewhere`,
        other: ofClaim(against, { ...day.anchor, text: day.text }),
        advice: 'Give one day for one statement.',
      },
    ]
  })
}

export const relativeDay: Rule = {
  id: 'relative-day',
  summary: 'any "today", "yesterday", "tomorrow", "tonight" or "last night" outside quotations',
  severity: 'off',
  find: (matter) =>
    ownWords(matter).map((word) => ({
      at: inText(word),
      message: `${quoted(word.text)} is stale for who reads this on another day`,
      other: null,
      advice: 'Give the weekday or the date.',
    })),
}

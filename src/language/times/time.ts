/**
 * What a time expression says, after TIMEX3 (ISO-TimeML, ISO 24617-1): a value that keeps what the words leave open
 * (XXXX-12-23), and its readings as days of the calendar.
 */
import type { Span } from '../../page/article.ts'
import { dayOf, isoOf, weekdayOf } from './calendar.ts'
import type { Word } from './words.ts'

/**
 * `date` is one day, `period` a stretch of days with a place in the calendar, `duration` a length without one, `set` a
 * time that recurs, `vague` a word of time that names no day: recently, now.
 */
export type Kind = 'date' | 'period' | 'duration' | 'set' | 'vague'

export type Grain =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'

/** TIMEX3's `mod`. */
export type Mod = 'START' | 'MID' | 'END' | 'LESS_THAN' | 'MORE_THAN' | 'BEFORE' | 'AFTER' | 'APPROX'

/** First and last day, both within; null where the words leave that end open. */
export interface Days {
  readonly first: number | null
  readonly last: number | null
}

/** The same, as ISO dates. */
export interface Stretch {
  readonly start: string | null
  readonly end: string | null
}

/** The fields that a date's words name. */
export interface Named {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

/** A time expression as the grammar builds it. */
export interface Time {
  readonly kind: Kind
  readonly value: string
  readonly mod: Mod | null
  readonly grain: Grain
  /** Null where the calendar has no such day (30 February) or the words name none. */
  readonly past: Days | null
  readonly future: Days | null
  readonly news: Days | null
  readonly begin: string | null
  readonly end: string | null
  /** Is it the same whatever the reference day? */
  readonly absolute: boolean
  readonly named: Named
}

/** A time expression in a text. */
export interface TimeExpression extends Span {
  readonly kind: Kind
  /**
   * TIMEX3's value: `2025-01-04`, `XXXX-12-23`, `XXXX-WXX-6`, `2025-W01`, `2025-W01-WE`, `2024-Q3`, `2024-SU`, `P3D`,
   * `PAST_REF`. For a stretch between two points, its length.
   */
  readonly value: string
  readonly mod: Mod | null
  /** TIMEX3's beginPoint and endPoint, as values, where the words name a stretch by its ends or from the reference day. */
  readonly begin: string | null
  readonly endPoint: string | null
  readonly grain: Grain
  /** The reading that news gives it; null dates where an end is open or unknown. */
  readonly first: string | null
  readonly last: string | null
  /**
   * The calendar's two readings, which are the same unless the words fit the past and the future alike: 23 December is
   * the last one before the reference day, and the next one from it on. Null where no such day exists.
   */
  readonly past: Stretch | null
  readonly future: Stretch | null
  /** Does it name the same days whatever the reference day? */
  readonly absolute: boolean
  /** The rule that read it. */
  readonly why: string
}

/**
 * `news` looks back: a bare weekday is the last one, and bare numbers are no days. `diary` looks either way, and reads
 * `the 27th`, `my week`, `4/22` as an appointment's writer means them.
 */
export type Register = 'news' | 'diary'

export interface Context {
  readonly words: readonly Word[]
  /** What has been read at each word, by kind of expression. */
  readonly memory: Memory
  /** The reference day. */
  readonly today: number
  readonly register: Register
  /** The days that the text named last, for `a day earlier` and `the same day`. */
  readonly previous: Days | null
}

export interface Match {
  /** Index after the last word. */
  readonly to: number
  readonly time: Time
  /** The rule that read it, where one is named. */
  readonly why?: string
}

/** A rule of the grammar: its name and what it reads at a word. */
export type Rule = readonly [name: string, read: (context: Context, i: number) => Match | null]

export type Memory = Record<'point' | 'period' | 'day or period', Map<number, Match | null>>

export const emptyMemory = (): Memory => ({ point: new Map(), period: new Map(), 'day or period': new Map() })

/** What `read` gives at word `i`, read only once. */
export function remembered(
  context: Context,
  i: number,
  kind: keyof Memory,
  read: (context: Context, i: number) => Match | null,
): Match | null {
  const known = context.memory[kind].get(i)
  if (known !== undefined) return known
  const found = read(context, i)
  context.memory[kind].set(i, found)
  return found
}

/** The longest reading at word `i` by any of the rules, the first named of equals. */
export function longest(context: Context, i: number, rules: readonly Rule[]): Match | null {
  let best: Match | null = null
  for (const [why, read] of rules) {
    const found = read(context, i)
    if (found !== null && (best === null || found.to > best.to)) best = { why, ...found }
  }
  return best
}

export const low = (context: Context, i: number): string => context.words[i]?.low ?? ''
export const digitsAt = (context: Context, i: number): number | null => context.words[i]?.digits ?? null

/** The longer of two readings; the first when they are as long. */
export function longer(a: Match | null, b: Match | null): Match | null {
  if (a === null) return b
  return b !== null && b.to > a.to ? b : a
}

export const days = (first: number | null, last: number | null = first): Days => ({ first, last })

const BLANK = { mod: null, begin: null, end: null, absolute: false, named: {} } as const

/** A time that reads the same both ways. */
export function settled(kind: Kind, value: string, grain: Grain, at: Days | null, more: Partial<Time> = {}): Time {
  return { kind, value, grain, past: at, future: at, news: at, ...BLANK, ...more }
}

/** One known day. */
export function dayTime(day: number, more: Partial<Time> = {}): Time {
  return settled('date', isoOf(day), 'day', days(day), more)
}

/** The last day with the weekday (1 to 7) at or before the day. */
export function weekdayBefore(weekday: number, day: number): number {
  return day - ((weekdayOf(day) - weekday + 7) % 7)
}

export const monthDays = (year: number, month: number): Days =>
  days(dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1)
export const yearDays = (year: number, years = 1): Days => days(dayOf(year, 1, 1), dayOf(year + years, 1, 1) - 1)

/** The grammar's rules, each with two examples that are its test: words => first/last day as of Wednesday 15 January 2025. */
import { countedTime, duration } from './durations.ts'
import * as periods from './periods.ts'
import * as points from './points.ts'
import * as ranges from './ranges.ts'
import { fromPrevious, recurring, vagueTime } from './recurring.ts'
import type { Context, Match } from './time.ts'

export interface Rule {
  readonly name: string
  readonly read: (context: Context, i: number) => Match | null
  /** Words in their sentence => the words read, `=>`, first and last day. */
  readonly examples: readonly string[]
}

/** Where two rules read as many words, the first named wins. */
export const RULES: readonly Rule[] = [
  { name: 'two joined', read: ranges.pair, examples: ['It fell on Friday and Saturday => Friday and Saturday', ''] },
  { name: 'from one to another', read: ranges.range, examples: [] },
  { name: 'days of one month', read: ranges.daysOfMonth, examples: [] },
  { name: 'weekdays of one week', read: ranges.weekdaysOfWeek, examples: [] },
  { name: 'open at one end', read: ranges.openEnded, examples: [] },
  { name: 'weekday and date', read: points.weekdayDate, examples: [] },
  { name: 'month and day', read: points.monthDay, examples: [] },
  { name: 'day and month', read: points.dayMonth, examples: [] },
  { name: 'date in figures', read: points.figures, examples: [] },
  { name: 'day of this or another month', read: points.dayOfTurn, examples: [] },
  { name: 'weekday of this or another week', read: points.turnedWeekday, examples: [] },
  { name: 'nth weekday of a month', read: points.nthWeekday, examples: [] },
  { name: 'counted from the day', read: points.deictic, examples: [] },
  { name: 'weekday', read: points.weekday, examples: [] },
  { name: 'day of the month alone', read: points.bareDay, examples: [] },
  { name: 'counted length', read: countedTime, examples: [] },
  { name: 'part of a period', read: periods.partOfPeriod, examples: [] },
  { name: 'side of a period', read: periods.sideOfPeriod, examples: [] },
  { name: 'this or another unit', read: periods.turnedUnit, examples: [] },
  { name: 'unit after next', read: periods.unitAfterNext, examples: [] },
  { name: 'month and year', read: periods.monthYear, examples: [] },
  { name: 'month in figures', read: periods.monthFigures, examples: [] },
  { name: 'month', read: periods.month, examples: [] },
  { name: 'season', read: periods.season, examples: [] },
  { name: 'quarter or half', read: periods.quarter, examples: [] },
  { name: 'decade', read: periods.decade, examples: [] },
  { name: 'century', read: periods.century, examples: [] },
  { name: 'numbered week', read: periods.numberedWeek, examples: [] },
  { name: 'nth week', read: periods.nthWeek, examples: [] },
  { name: 'week of a date', read: periods.weekOfDate, examples: [] },
  { name: 'year', read: periods.bareYear, examples: [] },
  { name: 'recurring', read: recurring, examples: [] },
  { name: 'from the day named last', read: fromPrevious, examples: [] },
  { name: 'length', read: duration, examples: [] },
  { name: 'vague', read: vagueTime, examples: [] },
]

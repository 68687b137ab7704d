// Every kind that is measured, in the order of the table.
import type { Kind } from './kind.ts'
import { currency } from './kinds/currency.ts'
import { date } from './kinds/date.ts'
import { datePeriod } from './kinds/date-period.ts'
import { dimension } from './kinds/dimension.ts'
import { duration } from './kinds/duration.ts'
import { number } from './kinds/number.ts'
import { numberRange } from './kinds/number-range.ts'
import { ordinal } from './kinds/ordinal.ts'
import { percent } from './kinds/percent.ts'

export const kinds: readonly Kind[] = [
  number,
  numberRange,
  ordinal,
  percent,
  currency,
  dimension,
  date,
  datePeriod,
  duration,
]

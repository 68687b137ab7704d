// Stretches of days: weeks, months, years, their parts, and from one day to another.
import { chronoDates, expectedOf, hearsay, LEAD, microsoftDates } from '../dates.ts'
import type { Kind } from '../kind.ts'

export const datePeriod: Kind = {
  file: 'DatePeriodParser',
  lead: LEAD,
  expectedOf: expectedOf('daterange'),
  readers: { hearsay: hearsay('daterange'), microsoft: microsoftDates('daterange'), chrono: chronoDates('daterange') },
}

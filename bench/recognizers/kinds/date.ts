// Days: calendar dates, weekdays, today and what is counted from it.
import { chronoDates, expectedOf, hearsay, LEAD, microsoftDates } from '../dates.ts'
import type { Kind } from '../kind.ts'

export const date: Kind = {
  file: 'DateParser',
  lead: LEAD,
  expectedOf: expectedOf('date'),
  readers: { hearsay: hearsay('date'), microsoft: microsoftDates('date'), chrono: chronoDates('date') },
}

// Lengths of time; chrono-node reads none.
import { expectedOf, hearsay, LEAD, microsoftDates } from '../dates.ts'
import type { Kind } from '../kind.ts'

export const duration: Kind = {
  file: 'DurationParser',
  lead: LEAD,
  expectedOf: expectedOf('duration'),
  readers: { hearsay: hearsay('duration'), microsoft: microsoftDates('duration') },
}

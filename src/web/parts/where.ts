/** Where and when what is claimed happened, and when it was said. */
import type { Claim } from '../../claims/claim.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted } from '../../publish/story/words.ts'
import { dateOf, datesOf } from '../../publish/when.ts'
import { PARTS } from '../words/parts.ts'

/** What of a claim says where and when. */
export type PlacedInTime = Pick<Claim, 'place' | 'eventTime' | 'saidTime'>

/** The longest words of a time, in characters. */
const LONGEST = 60

/** Place and times as a list of names and values; null where the claim has none. */
export function placeAndTime({ place, eventTime, saidTime }: PlacedInTime): Html | null {
  const rows: readonly (readonly [string, string | null, string | null])[] = [
    [PARTS.place, place?.name ?? null, place?.text || null],
    [
      PARTS.happened,
      eventTime && (datesOf(eventTime.start, eventTime.end) ?? quoted(eventTime.text, LONGEST)),
      eventTime?.text || null,
    ],
    [
      PARTS.said,
      saidTime && (saidTime.date === null ? quoted(saidTime.text, LONGEST) : dateOf(saidTime.date)),
      saidTime?.text || null,
    ],
  ]
  const shown = rows.filter(([, value]) => value !== null)
  if (shown.length === 0) return null
  return html`<dl class="place-and-time">${shown.map(([name, value, words]) => {
    const own = words === null || quoted(words, LONGEST) === value || words === value ? null : words
    return html`<div><dt>${name}</dt><dd>${value}${own !== null && html` <q>${quoted(own, LONGEST)}</q>`}</dd></div>
`
  })}</dl>`
}

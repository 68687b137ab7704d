/** How figures are asked for: by which day, and whether words without a number are read. It stands in the address. */

import { figuresAt, panelFileAt } from '../../publish/addresses.ts'
import type { Charted } from '../../publish/chart/chart.ts'

/** What an address asks for; anything else than `by=asof` and `vague=on` is as usual. */
export const chartedIn = (query: (name: string) => string | undefined): Charted => ({
  by: query('by') === 'asof' ? 'asOf' : 'said',
  vague: query('vague') === 'on',
})

/** The query that asks for it; empty for what is usual. */
function queryOf({ by, vague }: Charted): string {
  const query = new URLSearchParams([
    ...(by === 'asOf' ? [['by', 'asof']] : []),
    ...(vague ? [['vague', 'on']] : []),
  ]).toString()
  return query === '' ? '' : `?${query}`
}

/** The figures of a story, shown so. */
export const shownAt = (story: number, charted: Charted): string => `${figuresAt(story)}${queryOf(charted)}`

/** A panel as a file, shown so. @param panel from 1 */
export const fileAt = (story: number, panel: number, format: 'svg' | 'png' | 'csv', charted: Charted): string =>
  `${panelFileAt(story, panel, format)}${format === 'csv' ? '' : queryOf(charted)}`

/**
 * The figures of a panel as a table for other programs (RFC 4180): a line for each report of each figure. Programs that
 * calculate take some words for formulas; those are set off by an apostrophe, as OWASP advises.
 */
import type { Panel } from '../../stories/figures/panels.ts'
import type { Mention } from '../../stories/reading.ts'
import { COLUMNS } from '../words/figures.ts'

type Cell = string | number | null

const FORMULA = /^[=+\-@\t\r\n]/

/** A value in a line: quoted where it must be, never a formula. */
function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const words = cell.toWellFormed().replaceAll('\0', '')
  const safe = FORMULA.test(words.trimStart()) || FORMULA.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * @param at which panel of the story, from 1
 * @param claimAt the address of a claim; null where it has none
 */
export function panelCsv(panel: Panel, at: number, claimAt: (mention: Mention) => string | null): string {
  const rows = [
    ...panel.lanes.map((lane) => ({ ...panel, ...lane, reason: null })),
    ...panel.apart.map((lane) => ({ ...lane, lanes: [] })),
  ].flatMap(({ name, points, measure, population, place, unit, reason }) =>
    points.flatMap((point) =>
      point.mentions.map(({ mention, outlet, text }): readonly Cell[] => [
        at,
        measure,
        population,
        place,
        unit,
        name,
        point.said,
        point.asOf,
        point.low,
        point.high,
        point.approximate ? 'about' : null,
        point.qualifier,
        point.words[0] ?? null,
        outlet,
        text,
        claimAt(mention),
        reason,
      ]),
    ),
  )
  return [COLUMNS, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

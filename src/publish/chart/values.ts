/**
 * Figures of one day or of none: values across, a row for each figure with its words above it, claimant by claimant.
 */
import * as Plot from '@observablehq/plot'
import type { Chart, Mark } from './chart.ts'
import { glyphs, HALO, type LinkOf, labelOf, type Placed } from './glyphs.ts'
import { type Scale, tickName } from './scale.ts'

/** Pixels: a row with its words, the margins, and arrows' room at both ends. */
const ROW = 44
const SIDE = 26
const MARGIN = 2
const BOTTOM = 24
/** A tick's number needs so much of the axis. */
const TICK = 52

/** The options of Observable Plot for a chart of values. */
export function valueChart({ lanes }: Chart, scale: Scale, width: number, linkOf: LinkOf): Plot.PlotOptions {
  const rows = lanes.flatMap(({ name, marks }, lane) => marks.map((mark) => ({ ...mark, name, lane })))
  const placed = rows.map(
    (row, at): Placed => ({
      ...row,
      low: Math.max(row.low, scale.from),
      high: Math.max(row.high, scale.from),
      across: at,
    }),
  )
  const words = ({ name, ...mark }: Placed) =>
    labelOf({ words: `${mark.words} – ${name}` } as Mark, Math.floor(width / 6.4))
  const ticks = scale.ticks.length * TICK > width ? scale.ticks.filter((_, at) => at % 2 === 0) : [...scale.ticks]
  return {
    width,
    height: rows.length * ROW + BOTTOM,
    marginTop: 0,
    marginBottom: BOTTOM,
    marginLeft: MARGIN,
    marginRight: MARGIN,
    x: { type: scale.kind, domain: [scale.from, scale.to], insetLeft: SIDE, insetRight: SIDE, axis: null },
    y: { type: 'linear', domain: [-0.7, rows.length - 0.3], reverse: true, axis: null },
    marks: [
      Plot.gridX(scale.ticks, { stroke: 'currentColor', strokeOpacity: 0.16 }),
      Plot.axisX({
        ticks,
        tickFormat: (tick: number) => tickName(tick, scale),
        tickSize: 0,
        label: null,
        fontVariant: 'tabular-nums',
      }),
      Plot.text(placed, {
        y: 'across',
        text: words as never,
        frameAnchor: 'left',
        dx: MARGIN,
        dy: -18,
        fontSize: 12.5,
        ...HALO,
      }),
      ...glyphs(placed, 'x', false, linkOf),
    ],
  }
}

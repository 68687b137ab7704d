/**
 * Figures over time: days across, values up, a lane for each claimant on one scale; what a claimant revised is joined by a
 * thin line. Figures of no known day stand in a column of their own at the end.
 */
import * as Plot from '@observablehq/plot'
import { dayOf } from '../../stories/said.ts'
import { dateOf } from '../when.ts'
import type { Chart, Mark } from './chart.ts'
import { glyphs, HALO, type LinkOf, labelOf, middleOf, type Placed } from './glyphs.ts'
import { labelsFor } from './layout.ts'
import { positionOn, type Scale, tickName } from './scale.ts'

/** Pixels: a lane's height, the room above it for its name, and around all of it. */
const LANE = 74
const NAME = 30
const LEFT = 52
const RIGHT = 16
const BOTTOM = 34
/** Arrows need room beyond the last tick. */
const ABOVE = 18
const BELOW = 6
/** Between the first or last day and the frame. */
const SIDE = 26
/** A day's name needs so much of the axis. */
const DAY = 72

/** The options of Observable Plot for a chart over time. */
export function timeChart(
  { lanes }: Chart,
  scale: Scale,
  days: readonly string[],
  width: number,
  linkOf: LinkOf,
): Plot.PlotOptions {
  const [first, last] = [dayOf(days[0]) as number, dayOf(days.at(-1)) as number]
  const column = last + Math.max(1, (last - first) * 0.22)
  const acrossOf = ({ said }: Mark): number => (said !== null && days.includes(said) ? (dayOf(said) as number) : column)
  const undated = lanes.some(({ marks }) => marks.some((mark) => acrossOf(mark) === column))
  const domain = [first, undated ? column : last] as const
  const pixels = (across: number) =>
    LEFT + SIDE + ((across - domain[0]) / (domain[1] - domain[0])) * (width - LEFT - RIGHT - 2 * SIDE)
  const placed = lanes.flatMap(({ name, marks }, lane) =>
    marks.map(
      (mark): Placed => ({
        ...mark,
        low: onAxis(mark.low, scale),
        high: onAxis(mark.high, scale),
        lane,
        name,
        across: acrossOf(mark),
      }),
    ),
  )
  const ticks = spaced([...days.map((day) => dayOf(day) as number), ...(undated ? [column] : [])], pixels)
  const named = namesOfDays(days, ticks)
  const middle = (mark: Placed): number => (scale.kind === 'log' ? Math.sqrt(mark.low * mark.high) : middleOf(mark))
  return {
    width,
    height: NAME + lanes.length * (LANE + NAME) - NAME + BOTTOM,
    marginTop: NAME,
    marginBottom: BOTTOM,
    marginLeft: LEFT,
    marginRight: RIGHT,
    x: { type: 'linear', domain, insetLeft: SIDE, insetRight: SIDE, axis: null },
    y: { type: scale.kind, domain: [scale.from, scale.to], insetTop: ABOVE, insetBottom: BELOW, axis: null },
    fy: {
      domain: lanes.map((_, lane) => lane),
      paddingInner: NAME / (LANE + NAME),
      paddingOuter: 0,
      round: false,
      axis: null,
    },
    marks: [
      ...(undated
        ? [Plot.ruleX([(last + column) / 2], { stroke: 'currentColor', strokeOpacity: 0.3, strokeDasharray: '2,3' })]
        : []),
      Plot.gridY(scale.ticks, { stroke: 'currentColor', strokeOpacity: 0.16 }),
      Plot.axisY({
        ticks: [...spacedTicks(scale)],
        tickFormat: (tick: number) => tickName(tick, scale),
        tickSize: 0,
        label: null,
        fontVariant: 'tabular-nums',
      }),
      Plot.axisX({ ticks, tickFormat: (tick: number) => named.get(tick) ?? 'day not known', tickSize: 4, label: null }),
      Plot.text(lanes, {
        text: ({ name }: { name: string }) => labelOf({ words: name } as Mark, Math.floor((width - 40) / 6.5)),
        fy: (_: unknown, lane: number) => lane,
        frameAnchor: 'top-left',
        dx: -LEFT,
        dy: -15,
        fontSize: 13,
        fontWeight: 600,
      }),
      Plot.line(
        placed.filter(({ across }) => across <= last),
        {
          x: 'across',
          y: middle as never,
          fy: 'lane',
          z: 'lane',
          stroke: 'currentColor',
          strokeOpacity: 0.55,
          strokeWidth: 1,
          strokeDasharray: '1,3',
        },
      ),
      ...glyphs(placed, 'y', true, linkOf),
      ...lanes.flatMap((_, lane) =>
        labelled(
          placed.filter((mark) => mark.lane === lane),
          scale,
          pixels,
          width,
        ),
      ),
    ],
  }
}

/** A value as the axis takes it: nought at the start of a logarithmic one. */
const onAxis = (value: number, { kind, from }: Scale): number => (kind === 'log' ? Math.max(value, from) : value)

/** Every second tick where a lane has no room for the names of all. */
const spacedTicks = ({ ticks }: Scale): readonly number[] =>
  ticks.length > 4 ? ticks.filter((_, at) => (ticks.length - 1 - at) % 2 === 0) : ticks

/** Days whose names have room; the first and the last always. */
function spaced(days: readonly number[], pixels: (day: number) => number): number[] {
  const kept: number[] = []
  const last = days.at(-1) as number
  for (const day of days) {
    const before = kept.at(-1)
    const free = before === undefined || pixels(day) - pixels(before) >= DAY
    if (free && (day === last || pixels(last) - pixels(day) >= DAY || before === undefined)) kept.push(day)
  }
  if (kept.at(-1) !== last) kept.push(last)
  return kept
}

/** The days of an axis, the year with the first and where it changes. */
function namesOfDays(days: readonly string[], ticks: readonly number[]): Map<number, string> {
  let year = ''
  return new Map(
    days
      .filter((day) => ticks.includes(dayOf(day) as number))
      .map((day) => {
        const own = day.slice(0, 4)
        const name = own === year ? dateOf(day).replace(` ${own}`, '') : dateOf(day)
        year = own
        return [dayOf(day) as number, name]
      }),
  )
}

/** The words beside the marks of a lane. */
function labelled(
  marks: readonly Placed[],
  scale: Scale,
  pixels: (across: number) => number,
  width: number,
): Plot.Markish[] {
  const middle = (mark: Placed): number => (mark.low === mark.high ? mark.low : mark.high)
  const labels = labelsFor(
    marks.map((mark) => ({
      x: pixels(mark.across),
      y: (1 - positionOn(scale, middle(mark))) * (LANE - ABOVE - BELOW),
      words: labelOf(mark),
    })),
    { left: LEFT, right: width },
  )
  return marks.flatMap((mark, at) => {
    const label = labels[at]
    if (!label) return []
    const { dx, dy, anchor } = label
    return [
      Plot.text([mark], {
        x: 'across',
        y: middle,
        fy: 'lane',
        text: (own: Placed) => labelOf(own),
        textAnchor: anchor,
        dx,
        dy,
        ...HALO,
      }),
    ]
  })
}

/**
 * The interval chart on a terminal: a lane for each claimant, its figures in the order of their days, values across. A dot
 * is a number, a ring about that number, a bar with two ends an interval; an arrow an end without a bound.
 */
import type { Chart, ChartLane, Mark } from '../publish/chart/chart.ts'
import { positionOn, type Scale, tickName } from '../publish/chart/scale.ts'
import { noteOf } from '../publish/chart/words.ts'
import { dateOf } from '../publish/when.ts'
import type { Look } from './paint.ts'
import { clip, pad, widthOf, wrap } from './wrap.ts'

/** Columns: an open end's arrow, the words before the scale, and the least that a scale is of use with. */
const ARROW = 3
const WORDS = 34
const LEAST = 16
/** Narrower than this, the words stand above their figure's line. */
const BESIDE = 64

/** The chart as lines, with the note on its marks; none where no figure has a place on the scale. */
export function chartLines(chart: Chart, { width, paint }: Look): string[] {
  const note = wrap(noteOf(chart), width, { first: '  ', rest: '  ' }).map((line) => paint.dim(line))
  const { scale, lanes } = chart
  if (scale === null) return noteOf(chart) === '' ? [] : note
  const beside = width >= BESIDE ? Math.min(WORDS, Math.floor(width * 0.42)) : 4
  const room = Math.max(LEAST, width - beside - 2)
  const rows = lanes.flatMap((lane) => laneLines(lane, { scale, beside, room, width, look: paint }))
  const axis = axisLines(scale, room).map((line) => paint.dim(`${' '.repeat(beside)}${line}`))
  return [...rows, ...axis.map((line) => line.trimEnd()), ...note]
}

interface Frame {
  readonly scale: Scale
  readonly beside: number
  readonly room: number
  readonly width: number
  readonly look: Look['paint']
}

function laneLines({ name, marks }: ChartLane, { scale, beside, room, width, look }: Frame): string[] {
  const head = look.label(`  ${clip(name, width - 2)}`)
  return [
    head,
    ...marks.flatMap((mark) => {
      const words = `${mark.words}${mark.said === null ? '' : `, ${dateOf(mark.said)}`}`
      const drawn = drawnMark(mark, scale, room)
      if (beside > 4) return [`${pad(`    ${clip(words, beside - 6)}`, beside)}${drawn}`.trimEnd()]
      return [`    ${clip(words, width - 4)}`, `${' '.repeat(beside)}${drawn}`.trimEnd()]
    }),
  ]
}

/** A figure on a line of `room` columns, on a thin rule from the start of the scale to its end. */
function drawnMark({ low, high, open, approximate }: Mark, scale: Scale, room: number): string {
  const cells = Array.from({ length: room }, () => '·')
  const at = (value: number) => Math.round(positionOn(scale, value) * (room - 1))
  const [from, to] = [at(low), at(high)]
  const put = (place: number, cell: string) => {
    if (place >= 0 && place < room) cells[place] = cell
  }
  if (open === null && from === to) put(from, low === high ? (approximate ? '○' : '●') : '╫')
  else if (open === null) {
    for (let place = from; place <= to; place++) put(place, '━')
    put(from, '┣')
    put(to, '┫')
  } else if (open === 'above') {
    // At the end of the scale the bound gives way to its arrow, so that both can be seen.
    const bound = Math.min(from, room - 1 - 1)
    for (let place = bound; place < bound + ARROW; place++) put(place, '─')
    put(bound, '├')
    put(Math.min(bound + ARROW, room - 1), '→')
  } else {
    const bound = Math.max(to, 1)
    for (let place = bound; place > bound - ARROW; place--) put(place, '─')
    put(bound, '┤')
    put(Math.max(bound - ARROW, 0), '←')
  }
  return cells.join('')
}

/** The scale's rule and its numbers; numbers that have no room are left out. */
function axisLines(scale: Scale, room: number): [string, string] {
  const rule = Array.from({ length: room }, () => '─')
  let names = ''
  for (const [index, tick] of scale.ticks.entries()) {
    const place = Math.round(positionOn(scale, tick) * (room - 1))
    rule[place] = index === 0 ? '└' : place === room - 1 ? '┘' : '┴'
    const name = tickName(tick, scale)
    const start = Math.min(Math.max(0, place - Math.floor(widthOf(name) / 2)), room - widthOf(name))
    if (names === '' ? start >= 0 : start > widthOf(names)) names = `${pad(names, start)}${name}`
  }
  return [rule.join(''), names]
}

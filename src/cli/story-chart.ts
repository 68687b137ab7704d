/**
 * The interval chart on a terminal: a lane for each claimant, its figures in the order of their days, values across. A dot
 * is a number, a ring about that number, a bar with two ends an interval; an arrow an end without a bound.
 */
import type { Chart, ChartLane, Mark } from '../publish/chart/chart.ts'
import { positionOn, type Scale, tickName } from '../publish/chart/scale.ts'
import { NO_PLACE, noteOf, wordsOf } from '../publish/chart/words.ts'
import { dateOf } from '../publish/when.ts'
import type { Look } from './paint.ts'
import { clip, pad, widthOf, wrap } from './wrap.ts'

/** Columns: an open end's arrow, and the least that a scale is of use with. */
const ARROW = 3
const LEAST = 16
/** Narrower than this, words stand above their figure's line. */
const BESIDE = 64
/** Of a wider terminal, words take so much at most. */
const SHARE = 0.45
/** Before the words of a figure. */
const FIRST = '    '
const REVISED = '  ↳ '

/** The chart as lines, with what its marks mean; where no figure has a place on the scale, the words alone. */
export function chartLines(chart: Chart, { width, paint }: Look): string[] {
  const { scale, lanes, words } = chart
  const alone =
    words.length === 0
      ? []
      : [
          ...wrap(NO_PLACE, width, { first: '  ', rest: '  ' }).map((line) => paint.label(line)),
          ...words.flatMap((one) => wrap(wordsOf(one), width, { first: FIRST, rest: `${FIRST}  ` })),
        ]
  if (scale === null) return alone
  const longest = Math.max(...lanes.flatMap(({ marks }) => marks.map((mark) => widthOf(wordsOfMark(mark)))))
  const beside = width < BESIDE ? FIRST.length : Math.min(longest + FIRST.length + 2, Math.floor(width * SHARE))
  const frame: Frame = { scale, beside, room: Math.max(LEAST, width - beside - 2), width }
  const [rule, names] = axisLines(scale, frame.room)
  return [
    ...lanes.flatMap((lane) => [paint.label(`  ${clip(lane.name, width - 2)}`), ...laneLines(lane, frame)]),
    ...[rule, names].map((line) => paint.dim(`${' '.repeat(beside)}${line}`)),
    ...alone,
    ...wrap(noteOf(chart, 'terminal'), width, { first: '  ', rest: '  ' }).map((line) => paint.dim(line)),
  ]
}

interface Frame {
  readonly scale: Scale
  /** Columns before the scale, of the scale, and of all. */
  readonly beside: number
  readonly room: number
  readonly width: number
}

/** A mark as it was put and when: `up to 40, 12 May 2031`. */
const wordsOfMark = ({ words, said }: Mark): string =>
  `${clip(words, Number.POSITIVE_INFINITY)}${said === null ? '' : `, ${dateOf(said)}`}`

function laneLines({ marks }: ChartLane, { scale, beside, room, width }: Frame): string[] {
  return marks.flatMap((mark, at) => {
    const first = at > 0 && mark.said !== null ? REVISED : FIRST
    const drawn = drawnMark(mark, scale, room)
    return beside > FIRST.length
      ? [`${pad(`${first}${clip(wordsOfMark(mark), beside - FIRST.length - 2)}`, beside)}${drawn}`]
      : [`${first}${clip(wordsOfMark(mark), width - FIRST.length)}`, `${FIRST}${drawn}`]
  })
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

/**
 * The scale that rival figures stand on: from nought, in even steps; logarithmic only where an even scale would press the
 * smallest of them against the axis.
 */
import { short } from '../numbers.ts'

export interface Scale {
  readonly kind: 'linear' | 'log'
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  /** Nought is among the values: on a logarithmic scale it stands at the start. */
  readonly nought: boolean
}

/** From this ratio of the largest to the smallest on, the smallest would stand within 2 % of an even scale's length. */
const TOO_WIDE = 50
/** What is smaller counts as nought: news gives no such figure, and a scale could not be drawn. */
const SMALLEST = 1e-9
/** Steps of an even scale, about. */
const STEPS = 4

/** Steps that people count in: 1, 2, 2.5 or 5 times a power of ten, and no less than needed for `span`. */
function stepFor(span: number): number {
  const size = 10 ** Math.floor(Math.log10(span / STEPS))
  return size * ([1, 2, 2.5, 5].find((step) => step * size * STEPS >= span * 0.999999) ?? 10)
}

/** Values that are one but for the last bit of a sum. */
const exact = (value: number): number => Number(value.toPrecision(12))

/**
 * The scale for some values.
 * @param given finite numbers; nought has no place on a logarithmic scale and stands at its start
 * @returns null where there are none
 */
export function scaleFor(given: readonly number[]): Scale | null {
  if (given.length === 0) return null
  const values = given.map((value) => (Math.abs(value) < SMALLEST ? 0 : value))
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  const smallest = values.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), Number.POSITIVE_INFINITY)
  if (least >= 0 && most / smallest > TOO_WIDE) return logScale(smallest, most, least === 0)
  const [low, high] = [Math.min(0, least), Math.max(0, most)]
  if (low === high) return { kind: 'linear', from: 0, to: 1, ticks: [0, 1], nought: true }
  const step = stepFor(high - low)
  const [first, last] = [Math.floor(exact(low / step)), Math.ceil(exact(high / step))]
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => exact((first + at) * step))
  return { kind: 'linear', from: ticks[0] as number, to: ticks.at(-1) as number, ticks, nought: true }
}

/** Powers of ten that an axis has room for; of more, some. */
const MOST_POWERS = 8

/** Powers of ten around the values; one more below, for nought, where it is among them. */
function logScale(smallest: number, most: number, nought: boolean): Scale {
  const first = Math.floor(exact(Math.log10(smallest))) - (nought ? 1 : 0)
  const last = Math.ceil(exact(Math.log10(most)))
  const every = Math.ceil((last - first) / MOST_POWERS)
  const ticks = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, at) =>
    exact(10 ** (first + at * every)),
  )
  return { kind: 'log', from: exact(10 ** first), to: exact(10 ** last), ticks, nought }
}

/** A tick's number for people. */
export const tickName = (tick: number, { kind, from, nought }: Scale): string =>
  kind === 'log' && nought && tick === from ? '0' : short(tick)

/** Where a value stands, from 0 at the start of the scale to 1 at its end. */
export function positionOn({ kind, from, to }: Scale, value: number): number {
  const place =
    kind === 'linear' ? (value - from) / (to - from) : value <= from ? 0 : Math.log(value / from) / Math.log(to / from)
  return Math.min(1, Math.max(0, place))
}

/**
 * How a figure is drawn: a dot for a number, hollow where it is about that; a bar with two ends for an interval; one end
 * and an arrow for a bound that is open on the other side. Shape tells them apart, not colour.
 */
import * as Plot from '@observablehq/plot'
import { counted } from '../numbers.ts'
import { dateOf } from '../when.ts'
import type { Mark } from './chart.ts'
import { readingWords } from './words.ts'

/** A mark with its lane and its place on the other axis. */
export interface Placed extends Mark {
  readonly lane: number
  /** Who gave it. */
  readonly name: string
  readonly across: number
}

/** Lengths in pixels: an arrow, and half an interval's end. */
const ARROW = 20
const END = 5
/** How near to a mark a pointer must come. */
const REACH = 20
const INK = 'currentColor'
/** Fills a hollow dot; the page's paper. */
const PAPER = 'var(--paper, Canvas)'

/** Words that stand on lines of the chart: the paper shines around them. */
export const HALO = { fill: INK, stroke: PAPER, strokeWidth: 4 } as const

/** A stroke across the line it ends. */
const STROKE: Plot.VectorShapeImplementation = {
  draw(context, length) {
    context.moveTo(0, -length / 2)
    context.lineTo(0, length / 2)
  },
}

/** Where the words of a mark can be gone to; null for nowhere. */
export type LinkOf = (mark: Mark) => string | null

/** What a mark says when it is pointed at: who gave it, in which words, when. */
function titleOf({ name, words, said, more, reading }: Placed): string {
  const day = said === null ? '' : `, ${dateOf(said)}`
  const others = more === 0 ? '' : `; ${counted(more, 'report')} more`
  return `${name}: “${words.replace(/\s+/g, ' ').trim()}”${day}${others}${reading === null ? '' : `; ${readingWords(reading)}`}`
}

/**
 * The marks of a chart.
 * @param value the axis that values run along; the other one is `across`
 */
export function glyphs(all: readonly Placed[], value: 'x' | 'y', faceted: boolean, linkOf: LinkOf): Plot.Markish[] {
  const lane = faceted ? { fy: 'lane' } : {}
  const placed = all.filter(({ reading }) => reading === null)
  const read = all.filter(({ reading }) => reading !== null)
  const at = (field: 'low' | 'high') => (value === 'y' ? { x: 'across', y: field } : { x: field, y: 'across' })
  const points = placed.filter(({ open, low, high }) => open === null && low === high)
  const spans = placed.filter(({ open, low, high }) => open === null && low !== high)
  const above = placed.filter(({ open }) => open === 'above')
  const below = placed.filter(({ open }) => open === 'below')
  const ends = (some: readonly Placed[], field: 'low' | 'high') =>
    [false, true].map((about) =>
      Plot.vector(
        some.filter(({ approximate }) => approximate === about),
        {
          ...lane,
          ...at(field),
          shape: STROKE,
          anchor: 'start',
          rotate: value === 'y' ? 90 : 0,
          length: 2 * END,
          stroke: INK,
          strokeWidth: 2.5,
          ...(about ? { strokeDasharray: '2,2' } : {}),
        },
      ),
    )
  const arrows = (some: readonly Placed[], field: 'low' | 'high', up: boolean) =>
    Plot.vector(some, {
      ...lane,
      ...at(field),
      anchor: 'start',
      length: ARROW,
      r: 3.5,
      rotate: value === 'y' ? (up ? 0 : 180) : up ? 90 : 270,
      stroke: INK,
      strokeWidth: 1.5,
    })
  const along = value === 'y' ? { x: 'across', y1: 'low', y2: 'high' } : { y: 'across', x1: 'low', x2: 'high' }
  const bar = Plot.link(spans, { ...lane, ...along, stroke: INK, strokeWidth: 2.5 })
  // Read by a convention: a ladder of fine strokes, that no figure has.
  const ladders = Plot.link(read, { ...lane, ...along, stroke: INK, strokeWidth: 11, strokeDasharray: '1,3' })
  const targets = (linked: boolean) =>
    Plot.link(
      all.filter((mark) => (linkOf(mark) !== null) === linked),
      {
        ...lane,
        ...along,
        stroke: 'transparent',
        strokeWidth: REACH,
        strokeLinecap: 'round',
        title: (mark: Placed) => titleOf(mark),
        ...(linked ? { href: (mark: Placed) => linkOf(mark) } : {}),
      },
    )
  const dots = [false, true].map((about) =>
    Plot.dot(
      points.filter(({ approximate }) => approximate === about),
      { ...lane, ...at('low'), r: 4, fill: about ? PAPER : INK, stroke: INK, strokeWidth: 1.75 },
    ),
  )
  return [
    ladders,
    bar,
    arrows(above, 'low', true),
    arrows(below, 'high', false),
    arrows(
      read.filter(({ open }) => open === 'above'),
      'high',
      true,
    ),
    arrows(
      read.filter(({ open }) => open === 'below'),
      'low',
      false,
    ),
    ...ends([...spans, ...above], 'low'),
    ...ends([...spans, ...below], 'high'),
    ...dots,
    targets(false),
    targets(true),
  ]
}

/** The value that stands for a mark where one is needed: the bound that is named, the middle of an interval. */
export const middleOf = ({ low, high }: Mark): number => (low + high) / 2

/** The words of a mark for a chart, short. */
export function labelOf({ words }: Mark, most = 30): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`
}

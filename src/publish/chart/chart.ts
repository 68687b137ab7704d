/**
 * The interval chart of rival figures, as data: one lane for each claimant, on it what they gave from day to day, each as
 * the interval that its words name. `Up to` is open below, `at least` open above; vague words have no place on the scale
 * and stand as words. Follows the panels of `stories/figures`: all of a chart is of one measure and population.
 */
import type { Panel } from '../../stories/figures/panels.ts'
import { type Scale, scaleFor } from './scale.ts'
import { claimantName } from './words.ts'

type PanelPoint = Panel['lanes'][number]['points'][number]

/** One figure on the scale. */
export interface Mark {
  /** The day it was said, as exact as is known. */
  readonly said: string | null
  readonly low: number
  readonly high: number
  /** The side on which the words set no bound. */
  readonly open: 'below' | 'above' | null
  readonly approximate: boolean
  /** As most put it. */
  readonly words: string
}

/** A figure in words alone. */
export interface InWords {
  readonly name: string
  readonly said: string | null
  readonly words: string
}

export interface ChartLane {
  readonly name: string
  /** By the day they were said; each revises the one before. */
  readonly marks: readonly Mark[]
}

export interface Chart {
  /** Null where nobody gives a number. */
  readonly scale: Scale | null
  readonly lanes: readonly ChartLane[]
  readonly words: readonly InWords[]
  /** Lanes that are in the table only. */
  readonly more: number
}

/** Lanes beyond this cannot be told from each other at a glance; the table has them all. */
const MOST = 10

/** The chart of a panel. */
export function chartOf({ lanes }: Pick<Panel, 'lanes'>): Chart {
  const drawn = lanes
    .map(({ name: claimant, points }) => ({ name: claimantName(claimant), points }))
    .map(({ name, points }) => ({
      name,
      marks: points.flatMap((point) => markOf(point) ?? []),
      words: points.flatMap((point) => (markOf(point) === null ? inWords(name, point) : [])),
    }))
  const onScale = drawn.filter(({ marks }) => marks.length > 0)
  const shown = onScale.slice(0, MOST)
  return {
    scale: scaleFor(shown.flatMap(({ marks }) => marks.flatMap(({ low, high }) => [low, high]))),
    lanes: shown.map(({ name, marks }) => ({ name, marks })),
    words: drawn.flatMap(({ words }) => words),
    more: onScale.length - shown.length,
  }
}

const inWords = (name: string, { said, words: [first] }: PanelPoint): InWords[] =>
  first === undefined ? [] : [{ name, said, words: first }]

function markOf({ said, low, high, approximate, words }: PanelPoint): Mark | null {
  const bounds = [low, high].filter((bound) => bound !== null && Number.isFinite(bound)) as number[]
  const [one, other = one] = bounds
  if (one === undefined || other === undefined) return null
  return {
    said,
    low: Math.min(one, other),
    high: Math.max(one, other),
    open: bounds.length === 2 ? null : low === null ? 'below' : 'above',
    approximate,
    words: words[0] ?? '',
  }
}

/** The days on which the figures of a chart were said, exact to the day, the first first. */
export function daysOfChart({ lanes }: Chart): string[] {
  const days = lanes.flatMap(({ marks }) => marks.flatMap(({ said }) => said ?? []))
  return [...new Set(days.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)))].sort()
}

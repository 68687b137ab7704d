/**
 * The interval chart of rival figures, as data: one lane for each claimant, on it what they gave from day to day, each as
 * the interval that its words name. `Up to` is open below, `at least` open above; vague words have no place on the scale
 * and stand as words. Follows the panels of `stories/figures`: all of a chart is of one measure and population.
 */
import { BEFORE } from '../../language/quantities/qualifiers.ts'
import type { Panel } from '../../stories/figures/panels.ts'
import { readingOf, type VagueReading } from '../../stories/figures/vague.ts'
import type { Mention } from '../../stories/reading.ts'
import { type Scale, scaleFor } from './scale.ts'
import { claimantName } from './words.ts'

type PanelPoint = Panel['lanes'][number]['points'][number]

/** One figure on the scale. */
export interface Mark {
  /** The day it is set on: on which it was said, or up to which it counts; as exact as is known. */
  readonly said: string | null
  readonly low: number
  readonly high: number
  /** The side on which the words set no bound. */
  readonly open: 'below' | 'above' | null
  readonly approximate: boolean
  /** As most put it. */
  readonly words: string
  /** The first of the claims that give it. */
  readonly mention: Mention | null
  /** How many more carry it. */
  readonly more: number
  /** Where the words give no number: the convention by which they are read as one. */
  readonly reading: VagueReading | null
}

/** A figure in words alone. */
export interface InWords {
  readonly name: string
  readonly said: string | null
  readonly words: string
  /** The first of the claims that give it. */
  readonly mention: Mention | null
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

/** What a chart shows of its figures. */
export interface Charted {
  /** The day that they stand on: on which they were said, or up to which they count. */
  readonly by: 'said' | 'asOf'
  /** Whether words without a number are read by a convention. */
  readonly vague: boolean
}

/** The chart of a panel: by the day on which figures were said, words left as words, unless it is asked otherwise. */
export function chartOf({ lanes }: Pick<Panel, 'lanes'>, { by, vague }: Charted = { by: 'said', vague: false }): Chart {
  const markOf = (point: PanelPoint) => numberOf(point, point[by]) ?? (vague ? vagueOf(point, point[by]) : null)
  const drawn = lanes
    .map(({ name: claimant, points }) => ({ name: claimantName(claimant), points }))
    .map(({ name, points }) => ({
      name,
      marks: points.flatMap((point) => markOf(point) ?? []),
      words: points.flatMap((point) => (markOf(point) === null ? inWords(name, point, point[by]) : [])),
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

const inWords = (name: string, { words: [first], mentions }: PanelPoint, said: string | null): InWords[] =>
  first === undefined ? [] : [{ name, said, words: first, mention: mentions[0]?.mention ?? null }]

const carriedBy = ({ words, mentions }: PanelPoint): Pick<Mark, 'words' | 'mention' | 'more'> => ({
  words: words[0] ?? '',
  mention: mentions[0]?.mention ?? null,
  more: Math.max(0, mentions.length - 1),
})

/** Words without a number, read by a convention; null where there is none for them. */
function vagueOf(point: PanelPoint, said: string | null): Mark | null {
  const reading = readingOf(point)
  if (reading === null) return null
  const { low, high } = reading
  const bound = BEFORE.get(point.qualifier?.toLowerCase() ?? '')?.bound
  const open = bound === 'high' ? 'below' : bound === 'low' ? 'above' : null
  return { said, low, high, open, approximate: false, ...carriedBy(point), reading }
}

function numberOf(point: PanelPoint, said: string | null): Mark | null {
  const { low, high, approximate } = point
  const bounds = [low, high].filter((bound) => bound !== null && Number.isFinite(bound)) as number[]
  const [one, other = one] = bounds
  if (one === undefined || other === undefined) return null
  return {
    said,
    low: Math.min(one, other),
    high: Math.max(one, other),
    open: bounds.length === 2 ? null : low === null ? 'below' : 'above',
    approximate,
    ...carriedBy(point),
    reading: null,
  }
}

/** The days on which the figures of a chart were said, exact to the day, the first first. */
export function daysOfChart({ lanes }: Chart): string[] {
  const days = lanes.flatMap(({ marks }) => marks.flatMap(({ said }) => said ?? []))
  return [...new Set(days.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)))].sort()
}

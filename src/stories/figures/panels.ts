/**
 * Panels: rival figures of one story that can be laid side by side, a lane for each claimant, and beside them those that
 * look like rivals and cannot be compared, with the reason in words.
 */
import type { SpeakerKind } from '../../claims/claim.ts'
import { comparable } from './comparable.ts'
import { conceptName, conceptOf } from './concepts.ts'
import type { Given } from './given.ts'
import { articlesOf, type Group, isWorthShowing, keyOf, sameClaimants, take } from './groups.ts'
import { isOneMatter, type Setting, settingOf } from './matter.ts'
import { type PanelPoint, pointsOf } from './points.ts'
import { isNamed, populationKey } from './populations.ts'
import { looksRival } from './rivals.ts'
import { inWordsOf } from './scope.ts'

/** The figures of one claimant, by the day they were said; the first was given, the later ones revise it. */
interface Lane {
  /** The claimant's key, the same in every panel. */
  readonly claimant: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly points: readonly PanelPoint[]
}

/** Figures of the story that look like rivals of a panel's and cannot be compared with them. */
export interface ApartTold extends Lane {
  readonly measure: string | null
  readonly population: string | null
  readonly place: string | null
  readonly unit: string | null
  /** Why not, in words: `casualties are killed and wounded; this counts killed`. */
  readonly reason: string
}

export interface Panel {
  /** What befell those who are counted: `killed or wounded`, `laid off`. */
  readonly measure: string
  /** Who is counted, as most put it. */
  readonly population: string | null
  readonly place: string | null
  readonly unit: string | null
  /** The time over which all of it counts; null where it counts up to a day. */
  readonly window: { readonly start: string | null; readonly end: string | null } | null
  /** Those whom most reports carry first. */
  readonly lanes: readonly Lane[]
  /** Those that most reports carry first. */
  readonly apart: readonly ApartTold[]
  /** Articles that carry one of its figures. */
  readonly reports: number
}

/** The figures of a story laid side by side, and how many stand alone. */
export interface Panels {
  readonly panels: readonly Panel[]
  /** Things counted by one claimant with one number, which no panel shows. */
  readonly single: number
}

/** Why a figure that nobody answers for stands in no lane. */
const NOBODY = 'no report says whose figure it is'
/** Figures that are looked at, those that most articles carry. */
const LOOKED_AT = 2000
/** Series that are shown beside a panel: those that several articles carry, or one of its claimants gives. */
const APART = 8
/** Panels that are shown. */
const SHOWN = 40

/** Lays the figures of a story side by side: panels with two claimants or a revision, those that most reports carry first. */
export function panelsOf(all: readonly Given[]): Panels {
  const given = sameClaimants(inWordsOf(all))
    .sort((one, other) => other.articles - one.articles)
    .slice(0, LOOKED_AT)
  const settings = new Map(given.filter(({ figure: { of } }) => !isNamed(of ?? '')).map((one) => [one, settingOf(one)]))
  const setting = (one: Given): Setting => settings.get(one) as Setting
  const groups: Group[] = []
  const byKey = new Map<string, Group[]>()
  const rest: { readonly one: Given; readonly reason: string | null }[] = []
  for (const one of given) {
    const key = keyOf(one)
    if (key === null || one.claimant === null) {
      rest.push({ one, reason: one.claimant === null ? NOBODY : null })
      continue
    }
    const own = byKey.get(key) ?? []
    byKey.set(key, own)
    const group = own.find(
      ({ like, place }) =>
        comparable({ ...like, place }, one) === true &&
        (isNamed(one.figure.of ?? '') || isOneMatter({ ...setting(like), place }, setting(one))),
    )
    if (group === undefined) {
      const opened: Group = { like: one, place: one.place, lanes: new Map(), breaths: new Map() }
      take(opened, one)
      own.push(opened)
      groups.push(opened)
    } else if (!take(group, one)) rest.push({ one, reason: 'both are given in one breath: they count two things' })
  }
  const shown = groups.filter(isWorthShowing)
  const others = groups.filter((group) => !shown.includes(group))
  const looked = [
    ...rest,
    ...groups.flatMap(({ lanes }) => [...lanes.values()].flat()).map((one) => ({ one, reason: null })),
  ]
  return {
    panels: shown
      .map((group) => panelOf(group, looked))
      .sort((one, other) => other.reports - one.reports)
      .slice(0, SHOWN),
    single: others.length,
  }
}

function laneOf(given: readonly Given[]): Lane {
  const { key = '', name = 'no source named', kind = 'unnamed' } = given[0]?.claimant ?? {}
  return { claimant: key, name, kind, points: pointsOf(given) }
}

/** Lists of figures, those that most articles carry first. */
const mostCarried = (lists: Iterable<readonly Given[]>): (readonly Given[])[] =>
  [...lists].sort((one, other) => articlesOf(other) - articlesOf(one))

function panelOf(group: Group, all: readonly { readonly one: Given; readonly reason: string | null }[]): Panel {
  const { like, place, lanes } = group
  const { measure, unit, of } = like.figure
  const own = [...lanes.values()].flat()
  const inside = new Set(own)
  const beside = { ...like, place }
  const reasons = new Map<Given, string>()
  for (const { one, reason } of all) {
    if (inside.has(one) || !looksRival(like, one)) continue
    const found = comparable(beside, one)
    const why = found === true ? reason : found.reason
    if (why !== null) reasons.set(one, why)
  }
  const series = Map.groupBy(reasons.keys(), (one) => JSON.stringify([seriesKey(one), reasons.get(one)]))
  const isTold = (some: readonly Given[]): boolean =>
    articlesOf(some) > 1 || some.some(({ claimant }) => claimant !== null && lanes.has(claimant.key))
  return {
    measure: conceptName(conceptOf(measure as string)),
    population: of,
    place,
    unit,
    window: like.when?.start == null ? null : { start: like.when.start, end: like.when.end },
    lanes: mostCarried(lanes.values()).map(laneOf),
    apart: mostCarried(series.values())
      .filter(isTold)
      .slice(0, APART)
      .map((some) => apartOf(some, reasons.get(some[0] as Given) as string)),
    reports: articlesOf(own),
  }
}

const seriesKey = ({ claimant, origin, figure: { measure, unit, of } }: Given): string =>
  JSON.stringify([claimant?.key ?? origin, measure, unit, populationKey(of)])

function apartOf(some: readonly Given[], reason: string): ApartTold {
  const { figure, place } = some[0] as Given
  const { measure, unit, of } = figure
  return {
    ...laneOf(some),
    measure: measure && conceptName(conceptOf(measure)),
    population: of,
    place,
    unit,
    reason,
  }
}

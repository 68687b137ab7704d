/**
 * Figures gathered into what becomes a panel: by what they count, in a lane for each claimant. A later number of the same
 * claimant is a revision, not a rival; two numbers in one breath count two things.
 */
import { conceptName, conceptOf } from './concepts.ts'
import type { Given } from './given.ts'
import { isNamed, populationKey } from './populations.ts'

/** A panel while it grows. */
export interface Group {
  readonly like: Given
  place: string | null
  readonly lanes: Map<string, Given[]>
  /** What each claimant counts in one breath: another number there counts another thing. */
  readonly breaths: Map<string, string>
}

/**
 * Figures of another key are never comparable; null for one that nothing can be compared with. Of one key, those that do
 * not say whose people they count must besides be of one matter: 12 people killed there.
 */
export function keyOf({ figure: { measure, unit, of } }: Given): string | null {
  const population = populationKey(of)
  if (measure === null || unit === null || of === null || population === null) return null
  return JSON.stringify([conceptName(conceptOf(measure)), unit, population])
}

/** In how many articles figures stand. */
export const articlesOf = (given: readonly Given[]): number =>
  new Set(given.flatMap(({ wordings }) => wordings.map(({ article }) => article))).size

const numberOf = ({ low, high, text }: Given['figure']): string =>
  low === null && high === null ? text : `${high ?? low}`

/** Puts a figure into its lane; false where its claimant gives another number in the same breath. */
export function take(group: Group, one: Given): boolean {
  const claimant = one.claimant?.key ?? ''
  const number = numberOf(one.figure)
  const isWords = one.figure.low === null && one.figure.high === null
  const breaths = one.wordings.map(({ article }) => JSON.stringify([claimant, article, one.said]))
  const isOther = (breath: string): boolean => {
    const told = group.breaths.get(breath)
    return told !== undefined && told !== number && !(isWords && !/^\d/.test(told))
  }
  if (breaths.some(isOther)) return false
  for (const breath of breaths) if (!group.breaths.has(breath)) group.breaths.set(breath, number)
  group.place ??= one.place
  const lane = group.lanes.get(claimant)
  if (lane === undefined) group.lanes.set(claimant, [one])
  else lane.push(one)
  return true
}

/**
 * Two claimants, or one who gave another number on a later day. Where nobody says whose people are counted, one article
 * may tell of two events: it takes two.
 */
export function isWorthShowing({ lanes, like }: Group): boolean {
  if (!isNamed(like.figure.of ?? '') && articlesOf([...lanes.values()].flat()) < 2) return false
  if (lanes.size > 1) return true
  return [...lanes.values()].some((some) => {
    const dated = some.filter(({ said }) => said !== null)
    return (
      new Set(dated.map(({ said }) => said)).size > 1 && new Set(dated.map(({ figure }) => numberOf(figure))).size > 1
    )
  })
}

/** A person whom some call by the surname alone is the one of that surname, where the story has but one. */
export function sameClaimants(given: readonly Given[]): Given[] {
  const full = new Map<string, Set<string>>()
  for (const { claimant } of given) {
    const [kind, surname, forename] = claimant?.key.split(':') ?? []
    if (kind !== 'person' || surname === undefined || forename === undefined) continue
    full.set(surname, (full.get(surname) ?? new Set()).add(claimant?.key as string))
  }
  return given.map((one) => {
    const [kind, surname, forename] = one.claimant?.key.split(':') ?? []
    const keys = kind === 'person' && forename === undefined ? full.get(surname as string) : undefined
    if (one.claimant === null || keys?.size !== 1) return one
    return { ...one, claimant: { ...one.claimant, key: [...keys][0] as string } }
  })
}

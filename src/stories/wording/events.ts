/**
 * Kinds of event by the words that name them, as words are compared. Two killed in a shooting and two killed in a flood
 * are not the same two, wherever it was.
 */
import { wordKeys } from './words.ts'

export type EventKind = keyof typeof NAMED

const NAMED = {
  accident: 'accident collision derailment shipwreck capsized',
  blast: 'blast',
  eruption: 'eruption volcano',
  fire: 'fire',
  flood: 'flood',
  landslide: 'landslide mudslide avalanche',
  outbreak: 'epidemic disease cholera influenza measles malaria',
  poisoning: 'poisoning poisoned',
  quake: 'earthquake',
  shooting: 'shooting',
  stabbing: 'stabbing stabbed knife',
  storm: 'storm tornado blizzard',
  stampede: 'stampede crush',
} as const

const KINDS: ReadonlyMap<string, EventKind> = new Map(
  Object.entries(NAMED).flatMap(([kind, words]) => wordKeys(words).map((key) => [key, kind as EventKind] as const)),
)

/** Kinds that go together or bring one another about. */
const TOGETHER: readonly (readonly EventKind[])[] = [
  ['accident', 'blast', 'fire', 'storm'],
  ['accident', 'flood', 'landslide', 'storm'],
  ['blast', 'fire', 'shooting', 'stabbing', 'stampede'],
  ['blast', 'fire', 'landslide', 'quake', 'eruption', 'flood'],
  ['flood', 'outbreak', 'poisoning'],
  // To storm a place is no storm.
  ['shooting', 'storm', 'blast'],
]

/** The kinds of event that words name, as words are compared. */
export function eventsAmong(keys: readonly string[]): EventKind[] {
  return [...new Set(keys.flatMap((key) => KINDS.get(key) ?? []))]
}

/** Whether events of some kinds can not be those of others. */
export function areOtherEvents(some: readonly EventKind[], others: readonly EventKind[]): boolean {
  if (some.length === 0 || others.length === 0) return false
  return !some.some((one) =>
    others.some((other) => one === other || TOGETHER.some((kinds) => kinds.includes(one) && kinds.includes(other))),
  )
}

/**
 * A telling: what one report says of a statement, in terms of what can drift. Two tellings differ in typed ways, and a
 * careless retelling is a telling with one of them changed.
 */
import type { Chance } from './chance.ts'
import { MEASURES } from './measures.ts'

export const DRIFTS = [
  'attribution dropped',
  'bound turned',
  'figure changed',
  'hedge added',
  'hedge dropped',
  'measure changed',
  'population narrowed',
  'source pluralised',
  'verb strengthened',
  'window stretched',
] as const
export type DriftType = (typeof DRIFTS)[number]

/** Which words of a report show a difference. */
export type Aspect = 'number' | 'population' | 'modal' | 'measure' | 'window' | 'verb' | 'source'

export interface Telling {
  /** Null for statements without a figure. */
  readonly value: number | null
  readonly bound: 'exact' | 'about' | 'low' | 'high'
  /** "may have been killed", not "were killed". */
  readonly guarded: boolean
  readonly narrowed: boolean
  readonly measure: string | null
  readonly stretched: boolean
  readonly strong: boolean
  readonly attributed: boolean
  readonly plural: boolean
}

export interface Difference {
  readonly type: DriftType
  readonly aspect: Aspect
}

/** What the second telling changed against the first. */
export function differencesOf(one: Telling, other: Telling): Difference[] {
  const differences: Difference[] = []
  const add = (type: DriftType, aspect: Aspect): void => void differences.push({ type, aspect })
  if (one.value !== other.value) add('figure changed', 'number')
  if (one.bound !== other.bound) {
    if (other.bound === 'exact') add('hedge dropped', 'number')
    else if (one.bound === 'exact') add('hedge added', 'number')
    else add('bound turned', 'number')
  }
  if (one.guarded !== other.guarded) add(other.guarded ? 'hedge added' : 'hedge dropped', 'modal')
  if (!one.narrowed && other.narrowed) add('population narrowed', 'population')
  if (one.measure !== other.measure) add('measure changed', 'measure')
  if (!one.stretched && other.stretched) add('window stretched', 'window')
  if (!one.strong && other.strong && other.attributed) add('verb strengthened', 'verb')
  if (one.attributed && !other.attributed) add('attribution dropped', 'source')
  if (!one.plural && other.plural && other.attributed) add('source pluralised', 'source')
  return differences
}

/** What can be said of the statement that a telling tells. */
export interface Scope {
  readonly groups: boolean
  readonly unnamed: boolean
  /** A headline tells no window. */
  readonly headline: boolean
}

/** A telling with one thing changed, or the same where nothing can be. */
export function drifted(telling: Telling, { groups, unnamed, headline }: Scope, chance: Chance): Telling {
  const counts = telling.value !== null
  const into = telling.measure === null ? undefined : MEASURES[telling.measure]?.turnsInto
  const changes: (() => Telling)[] = []
  if (telling.guarded) changes.push(() => ({ ...telling, guarded: false }))
  if (!telling.guarded && !headline) changes.push(() => ({ ...telling, guarded: true }))
  if (counts && telling.bound !== 'exact') changes.push(() => ({ ...telling, bound: 'exact' }))
  if (telling.bound === 'low') changes.push(() => ({ ...telling, bound: 'high' }))
  if (telling.bound === 'high') changes.push(() => ({ ...telling, bound: 'low' }))
  if (counts) changes.push(() => ({ ...telling, value: mutated(telling.value ?? 0, chance) }))
  if (groups && !telling.narrowed) changes.push(() => ({ ...telling, narrowed: true }))
  if (counts && into && MEASURES[into] !== undefined) changes.push(() => ({ ...telling, measure: into }))
  if (counts && !telling.stretched && !headline) changes.push(() => ({ ...telling, stretched: true }))
  if (telling.attributed && !telling.strong) changes.push(() => ({ ...telling, strong: true }))
  if (telling.attributed && (counts || headline)) changes.push(() => ({ ...telling, attributed: false }))
  if (telling.attributed && unnamed && !telling.plural) changes.push(() => ({ ...telling, plural: true }))
  return changes.length === 0 ? telling : chance.pick(changes)()
}

/** Another number, as slips and rounding make one: figures swapped, a digit off, rounded up. */
function mutated(value: number, chance: Chance): number {
  const digits = String(value)
  // As round as it was: 20,000 does not become 22,001.
  const size = 10 ** (/0*$/.exec(digits)?.[0].length ?? 0)
  const slips = [1.1, 1.5, 2].map((times) => Math.max(value + size, Math.round((value * times) / size) * size))
  const [first = '', second = ''] = digits
  if (digits.length > 1 && first !== second && second !== '0') slips.push(Number(second + first + digits.slice(2)))
  return chance.pick(slips)
}

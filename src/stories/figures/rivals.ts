/**
 * Which figures look like rivals to a reader, though they may count other things: harm beside harm, those sent beside
 * those who are there, jobs cut beside people laid off.
 */
import type { Count } from './comparable.ts'
import { conceptOf } from './concepts.ts'

/** Measures that are taken for each other. */
const TAKEN: readonly (readonly string[])[] = [
  ['killed', 'wounded', 'missing', 'captured', 'lost'],
  ['sent', 'deployed', 'massed'],
  ['cut', 'laid off', 'affected', 'fired'],
  ['displaced', 'evacuated', 'fled'],
  ['infected', 'hospitalised'],
]

const FAMILY: ReadonlyMap<string, number> = new Map(
  TAKEN.flatMap((measures, family) => measures.map((measure) => [measure, family] as const)),
)

/** Do two figures look as if one could be held against the other? */
export function looksRival(one: Count, other: Count): boolean {
  if (one.figure.measure === null || other.figure.measure === null) return false
  const [some, others] = [one, other].map(({ figure }) => conceptOf(figure.measure as string).outcomes) as [
    readonly string[],
    readonly string[],
  ]
  return some.some((a) => others.some((b) => a === b || (FAMILY.has(a) && FAMILY.get(a) === FAMILY.get(b))))
}

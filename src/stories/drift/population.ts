/**
 * Population: whom a figure counts. "North Korean soldiers and Russian paratroopers" told as "North Korean soldiers" has
 * lost one of the groups that were counted together; the same people under another name are not narrowed.
 */
import type { Figure, Quote } from '../../claims/claim.ts'
import { UNITS_OF_ARMY } from '../../language/quantities/vague.ts'
import type { Drift } from './drift.ts'
import { type Group, groupsOf } from './groups.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'
import { wordsOf } from './words.ts'

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** The words of a group with the "and" before it, where they stand in the telling. */
function groupIn(telling: Telling, { words }: Group): Quote | null {
  return foundIn(
    telling,
    new RegExp(`(?:\\b(?:and|or|&|as well as|along with)\\s+)?(?:the\\s+)?\\b${escaped(words)}(?!\\p{L})`, 'iu'),
  )
}

/** Names for anybody: who is counted under one of them is not left out. */
const ANYBODY = /^~(?:person|resident|civilian)$/

/** Are two groups the same people, as far as their names say? */
export const meets = (one: Group, other: Group): boolean =>
  (ANYBODY.test(one.head) && ANYBODY.test(other.head)) || [...one.keys].some((key) => other.keys.has(key))

/** The groups of a figure's population that another telling of it leaves out. */
export function populationDrift(from: Telling, figure: Figure, to: Telling, told: Figure): Drift[] {
  const { groups } = groupsOf(from, figure)
  if (groups.length < 2 || groups.length > 4) return []
  const { groups: here, open } = groupsOf(to, told)
  if (open) return []
  const line = new Set(wordsOf(to.words.text).map(({ stem }) => stem))
  const isGone = (group: Group) => !line.has(group.head) && !here.some((own) => meets(own, group))
  const lost = groups.filter(isGone)
  if (here.length === 0) {
    // Only "a battalion" says so little of who was in it.
    if (to.in === 'text' || told.unit === null || !UNITS_OF_ARMY.has(told.unit)) return []
  } else {
    if (here.length >= groups.length || lost.length === groups.length) return []
    if (here.some((own) => !groups.some((group) => meets(group, own)) || own.head === '~person')) return []
  }
  return lost.flatMap((group): Drift[] => {
    const words = groupIn(from, group)
    if (words === null) return []
    const all = groups.map(({ words: own }) => own).join(' and ')
    return [
      {
        kind: 'population narrowed',
        from: anchorOf(from, words),
        to: anchorOf(to, told),
        lost: true,
        why: `${figure.text} counts ${all}; here ${here.length === 0 ? 'nobody is named' : `only ${here.map(({ words: own }) => own).join(' and ')}`}`,
      },
    ]
  })
}

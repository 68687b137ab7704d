/**
 * Population: whom a figure counts. "North Korean soldiers and Russian paratroopers" told as "North Korean soldiers" has
 * lost one of the groups that were counted together.
 */
import type { Figure, Quote } from '../../claims/claim.ts'
import type { Drift } from './drift.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'
import { isContent, stemsOf, wordsOf } from './words.ts'

const JOINED = /\s*,\s*(?:and|or|&)\s+|\s+(?:and|or|&|as well as|along with)\s+|\s*,\s*/

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** The words of a group with the "and" before it, where they stand in the telling. */
function groupIn(telling: Telling, group: string): Quote | null {
  return foundIn(
    telling,
    new RegExp(`(?:\\b(?:and|or|&|as well as|along with)\\s+)?(?:the\\s+)?\\b${escaped(group)}(?!\\p{L})`, 'iu'),
  )
}

/** Is a group told: its noun, or, where the counted are named by it alone, its name? */
function isTold(group: string, told: ReadonlySet<string>): boolean {
  const words = wordsOf(group).filter(isContent)
  const noun = words.at(-1)
  if (noun === undefined) return true
  return told.has(noun.stem) || words.slice(0, -1).some(({ stem }) => told.has(stem))
}

/** A second group right after the first: "sailors and Polish divers were", "... and Polish divers," */
const SECOND = /^ and (?:\p{Lu}\p{L}{1,20} ){0,2}\p{L}{2,20}s(?=$|[,.;”"’]| (?:were|was|had|have|has|died|are)\b)/u

/** A second group, or what may be one, after a figure. */
const ANOTHER = /^[^,.;:]{1,45} (?:and|&) \p{L}/u

/** Whom a figure counts, with a second group where the figure itself names only the first. */
function populationOf({ content }: Telling, { of, end }: Figure): string {
  if (of === null) return ''
  const at = content.text.indexOf(of, Math.max(0, end - content.start))
  const more = at < 0 ? null : SECOND.exec(content.text.slice(at + of.length, at + of.length + 70))
  return more ? `${of}${more[0]}` : of
}

/** The groups of a figure's population that another telling of it leaves out. */
export function populationDrift(from: Telling, figure: Figure, to: Telling, told: Figure): Drift[] {
  const groups = populationOf(from, figure)
    .split(JOINED)
    .filter((group) => stemsOf(group).size > 0)
  if (groups.length < 2 || groups.length > 4) return []
  // as many groups under other names: militiamen and volunteers, fighters and foreigners
  if (told.of !== null && populationOf(to, told).split(JOINED).length >= groups.length) return []
  if (ANOTHER.test(to.words.text.slice(Math.max(0, told.end - to.words.start)))) return []
  const population = told.of === null ? stemsOf(to.words.text) : stemsOf(told.of)
  // a group's noun anywhere in the line keeps it
  const line = new Set(wordsOf(to.words.text).map(({ stem }) => stem))
  const lost = groups.filter((group) => {
    const noun = wordsOf(group).filter(isContent).at(-1)
    return !isTold(group, population) && !(noun && line.has(noun.stem))
  })
  return lost.flatMap((group): Drift[] => {
    const words = groupIn(from, group)
    if (words === null) return []
    return [
      {
        kind: 'population narrowed',
        from: anchorOf(from, words),
        to: anchorOf(to, told),
        lost: true,
        why: `${figure.text} counts ${groups.join(' and ')}; here ${told.of === null ? 'nobody is named' : `only ${told.of}`}`,
      },
    ]
  })
}

/**
 * Which figures of two tellings are the same count, and which number each names.
 */
import type { Figure } from '../../claims/claim.ts'
import { ROLE_NOUNS } from '../../language/gazetteer/titles.ts'
import { UNITS_OF_ARMY } from '../../language/quantities/vague.ts'
import { foundIn, type Telling } from './telling.ts'
import { classOf, singularOf } from './whom.ts'
import { stemsOf } from './words.ts'

/** The number that a figure names; null for vague words and ranges. */
export function numberOf({ low, high }: Figure): number | null {
  if (low !== null && high !== null) return low === high ? low : null
  return low ?? high
}

/** Do figures name the same number, or the same words without one (a battalion, several hundred)? */
export function sameNumber(one: Figure, other: Figure): boolean {
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a !== null && b !== null) return a === b && sameUnit(one, other)
  // 10,000 to 12,000, told as 12,000
  if (a === null && b !== null) return (b === one.low || b === one.high) && sameUnit(one, other)
  if (a !== null) return false
  if (one.low !== null || other.low !== null) return one.low === other.low && one.high === other.high
  if (one.unit !== other.unit) return false
  return (one.unit !== null && UNITS_OF_ARMY.has(one.unit)) || bareWords(one) === bareWords(other)
}

export const sameUnit = (one: Figure, other: Figure): boolean =>
  one.unit === other.unit || one.unit === null || other.unit === null || (isPeople(one) && isPeople(other))
const isPeople = ({ unit }: Figure): boolean =>
  unit === 'people' || unit === 'jobs' || (unit !== null && namesPeople(unit))

/** Does a unit name people: travellers, bank employees? */
function namesPeople(unit: string): boolean {
  const words = unit.toLowerCase().split(' ')
  const [last = '', before] = words.reverse()
  return (
    classOf(last) !== null ||
    ROLE_NOUNS.has(singularOf(last)) ||
    (before !== undefined && classOf(before, last) !== null)
  )
}

/** A vague figure's words without its qualifier and article. */
function bareWords({ text, qualifier }: Figure): string {
  const low = text.toLowerCase().replace(/[“”‘’"']/g, '')
  const bare = qualifier === null ? low : low.replace(qualifier.toLowerCase(), '')
  return bare
    .replace(/\b(?:the|an?|one)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** So many are no chance: one number of people under two names is one count. */
const NO_CHANCE = 20

/** Do they count alike, as far as both say what they count? People have many names: villagers, residents. */
export function sameMatter(one: Figure, other: Figure): boolean {
  if (one.of === null || other.of === null) return true
  if (isPeople(one) && isPeople(other) && (numberOf(one) ?? 0) > NO_CHANCE) return true
  const [a, b] = [stemsOf(one.of), stemsOf(other.of)]
  if (a.size === 0 || b.size === 0) return true
  return [...a].some((stem) => b.has(stem))
}

/** Figures of two tellings that are the same count. */
export function countedTwice(from: Telling, to: Telling): readonly (readonly [Figure, Figure])[] {
  const pairs = to.figures.flatMap((told) => {
    const like = from.figures.filter((own) => sameNumber(own, told) && sameMatter(own, told))
    const figure = like.find(({ measure }) => measure === told.measure) ?? like[0]
    return figure ? [[figure, told] as const] : []
  })
  const named = from.figures.flatMap((figure) => {
    if (pairs.some(([own]) => own === figure)) return []
    const told = unitIn(to, figure)
    return told ? [[figure, told] as const] : []
  })
  return [...pairs, ...named]
}

/** A unit that is counted without a number ("up to a battalion"), where another telling only names it ("a battalion gone"). */
function unitIn(telling: Telling, { low, high, unit }: Figure): Figure | null {
  if (low !== null || high !== null || unit === null || !UNITS_OF_ARMY.has(unit)) return null
  if (telling.figures.some((told) => told.unit === unit)) return null
  const words = foundIn(telling, new RegExp(`\\b(?:an?|one) ${unit}\\b`, 'iu'))
  return words && { ...words, low, high, approximate: false, qualifier: null, unit, measure: null, of: null }
}

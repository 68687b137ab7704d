/**
 * Whom a figure counts: groups, each by whose they are and what they are. Nouns that news uses for the same people are one
 * class; a class within another (infantry among soldiers) is told apart.
 */
import { countryNamed, countryOfAdjective } from '../../language/gazetteer/countries.ts'

/** Nouns in the singular that name the same people, under the first of them. */
const CLASSES: readonly (readonly string[])[] = [
  ['civilian', 'noncombatant', 'non-combatant'],
  ['employee', 'worker', 'staffer', 'staff', 'workforce'],
  ['fighter', 'militant', 'militiaman', 'insurgent', 'rebel'],
  ['infantry', 'infantryman', 'foot soldier'],
  ['job', 'position', 'post', 'role'],
  ['migrant', 'asylum seeker'],
  ['paratrooper', 'paratroop'],
  ['passenger', 'traveller', 'traveler'],
  ['person', 'people', 'individual'],
  ['police officer', 'policeman', 'police'],
  ['protester', 'protestor', 'demonstrator', 'marcher'],
  ['resident', 'inhabitant', 'villager', 'local'],
  ['soldier', 'troop', 'serviceman', 'service member', 'force', 'trooper'],
  ['student', 'pupil', 'schoolchild'],
]

/** The class by each of its nouns. */
const CLASS_OF: ReadonlyMap<string, string> = new Map(
  CLASSES.flatMap((nouns) => nouns.map((noun) => [noun, nouns[0] as string] as const)),
)

/** Words that tell nothing of who is counted. */
const EMPTY =
  /^(?:the|a|an|of|in|its|their|his|her|our|other|these|those|all|total|some|armed|regular|own|new|global|worldwide|overall|casualty|casualties|loss|losses|death|deaths|dead|toll|entire|whole|current|present|existing)$/

/** One group: whose, what it is, and what else narrows it. */
interface Group {
  readonly whose: string | null
  readonly kind: string | null
  readonly narrowed: readonly string[]
  /** It ends with whose it is, as an adjective: its noun comes later. */
  readonly adjective: boolean
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    infantrymen: 'infantryman',
    militiamen: 'militiaman',
    policemen: 'policeman',
    schoolchildren: 'schoolchild',
    servicemen: 'serviceman',
  }),
)

const singular = (word: string): string =>
  IRREGULAR.get(word) ?? (/(?:ss|us|staff|people)$/.test(word) ? word : word.replace(/ies$/, 'y').replace(/s$/, ''))

/** The most words of a group that are looked at. */
const LONGEST = 12

function groupOf(words: string): Group | null {
  const left = words
    .split(/[\s‐‑]+/)
    .filter(Boolean)
    .slice(0, LONGEST)
  let whose: string | null = null
  const kinds: string[] = []
  const narrowed: string[] = []
  for (let i = 0; i < left.length; i++) {
    const one = (left[i] as string).replace(/^N\.$/, 'North').replace(/^S\.$/, 'South')
    const two = `${one} ${left[i + 1] ?? ''}`
    const [country, wide] = [countryOfAdjective(two) ?? countryNamed(two), countryOfAdjective(one) ?? countryNamed(one)]
    // "North Koreans" are people, and whose they are.
    const plain = country ? two : one
    const ours =
      country ?? wide ?? countryOfAdjective(plain.replace(/s$/, '')) ?? countryOfAdjective(two.replace(/s$/, ''))
    if (ours) {
      whose = ours.name
      if (country || countryOfAdjective(two.replace(/s$/, '')) === ours) i++
      continue
    }
    const noun = singular(one.toLowerCase())
    const pair =
      i + 1 < left.length
        ? CLASS_OF.get(`${one.toLowerCase()} ${singular((left[i + 1] as string).toLowerCase())}`)
        : undefined
    if (pair) i++
    const kind = pair ?? CLASS_OF.get(noun)
    if (kind) kinds.push(kind)
    else if (!EMPTY.test(noun)) narrowed.push(noun)
  }
  if (whose === null && kinds.length === 0 && narrowed.length === 0) return null
  // Infantry soldiers are infantry; North Koreans, with no noun, are people of that country.
  const wider = new Set(['person', 'soldier', 'employee'])
  const kind = kinds.find((one) => !wider.has(one)) ?? kinds[0] ?? null
  const adjective = kind === null && (narrowed.length > 0 || !/s$/.test(left.at(-1) ?? ''))
  return { whose, kind, narrowed: narrowed.sort(), adjective }
}

/** A population, understood: its groups, sorted. What it is said to include is part of it and narrows nothing. */
function groupsOf(of: string): readonly Group[] {
  const [all = ''] = of.split(/,?\s+including\s/)
  const groups = all.split(/\s*(?:,|;|\band\b|\bor\b|\bas well as\b)\s*/).flatMap((words) => groupOf(words) ?? [])
  return groups
    .map((group, i) => {
      // "North Korean soldiers and paratroopers": whose they are is said once; "North Korean and Russian troops": who they are.
      const whose = group.whose ?? groups.slice(0, i).findLast((one) => one.whose !== null)?.whose ?? null
      const kind = group.kind ?? groups.slice(i + 1).find((one) => one.kind !== null)?.kind ?? null
      const people = whose !== null && group.narrowed.length === 0 ? 'person' : null
      return { ...group, whose, kind: group.kind ?? (group.adjective ? (kind ?? people) : 'person') }
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ whose, kind, narrowed }: Group): string => `${whose ?? ''}|${kind ?? ''}|${narrowed.join(' ')}`

/** The same for populations that are the same people; null for none. */
export function populationKey(of: string | null): string | null {
  const groups = of === null ? [] : groupsOf(of)
  return groups.length === 0 ? null : [...new Set(groups.map(keyOf))].join('; ')
}

/** A name without a noun, of a person or a city, is nobody who is counted: "Berlin", where the words were misread. */
export function isCountable(of: string): boolean {
  const [group, ...more] = groupsOf(of)
  if (group === undefined) return false
  const isName =
    (group.kind === null || group.kind === 'person') && group.whose === null && /^\p{Lu}[\p{L}'’-]*[^s\P{L}]$/u.test(of)
  return more.length > 0 || !isName
}

/**
 * Do the words name whose people they are - a country's, a company's, a city's - or only a kind of people that anybody may
 * employ or lose: soldiers, workers, civilians?
 */
export function isNamed(of: string): boolean {
  const isName = (word: string): boolean => {
    const low = word.toLowerCase().replace(/['’]s$/, '')
    return /^\p{Lu}/u.test(word) && !EMPTY.test(low) && !CLASS_OF.has(singular(low))
  }
  return groupsOf(of).some(({ whose }) => whose !== null) || of.split(/[\s,]+/).some(isName)
}

/** A country's people by no further noun, or its soldiers: which of the two a story means it shows elsewhere. */
export function peopleOf(of: string): { readonly whose: string; readonly kind: 'person' | 'soldier' } | null {
  const [group, ...more] = groupsOf(of)
  if (group === undefined || more.length > 0 || group.whose === null || group.narrowed.length > 0) return null
  return group.kind === 'person' || group.kind === 'soldier' ? { whose: group.whose, kind: group.kind } : null
}

/**
 * Parties: who first said what several origins tell. Statements of one speaker, of one and of those he has it from, of a
 * body and of who heads it are one party's: they do not confirm each other.
 */
import type { Report } from '../lineage/lineage.ts'
import { carrierOf, type Voice } from '../voice.ts'
import { countriesIn, wordKeys } from '../wording/words.ts'
import { disjointSets } from './disjoint.ts'

/** An origin as far as it matters here. */
export interface Sourced {
  readonly id: string
  /** The voices of its tellings. */
  readonly voices: readonly Voice[]
  /** How its tellings call who speaks: `mining minister Anna Kovac`. */
  readonly called: readonly string[]
  readonly reports: readonly Report[]
}

/** What bodies of many kinds are called. */
const GENERIC: ReadonlySet<string> = new Set(
  wordKeys(
    'administration agency army authority authorities board body bureau command commission committee company council department federation force forces group institute ministry office organisation organization party police service staff union',
  ),
)
/** Who speaks for a body by office. */
const HEADS =
  /\b(?:boss|captain|chair(?:man|woman|person)?|chief|commander|commissioner|director|governor|head|leader|mayor|minister|president|secretary|spokes(?:man|woman|person))\b/i
/** Who speaks for a country. */
const OF_COUNTRY = /\b(?:president|prime minister|premier|chancellor)\b/i

/** A body that speaks, by the words that tell it from others. */
interface Body {
  readonly key: string
  readonly words: readonly string[]
  readonly country: boolean
}

function bodyOf({ name, key }: Voice & { readonly key: string }): Body {
  const bare = name.replace(/\s*\([^()]*\)$/, '')
  const words = wordKeys(bare)
  const own = words.filter((word) => !GENERIC.has(word))
  const countries = countriesIn(bare)
  return {
    key,
    words: own.length > 0 ? own : words,
    country: own.length > 0 && own.every((word) => countries.includes(word)),
  }
}

/** The party of each of some origins, as the name of a set that its origins have in common. */
export function partiesOf(origins: readonly Sourced[]): ReadonlyMap<string, string> {
  const { top, join } = disjointSets()
  const fullNames = new Map<string, Set<string>>()
  const bodies = new Map<string, Body[]>()
  for (const { id, voices, reports } of origins) {
    const keys = voices.flatMap(keysOf)
    for (const key of keys) {
      join(id, key)
      const [kind, surname, forename] = key.split(':')
      if (kind === 'person' && surname !== undefined && forename !== undefined)
        fullNames.set(surname, (fullNames.get(surname) ?? new Set()).add(key))
    }
    for (const voice of voices) {
      if (voice.kind !== 'organisation' || voice.key === null) continue
      const body = bodyOf({ ...voice, key: voice.key })
      const [first] = body.words
      if (first !== undefined) bodies.set(first, [...(bodies.get(first) ?? []), body])
    }
    const credited = keys.length > 0 ? null : creditedMost(reports)
    if (credited !== null) join(id, `outlet:${credited}`)
  }
  // A surname alone is his whose full name is told, where that is one.
  for (const [surname, full] of fullNames) if (full.size === 1) join(`person:${surname}`, [...full][0] as string)
  for (const { id, called } of origins)
    for (const words of called) if (HEADS.test(words)) for (const { key } of headedBy(words, bodies)) join(id, key)
  return new Map(origins.map(({ id }) => [id, top(id)]))
}

/** Who speaks and whom he has it from; one without a name by his description. */
const keysOf = ({ key, basis, bodies, kind, name }: Voice): string[] => [
  ...(key === null ? [] : [key]),
  ...basis,
  ...bodies,
  ...(key === null && kind === 'unnamed' ? [`unnamed:${name.toLowerCase()}`] : []),
]

/** The bodies that a description by office is of: the mining ministry, of the mining minister. */
function headedBy(called: string, bodies: ReadonlyMap<string, readonly Body[]>): Body[] {
  const words = new Set(wordKeys(called))
  return [...words]
    .flatMap((word) => bodies.get(word) ?? [])
    .filter((body) => body.words.every((word) => words.has(word)) && (!body.country || OF_COUNTRY.test(called)))
}

/** The outlet that most of some reports credit; null where none does. */
function creditedMost(reports: readonly Report[]): string | null {
  const times = new Map<string, number>()
  for (const { evidence } of reports)
    for (const { kind, source, from } of evidence) {
      if (kind !== 'credit' || source !== 'outlet') continue
      times.set(carrierOf(from), (times.get(carrierOf(from)) ?? 0) + 1)
    }
  return [...times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
}

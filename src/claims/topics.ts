/**
 * Who cannot speak. A headline's first part before a colon is a speaker only when it can be one: a person, a body, an
 * outlet, a role, or what the text has as a source; else it is the topic (Bell 1991). A number of things says nothing.
 */
import { countryOf } from '../language/entities.ts'
import { GROUP_NOUNS } from '../language/gazetteer/groups.ts'
import { organisationNamed } from '../language/gazetteer/organisations.ts'
import { ROLE_NOUNS, SOURCE_NOUNS } from '../language/gazetteer/titles.ts'
import type { Passage } from '../language/mentions.ts'
import type { Name } from '../language/names.ts'
import { meeting } from '../language/order.ts'
import { singularOf } from '../language/phrases.ts'
import type { Attribution } from './attribution.ts'
import { ROLES } from './rules/roles.ts'

/** What an article's text has as its sources. */
export interface Heard {
  /** The words of their names, as they are written. */
  readonly words: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
}

/**
 * Who speaks in a text by its attributions, but for those that a colon alone marks.
 * @param attributions of the passage's document; none where an article has no text
 */
export function heardIn(passage: Passage | undefined, attributions: readonly Attribution[]): Heard {
  if (passage === undefined) return { words: new Set(), countries: new Set() }
  const {
    document: { text },
    mentions,
    names,
  } = passage
  const sources = attributions.flatMap(({ source, cue }) =>
    source === null || cue === null || !/\p{L}/u.test(text.slice(cue[0]?.start, cue.at(-1)?.end)) ? [] : source,
  )
  const words = [
    ...sources.map(({ start, end }) => text.slice(start, Math.min(end, start + 200))),
    ...speakers(mentions),
  ].flatMap((one) => one.match(/\p{Lu}[\p{L}\p{N}.-]*/gu) ?? [])
  const countries = [
    ...meeting(names, sources).map(countryOf),
    ...mentions.flatMap(({ entity, speaks }) => (speaks ? [entity.country] : [])),
  ]
  return { words: new Set(words), countries: new Set(countries.filter((country) => country !== null)) }
}

const speakers = (mentions: Passage['mentions']): string[] =>
  mentions.flatMap(({ entity, speaks }) => (speaks && entity.kind !== 'unnamed' ? [entity.name] : []))

/** Is what stands before a colon only what a line is about: Cholera: 57 cases? */
export function isTopic(
  { document: { text }, names, mentions }: Passage,
  { source, cue, content }: Attribution,
  heard: Heard,
): boolean {
  const [named, mark, said] = [source?.[0], cue?.[0], content[0]]
  if (!named || !mark || !said || text.slice(mark.start, mark.end) !== ':' || named.start > mark.start) return false
  const words = text.slice(named.start, named.end)
  if (said.start < mark.start || ROLES.test(words.split(/\s+/).at(-1) ?? '') || words.split(/\s+/).some(isRole))
    return false
  if (/^["“‘']/.test(text.slice(said.start, said.start + 1))) return false
  const own = meeting(names, [named])
  const speaks = (name: Name): boolean => {
    const country = countryOf(name)
    if (country !== null && heard.countries.has(country)) return true
    if (/^(?:agency|outlet)$/.test(name.kind) || organisationNamed(name.text) !== null) return true
    return (
      name.kind === 'person' &&
      (name.text.includes(' ') ||
        mentions.some(({ entity, first }) => first === name.first && entity.name.includes(' ')))
    )
  }
  return !own.some(speaks) && !(words.match(/\p{Lu}[\p{L}\p{N}.-]*/gu) ?? []).some((word) => heard.words.has(word))
}

const isRole = (word: string): boolean => {
  const noun = singularOf(word.replace(/[^\p{L}-]/gu, ''))
  return ROLE_NOUNS.has(noun) || SOURCE_NOUNS.has(noun) || GROUP_NOUNS.has(noun)
}

/** 1.1 million affected, 3000 pages of files: a number of things that are nobody. */
const COUNTED =
  /^(?:about |almost |at least |nearly |over |some |up to |more than )?\d[\d.,]*(?: (?!per ?cent)[\p{Ll}]|\s*$)/u
/** Nouns for many who may speak together, beside those for people and bodies. */
const MANY =
  /^(?:adult|american|city|country|employer|girl|boy|family|household|man|mep|member|mp|nation|other|parent|party|people|province|state|woman|worker)$/

/** Does a source only count things? */
export function isCount(text: string, { source }: Attribution): boolean {
  const first = source?.[0]
  if (!first) return false
  const words = text.slice(first.start, Math.min(first.end, first.start + 200))
  return (
    COUNTED.test(words) &&
    !/-old\b/.test(words) &&
    !words.split(/\s+/).some((word) => isRole(word) || MANY.test(singularOf(word.replace(/[^\p{L}-]/gu, ''))))
  )
}

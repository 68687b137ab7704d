/**
 * What the gazetteers know of a document's tokens: names of countries, peoples, places, organisations and news media,
 * matched whole, and what a single word may be (a title, a forename, the noun of an organisation). For the taggers'
 * features, so on hashed forms: no strings are made.
 */
import { AGENCY_FORMS } from '../../page/agencies.ts'
import { CITY_NAMES } from '../../page/cities.ts'
import { type Forms, hashOf } from '../forms.ts'
import { type Token, tokensOf } from '../tokens.ts'
import { COMPANIES } from './companies.ts'
import { CAPITALS, COUNTRY_NAMES, NATIONALITIES } from './countries.ts'
import { FORENAMES } from './forenames.ts'
import { ORGANISATION_NOUNS, ORGANISATIONS } from './organisations.ts'
import { OUTLET_FORMS, OUTLET_NOUNS, OUTLETS } from './outlets.ts'
import { PLACE_NOUNS, REGIONS } from './regions.ts'
import { ADDRESSES, ROLE_NOUNS, TITLE_MODIFIERS, TITLE_WORDS } from './titles.ts'

/** What a name found whole is. */
export const COUNTRY = 1
export const NATIONALITY = 2
export const CITY = 3
export const REGION = 4
export const ORGANISATION = 5
export const MEDIUM = 6

/** What a single word may be, as bits. */
export const TITLE = 1
const MODIFIER = 2
export const ORGANISATION_NOUN = 4
export const FORENAME = 8
export const PLACE_NOUN = 16
const OUTLET_NOUN = 32
export const ROLE = 64

export interface Known {
  /** For each token: twice the kind of the name it is in, plus one within the name; 0 outside. */
  readonly names: Uint8Array
  /** For each token, the bits of what the word may be. */
  readonly words: Uint8Array
}

interface Phrase {
  readonly kind: number
  readonly words: readonly number[]
  /** Only where the first word is all capitals: US, not us. */
  readonly capitals: boolean
}

let phrases: ReadonlyMap<number, readonly Phrase[]> | undefined
let bits: ReadonlyMap<number, number> | undefined

/** Of two that are written alike, a country is meant before an organisation (United Nations), that before a city. */
const rank = (kind: number): number => [COUNTRY, NATIONALITY, ORGANISATION, CITY, REGION, MEDIUM].indexOf(kind)

function phrasesByFirst(): ReadonlyMap<number, readonly Phrase[]> {
  const found = new Map<number, Phrase[]>()
  const add = (names: readonly string[], kind: number): void => {
    for (const name of names) {
      const words = tokensOf(name).map((token) => hashOf(token.text))
      const first = words[0] as number
      const capitals = words.length === 1 && name.length <= 5 && name === name.toUpperCase()
      if (!found.has(first)) found.set(first, [])
      found.get(first)?.push({ kind, words, capitals })
    }
  }
  add(COUNTRY_NAMES, COUNTRY)
  add(NATIONALITIES, NATIONALITY)
  add(CAPITALS, CITY)
  add(CITY_NAMES, CITY)
  add(REGIONS, REGION)
  add(ORGANISATIONS, ORGANISATION)
  add(COMPANIES, ORGANISATION)
  add([...OUTLETS, ...Object.keys(OUTLET_FORMS), ...AGENCY_FORMS], MEDIUM)
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length || rank(a.kind) - rank(b.kind))
  return found
}

function bitsOfWords(): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const add = (words: Iterable<string>, bit: number): void => {
    for (const word of words) found.set(hashOf(word), (found.get(hashOf(word)) ?? 0) | bit)
  }
  add(TITLE_WORDS, TITLE)
  add(Object.keys(ADDRESSES), TITLE)
  add(TITLE_MODIFIERS, MODIFIER)
  add(ORGANISATION_NOUNS, ORGANISATION_NOUN)
  add(FORENAMES, FORENAME)
  add(PLACE_NOUNS, PLACE_NOUN)
  add(OUTLET_NOUNS, OUTLET_NOUN)
  add(ROLE_NOUNS, ROLE)
  return found
}

const isCapital = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code > 0xbf && String.fromCharCode(code).toLowerCase() !== String.fromCharCode(code))

/** Looks all tokens up. Names do not overlap; the longest that starts first is taken. */
export function knownOf(tokens: readonly Token[], { word }: Forms): Known {
  phrases ??= phrasesByFirst()
  bits ??= bitsOfWords()
  const names = new Uint8Array(tokens.length)
  const words = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) words[i] = bits.get(word[i] as number) ?? 0
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i] as Token
    if (!isCapital(text.charCodeAt(0))) continue
    const match = phrases
      .get(word[i] as number)
      ?.find(
        (phrase) =>
          (!phrase.capitals || text === text.toUpperCase()) && phrase.words.every((form, k) => word[i + k] === form),
      )
    if (!match) continue
    for (let k = 0; k < match.words.length; k++) names[i + k] = match.kind * 2 + (k > 0 ? 1 : 0)
    i += match.words.length - 1
  }
  return { names, words }
}

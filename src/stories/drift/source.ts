/**
 * Who answers for a statement, compared: the source left out, its own source left out, a state named for an agency, one
 * unnamed person told as several.
 */
import type { Claim, Link, Quote, Speaker } from '../../claims/claim.ts'
import { countryNamed, countryOfAdjective, countryOfCapital } from '../../language/gazetteer/countries.ts'
import { COLLECTIVE_NOUNS, GROUP_NOUNS } from '../../language/gazetteer/groups.ts'
import { ROLE_NOUNS } from '../../language/gazetteer/titles.ts'
import { classOf, singularOf } from './whom.ts'
import { stemOf, wordsOf } from './words.ts'

/** Words in names that tell nobody from another. */
const COMMON: ReadonlySet<string> = new Set(
  `unnamed report post statement president prime minister secretary general news agency the of a an and for mr ms mrs dr
  sir his her its their state national federal international spokesman spokeswoman spokesperson office department
  ministry official officials source sources chief chiefs head leader former senior military police south north east west
  new united states company person people`.split(/\s+/),
)

const names = (name: string): string[] =>
  wordsOf(name)
    .filter(({ low }) => low.length > 2 && !COMMON.has(low))
    .map(({ low }) => low.normalize('NFKD').replace(/\p{M}/gu, ''))

/** The capital letters of a name: `NIS`. */
const initials = (name: string): string => Array.from(name.matchAll(/\b\p{Lu}/gu), ([letter]) => letter).join('')

/** A name as spelled in two ways of transcription: Zelensky, Zelenskiy, Zelenskyy. */
const spelled = (word: string): string => word.replace(/(?:i+y*|y+|ij)$/, 'y').replace(/(\p{L})\1+/gu, '$1')

/** Does a text name this source: by a word of its name, or by its initials? */
export function isNamedIn(text: string, { name }: Pick<Speaker, 'name'>): boolean {
  const own = new Set(names(name).map(spelled))
  const words = wordsOf(text)
  if (words.some(({ low }) => own.has(spelled(low.normalize('NFKD').replace(/\p{M}/gu, '').replace(/'s$/, '')))))
    return true
  const short = initials(name)
  return short.length > 2 && words.some(({ start, end }) => text.slice(start, end).replaceAll('.', '') === short)
}

/** Are these two the same source, as far as their names say? */
export function isSameSource(one: Speaker, other: Speaker): boolean {
  if (one.key !== null && one.key === other.key) return true
  if (one.kind === 'unnamed' && other.kind === 'unnamed') {
    const a = new Set(wordsOf(one.name).map(({ low }) => stemOf(low)))
    return wordsOf(other.name).some(({ low }) => low !== 'unnamed' && low.length > 3 && a.has(stemOf(low)))
  }
  return isNamedIn(one.name, other) || isNamedIn(other.name, one)
}

/** The state that a name stands for: `Seoul` and `South Korea`. */
export function stateOf(name: string): string | null {
  const words = name.trim().replace(/^the /i, '')
  const titled = words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words
  const country = countryNamed(words) ?? countryOfCapital(words) ?? countryNamed(titled) ?? countryOfCapital(titled)
  return country?.name ?? null
}

/** Does somebody speak for a state, by the words that name them: `Ukrainian President`, `Joint Chiefs of Staff (South Korea)`? */
export function belongsTo(state: string, words: string): boolean {
  const tokens = words.match(/[\p{L}.'’-]+/gu) ?? []
  return tokens.some((_, i) =>
    [1, 2, 3].some((length) => {
      const phrase = tokens
        .slice(i, i + length)
        .join(' ')
        .replace(/['’]s$/, '')
      return (countryNamed(phrase) ?? countryOfAdjective(phrase) ?? countryOfCapital(phrase))?.name === state
    }),
  )
}

/** Nouns for people who are named by no role. */
const ANYONE =
  /^(?:source|official|person|people|employee|worker|insider|expert|analyst|witness|executive|lawyer|soldier|staffer|member|resident|authority|other)$/

/** Ends the words for who a source is: of the firm, with knowledge, familiar with the talks. */
const MORE = /\b(?:of|with|who|whose|in|from|at|for|on|to|near|by|familiar|briefed|close|speaking|citing)\b|[,(]/iu

/** How many an unnamed source is, by its words: one, several, or not to be told. */
export function countOf(words: string): 'one' | 'several' | null {
  const head = (words.split(MORE, 1)[0] ?? '').toLowerCase()
  if (/\b(?:two|three|four|five|several|multiple|some|many)\b/u.test(head)) return 'several'
  const last = wordsOf(head).at(-1)?.low ?? ''
  const noun = singularOf(last)
  if (!ANYONE.test(noun) && !ROLE_NOUNS.has(noun) && classOf(noun) === null) return null
  if (noun !== last || last === 'people') return 'several'
  return /\b(?:an?|one|the|another|unnamed|anonymous|senior|top)\b/u.test(head) ? 'one' : null
}

/** What a source is, by its noun: an official and officials are the same. Persons and sources are anybody. */
export function nounOf(words: string): string | null {
  const last = wordsOf(words.split(MORE, 1)[0] ?? '').at(-1)?.low ?? ''
  const noun = singularOf(last)
  return /^(?:source|person|people|insider)$/.test(noun) ? 'source' : noun || null
}

/** Is a source a body that what it is tells apart: the interior ministry, the election commission? A rights group may be any. */
export function isBody(words: string): boolean {
  const head = wordsOf(words.split(MORE, 1)[0] ?? '')
  const noun = head.at(-1)?.low ?? ''
  const isOne = head.length === 1 || /^(?:the|its|their)$/.test(head[0]?.low ?? '')
  return isOne && GROUP_NOUNS.has(noun) && !COLLECTIVE_NOUNS.has(noun)
}

/** The links beyond the speaker: on whose word he speaks. */
export function basisOf({ chain, speaker }: Pick<Claim, 'chain' | 'speaker'>): readonly Link[] {
  const own = chain.findIndex(({ name }) => name === speaker?.name)
  return own < 0 ? [] : chain.slice(own + 1)
}

const CITING =
  /\b(?:citing|quoting|cit(?:es|ed)|according to|with reference to|referring to|based on|on the basis of|briefed by)\b/giu
/** What may stand between "citing" and the source: "the report he received from". */
const BETWEEN = /^(?:\s+[\p{L}'’-]{1,20}){0,6}\s+$/u

/** A source's words with the "citing" before them, where the text has it. */
export function citing(text: string, anchor: Quote): Quote {
  const from = Math.max(0, anchor.start - 80)
  const before = text.slice(from, anchor.start)
  const last = [...before.matchAll(CITING)].at(-1)
  const isOne = last !== undefined && BETWEEN.test(before.slice(last.index + last[0].length))
  const start = isOne ? from + last.index : anchor.start
  return { start, end: anchor.end, text: text.slice(start, anchor.end) }
}

/** Farther apart than this, source and cue are no one phrase. */
const APART = 24

/** The words of an attribution: "Bloomberg News reported"; its source and cue together where they stand together. */
export function attributionWords(text: string, { source, cue }: Pick<Claim, 'source' | 'cue'>): Quote | null {
  if (source === null) return cue
  if (cue === null) return source
  const [start, end] = [Math.min(source.start, cue.start), Math.max(source.end, cue.end)]
  const gap = Math.max(source.start, cue.start) - Math.min(source.end, cue.end)
  if (gap > APART) return source
  return { start, end, text: text.slice(start, end) }
}

/**
 * Places: where what is claimed happened, from the words of the claim. Larger places that the article names around a
 * place are added to it (Kursk region, Russia); `there` takes up the place named before, `here` the dateline.
 */
import { countryNamed } from '../language/gazetteer/countries.ts'
import { PLACE_NOUNS, stateNamed } from '../language/gazetteer/regions.ts'
import type { Name } from '../language/names.ts'
import { type Marked, nameOf, tokensWithin, wordAt } from '../language/phrases.ts'
import type { Parts } from './attribution.ts'
import type { Place } from './claim.ts'
import { AUXILIARIES } from './rules/words.ts'

/** Which larger place a place lies in, as the article says, by the places' names. */
export type Surroundings = ReadonlyMap<string, string>

const isCountry = ({ text }: Name): boolean => countryNamed(text) !== null

/** A place with the noun that belongs to it: Kursk region, the village of Lowick. `last` is one after the noun. */
function wholeOf(marked: Marked, name: Name): { readonly text: string; readonly last: number } {
  for (let i = name.last; i < name.last + 2; i++) {
    const noun = wordAt(marked, i).toLowerCase()
    if (PLACE_NOUNS.has(noun)) return { text: `${name.text} ${noun}`, last: i + 1 }
    if (!/^(?:border|metropolitan|coastal)$/.test(noun)) break
  }
  return { text: name.text, last: name.last }
}

/** Reads off a text which place lies in which: `A, B`, `A in the B`, `B's A`. The first statement of each counts. */
export function surroundingsOf(marked: Marked): Surroundings {
  const places = marked.names.filter(({ kind }) => kind === 'place')
  const found = new Map<string, string>()
  const put = (inner: string, outer: string): void => {
    if (inner !== outer && !found.has(inner)) found.set(inner, outer)
  }
  for (let i = 0; i < places.length; i++) {
    const one = places[i] as Name
    const { text, last } = wholeOf(marked, one)
    // the same place is written with its noun and without it
    if (text !== one.text) put(one.text, text)
    const two = places[i + 1]
    if (!two || two.first - last > 7) continue
    const between = Array.from({ length: two.first - last }, (_, k) => wordAt(marked, last + k).toLowerCase()).join(' ')
    const outer = wholeOf(marked, two)
    if (isCountry(one)) {
      if (/^['’]s(?: \w+){0,2}$/.test(between) && !isCountry(two)) put(outer.text, one.text)
    } else if (between === ',') {
      const ends = !/^(?:and|or|,)$/.test(wordAt(marked, outer.last)) || isCountry(two) || stateNamed(two.text) !== null
      if (ends && !isCapitalList(marked, two)) put(text, outer.text)
    } else if (/^(?:, )?(?:(?:a|the) (?:\w+ ){1,3})?(?:in|of)(?: the| \w+ern)?$/.test(between)) put(text, outer.text)
    else if (/^['’]s(?: \w+){0,2}$/.test(between) && !isCountry(two)) put(outer.text, text)
  }
  return found
}

/** `Oslo, Bergen and Tromsø` is a list, not a place within a place. */
const isCapitalList = (marked: Marked, { last }: Name): boolean =>
  wordAt(marked, last) === 'and' && nameOf(marked, last + 1) !== null

/** A place's name with what lies around it, at most three in all. */
function fullName(name: string, surroundings: Surroundings): string {
  const chain: string[] = []
  for (let next: string | undefined = name; next !== undefined && chain.length < 4; next = surroundings.get(next)) {
    if (chain.includes(next)) break
    chain.push(next)
  }
  // Kursk, Kursk region, Russia: the form with its noun stands for both
  return chain
    .filter((place, i) => !chain[i + 1]?.startsWith(`${place} `))
    .slice(0, 3)
    .join(', ')
}

const AT = /^(?:in|at|near|around|inside|outside|across|throughout|within|over|along)$/
const TOWARDS = /^(?:to|into|through|towards|toward|reaching|entered|leaving|of)$/

/** How surely a place's name says where: 2 with a preposition of place, 1 with one of way, 0 where it does something. */
function weightOf(marked: Marked, name: Name): number {
  const { last } = wholeOf(marked, name)
  if (/^['’]s?$/.test(wordAt(marked, last))) return 0
  for (let i = name.first - 1; i >= Math.max(0, name.first - 5); i--) {
    const word = wordAt(marked, i).toLowerCase()
    if (AT.test(word)) return 2
    if (TOWARDS.test(word)) return PLACE_NOUNS.has(wordAt(marked, i - 1).toLowerCase()) ? 2 : word === 'of' ? 0 : 1
    const inside = nameOf(marked, i)
    if (inside?.kind === 'place') {
      if (/^['’]s$|^,$/.test(wordAt(marked, inside.last))) {
        i = inside.first
        continue
      }
      return 0
    }
    if (!/^(?:the|['’]s|,)$/.test(word) && !/^JJ/.test(marked.tags.parts[i] ?? '') && !PLACE_NOUNS.has(word)) return 0
  }
  return 0
}

/** The place that tokens `first` to `last` say, or null. */
function placeWithin(marked: Marked, first: number, last: number, latest: boolean): Name | null {
  let found: Name | null = null
  let most = 0
  for (let i = first; i < last; i++) {
    const name = nameOf(marked, i)
    if (!name) continue
    i = name.last - 1
    // Indian-controlled
    if (name.kind !== 'place' || /-\p{Ll}/u.test(name.text)) continue
    const weight = weightOf(marked, name) * 2 + (isCountry(name) ? 0 : 1)
    if (weight > 1 && (weight > most || (latest && weight === most))) {
      found = name
      most = weight
    }
  }
  return found
}

const THERE = /^there$/i
const HERE = /^here$/i
const AREA = /^(?:area|city|county|district|province|region|scene|site|town|village)$/

/**
 * Where what is claimed happened.
 * @param content the claim's content, spans into the text of `marked`
 * @param surroundings of the same text
 * @param dateline the place of the article's dateline
 */
export function placeOf(
  content: Parts,
  marked: Marked,
  surroundings: Surroundings,
  dateline: string | null,
): Place | null {
  const { document } = marked
  const ranges = content.map(({ start, end }) => tokensWithin(document.tokens, start, end))
  for (const [first, last] of ranges) {
    const name = placeWithin(marked, first, last, false)
    if (name) return placeAt(marked, name, surroundings)
  }
  for (const [first, last] of ranges)
    for (let i = first; i < last; i++) {
      const word = wordAt(marked, i)
      const existential = THERE.test(word) && AUXILIARIES.has(wordAt(marked, i + 1).toLowerCase())
      if ((THERE.test(word) && !existential) || (AREA.test(word) && /^the$/i.test(wordAt(marked, i - 1)))) {
        const sentence = document.sentences.findLastIndex(({ first: from }) => from <= i)
        const from = document.sentences[Math.max(0, sentence - 2)]?.first ?? 0
        const name = placeWithin(marked, from, i, true)
        if (name) return placeAt(marked, name, surroundings)
      }
      const { start, end, text } = document.tokens[i] as (typeof document.tokens)[number]
      if (HERE.test(word) && dateline) return { start, end, text, name: dateline }
    }
  return null
}

function placeAt(marked: Marked, name: Name, surroundings: Surroundings): Place {
  const { text, last } = wholeOf(marked, name)
  const end = marked.document.tokens[last - 1]?.end ?? name.end
  return {
    start: name.start,
    end,
    text: marked.document.text.slice(name.start, end),
    name: fullName(text, surroundings),
  }
}

/**
 * Names of outlets and agencies in running text: those that are known (agencies, outlets that others cite, the outlets of
 * the articles at hand), and those that a name's own words show (`Radio Grange`, `the Bay Post`, `grange.example`).
 */
import { EDITIONS, OUTLET_FORMS, OUTLET_NOUNS, OUTLETS } from '../../language/gazetteer/outlets.ts'
import { AGENCY_FORMS, agencyNamed } from '../../page/agencies.ts'
import type { Span } from '../../page/article.ts'
import { fold } from '../../page/fold.ts'

/** Known names by their first word, folded. */
export type OutletNames = ReadonlyMap<string, readonly KnownName[]>

interface KnownName {
  /** Its words, folded. */
  readonly words: readonly string[]
  readonly name: string
  /** A name that is written in small letters: `dpa`. */
  readonly small: boolean
}

/** A name where it stands. */
export interface NamedOutlet extends Span {
  readonly name: string
  /** In a list of names, or only by the look of it. */
  readonly known: boolean
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.&'’-]*/gu
const POSSESSIVE = /['’]s?$/
/** Longest name looked for, in words. */
const LONGEST = 6

const keyOf = (token: string): string => fold(token.replace(POSSESSIVE, ''))

function namesOf(names: Iterable<string>): Map<string, KnownName[]> {
  const byFirst = new Map<string, KnownName[]>()
  for (const given of names) {
    const name = given.replace(/^the\s+/i, '').trim()
    const words = [...name.matchAll(TOKEN)].map(([token]) => keyOf(token)).filter(Boolean)
    const [first] = words
    if (first === undefined || words.length > LONGEST || (words.length === 1 && first.length < 2)) continue
    const known = byFirst.get(first) ?? []
    byFirst.set(first, known)
    if (!known.some((one) => one.words.join(' ') === words.join(' ')))
      known.push({ words, name, small: !/\p{Lu}/u.test(name) })
  }
  return byFirst
}

const LISTED = namesOf([
  ...AGENCY_FORMS.filter((form) => agencyNamed(form) !== null && !/^\p{Ll}{1,4}$/u.test(form)),
  'dpa',
  'epd',
  ...OUTLETS,
  ...Object.keys(OUTLET_FORMS),
  ...Object.values(EDITIONS).flatMap((editions) => Object.values(editions)),
])

/** The names that the outlets of some articles are known by. */
export const outletNames = (outlets: Iterable<string>): OutletNames => namesOf(outlets)

const NAME_WORD = /^\p{Lu}[\p{L}\p{M}\p{N}&'’-]*$/u
const SITE = /^\p{L}[\p{L}\p{N}-]{2,}\.(?:com|co|eu|info|media|net|news|online|org|tv|\p{Ll}{2})$/u
const BEFORE_NOUN = /^(?:News|Press|Wire|Information)$/
const AGENCY_NOUN = /^(?:Agency|Service|Bureau|Wire)$/
/** Words that open an outlet's name. */
const OPENER = /^(?:Radio|Daily|Channel|TV|Télé|Television)$/
const EDITION = /^(?:Online|Today|Now|Daily|Digital|24)$/

interface Token extends Span {
  readonly text: string
  readonly key: string
}

/** Every outlet that a stretch of text names, in order, without overlap; the longest of those that begin at a word. */
export function outletsNamed(text: string, names: OutletNames): NamedOutlet[] {
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: raw, index: start }): Token => {
    const bare = raw.replace(/[.&'’-]+$/, '').replace(POSSESSIVE, '')
    return { text: bare, key: keyOf(raw), start, end: start + bare.length }
  })
  const found: NamedOutlet[] = []
  for (let i = 0; i < tokens.length; ) {
    const length = Math.max(lengthKnown(tokens, i, names), lengthKnown(tokens, i, LISTED))
    const shown = length > 0 ? 0 : lengthShown(text, tokens, i)
    const last = tokens[i + (length || shown) - 1]
    if (length + shown === 0 || last === undefined) {
      i++
      continue
    }
    const start = (tokens[i] as Token).start
    const printed = text.slice(start, last.end)
    found.push({ start, end: last.end, name: nameAt(tokens, i, length, names) ?? printed, known: length > 0 })
    i += length || shown
  }
  return found
}

/** The outlets that a name is made of, where it is known ones put together: `Radio Grange and Bay Post` are two. */
export function namesTogether(name: string): string[] {
  if (!/,\s|\sand\s/.test(name)) return [name]
  const found = outletsNamed(name, new Map())
  const rest = found.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), name)
  const isAll = found.length > 1 && found.every(({ known }) => known) && /^(?:[\s,]|and|the)*$/.test(rest)
  return isAll ? found.map((one) => one.name) : [name]
}

function knownAt(tokens: readonly Token[], at: number, names: OutletNames): KnownName | null {
  const first = tokens[at] as Token
  let best: KnownName | null = null
  for (const known of names.get(first.key) ?? []) {
    if (best !== null && known.words.length <= best.words.length) continue
    if (!known.small && !/^[\p{Lu}\p{Lo}\p{N}]/u.test(first.text)) continue
    if (known.words.every((word, k) => tokens[at + k]?.key === word)) best = known
  }
  return best
}

const lengthKnown = (tokens: readonly Token[], at: number, names: OutletNames): number =>
  knownAt(tokens, at, names)?.words.length ?? 0

/** What a known name is called: as the articles' outlets are, agencies by their usual name. */
function nameAt(tokens: readonly Token[], at: number, length: number, names: OutletNames): string | null {
  if (length === 0) return null
  const own = knownAt(tokens, at, names)
  if (own?.words.length === length) return own.name
  const listed = knownAt(tokens, at, LISTED)?.name ?? null
  return listed === null ? null : (agencyNamed(listed) ?? OUTLET_FORMS[listed] ?? listed)
}

/** How many words from here are the name of an outlet by the look of it; 0 for none. */
function lengthShown(text: string, tokens: readonly Token[], at: number): number {
  const first = tokens[at] as Token
  if (SITE.test(first.text)) return 1
  if (!NAME_WORD.test(first.text)) return 0
  let length = 0
  for (let k = 0; k < LONGEST; k++) {
    const token = tokens[at + k]
    if (token === undefined || !NAME_WORD.test(token.text) || (k > 0 && token.text === 'The')) break
    // Nothing but a space stands within a name.
    if (k > 0 && text.slice((tokens[at + k - 1] as Token).end, token.start) !== ' ') break
    const before = tokens[at + k - 1]?.text ?? ''
    const isNoun =
      k > 0 &&
      (OUTLET_NOUNS.has(token.text.toLowerCase()) ||
        EDITION.test(token.text) ||
        (AGENCY_NOUN.test(token.text) && BEFORE_NOUN.test(before)))
    if (isNoun || (k > 0 && k < 3 && OPENER.test(first.text))) length = k + 1
  }
  // A name that goes on is another's: the Deputy Press Secretary.
  const [last, next] = [tokens[at + length - 1], tokens[at + length]]
  const goesOn =
    last !== undefined && next !== undefined && text.slice(last.end, next.start) === ' ' && NAME_WORD.test(next.text)
  return goesOn && !OPENER.test(first.text) ? 0 : length
}

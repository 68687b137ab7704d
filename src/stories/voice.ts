/**
 * Who answers for a statement, as it is compared across articles: the keys of the speaker and of whom he has it from,
 * the carriers it came through, and for a source without a name its description and country.
 */
import type { Claim, Link, Speaker, SpeakerKind } from '../claims/claim.ts'
import { OUTLET_NOUNS } from '../language/gazetteer/outlets.ts'
import { organisationKey, personKey } from '../language/keys.ts'
import { agencyNamed } from '../page/agencies.ts'
import type { Article } from '../page/article.ts'
import { fold } from '../page/fold.ts'
import { areDescribedApart, type Described, describedIn } from './described.ts'
import { countriesIn, wordKeys } from './wording/words.ts'

/** An outlet or agency, folded: Reuters, `bloomberg`. */
export type Carrier = string

export interface Voice {
  /** How people are told: the speaker's name as the first article gives it. */
  readonly name: string
  readonly kind: SpeakerKind | 'unattributed' | 'unstated'
  /** The speaker's own key; null where nobody is named. */
  readonly key: string | null
  /** Keys of whom the speaker has it from, and of who told it for him. */
  readonly basis: readonly string[]
  /** Outlets and agencies it came through, not the one that printed it. */
  readonly carriers: readonly Carrier[]
  /** The outlet that printed it. */
  readonly outlet: Carrier | null
  /** Countries in the speaker's description. */
  readonly countries: readonly string[]
  /** What an unnamed source is described by. */
  readonly description: readonly string[]
  /** What tells it from other unnamed sources; null for those that are named. */
  readonly described: Described | null
  /** Organisations that speak: its own key, or those that an unnamed source is said to be of. */
  readonly bodies: readonly string[]
}

/** The name of an outlet or agency folded, so that `Bloomberg News` and `Bloomberg` are one. */
export function carrierOf(name: string): Carrier {
  const plain = name.replace(/^the\s/i, '').replace(/\s*\([^)]*\)$/, '')
  const agency = agencyNamed(plain) ?? agencyNamed(plain.replace(/\s+(?:News(?:wires?)?|agency)$/i, ''))
  return fold(agency ?? plain.replace(/\s+News$/i, '')) || fold(name)
}

const UNNAMED = /\s*\(unnamed\)$/
const DOCUMENT = /\s*\((?:report|post|podcast|letter|briefing|statement|interview)\)$/i

/** The key of a link, made as a speaker's is; null for outlets and unnamed ones. */
function keyOfLink({ name, kind }: Link): string | null {
  if (UNNAMED.test(name) || kind === 'outlet' || kind === 'unnamed' || isOutletName(name)) return null
  const bare = name.replace(DOCUMENT, '')
  if (kind === 'organisation') return organisationKey(bare)
  if (kind === 'document' && !/^\p{Lu}\S+ \p{Lu}\S+$/u.test(bare)) return null
  return personKey(bare)
}

const UNSTATED = /^(?:unstated source|reports?|media reports?|sources?|reports \(unspecified\))(?: \(unnamed\))?$/i

const AGENCY = /\b(?:news|press|wire)\s+(?:agency|service)$/i

/** An organisation that is named as outlets are: the Harbour Courier, the Northern Press Agency, Radio Delta. */
function isOutletName(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/)
  const last = words.at(-1) as string
  return (
    words.length > 1 && (OUTLET_NOUNS.has(last) || AGENCY.test(name) || words[0] === 'radio' || last.endsWith('.news'))
  )
}

/** What kind of speaker one is: an outlet where the name is one's. */
const kindOf = ({ name, kind, key }: Speaker): SpeakerKind => {
  if (kind !== 'organisation') return kind
  // A body told by no name of its own - the union, the company - is any article's: it is compared by its description.
  return isOutletName(name) ? 'outlet' : key === null ? 'unnamed' : kind
}

/** Who answers for a claim of an article. */
export function voiceOf(
  { speaker: given, chain, type, source }: Claim,
  article: Pick<Article, 'outlet' | 'wire'>,
): Voice {
  const speaker = given === null ? null : { ...given, kind: kindOf(given) }
  const outlet = article.outlet === null ? null : carrierOf(article.outlet)
  const through = chain
    .filter(({ name, kind, link }, at) => at > 0 && (kind === 'outlet' || link === 'wire' || isOutletName(name)))
    .map(({ name }) => carrierOf(name))
  const wires = article.wire === null ? [] : article.wire.split(', ').map(carrierOf)
  const carriers = [...new Set([...through, ...wires])].filter((carrier) => carrier !== outlet)
  const bare = speaker?.name.replace(UNNAMED, '') ?? ''
  const isOwn = speaker === null || type === 'none' || (speaker.kind === 'outlet' && outlet === carrierOf(speaker.name))
  const kind = isOwn ? 'unattributed' : UNSTATED.test(speaker.name) ? 'unstated' : speaker.kind
  const key = isOwn ? null : speaker.kind === 'outlet' ? `outlet:${carrierOf(speaker.name)}` : speaker.key
  const own = speaker?.name
  const keys = isOwn ? [] : chain.filter(({ name }) => name !== own).map(keyOfLink)
  const basis = keys.filter((other): other is string => other !== null && other !== key)
  return {
    name: speaker?.name ?? article.outlet ?? 'unattributed',
    kind,
    key,
    basis: [...new Set(basis)],
    carriers,
    outlet,
    countries: isOwn ? [] : countriesIn(`${bare} ${source?.text ?? ''}`),
    description: speaker?.kind === 'unnamed' ? wordKeys(bare) : [],
    described: speaker?.kind === 'unnamed' ? describedIn(bare, source?.text ?? '') : null,
    bodies: isOwn ? [] : bodiesOf(speaker, key, bare),
  }
}

const MOUTHS =
  /\b(?:spokes(?:man|woman|person|people)|representatives?|executives?|officials?|employees?|managers?|sources?)\b/i

/** The organisation that speaks, by its key; that of its unnamed spokesman, by the capitals of his description. */
function bodiesOf({ kind }: { readonly kind: SpeakerKind }, key: string | null, bare: string): string[] {
  if (kind === 'organisation') return key === null ? [] : [key]
  if (kind !== 'unnamed' || !MOUTHS.test(bare)) return []
  const name = /^(?:the\s+)?((?:\p{Lu}[\p{L}\p{N}&.'-]*\s+)+)/u.exec(bare)?.[1]?.trim() ?? ''
  return name === '' ||
    countriesIn(name).length > 0 ||
    /^(?:Senior|Top|An?|US|UK|EU|UN|Western|European|Allied|Former|Local|State|Federal)$/.test(name)
    ? []
    : [organisationKey(name)]
}

/** How two voices stand to each other, the strongest that holds. */
export type Relation =
  | 'same speaker'
  | 'same basis'
  | 'same body'
  | 'same carrier'
  | 'alike unnamed'
  | 'same country'
  | 'unattributed'
  | 'unstated'
  | 'alike names'
  | 'told by'
  | 'two names'
  | 'two unnamed'
  | 'apart'

const words = (key: string): string[] => key.slice(key.indexOf(':') + 1).split(' ')

/** How a person's key begins; the surname follows, then the forename where it is known. */
const PERSON = 'person:'

/** The same person or organisation, where one name may be the shorter: Zelensky, Volodymyr Zelensky. */
function isSameKey(one: string, other: string): boolean {
  if (one === other) return true
  if (!one.startsWith(PERSON) || !other.startsWith(PERSON)) return false
  const [a, b] = [one.indexOf(':', PERSON.length), other.indexOf(':', PERSON.length)]
  if (a >= 0 && b >= 0) return false
  return (a < 0 ? one : one.slice(0, a)) === (b < 0 ? other : other.slice(0, b))
}

/** One organisation's name within the other's: Intel, Intel Ireland; NIS, NIS (South Korea). */
function isPartOf(one: string, other: string): boolean {
  if (!one.startsWith('organisation:') || !other.startsWith('organisation:')) return false
  const [short, long] = [words(one), words(other)].sort((a, b) => a.length - b.length) as [string[], string[]]
  if (!short.every((word) => long.includes(word))) return false
  // A country's name alone is no part of its organisations' names: that is another relation.
  return countriesIn(short.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')).length === 0
}

/** Whether two words are one misspelt: a letter more, less, other, or two changed about. */
function isSlip(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 5) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let [a, b] = [one.length, other.length]
  while (a > start && b > start && one[a - 1] === other[b - 1]) [a, b] = [a - 1, b - 1]
  const [x, y] = [one.slice(start, a), other.slice(start, b)]
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && x[0] === y[1] && x[1] === y[0])
}

/** Two persons' names that differ by a slip, forename and surname together. */
function isAlikeName(one: string, other: string): boolean {
  if (!one.startsWith(PERSON) || !other.startsWith(PERSON)) return false
  const [end, its] = [one.indexOf(':', PERSON.length), other.indexOf(':', PERSON.length)]
  // Most surnames are told apart by their length.
  if (end < 0 || its < 0 || Math.abs(end - its) > 1) return false
  const [[, a = '', x = ''], [, b = '', y = '']] = [one.split(':'), other.split(':')]
  return a === b ? isSlip(x, y) : x === y && isSlip(a, b)
}

const meets = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one))

/** How two voices stand to each other. */
export function relationOf(one: Voice, other: Voice): Relation {
  const { key: a } = one
  const { key: b } = other
  if (a !== null && b !== null && isSameKey(a, b)) return 'same speaker'
  const [all, others] = [a === null ? one.basis : [a, ...one.basis], b === null ? other.basis : [b, ...other.basis]]
  if (all.some((key) => others.some((known) => isSameKey(key, known)))) return 'same basis'
  if (all.some((key) => others.some((known) => isAlikeName(key, known)))) return 'alike names'
  if (areTwoUnnamed(one, other)) return 'two unnamed'
  if (one.bodies.some((body) => other.bodies.some((its) => body === its || isPartOf(body, its)))) return 'same body'
  if (one.kind === 'unattributed' || other.kind === 'unattributed') return 'unattributed'
  const routes = ({ carriers, key }: Voice) => (key?.startsWith('outlet:') ? [...carriers, key.slice(7)] : carriers)
  const isLoose = ({ kind }: Voice) => kind === 'unnamed' || kind === 'outlet' || kind === 'unstated'
  if (isLoose(one) && isLoose(other)) {
    if (meets(routes(one), routes(other))) return 'same carrier'
    if (one.kind === 'unstated' || other.kind === 'unstated') return 'unstated'
    if (one.kind === 'outlet' && other.kind === 'outlet') return 'apart'
    if (one.kind === 'unnamed' && other.kind === 'unnamed') {
      if (one.countries.length > 0 && other.countries.length > 0 && !meets(one.countries, other.countries))
        return 'apart'
      const shared = one.description.filter((word) => other.description.includes(word)).length
      if (shared > 0 && shared >= Math.min(one.description.length, other.description.length) / 2) return 'alike unnamed'
    }
  }
  if (isToldBy(one, other) || isToldBy(other, one)) return 'told by'
  if (one.kind === 'unstated' || other.kind === 'unstated') return 'unstated'
  const isVague = (voice: Voice) => voice.kind === 'unnamed' || isCountry(voice)
  if ((isVague(one) || isVague(other)) && meets(one.countries, other.countries)) return 'same country'
  return a !== null && b !== null && !isVague(one) && !isVague(other) ? 'two names' : 'apart'
}

/** Unnamed sources whose descriptions tell them apart: of other places or bodies, one only close to the other's. */
function areTwoUnnamed({ described: a, description: x }: Voice, { described: b, description: y }: Voice): boolean {
  if (a === null || b === null) return false
  const isOnlyClose = (close: Described, of: readonly string[], its: Described) =>
    close.closeTo.length > 0 && its.closeTo.length === 0 && meets(close.closeTo, of)
  return areDescribedApart(a, b) || isOnlyClose(a, y, b) || isOnlyClose(b, x, a)
}

/** What an outlet tells and what somebody says in it, or through it. */
function isToldBy({ key }: Voice, { outlet, carriers }: Voice): boolean {
  if (!key?.startsWith('outlet:')) return false
  const its = key.slice(7)
  return outlet === its || carriers.includes(its)
}

/** A government spoken of by its country: Ukraine, Seoul. */
function isCountry({ kind, countries, name }: Voice): boolean {
  return kind === 'organisation' && countries.length > 0 && wordKeys(name).every((word) => countries.includes(word))
}

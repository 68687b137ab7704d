/**
 * Who a pronoun or a definite description takes up: he, they, the president, the agency, the officials. The nearest
 * mention that agrees, those before others that are subjects and that speak; nobody where none agrees (after Lappin and
 * Leass 1994, without a parse).
 */
import { agencyNamed } from '../page/agencies.ts'
import { COMPANY_NOUNS, MEDIA_NOUNS } from './gazetteer/groups.ts'
import { organisationNamed } from './gazetteer/organisations.ts'
import { takesUp } from './gazetteer/roles.ts'
import { genderOfNoun } from './gazetteer/titles.ts'
import type { Entities, Entity, Mention, Passage } from './mentions.ts'
import { nameOf, type Phrase, singularOf, wordAt } from './phrases.ts'

/** How many sentences back a pronoun is resolved, and how many mentions back a description. */
const SENTENCES = 8
const MENTIONS = 400

/** The first mention that begins after a token; their number where none does. */
function startingAfter(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle] as Mention).first <= token) low = middle + 1
    else high = middle
  }
  return low
}

/** The mentions before a token, the nearest first. */
function* before({ mentions }: Passage, token: number): Generator<Mention> {
  const after = startingAfter(mentions, token - 1)
  for (let i = after - 1; i >= Math.max(0, after - MENTIONS); i--)
    if ((mentions[i] as Mention).last <= token) yield mentions[i] as Mention
}

/** The mentions before a token, at most so many sentences back. */
function nearby(passage: Passage, token: number, sentences: number): Mention[] {
  const sentence = passage.sentenceAt[token] as number
  const found: Mention[] = []
  for (const mention of before(passage, token)) {
    if (sentence - mention.sentence > sentences) break
    found.push(mention)
  }
  return found
}

/** The best of the mentions by a score; of equals the nearest. Null scores are no candidates. */
function best(mentions: Iterable<Mention>, score: (mention: Mention) => number | null): Mention | null {
  let found: Mention | null = null
  let highest = Number.NEGATIVE_INFINITY
  for (const mention of mentions) {
    const value = score(mention)
    if (value !== null && value > highest) {
      found = mention
      highest = value
    }
  }
  return found
}

/** How prominent a mention is, seen from a sentence. */
function prominence(mention: Mention, sentence: number, quoted: boolean): number {
  return (
    -0.6 * (sentence - mention.sentence) +
    (mention.subject ? 1 : 0) +
    (mention.speaks ? 0.8 : 0) -
    (mention.possessive ? 0.8 : 0) -
    (mention.quoted && !quoted ? 2 : 0)
  )
}

/** What each mention nearby adds to the next one's prominence, up to six. */
const OFTEN = 0.15

/** Who `he`, `she`, `they` or `it` (in lower case) at a token is, or null. */
export function pronounAt(passage: Passage, token: number, pronoun: string): Entity | null {
  const sentence = passage.sentenceAt[token] as number
  const quoted = passage.quoted[token] === 1
  const near = nearby(passage, token, SENTENCES)
  const gender = /^(?:he|him|his)$/.test(pronoun) ? 'he' : /^(?:she|her|hers)$/.test(pronoun) ? 'she' : null
  const counts = new Map<Entity, number>()
  for (const { entity } of near) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  const agrees = ({ entity }: Mention): number | null => {
    const { kind, plural } = entity
    if (gender) {
      if (!(kind === 'person' || (kind === 'unnamed' && !plural)) || (entity.gender && entity.gender !== gender))
        return null
      return entity.gender === gender ? 0.5 : kind === 'unnamed' ? -0.4 : 0
    }
    if (/^(?:they|them|their)$/.test(pronoun)) {
      if (plural) return 1
      return kind === 'unnamed' ? 0.4 : kind === 'organisation' || kind === 'outlet' ? -0.5 : null
    }
    return kind === 'organisation' || kind === 'outlet' ? 0.3 : kind === 'place' ? -0.6 : null
  }
  return (
    best(near, (mention) => {
      const agreement = agrees(mention)
      if (agreement === null) return null
      return agreement + prominence(mention, sentence, quoted) + OFTEN * Math.min(6, counts.get(mention.entity) ?? 0)
    })?.entity ?? null
  )
}

/** The last who spoke, however long before, where `he` or `she` at a token takes up nobody nearby. */
export function lastSpeaker(passage: Passage, token: number, pronoun: string): Entity | null {
  if (pronoun !== 'he' && pronoun !== 'she') return null
  for (const { entity, speaks } of before(passage, token))
    if (speaks && entity.kind === 'person' && (entity.gender ?? pronoun) === pronoun) return entity
  return null
}

/** Those who are known to all, whose office need not have been told. */
const RULERS = /^(?:chancellor|king|monarch|pope|premier|president|queen)$/

/** Nouns that any person may be taken up by, whatever was said of them before. */
const ANYONE =
  /^(?:\d+-year-old|man|woman|leader|candidate|billionaire|businessman|businesswoman|mogul|nominee|politician|veteran|author|star|boss|republican|democrat|senator|contender|frontrunner|front-runner)$/

/** Who `the president`, `the lawmaker`, `the officials` takes up, or null. */
export function personTakenUp(passage: Passage, phrase: Phrase, country: string | null): Entity | null {
  const sentence = passage.sentenceAt[phrase.first] as number
  const gender = genderOfNoun(phrase.noun)
  const compound = compoundOf(passage, phrase)
  const organisations = organisationsWithin(passage, phrase)
  const agrees = ({ entity }: Mention): boolean =>
    (entity.kind === 'person' || entity.kind === 'unnamed') &&
    entity.plural === phrase.plural &&
    organisations.every((organisation) => entity.roles.has(organisation)) &&
    !(gender && entity.gender && gender !== entity.gender) &&
    !(country && entity.country && country !== entity.country)
  const called = best(before(passage, phrase.first), (mention) => {
    if (!agrees(mention)) return null
    const { roles } = mention.entity
    const exact = roles.has(compound ?? phrase.noun)
    if (!exact && !(compound === null && [...roles].some((role) => takesUp(phrase.noun, role)))) return null
    return (
      0.5 * prominence(mention, sentence, passage.quoted[phrase.first] === 1) +
      (exact ? 0.8 : 0) +
      (mention.entity.kind === 'person' ? 0.2 : 0)
    )
  })
  if (called) return called.entity
  const anyone = ANYONE.test(phrase.noun)
  if (phrase.plural || phrase.article !== 'the' || !(anyone || RULERS.test(phrase.noun))) return null
  const near = nearby(passage, phrase.first, 4)
  return (
    best(near, (mention) =>
      mention.entity.kind === 'person' && agrees(mention) && (anyone || mention.entity.roles.size === 0)
        ? prominence(mention, sentence, false)
        : null,
    )?.entity ?? null
  )
}

/** The organisations that a phrase names before its head, as they are kept among the roles of their people. */
function organisationsWithin(passage: Passage, { first, head }: Phrase): string[] {
  const found = new Set<string>()
  for (let i = first; i < head; i++) {
    const name = nameOf(passage, i)
    if (name?.kind === 'organisation') found.add(name.text)
  }
  return [...found]
}

/** Titles of two words that mean something else than their last word. */
function compoundOf(passage: Passage, { head }: Phrase): string | null {
  const both = `${wordAt(passage, head - 1)} ${wordAt(passage, head)}`.toLowerCase()
  if (both === 'prime minister') return 'prime-minister'
  if (both === 'press secretary') return 'press-secretary'
  return null
}

/** Kept as long as their passages. */
const first = new WeakMap<Passage, ReadonlyMap<Entity, number>>()

/** The token at which each entity of a passage is first mentioned. */
function firstMentions(passage: Passage): ReadonlyMap<Entity, number> {
  const known = first.get(passage)
  if (known) return known
  const found = new Map<Entity, number>()
  for (const { entity, first: token } of passage.mentions) if (!found.has(entity)) found.set(entity, token)
  first.set(passage, found)
  return found
}

/** Someone named in the sentences after an introduction whose role is the one introduced: a lawmaker said ... Ms Roe. */
export function namedLater(passage: Passage, phrase: Phrase, country: string | null): Entity | null {
  const sentence = passage.sentenceAt[phrase.first] as number
  const { mentions } = passage
  const met = firstMentions(passage)
  for (let m = startingAfter(mentions, phrase.last - 1); m < mentions.length; m++) {
    const mention = mentions[m] as Mention
    if (mention.sentence > sentence + 4) return null
    const { entity } = mention
    if (
      entity.kind === 'person' &&
      (met.get(entity) as number) >= phrase.last &&
      mention.sentence > sentence &&
      mention.speaks &&
      [...entity.roles].some(
        (role) =>
          role === phrase.noun || (takesUp(phrase.noun, role) && phrase.noun !== 'person' && phrase.noun !== 'source'),
      ) &&
      !(country && entity.country && country !== entity.country) &&
      !(country && !entity.country && RULERS.test(phrase.noun) && mostTold(passage) !== country)
    )
      return entity
  }
  return null
}

/** Who holds an office that a headline names, as the article's text says, or null. */
export function holderOf({ main }: Passage, noun: string, country: string | null): Entity | null {
  const holds = ({ entity }: Mention): boolean =>
    entity.kind === 'person' &&
    (entity.roles.has(noun) || [...entity.roles].some((role) => takesUp(noun, role))) &&
    !(country && entity.country && country !== entity.country)
  return main?.mentions.slice(0, MENTIONS).find(holds)?.entity ?? null
}

/** Before a noun for a ruler, they make another office of it. */
const OTHER_OFFICE = /^(?:assistant|deputy|ex|former|next|new|vice)$/i

/**
 * The only person of an article who rules as a phrase says, wherever it tells so: Ukraine's president, the chancellor.
 * Nobody where several do, or where the office is one that a country has many of. Whose country the article never tells
 * rules the one that it tells of most.
 */
export function soleRuler(passage: Passage, phrase: Phrase, country: string | null): Entity | null {
  const role = compoundOf(passage, phrase) ?? phrase.noun
  if (country === null || !(RULERS.test(role) || role === 'prime-minister')) return null
  if (OTHER_OFFICE.test(wordAt(passage, phrase.head - (role === phrase.noun ? 1 : 2)))) return null
  return onceOf(rulers, passage, `${role} ${country}`, () => rulerOf(passage, role, country))
}

/** Kept as long as their passages, by what was asked. */
type Answers = WeakMap<Passage, Map<string, Entity | null>>
const rulers: Answers = new WeakMap()
const bodies: Answers = new WeakMap()

/** What was answered before, or the answer now: each is looked for in the whole passage, but once. */
function onceOf(answers: Answers, passage: Passage, asked: string, find: () => Entity | null): Entity | null {
  const known = answers.get(passage) ?? new Map<string, Entity | null>()
  answers.set(passage, known)
  const told = known.get(asked)
  if (told !== undefined) return told
  const found = find()
  known.set(asked, found)
  return found
}

function rulerOf(passage: Passage, role: string, country: string): Entity | null {
  const found = new Set<Entity>()
  for (const { entity } of passage.mentions)
    if (entity.kind === 'person' && entity.roles.has(role) && !(entity.country && entity.country !== country)) {
      found.add(entity)
      if (found.size > 1) return null
    }
  const [only] = found
  return only && (only.country === country || country === mostTold(passage)) ? only : null
}

/** The country that a passage's mentions tell of most; the first of equals. Kept as long as the passage. */
const most = new WeakMap<Passage, string | null>()

function mostTold(passage: Passage): string | null {
  const known = most.get(passage)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const { entity } of passage.mentions)
    if (entity.country) counts.set(entity.country, (counts.get(entity.country) ?? 0) + 1)
  let told: string | null = null
  for (const [country, count] of counts) if (told === null || count > (counts.get(told) ?? 0)) told = country
  most.set(passage, told)
  return told
}

const GOVERNMENTAL =
  /\b(?:agency|army|authority|bureau|chiefs|command|commission|committee|council|court|department|forces?|government|intelligence|ministry|office|parliament|police|service|staff)\b/i

/** Nouns that take up only what is called by them. */
const OWN =
  /^(?:administration|bank|campaign|center|centre|commission|committee|council|court|embassy|foundation|government|institute|parliament|party|police|staff|tribunal|union|university)$/

/** Is an organisation something that a noun (`company`, `ministry`) can mean? 2 surely, 1 perhaps, 0 not. */
function means(noun: string, { kind, name, roles }: Entity): number {
  if (roles.has(noun)) return 2
  // what is only described is called by its own noun
  if (/^\p{Ll}/u.test(name)) return 0
  if (kind === 'outlet') {
    if (noun === 'agency') return agencyNamed(name) ? 0.5 : 0
    return MEDIA_NOUNS.has(noun) ? 2 : 0
  }
  if (kind !== 'organisation' || MEDIA_NOUNS.has(noun)) return 0
  const governs = GOVERNMENTAL.test(name) || organisationNamed(name) !== null
  if (COMPANY_NOUNS.has(noun)) return governs ? 0 : 2
  if (/^(?:agency|service)$/.test(noun))
    return /\b(?:agency|service|intelligence|bureau|administration|directorate|office|authority)\b/i.test(name) ? 2 : 0
  if (/^(?:ministry|department)$/.test(noun)) return /\b(?:ministry|department|pentagon)\b/i.test(name) ? 2 : 0
  if (noun === 'union') return /\b(?:association|brotherhood|federation|union|workers)\b/i.test(name) ? 2 : 0
  if (OWN.test(noun)) return name.toLowerCase().includes(noun) ? 2 : 0
  if (/^(?:military|army)$/.test(noun)) return /\b(?:chiefs|staff|army|forces|defense|defence)\b/i.test(name) ? 2 : 0
  return 1
}

/** Which organisation or outlet `the agency`, `the company`, `the newspaper` takes up, or null. */
export function groupTakenUp(passage: Passage, phrase: Phrase, country: string | null): Entity | null {
  const sentence = passage.sentenceAt[phrase.first] as number
  const words = Array.from({ length: phrase.head - phrase.first }, (_, i) =>
    singularOf(wordAt(passage, phrase.first + i)),
  )
  return (
    best(before(passage, phrase.first), (mention) => {
      const { entity } = mention
      if (country && entity.country && entity.country !== country) return null
      const meant = means(phrase.noun, entity)
      if (meant === 0) return null
      const said = words.filter((word) => word.length > 2 && !/^(?:the|this|that|own)$/.test(word))
      const shared = said.some((word) => entity.name.toLowerCase().includes(word))
      const isOther = OWN.test(phrase.noun) || entity.name.toLowerCase().includes(phrase.noun)
      if (said.length > 0 && !shared && isOther) return null
      return meant + (shared ? 2 : 0) + 0.3 * prominence(mention, sentence, passage.quoted[phrase.first] === 1)
    })?.entity ?? null
  )
}

/** The only body of an article's text that a bare noun can mean: Union: ..., or null. */
export function soleBody(passage: Passage, noun: string): Entity | null {
  const text = passage.main ?? passage
  return onceOf(bodies, text, noun, () => bodyOf(text, noun))
}

function bodyOf({ mentions }: Passage, noun: string): Entity | null {
  const found = new Set<Entity>()
  for (const { entity } of mentions)
    if (entity.kind === 'organisation' && !entity.plural && entity.roles.has(noun)) {
      found.add(entity)
      if (found.size > 1) return null
    }
  return [...found][0] ?? null
}

/** The nearest outlet before a token, those first that are said to report: whose `the report` is. */
export function outletBefore(passage: Passage, token: number): Entity | null {
  const sentence = passage.sentenceAt[token] as number
  return (
    best(before(passage, token), (mention) =>
      mention.entity.kind === 'outlet' ? 0.4 * prominence(mention, sentence, false) : null,
    )?.entity ?? null
  )
}

/** The nearest organisation that has no part in government, or any: whose `spokesperson` is meant. */
export function organisationBefore(passage: Passage, token: number): Entity | null {
  const sentence = passage.sentenceAt[token] as number
  return (
    best(before(passage, token), (mention) => {
      if (mention.entity.kind !== 'organisation' || sentence - mention.sentence > SENTENCES) return null
      return prominence(mention, sentence, false) + (mention.possessive ? 0.8 : 0)
    })?.entity ?? null
  )
}

/** The entity mentioned at a token, or null. */
export function entityAt(passage: Passage, token: number): Entity | null {
  const { mentions } = passage
  const after = startingAfter(mentions, token)
  for (let i = after - 1; i >= Math.max(0, after - 4); i--) {
    const { first, last, entity } = mentions[i] as Mention
    if (first <= token && token < last && entity.kind !== 'unnamed') return entity
  }
  return null
}

/** Whom `who` at a token takes up: the nearest person, named or not, before it in its sentence. */
export function personBefore(passage: Passage, token: number): Entity | null {
  for (const { entity, sentence } of before(passage, token)) {
    if (sentence !== passage.sentenceAt[token]) return null
    if (entity.kind === 'person' || entity.kind === 'unnamed') return entity
  }
  return null
}

/** The passage of a document among the entities' passages. */
export function passageOf(entities: Entities, document: Passage['document']): Passage | null {
  return entities.find((passage) => passage.document === document) ?? null
}

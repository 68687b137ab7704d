/**
 * Speakers: who answers for a claim. The source's words are read as a noun phrase; names give the full name, pronouns
 * and descriptions the person or organisation they take up; who stays unnamed gets a description.
 */
import type { Document } from '../language/document.ts'
import { countryOf, countryWithin, descriptionOf, groupName, isBody } from '../language/entities.ts'
import { countryOfCapital } from '../language/gazetteer/countries.ts'
import { COMPANY_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, MEDIA_NOUNS } from '../language/gazetteer/groups.ts'
import { ROLE_NOUNS, SOURCE_NOUNS, TITLE_WORDS } from '../language/gazetteer/titles.ts'
import { organisationKey, personKey } from '../language/keys.ts'
import type { Entities, Entity, Passage } from '../language/mentions.ts'
import { nameOf, type Phrase, phraseOf, singularOf, tokensWithin, wordAt } from '../language/phrases.ts'
import {
  entityAt,
  groupTakenUp,
  holderOf,
  lastSpeaker,
  namedLater,
  organisationBefore,
  outletBefore,
  passageOf,
  personBefore,
  personTakenUp,
  pronounAt,
  soleBody,
  soleRuler,
} from '../language/references.ts'
import { plainly } from '../language/register.ts'
import type { Parts } from './attribution.ts'
import type { Speaker } from './claim.ts'

/** Where no source is printed: "is believed to have", "reportedly". */
export const UNSTATED: Speaker = { name: 'unstated source (unnamed)', kind: 'unnamed', key: null }

const unnamed = (description: string): Speaker => ({ name: `${description} (unnamed)`, kind: 'unnamed', key: null })

/**
 * Who speaks.
 * @param source the source's words, spans into `document.text`; null where none are printed
 * @param document one of the documents that `entities` were made of
 * @param outlet the article's own outlet, for `we` and `this newspaper`
 */
export function speakerOf(
  source: Parts | null,
  document: Document,
  entities: Entities,
  { outlet }: { readonly outlet: string | null },
): Speaker {
  const passage = passageOf(entities, document)
  if (!source || source.length === 0 || !passage) return UNSTATED
  for (const { start, end } of source) {
    const [first, last] = tokensWithin(document.tokens, start, end)
    const found = several(passage, first, last, outlet) ?? oneOf(passage, first, last, outlet)
    if (found)
      return outlet && found.kind === 'organisation' && isSame(found.name, outlet)
        ? { ...found, kind: 'outlet' }
        : found
  }
  return UNSTATED
}

const isSame = (one: string, other: string): boolean => organisationKey(one) === organisationKey(other)

/** Speakers joined by `and`, each with a name at its head. */
function several(passage: Passage, first: number, last: number, outlet: string | null): Speaker | null {
  const cuts: number[] = []
  for (let i = first + 1; i < last - 1; i++)
    if (!nameOf(passage, i) && /^(?:and|or|,|&)$/.test(wordAt(passage, i))) cuts.push(i)
  if (!cuts.some((i) => /^(?:and|&)$/.test(wordAt(passage, i)))) return null
  const speakers: Speaker[] = []
  let from = first
  for (const cut of [...cuts, last]) {
    // (D-Ohio)
    let to = cut
    for (let i = from; i < cut && to === cut; i++) if (wordAt(passage, i) === '(') to = i
    if (to > from) {
      const phrase = phraseOf(passage, from, to)
      if (!phrase?.name || phrase.last < to || phrase.name.kind === 'nationality') return null
      const speaker = oneOf(passage, from, to, outlet)
      if (!speaker || speaker.kind === 'unnamed') return null
      speakers.push(speaker)
    }
    from = cut + 1
  }
  const [one] = speakers
  if (!one || speakers.length < 2) return null
  const names = speakers.map(({ name }) => name)
  const kind = speakers.every((speaker) => speaker.kind === one.kind) ? one.kind : 'organisation'
  const key = speakers.every((speaker) => speaker.key) ? speakers.map((speaker) => speaker.key).join('+') : null
  return { name: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`, kind, key }
}

const PRONOUN = /^(?:he|she|they|it|him|her|them|himself|herself|themselves|who|i|we|us|me)$/
/** Written so, they are a country, a trade and an agency. */
const NO_PRONOUN: ReadonlySet<string> = new Set(['IT', 'US', 'WHO'])
const POSSESSIVE: Readonly<Record<string, string>> = { his: 'he', its: 'it', their: 'they', my: 'i', our: 'we' }

function oneOf(passage: Passage, first: number, last: number, outlet: string | null): Speaker | null {
  let only = first
  while (only < last && /^(?:''|``|,|:|IN|TO|RB|VBG)$/.test(passage.tags.parts[only] ?? '')) only++
  const written = wordAt(passage, only)
  const word = NO_PRONOUN.has(written) ? written : written.toLowerCase()
  if (only < last && PRONOUN.test(word) && !(word === 'her' && last - only > 1))
    return pronoun(passage, only, word, outlet)
  const owner = last - only === 1 ? POSSESSIVE[word] : undefined
  if (owner) return pronoun(passage, only, owner, outlet)
  const phrase = phraseOf(passage, first, last)
  if (!phrase)
    return only < last && /^(?:which|that)$/.test(word) ? relative(passage, only) : inWords(passage, only, last)
  const titled = personTitled(passage, phrase)
  if (titled) return speakerFor(titled)
  if (phrase.name?.kind === 'other' && ROLE_NOUNS.has(phrase.noun)) return role(passage, phrase)
  if (phrase.name && !(/^(?:nationality|other)$/.test(phrase.name.kind) && phrase.plural)) return named(passage, phrase)
  const company = groupInApposition(passage, phrase)
  if (company) return company
  const apposed = personInApposition(passage, phrase)
  if (apposed) return speakerFor(apposed)
  if (DOCUMENT_NOUNS.has(phrase.noun)) return documentary(passage, phrase)
  if (GROUP_NOUNS.has(phrase.noun) && !ROLE_NOUNS.has(phrase.noun)) return group(passage, phrase, outlet)
  return role(passage, phrase)
}

/** The Speaker for an entity; a country that speaks is its government. */
function speakerFor(entity: Entity): Speaker {
  const { kind, name, key } = entity
  if (kind === 'unnamed') return unnamed(name)
  if (kind !== 'place') return { name, kind, key }
  const country = countryOfCapital(name)?.name ?? entity.country ?? name
  return { name: country, kind: 'organisation', key: organisationKey(country) }
}

function pronoun(passage: Passage, token: number, word: string, outlet: string | null): Speaker | null {
  if (/^(?:i|we|us|me)$/.test(word))
    return outlet && passage.quoted[token] !== 1
      ? { name: outlet, kind: 'outlet', key: organisationKey(outlet) }
      : unnamed(word === 'i' || word === 'me' ? 'speaker' : 'speakers')
  if (word === 'who') return relative(passage, token)
  const form = word
    .replace(/^him(?:self)?$/, 'he')
    .replace(/^her(?:self)?$/, 'she')
    .replace(/^them(?:selves)?$/, 'they')
  const entity = pronounAt(passage, token, form) ?? lastSpeaker(passage, token, form)
  return entity ? speakerFor(entity) : UNSTATED
}

/** Whom `who` or `which` takes up: what stands right before it. */
function relative(passage: Passage, token: number): Speaker | null {
  const before = wordAt(passage, token - 1) === ',' ? token - 2 : token - 1
  const near = before >= 0 ? entityAt(passage, before) : null
  const isWho = wordAt(passage, token).toLowerCase() === 'who'
  const entity = near && !(isWho && near.kind === 'place') ? near : personBefore(passage, token)
  return entity && speakerFor(entity)
}

/** A source that is no noun phrase, as it is written. */
function inWords(passage: Passage, first: number, last: number): Speaker | null {
  const [from, to] = [passage.document.tokens[first], passage.document.tokens[last - 1]]
  // research by, which looks like a verb
  if (from && to && passage.tags.parts[first] === 'VB' && /^(?:by|from)$/.test(wordAt(passage, first + 1)))
    return { name: plainly(passage.document.text.slice(from.start, to.end)), kind: 'document', key: null }
  if (/^VB/.test(passage.tags.parts[first] ?? '')) return null
  return from && to && last > first ? unnamed(plainly(passage.document.text.slice(from.start, to.end))) : null
}

/** A source whose head is a name. */
function named(passage: Passage, phrase: Phrase): Speaker | null {
  const { name } = phrase
  if (!name) return null
  const entity = entityAt(passage, name.first)
  if (entity && isBodyNamed(phrase, entity))
    return { ...speakerFor(entity), kind: 'organisation', key: organisationKey(entity.name) }
  if (entity) return speakerFor(entity)
  const country = countryOf(name)
  if (country) return { name: country, kind: 'organisation', key: organisationKey(country) }
  const text = plainly(name.text)
  return { name: text, kind: 'organisation', key: organisationKey(text) }
}

/** A name of one word after an article is no person's: the Echo. */
const isBodyNamed = ({ article, first, head, possessor, plural }: Phrase, { kind, name }: Entity): boolean =>
  kind === 'person' && article === 'the' && head === first + 1 && !possessor && !plural && !name.includes(' ')

/** Words after which a name is another's: the mother of Jane Roe, a friend of the victim Jane Roe. */
const ANOTHERS = /^(?:an?|and|by|for|from|of|the|to|with|['’]s)$/i

/** The person whose name follows a title of several words: minister of mines and energy Jane Roe. */
function personTitled(passage: Passage, { head, noun, plural, last, end }: Phrase): Entity | null {
  if (plural || !(ROLE_NOUNS.has(noun) || TITLE_WORDS.has(noun)) || nameOf(passage, head)) return null
  if (!/^(?:of|for)$/.test(wordAt(passage, last))) return null
  for (let i = last + 1; i < Math.min(end, last + 10); i++) {
    const name = nameOf(passage, i)
    if (name?.kind === 'person' && name.last - name.first > 1) {
      const before = wordAt(passage, i - 1)
      return ANOTHERS.test(before) || isRoleWord(before) ? null : entityAt(passage, i)
    }
    if (name) i = name.last - 1
    else if (!/^(?:NN|JJ|CC|DT)/.test(passage.tags.parts[i] ?? '') && !/^(?:of|for|&)$/.test(wordAt(passage, i)))
      return null
  }
  return null
}

const isRoleWord = (word: string): boolean => /^\p{Ll}/u.test(word) && (ROLE_NOUNS.has(word) || SOURCE_NOUNS.has(word))

/** The person that a description is set beside: the army's chief of staff, Jane Roe. */
function personInApposition(passage: Passage, { last, end }: Phrase): Entity | null {
  for (let i = last; i < end - 1; i++) {
    const word = wordAt(passage, i)
    if (/^(?:who|that|which|said|says)$/.test(word)) return null
    if (word !== ',') continue
    const beside = phraseOf(passage, i + 1, end)
    const entity = beside?.name?.kind === 'person' && !beside.possessor ? entityAt(passage, beside.name.first) : null
    if (entity) return entity
  }
  return null
}

/** The name of an organisation or outlet that made a document: the JCS statement, a report by Reuters. */
function maker(passage: Passage, { first, head, last, end }: Phrase): Entity | null {
  const made = (i: number): Entity | null => {
    const entity = entityAt(passage, i)
    return entity && entity.kind !== 'unnamed' ? entity : null
  }
  for (let i = head - 1; i >= first; i--) {
    const entity = made(i)
    if (entity) return entity
  }
  for (let i = last; i < Math.min(end, last + 6); i++)
    if (/^(?:by|from|in|of)$/.test(wordAt(passage, i))) {
      const entity = made(i + 1) ?? (/^the$/i.test(wordAt(passage, i + 1)) ? made(i + 2) : null)
      if (entity) return entity
    }
  return null
}

/** A source that is a text: a report is its outlet's where one is told, a statement its maker's. */
function documentary(passage: Passage, phrase: Phrase): Speaker {
  const by = maker(passage, phrase)
  if (by && (by.kind === 'outlet' || /^(?:statement|announcement|release)$/.test(phrase.noun))) return speakerFor(by)
  if (phrase.article === 'the' && /^(?:report|story|article|piece|interview|investigation)$/.test(phrase.noun)) {
    const outlet = outletBefore(passage, phrase.first)
    if (outlet) return speakerFor(outlet)
  }
  if (/^(?:statement|announcement)$/.test(phrase.noun)) {
    const speaker = pronounAt(passage, phrase.first, 'it')
    if (speaker) return speakerFor(speaker)
  }
  const description = descriptionOf(passage, phrase)
  if (phrase.plural && /^(?:report|estimate|speculation|account)$/.test(phrase.noun)) return unnamed(description)
  const whose =
    by ??
    (/^(?:filing|memo|email|e-mail|letter|note)$/.test(phrase.noun) ? organisationBefore(passage, phrase.first) : null)
  const told = by !== null && /^(?:data|research|study|survey)$/.test(phrase.noun) ? by : by ? null : whose
  const name = told && !description.includes(told.name) ? `${told.name} ${decapitalised(description)}` : description
  return { name, kind: 'document', key: null }
}

/** A source that is an organisation by a common noun. */
function group(passage: Passage, phrase: Phrase, outlet: string | null): Speaker {
  const owned = ownForces(passage, phrase)
  if (owned) return owned
  const countries = countriesWithin(passage, phrase)
  const country = countries.size === 1 ? ([...countries][0] as string) : null
  if (/^this$/i.test(wordAt(passage, phrase.first)) && MEDIA_NOUNS.has(phrase.noun) && outlet)
    return { name: outlet, kind: 'outlet', key: organisationKey(outlet) }
  if (country) {
    const name = groupName(passage, phrase, country)
    const whole = groupTakenUp(passage, phrase, country)
    if (whole?.key === organisationKey(name)) return speakerFor(whole)
    return { name, kind: 'organisation', key: organisationKey(name) }
  }
  if (countries.size > 1) {
    const description = descriptionOf(passage, phrase)
    return { name: description, kind: 'organisation', key: organisationKey(description) }
  }
  const introduced = entityAt(passage, phrase.head)
  if (introduced) return speakerFor(introduced)
  const medium = mediumNamed(passage, phrase)
  if (medium) return medium
  const taken = phrase.article === 'the' && !phrase.plural ? groupTakenUp(passage, phrase, null) : null
  if (taken) return speakerFor(taken)
  const description = descriptionOf(passage, phrase)
  const own = maker(passage, phrase)
  if (own && phrase.possessor && own.kind === 'outlet') return speakerFor(own)
  if (isNamedGroup(passage, phrase))
    return { name: description, kind: 'organisation', key: organisationKey(description) }
  // the company: one body, but any article's
  const isBare = phrase.head === phrase.first + (phrase.article === 'the' ? 1 : 0)
  const only = isBare && isBody(passage, phrase) ? soleBody(passage, phrase.noun) : null
  if (only) return speakerFor(only)
  return isBody(passage, phrase)
    ? { name: description, kind: 'organisation', key: isBare ? null : organisationKey(description) }
    : unnamed(description)
}

/** The organisation that a description is set beside: the operator, Roe Lines. */
function groupInApposition(passage: Passage, { last, end, noun, plural }: Phrase): Speaker | null {
  if (plural || !GROUP_NOUNS.has(noun) || ROLE_NOUNS.has(noun) || wordAt(passage, last) !== ',') return null
  const first = last + (/^the$/i.test(wordAt(passage, last + 1)) ? 2 : 1)
  const name = nameOf(passage, first)
  if (!name || name.first !== first || (name.last < end && !/^[,)]$/.test(wordAt(passage, name.last)))) return null
  const entity = entityAt(passage, first)
  if (entity?.kind === 'organisation' || entity?.kind === 'outlet') return speakerFor(entity)
  const text = plainly(name.text)
  return name.kind === 'place' || name.kind === 'nationality' || !COMPANY_NOUNS.has(noun)
    ? null
    : { name: text, kind: 'organisation', key: organisationKey(text) }
}

/** An outlet that is told to be one after its name: the Beacon newspaper, the Roe news agency. */
function mediumNamed(passage: Passage, { first, head, noun, article, possessor, plural }: Phrase): Speaker | null {
  if (plural || possessor || article !== 'the' || !(MEDIA_NOUNS.has(noun) || noun === 'agency')) return null
  const before = wordAt(passage, head - 1).toLowerCase() === 'news' ? head - 2 : head - 1
  const name = before > first ? nameOf(passage, before) : null
  if (!name || name.first !== first + 1 || !/^(?:agency|organisation|other|outlet)$/.test(name.kind)) return null
  const text = entityAt(passage, name.first)?.name ?? plainly(name.text)
  return { name: text, kind: 'outlet', key: organisationKey(text) }
}

/** What a country has, and its leader is said to have. */
const FORCES = /^(?:administration|air force|army|government|intelligence|military|navy)$/

/** The country's, where a person whose country is told has an army or a government: his military. */
function ownForces(passage: Passage, { first, head, noun, last }: Phrase): Speaker | null {
  const owner = wordAt(passage, first).toLowerCase()
  if (!/^(?:his|her)$/.test(owner) || head !== first + 1 || !FORCES.test(noun)) return null
  const country = pronounAt(passage, first, POSSESSIVE[owner] ?? 'she')?.country
  if (!country) return null
  const [from, to] = [passage.document.tokens[head], passage.document.tokens[last - 1]]
  const name = `${country}'s ${from && to ? plainly(passage.document.text.slice(from.start, to.end)) : noun}`
  return { name, kind: 'organisation', key: organisationKey(name) }
}

/** Is it told by a name which one a group is: the Roe administration, the police? */
function isNamedGroup(passage: Passage, { first, head, noun, plural, article, possessor }: Phrase): boolean {
  if (noun === 'police') return true
  if (plural || article === 'a') return false
  if (possessor) return true
  for (let i = first; i < head; i++) if (nameOf(passage, i)) return true
  return false
}

/** The countries that a phrase names before its head. */
function countriesWithin(passage: Passage, { first, head }: Phrase): Set<string> {
  const found = new Set<string>()
  for (let i = first; i < head; i++) {
    const name = nameOf(passage, i)
    const country = name && countryOf(name)
    if (country) found.add(country)
  }
  return found
}

/** Nouns for people who speak for or belong to an organisation. */
const BELONGS = /^(?:employee|executive|manager|representative|spokesman|spokesperson|spokeswoman|staffer|worker)$/

/** Offices that a country or an organisation has one of: who holds them is named sooner or later. */
const OFFICES =
  /^(?:ceo|chairman|chancellor|chief|commander|director|governor|king|leader|mayor|minister|pm|president|premier|queen|secretary|spokesman|spokesperson|spokeswoman)$/

/** A source by role or description. */
function role(passage: Passage, phrase: Phrase): Speaker {
  const country = countryWithin(passage, phrase.first, phrase.head)
  if (phrase.article === 'the' || (phrase.article === 'possessive' && !phrase.plural)) {
    const taken = personTakenUp(passage, phrase, country)
    if (taken) return speakerFor(taken)
  }
  if (passage.main && !phrase.plural && phrase.article !== 'a' && OFFICES.test(phrase.noun)) {
    const holder = holderOf(passage, phrase.noun === 'pm' ? 'prime-minister' : phrase.noun, country)
    if (holder) return speakerFor(holder)
  }
  const ruler = phrase.plural || phrase.article === 'a' ? null : soleRuler(passage, phrase, country)
  if (ruler) return speakerFor(ruler)
  const unique = phrase.article === 'possessive' || (country !== null && phrase.article === 'the')
  if (!phrase.plural && (phrase.article === 'a' || (unique && OFFICES.test(phrase.noun)))) {
    const later = namedLater(passage, phrase, country)
    if (later) return speakerFor(later)
  }
  if (/^(?:city|country|county|kingdom|nation|province|state|town)$/.test(phrase.noun)) {
    const of = wordAt(passage, phrase.last) === 'of' ? entityAt(passage, phrase.last + 1) : null
    if (of) return speakerFor(of)
  }
  const titled = phrase.plural ? null : titledName(passage, phrase)
  if (titled !== null) return { name: titled, kind: 'person', key: personKey(titled) }
  const description = described(passage, phrase)
  if (isPluralName(passage, phrase))
    return { name: description, kind: 'organisation', key: organisationKey(description) }
  return isUnseenName(passage, phrase) ? unseenName(passage, phrase, description) : unnamed(description)
}

const isTitle = (word: string): boolean =>
  TITLE_WORDS.has(word.toLowerCase()) || ROLE_NOUNS.has(word.toLowerCase()) || SOURCE_NOUNS.has(word.toLowerCase())

/** A name that the tagger did not see: a person's after a title or before a role, else an organisation's. */
function unseenName(passage: Passage, phrase: Phrase, description: string): Speaker {
  let from = phrase.first
  for (let i = phrase.first; i < phrase.head; i++) if (isTitle(wordAt(passage, i))) from = i + 1
  if (from === phrase.first && !hasRole(passage, phrase))
    return { name: description, kind: 'organisation', key: organisationKey(description) }
  const name = from > phrase.first ? descriptionOf(passage, { ...phrase, first: from, end: phrase.last }) : description
  return { name, kind: 'person', key: personKey(name) }
}

/** A name of two or three words after a title in small letters, where the tagger saw no more than one of them. */
function titledName(passage: Passage, { head, last, first }: Phrase): string | null {
  let from = last
  while (from > first && /^\p{Lu}[\p{L}'’.-]*$/u.test(wordAt(passage, from - 1))) from--
  const title = wordAt(passage, from - 1)
  const isHead = head === last - 1 && last - from >= 2 && last - from <= 3
  if (!isHead || from === first || !/^\p{Ll}/u.test(title) || !isTitle(title)) return null
  const [one, end] = [passage.document.tokens[from], passage.document.tokens[last - 1]]
  return one && end ? plainly(passage.document.text.slice(one.start, end.end)) : null
}

/** A name in the plural that the tagger did not see: Roe Lines, Rovers; which the article also has within a sentence. */
function isPluralName(passage: Passage, { first, last, head, noun, plural }: Phrase): boolean {
  if (!plural || SOURCE_NOUNS.has(noun) || ROLE_NOUNS.has(noun) || GROUP_NOUNS.has(noun) || nameOf(passage, head))
    return false
  for (let i = first; i < last; i++) if (!/^(?:\p{Lu}|the$|The$)/u.test(wordAt(passage, i))) return false
  return capitalised(passage.main ?? passage).has(wordAt(passage, head))
}

/** Kept as long as their passages. */
const capitals = new WeakMap<Passage, ReadonlySet<string>>()

/** The words that are names by their capitals: those within a sentence that the tagger takes for no common noun. */
function capitalised(passage: Passage): ReadonlySet<string> {
  const known = capitals.get(passage)
  if (known) return known
  const { document, sentenceAt, tags } = passage
  const found = new Set<string>()
  document.tokens.forEach(({ text }, i) => {
    const isFirst =
      i === document.sentences[sentenceAt[i] as number]?.first || /^["“”‘’'(]$/.test(wordAt(passage, i - 1))
    if (!isFirst && /^NNPS?$/.test(tags.parts[i] ?? '') && /^\p{Lu}/u.test(text)) found.add(text)
  })
  capitals.set(passage, found)
  return found
}

/** Is a role set beside a name: Roe, a lawyer? */
function hasRole(passage: Passage, { last, end }: Phrase): boolean {
  if (wordAt(passage, last) !== ',') return false
  const beside = phraseOf(passage, last + 1, end)
  return beside !== null && (ROLE_NOUNS.has(beside.noun) || SOURCE_NOUNS.has(beside.noun))
}

function isUnseenName(passage: Passage, { first, last, head, noun, plural }: Phrase): boolean {
  if (plural || passage.tags.parts[head] !== 'NNP' || SOURCE_NOUNS.has(noun) || ROLE_NOUNS.has(noun)) return false
  for (let i = first; i < last; i++) if (!/^(?:\p{Lu}|the$|The$)/u.test(wordAt(passage, i))) return false
  return true
}

function described(passage: Passage, phrase: Phrase): string {
  const description = expanded(passage, phrase, descriptionOf(passage, phrase))
  if (!BELONGS.test(phrase.noun)) return description
  // a representative for Acme is an Acme representative
  const next = wordAt(passage, phrase.last)
  if (/^(?:for|of|from|at)$/.test(next)) {
    const article = /^the$/i.test(wordAt(passage, phrase.last + 1)) ? 1 : 0
    const name = nameOf(passage, phrase.last + 1 + article)
    if (name && name.last === phrase.end) {
      const entity = entityAt(passage, name.first)
      const core = expanded(passage, phrase, descriptionOf(passage, { ...phrase, end: phrase.last }))
      return `${entity?.name ?? plainly(name.text)} ${core}`
    }
    return description
  }
  for (let i = phrase.first; i < phrase.head; i++) if (nameOf(passage, i)) return description
  const group = singularOf(wordAt(passage, phrase.head - 1))
  const whose =
    phrase.head > phrase.first && GROUP_NOUNS.has(group)
      ? groupTakenUp(passage, { ...phrase, head: phrase.head - 1, noun: group }, null)
      : organisationBefore(passage, phrase.first)
  if (whose?.name.toLowerCase().endsWith(` ${group}`)) return `${whose.name} ${wordAt(passage, phrase.head)}`
  return whose ? `${whose.name} ${decapitalised(description)}` : description
}

const decapitalised = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())

/** The description with acronyms spelled out as the article does. */
function expanded(passage: Passage, { first, head }: Phrase, description: string): string {
  let words = description
  for (let i = first; i < head; i++) {
    const name = nameOf(passage, i)
    const entity = name && /^[A-Z]{2,6}$/.test(name.text) && name.kind === 'organisation' ? entityAt(passage, i) : null
    if (name && entity) {
      const full = entity.name.replace(/ \([^()]*\)$/, '')
      words = words.replace(name.text, full).replace(`${full}'s`, full.endsWith('s') ? `${full}'` : `${full}'s`)
    }
  }
  return words
}

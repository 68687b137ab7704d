import { countryNamed, countryOfAdjective, countryOfCapital } from './gazetteer/countries.ts'
import { COLLECTIVE_NOUNS, GROUP_NOUNS } from './gazetteer/groups.ts'
import { institutionOf } from './gazetteer/roles.ts'
import { ADDRESSES, genderOfNoun, ROLE_NOUNS, SOURCE_NOUNS, TITLE_MODIFIERS, TITLE_WORDS } from './gazetteer/titles.ts'
import type { Entities, Mention, Passage } from './mentions.ts'
import type { Name } from './names.ts'
import { type Marked, nameAtOf, nameOf, type Phrase, phraseOf, singularOf, wordAt } from './phrases.ts'
import { groupTakenUp, pronounAt } from './references.ts'
import { type Draft, plainly, Register } from './register.ts'

export type { Entities } from './mentions.ts'

const SPEECH = new Set(
  `acknowledged acknowledges added adds alleged alleges announced announces argued argues asked asks claimed claims
  confirmed confirms declared declares denied denies described emphasised emphasized explained explains insisted insists
  noted notes pledged pointed posted predicted promised recalled replied reported reports responded revealed said say says
  saying stated states stressed suggested suggests testified told tells tweeted urged urges vowed warned warns wrote
  writes`.split(/\s+/),
)

/** The country that a name stands for or belongs to: South Korea, South Korean, Seoul. */
export function countryOf(name: Name): string | null {
  const found =
    name.kind === 'nationality'
      ? countryOfAdjective(name.text)
      : (countryNamed(name.text) ?? countryOfCapital(name.text))
  return found?.name ?? null
}

/** Words between tokens, lower case. */
function wordsOf(marked: Marked, first: number, last: number): string[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => wordAt(marked, first + i).toLowerCase())
}

/** Titles that are worn as a part of the name. */
const THRONES = /^(?:Emperor|Empress|King|Pope|Prince|Princess|Queen|Sultan)$/

/** Titles as news style abbreviates them. */
const ABBREVIATED: Readonly<Record<string, string>> = {
  'adm.': 'admiral',
  'capt.': 'captain',
  'col.': 'colonel',
  'dr.': 'doctor',
  'gen.': 'general',
  gov: 'governor',
  'gov.': 'governor',
  'lt.': 'lieutenant',
  'pres.': 'president',
  'prof.': 'professor',
  'rep.': 'representative',
  'rev.': 'pastor',
  'sen.': 'senator',
  'sgt.': 'sergeant',
  td: 'lawmaker',
}

/** The roles that the words of a title or an apposition tell. */
function rolesIn(words: readonly string[]): string[] {
  const roles = words
    .map((word) => ABBREVIATED[word] ?? singularOf(word))
    .filter((word) => ROLE_NOUNS.has(word) || SOURCE_NOUNS.has(word))
  const joined = words.join(' ')
  if (/\bprime minister/.test(joined)) roles.push('prime-minister')
  if (/\bpress secretary/.test(joined)) roles.push('press-secretary')
  if (/\bchief (?:\w+ ){0,2}(?:executive|officer)/.test(joined)) roles.push('executive', 'chief')
  if (/\bchief executive|\bceo\b/.test(joined)) roles.push('ceo')
  if (/\bgen\./.test(joined)) roles.push('general')
  if (
    /\bmember of (?:the )?(?:\w+ ){0,2}(?:parliament|congress|senate|assembly|house|knesset|bundestag)\b/.test(joined)
  )
    roles.push('lawmaker')
  return roles
}

const BEFORE_NAMES =
  /^(?:new|former|then|acting|incoming|outgoing|local|longtime|veteran|current|late|fellow|billionaire|ex|-|the)$/

interface Title {
  readonly first: number
  readonly roles: readonly string[]
  readonly country: string | null
  readonly address: 'he' | 'she' | null
}

/** The title before a person's name. */
function titleBefore(marked: Marked, name: Name, from: number): Title {
  let first = name.first
  let country: string | null = null
  let address: 'he' | 'she' | null = null
  let told = false
  const words: string[] = []
  const houses: string[] = []
  for (let i = name.first - 1; i >= from && name.first - i < 12; i--) {
    const word = wordAt(marked, i).toLowerCase()
    const other = nameOf(marked, i)
    const title = TITLE_WORDS.has(word) || ROLE_NOUNS.has(word) || word in ADDRESSES
    if (!title && !other && !TITLE_MODIFIERS.has(word) && !BEFORE_NAMES.test(word) && !/^['’]s?$/.test(word)) break
    if (other && !told) break
    if (title) told = true
    const said = ADDRESSES[word]
    if (said && said !== 'either') address = said
    if (other) country ??= countryOf(other)
    if (other?.kind === 'organisation') houses.push(other.text)
    words.unshift(word)
    if (word !== 'the') first = i
  }
  // Minister for Enterprise Jane Roe, President of Ukraine Volodymyr Zelensky
  if (!told)
    for (let i = name.first - 2; i > from && name.first - i < 9; i--) {
      const word = wordAt(marked, i)
      const holder = wordAt(marked, i - 1).toLowerCase()
      if (/^(?:for|of)$/.test(word) && (ROLE_NOUNS.has(holder) || TITLE_WORDS.has(holder))) {
        const other = nameOf(marked, i + 1)
        return { first: i - 1, roles: rolesIn([holder]), country: other && countryOf(other), address: null }
      }
      if (!/^(?:\p{Lu}|and$|the$|&$|,$|for$|of$)/u.test(word)) break
    }
  return told
    ? { first, roles: [...rolesIn(words), ...houses], country, address }
    : { first: name.first, roles: [], country: null, address: null }
}

/** What stands in apposition to a name or is said to be it. */
function appositionAfter(
  marked: Marked,
  last: number,
  to: number,
): { roles: readonly string[]; country: string | null } {
  let from = last
  const words = wordsOf(marked, last, Math.min(to, last + 4))
  if (words[0] === ',') {
    from = last + 1
    if (words[1] === 'who' && /^(?:is|was|serves|became|has)$/.test(words[2] ?? '')) from = last + 3
  } else if (/^(?:is|was|became|remains)$/.test(words[0] ?? '')) from = last + 1
  else return { roles: [], country: null }
  let end = from
  while (end < to && end - from < 14 && !/^[,.;:()]$/.test(wordAt(marked, end))) end++
  const phrase = phraseOf(marked, from, end)
  // a comma may also begin the next clause or the next member of a list: only a phrase that starts right here counts
  if (!phrase || phrase.name || phrase.first > from + 1 || /^(?:VB[DZP]|MD)$/.test(marked.tags.parts[from] ?? ''))
    return { roles: [], country: null }
  const roles = rolesIn(wordsOf(marked, phrase.first, end))
  const told =
    ROLE_NOUNS.has(phrase.noun) || SOURCE_NOUNS.has(phrase.noun) || (phrase.noun === 'member' && roles.length > 0)
  if (!told) return { roles: [], country: null }
  let country: string | null = null
  const houses: string[] = []
  for (let i = from; i < end; i++) {
    const name = nameOf(marked, i)
    if (name) country ??= countryOf(name)
    if (name?.kind === 'organisation') houses.push(name.text)
  }
  return { roles: [...roles, ...houses], country }
}

/** The noun phrase before a comma that introduces a name: Ukraine's president, ... */
function appositionBefore(
  marked: Marked,
  comma: number,
  from: number,
): { roles: readonly string[]; country: string | null } {
  const none = { roles: [], country: null }
  if (comma < from || wordAt(marked, comma) !== ',') return none
  // the chief executive of Acme, Jane Roe
  const of = nameOf(marked, comma - 1)?.first ?? comma
  const head = of > from + 1 && /^(?:at|for|of)$/.test(wordAt(marked, of - 1)) ? of - 2 : comma - 1
  const first = phraseStart(marked, head, from)
  const phrase = phraseOf(marked, first, head + 1)
  if (!phrase || phrase.head !== head || !ROLE_NOUNS.has(phrase.noun) || phrase.plural || phrase.name) return none
  let country: string | null = null
  for (let i = first; i < comma && !country; i++) {
    const name = nameOf(marked, i)
    if (name) country = countryOf(name)
  }
  return { roles: rolesIn(wordsOf(marked, first, comma)), country }
}

/** Where the noun phrase that ends with token `head` begins. */
function phraseStart(marked: Marked, head: number, from: number): number {
  const { parts } = marked.tags
  const inside = (i: number): boolean =>
    nameOf(marked, i) !== null || /^(?:JJ|NN|POS|CD|PRP\$|DT|PDT|VBN|VBG)/.test(parts[i] as string)
  let first = head
  while (first > from && head - first < 14) {
    const before = first - 1
    if (/^(?:DT|PRP\$)$/.test(parts[first] as string)) break
    if (inside(before)) first = before
    // U.S. and South Korean officials
    else if (
      /^(?:and|or|,)$/.test(wordAt(marked, before)) &&
      before > from &&
      (wordAt(marked, before) === ',' ? nameOf(marked, before - 1) !== null : isAdjectival(marked, before - 1)) &&
      isAdjectival(marked, before + 1)
    )
      first = before - 1
    else break
  }
  return first
}

function isAdjectival(marked: Marked, i: number): boolean {
  const name = nameOf(marked, i)
  if (name) return name.kind === 'nationality' || countryOf(name) !== null
  return /^JJ/.test(marked.tags.parts[i] as string)
}

/** Where something was said, not who said it: in a statement, on Monday. */
const SAYING =
  /^(?:address|briefing|broadcast|call|email|e-mail|interview|letter|message|note|post|press|release|report|speech|statement|tweet|video|.*days?)$/i

const KEEPS_ON = /^(?:with|familiar|close|from|in|at|near|inside|of|on|for|within|involved|working|speaking|who)$/
const STOPS = /^(?:who|that|which|speaking|citing|after|because|before|when|while|as|whom|,|.|;|:|—|–|--|\(|“|"|``)$/

/** The words for someone unnamed: the phrase without its article, with what says where they stand. */
export function descriptionOf(marked: Marked, phrase: Phrase): string {
  const { tokens, text } = marked.document
  const { parts } = marked.tags
  let first = phrase.first
  while (
    first < phrase.head &&
    /^(?:a|an|the|another|some|this|that|these|those|his|her|its|their)$/i.test(wordAt(marked, first))
  )
    first++
  let last = phrase.last
  const saying = [1, 2, 3].some((k) => SAYING.test(wordAt(marked, last + k)))
  if (!saying && KEEPS_ON.test(wordAt(marked, last)) && !/^(?:who|speaking)$/.test(wordAt(marked, last)))
    while (
      last < phrase.end &&
      last - phrase.last < 9 &&
      !(STOPS.test(wordAt(marked, last)) && !/^of$/.test(wordAt(marked, last))) &&
      !/^(?:VB[DZP]|MD|''|``)$/.test(parts[last] as string)
    )
      last++
  while (last > phrase.last && /^(?:IN|TO|DT|CC|JJR|PRP\$)$/.test(parts[last - 1] as string)) last--
  const from = tokens[first]
  const to = tokens[last - 1]
  return from && to ? plainly(text.slice(from.start, to.end)) : ''
}

/**
 * Finds who is who in the passages of one article, given in any order: the longest is its text, which explains the short
 * names of headline and deck.
 */
export function entitiesOf(passages: readonly Marked[]): Entities {
  const longest = passages.reduce((a, b, i) => (lengthOf(b) > lengthOf(passages[a]) ? i : a), 0)
  const text = passages[longest]
  const register = new Register()
  // full names first: a headline's surname, or one before its full name, belongs to them
  for (const marked of passages)
    for (const name of marked.names)
      if (name.kind === 'person' && (name.last - name.first === 1 || !isAddressed(marked, name)))
        register.hear(name.text)
  for (const marked of [...passages.slice(longest), ...passages.slice(0, longest)])
    for (const name of marked.names) {
      if (name.kind === 'person' && name.last - name.first > 1) register.person(name.text, null)
      const acronym = acronymAfter(marked, name)
      if (acronym && name.kind === 'organisation')
        register.abbreviate(acronym, register.organisation(name.text, countryBeside(marked, name)))
    }
  const main = text ? withTakenUp(withMentions(text, register, null), register) : null
  return passages.map((marked) =>
    marked === text && main
      ? main
      : withTakenUp(withMentions(withSurnames(marked, register), register, main), register),
  )
}

const lengthOf = (marked: Marked | undefined): number => marked?.document.tokens.length ?? 0

const isAddressed = (marked: Marked, { first }: Name): boolean => wordAt(marked, first - 1).toLowerCase() in ADDRESSES

/** `(NIS)` or `, or NIS,` after a name. */
function acronymAfter(marked: Marked, { last }: Name): string | null {
  const [one, two, three] = [wordAt(marked, last), wordAt(marked, last + 1), wordAt(marked, last + 2)]
  if (one === '(' && three === ')' && /^[A-Z][A-Za-z&-]{1,7}$/.test(two)) return two
  if (one === ',' && two === 'or' && /^[A-Z]{2,7}$/.test(three)) return three
  return null
}

/** Nouns that stand between a country and an outlet's name: the Ukrainian news agency RBC. */
const MEDIUM_NOUN =
  /^(?:agency|broadcaster|business|channel|daily|edition|magazine|media|network|news|newspaper|online|outlet|paper|portal|press|radio|site|state|station|television|tv|website|wire|['’]s)$/i

/** The country that an outlet is said to be of, right before its name. */
function editionOf(marked: Marked, { first }: Name): string | null {
  let i = first - 1
  while (i >= 0 && first - i < 5 && MEDIUM_NOUN.test(wordAt(marked, i))) i--
  const owner = nameOf(marked, i)
  return owner && /^(?:nationality|place)$/.test(owner.kind) ? countryOf(owner) : null
}

/** The country whose institution a name is: before it (`South Korea's`, `South Korean`, `Seoul's`) or after `of`. */
function countryBeside(marked: Marked, { first, last }: Name): string | null {
  const before = /^['’]s?$/.test(wordAt(marked, first - 1)) ? first - 2 : first - 1
  const owner = before >= 0 ? nameOf(marked, before) : null
  if (owner && owner.last >= first - 1) {
    const country = countryOf(owner)
    if (country) return country
  }
  if (/\b(?:international|world|united|european|global)\b/i.test(wordAt(marked, first))) return null
  let of = last
  if (wordAt(marked, of) === '(') of += 3
  if (wordAt(marked, of) !== 'of' && !(wordAt(marked, of) === 'in')) return null
  const after = nameOf(marked, of + 1) ?? (wordAt(marked, of + 1) === 'the' ? nameOf(marked, of + 2) : null)
  return after ? countryOf(after) : null
}

/** A passage, and the phrases in it for bodies that speak without a name, in their order. */
interface Introduced {
  readonly passage: Passage
  readonly bodies: readonly Phrase[]
}

function withMentions(marked: Marked, register: Register, main: Passage | null): Introduced {
  const { document, tags, names } = marked
  const { tokens, sentences } = document
  const sentenceAt = new Int32Array(tokens.length)
  sentences.forEach(({ first, last }, s) => {
    sentenceAt.fill(s, first, last)
  })
  const quoted = new Uint8Array(tokens.length)
  let token = 0
  for (const { start, end, depth } of document.quotations) {
    if (depth > 0) continue
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= start) token++
    while (token < tokens.length && (tokens[token]?.start ?? 0) < end) quoted[token++] = 1
  }
  const mentions: Mention[] = []
  const bodies: Phrase[] = []
  const titled: (readonly [number, number])[] = []
  const mention = (entity: Draft, first: number, last: number, outer = first): void => {
    const sentence = sentenceAt[first] as number
    const { subject, speaks } = roleAt(marked, outer, last, sentences[sentence]?.last ?? last)
    const possessive = tags.parts[last] === 'POS' || /^['’]s$/.test(wordAt(marked, last))
    mentions.push({ entity, first, last, sentence, subject, speaks, possessive, quoted: quoted[first] === 1 })
  }

  for (const name of names) {
    const { first: from = 0, last: to = tokens.length } = sentences[sentenceAt[name.first] as number] ?? {}
    const spelled =
      register.spelledOut(name.text) ??
      (/^[Tt]he$/.test(wordAt(marked, name.first - 1)) && name.last - name.first === 1
        ? register.outletEnding(name.text)
        : null)
    if (spelled) mention(spelled, name.first, name.last)
    else if (name.kind === 'person') {
      const title = titleBefore(marked, name, from)
      const throne = name.last - name.first === 1 && THRONES.test(wordAt(marked, name.first - 1))
      const person = register.person(
        throne ? `${wordAt(marked, name.first - 1)} ${name.text}` : name.text,
        title.address,
      )
      person.gender ??= title.address
      for (const { roles, country } of [
        title,
        appositionAfter(marked, name.last, to),
        appositionBefore(marked, title.first - 1, from),
      ]) {
        for (const role of roles) {
          person.roles.add(role)
          person.gender ??= genderOfNoun(role)
        }
        person.country ??= country
      }
      mention(person, name.first, name.last, title.first)
      titled.push([title.first, name.first])
    } else if (name.kind === 'organisation' && countryOf(name) !== null) {
      // SEOUL in capitals
      mention(register.place(name.text), name.first, name.last)
    } else if (name.kind === 'organisation') {
      mention(register.organisation(name.text, countryBeside(marked, name)), name.first, name.last)
    } else if (name.kind === 'agency' || name.kind === 'outlet')
      mention(register.outlet(name.text, editionOf(marked, name)), name.first, name.last)
    else if (name.kind === 'place') mention(register.place(name.text), name.first, name.last)
    else if (
      name.kind === 'other' &&
      !ROLE_NOUNS.has(name.text.toLowerCase()) &&
      roleAt(marked, name.first, name.last, to).speaks
    )
      mention(
        tags.parts[name.last - 1] === 'NNPS'
          ? register.described('unnamed', plainly(name.text), true, [], null)
          : register.organisation(name.text, null),
        name.first,
        name.last,
      )
  }
  let next = 0
  for (const { first, last } of sentences) {
    const own: (readonly [number, number])[] = []
    while (next < titled.length && (titled[next]?.[0] ?? 0) < last)
      own.push(titled[next++] as readonly [number, number])
    introductions(marked, first, last, register, own, mention, bodies)
  }
  mentions.sort((a, b) => a.first - b.first || b.last - a.last)
  return { passage: { ...marked, mentions, sentenceAt, quoted, main }, bodies }
}

/** A headline is too short to tell a surname from other words: those of the text's people are people here too. */
function withSurnames(marked: Marked, register: Register): Marked {
  const { document, tags } = marked
  const free = (i: number): boolean => {
    const name = nameOf(marked, i)
    return name ? name.last - name.first === 1 && name.kind !== 'person' && tags.known.names[i] === 0 : true
  }
  const found = document.tokens.flatMap(({ text, start, end }, i): Name[] =>
    free(i) && register.isSurname(text) ? [{ kind: 'person', text, start, end, first: i, last: i + 1 }] : [],
  )
  if (found.length === 0) return marked
  const taken = new Set(found.map(({ first }) => first))
  const names = [...marked.names.filter(({ first }) => !taken.has(first)), ...found].sort((a, b) => a.first - b.first)
  return { ...marked, names, nameAt: nameAtOf(document, names) }
}

/** Adds the mentions that are pronouns or bodies without a name, each read in the light of those before it. */
function withTakenUp({ passage, bodies }: Introduced, register: Register): Passage {
  const { document, tags, sentenceAt, quoted } = passage
  const mentions: Mention[] = []
  const growing: Passage = { ...passage, mentions }
  let next = 0
  let body = 0
  const add = (entity: Mention['entity'], first: number, last: number): void => {
    const sentence = sentenceAt[first] as number
    const role = roleAt(passage, first, last, document.sentences[sentence]?.last ?? last)
    mentions.push({ entity, first, last, sentence, ...role, possessive: false, quoted: quoted[first] === 1 })
  }
  tags.parts.forEach((part, i) => {
    while (next < passage.mentions.length && (passage.mentions[next] as Mention).first <= i)
      mentions.push(passage.mentions[next++] as Mention)
    const phrase = bodies[body]
    if (phrase?.first === i) {
      body++
      const met = phrase.article === 'the' ? groupTakenUp(growing, phrase, null) : null
      const name = descriptionOf(passage, phrase)
      add(met ?? register.described('organisation', name, false, [phrase.noun], null), phrase.first, phrase.last)
    }
    const pronoun = part === 'PRP' ? wordAt(passage, i).toLowerCase() : ''
    if (pronoun !== 'he' && pronoun !== 'she') return
    const entity = pronounAt(growing, i, pronoun)
    if (entity) add(entity, i, i + 1)
  })
  while (next < passage.mentions.length) mentions.push(passage.mentions[next++] as Mention)
  return growing
}

/** Is what stands at `first` to `last` the subject of a verb, and of a verb of speech? */
function roleAt(marked: Marked, first: number, last: number, end: number): { subject: boolean; speaks: boolean } {
  const { parts } = marked.tags
  let before = first - 1
  if (/^(?:the|a|an)$/i.test(wordAt(marked, before))) before--
  if (before >= 0 && SPEECH.has(wordAt(marked, before).toLowerCase()) && /^(?:''|,|")$/.test(parts[before - 1] ?? ''))
    return { subject: true, speaks: true }
  let i = last
  if (/^[,(]$/.test(wordAt(marked, i))) {
    const close = wordAt(marked, i) === '(' ? ')' : ','
    let ahead = i + 1
    while (ahead < end && ahead - i < 24 && wordAt(marked, ahead) !== close) ahead++
    if (wordAt(marked, ahead) === close) i = ahead + 1
  }
  while (i < end && i - last < 28 && /^(?:RB|WP)$/.test(parts[i] ?? '')) i++
  if (!/^(?:VB[DZP]|MD|VBN)$/.test(parts[i] ?? '')) return { subject: false, speaks: false }
  let speaks = false
  for (let k = i; k < Math.min(end, i + 4) && !speaks; k++) speaks = SPEECH.has(wordAt(marked, k).toLowerCase())
  return { subject: true, speaks }
}

/** Introductions of people and organisations by description: a US official, South Korea's spy agency. */
function introductions(
  marked: Marked,
  from: number,
  to: number,
  register: Register,
  titled: readonly (readonly [number, number])[],
  mention: (entity: Draft, first: number, last: number) => void,
  bodies: Phrase[],
): void {
  const { parts } = marked.tags
  for (let i = from; i < to; i++) {
    if (nameOf(marked, i) || !/^NNP?S?$/.test(parts[i] as string)) continue
    const noun = singularOf(wordAt(marked, i))
    const source = SOURCE_NOUNS.has(noun)
    if (!source && !GROUP_NOUNS.has(noun)) continue
    // the head of its phrase, with no name in apposition
    const next = nameOf(marked, i + 1) ?? (wordAt(marked, i + 1) === ',' ? nameOf(marked, i + 2) : null)
    if (next?.kind === 'person' && source) continue
    if (titled.some(([first, last]) => first <= i && i < last)) continue
    if (nameOf(marked, i + 1) || /^(?:NN|POS)/.test(i + 1 < to ? (parts[i + 1] as string) : '')) continue
    const first = phraseStart(marked, i, from)
    const phrase = phraseOf(marked, first, Math.min(to, i + 12))
    if (!phrase || phrase.head !== i) continue
    // Jane Roe, the commander
    if (source && wordAt(marked, phrase.first - 1) === ',' && nameOf(marked, phrase.first - 2)?.kind === 'person')
      continue
    const country = countryWithin(marked, phrase.first, i)
    if (source) {
      if (phrase.article === 'the' && !country && phrase.last - phrase.first < 3) continue
      const roles = rolesIn(wordsOf(marked, phrase.first, phrase.last))
      mention(
        register.described('unnamed', descriptionOf(marked, phrase), phrase.plural, roles, country),
        phrase.first,
        phrase.last,
      )
    } else if (country) {
      const name = groupName(marked, phrase, country)
      mention(register.described('organisation', name, phrase.plural, [noun], country), phrase.first, phrase.last)
    } else if (noun === 'campaign') {
      const whose = register.ownerWithin(marked, phrase)
      if (whose)
        mention(register.described('organisation', `${whose} campaign`, false, [noun], null), phrase.first, phrase.last)
    } else if (isOwnBody(marked, phrase) && roleAt(marked, phrase.first, phrase.last, to).speaks) bodies.push(phrase)
  }
}

/** Is a description that of one body: the election commission, but not a rights group, any company, the team? */
export function isBody(marked: Marked, { first, noun, plural, article }: Phrase): boolean {
  if (plural || article === 'a' || COLLECTIVE_NOUNS.has(noun)) return false
  if (article === 'possessive') return !/^an?$/i.test(wordAt(marked, first))
  return article === 'the' || !/^(?:CD|DT|JJR|PDT|RB)/.test(marked.tags.parts[first] ?? '')
}

/** A body that is told apart by what stands before its noun, none of which is a name. */
function isOwnBody(marked: Marked, phrase: Phrase): boolean {
  for (let i = phrase.first; i < phrase.head; i++) if (nameOf(marked, i)) return false
  return isBody(marked, phrase) && phrase.head > phrase.first + 1
}

/** The country that a phrase names before its head. */
export function countryWithin(marked: Marked, first: number, head: number): string | null {
  for (let i = head - 1; i >= first; i--) {
    const name = nameOf(marked, i)
    const country = name && countryOf(name)
    if (country) return country
  }
  return null
}

/** What to call a country's institution that is only described. */
export function groupName(marked: Marked, phrase: Phrase, country: string): string {
  let first = phrase.first
  for (let i = phrase.first; i < phrase.head; i++) {
    const name = nameOf(marked, i)
    if (name && countryOf(name)) first = /^['’]s?$/.test(wordAt(marked, name.last)) ? name.last + 1 : name.last
  }
  const words = wordsOf(marked, first, phrase.last).join(' ')
  return institutionOf(country, words) ?? descriptionOf(marked, phrase)
}

/**
 * The names of a document with their kinds: persons, organisations, places, nationalities, news agencies and outlets.
 * The tagger finds most; gazetteers, forms of names (Ministry of ..., President ...) and what the same words are
 * elsewhere in the text correct it.
 */
import { agencyNamed } from '../page/agencies.ts'
import type { Span } from '../page/article.ts'
import type { Document } from './document.ts'
import { countryOfCapital } from './gazetteer/countries.ts'
import {
  CITY,
  COUNTRY,
  FORENAME,
  MEDIUM,
  NATIONALITY,
  ORGANISATION,
  ORGANISATION_NOUN,
  REGION,
} from './gazetteer/known.ts'
import { ADDRESSES, ROLE_NOUNS, SOURCE_NOUNS, TITLE_MODIFIERS, TITLE_WORDS } from './gazetteer/titles.ts'
import type { Tags } from './tagger.ts'
import type { Token } from './tokens.ts'

type NameKind = 'person' | 'organisation' | 'place' | 'nationality' | 'agency' | 'outlet' | 'other'

/** A name: `tokens.slice(first, last)`, without titles and articles. */
export interface Name extends Span {
  readonly kind: NameKind
  readonly text: string
  readonly first: number
  readonly last: number
}

interface Piece {
  kind: NameKind
  first: number
  last: number
}

const isCapitalised = (text: string): boolean => /^[\p{Lu}\p{Lt}]/u.test(text)

/** Names made by the tagger alone. */
function tagged({ names }: Tags): Piece[] {
  const pieces: Piece[] = []
  names.forEach((tag, i) => {
    if (tag.startsWith('B-')) pieces.push({ kind: tag.slice(2) as NameKind, first: i, last: i + 1 })
    else if (tag !== 'O') (pieces.at(-1) as Piece).last = i + 1
  })
  return pieces
}

/** Capitalised words that are no names by themselves. */
const NO_NAME =
  /^(?:January|February|March|April|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)$/

/** A description that is made one word: mum-of-three, editor-in-chief. */
const JOINED = /^\p{L}+-(?:at|in|of)-\p{L}+$/u

const isRole = (word: string): boolean => ROLE_NOUNS.has(word) || SOURCE_NOUNS.has(word)

/** A piece that runs over a person's title holds two names: Acme Chief Executive Jane Roe. */
function parted(piece: Piece, tokens: readonly Token[], { known }: Tags): Piece[] {
  const { kind, first, last } = piece
  const word = (i: number): string => (tokens[i] as Token).text.toLowerCase()
  const isForename = (i: number): boolean => ((known.words[i] as number) & FORENAME) !== 0
  const isNoun = (i: number): boolean => ((known.words[i] as number) & ORGANISATION_NOUN) !== 0
  // Farmer Jane Roe, Mum-of-three Jane
  if (last - first > 1 && isForename(first + 1) && !isNoun(last - 1)) {
    if (JOINED.test(word(first)) || (isRole(word(first)) && last - first > 2))
      return [{ kind: 'person', first: first + 1, last }]
  }
  for (let i = last - 2; i > first; i--) {
    const person: Piece = { kind: 'person', first: i + 1, last }
    // Oslo resident Jane Roe
    if (isRole(word(i)) && !isCapitalised((tokens[i] as Token).text) && last - i > 2)
      return [{ kind: known.names[first] ? 'place' : kind, first, last: i }, person]
    if (!TITLE_WORDS.has(word(i)) || /^(?:first|special|press|staff|state|presidential|special)$/.test(word(i)))
      continue
    // Chief of Army Staff General Jane Roe, but not Acme General Stores
    if (word(i) === 'general' && !(last - i > 2 && TITLE_WORDS.has(word(i - 1)) && !isNoun(last - 1))) continue
    let from = i
    while (from > first && (TITLE_WORDS.has(word(from - 1)) || TITLE_MODIFIERS.has(word(from - 1)))) from--
    if (from === first) return [person]
    return [{ kind: kind === 'person' ? 'organisation' : kind, first, last: from }, person]
  }
  return [piece]
}

/** A people's name at the head of a longer piece stands alone: South Korean Joint Chiefs. No other word is a people's. */
function apart(piece: Piece, { known }: Tags): Piece[] {
  const { kind, first, last } = piece
  let end = first
  if (known.names[first] === NATIONALITY * 2)
    do end++
    while (end < last && known.names[end] === NATIONALITY * 2 + 1)
  if (kind === 'nationality' && end === first) return [{ ...piece, kind: 'other' }]
  if (end === first || end === last) return [piece]
  if (kind === 'nationality') return [{ kind, first, last: end }]
  const noun = Array.from({ length: last - end }, (_, i) => known.words[end + i] as number).some(
    (bits) => bits & ORGANISATION_NOUN,
  )
  return kind === 'organisation' && noun
    ? [
        { kind: 'nationality', first, last: end },
        { kind, first: end, last },
      ]
    : [piece]
}

const PARTY = /^(?:conservative|democrat|democratic|independent|labour|liberal|libertarian|republican|socialist)$/

/** A forename and what follows an initial are one name: Mary / J. Roe. */
function joined(pieces: readonly Piece[], tokens: readonly Token[]): Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const before = found.at(-1)
    const initial = /^\p{Lu}\.?$/u.test((tokens[piece.first] as Token).text)
    if (before?.kind === 'person' && piece.kind === 'person' && before.last === piece.first && initial)
      before.last = piece.last
    else found.push({ ...piece })
  }
  return found
}

const PARTICLE = /^(?:al|bin|da|de|del|der|di|dos|la|le|van|von)$/

/** Goes on over what the tagger left off: James / O'Neill, John Roberts / Jr. */
function extended(piece: Piece, tokens: readonly Token[], { parts, names, known }: Tags): Piece {
  let { last } = piece
  const next = tokens[last]?.text ?? ''
  const alone = last - piece.first === 1 && ((known.words[piece.first] as number) & FORENAME) !== 0
  const cut = alone && piece.kind === 'organisation' && !known.names[piece.first]
  if (piece.kind !== 'person' && !cut) return piece
  if (
    alone &&
    names[last] === 'O' &&
    parts[last] === 'NNP' &&
    /^\p{Lu}['’\p{L}-]*\p{Ll}/u.test(next) &&
    !known.names[last]
  )
    last++
  let after = last
  while (PARTICLE.test(tokens[after]?.text ?? '')) after++
  if (after > last && alone && isCapitalised(tokens[after]?.text ?? '')) last = after + 1
  if (/^(?:Jr|Sr)\.?$|^I{2,3}$/.test(tokens[last]?.text ?? '')) last++
  return { ...piece, kind: last > piece.last ? 'person' : piece.kind, last }
}

/** Titles before a person's name, and a possessive after any name, are not part of it. */
function trimmed(piece: Piece, tokens: readonly Token[], parts: readonly string[]): Piece {
  let { first, last } = piece
  const word = (i: number): string => (tokens[i] as Token).text.toLowerCase()
  if (piece.kind === 'person')
    while (
      first < last - 1 &&
      (TITLE_WORDS.has(word(first)) ||
        TITLE_MODIFIERS.has(word(first)) ||
        ADDRESSES[word(first)] ||
        PARTY.test(word(first)))
    )
      first++
  while (first < last - 1 && /^(?:the|["“‘'(,]|``)$/.test(word(first))) first++
  while (last > first + 1 && /^(?:['’]s?|["”,)])$/.test(word(last - 1))) last--
  // Meanwhile Roe; and in a headline: Jane Roe Says
  while (first < last - 1 && /^(?:RB|CC|UH|WRB)$/.test(parts[first] as string)) first++
  if (piece.kind === 'person') while (last > first + 1 && /^VB[DZP]$/.test(parts[last - 1] as string)) last--
  if (piece.kind !== 'other') while (last > first + 1 && /^\p{Ll}/u.test((tokens[last - 1] as Token).text)) last--
  // NIS on Friday
  if (last > first + 2 && NO_NAME.test((tokens[last - 1] as Token).text) && /^(?:in|on)$/.test(word(last - 2)))
    last -= 2
  return { ...piece, first, last }
}

/** Words that also name outlets or places in the gazetteers, but mean themselves where nothing says otherwise. */
const COMMON = new Set(
  `atlantic congo economist forbes fortune frontline georgia guardian hill independent insider jordan mirror nation nature
  people politico pravda recode slate standard star sun telegraph time times variety verge victoria vox washington
  wired chad turkey dawn jersey sputnik monitor`.split(/\s+/),
)

/** Names that the gazetteers know whole. */
function knownPieces({ tokens }: Document, { known, names, parts }: Tags): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < tokens.length; i++) {
    const code = known.names[i] as number
    if (code === 0 || code % 2 === 1) continue
    let last = i + 1
    while (last < tokens.length && known.names[last] === code + 1) last++
    const kind = code >> 1
    const text = tokens
      .slice(i, last)
      .map((token) => token.text)
      .join(' ')
    const tag = names[i] as string
    if (last - i === 1 && COMMON.has(text.toLowerCase())) {
      const withArticle = i > 0 && /^the$/i.test((tokens[i - 1] as Token).text)
      if (kind === MEDIUM ? !(tag.endsWith('organisation') && withArticle) : !tag.endsWith('place')) continue
    }
    if (kind === COUNTRY || kind === CITY || kind === REGION) {
      // a capital that speaks looks like a person
      if (!/person|organisation/.test(tag) || kind === COUNTRY || countryOfCapital(text))
        pieces.push({ kind: 'place', first: i, last })
    } else if (kind === NATIONALITY) {
      if (/^(?:JJ|NN)/.test(parts[i] as string)) pieces.push({ kind: 'nationality', first: i, last })
    } else if (kind === ORGANISATION) pieces.push({ kind: 'organisation', first: i, last })
    else if (kind === MEDIUM) pieces.push({ kind: agencyNamed(text) ? 'agency' : 'outlet', first: i, last })
  }
  return pieces
}

/** Names told by their form: an institution's noun with capitalised words before it or `of ...` after it. */
function formed({ tokens, sentences }: Document, { known, parts }: Tags): Piece[] {
  const pieces: Piece[] = []
  const proper = (i: number): boolean =>
    isCapitalised((tokens[i] as Token).text) && /^(?:NN|JJ|VBG|VBN|CD)/.test(parts[i] as string)
  for (const { first, last } of sentences)
    for (let i = first; i < last; i++) {
      const bits = known.words[i] as number
      if (!(bits & ORGANISATION_NOUN) || !proper(i)) continue
      let from = i
      while (from > first && proper(from - 1) && !known.names[from - 1] && !endsName(tokens, from - 1)) from--
      let to = i + 1
      // Ministry of Foreign Affairs, Department of Health and Human Services, Institute for the Study of War
      while (to + 1 < last && /^(?:of|for|and|&|on)$/.test((tokens[to] as Token).text)) {
        const joins = /^(?:and|&)$/.test((tokens[to] as Token).text)
        if (joins && !/^(?:of|for|on)$/.test((tokens[i + 1] as Token).text)) break
        let next = to + 1
        if (!joins && next < last && /^(?:an?|the)$/.test((tokens[next] as Token).text)) next++
        if (next >= last || !proper(next) || NO_NAME.test((tokens[next] as Token).text)) break
        if (joins && known.names[next]) break
        to = next + 1
        while (to < last && proper(to)) to++
      }
      if (to - from > 1) pieces.push({ kind: 'organisation', first: from, last: to })
      i = Math.max(i, to - 1)
    }
  return pieces
}

const endsName = (tokens: readonly Token[], i: number): boolean =>
  /^(?:The|A|An|In|At|On|For|But|And)$/.test((tokens[i] as Token).text)

/** Capitalised words after a person's title or an outlet's noun: President Xi, the newspaper Zpravy. */
function titled({ tokens, sentences }: Document, tags: Tags): Piece[] {
  const pieces: Piece[] = []
  for (const { first, last } of sentences)
    for (let i = first + 1; i < last; i++) {
      const { text } = tokens[i] as Token
      const before = (tokens[i - 1] as Token).text
      if (!isCapitalised(text) || !/^NNP/.test(tags.parts[i] as string) || tags.names[i] !== 'O') continue
      if (tags.known.names[i] || tags.known.words[i]) continue
      if (OF_MEDIA.test(before)) pieces.push({ kind: 'outlet', first: i, last: i + 1 })
      if (!isCapitalised(before)) continue
      const address = ADDRESSES[before.toLowerCase()]
      if (!address && !(TITLE_WORDS.has(before.toLowerCase()) && !/^(?:First|Press|Finance|Special)$/.test(before)))
        continue
      let to = i + 1
      while (to < last && isCapitalised((tokens[to] as Token).text) && tags.names[to] === 'O' && !tags.known.words[to])
        to++
      pieces.push({ kind: 'person', first: i, last: to })
    }
  return pieces
}

/** Which of two overlapping pieces stays: the longer; of equals, the one first in order of trust. */
function withoutOverlaps(sources: readonly (readonly Piece[])[], length: number): Piece[] {
  const ranked = sources.flatMap((pieces, rank) => pieces.map((piece) => ({ piece, rank })))
  ranked.sort(
    (a, b) =>
      b.piece.last - b.piece.first - (a.piece.last - a.piece.first) || a.rank - b.rank || a.piece.first - b.piece.first,
  )
  const taken = new Uint8Array(length)
  const kept: Piece[] = []
  for (const { piece } of ranked) {
    let free = true
    for (let i = piece.first; i < piece.last && free; i++) free = taken[i] === 0
    if (!free) continue
    taken.fill(1, piece.first, piece.last)
    kept.push(piece)
  }
  return kept.sort((a, b) => a.first - b.first)
}

const OF_ORGANISATIONS =
  /^(?:CEO|CFO|COO|[Cc]hief|[Cc]hair(?:man|woman)?|employees?|executives?|factory|investors?|management|products?|shareholders?|shares|stock|staff|staffers?|spokes(?:man|woman|person)|workers?|workforce)$/
const OF_MEDIA = /^(?:broadcaster|channel|magazine|newspaper|outlet|paper|site|station|website|daily|tabloid)$/
const COMPANY = /^(?:app|automaker|carmaker|chipmaker|company|firm|platform|retailer|startup|start-up)$/
const OF_PLACES = /^(?:area|border|city|county|district|province|region|residents?|town|village)$/
const TO_PLACES = /^(?:across|around|in|near|outside|throughout)$/

/** What stands beside a name speaks for a kind. */
function evidenceOf({ first, last }: Piece, tokens: readonly Token[]): NameKind | null {
  const word = (i: number): string => tokens[i]?.text ?? ''
  const next = /^['’]s?$/.test(word(last)) ? word(last + 1) : word(last)
  const before = word(first - 1)
  if (ADDRESSES[before.toLowerCase()]) return 'person'
  if (OF_MEDIA.test(before)) return 'outlet'
  if (/^(?:company|firm|startup|start-up|chipmaker|carmaker|group)$/.test(before)) return 'organisation'
  if (
    /^(?:CEO|CFO|COO|analyst|councillor|lawmaker|senator|minister|spokes(?:man|woman|person)|[Pp]resident|[Cc]hancellor)$/.test(
      before,
    )
  )
    return 'person'
  if (OF_ORGANISATIONS.test(next) && next !== word(last)) return 'organisation'
  if (OF_ORGANISATIONS.test(next) && !/^[Cc]h/.test(next)) return 'organisation'
  if (OF_PLACES.test(next) || (TO_PLACES.test(word(first - 1)) && next === word(last))) return 'place'
  return null
}

/** One word is one kind all through a text: a surname follows the full name, other names their majority. */
function agreed(pieces: readonly Piece[], { tokens }: Document, { known }: Tags): Piece[] {
  const isNoun = (i: number): boolean => ((known.words[i] as number) & ORGANISATION_NOUN) !== 0
  const words = ({ first, last }: Piece): string =>
    tokens
      .slice(first, last)
      .map(({ text }) => text)
      .join(' ')
  // an article about a company calls it so, and by its name alone; people have two names, or a title
  const company = tokens.some(({ text }, i) => COMPANY.test(text) && /^the$/i.test(tokens[i - 1]?.text ?? ''))
  const surnames = new Set<string>()
  const alone = new Set<string>()
  const titledWords = new Set<string>()
  const counts = new Map<string, Map<NameKind, number>>()
  for (const piece of pieces) {
    const { kind, first, last } = piece
    const capital = isCapitalised((tokens[last - 1] as Token).text)
    if (kind === 'person' && capital && last - first < 5)
      (last - first > 1 ? surnames : alone).add((tokens[last - 1] as Token).text)
    const key = words(piece)
    const kinds = counts.get(key) ?? new Map<NameKind, number>()
    counts.set(key, kinds.set(kind, (kinds.get(kind) ?? 0) + 1))
    const seen = evidenceOf(piece, tokens)
    if (seen === 'person') titledWords.add(key)
    if (seen) kinds.set(seen, (kinds.get(seen) ?? 0) + (seen === 'person' || seen === 'outlet' ? 3 : 1))
  }
  let busiest = company ? 0 : Number.POSITIVE_INFINITY
  for (const kinds of counts.values()) busiest = Math.max(busiest, kinds.get('organisation') ?? 0)
  return pieces.map((piece) => {
    const key = words(piece)
    const length = piece.last - piece.first
    if (
      piece.kind === 'organisation' &&
      known.names[piece.first] === MEDIUM * 2 &&
      !COMMON.has((tokens[piece.first] as Token).text.toLowerCase())
    )
      return { ...piece, kind: 'outlet' }
    if (length > 1 && /^(?:co|county|lake|mount|mt\.)$/i.test((tokens[piece.first] as Token).text))
      return { ...piece, kind: 'place' }
    if (length > 1 && /person|place/.test(piece.kind) && (isNoun(piece.last - 1) || /^ministry|^department/i.test(key)))
      return { ...piece, kind: 'organisation' }
    if (
      (length === 2 || length === 3) &&
      /other|nationality|place/.test(piece.kind) &&
      (surnames.has((tokens[piece.last - 1] as Token).text) || alone.has((tokens[piece.last - 1] as Token).text))
    )
      return { ...piece, kind: 'person' }
    if (known.names[piece.first] && piece.kind !== 'person') return piece
    if (length === 1 && surnames.has(key) && !known.names[piece.first]) return { ...piece, kind: 'person' }
    const kinds = [...(counts.get(key) as Map<NameKind, number>)]
    const times = kinds.reduce((sum, [, count]) => sum + count, 0)
    const forename = ((known.words[piece.first] as number) & FORENAME) !== 0
    if (piece.kind === 'person' && length === 1 && times > busiest + 1 && !forename && !titledWords.has(key))
      return { ...piece, kind: 'organisation' }
    return { ...piece, kind: kinds.reduce((a, b) => (b[1] > a[1] ? b : a))[0] }
  })
}

/** A word in capitals as it is written in a sentence: WALLACE, Wallace. */
const capitalised = (text: string): string =>
  text.length > 3 && text === text.toUpperCase() ? `${text[0]}${text.slice(1).toLowerCase()}` : text

/** Capitalised words that are part of no name here but are a name elsewhere in the text. */
function again(pieces: readonly Piece[], { tokens, sentences }: Document, { parts }: Tags): Piece[] {
  const kinds = new Map<string, NameKind>()
  const taken = new Uint8Array(tokens.length)
  for (const { kind, first, last } of pieces) {
    taken.fill(1, first, last)
    if (last - first === 1) kinds.set((tokens[first] as Token).text, kind)
    else if (kind === 'person' && last - first < 5) kinds.set((tokens[last - 1] as Token).text, kind)
  }
  const found: Piece[] = []
  for (const { first, last } of sentences)
    for (let i = first; i < last; i++) {
      const { text } = tokens[i] as Token
      const kind = taken[i] ? undefined : (kinds.get(text) ?? kinds.get(capitalised(text)))
      if (kind && text.length > 1 && isCapitalised(text) && /^(?:NN|JJ)/.test(parts[i] as string))
        found.push({ kind, first: i, last: i + 1 })
    }
  return found
}

/** The names of a document in the order of the text; they do not overlap. */
export function namesOf(document: Document, tags: Tags): Name[] {
  const { text, tokens } = document
  const certain = knownPieces(document, tags)
  const known = new Set(certain.map(({ first }) => first))
  const own = joined(tagged(tags), tokens)
    .flatMap((piece) => parted(piece, tokens, tags))
    .flatMap((piece) => apart(piece, tags))
    .map((piece) => extended(trimmed(piece, tokens, tags.parts), tokens, tags))
    .filter(({ first, last }) => {
      const word = (tokens[first] as Token).text
      if (last - first > 1) return true
      if (NO_NAME.test(word) || TITLE_WORDS.has(word.toLowerCase())) return false
      return tags.known.names[first] === 0 || !known.has(first)
    })
  const pieces = agreed(
    withoutOverlaps([certain, own, titled(document, tags), formed(document, tags)], tokens.length),
    document,
    tags,
  )
  return [...pieces, ...again(pieces, document, tags)]
    .sort((a, b) => a.first - b.first)
    .map(({ kind, first, last }) => {
      const start = (tokens[first] as Token).start
      const end = (tokens[last - 1] as Token).end
      return { kind, text: text.slice(start, end), start, end, first, last }
    })
}

/**
 * Lineage: by what evidence each report of an origin has what it tells. Three kinds, kept apart: what it prints as its
 * source (credit), text it shares word for word (text), and errors it shares (peculiarity). A report without evidence has
 * lineage unknown; it is no origin of its own.
 */
import type { Claim, LinkKind, SpeakerKind } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'
import { articleOf, type Mention, mentionOf, type Reading } from '../reading.ts'
import { carrierOf, relationOf, voiceOf } from '../voice.ts'
import type { Overlap } from './copies.ts'
import { creditedKey } from './credited.ts'
import type { Kinship } from './kinship.ts'
import { type OddNumber, oddNumbers } from './odd-number.ts'
import { namesTogether } from './outlet-names.ts'
import type { Passage } from './passages.ts'
import type { Peculiarity, Place } from './peculiarity.ts'
import { type Reused, reusedBy } from './reuse.ts'

type EvidenceKind = 'credit' | 'text' | 'peculiarity'

/** How much a piece of evidence tells, in words. */
type Strength = 'strong' | 'fair' | 'weak'

/** One piece of evidence for where a report comes from. */
export interface Edge {
  readonly kind: EvidenceKind
  /** The name credited, or the article whose text or error it shares. */
  readonly from: string
  /** The article it has it from, where that is among the origin's: of a credit, the earliest of the outlet credited. */
  readonly article: string | null
  /** For a credit how the report has what it tells, and who is credited; null for the other kinds. */
  readonly link: LinkKind | null
  readonly source: SpeakerKind | null
  /** In words, for people. */
  readonly because: string
  readonly strength: Strength
  /** Where the report prints it; null for credits beside the text. */
  readonly anchor: Span | null
  /** The string of its article that the anchor is of. */
  readonly in: Claim['in']
  /** Where the other article's text prints the same, for shared text and errors. */
  readonly other: Span | null
  /** Which came first is known: the other article is older, or is whose copy this one says it is. */
  readonly directed: boolean
}

/** One article's telling of an origin. */
export interface Report {
  readonly article: string
  readonly outlet: string | null
  readonly claims: readonly Mention[]
  /** Traced: it says or shows whom it has this from. Of two that share text or an error the first is not traced by it. */
  readonly lineage: 'traced' | 'unknown'
  readonly evidence: readonly Edge[]
  /** Articles that print one text have one number: they are one report, however many. */
  readonly copy: number
}

/** The reports of an origin, in the order of its mentions, with the evidence for each. */
export function reportsOf(
  kinship: Kinship,
  mentions: readonly Mention[],
  claimsBy: ReadonlyMap<Mention, Claim>,
): Report[] {
  const byArticle = Map.groupBy(mentions, articleOf)
  const here = [...byArticle.keys()].flatMap((id) => kinship.readings.get(id) ?? [])
  const claims = new Map(
    [...byArticle].map(([id, some]) => [id, some.flatMap((mention) => claimsBy.get(mention) ?? [])] as const),
  )
  const ordered = inTime(here, kinship)
  const among: Among = {
    kinship,
    claims,
    order: new Map(ordered.map(({ id }, at) => [id, at])),
    byOutlet: Map.groupBy(here, ({ article: { outlet } }) => (outlet === null ? '' : carrierOf(outlet))),
    errors: firstWithErrors(ordered, kinship),
    reused: reusedBy(ordered.map(({ id, article: { text } }) => ({ article: id, text, claims: claims.get(id) ?? [] }))),
  }
  const copies = copyNumbers(here, among)
  const odd = oddNumbers(
    ordered.map(({ id, article: { published } }) => ({
      article: id,
      copy: copies.get(id) as number,
      published,
      claims: claims.get(id) ?? [],
    })),
  )
  return here.map((reading) => {
    const { id, article } = reading
    const own = claims.get(id) ?? []
    const evidence = [
      ...creditEdges(own, reading, among),
      ...textEdges(own, reading, among),
      ...errorEdges(reading, among),
      ...numberEdges(reading, odd, among),
    ]
    return {
      article: id,
      outlet: article.outlet,
      claims: own.map((claim) => mentionOf(id, claim.id)),
      lineage: evidence.some((edge) => traces(edge, id, among)) ? 'traced' : 'unknown',
      evidence,
      copy: copies.get(id) as number,
    }
  })
}

/** The articles that carry an origin, as each is held against the others. */
interface Among {
  readonly kinship: Kinship
  /** The place of each article in time; undated ones last. */
  readonly order: ReadonlyMap<string, number>
  readonly byOutlet: ReadonlyMap<string, readonly Reading[]>
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  /** For each error that some share the first two of them to have it. */
  readonly errors: ReadonlyMap<Peculiarity, readonly Place[]>
  /** Wording that each has in common with earlier ones. */
  readonly reused: ReadonlyMap<string, readonly Reused[]>
}

/** For each error the first two articles that have it. */
function firstWithErrors(ordered: readonly Reading[], { peculiarities }: Kinship): Map<Peculiarity, Place[]> {
  const first = new Map<Peculiarity, Place[]>()
  for (const { id } of ordered)
    for (const { peculiarity, place } of peculiarities.get(id) ?? []) {
      const some = first.get(peculiarity)
      if (some === undefined) first.set(peculiarity, [place])
      else if (some.length < 2) some.push(place)
    }
  return first
}

function inTime(here: readonly Reading[], { precedence }: Kinship): Reading[] {
  const day = ({ article }: Reading) => article.published?.slice(0, 10) ?? '~'
  return [...here].sort((one, other) => {
    const known = precedence(one.id, other.id)
    if (known !== 'unknown') return known === 'older' ? -1 : 1
    return day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : one.id < other.id ? -1 : 1
  })
}

/** Whether an edge says whom a report has it from: "local media" does not, and of two the first has it from neither. */
function traces({ kind, source, strength, directed, from }: Edge, id: string, { order }: Among): boolean {
  if (kind === 'credit') return source !== 'unnamed' || strength !== 'weak'
  return directed || (order.get(from) ?? Number.POSITIVE_INFINITY) < (order.get(id) as number)
}

const MEDIA = /\b(?:media|news(?:papers?| outlets| reports| sites)?|press reports)(?: \(unnamed\))?$/i

/** Articles of one text numbered alike, by the first of them. */
function copyNumbers(here: readonly Reading[], { kinship, order }: Among): Map<string, number> {
  const parent = new Map(here.map(({ id }) => [id, id]))
  const top = (id: string): string => {
    let at = id
    for (let up = parent.get(at) as string; up !== at; up = parent.get(at) as string) at = up
    parent.set(id, at)
    return at
  }
  for (const { id } of here)
    for (const { one, other, copy } of kinship.overlaps.get(id) ?? []) {
      if (!copy || id !== other || !parent.has(one)) continue
      parent.set(top(other), top(one))
    }
  const at = new Map(here.map(({ id }, n) => [id, n]))
  const first = new Map<string, number>()
  for (const { id } of [...here].sort((a, b) => (order.get(a.id) as number) - (order.get(b.id) as number)))
    if (!first.has(top(id))) first.set(top(id), at.get(id) as number)
  return new Map(here.map(({ id }) => [id, first.get(top(id)) as number]))
}

const LINKS: Readonly<Record<LinkKind, string>> = {
  wire: 'prints the copy of',
  quotes: 'quotes',
  cites: 'cites',
  told: 'was told by',
  'own reporting': 'reports',
  unnamed: 'has it from',
}

/** What a report's claims and its article print as their source, each once. */
function creditEdges(claims: readonly Claim[], reading: Reading, among: Among): Edge[] {
  const edges = new Map<string, Edge>()
  const add = (edge: Edge, name: string) => {
    const isOutlet = edge.source === 'outlet'
    const key = isOutlet ? carrierOf(name) : creditedKey(name, edge.source ?? 'unnamed')
    const isKnown = (other: string) => other === key || (isOutlet && isLonger(other, key))
    if (![...edges.keys()].some(isKnown)) edges.set(key, edge)
  }
  const holds = holdingAny(claims, reading)
  for (const credit of among.kinship.credits.get(reading.id) ?? []) {
    if (!holds(credit.reach)) continue
    const because = credit.link === 'told' ? `has what ${credit.name} was told` : `${LINKS[credit.link]} ${credit.name}`
    add(creditEdge(credit, because, 'text', reading, among), credit.name)
  }
  for (const claim of claims) {
    if (voiceOf(claim, reading.article).kind === 'unstated') continue
    for (const [at, { name: given, kind, anchor }] of claim.chain.entries()) {
      // The first link is the outlet that prints it; of an article without one it is who is credited.
      if (at === 0 && reading.article.outlet !== null) continue
      const link = claim.chain[at - 1]?.link ?? (isQuoted(claim) ? 'quotes' : 'cites')
      for (const name of kind === 'outlet' ? namesTogether(given) : [given]) {
        const credit = { name, kind, link, anchor: anchor && { start: anchor.start, end: anchor.end } }
        add(creditEdge(credit, `${LINKS[link]} ${name}`, claim.in, reading, among), name)
      }
    }
  }
  return [...edges.values()]
}

const isQuoted = ({ type }: Claim): boolean => type === 'direct' || type === 'mixed'

/** One folded name that begins with another: `bbcukraine`, `bbc`. */
const isLonger = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 2 && (one.startsWith(other) || other.startsWith(one))

interface Credited {
  readonly name: string
  readonly kind: SpeakerKind
  readonly link: LinkKind
  readonly anchor: Span | null
}

/** Does a claim stand in a stretch of its text, or a part of it? */
const stands = ({ in: where, content }: Claim, { start, end }: Span): boolean =>
  where === 'text' && start < content.end && content.start < end

/**
 * Tells of a stretch of an article's text whether any of some claims stands in it; null is the whole article. A headline
 * tells what the article opens with.
 */
function holdingAny(claims: readonly Claim[], { article: { text } }: Reading): (reach: Span | null) => boolean {
  const inText = claims
    .filter((claim) => claim.in === 'text')
    .map(({ content }) => content)
    .sort((one, other) => one.start - other.start)
  let furthest = 0
  const ends = inText.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  const opening = inText.length < claims.length ? text.search(/\n|$/) : -1
  return (reach) => {
    if (reach === null || reach.start < opening) return true
    let [low, high] = [0, inText.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((inText[middle] as Span).start < reach.end) low = middle + 1
      else high = middle
    }
    return low > 0 && (ends[low - 1] as number) > reach.start
  }
}

function creditEdge(credit: Credited, because: string, where: Claim['in'], reading: Reading, among: Among): Edge {
  const { name, kind, link, anchor } = credit
  return {
    kind: 'credit',
    from: name,
    article: kind === 'outlet' ? articleCredited(name, reading, among) : null,
    link,
    source: kind,
    because,
    strength: kind !== 'unnamed' ? 'strong' : MEDIA.test(name) ? 'weak' : 'fair',
    anchor,
    in: where,
    other: null,
    directed: true,
  }
}

/** The earliest article of a credited outlet that is not younger than the one that credits it. */
function articleCredited(name: string, { id }: Reading, { kinship, order, byOutlet }: Among): string | null {
  const theirs = (byOutlet.get(carrierOf(name)) ?? []).filter(
    (other) => other.id !== id && kinship.precedence(other.id, id) !== 'younger',
  )
  return (
    theirs.reduce<Reading | null>(
      (first, one) => (first === null || (order.get(one.id) as number) < (order.get(first.id) as number) ? one : first),
      null,
    )?.id ?? null
  )
}

/** The writers' own words that a passage must have: quoted words are the speaker's, whoever heard them. */
const OWN_WORDS = 8
/** Others that a report is said to share text with. */
const MOST = 3

/** Text that a report shares with another. */
interface Shared {
  readonly from: string
  readonly passage: Passage
  /** Of texts that are one, how much. */
  readonly share: number | null
  readonly copied: boolean
}

/** Text that the claims of an article share with others that are not younger, aligned; what shares most first. */
function textEdges(claims: readonly Claim[], reading: Reading, among: Among): Edge[] {
  const { kinship, order } = among
  const most = new Map<string, Shared>()
  for (const shared of [...sharedByOverlap(claims, reading, among), ...sharedByReuse(claims, reading, among)]) {
    const known = most.get(shared.from)
    if (known === undefined || shared.passage.own > known.passage.own) most.set(shared.from, shared)
  }
  return [...most.values()]
    .filter((shared) => shared.share !== null || !areTwoPeople(reading, shared, among))
    .sort((a, b) => b.passage.own - a.passage.own || (order.get(a.from) as number) - (order.get(b.from) as number))
    .slice(0, MOST)
    .map(({ from, passage, share, copied }): Edge => {
      const outlet = kinship.readings.get(from)?.article.outlet ?? from
      const what = share === null ? `${passage.words} words in a row` : `${Math.round(100 * share)} % of the text`
      return {
        kind: 'text',
        from,
        article: from,
        link: null,
        source: null,
        because: `shares ${what} with ${outlet}`,
        strength: share !== null || passage.own >= MANY ? 'strong' : passage.own >= SOME ? 'fair' : 'weak',
        anchor: passage.other,
        in: 'text',
        other: passage.one,
        directed: copied || kinship.precedence(from, reading.id) === 'older',
      }
    })
}

/** Words in a row that are nobody's chance, and that may be: names and offices are long. */
const [MANY, SOME] = [25, 12]

function sharedByOverlap(claims: readonly Claim[], { id }: Reading, { kinship, order }: Among): Shared[] {
  return (kinship.overlaps.get(id) ?? []).flatMap((overlap): Shared[] => {
    const from = overlap.one === id ? overlap.other : overlap.one
    if (!order.has(from) || from === id) return []
    const copied = isCopyOf(kinship.readings.get(id) as Reading, kinship.readings.get(from) as Reading)
    if (!copied && kinship.precedence(from, id) === 'younger') return []
    const passage = passageOf(claims, passagesFor(id, overlap, kinship))
    return passage === null ? [] : [{ from, passage, share: overlap.copy ? overlap.share : null, copied }]
  })
}

function sharedByReuse(claims: readonly Claim[], { id }: Reading, { kinship, reused }: Among): Shared[] {
  return (reused.get(id) ?? []).flatMap((passage): Shared[] =>
    kinship.precedence(passage.from, id) === 'younger' || passageOf(claims, [passage]) === null
      ? []
      : [{ from: passage.from, passage, share: null, copied: false }],
  )
}

/** Whether what is shared is said by one here and by another there: two who say alike, and nobody copied. */
function areTwoPeople(reading: Reading, { from, passage }: Shared, { kinship, claims }: Among): boolean {
  const mine = claims.get(reading.id)?.find((claim) => stands(claim, passage.other))
  const its = claims.get(from)?.find((claim) => stands(claim, passage.one))
  const source = kinship.readings.get(from)
  if (mine === undefined || its === undefined || source === undefined) return false
  return relationOf(voiceOf(mine, reading.article), voiceOf(its, source.article)) === 'two names'
}

/** Does the article say that it prints the other's copy? */
const isCopyOf = ({ article: { wire } }: Reading, { article: { outlet } }: Reading): boolean =>
  outlet !== null && (wire?.split(', ').some((name) => carrierOf(name) === carrierOf(outlet)) ?? false)

/** The passages of an overlap, `other` in the article named. */
function passagesFor(id: string, overlap: Overlap, { passagesOf }: Kinship): readonly Passage[] {
  const passages = passagesOf(overlap)
  if (overlap.other === id) return passages
  return passages.map(({ one, other, words, own }) => ({ one: other, other: one, words, own }))
}

/** The longest shared passage in which a claim stands, or a part of it. */
function passageOf(claims: readonly Claim[], passages: readonly Passage[]): Passage | null {
  return passages.reduce<Passage | null>(
    (most, passage) =>
      passage.own >= OWN_WORDS &&
      (most === null || passage.own > most.own) &&
      claims.some((claim) => stands(claim, passage.other))
        ? passage
        : most,
    null,
  )
}

/** What an article shares with others, not younger, that is no accident. */
function errorEdges({ id }: Reading, { kinship, errors }: Among): Edge[] {
  return (kinship.peculiarities.get(id) ?? []).flatMap(({ peculiarity, place: own }): Edge[] => {
    const first = errors.get(peculiarity)?.find(({ article }) => article !== id)
    if (first === undefined || kinship.precedence(first.article, id) === 'younger') return []
    return [
      {
        kind: 'peculiarity',
        from: first.article,
        article: first.article,
        link: null,
        source: null,
        because: `shares ${errorOf(peculiarity)} with ${kinship.readings.get(first.article)?.article.outlet ?? first.article}`,
        strength: peculiarity.strength,
        anchor: { start: own.start, end: own.end },
        in: 'text',
        other: { start: first.start, end: first.end },
        directed: kinship.precedence(first.article, id) === 'older',
      },
    ]
  })
}

/** An odd number that an article has with one that is not younger. */
function numberEdges({ id }: Reading, odd: readonly OddNumber[], { kinship }: Among): Edge[] {
  return odd.flatMap(({ text, instead, usual, places }): Edge[] => {
    const own = places.find(({ article }) => article === id)
    const first = places.find(({ article }) => article !== id)
    if (own === undefined || first === undefined || kinship.precedence(first.article, id) === 'younger') return []
    return [
      {
        kind: 'peculiarity',
        from: first.article,
        article: first.article,
        link: null,
        source: null,
        because: `shares the odd number "${text}" with ${kinship.readings.get(first.article)?.article.outlet ?? first.article}, where ${usual} have "${instead}"`,
        strength: 'fair',
        anchor: { start: own.start, end: own.end },
        in: 'text',
        other: { start: first.start, end: first.end },
        directed: kinship.precedence(first.article, id) === 'older',
      },
    ]
  })
}

const errorOf = ({ kind, text, instead, usual }: Peculiarity): string =>
  `the ${kind} "${text}"${instead === null ? '' : `, where ${usual} have "${instead}"`}`

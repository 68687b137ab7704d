/**
 * Printed credits as evidence: whom the claims of a report, and its article for what it tells, give as their source.
 */
import type { Claim, LinkKind, SpeakerKind } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'
import type { Reading } from '../reading.ts'
import { carrierOf, voiceOf } from '../voice.ts'
import { creditedKey } from './credited.ts'
import type { Among, Edge } from './evidence.ts'
import { namesTogether } from './outlet-names.ts'

/** Press in general, which is nobody's name: local media. */
const MEDIA = /\b(?:media|news(?:papers?| outlets| reports| sites)?|press reports)(?: \(unnamed\))?$/i

const LINKS: Readonly<Record<LinkKind, string>> = {
  wire: 'prints the copy of',
  quotes: 'quotes',
  cites: 'cites',
  told: 'was told by',
  'own reporting': 'reports',
  unnamed: 'has it from',
}

/** What a report's claims and its article print as their source, each once. */
export function creditEdges(claims: readonly Claim[], reading: Reading, among: Among): Edge[] {
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

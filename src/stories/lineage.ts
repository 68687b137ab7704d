/**
 * Lineage: by what evidence each report of an origin has what it tells. Three kinds, kept apart: what it prints as its
 * source (credit), text it shares word for word (text), and errors it shares (peculiarity). A report without evidence has
 * lineage unknown; it is no origin of its own.
 */
import type { Claim } from '../claims/claim.ts'
import type { Span } from '../page/article.ts'
import type { Overlap } from './copies.ts'
import { type Passage, sharedPassages } from './passages.ts'
import { type Peculiarity, peculiaritiesOf } from './peculiarity.ts'
import { type Mention, mentionOf, type Reading } from './reading.ts'
import { dayOf } from './said.ts'
import { carrierOf, voiceOf } from './voice.ts'

type EvidenceKind = 'credit' | 'text' | 'peculiarity'

/** One piece of evidence for where a report comes from. */
interface Edge {
  readonly kind: EvidenceKind
  /** The name credited, or the article whose text or error it shares. */
  readonly from: string
  /** In words, for people. */
  readonly because: string
  /** Where the report prints it, in its article's text; null for credits outside the text. */
  readonly anchor: Span | null
  /** Where the other article prints the same, for shared text. */
  readonly other: Span | null
  /** Which came first is known: the other article is older, or is whose copy this one says it is. */
  readonly directed: boolean
}

/** One article's telling of an origin. */
export interface Report {
  readonly article: string
  readonly outlet: string | null
  readonly claims: readonly Mention[]
  readonly lineage: 'traced' | 'unknown'
  readonly evidence: readonly Edge[]
  /** Articles that print one text have one number: they are one report, however many. */
  readonly copy: number
}

/** An origin's mentions with the articles they stand in. */
export interface Carried {
  readonly mentions: readonly Mention[]
  readonly readings: ReadonlyMap<string, Reading>
  readonly claims: ReadonlyMap<Mention, Claim>
  /** Text that articles share, of these and any others. */
  readonly overlaps: readonly Overlap[]
}

/** Articles looked at for shared errors: more would tell no more and cost more. */
const COMPARED = 60

/** The reports of an origin, in the order of its mentions, with the evidence for each. */
export function reportsOf({ mentions, readings, claims: claimsBy, overlaps }: Carried): Report[] {
  const byArticle = Map.groupBy(mentions, (mention) => mention.slice(0, mention.lastIndexOf('#')))
  const ids = [...byArticle.keys()]
  const here = ids.flatMap((id) => readings.get(id) ?? [])
  const known = new Set(here.map(({ id }) => id))
  const between = overlaps.filter(({ one, other }) => known.has(one) && known.has(other))
  const copies = copyNumbers(here, between)
  const odd =
    here.length < 2
      ? []
      : peculiaritiesOf(here.slice(0, COMPARED).map(({ id, article }) => ({ id, text: article.text })))
  return here.map((reading) => {
    const { id, article } = reading
    const claims = (byArticle.get(id) ?? []).flatMap((mention) => claimsBy.get(mention) ?? [])
    const evidence = [
      ...claims.flatMap((claim) => credits(claim, reading)),
      ...between.flatMap((overlap) => sharedText(overlap, reading, claims, readings)),
      ...odd.flatMap((one) => sharedError(one, id)),
    ]
    return {
      article: id,
      outlet: article.outlet,
      claims: claims.map((claim) => mentionOf(id, claim.id)),
      lineage: evidence.length > 0 ? 'traced' : 'unknown',
      evidence: distinct(evidence),
      copy: copies.get(id) as number,
    }
  })
}

const distinct = (edges: readonly Edge[]): Edge[] => [
  ...new Map(edges.map((edge) => [`${edge.kind}|${edge.from}|${edge.because}`, edge])).values(),
]

/** Articles of one text numbered alike. */
function copyNumbers(readings: readonly Reading[], overlaps: readonly Overlap[]): Map<string, number> {
  const numbers = new Map(readings.map(({ id }, at) => [id, at]))
  for (const { one, other, copy } of overlaps) {
    if (!copy) continue
    const [a, b] = [numbers.get(one) as number, numbers.get(other) as number]
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    if (low !== high) for (const [id, number] of numbers) if (number === high) numbers.set(id, low)
  }
  return numbers
}

const LINKS = {
  wire: 'prints the copy of',
  quotes: 'quotes',
  cites: 'cites',
  told: 'was told by',
  'own reporting': 'reports',
  unnamed: 'has it from',
}

/** What a claim's article prints as its source: its wire, the links of its chain, the speaker it names. */
function credits(claim: Claim, { article }: Reading): Edge[] {
  const voice = voiceOf(claim, article)
  if (voice.kind === 'unstated') return []
  const edges = claim.chain.slice(1).flatMap((link, at): Edge[] => {
    const verb = LINKS[claim.chain[at]?.link ?? 'cites']
    return [
      {
        kind: 'credit',
        from: link.name,
        because: `${verb} ${link.name}`,
        anchor: link.anchor && { start: link.anchor.start, end: link.anchor.end },
        other: null,
        directed: true,
      },
    ]
  })
  if (
    article.wire !== null &&
    !claim.chain.some(({ link, kind }, at) => at > 0 && (link === 'wire' || kind === 'outlet'))
  )
    for (const wire of article.wire.split(', '))
      edges.unshift({
        kind: 'credit',
        from: wire,
        because: `prints the copy of ${wire}`,
        anchor: null,
        other: null,
        directed: true,
      })
  return edges
}

/** Text that the claims of an article share with another article, aligned. */
function sharedText(
  overlap: Overlap,
  { id, article }: Reading,
  claims: readonly Claim[],
  readings: ReadonlyMap<string, Reading>,
): Edge[] {
  if (overlap.one !== id && overlap.other !== id) return []
  const other = readings.get(overlap.one === id ? overlap.other : overlap.one)
  if (other === undefined) return []
  const passage = passageOf(claims, sharedPassages(other.article.text, article.text))
  if (passage === null && !overlap.copy) return []
  const [mine, its] = [dayOf(article.published), dayOf(other.article.published)]
  const isItsCopy =
    article.wire?.split(', ').some((wire) => carrierOf(wire) === carrierOf(other.article.outlet ?? '')) ?? false
  const from = other.article.outlet ?? other.id
  const share = overlap.copy
    ? `${Math.round(100 * overlap.share)} % of the text`
    : `a passage of ${passage?.words} words`
  return [
    {
      kind: 'text',
      from: other.id,
      because: `shares ${share} with ${from}`,
      anchor: passage?.other ?? null,
      other: passage?.one ?? null,
      directed: isItsCopy || (mine !== null && its !== null && its < mine),
    },
  ]
}

/** The longest shared passage in which a claim stands, or a part of it. */
function passageOf(claims: readonly Claim[], passages: readonly Passage[]): Passage | null {
  const holding = passages.filter(({ other }) =>
    claims.some((claim) => claim.in === 'text' && other.start < claim.content.end && claim.content.start < other.end),
  )
  return holding.reduce<Passage | null>(
    (most, passage) => (most === null || passage.words > most.words ? passage : most),
    null,
  )
}

/** What an article shares with others that is no accident. */
function sharedError({ kind, text, instead, articles }: Peculiarity, id: string): Edge[] {
  if (!articles.includes(id)) return []
  const others = articles.filter((other) => other !== id)
  const against = instead === null ? '' : ` where most have "${instead}"`
  return others.slice(0, 1).map((from) => ({
    kind: 'peculiarity',
    from,
    because: `${kind} "${text}"${against}, as in ${others.length} other(s)`,
    anchor: null,
    other: null,
    directed: false,
  }))
}

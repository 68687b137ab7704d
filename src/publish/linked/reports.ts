/**
 * The reports of an origin in PROV-O: each derived from the report or the credited source that it has it from, those at the
 * top from the origin itself, with the evidence in words. One whose lineage is unknown is derived from nothing.
 */
import { articleOf } from '../../stories/reading.ts'
import type { Carrier, CarrierEvidence } from '../../stories/told/carriers.ts'
import type { OriginTold } from '../../stories/told/told.ts'
import { agentIri, agentNode, outletIri } from './agents.ts'
import { type Node, node, ref } from './node.ts'

/** Where the names of a told story lead. */
export interface Places {
  readonly site: string
  readonly origin: string
  /** A claim by its mention; null for one without a number. */
  claim(mention: string): string | null
  /** The version that an article was told from. */
  version(article: string): string | null
  outlet(article: string): string | null
  /** Names that are outlets of the ledger. */
  readonly outlets: ReadonlySet<string>
}

/** The names of those who are credited by reports of some origins, and have none themselves. */
export function creditedIn(origins: readonly Pick<OriginTold, 'carriers'>[]): string[] {
  const names = new Set<string>()
  const visit = ({ name, articles, carriers }: Carrier): void => {
    if (articles.length === 0) names.add(name)
    carriers.forEach(visit)
  }
  for (const { carriers } of origins) carriers.forEach(visit)
  return [...names]
}

/** The nodes of all reports of an origin, and of who is credited and has none. */
export function reportNodes({ carriers }: Pick<OriginTold, 'carriers'>, places: Places): Node[] {
  const found: Node[] = []
  const visit = (carrier: Carrier, above: string | null, at: string): void => {
    const own = entityOf(carrier, at, places)
    const from = above ?? (carrier.lineage === 'traced' ? places.origin : null)
    if (carrier.articles.length === 0) found.push(...creditedNodes(carrier, own, from, places))
    else for (const mention of carrier.claims) found.push(...claimTold(mention, carrier, from, places))
    carrier.carriers.forEach((below, n) => {
      visit(below, own, `${at}-${n + 1}`)
    })
  }
  carriers.forEach((carrier, n) => {
    visit(carrier, null, String(n + 1))
  })
  return found
}

/** What others have it from, of a carrier: its first claim or, of one who is only credited, what they are credited with. */
function entityOf({ claims }: Carrier, at: string, { claim, origin }: Places): string {
  return claims.map(claim).find((iri) => iri !== null) ?? `${origin}-by-${at}`
}

/** One who is credited and of whom there is no report. */
function creditedNodes(
  { name, kind, from: evidence }: Carrier,
  own: string,
  from: string | null,
  { site, outlets }: Places,
): Node[] {
  const agent = agentIri({ name, kind }, `${own}-source`, { site, speaker: null, outlets })
  return [
    node({
      '@id': own,
      '@type': 'prov:Entity',
      [kind === 'document' ? 'prov:specializationOf' : 'prov:wasAttributedTo']: ref(agent),
      ...derived(from, evidence),
    }),
    agentNode(agent, { name, kind }),
  ]
}

function claimTold(mention: string, { from: evidence, lineage }: Carrier, from: string | null, places: Places): Node[] {
  const iri = places.claim(mention)
  if (iri === null || iri === from) return []
  const article = articleOf(mention)
  const [version, outlet] = [places.version(article), places.outlet(article)]
  const own = evidence.filter((one) => one.article === article)
  return [
    node({
      '@id': iri,
      '@type': ['Claim', 'prov:Entity'],
      appearance: version === null ? null : ref(version),
      'prov:wasAttributedTo': outlet === null ? null : ref(outletIri(places.site, outlet)),
      'hearsay:origin': ref(places.origin),
      'hearsay:lineage': lineage,
      ...derived(from, own.length > 0 ? own : evidence),
    }),
  ]
}

/** Pieces of evidence that are told of one report. */
const MOST = 5

function derived(from: string | null, evidence: readonly CarrierEvidence[]): Readonly<Record<string, Node>> {
  if (from === null) return {}
  const kinds = [...new Set(evidence.map(({ kind }) => kind))]
  const told = [...new Set(evidence.map(({ because }) => because))].slice(0, MOST)
  const how = node({
    '@type': 'prov:Derivation',
    'prov:entity': ref(from),
    'hearsay:evidence': kinds,
    'rdfs:comment': told,
  })
  return { 'prov:wasDerivedFrom': ref(from), ...(kinds.length > 0 ? { 'prov:qualifiedDerivation': how } : {}) }
}

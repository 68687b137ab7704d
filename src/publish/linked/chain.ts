/**
 * The chain of a claim in PROV-O: what the article tells was derived from what its source told, and so on inwards, each
 * derivation by its kind. What is not recorded is no derivation.
 */
import type { Claim, LinkKind } from '../../claims/claim.ts'
import { claimAt } from '../addresses.ts'
import { agentIri, agentNode, type Naming } from './agents.ts'
import { type Node, node, ref } from './node.ts'

/** How one has what the next tells. To print a copy and to quote are to repeat: prov:Quotation. */
const DERIVED: Readonly<Record<Exclude<LinkKind, 'own reporting'>, 'Quotation' | 'Derivation'>> = {
  wire: 'Quotation',
  quotes: 'Quotation',
  cites: 'Derivation',
  told: 'Derivation',
  unnamed: 'Derivation',
}

/** What is told on one rung of a chain. */
interface Telling {
  readonly iri: string
  /** Who tells it; null for the article of an outlet that is not known. */
  readonly source: Pick<Claim['chain'][number], 'name' | 'kind'> | null
  readonly agent: string
  /** How it has it from the next; null where that is not recorded. */
  readonly link: LinkKind | null
  /** The claim in the source's own page. */
  readonly page: number | null
}

/** A chain as nodes. */
export interface Traced {
  /** What is said of the claim itself. */
  readonly own: Node
  /** What it was derived from, and who is in it. */
  readonly nodes: readonly Node[]
  /** For each source of the chain its IRI. */
  readonly agents: readonly string[]
}

/**
 * @param iri of the claim
 * @param outlet of the page
 * @param pages for each source of the chain the number of the claim in its own page
 */
export function tracedChain(
  iri: string,
  { chain }: Pick<Claim, 'chain'>,
  {
    outlet,
    pages,
    naming,
  }: { readonly outlet: string | null; readonly pages: readonly (number | null)[]; readonly naming: Naming },
): Traced {
  const agents = chain.map((link, at) => agentIri(link, `${iri}#source-${at}`, naming))
  // A chain begins with the outlet, where that is known.
  const isWhole = outlet !== null && chain[0]?.kind === 'outlet'
  const rungs = chain.map(
    ({ name, kind, link }, at): Telling => ({
      iri: at === 0 && isWhole ? iri : `${iri}#telling-${at}`,
      source: { name, kind },
      agent: agents[at] as string,
      link,
      page: pages[at] ?? null,
    }),
  )
  const tellings: Telling[] = isWhole ? rungs : [{ iri, source: null, agent: '', link: null, page: null }, ...rungs]
  const last = tellings.at(-1)
  const own = node({
    ...toldBy(tellings[0]),
    ...derivation(tellings, 0),
    'prov:hadPrimarySource': tellings.length > 1 && last !== undefined ? ref(last.iri) : null,
  })
  return {
    own,
    agents,
    nodes: [
      ...tellings.slice(1).map((telling, at) => tellingNode(telling, derivation(tellings, at + 1), naming.site)),
      ...new Map(chain.map((link, at) => [agents[at] as string, agentNode(agents[at] as string, link)])).values(),
    ],
  }
}

const tellingNode = (telling: Telling, derived: Readonly<Record<string, Node>>, site: string): Node =>
  node({
    '@id': telling.iri,
    '@type': 'prov:Entity',
    ...toldBy(telling),
    'prov:alternateOf': telling.page === null ? null : ref(`${site}${claimAt(telling.page)}`),
    ...derived,
  })

/** A document is not told by anybody: it is what it says. */
function toldBy(telling: Telling | undefined): Readonly<Record<string, Node>> {
  if (telling === undefined || telling.source === null) return {}
  return { [telling.source.kind === 'document' ? 'prov:specializationOf' : 'prov:wasAttributedTo']: ref(telling.agent) }
}

/** From what a telling was derived, and how. */
function derivation(tellings: readonly Telling[], at: number): Readonly<Record<string, Node>> {
  const [telling, next] = [tellings[at], tellings[at + 1]]
  if (telling === undefined || next === undefined) return {}
  const from = ref(next.iri)
  const { link } = telling
  if (link === null || link === 'own reporting') return { 'prov:wasDerivedFrom': from }
  const kind = DERIVED[link]
  return {
    'prov:wasDerivedFrom': from,
    ...(kind === 'Quotation' ? { 'prov:wasQuotedFrom': from } : {}),
    [`prov:qualified${kind}`]: { '@type': `prov:${kind}`, 'prov:entity': from, 'hearsay:link': link },
  }
}

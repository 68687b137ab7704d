/**
 * What was read in a page as annotations of the W3C Web Annotation Data Model: each anchored to its words in the page as it
 * was captured. A person's correction is an annotation of its own, of the claim.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Correction } from '../../ledger/corrections/correction.ts'
import type { Span } from '../../page/article.ts'
import { iriOf, type Node, node } from './node.ts'
import type { Selecting } from './selectors.ts'

/** What annotations of one page have in common. */
export interface Anchoring {
  /** The IRI of the version that was read. */
  readonly version: string
  /** The address of the page; null where it has none of the web. */
  readonly url: string | null
  /** When it was captured so, ISO in UTC. */
  readonly seen: string
  readonly selecting: Selecting
  /** Who read it and when; null where a person said it. */
  readonly reading: { readonly iri: string; readonly name: string; readonly at: string } | null
}

interface About {
  readonly motivation: 'identifying' | 'classifying'
  readonly body: Node | readonly Node[] | string
}

/** An annotation of spans of a string of the page; null where there are no words. */
function annotation(
  iri: string,
  { motivation, body }: About,
  where: Claim['in'],
  spans: readonly Span[],
  anchoring: Anchoring,
): Node | null {
  const { version, url, seen, selecting, reading } = anchoring
  const targets = spans.flatMap((span) => {
    const selector = selecting.selectors(where, span)
    if (selector.length === 0) return []
    return [
      node({
        type: 'SpecificResource',
        source: url === null ? version : iriOf(url),
        state: node({ type: 'TimeState', sourceDate: seen, cached: version }),
        selector,
      }),
    ]
  })
  if (targets.length === 0) return null
  return node({
    id: iri,
    type: 'Annotation',
    motivation,
    body,
    target: targets,
    creator: reading === null ? null : { id: reading.iri, type: 'Software', name: reading.name },
    created: reading?.at,
  })
}

/** The longest account of a reading that is told, in characters. */
const LONGEST_WHY = 2000

/**
 * What was read of a claim: its words, the words that name its sources, its figures and its hedges.
 * @param agents for each source of its chain its IRI
 */
export function claimAnnotations(iri: string, claim: Claim, agents: readonly string[], anchoring: Anchoring): Node[] {
  const of = (name: string, about: About, spans: readonly Span[]) =>
    annotation(`${iri}#${name}`, about, claim.in, spans, anchoring)
  const isShown = anchoring.selecting.words(claim.in, claim.content) !== null
  const why: Node = {
    type: 'TextualBody',
    value: claim.why.slice(0, LONGEST_WHY).toWellFormed(),
    format: 'text/plain',
    purpose: 'describing',
  }
  const found = [
    of(
      'reading',
      {
        motivation: 'identifying',
        body: [{ type: 'SpecificResource', source: iri, purpose: 'identifying' }, ...(isShown ? [why] : [])],
      },
      claim.content.parts,
    ),
    ...claim.chain.map(({ anchor }, at) =>
      anchor === null ? null : of(`names-${at}`, { motivation: 'identifying', body: agents[at] as string }, [anchor]),
    ),
    ...claim.figures.map((figure, at) =>
      of(`counts-${at + 1}`, { motivation: 'identifying', body: `${iri}#figure-${at + 1}` }, [figure]),
    ),
    ...claim.hedges.map((hedge, at) =>
      of(
        `hedge-${at + 1}`,
        {
          motivation: 'classifying',
          body: { type: 'TextualBody', value: hedge.kind, format: 'text/plain', purpose: 'classifying' },
        },
        [hedge],
      ),
    ),
  ]
  return found.filter((one) => one !== null)
}

/** What a person says of a claim: what is otherwise, as data, and why. */
export function correctionAnnotation(iri: string, { id, by, at, why, change }: Correction): Node {
  const isRight = change.field === 'right'
  const bodies: Node[] = [
    ...(isRight
      ? []
      : [node({ type: 'TextualBody', value: JSON.stringify(change), format: 'application/json', purpose: 'editing' })]),
    node({ type: 'TextualBody', value: why, format: 'text/plain', purpose: 'commenting' }),
  ]
  return node({
    id: `${iri}#correction-${id}`,
    type: 'Annotation',
    motivation: isRight ? 'assessing' : 'editing',
    body: bodies,
    target: iri,
    creator: { type: 'Person', name: by.toWellFormed() },
    created: at,
  })
}

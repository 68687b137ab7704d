/**
 * A claim as linked data: schema.org's Claim - a Quotation too, where it is said directly - that appears in an article, told
 * by an outlet, on whose word. Nothing here reviews it or rates it.
 */
import type { Claim, EventTime, SpeakerKind } from '../../claims/claim.ts'
import type { ArticleStood } from '../../ledger/article-stood.ts'
import type { Correction } from '../../ledger/corrections/correction.ts'
import { shortened } from '../story/words.ts'
import { agentIri, agentNode, type Naming } from './agents.ts'
import { claimAnnotations, correctionAnnotation } from './annotations.ts'
import { tracedChain } from './chain.ts'
import { activityIri, engineOf } from './engine.ts'
import { figureNode } from './figures.ts'
import { type Node, node, ref } from './node.ts'
import { type Versioned, versionIri } from './page.ts'
import type { Selecting } from './selectors.ts'

/** A claim with where it stands. */
export interface Told {
  readonly iri: string
  readonly claim: Claim
  readonly versioned: Versioned
  readonly selecting: Selecting
  /** Characters of its words that are shown where not all may be; null where then none are. */
  readonly excerpt: number | null
  readonly naming: Naming
  /** For each source of its chain the number of the claim in its own page. */
  readonly pages: readonly (number | null)[]
  readonly reading: ArticleStood['reading']
  /** When the version was seen first. */
  readonly seen: string
  /** The IRI of its origin; null where it is in none, or that is not asked. */
  readonly origin: string | null
  /** What people said of it that is in force. */
  readonly corrections: readonly Correction[]
}

/** The claim, what it counts, whom it is from, and the annotations that anchor it. */
export function claimNodes(told: Told): Node[] {
  const { iri, claim, versioned, selecting, naming, reading, origin } = told
  const { site } = naming
  const version = versionIri(site, versioned)
  const chain = tracedChain(iri, claim, { outlet: versioned.page.outlet, pages: told.pages, naming })
  const engine = reading === null ? null : engineOf(site, reading)
  const annotations = claimAnnotations(iri, claim, chain.agents, {
    version,
    url: versioned.url,
    seen: told.seen,
    selecting,
    reading: reading === null || engine === null ? null : { ...engine, at: reading.readAt },
  })
  const ids = new Set(annotations.map(({ id }) => id))
  const answers =
    claim.speaker === null || isNobody(claim.speaker.kind) ? null : speakerIri(claim, chain.agents, naming)
  const isDirect = claim.type === 'direct'
  return [
    node({
      '@id': iri,
      '@type': isDirect ? ['Claim', 'Quotation', 'prov:Entity'] : ['Claim', 'prov:Entity'],
      text: wordsOf(told),
      inLanguage: versioned.page.lang,
      appearance: ref(version),
      creator: answers === null ? null : ref(answers),
      spokenByCharacter: answers === null || !isDirect ? null : ref(answers),
      dateCreated: claim.saidTime?.date,
      temporalCoverage: claim.eventTime === null ? null : coverage(claim.eventTime),
      contentLocation: claim.place === null ? null : node({ '@type': 'Place', name: claim.place.name }),
      mentions: claim.figures.map((_, at) => ref(`${iri}#figure-${at + 1}`)),
      'hearsay:reporting': claim.type,
      'hearsay:confidence': claim.confidence,
      'hearsay:hedge': claim.hedges
        .map((_, at) => `${iri}#hedge-${at + 1}`)
        .filter((id) => ids.has(id))
        .map(ref),
      'hearsay:origin': origin === null ? null : ref(origin),
      ...chain.own,
      'prov:wasGeneratedBy': engine === null ? null : ref(activityIri(version, engine)),
    }),
    ...chain.nodes,
    ...(answers === null || claim.speaker === null || chain.agents.includes(answers)
      ? []
      : [agentNode(answers, claim.speaker)]),
    ...claim.figures.map((figure, at) =>
      figureNode(`${iri}#figure-${at + 1}`, figure, selecting.words(claim.in, figure)),
    ),
    ...annotations,
    ...told.corrections.map((correction) => correctionAnnotation(iri, correction)),
  ]
}

/** Nobody answers by name for what an unnamed source or a document says. */
const isNobody = (kind: SpeakerKind): boolean => kind === 'unnamed' || kind === 'document'

function speakerIri({ speaker, chain }: Claim, agents: readonly string[], naming: Naming): string | null {
  if (speaker === null) return null
  const at = chain.findIndex(({ name }) => name === speaker.name)
  return agents[at] ?? agentIri(speaker, '', naming)
}

/** The words that may be shown. */
function wordsOf({ claim: { in: where, content }, selecting, excerpt }: Told): string | null {
  if (selecting.words(where, content) !== null) return content.text
  return excerpt === null ? null : shortened(content.text, excerpt)
}

/** A time as an interval of ISO 8601, whose open ends are `..`. */
function coverage({ start, end }: EventTime): string | null {
  if (start === null && end === null) return null
  return start === end ? start : `${start ?? '..'}/${end ?? '..'}`
}

/** Who says something, as agents: people, organisations, outlets, and those whom an article leaves without a name. */
import type { Claim, Link, SpeakerKind } from '../../claims/claim.ts'
import { outletAt, speakerAt } from '../addresses.ts'
import { type Node, node } from './node.ts'

/** What kinds of sources are in schema.org and PROV-O. A document is no agent; what an unnamed source is nobody knows. */
const TYPES: Readonly<Record<Exclude<SpeakerKind, 'document'>, readonly string[]>> = {
  person: ['Person', 'prov:Person'],
  organisation: ['Organization', 'prov:Organization'],
  outlet: ['NewsMediaOrganization', 'prov:Organization'],
  unnamed: ['Thing', 'prov:Agent'],
}

/** Where agents are told of. */
export interface Naming {
  /** The address of the site, without a slash at its end. */
  readonly site: string
  /** Who answers for the claim. */
  readonly speaker: Claim['speaker']
  /** Names that are outlets of the ledger. */
  readonly outlets: ReadonlySet<string>
}

/**
 * The IRI of a source: its page, where it has one by a name that all articles share.
 * @param own what it goes by where it has none: an outlet of which the ledger has no article; an unnamed official, who is
 * another one in every claim
 */
export function agentIri(
  { name, kind }: Pick<Link, 'name' | 'kind'>,
  own: string,
  { site, speaker, outlets }: Naming,
): string {
  if (speaker !== null && speaker.name === name && speaker.key !== null && kind !== 'unnamed')
    return `${site}${speakerAt(speaker.key)}`
  return outlets.has(name) ? `${site}${outletAt(name)}` : own
}

export const agentNode = (id: string, { name, kind }: Pick<Link, 'name' | 'kind'>): Node =>
  kind === 'document'
    ? node({ '@id': id, '@type': ['CreativeWork', 'prov:Entity'], name })
    : node({ '@id': id, '@type': TYPES[kind], name, 'hearsay:kind': kind })

export const outletIri = (site: string, name: string): string => `${site}${outletAt(name)}`

/**
 * Our own terms, for what no vocabulary has. They have a URN and no address: all sites mean the same by them, whatever
 * their own addresses are.
 */

/** What they begin with. */
export const TERMS = 'urn:hearsay:terms#'

/** A class, or a property of what its `domain` names. */
interface Term {
  readonly name: string
  /** What has it; null for a class. */
  readonly domain: string | null
  /** What its values are; null for a class. */
  readonly range: string | null
  readonly means: string
}

export const OWN_TERMS: readonly Term[] = [
  {
    name: 'Origin',
    domain: null,
    range: null,
    means: 'One original statement: all claims in all articles that trace to it. Origins are counted, not outlets.',
  },
  { name: 'Story', domain: null, range: null, means: 'Origins and articles about one developing matter.' },
  {
    name: 'confidence',
    domain: 'schema:Claim',
    range: 'xsd:double',
    means:
      'From 0 to 1: how often readings like this one are right. It says nothing of whether what is claimed is true.',
  },
  {
    name: 'evidence',
    domain: 'prov:Derivation',
    range: 'xsd:string',
    means: 'What shows that one report has it from another: credit, text, or peculiarity (a shared slip).',
  },
  {
    name: 'hedge',
    domain: 'schema:Claim',
    range: 'oa:Annotation',
    means: 'Words that weaken the claim or say that it is hearsay, anchored and classified.',
  },
  {
    name: 'kind',
    domain: 'prov:Agent',
    range: 'xsd:string',
    means: 'What a source is: person, organisation, unnamed or outlet. A document is no agent.',
  },
  {
    name: 'lineage',
    domain: 'schema:Claim',
    range: 'xsd:string',
    means: 'traced: it says or shows whom it has this from. unknown: it does not, and counts as no origin.',
  },
  {
    name: 'link',
    domain: 'prov:Derivation',
    range: 'xsd:string',
    means:
      'How one source has it from the next: wire (prints its copy), quotes, cites, told (was told), unnamed (cites, without a name).',
  },
  {
    name: 'origin',
    domain: 'schema:Claim',
    range: 'hearsay:Origin',
    means:
      'The original statement that the claim is a telling of. It is said of reports of unknown lineage too, and is no derivation.',
  },
  {
    name: 'origins',
    domain: 'hearsay:Story',
    range: 'xsd:integer',
    means: 'Origins to which at least one report traces. Independence is not established.',
  },
  { name: 'outlets', domain: 'prov:Entity', range: 'xsd:integer', means: 'Outlets that carry it.' },
  {
    name: 'reporting',
    domain: 'schema:Claim',
    range: 'xsd:string',
    means: 'direct (quoted), indirect (reported), mixed (quoted in part), none (nobody named, with a figure).',
  },
  {
    name: 'unknownLineage',
    domain: 'prov:Entity',
    range: 'xsd:integer',
    means: 'Outlets none of whose reports is traced to anybody.',
  },
]

/**
 * What the terms of the graphs mean: schema.org's as they are, PROV-O's with its prefix, our own with ours; within an
 * annotation those of the Web Annotation vocabulary, so that each can be taken out and read with its well-known context.
 * It stands in every graph, so that nobody has to fetch one.
 */
import { TERMS } from './terms.ts'

const iri = (id: string) => ({ '@id': id, '@type': '@id' })
const typed = (id: string, type: string) => ({ '@id': id, '@type': `xsd:${type}` })
const word = (id: string) => ({ '@id': id, '@type': '@vocab' })

/** The terms of http://www.w3.org/ns/anno.jsonld that annotations here have. */
const ANNOTATION = {
  '@propagate': true,
  '@vocab': null,
  SpecificResource: 'oa:SpecificResource',
  TextualBody: 'oa:TextualBody',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  TimeState: 'oa:TimeState',
  Person: 'foaf:Person',
  Software: 'as:Application',
  identifying: 'oa:identifying',
  classifying: 'oa:classifying',
  describing: 'oa:describing',
  commenting: 'oa:commenting',
  editing: 'oa:editing',
  assessing: 'oa:assessing',
  body: iri('oa:hasBody'),
  target: iri('oa:hasTarget'),
  source: iri('oa:hasSource'),
  selector: iri('oa:hasSelector'),
  state: iri('oa:hasState'),
  cached: iri('oa:cachedSource'),
  motivation: word('oa:motivatedBy'),
  purpose: word('oa:hasPurpose'),
  creator: iri('dcterms:creator'),
  created: typed('dcterms:created', 'dateTime'),
  sourceDate: typed('oa:sourceDate', 'dateTime'),
  start: typed('oa:start', 'nonNegativeInteger'),
  end: typed('oa:end', 'nonNegativeInteger'),
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  value: 'rdf:value',
  format: 'dc:format',
  name: 'foaf:name',
}

export const CONTEXT = {
  '@version': 1.1,
  '@vocab': 'http://schema.org/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  as: 'http://www.w3.org/ns/activitystreams#',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  hearsay: TERMS,
  id: '@id',
  type: '@type',
  url: iri('http://schema.org/url'),
  archivedAt: iri('http://schema.org/archivedAt'),
  'hearsay:confidence': typed('hearsay:confidence', 'double'),
  'prov:startedAtTime': typed('prov:startedAtTime', 'dateTime'),
  'prov:endedAtTime': typed('prov:endedAtTime', 'dateTime'),
  'prov:generatedAtTime': typed('prov:generatedAtTime', 'dateTime'),
  Annotation: { '@id': 'oa:Annotation', '@context': ANNOTATION },
}

// Holds a graph against the vocabularies as they were published: schema.org, PROV-O and Web Annotation by the copies in
// @vocabulary/*, our own by its table. Every class and property must be in its vocabulary; what has a property must be of a
// class in its domain, and its value of one in its range; literals must be written as their types say. What is named and
// not described in the graph (a page of the web) is of no known class, and fits.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Literal, type Quad, Store } from 'oxigraph'
import { OWN_TERMS, TERMS } from '../../src/publish/linked/terms.ts'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
const OWL = 'http://www.w3.org/2002/07/owl#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const SCHEMA = 'http://schema.org/'
const PROV = 'http://www.w3.org/ns/prov#'
const OA = 'http://www.w3.org/ns/oa#'

const PREFIXES: Readonly<Record<string, string>> = { schema: SCHEMA, prov: PROV, oa: OA, xsd: XSD, hearsay: TERMS }

const whole = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':')
  return `${PREFIXES[prefix]}${local}`
}

interface Property {
  readonly domain: readonly string[]
  readonly range: readonly string[]
}

/** Terms of small vocabularies that Web Annotation takes from elsewhere (annotation-vocab, 3), with what they want. */
const ELSEWHERE: Readonly<Record<string, Property>> = {
  'http://purl.org/dc/terms/creator': { domain: [], range: [] },
  'http://purl.org/dc/terms/created': { domain: [], range: [`${XSD}dateTime`] },
  'http://purl.org/dc/elements/1.1/format': { domain: [], range: [`${XSD}string`] },
  'http://xmlns.com/foaf/0.1/name': { domain: [], range: [`${XSD}string`] },
  [`${RDFS}comment`]: { domain: [], range: [`${XSD}string`] },
  [`${RDF}value`]: { domain: [], range: [`${XSD}string`] },
}
const CLASSES_ELSEWHERE = ['http://xmlns.com/foaf/0.1/Person', 'http://www.w3.org/ns/activitystreams#Application']

const { resolve } = createRequire(import.meta.url)
const beside = (module: string, file: string): string => join(dirname(module), file)
const PUBLISHED = [
  beside(resolve('@vocabulary/schema'), 'schema.nq'),
  beside(resolve('@vocabulary/prov'), 'prov.nq'),
  beside(resolve('@vocabulary/oa'), 'oa.nq'),
]

/** What is known of all of them. */
function known() {
  const store = new Store()
  for (const path of PUBLISHED) store.load(readFileSync(path, 'utf8'), { format: 'application/n-quads' })
  const all = store.match()
  const by = (predicate: string) => {
    const found = new Map<string, string[]>()
    for (const { subject, predicate: own, object } of all)
      if (own.value === predicate) found.set(subject.value, [...(found.get(subject.value) ?? []), object.value])
    return found
  }
  const types = by(`${RDF}type`)
  const is = (iri: string, ...kinds: readonly string[]) => types.get(iri)?.some((type) => kinds.includes(type)) ?? false
  const [domains, ranges] = [by(`${SCHEMA}domainIncludes`), by(`${SCHEMA}rangeIncludes`)]
  const [rdfsDomains, rdfsRanges] = [by(`${RDFS}domain`), by(`${RDFS}range`)]
  const properties = new Map<string, Property>(Object.entries(ELSEWHERE))
  const classes = new Set(CLASSES_ELSEWHERE)
  for (const iri of types.keys()) {
    if (is(iri, `${RDFS}Class`, `${OWL}Class`)) classes.add(iri)
    if (is(iri, `${RDF}Property`, `${OWL}ObjectProperty`, `${OWL}DatatypeProperty`))
      properties.set(iri, {
        domain: [...(domains.get(iri) ?? []), ...(rdfsDomains.get(iri) ?? [])],
        range: [...(ranges.get(iri) ?? []), ...(rdfsRanges.get(iri) ?? [])],
      })
  }
  for (const { name, domain, range } of OWN_TERMS) {
    if (domain === null || range === null) classes.add(`${TERMS}${name}`)
    else properties.set(`${TERMS}${name}`, { domain: [whole(domain)], range: [whole(range)] })
  }
  const above = by(`${RDFS}subClassOf`)
  const closure = (iri: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(iri)) return seen
    seen.add(iri)
    for (const one of above.get(iri) ?? []) closure(one, seen)
    return seen
  }
  return { classes, properties, types, closure }
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
const DATE_TIME = /^-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/** Whether words are what a data type of schema.org or XML Schema wants. */
function fits({ value, datatype: { value: datatype } }: Literal, range: string): boolean {
  const number = [`${XSD}integer`, `${XSD}double`, `${XSD}decimal`].includes(datatype)
  switch (range) {
    case `${SCHEMA}Text`:
      return datatype === `${XSD}string`
    case `${SCHEMA}Number`:
    case `${SCHEMA}Integer`:
    case `${SCHEMA}Float`:
      return number
    case `${SCHEMA}Boolean`:
      return datatype === `${XSD}boolean`
    case `${SCHEMA}Date`:
      return DATE.test(value)
    case `${SCHEMA}DateTime`:
      return DATE_TIME.test(value)
    case `${XSD}double`:
    case `${XSD}integer`:
      return number
    case `${XSD}dateTime`:
      return datatype === range && DATE_TIME.test(value) && /(?:Z|[+-]\d{2}:\d{2})$/.test(value)
    case `${XSD}nonNegativeInteger`:
      // The store keeps all kinds of whole numbers as one.
      return [range, `${XSD}integer`].includes(datatype) && /^\d+$/.test(value)
    case `${RDFS}Literal`:
      return true
    default:
      return datatype === range
  }
}

const { classes, properties, types: known_, closure } = known()

/** How many classes and properties are known. */
export const KNOWN = { classes: classes.size, properties: properties.size }

/** What in a graph the vocabularies do not allow, each in a sentence. */
export function objections(store: Store): string[] {
  const found = new Set<string>()
  const quads = store.match()
  const types = new Map<string, Set<string>>()
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== `${RDF}type`) continue
    if (!classes.has(object.value)) found.add(`${object.value} is no class`)
    const own = types.get(subject.value) ?? new Set()
    for (const one of closure(object.value)) own.add(one)
    types.set(subject.value, own)
  }
  const typesOf = (iri: string): ReadonlySet<string> =>
    types.get(iri) ?? new Set((known_.get(iri) ?? []).flatMap((type) => [...closure(type)]))
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === `${RDF}type`) continue
    const property = properties.get(predicate.value)
    if (property === undefined) {
      found.add(`${predicate.value} is no property`)
      continue
    }
    const { domain, range } = property
    const own = typesOf(subject.value)
    if (domain.length > 0 && own.size > 0 && !domain.some((one) => own.has(one)))
      found.add(`${predicate.value} is not of ${[...own].join(', ')}`)
    if (range.length > 0 && !isIn(range, object, typesOf))
      found.add(`${predicate.value} has no ${object.value.slice(0, 80)}`)
  }
  return [...found]
}

function isIn(
  range: readonly string[],
  object: Quad['object'],
  typesOf: (iri: string) => ReadonlySet<string>,
): boolean {
  if (object.termType === 'Literal') return range.some((one) => fits(object, one))
  const own = typesOf(object.value)
  if (own.size === 0) return true
  return range.some((one) => own.has(one) || one === `${SCHEMA}URL` || one === `${RDFS}Resource`)
}

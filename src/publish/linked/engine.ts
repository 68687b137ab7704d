/** Who read an article and when, in PROV-O: an activity of an engine, which is a program in an edition. */
import type { Tables } from '../../ledger/tables.ts'
import { type Node, node, ref } from './node.ts'

type Read = Pick<Tables['reading'], 'engine' | 'edition' | 'readAt'>

/** An engine by its name, which has its edition. */
interface Engine {
  readonly iri: string
  readonly name: string
}

export const engineOf = (site: string, { engine, edition }: Pick<Read, 'engine' | 'edition'>): Engine => ({
  iri: `${site}/methods#${encodeURIComponent(`${engine}-${edition}`)}`,
  name: `Hearsay, ${engine} ${edition}`,
})

/** @param version the IRI of what was read */
export const activityIri = (version: string, { iri }: Engine): string =>
  `${version}#read-by-${iri.slice(iri.indexOf('#') + 1)}`

export function readingNodes(site: string, version: string, reading: Read): Node[] {
  const engine = engineOf(site, reading)
  return [
    node({
      '@id': activityIri(version, engine),
      '@type': 'prov:Activity',
      'prov:endedAtTime': reading.readAt,
      'prov:used': ref(version),
      'prov:wasAssociatedWith': ref(engine.iri),
    }),
    node({
      '@id': engine.iri,
      '@type': ['SoftwareApplication', 'prov:SoftwareAgent'],
      name: engine.name,
      softwareVersion: reading.edition,
    }),
  ]
}

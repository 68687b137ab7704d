/** Nodes of a graph in JSON-LD 1.1: objects of terms, without those that have no value. */

type Value = string | number | boolean | Node | readonly Value[]

export interface Node {
  readonly [term: string]: Value
}

/** A value that may be missing. */
export type Given = Value | null | undefined

/** A node of what is given. Nothing, no list and no words are no value; a lone surrogate is no character of RDF. */
export function node(given: Readonly<Record<string, Given>>): Node {
  return Object.fromEntries(
    Object.entries(given).flatMap(([term, value]) => {
      if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
        return []
      if (Array.isArray(value) && value.length === 1) return [[term, wellFormed(value[0] as Value)]]
      return [[term, wellFormed(value)]]
    }),
  )
}

const wellFormed = (value: Value): Value =>
  typeof value === 'string' ? value.toWellFormed() : Array.isArray(value) ? value.map(wellFormed) : value

/** A node that is described elsewhere. */
export const ref = (iri: string): Node => ({ '@id': iri })

/** Marks that no IRI has (RFC 3987, and RDF 1.1), which addresses of pages may have. */
const BARRED = /[\p{Cc} <>"{}|\\^`]/gu

/** An address of the web as an IRI. */
export const iriOf = (url: string): string => url.toWellFormed().replace(BARRED, encodeURIComponent)

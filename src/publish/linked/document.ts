/** A graph as a document of JSON-LD 1.1. */
import { CONTEXT } from './context.ts'
import type { Node } from './node.ts'

/** What a program fetches: everything that it needs to be understood stands in it. */
export interface LinkedDocument {
  readonly '@context': typeof CONTEXT
  readonly '@graph': readonly Node[]
}

/** Nodes as a document; what is said twice of one thing in the same words is said once. */
export function linkedDocument(nodes: readonly Node[]): LinkedDocument {
  const seen = new Set<string>()
  const graph = nodes.filter((one) => {
    const key = JSON.stringify(one)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return { '@context': CONTEXT, '@graph': graph }
}

/** Controls, direction overrides and line separators that JSON.stringify passes through. */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g

/** A document as it is sent: JSON, in which nothing acts on a terminal. */
export const linkedJson = (document: LinkedDocument): string =>
  `${JSON.stringify(document, null, 1).replace(UNSAFE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

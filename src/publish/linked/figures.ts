/** The figures of a claim as schema.org's QuantitativeValue: bounds where there are any, and the words that set them. */
import type { Figure } from '../../claims/claim.ts'
import { type Node, node } from './node.ts'

const property = (name: string, value: string | boolean | null): Node[] =>
  value === null ? [] : [node({ '@type': 'PropertyValue', name, value })]

/** @param words as printed; null where they may not be shown */
export function figureNode(iri: string, figure: Figure, words: string | null): Node {
  const { low, high, approximate, qualifier, unit, measure, of } = figure
  return node({
    '@id': iri,
    '@type': 'QuantitativeValue',
    name: words,
    value: low !== null && low === high ? low : null,
    minValue: low,
    maxValue: high,
    unitText: unit,
    additionalProperty: [
      ...property('approximate', approximate),
      ...property('qualifier', qualifier),
      ...property('measure', measure),
      ...property('population', of),
    ],
  })
}

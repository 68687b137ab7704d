/** Queries that find something in this ledger, for who has not asked yet. */
import type { Suggestion } from '../../ledger/search/names.ts'
import { parseQuery } from '../../ledger/search/parse.ts'
import type { Query } from '../../ledger/search/query.ts'
import { SEARCH } from '../words/search.ts'
import { narrowed } from './asked.ts'

/** A query and what it finds, in words. */
export interface Example {
  readonly query: Query
  readonly words: string
}

const NOTHING: Query = { conditions: [] }

/** Queries that may find something, of the names that most claims have. @param names the most frequent first */
export function examplesOf(names: readonly Suggestion[]): Example[] {
  const { example } = SEARCH
  const of = (field: Suggestion['field']): string | null => names.find((one) => one.field === field)?.name ?? null
  const [speaker, outlet, place, measure] = [of('speaker'), of('outlet'), of('place'), of('measure')]
  const asked: readonly (readonly [string | null, string])[] = [
    ...(speaker === null ? [] : [[narrowed(NOTHING, 'speaker', speaker), example.speaker(speaker)] as const]),
    ...(measure === null
      ? []
      : [[narrowed(parseQuery('figure:>=10'), 'measure', measure), example.measure(measure)] as const]),
    ['kind:unnamed', example.unnamed],
    ['drift:"hedge dropped"', example.drift],
    ...(outlet === null
      ? []
      : [[narrowed(parseQuery('type:direct'), 'outlet', outlet), example.outlet(outlet)] as const]),
    ...(place === null ? [] : [[narrowed(NOTHING, 'place', place), example.place(place)] as const]),
  ]
  return asked.flatMap(([query, words]) => (query === null ? [] : [{ query: parseQuery(query), words }]))
}

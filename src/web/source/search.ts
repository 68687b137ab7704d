/** What of a source can be looked for, as links into the search. */
import { parseQuery } from '../../ledger/search/parse.ts'
import { conditionOf, queryOf } from '../../ledger/search/query.ts'
import { QueryError } from '../../ledger/search/query-error.ts'
import type { Source } from '../../ledger/sources.ts'
import { searchAt } from '../../publish/addresses.ts'

/** Where a query leads, written as the search writes it; null for what it cannot understand. */
export const foundAt = (...conditions: readonly string[]): string | null => addressOf(conditions, {})

/** Where a query for articles leads. */
export const articlesFoundAt = (...conditions: readonly string[]): string | null =>
  addressOf(conditions, { show: 'articles' })

function addressOf(conditions: readonly string[], as: Parameters<typeof searchAt>[1]): string | null {
  try {
    return searchAt(queryOf(parseQuery(conditions.join(' '))), as)
  } catch (error) {
    if (error instanceof QueryError) return null
    throw error
  }
}

/** The condition that finds a source. @param name by which it is called */
export const sourceCondition = (source: Source, name: string): string =>
  conditionOf(source.kind === 'outlet' ? 'outlet' : 'speaker', name.replace(/\s*\(unnamed\)$/, ''))

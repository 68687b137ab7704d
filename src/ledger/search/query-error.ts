/** A query that cannot be understood: what is wrong, where, and what to do. */
import type { Span } from '../../page/article.ts'

export type QueryTrouble =
  | 'empty'
  | 'not a day'
  | 'not a number'
  | 'reversed'
  | 'short beginning'
  | 'too long'
  | 'too many'
  | 'unclosed'
  | 'unknown field'
  | 'unknown value'
  | 'stale page'

export class QueryError extends Error {
  override readonly name = 'QueryError'
  readonly trouble: QueryTrouble
  /** Where in the query, in UTF-16 units; null where it is not in the query itself. */
  readonly span: Span | null

  constructor(trouble: QueryTrouble, span: Span | null, advice: string) {
    super(advice)
    this.trouble = trouble
    this.span = span && { start: span.start, end: span.end }
  }
}

/**
 * What nobody says: of a statement or figure that several report, what no report of it tells - who counted, over what
 * time, killed or wounded, by which document. Only what can be told from the words is listed.
 */
import type { Mention } from './reading.ts'

export type UnsaidKind =
  | 'who counted'
  | 'over what time'
  | 'killed or wounded'
  | 'which document'
  | 'where'
  | 'of whom'
  | 'one unnamed source'

export interface Unsaid {
  readonly kind: UnsaidKind
  /** What it is about, in words of a report: a figure or the statement. */
  readonly about: string
  /** What is not said, in neutral words: `No report says who counted.` */
  readonly sentence: string
  /** What that rests on. */
  readonly why: string
  readonly origins: readonly string[]
  /** The claims that were looked at. */
  readonly claims: readonly Mention[]
}

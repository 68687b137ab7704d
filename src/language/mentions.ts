/**
 * Entities and their mentions, as plain data: who or what an article speaks of, and where.
 */
import type { Marked } from './phrases.ts'

export interface Entity {
  readonly kind: 'person' | 'organisation' | 'outlet' | 'place' | 'unnamed'
  /** The fullest name the article gives, or the description of someone unnamed. */
  readonly name: string
  /** The same in every article; null for who has no name. */
  readonly key: string | null
  readonly plural: boolean
  readonly gender: 'he' | 'she' | null
  /** What it is called by: president, spokesman, lawmaker; agency, ministry. */
  readonly roles: ReadonlySet<string>
  readonly country: string | null
}

/** One place where an entity is named or introduced: tokens `first` to `last` (exclusive) of a passage. */
export interface Mention {
  readonly entity: Entity
  readonly first: number
  readonly last: number
  readonly sentence: number
  /** Does a verb follow it, or a verb of speech stand before it? */
  readonly subject: boolean
  readonly speaks: boolean
  readonly possessive: boolean
  /** Is it said within a quotation? */
  readonly quoted: boolean
}

export interface Passage extends Marked {
  /** In the order of the text. */
  readonly mentions: readonly Mention[]
  /** For each token the number of its sentence. */
  readonly sentenceAt: Int32Array
  /** For each token, 1 within a quotation. */
  readonly quoted: Uint8Array
  /** For a headline or deck, the article's text, which tells what it leaves out. */
  readonly main: Passage | null
}

/** An article's passages with their mentions, in the order given. */
export type Entities = readonly Passage[]

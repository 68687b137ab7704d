// A reader that is measured. It has two halves: `read` is what is timed, the library's own call from HTML to whatever it
// gives; `reading` turns that into what is scored, off the clock, which favours the peers.
import type { Block, Image, Related } from '../../src/page/article.ts'
import type { Page } from './pages.ts'

/** What is scored: an Article where the engine gives one, else the part of it that the engine has fields for. */
export interface Reading {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly headline?: string | null
  /** A string is split into names by the scorer. */
  readonly bylines?: readonly string[] | string | null
  readonly published?: string | null
  readonly modified?: string | null
  readonly dateline?: string | null
  readonly wire?: string | null
  readonly deck?: string | null
  readonly images?: readonly Pick<Image, 'caption' | 'credit'>[]
  readonly related?: readonly Related[]
}

export type Field = Exclude<keyof Reading, 'blocks'>

export interface Engine<Raw = unknown> {
  /** The fields that it gives; a field that it does not have is not scored. */
  readonly fields: readonly Field[]
  read(page: Page): Raw | Promise<Raw>
  reading(raw: Raw): Reading
}

/** A reading of which only the body is known, as one block. */
export function bodyOnly(text: string): Reading {
  return { text, blocks: text ? [{ kind: 'paragraph', start: 0, end: text.length }] : [] }
}

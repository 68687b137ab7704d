/** Whose records they are: the site that their addresses begin with, and the position of the log that these are pinned to. */
import { shortened } from '../story/words.ts'

export interface Pinned {
  /** The site's own address, without a slash at its end. */
  readonly site: string
  /** The position of the ledger's log that had entered by then. */
  readonly seq: number
  /** Of the words of one claim or article, the most characters that may be shown; null for all. */
  readonly excerpt: number | null
}

/** Words and where they stand, with as much of them as a site may show. */
export const quoteRecord = (
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
  pinned: Pick<Pinned, 'excerpt'>,
) => ({ start, end, text: excerptOf(text, pinned) })

/** Words as a site may show them: whole, or cut at its excerpt's length, which an ellipsis tells. */
export const excerptOf = (words: string, { excerpt }: Pick<Pinned, 'excerpt'>): string =>
  excerpt === null ? words : shortened(words, excerpt)

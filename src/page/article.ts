/**
 * What a news page says as a page: the Article of the reading contract.
 *
 * One text per article: `text` is the kept blocks in reading order, joined by two newlines. Every span in Hearsay is
 * `{start, end}` into it, in UTF-16 code units, so that `text.slice(start, end)` is what the reader saw. No Unicode
 * normalisation is applied. A value the page does not give is `null` or an empty array, never a guess.
 */

/** A half-open range of UTF-16 code units of `Article.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * What part of the article a block is. `table-row` is one row with its cells joined by tabs; `note` is a correction or
 * an editor's note; `live-entry` opens one entry of a live blog and carries its time, the blocks after it belong to it.
 */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'list-item'
  | 'table-row'
  | 'caption'
  | 'note'
  | 'live-entry'

export interface Block extends Span {
  readonly kind: BlockKind
  /** The entry's printed or marked-up time, for a `live-entry` that has one. */
  readonly time?: string
}

export interface Image {
  readonly caption: string | null
  /** The credit as printed, without its brackets or "Photo:": `AP-Yonhap`. */
  readonly credit: string | null
  readonly url: string | null
}

/** Another article that the page points to. A line printed within the body ("READ: ...") has its span of `Article.text`. */
export interface Related extends Partial<Span> {
  /** The words that mark it as a pointer, as printed, without a colon: `READ`, `Also read`; null for an unlabelled card. */
  readonly label: string | null
  readonly title: string
  readonly url: string | null
}

/** Why a run of text is not in the article. */
export type LeftOutReason =
  | 'advertisement'
  | 'author bio'
  | 'byline'
  | 'caption'
  | 'comments'
  | 'consent'
  | 'copyright'
  | 'date'
  | 'donation'
  | 'duplicate'
  | 'duplicate headline'
  | 'embed'
  | 'form'
  | 'hidden'
  | 'kicker'
  | 'navigation'
  | 'newsletter'
  | 'outside the article'
  | 'paywall'
  | 'player'
  | 'promotion'
  | 'related'
  | 'share'
  | 'summary'
  | 'table of contents'
  | 'tags'
  | 'terms'

/** A run of text that was not kept as body. Nothing printed on the page is dropped in silence. */
export interface LeftOut {
  readonly text: string
  readonly reason: LeftOutReason
}

/** What a reader must know before trusting the reading. `message` says it in words, with what to do if anything can be done. */
export interface Note {
  readonly kind:
    | 'paywall'
    | 'index'
    | 'needs-scripts'
    | 'not-a-page'
    | 'empty'
    | 'truncated'
    | 'encoding'
    | 'broken-markup'
    | 'given'
  readonly message: string
}

/** Where a field's value came from: a place (`meta og:title`, `h1`, `JSON-LD datePublished`) and, where it was a choice, the reason. */
export interface Evidence {
  readonly from: string
  readonly because?: string
}

export interface Article {
  /** The canonical address where the page names one, else the address it was read from. */
  readonly url: string | null
  /** The address of the page's AMP version, where it names one. */
  readonly amphtml: string | null
  readonly outlet: string | null
  /** The headline as printed on the page. */
  readonly headline: string | null
  /** The standfirst: the line or two under the headline that are not yet the body. */
  readonly deck: string | null
  readonly bylines: readonly string[]
  /** ISO 8601, local or zoned as the page gives it: `2025-01-05T15:48:00` has no zone because the page printed none. */
  readonly published: string | null
  readonly modified: string | null
  /** The dateline as printed, without the dash after it: `SEOUL, Jan. 5 (Yonhap)`. */
  readonly dateline: string | null
  /** The agency whose copy the page says it prints or leans on: `Yonhap`; several are joined by `, `. */
  readonly wire: string | null
  readonly tags: readonly string[]
  readonly section: string | null
  readonly copyright: string | null
  /** BCP 47 primary language, lower case. */
  readonly lang: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly images: readonly Image[]
  readonly related: readonly Related[]
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly Note[]
  /** For each field that has a value, where it came from. */
  readonly why: Readonly<Record<string, Evidence>>
}

/** An article that says nothing yet: every field null or empty. */
export const NOTHING: Article = Object.freeze({
  url: null,
  amphtml: null,
  outlet: null,
  headline: null,
  deck: null,
  bylines: [],
  published: null,
  modified: null,
  dateline: null,
  wire: null,
  tags: [],
  section: null,
  copyright: null,
  lang: null,
  text: '',
  blocks: [],
  images: [],
  related: [],
  leftOut: [],
  notes: [],
  why: {},
})

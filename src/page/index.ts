/**
 * Page reading: bytes or text of a news page -> its Article.
 */
import { type Article, NOTHING, type Note } from './article.ts'
import { isoOf } from './dates.ts'
import { binaryKind, decode } from './encoding.ts'
import { readHtml } from './html.ts'
import { readGiven, readPlain } from './plain.ts'

export type {
  Article,
  Block,
  BlockKind,
  Evidence,
  Image,
  LeftOut,
  LeftOutReason,
  Note,
  Related,
  Span,
} from './article.ts'

export interface ReadPageOptions {
  /** The address the page was read from. */
  readonly url?: string | undefined
  /** Response headers by lower-case name; only `content-type` is looked at. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** `html` and `text` say what the input is; by default it is found out. `article`: text that is the article already. */
  readonly as?: 'html' | 'text' | 'article' | undefined
  /**
   * Values known from elsewhere; they win over what the page says. A `published` that is no date is left aside, with a
   * note.
   */
  readonly given?: Partial<Pick<Article, 'outlet' | 'published' | 'headline'>> | undefined
}

const TAG = /<(?:!doctype|html|head|body|article|div|p|meta|script|title|h1|br|section|table|span|main)\b[^<]{0,2000}>/i

/** Whether text is HTML: one of its usual elements stands near the beginning. */
export function looksLikeHtml(text: string): boolean {
  return TAG.test(text.slice(0, 20_000))
}

/**
 * Reads a news page.
 *
 * Never throws on content: what cannot be read gives an empty article whose `notes` say why and what to do.
 * @param input bytes as received, or decoded text
 */
export function readPage(input: Uint8Array | string, options: ReadPageOptions = {}): Article {
  const url = options.url || null
  const notes: Note[] = []
  const why: Record<string, Article['why'][string]> = {}
  let text: string
  if (typeof input === 'string') text = input
  else {
    const kind = binaryKind(input)
    if (kind)
      return withGiven(
        nothingBut(url, {
          kind: 'not-a-page',
          message: `This is ${kind}, not a page. Give Hearsay the page's HTML or its text.`,
        }),
        options,
      )
    const decoded = decode(input, options.headers?.['content-type'] ?? null)
    text = decoded.text
    why.encoding = {
      from: decoded.evidence.from,
      because: [decoded.encoding, decoded.evidence.because].filter(Boolean).join(': '),
    }
    if (decoded.replaced > 0)
      notes.push({
        kind: 'encoding',
        message: `${decoded.replaced} character(s) could not be decoded as ${decoded.encoding} and stand as U+FFFD.`,
      })
  }
  if (options.as !== 'article' && text.charCodeAt(0) === 0xfeff) text = text.slice(1)
  const as = options.as ?? (looksLikeHtml(text) ? 'html' : 'text')
  const blank = text.trim() === ''
  if (!blank && as === 'text' && text.length > MAX_PLAIN_CHARS) {
    notes.push({
      kind: 'truncated',
      message: `The text has ${text.length} characters; the first ${MAX_PLAIN_CHARS} were read.`,
    })
    text = text.slice(0, MAX_PLAIN_CHARS).toWellFormed()
  }
  const article =
    blank && as !== 'article'
      ? nothingBut(url, { kind: 'empty', message: 'The input is empty.' })
      : as === 'html'
        ? readHtml(text, url)
        : as === 'article'
          ? readGiven(text, url)
          : readPlain(text, url)
  return withGiven({ ...article, notes: [...notes, ...article.notes], why: { ...article.why, ...why } }, options)
}

/** A copied page longer than this is no page; text given as the article is read whole. */
const MAX_PLAIN_CHARS = 3_000_000

/** A date in the form that a reading has it; what is written otherwise is brought into it. */
const IN_FORM = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/

function withGiven(article: Article, options: ReadPageOptions): Article {
  const { published, ...others } = options.given ?? {}
  const iso = published ? isoOf(published) : null
  const notes: readonly Note[] =
    published && iso === null
      ? [
          {
            kind: 'given',
            message: `The time of publication that was given, “${published.slice(0, 40).toWellFormed()}”, is no date, and was left aside. Give it as 2025-01-05 or 2025-01-05T15:48:00Z.`,
          },
        ]
      : []
  const time = published && iso?.includes('T') === published.includes('T') && IN_FORM.test(published) ? published : iso
  const given = Object.fromEntries(
    Object.entries({ ...others, published: time }).filter(([, value]) => value !== undefined && value !== null),
  )
  const why = Object.fromEntries(Object.keys(given).map((field) => [field, { from: 'given' }]))
  return bounded({ ...article, ...given, notes: [...article.notes, ...notes], why: { ...article.why, ...why } })
}

/** Longer ones are no headlines and no names, whoever gives them, and stand on every screen: the most characters of each. */
const LONGEST = { headline: 2_000, deck: 4_000, outlet: 200 } as const

function bounded(article: Article): Article {
  const long = (Object.keys(LONGEST) as (keyof typeof LONGEST)[]).filter(
    (field) => (article[field]?.length ?? 0) > LONGEST[field],
  )
  if (long.length === 0) return article
  const cut = long.map((field) => [field, article[field]?.slice(0, LONGEST[field]).toWellFormed()])
  const message = `Too long, and cut: ${long.map((field) => `the ${field}, to ${LONGEST[field]} characters`).join('; ')}.`
  return { ...article, ...Object.fromEntries(cut), notes: [...article.notes, { kind: 'truncated', message }] }
}

function nothingBut(url: string | null, note: Note): Article {
  return { ...NOTHING, url, notes: [note] }
}

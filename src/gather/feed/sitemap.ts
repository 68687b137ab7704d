/**
 * Sitemaps (sitemaps.org 0.9), sitemap indexes, news sitemaps (Google's news namespace) and text sitemaps, plain or
 * gzip -> their addresses, one at a time as the bytes come in. Memory stays that of one address.
 */

import { kid, xmlText } from './elements.ts'
import { type FeedNote, httpAddress, langOf, lineOf } from './entry.ts'
import { SourceError } from './error.ts'
import { isTextSitemap, rootOf } from './source.ts'
import { declaredEncoding } from './text.ts'
import { MAX_UNPACKED, unpackedStream } from './unpack.ts'
import { feedTime } from './when.ts'
import { type XmlElement, xmlReader } from './xml.ts'

interface NewsEntry {
  /** The publication's name as Google News knows it. */
  readonly publication: string | null
  readonly lang: string | null
  readonly published: string | null
  readonly title: string | null
}

export type SitemapItem =
  /** An address; `modified` in ISO 8601. */
  | { readonly kind: 'page'; readonly url: string; readonly modified: string | null; readonly news: NewsEntry | null }
  /** Another sitemap that an index names. */
  | { readonly kind: 'sitemap'; readonly url: string; readonly modified: string | null }
  | { readonly kind: 'note'; readonly note: FeedNote }

export interface ReadSitemapOptions {
  /** The address it was read from. */
  readonly url?: string | null
  readonly contentType?: string | null
  /** Unpacked bytes that are read. */
  readonly maxBytes?: number
  readonly maxEntries?: number
}

/** sitemaps.org: no sitemap names more addresses, no index more sitemaps. */
const MAX_ENTRIES = 50_000
/** What a sitemap is stands within this. */
const HEAD_CHARS = 65_536
/** A line of a text sitemap that is longer holds no address. */
const MAX_LINE_CHARS = 8000

/**
 * Reads a sitemap or a sitemap index.
 * @param chunks the bytes as received, gzip or not
 * @throws SourceError `unknown` for what is no sitemap, `empty`, `malformed` for a damaged gzip file
 */
export async function* readSitemap(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { url = null, contentType = null, maxBytes = MAX_UNPACKED, maxEntries = MAX_ENTRIES }: ReadSitemapOptions = {},
): AsyncGenerator<SitemapItem> {
  const note = (kind: FeedNote['kind'], message: string): SitemapItem => ({ kind: 'note', note: { kind, message } })
  let parser: Parser | null = null
  let decoder: TextDecoder | null = null
  let head: Uint8Array = new Uint8Array(0)
  let text = ''
  let bytes = 0
  let count = 0
  let bad = 0
  let full = false

  function* taken(items: readonly Found[]): Generator<SitemapItem> {
    for (const { address, ...item } of items) {
      const absolute = httpAddress(address, parser?.isResolved ? url : null)
      if (absolute === null) {
        if (bad++ === 0) yield note('entry', `An entry has no http address: ${shown(address)}. It was left aside.`)
        continue
      }
      if (count++ >= maxEntries) {
        full = true
        return
      }
      yield { ...item, url: absolute }
    }
  }
  const write = (piece: string): readonly Found[] => {
    if (parser) return parser.write(piece)
    text += piece
    return text.length < HEAD_CHARS ? [] : begun()
  }
  const begun = (): readonly Found[] => {
    parser = parserOf(text)
    return parser.write(text)
  }

  for await (const chunk of unpackedStream(chunks)) {
    const within = chunk.subarray(0, Math.max(0, maxBytes - bytes))
    bytes += within.length
    if (decoder === null) {
      head = Buffer.concat([head, within])
      if (head.length < 300 && within.length === chunk.length) continue
      decoder = decoderOf(head, contentType)
      yield* taken(write(decoder.decode(head, { stream: true })))
    } else yield* taken(write(decoder.decode(within, { stream: true })))
    if (within.length < chunk.length) {
      yield note('truncated', `The sitemap has more than ${maxBytes} bytes; the addresses within them were read.`)
      break
    }
    if (full) break
  }
  if (!full) {
    const rest = decoder ? decoder.decode() : decoderOf(head, contentType).decode(head)
    yield* taken(write(rest))
    if (text.trim() === '' && parser === null)
      throw new SourceError('empty', 'The sitemap is empty. Open its address in a browser to see why.')
    if (parser === null) yield* taken(begun())
    const { items, unclosed } = (parser as unknown as Parser).end()
    yield* taken(items)
    if (unclosed) yield note('truncated', 'The sitemap ends before its last element does; it may have been cut short.')
  }
  if (full) yield note('truncated', `The sitemap names more than ${maxEntries} addresses; the first ones were read.`)
  if (bad > 1) yield note('entry', `${bad} entries have no http address; they were left aside.`)
}

const shown = (written: string): string => (written === '' ? '(none)' : written.slice(0, 80).toWellFormed())

function decoderOf(head: Uint8Array, contentType: string | null): TextDecoder {
  try {
    return new TextDecoder(declaredEncoding(head, contentType) ?? 'utf-8')
  } catch {
    return new TextDecoder()
  }
}

type Found =
  | {
      readonly kind: 'page'
      readonly address: string
      readonly modified: string | null
      readonly news: NewsEntry | null
    }
  | { readonly kind: 'sitemap'; readonly address: string; readonly modified: string | null }

interface Parser {
  /** Whether addresses may be relative; lines of a text that are no addresses must not become some. */
  readonly isResolved: boolean
  write(text: string): readonly Found[]
  end(): { items: readonly Found[]; unclosed: boolean }
}

function parserOf(head: string): Parser {
  const root = rootOf(head)
  if (root === 'sitemap' || root === 'sitemap-index') return xmlParser()
  if (root === null && isTextSitemap(head)) return lineParser()
  throw new SourceError(
    'unknown',
    'This is no sitemap. Look into the robots.txt of the site for the sitemaps that it names, or watch its feed.',
  )
}

function xmlParser(): Parser {
  let items: Found[] = []
  const reader = xmlReader({
    isRecord: (name) => name === 'url' || name === 'sitemap',
    onRecord: (record) => items.push(foundIn(record)),
  })
  const taken = (): Found[] => {
    const all = items
    items = []
    return all
  }
  return {
    isResolved: true,
    write(text) {
      reader.write(text)
      return taken()
    },
    end() {
      const { unclosed } = reader.end()
      return { items: taken(), unclosed: unclosed.length > 0 }
    },
  }
}

function foundIn(record: XmlElement): Found {
  const address = xmlText(kid(record, 'loc')).trim()
  const modified = feedTime(xmlText(kid(record, 'lastmod')))
  if (record.name === 'sitemap') return { kind: 'sitemap', address, modified }
  const news = kid(record, 'news:news')
  const publication = news && kid(news, 'news:publication')
  return {
    kind: 'page',
    address,
    modified,
    news: news && {
      publication: lineOf(xmlText(publication && kid(publication, 'news:name'))),
      lang: langOf(xmlText(publication && kid(publication, 'news:language'))),
      published: feedTime(xmlText(kid(news, 'news:publication_date'))),
      title: lineOf(xmlText(kid(news, 'news:title'))),
    },
  }
}

function lineParser(): Parser {
  let line = ''
  const found = (lines: readonly string[]): Found[] =>
    lines
      .map((address) => address.trim())
      .filter((address) => address !== '')
      .map((address) => ({ kind: 'page', address, modified: null, news: null }))
  return {
    isResolved: false,
    write(text) {
      const lines = text.split(/\r\n?|\n/)
      lines[0] = line + lines[0]
      // What an endless line holds beyond this can be no address; it is kept long enough to be refused.
      line = (lines.pop() ?? '').slice(0, MAX_LINE_CHARS + 1)
      return found(lines)
    },
    end: () => ({ items: found([line]), unclosed: false }),
  }
}

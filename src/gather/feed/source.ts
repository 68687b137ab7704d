/**
 * What a watched address gives, told from its bytes: servers label feeds as HTML and pages as XML, so the Content-Type
 * decides nothing but the encoding.
 */
import { binaryKind } from '../../page/encoding.ts'
import { looksLikeHtml } from '../../page/index.ts'
import { SourceError } from './error.ts'
import { looksLikeJsonFeed } from './json-feed.ts'
import { type LinkedFeed, linkedFeeds } from './linked.ts'
import { feedText } from './text.ts'
import { unpackedHead } from './unpack.ts'

export type Source =
  | { readonly kind: 'feed'; readonly format: 'rss' | 'atom' | 'json' }
  | { readonly kind: 'sitemap' | 'news-sitemap'; readonly format: 'xml' }
  | { readonly kind: 'sitemap'; readonly format: 'text' }
  | { readonly kind: 'sitemap-index' }
  | { readonly kind: 'opml' }
  /** A page; `feeds` are those that it names. */
  | { readonly kind: 'page'; readonly feeds: readonly LinkedFeed[] }

/** The root element stands within this, whatever warnings and comments are before it. */
const HEAD_CHARS = 65_536
/** Warnings that a server prints before a feed have a few tags. */
const MAX_TAGS_BEFORE = 50

const ROOTS: ReadonlyMap<string, Root> = new Map([
  ['rss', 'rss'],
  ['rdf', 'rss'],
  ['channel', 'rss'],
  ['feed', 'atom'],
  ['entry', 'atom'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap-index'],
  ['opml', 'opml'],
  ['html', 'html'],
  ['head', 'html'],
  ['body', 'html'],
])
export type Root = 'rss' | 'atom' | 'sitemap' | 'sitemap-index' | 'opml' | 'html'

/** Text without its comments; what follows one that never ends is dropped. */
function withoutComments(text: string): string {
  let kept = ''
  let from = 0
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', from)) {
    kept += text.slice(from, at)
    const end = text.indexOf('-->', at + 4)
    if (end === -1) return kept
    from = end + 3
  }
  return kept + text.slice(from)
}

/** Which kind of document text is, by the first element that tells; null for none of those that can be watched. */
export function rootOf(text: string): Root | null {
  const head = withoutComments(text.slice(0, HEAD_CHARS))
  let tags = 0
  for (const match of head.matchAll(
    /<(?:(!doctype\s{1,20}html\b)|(?:[a-z_][\w.-]{0,40}:)?([a-z][\w-]{0,40})(?=[\s/>]))/gi,
  )) {
    const root = match[1] ? 'html' : ROOTS.get(match[2]?.toLowerCase() ?? '')
    if (root) return root
    if (++tags > MAX_TAGS_BEFORE) break
  }
  return looksLikeHtml(head) ? 'html' : null
}

const isAddressLine = (line: string): boolean => /^https?:\/\/[^\s<>"]{3,}$/i.test(line)

/** Whether the beginning of a text is that of a text sitemap (sitemaps.org): one address a line and nothing else. */
export function isTextSitemap(head: string): boolean {
  const lines = head
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  // The last line may be cut.
  return lines.length > 0 && lines.slice(0, Math.max(1, lines.length - 1)).every(isAddressLine)
}

const LISTS: Readonly<Record<Root, string | null>> = {
  rss: 'a feed',
  atom: 'a feed',
  sitemap: 'a sitemap',
  'sitemap-index': 'a sitemap',
  opml: 'a list of feeds',
  html: null,
}

/** What names articles and is none, told by its beginning: `a feed`; null for what may be a page. */
export function listIn(bytes: Uint8Array, contentType: string | null): string | null {
  const { text } = feedText(bytes.subarray(0, HEAD_CHARS), contentType)
  if (looksLikeJsonFeed(text)) return 'a feed'
  const root = /^\s*</.test(text) ? rootOf(text) : null
  return root === null ? null : LISTS[root]
}

/**
 * Tells what a watched address gives.
 * @param bytes as received, with any content encoding undone; a gzip file is looked into
 * @param contentType the Content-Type header, for the encoding
 * @param url the address, against which the feeds a page names are resolved
 * @throws SourceError for what cannot be watched: `empty`, `binary`, `unknown`
 */
export function sourceOf(bytes: Uint8Array, contentType: string | null, url: string | null): Source {
  if (bytes.length === 0)
    throw new SourceError('empty', 'The address gives nothing. Open it in a browser to see what is there.')
  const inside = unpackedHead(bytes)
  const binary = binaryKind(inside)
  if (binary !== null && !/^utf-16/i.test(feedText(inside.subarray(0, 4096), contentType).encoding))
    throw new SourceError(
      'binary',
      `The address gives ${binary}, which cannot be watched. Give a feed, a sitemap or a page with links to articles.`,
    )
  const { text } = feedText(inside, contentType)
  const head = text.slice(0, HEAD_CHARS)
  if (text.trim() === '')
    throw new SourceError('empty', 'The address gives a blank text. Open it in a browser to see what is there.')
  if (looksLikeJsonFeed(text)) return { kind: 'feed', format: 'json' }
  const root = rootOf(text)
  switch (root) {
    case 'rss':
    case 'atom':
      return { kind: 'feed', format: root }
    case 'sitemap':
      return { kind: /<(?:\w{1,20}:)?publication_date[\s>]/.test(head) ? 'news-sitemap' : 'sitemap', format: 'xml' }
    case 'sitemap-index':
    case 'opml':
      return { kind: root }
    case 'html':
      return { kind: 'page', feeds: linkedFeeds(text, url) }
    case null:
  }
  if (isTextSitemap(head)) return { kind: 'sitemap', format: 'text' }
  const named = [...head.matchAll(/^[ \t]{0,10}sitemap[ \t]{0,10}:[ \t]{0,10}(\S{1,2000})/gim)].map((match) => match[1])
  if (named.length > 0 || /^[ \t]{0,10}user-agent[ \t]{0,10}:/im.test(head))
    throw new SourceError(
      'unknown',
      `This is a robots.txt. ${named.length > 0 ? `Watch a sitemap that it names: ${named.slice(0, 3).join(' ')}` : 'It names no sitemap; watch a feed or the front page of the site.'}`,
    )
  const what = /^\s*[[{]/.test(head)
    ? 'JSON, but no JSON Feed'
    : /^\s*</.test(head)
      ? 'XML of another kind'
      : 'plain text'
  throw new SourceError(
    'unknown',
    `The address gives ${what}. Give a feed (RSS, Atom, JSON Feed), a sitemap, an OPML list, or a page with links to articles.`,
  )
}

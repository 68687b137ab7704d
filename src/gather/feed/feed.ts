/**
 * The door to feeds: bytes of an RSS, Atom or JSON feed -> its entries and what it says of itself.
 *
 * Feeds in the wild are broken in every way, and a newsroom's feed must not fall silent for one bad entry: what can be
 * read is read, what cannot costs that entry, and a note says so.
 */
import { atomAuthors, atomEntry, atomFeed, isAtomEntry } from './atom.ts'
import { type Draft, entriesOf, type Feed, notebook } from './entry.ts'
import { SourceError } from './error.ts'
import { jsonFeed, jsonItem, looksLikeJsonFeed } from './json-feed.ts'
import { isRssItem, rssChannel, rssItem } from './rss.ts'
import { rootOf } from './source.ts'
import { feedText } from './text.ts'
import { unpacked } from './unpack.ts'
import { type XmlElement, xmlReader } from './xml.ts'

export interface ReadFeedOptions {
  /** The address the feed was read from; relative links are resolved against it. */
  readonly url?: string | null
  /** The Content-Type header. */
  readonly contentType?: string | null
}

/** Feeds of a hundred entries with full texts have some 2 MB; archives seen in the wild stay below 50. */
const MAX_CHARS = 64 * 1024 * 1024
/** A feed of more entries is an export; its first entries are its newest. */
const MAX_ENTRIES = 20_000

/**
 * Reads a feed.
 * @param bytes as received, with any content encoding undone; a feed that is itself a gzip file is unpacked
 * @throws SourceError where the bytes are no feed: `empty`, `unknown`, or `malformed` for a JSON Feed that is no JSON
 */
export function readFeed(bytes: Uint8Array, { url = null, contentType = null }: ReadFeedOptions = {}): Feed {
  const { note, notes } = notebook()
  const { text: whole, encoding, replaced } = feedText(unpacked(bytes), contentType)
  if (whole.trim() === '')
    throw new SourceError('empty', 'The feed is empty. Open its address in a browser to see why.')
  if (replaced > 0)
    note('encoding', `${replaced} character(s) could not be decoded as ${encoding} and stand as U+FFFD.`)
  if (whole.length > MAX_CHARS)
    note('truncated', `The feed has ${whole.length} characters; the first ${MAX_CHARS} were read.`)
  const text = whole.length > MAX_CHARS && !looksLikeJsonFeed(whole) ? whole.slice(0, MAX_CHARS) : whole

  let drafts: Draft[]
  let feed: Omit<Feed, 'entries' | 'notes'>
  if (looksLikeJsonFeed(text)) {
    const { items, authors, feed: said } = jsonFeed(text, url)
    feed = said
    drafts = withAuthors(
      items.slice(0, MAX_ENTRIES).flatMap((item, index) => {
        const draft = jsonItem(item)
        if (draft === null) note('entry', `Entry ${index + 1} is no object; it was left aside.`)
        return draft ?? []
      }),
      authors,
    )
    if (items.length > MAX_ENTRIES) note('truncated', tooMany(items.length))
  } else {
    const format = rootOf(text)
    if (format !== 'rss' && format !== 'atom')
      throw new SourceError(
        'unknown',
        'This is no RSS, Atom or JSON feed. Give the address of a feed, or watch the page.',
      )
    ;({ feed, drafts } = readXml(text, format, url, note))
  }
  const entries = entriesOf(drafts, feed.site ?? url, note)
  return {
    ...feed,
    entries: entries.map((entry) => (entry.lang === null ? { ...entry, lang: feed.lang } : entry)),
    notes: notes(),
  }
}

const tooMany = (count: number): string => `The feed has ${count} entries; the first ${MAX_ENTRIES} were read.`

function withAuthors(drafts: readonly Draft[], authors: readonly string[]): Draft[] {
  return drafts.map((draft) => (draft.authors.length === 0 && authors.length > 0 ? { ...draft, authors } : draft))
}

function readXml(
  text: string,
  format: 'rss' | 'atom',
  url: string | null,
  note: ReturnType<typeof notebook>['note'],
): { feed: Omit<Feed, 'entries' | 'notes'>; drafts: Draft[] } {
  const drafts: Draft[] = []
  let count = 0
  const isItem = format === 'rss' ? isRssItem : isAtomEntry
  const reader = xmlReader({
    isRecord: isItem,
    onRecord(item: XmlElement) {
      if (++count <= MAX_ENTRIES) drafts.push(format === 'rss' ? rssItem(item) : atomEntry(item, url))
    },
  })
  reader.write(text)
  const { root, unclosed, cut } = reader.end()
  if (count > MAX_ENTRIES) note('truncated', tooMany(count))
  if (cut) note('truncated', 'Parts of the feed are larger than any article, and were cut.')
  if (unclosed.some((name) => name === 'item' || name.endsWith('entry')))
    note('truncated', 'The feed ends within an entry, which was left aside. It will be read with the next round.')
  else if (unclosed.length > 0) note('truncated', 'The feed ends before its last element does.')
  return format === 'rss'
    ? { feed: rssChannel(root, url), drafts }
    : { feed: atomFeed(root, url), drafts: withAuthors(drafts, atomAuthors(root)) }
}

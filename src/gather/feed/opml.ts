/** OPML 2.0 (opml.org): lists of feeds in folders, as feed readers export them; read, and written for them. */
import { collapse } from '../../page/tree.ts'
import { xmlText } from './elements.ts'
import { type FeedNote, httpAddress, langOf, notebook } from './entry.ts'
import { SourceError } from './error.ts'
import { rootOf } from './source.ts'
import { feedText } from './text.ts'
import { unpacked } from './unpack.ts'
import { type XmlElement, xmlReader } from './xml.ts'

export interface ListedFeed {
  readonly url: string
  /** The page that the feed is of. */
  readonly site: string | null
  readonly title: string | null
  readonly description: string | null
  /** BCP 47 primary language. */
  readonly lang: string | null
  /** The folders it lies in, the outermost first. */
  readonly folder: readonly string[]
  readonly categories: readonly string[]
}

export interface FeedList {
  readonly title: string | null
  readonly feeds: readonly ListedFeed[]
}

/** Lists of readers have hundreds of feeds, those of services some ten thousand. */
const MAX_FEEDS = 100_000

/**
 * Reads a list of feeds.
 * @param bytes as received
 * @throws SourceError where it is no OPML: `empty`, `unknown`
 */
export function readOpml(
  bytes: Uint8Array,
  { url = null, contentType = null }: { url?: string | null; contentType?: string | null } = {},
): FeedList & { readonly notes: readonly FeedNote[] } {
  const { note, notes } = notebook()
  const { text } = feedText(unpacked(bytes), contentType)
  if (text.trim() === '') throw new SourceError('empty', 'The list is empty. Export it again from your feed reader.')
  if (rootOf(text) !== 'opml')
    throw new SourceError('unknown', 'This is no OPML list. Export your feeds as OPML from your feed reader.')
  const reader = xmlReader({ isRecord: () => false, onRecord: () => {} })
  reader.write(text)
  const { root, unclosed, cut } = reader.end()
  if (unclosed.length > 0 || cut)
    note('truncated', 'The list is cut short or too large; the feeds up to there were read.')

  let title: string | null = null
  const feeds: ListedFeed[] = []
  const seen = new Set<string>()
  const visit = (element: XmlElement, folder: readonly string[]): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name === 'title' && element.name === 'head') title ??= lineIn(xmlText(child))
      if (child.name.toLowerCase() !== 'outline') {
        visit(child, folder)
        continue
      }
      const attrs = lowerNamed(child.attrs)
      const name = lineIn(attrs.text || attrs.title)
      const written = attrs.xmlurl?.trim()
      if (written) {
        const address = httpAddress(written, url)
        if (address === null)
          note(
            'entry',
            `${name ?? 'A feed'} has an address that is none of the web: ${written.slice(0, 80).toWellFormed()}. It was left aside.`,
          )
        else if (!seen.has(address) && feeds.length < MAX_FEEDS) {
          seen.add(address)
          feeds.push({
            url: address,
            site: httpAddress(attrs.htmlurl, url),
            title: lineIn(attrs.title || attrs.text),
            description: lineIn(attrs.description),
            lang: langOf(attrs.language),
            folder,
            categories: categoriesIn(attrs.category ?? ''),
          })
        }
      }
      visit(child, written || name === null ? folder : [...folder, name])
    }
  }
  visit(root, [])
  return { title, feeds, notes: notes() }
}

const lowerNamed = (attrs: Readonly<Record<string, string>>): Partial<Record<string, string>> =>
  Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name.toLowerCase(), value]))

/** Names in OPML are text, never HTML. */
const lineIn = (written: string | undefined): string | null =>
  collapse((written ?? '').slice(0, 1000).toWellFormed()) || null

/** `/News/Local,War` -> `News/Local`, `War` (OPML 2.0: categories between commas, each a path of slashes). */
const categoriesIn = (written: string): string[] => [
  ...new Set(
    written
      .split(',')
      .map((category) => category.trim().replace(/^\//, ''))
      .filter((category) => category !== ''),
  ),
]

const escaped = (value: string): string =>
  value
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no control characters (section 2.2)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, ' ')

interface Folder {
  readonly feeds: ListedFeed[]
  readonly folders: Map<string, Folder>
}

/** A list of feeds as OPML 2.0, folders nested, in the order given. */
export function writeOpml({ title, feeds }: FeedList): string {
  const top: Folder = { feeds: [], folders: new Map() }
  for (const feed of feeds) {
    let at = top
    for (const name of feed.folder) {
      const within: Folder = at.folders.get(name) ?? { feeds: [], folders: new Map() }
      at.folders.set(name, within)
      at = within
    }
    at.feeds.push(feed)
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escaped(title ?? 'Feeds')}</title>`,
    '  </head>',
    '  <body>',
  ]
  const put = ({ feeds: own, folders }: Folder, indent: string): void => {
    for (const feed of own) lines.push(`${indent}${outlineIn(feed)}`)
    for (const [name, within] of folders) {
      lines.push(`${indent}<outline text="${escaped(name)}">`)
      put(within, `${indent}  `)
      lines.push(`${indent}</outline>`)
    }
  }
  put(top, '    ')
  lines.push('  </body>', '</opml>', '')
  return lines.join('\n')
}

function outlineIn(feed: ListedFeed): string {
  const name = feed.title ?? feed.url
  const attrs: [string, string | null][] = [
    ['type', 'rss'],
    ['text', name],
    ['title', name],
    ['xmlUrl', feed.url],
    ['htmlUrl', feed.site],
    ['description', feed.description],
    ['language', feed.lang],
    ['category', feed.categories.length > 0 ? feed.categories.join(',') : null],
  ]
  const written = attrs.filter(([, value]) => value !== null).map(([key, value]) => `${key}="${escaped(value ?? '')}"`)
  return `<outline ${written.join(' ')}/>`
}

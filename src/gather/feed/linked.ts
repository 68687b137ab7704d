/** The feeds that a page names: `<link rel="alternate">` with a feed's type (RSS autodiscovery, WHATWG HTML 4.6.7.1). */
import { attr, collapse, type Element, parseTree } from '../../page/tree.ts'
import { httpAddress } from './entry.ts'

export interface LinkedFeed {
  readonly url: string
  readonly title: string | null
  readonly format: 'rss' | 'atom' | 'json'
}

const FORMATS: Readonly<Record<string, LinkedFeed['format']>> = {
  'application/atom+xml': 'atom',
  'application/feed+json': 'json',
  'application/json': 'json',
  'application/rdf+xml': 'rss',
  'application/rss+xml': 'rss',
  'application/x.atom+xml': 'atom',
  'text/xml': 'rss',
}
/** A page has a handful; a portal with one for each section some dozens. */
const MAX_FEEDS = 200

/** A feed of readers' comments is no news. */
const COMMENTS = /\bcomments?\b/i

/** The feeds that a page names, those of readers' comments last. @param url the page's address */
export function linkedFeeds(html: string, url: string | null): LinkedFeed[] {
  const feeds = new Map<string, LinkedFeed>()
  let base = url
  const visit = (element: Element): void => {
    if (element.name === 'base') base = httpAddress(attr(element, 'href'), url) ?? base
    if (element.name === 'link' || element.name === 'a') {
      const relations = attr(element, 'rel').toLowerCase().split(/\s+/)
      const format = FORMATS[attr(element, 'type').toLowerCase().split(';')[0]?.trim() ?? '']
      const address = httpAddress(attr(element, 'href'), base)
      // JSON Feed 1.0 had no type of its own; other JSON that pages name is their interface for programs.
      const isInterface = /^application\/json/i.test(attr(element, 'type').trim()) && !/feed/i.test(address ?? '')
      const known = relations.includes('alternate') || relations.includes('feed')
      if (known && format && address !== null && !isInterface && feeds.size < MAX_FEEDS && !feeds.has(address))
        feeds.set(address, {
          url: address,
          title: collapse(attr(element, 'title')).slice(0, 300).toWellFormed() || null,
          format,
        })
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(parseTree(html).root)
  const isComments = (feed: LinkedFeed): boolean => COMMENTS.test(feed.title ?? '') || /\/comments\b/.test(feed.url)
  return [...feeds.values()].sort((a, b) => Number(isComments(a)) - Number(isComments(b)))
}

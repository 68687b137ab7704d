/** Atom (RFC 4287, and Atom 0.3 before it): entries and what the feed says of itself. */
import { baseOf, linksOf } from './based.ts'
import { kid, kids, xmlMarkup, xmlText } from './elements.ts'
import { type Draft, type Feed, httpAddress, langOf, lineOf, namesOf, summaryOf } from './entry.ts'
import { periodMinutes } from './pace.ts'
import { feedTime } from './when.ts'
import type { XmlElement } from './xml.ts'

/** Whether an element is an entry of a feed, or one that stands alone. */
export function isAtomEntry(name: string, parent: XmlElement): boolean {
  return (name === 'atom:entry' || name === 'entry') && ['atom:feed', 'feed', '#root'].includes(parent.name)
}

const one = (element: XmlElement, name: string): XmlElement | null => kid(element, `atom:${name}`, name)
const all = (element: XmlElement, name: string): XmlElement[] => kids(element, `atom:${name}`, name)
const links = (element: XmlElement, relation: string): string[] => linksOf(element, relation, 'atom:link', 'link')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A text construct (RFC 4287, section 3.1) as HTML. */
function htmlOf(construct: XmlElement | null): string | null {
  if (!construct) return null
  const type = (construct.attrs.type ?? construct.attrs.mode ?? 'text').trim().toLowerCase()
  const hasElements = construct.children.some((child) => typeof child !== 'string')
  const html =
    type === 'xhtml' || hasElements
      ? xmlMarkup(construct)
      : type === 'text' || type === 'text/plain'
        ? escaped(xmlText(construct))
        : type === 'base64'
          ? ''
          : xmlText(construct)
  return html.trim() === '' ? null : html
}

const timeIn = (element: XmlElement, ...names: readonly string[]): string | null =>
  names
    .flatMap((name) => all(element, name))
    .map((time) => feedTime(xmlText(time)))
    .find((time) => time !== null) ?? null

const namesIn = (element: XmlElement): string[] =>
  namesOf(all(element, 'author').map((author) => lineOf(xmlText(one(author, 'name')))))

/** An entry as a draft; nothing in it can make this throw. */
export function atomEntry(entry: XmlElement, address: string | null): Draft {
  const base = baseOf(entry, address)
  const id = xmlText(one(entry, 'id')).trim() || null
  const content = one(entry, 'content')
  const source = one(entry, 'source')
  const html = content?.attrs.src ? null : htmlOf(content)
  return {
    urls: [
      ...kids(entry, 'feedburner:origLink').map(xmlText),
      ...all(entry, 'link')
        .filter(({ attrs }) => (attrs.rel ?? 'alternate').trim().toLowerCase() === 'alternate')
        .map((link) => httpAddress(link.attrs.href, baseOf(link, address)) ?? link.attrs.href),
      content?.attrs.src,
      id && /^https?:\/\//i.test(id) ? id : null,
    ].map((href) => httpAddress(href, base) ?? href),
    id: id === null ? null : id.slice(0, 2000).toWellFormed(),
    title: lineOf(htmlOf(one(entry, 'title')) ?? xmlText(kid(entry, 'media:title'))),
    published: timeIn(entry, 'published', 'issued', 'created', 'dc:date'),
    updated: timeIn(entry, 'updated', 'modified'),
    authors: [...namesIn(entry), ...(source ? namesIn(source) : [])],
    summary: summaryOf(htmlOf(one(entry, 'summary')) ?? xmlText(kid(entry, 'media:description'))),
    html,
    lang: langOf(entry.attrs['xml:lang'] ?? content?.attrs['xml:lang']),
    categories: namesOf(
      kids(entry, 'atom:category', 'category', 'dc:subject').map((category) =>
        lineOf(category.attrs.label || category.attrs.term || xmlText(category)),
      ),
    ),
    source: source
      ? { title: lineOf(htmlOf(one(source, 'title'))), url: httpAddress(links(source, 'self')[0], null) }
      : null,
  }
}

/** What an Atom feed says of itself. */
export function atomFeed(root: XmlElement, address: string | null): Omit<Feed, 'entries' | 'notes'> {
  const feed = kid(root, 'atom:feed', 'feed') ?? root
  const base = baseOf(feed, address)
  const at = (relation: string): string[] =>
    links(feed, relation)
      .map((href) => httpAddress(href, base))
      .filter((href) => href !== null)
  return {
    format: 'atom',
    title: lineOf(htmlOf(one(feed, 'title'))),
    site: at('alternate')[0] ?? null,
    lang: langOf(feed.attrs['xml:lang']),
    updated: timeIn(feed, 'updated', 'modified'),
    self: at('self')[0] ?? null,
    hubs: at('hub'),
    next: at('next')[0] ?? at('prev-archive')[0] ?? null,
    everyMinutes: periodMinutes(
      xmlText(kid(feed, 'sy:updatePeriod')) || null,
      xmlText(kid(feed, 'sy:updateFrequency')) || null,
    ),
    skipHours: [],
    skipDays: [],
  }
}

/** The authors of the feed, who stand for those of an entry that names none (RFC 4287, section 4.2.1). */
export function atomAuthors(root: XmlElement): string[] {
  const feed = kid(root, 'atom:feed', 'feed')
  return feed ? namesIn(feed) : []
}

/**
 * RSS 0.90 to 2.0 and RSS 1.0 (RDF): items and what the channel says of itself. The modules that news feeds use are read
 * with it: content, Dublin Core, syndication, Media RSS, FeedBurner, Atom links within RSS.
 */
import { baseOf, linksOf } from './based.ts'
import { kid, kids, xmlMarkup, xmlText } from './elements.ts'
import { authorOf, type Draft, type Feed, httpAddress, langOf, lineOf, namesOf, summaryOf } from './entry.ts'
import { hoursOf, periodMinutes } from './pace.ts'
import { feedTime } from './when.ts'
import type { XmlElement } from './xml.ts'

/** Whether an element is an item of a feed, whatever the version nests it in. */
export function isRssItem(name: string, parent: XmlElement): boolean {
  return name === 'item' && ['channel', 'rss', 'rdf:RDF', '#root'].includes(parent.name)
}

const textIn = (element: XmlElement, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const text = kids(element, name)
      .map(xmlText)
      .find((value) => value.trim() !== '')
    if (text !== undefined) return text
  }
  return null
}

const timeIn = (element: XmlElement, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const time = feedTime(textIn(element, name) ?? '')
    if (time !== null) return time
  }
  return null
}

/** What a description holds, as HTML: as text of the element, or as elements where markup was not escaped. */
const markupOf = (element: XmlElement | null): string | null => {
  if (!element) return null
  const html = element.children.every((child) => typeof child === 'string') ? xmlText(element) : xmlMarkup(element)
  return html.trim() === '' ? null : html
}

/** An item as a draft of an entry; nothing in it can make this throw. */
export function rssItem(item: XmlElement): Draft {
  const base = baseOf(item, null)
  const guid = kid(item, 'guid')
  const id = xmlText(guid).trim() || item.attrs['rdf:about']?.trim() || null
  const link = kids(item, 'link').map((element) => xmlText(element).trim() || (element.attrs.href ?? ''))
  // A guid is an address unless it says otherwise; many say nothing and are none.
  const permalink =
    guid && (guid.attrs.isPermaLink ?? 'true').trim().toLowerCase() !== 'false' && /^https?:\/\//i.test(id ?? '')
      ? id
      : null
  const source = kid(item, 'source')
  const html = markupOf(kid(item, 'content:encoded', 'xhtml:body', 'fullitem'))
  return {
    urls: [
      textIn(item, 'feedburner:origLink'),
      ...link,
      ...linksOf(item, 'alternate', 'atom:link'),
      permalink,
      item.attrs['rdf:about'],
    ].map((href) => httpAddress(href, base) ?? href),
    id: id === null ? null : id.slice(0, 2000).toWellFormed(),
    title: lineOf(textIn(item, 'title', 'media:title', 'dc:title')),
    published: timeIn(item, 'pubDate', 'pubdate', 'dc:date', 'dcterms:created', 'dcterms:issued', 'atom:published'),
    updated: timeIn(item, 'atom:updated', 'dcterms:modified', 'dc:modified', 'lastBuildDate'),
    authors: namesOf([
      ...kids(item, 'dc:creator', 'author', 'atom:author', 'itunes:author').map((author) =>
        authorOf(xmlText(kid(author, 'atom:name', 'name') ?? author)),
      ),
    ]),
    summary: summaryOf(markupOf(kid(item, 'description', 'atom:summary', 'media:description', 'dc:description'))),
    html,
    lang: langOf(item.attrs['xml:lang'] ?? textIn(item, 'dc:language', 'language')),
    categories: namesOf(
      kids(item, 'category', 'dc:subject').map((category) => lineOf(xmlText(category) || category.attrs.label)),
    ),
    source: source
      ? { title: lineOf(xmlText(source)), url: httpAddress(source.attrs.url ?? source.attrs.href, null) }
      : null,
  }
}

/** What an RSS channel says of itself. */
export function rssChannel(root: XmlElement, address: string | null): Omit<Feed, 'entries' | 'notes'> {
  const top = kid(root, 'rss', 'rdf:RDF', 'RDF') ?? root
  const channel = kid(top, 'channel') ?? top
  const links = (relation: string): string[] =>
    linksOf(channel, relation, 'atom:link', 'link')
      .map((href) => httpAddress(href, address))
      .filter((href) => href !== null)
  const site = kids(channel, 'link')
    .map((link) => httpAddress(xmlText(link), address))
    .find((href) => href !== null)
  const ttl = Number(textIn(channel, 'ttl') ?? Number.NaN)
  return {
    format: 'rss',
    title: lineOf(textIn(channel, 'title', 'dc:title')),
    site: site ?? links('alternate')[0] ?? null,
    lang: langOf(textIn(channel, 'language', 'dc:language') ?? channel.attrs['xml:lang'] ?? top.attrs['xml:lang']),
    updated: timeIn(channel, 'lastBuildDate', 'atom:updated', 'dcterms:modified', 'pubDate', 'dc:date'),
    self: links('self')[0] ?? null,
    hubs: links('hub'),
    next: links('next')[0] ?? links('prev-archive')[0] ?? null,
    everyMinutes:
      ttl > 0 && ttl < 1e6
        ? ttl
        : periodMinutes(textIn(channel, 'sy:updatePeriod'), textIn(channel, 'sy:updateFrequency')),
    ...hoursOf(kid(channel, 'skipHours'), kid(channel, 'skipDays')),
  }
}

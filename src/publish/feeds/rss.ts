/**
 * A feed as RSS 2.0. Authors are named by Dublin Core, since RSS has only their addresses for mail; its own address and its
 * older pages are links of Atom (RFC 5005), as the RSS Advisory Board has it.
 */
import type { Html } from '../html.ts'
import { FEED_TYPES, type Feed, type FeedEntry } from './feed.ts'
import { document, xml } from './xml.ts'

export const rssFeed = ({ title, description, page, self, next, updated, entries }: Feed): string =>
  document(xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${page}</link>
<description>${description}</description>
<language>en</language>
<lastBuildDate>${dateOf(updated)}</lastBuildDate>
<generator>Hearsay</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link rel="self" type="${FEED_TYPES.rss}" href="${self}"/>
${
  next !== null &&
  xml`<atom:link rel="next" type="${FEED_TYPES.rss}" href="${next}"/>
`
}${entries.map(itemView)}</channel>
</rss>`)

const itemView = ({ id, title, address, at, kind, author, html }: FeedEntry): Html =>
  xml`<item>
<title>${title}</title>
<link>${address}</link>
<description>${html}</description>
<guid isPermaLink="false">${id}</guid>
<pubDate>${dateOf(at)}</pubDate>
<category>${kind}</category>
${
  author !== null &&
  xml`<dc:creator>${author}</dc:creator>
`
}</item>
`

/** A time as RFC 822 has it, with four digits for the year. */
const dateOf = (at: string): string => new Date(at).toUTCString()

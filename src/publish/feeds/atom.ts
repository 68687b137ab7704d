/** A feed as Atom (RFC 4287), in pages (RFC 5005, 3). */
import type { Html } from '../html.ts'
import { FEED_TYPES, type Feed, type FeedEntry } from './feed.ts'
import { document, xml } from './xml.ts'

export const atomFeed = ({ id, title, description, page, self, first, next, updated, entries }: Feed): string =>
  document(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${id}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<updated>${updated}</updated>
<author><name>Hearsay</name></author>
<generator>Hearsay</generator>
<link rel="self" type="${FEED_TYPES.atom}" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
<link rel="first" type="${FEED_TYPES.atom}" href="${first}"/>
${
  next !== null &&
  xml`<link rel="next" type="${FEED_TYPES.atom}" href="${next}"/>
`
}${entries.map(entryView)}</feed>`)

const entryView = ({ id, title, address, page, at, kind, kindName, author, html }: FeedEntry): Html =>
  xml`<entry>
<id>${id}</id>
<title>${title}</title>
<published>${at}</published>
<updated>${at}</updated>
${
  author !== null &&
  xml`<author><name>${author}</name></author>
`
}<category term="${kind}" label="${kindName}"/>
<link rel="alternate" type="text/html" href="${address}"/>
${
  page !== null &&
  xml`<link rel="via" href="${page}"/>
`
}<content type="html">${html}</content>
</entry>
`

/** What kinds of content are read as a page or a feed, by media type (RFC 9110, 8.3.1). */

/** Pages, feeds and sitemaps, however servers label them. */
const TEXTUAL =
  /^(?:text\/(?:html|plain|xml|x-?html|rss|markdown|x-opml)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|x-rss\+xml|opml\+xml|octet-stream|x-gzip|gzip)|content\/unknown|unknown\/unknown)$/

/** What a request says that it can read, best first. */
export const ACCEPT =
  'text/html, application/xhtml+xml;q=0.9, application/atom+xml;q=0.8, application/rss+xml;q=0.8, application/feed+json;q=0.8, application/xml;q=0.7, text/plain;q=0.6, */*;q=0.1'

/** Whether content of this type may be a page or a feed. Without a type it may; the bytes will tell. */
export function mayBeRead(contentType: string | undefined): boolean {
  const type = /^[^;,\s]*/.exec(contentType?.trim() ?? '')?.[0].toLowerCase() ?? ''
  return type === '' || !type.includes('/') || TEXTUAL.test(type)
}

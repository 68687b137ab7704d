/**
 * The XML namespaces of feeds, sitemaps and their modules, with the prefix by which the readers call them; the empty one
 * is the format's own vocabulary. Compared in lower case without a slash at the end (lexicon).
 *
 * Sources: the specifications of RSS 1.0, 1.1 and Atom, their modules, sitemaps.org and Google's news sitemaps; the
 * variants are misspellings that are common enough for feed parsers to list (Universal Feed Parser's tests).
 */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  '': [
    'http://backend.userland.com/rss',
    'http://backend.userland.com/rss2',
    'http://backend.userland.com/rss2-module',
    'http://blogs.law.harvard.edu/tech/rss',
    'http://channel.netscape.com/rdf/simple/0.9',
    'http://my.netscape.com/rdf/simple/0.9',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd',
    'http://purl.org/net/rss1.1#',
    'http://purl.org/rss/1.0',
    'http://www.google.com/schemas/sitemap/0.84',
    'http://www.google.com/schemas/sitemap/0.9',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
    'https://www.sitemaps.org/schemas/sitemap/0.9',
  ],
  atom: ['http://purl.org/atom/ns#', 'http://www.w3.org/2005/atom', 'https://www.w3.org/2005/atom'],
  content: ['http://purl.org/rss/1.0/modules/content'],
  dc: ['http://purl.org/dc/elements/1.0', 'http://purl.org/dc/elements/1.1', 'https://purl.org/dc/elements/1.1'],
  dcterms: ['http://purl.org/dc/terms', 'https://purl.org/dc/terms'],
  feedburner: ['http://rssnamespace.org/feedburner/ext/1.0'],
  history: ['http://purl.org/syndication/history/1.0'],
  media: ['http://search.yahoo.com/mrss', 'https://search.yahoo.com/mrss'],
  news: ['http://www.google.com/schemas/sitemap-news/0.9', 'https://www.google.com/schemas/sitemap-news/0.9'],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  sy: ['http://purl.org/rss/1.0/modules/syndication'],
  xhtml: ['http://www.w3.org/1999/xhtml'],
}

/** Namespace, lower case and without a slash at the end -> prefix. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries(PREFIXES).flatMap(([prefix, names]) => names.map((name) => [name, prefix] as const)),
)

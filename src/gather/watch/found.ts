/** What a watched address gives: the articles that it names, with what it says of them. */

import { decode } from '../../page/encoding.ts'
import type { Feed } from '../feed/entry.ts'
import { SourceError } from '../feed/error.ts'
import { readFeed } from '../feed/feed.ts'
import { articleLinks } from '../feed/links.ts'
import { readSitemap } from '../feed/sitemap.ts'
import { sourceOf } from '../feed/source.ts'
import { instantOf } from '../feed/when.ts'
import type { Fetched } from '../fetch/fetcher.ts'
import type { InFeed } from '../page.ts'
import type { Asked } from './pace.ts'
import { NOTHING_ASKED } from './pace.ts'

/** An article that is named. */
export interface Named {
  readonly url: string
  /** When it changed last, by its own account; null where nothing is said. */
  readonly changed: string | null
  /** The feed's own words of it; null where it has none. */
  readonly inFeed: InFeed | null
}

/** What was found at a watched address. */
export interface Look {
  readonly kind: 'feed' | 'sitemap' | 'page'
  readonly title: string | null
  readonly articles: readonly Named[]
  /** Other sitemaps that it names, those that changed last first. */
  readonly sitemaps: readonly string[]
  readonly asked: Asked
}

/**
 * Reads what a watched address gave.
 * @throws {SourceError} for what cannot be watched
 */
export async function lookInto({ bytes, headers, finalUrl, fetchedAt }: Fetched): Promise<Look> {
  const contentType = headers['content-type'] ?? null
  const source = sourceOf(bytes, contentType, finalUrl)
  switch (source.kind) {
    case 'feed':
      return feedLook(readFeed(bytes, { url: finalUrl, contentType }), fetchedAt)
    case 'sitemap':
    case 'news-sitemap':
    case 'sitemap-index':
      return sitemapLook(bytes, finalUrl, contentType)
    case 'opml':
      throw new SourceError('unknown', 'This is a list of feeds. Watch all of them: hearsay watch --opml FILE.')
    case 'page': {
      const links = articleLinks(decode(bytes, contentType).text, finalUrl)
      if (links.length === 0) throw new SourceError('unknown', noLinks(source.feeds.map(({ url }) => url)))
      return {
        kind: 'page',
        title: null,
        articles: links.map(({ url }) => ({ url, changed: null, inFeed: null })),
        sitemaps: [],
        asked: NOTHING_ASKED,
      }
    }
  }
}

function noLinks([feed]: readonly string[]): string {
  const instead =
    feed === undefined
      ? 'Watch a feed of the site, its sitemap, or its front page.'
      : `Watch the feed that it names: ${feed}`
  return `No link on the page looks like an article's. ${instead}`
}

function feedLook({ title, entries, everyMinutes, skipHours, skipDays }: Feed, at: string): Look {
  return {
    kind: 'feed',
    title,
    articles: entries.map(({ url, html, title: headline, published, updated, authors, source }) => ({
      url,
      changed: updated ?? published,
      inFeed:
        html === null
          ? null
          : { entry: { url, html, title: headline, published, authors }, outlet: source?.title ?? null, at },
    })),
    sitemaps: [],
    asked: { everyMinutes, skipHours, skipDays },
  }
}

async function sitemapLook(bytes: Uint8Array, url: string, contentType: string | null): Promise<Look> {
  const articles: Named[] = []
  const sitemaps: { url: string; modified: string | null }[] = []
  for await (const item of readSitemap([bytes], { url, contentType })) {
    if (item.kind === 'page')
      articles.push({ url: item.url, changed: item.modified ?? item.news?.published ?? null, inFeed: null })
    else if (item.kind === 'sitemap') sitemaps.push(item)
  }
  const newestFirst = (one: { modified: string | null }, other: { modified: string | null }): number =>
    (instantOf(other.modified) || 0) - (instantOf(one.modified) || 0)
  return {
    kind: 'sitemap',
    title: null,
    articles,
    sitemaps: sitemaps.sort(newestFirst).map(({ url: own }) => own),
    asked: NOTHING_ASKED,
  }
}

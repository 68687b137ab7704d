/** A feed as JSON Feed 1.1. */
import type { Feed, FeedEntry } from './feed.ts'

export const jsonFeed = ({ title, description, page, self, next, entries }: Feed): string =>
  `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    description,
    ...(next === null ? {} : { next_url: next }),
    language: 'en',
    items: entries.map(itemOf),
  })}\n`

const itemOf = ({ id, title, address, page, at, kind, author, html, text }: FeedEntry) => ({
  id,
  url: address,
  ...(page === null ? {} : { external_url: page }),
  title,
  content_html: html,
  content_text: text,
  date_published: at,
  date_modified: at,
  ...(author === null ? {} : { authors: [{ name: author }] }),
  tags: [kind],
})

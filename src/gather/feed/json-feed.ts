/** JSON Feed 1.0 and 1.1 (jsonfeed.org): items and what the feed says of itself. */
import { authorOf, type Draft, type Feed, httpAddress, langOf, lineOf, namesOf, summaryOf } from './entry.ts'
import { SourceError } from './error.ts'
import { feedTime } from './when.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const string = (value: unknown): string | null =>
  typeof value === 'string' ? value.toWellFormed() : typeof value === 'number' ? String(value) : null
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const VERSION = /"version"\s{0,20}:\s{0,20}"https?:(?:\\?\/){2}jsonfeed\.org\\?\/version\\?\//

/** Whether text is a JSON Feed: an object with the format's version address, which stands first or last in it. */
export function looksLikeJsonFeed(text: string): boolean {
  return /^\s{0,1000}\{/.test(text) && (VERSION.test(text.slice(0, 20_000)) || VERSION.test(text.slice(-2000)))
}

function authorsIn(value: Json): string[] {
  return namesOf(
    [...list(value.authors), value.author].map((author) => (isObject(author) ? authorOf(string(author.name)) : null)),
  )
}

/** An item as a draft of an entry; null for what is no object. */
export function jsonItem(value: unknown): Draft | null {
  if (!isObject(value)) return null
  const id = string(value.id)?.trim() || null
  return {
    urls: [string(value.url), id && /^https?:\/\//i.test(id) ? id : null, string(value.external_url)],
    id: id === null ? null : id.slice(0, 2000).toWellFormed(),
    title: lineOf(string(value.title)),
    published: feedTime(string(value.date_published) ?? ''),
    updated: feedTime(string(value.date_modified) ?? ''),
    authors: authorsIn(value),
    summary: summaryOf(string(value.summary) ?? (value.content_html ? null : string(value.content_text))),
    html: string(value.content_html)?.trim() ? string(value.content_html) : null,
    lang: langOf(string(value.language)),
    categories: namesOf(list(value.tags).map((tag) => lineOf(string(tag)))),
    source: null,
  }
}

/**
 * A JSON Feed's own fields and its items.
 * @throws SourceError `malformed` for what is no JSON object, a feed cut short included
 */
export function jsonFeed(
  text: string,
  address: string | null,
): { feed: Omit<Feed, 'entries' | 'notes'>; items: readonly unknown[]; authors: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new SourceError(
      'malformed',
      'The JSON Feed is no valid JSON; it may have been cut short. Fetch it again, or watch the RSS feed of the site.',
      { cause },
    )
  }
  if (!isObject(value))
    throw new SourceError('malformed', 'The JSON is no feed: a JSON Feed is an object with "version" and "items".')
  const at = (written: unknown): string | null => httpAddress(string(written), address)
  return {
    items: list(value.items),
    authors: authorsIn(value),
    feed: {
      format: 'json',
      title: lineOf(string(value.title)),
      site: at(value.home_page_url),
      lang: langOf(string(value.language)),
      updated: null,
      self: at(value.feed_url),
      hubs: list(value.hubs)
        .map((hub) => (isObject(hub) ? at(hub.url) : null))
        .filter((hub) => hub !== null),
      next: at(value.next_url),
      everyMinutes: null,
      skipHours: [],
      skipDays: [],
    },
  }
}

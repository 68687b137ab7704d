/**
 * The types of a feed that was read, and what the formats have in common: addresses resolved, texts cleaned, entries
 * without an address refused, entries that are one entry put together.
 */
import { decodeHTML } from 'entities'
import { collapse, parseTree, textOf } from '../../page/tree.ts'
import { addressKey } from './canonical.ts'
import { instantOf } from './when.ts'

/** What a reader must know of a feed, sitemap or list that was read. */
export interface FeedNote {
  readonly kind: 'encoding' | 'entry' | 'truncated'
  readonly message: string
}

export interface FeedEntry {
  /** Absolute, http or https, as the feed gives it. */
  readonly url: string
  /** guid, atom:id or id; null where there is none or where the feed gives it to several addresses. */
  readonly id: string | null
  readonly title: string | null
  /** ISO 8601, with a zone where one is written. */
  readonly published: string | null
  readonly updated: string | null
  readonly authors: readonly string[]
  /** Without markup. */
  readonly summary: string | null
  /** The content as HTML, where the feed carries it: the full text in most feeds that do, a teaser in some. */
  readonly html: string | null
  /** BCP 47 primary language, lower case: the entry's, else the feed's. */
  readonly lang: string | null
  readonly categories: readonly string[]
  /** The feed that the entry was taken from, where an aggregator says so. */
  readonly source: { readonly title: string | null; readonly url: string | null } | null
}

export interface Feed {
  readonly format: 'rss' | 'atom' | 'json'
  /** As printed: the outlet, often with the section. */
  readonly title: string | null
  /** The page that the feed is of. */
  readonly site: string | null
  readonly lang: string | null
  readonly updated: string | null
  /** The address that the feed gives itself. */
  readonly self: string | null
  /** WebSub hubs. */
  readonly hubs: readonly string[]
  /** The next page of a paged feed, or the archive before this document (RFC 5005). */
  readonly next: string | null
  /** How often it changes by its own account, in minutes: `ttl`, or the syndication module's period. */
  readonly everyMinutes: number | null
  /** Hours of the day (UTC) and days of the week (`monday`) when it asks not to be read. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
  readonly entries: readonly FeedEntry[]
  readonly notes: readonly FeedNote[]
}

/** An entry before its address is known to be one. */
export type Draft = Omit<FeedEntry, 'url'> & {
  readonly urls: readonly (string | null | undefined)[]
}

/** A summary is a paragraph or two. */
const MAX_SUMMARY_CHARS = 20_000
const MAX_LINE_CHARS = 1000
/** Notes beyond this say nothing new. */
const MAX_NOTES = 50
/** More authors or categories than this are stuffing. */
export const MAX_NAMES = 60

/**
 * An absolute http(s) address, or null. `feed:` before it is dropped and a missing scheme before `www.` supplied, as feed
 * readers do.
 */
export function httpAddress(written: string | null | undefined, base: string | null): string | null {
  const text = (written?.trim() ?? '')
    .replace(/^feed:(?:\/\/)?(?=https?:\/\/)/i, '')
    .replace(/^feed:\/\//i, 'http://')
    .replace(/^(?=www\d?\.[a-z0-9-]{1,63}\.[a-z]{2,})/i, 'http://')
  if (text === '' || text.length > 8000) return null
  try {
    const url = new URL(text, base ?? undefined)
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url.href : null
  } catch {
    return null
  }
}

/** HTML as a reader sees it, on one line. */
function seen(html: string): string {
  if (html.includes('<')) return textOf(parseTree(html).root)
  return collapse(html.includes('&') ? decodeHTML(html) : html)
}

/** One line as a reader sees it, entities and markup gone; null where nothing is left. */
export function lineOf(written: string | null | undefined): string | null {
  const line = seen((written ?? '').slice(0, 20 * MAX_LINE_CHARS).toWellFormed())
  return line === '' ? null : line.length > MAX_LINE_CHARS ? `${line.slice(0, MAX_LINE_CHARS).toWellFormed()}…` : line
}

/** A description without its markup. */
export function summaryOf(written: string | null | undefined): string | null {
  const text = seen((written ?? '').slice(0, 5 * MAX_SUMMARY_CHARS).toWellFormed())
  return text === '' ? null : text.slice(0, MAX_SUMMARY_CHARS).toWellFormed()
}

/** `jane@example.org (Jane Roe)` -> `Jane Roe`; an address alone names nobody. */
export function authorOf(written: string | null | undefined): string | null {
  const line = lineOf(written)
  if (line === null || line.length > 200) return null
  const bracketed = /^\S{1,100}@\S{1,100}\s*\(([^()]{2,100})\)$/.exec(line)?.[1]
  const angled = /^([^<>]{2,100}?)\s*<?\S{1,100}@\S{1,100}?>?$/.exec(line)?.[1]
  const name = (bracketed ?? (line.includes('@') ? angled : line))?.trim() ?? ''
  return name === '' || name.includes('@') ? null : name
}

/** Different names in order. */
export function namesOf(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].slice(0, MAX_NAMES)
}

const LANG = /^([a-z]{2,3})(?:[-_]|$)/i

/** The primary language of a BCP 47 tag. */
export function langOf(tag: string | null | undefined): string | null {
  return LANG.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null
}

/** Gathers notes, the first of many with a count at the end. */
export function notebook(): { note: (kind: FeedNote['kind'], message: string) => void; notes: () => FeedNote[] } {
  const notes: FeedNote[] = []
  let more = 0
  return {
    note(kind, message) {
      if (notes.length < MAX_NOTES) notes.push({ kind, message })
      else more++
    },
    notes: () =>
      more === 0 ? notes : [...notes, { kind: 'entry', message: `${more} more entries have notes like these.` }],
  }
}

/**
 * The entries of drafts: those without an http(s) address left aside with a note, one given twice kept once in its
 * newer form, an id that stands for several addresses dropped.
 */
export function entriesOf(
  drafts: readonly Draft[],
  base: string | null,
  note: (kind: FeedNote['kind'], message: string) => void,
): FeedEntry[] {
  const byKey = new Map<string, FeedEntry>()
  const addressesOf = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const [index, { urls, ...draft }] of drafts.entries()) {
    const url = urls.map((candidate) => httpAddress(candidate, base)).find((address) => address !== null)
    if (!url) {
      const given = urls.find((candidate) => candidate?.trim())
      const name = draft.title === null ? '' : ` (“${draft.title.slice(0, 60).toWellFormed()}”)`
      note(
        'entry',
        `Entry ${index + 1}${name} has ${given ? `an address that is none of the web: ${given.trim().slice(0, 80).toWellFormed()}` : 'no address'}; it was left aside.`,
      )
      continue
    }
    const key = addressKey(url) ?? url
    if (draft.id !== null) {
      const other = addressesOf.get(draft.id)
      if (other !== undefined && other !== key) ambiguous.add(draft.id)
      addressesOf.set(draft.id, key)
    }
    const entry: FeedEntry = { url, ...draft }
    const before = byKey.get(key)
    if (before === undefined || isNewer(entry, before)) byKey.set(key, entry)
  }
  if (ambiguous.size > 0)
    note('entry', `${ambiguous.size} id(s) stand for several addresses each, and were not taken for ids.`)
  return [...byKey.values()].map((entry) =>
    entry.id !== null && ambiguous.has(entry.id) ? { ...entry, id: null } : entry,
  )
}

function isNewer(entry: FeedEntry, before: FeedEntry): boolean {
  const [mine, its] = [entry, before].map(({ updated, published }) => instantOf(updated ?? published))
  return mine !== undefined && its !== undefined && mine > its
}

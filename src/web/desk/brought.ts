/** What somebody brings to the desk, told apart: addresses, pages, feeds in a list, text. */
import { SourceError } from '../../gather/feed/error.ts'
import { readOpml } from '../../gather/feed/opml.ts'
import { sourceOf } from '../../gather/feed/source.ts'
import { DESK } from '../words/desk.ts'

/** Something to take in. `name` is how it is called on the desk. */
export type Brought =
  | { readonly is: 'address'; readonly name: string; readonly url: string }
  | { readonly is: 'page'; readonly name: string; readonly bytes: Uint8Array; readonly url: string | null }
  | { readonly is: 'feeds'; readonly name: string; readonly urls: readonly string[] }
  | { readonly is: 'refused'; readonly name: string; readonly reason: string }

/** A file as a form brings it. */
export interface BroughtFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const ADDRESS = /^https?:\/\/\S+$/i
/** Addresses that are taken at once; more are a list for `hearsay add`. */
const MOST_ADDRESSES = 100

/** What is in the box: a line each of addresses, or else one page. @param url where the page is from, if that is said */
export function broughtWords(words: string, url: string | null): Brought[] {
  const lines = words
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return []
  if (lines.every((line) => ADDRESS.test(line))) {
    const addresses = lines.slice(0, MOST_ADDRESSES).map((line): Brought => ({ is: 'address', name: line, url: line }))
    const more = lines.length - addresses.length
    return more > 0
      ? [...addresses, { is: 'refused', name: DESK.more(more), reason: DESK.tooMany(MOST_ADDRESSES) }]
      : addresses
  }
  return [{ is: 'page', name: url ?? DESK.pasted, bytes: new TextEncoder().encode(words), url }]
}

const MANY_PAGES = /\.(?:warc|warc\.gz|jsonl|jsonl\.gz|ndjson)$/i

/** A file: a page, or a list of feeds. */
export function broughtFile({ name, bytes }: BroughtFile): Brought {
  if (bytes.length === 0) return { is: 'refused', name, reason: DESK.emptyFile }
  if (MANY_PAGES.test(name)) return { is: 'refused', name, reason: DESK.archive(name) }
  if (!isOpml(bytes)) return { is: 'page', name, bytes, url: null }
  try {
    return { is: 'feeds', name, urls: readOpml(bytes).feeds.map((feed) => feed.url) }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { is: 'refused', name, reason: error.message }
  }
}

function isOpml(bytes: Uint8Array): boolean {
  try {
    return sourceOf(bytes, null, null).kind === 'opml'
  } catch {
    return false
  }
}

/** A JSON line: a page as `hearsay read --jsonl` takes it, or a Reading as it writes it. */
import type { Captured } from '../../ledger/captures.ts'
import type { Page } from '../../ledger/entry.ts'
import { sha256 } from '../../ledger/log.ts'
import { addressKey, canonicalAddress } from '../feed/canonical.ts'
import { feedTime, instantOf } from '../feed/when.ts'
import type { Arrival } from '../reading/arrival.ts'
import { readingGiven } from './given.ts'
import { PageLine, pageGiven, wrongWith } from './page-line.ts'

/** What a line holds. */
export type LineItem =
  | { readonly is: 'arrival'; readonly arrival: Arrival }
  | { readonly is: 'page'; readonly page: Page }
  | { readonly is: 'passed over' }
  | { readonly is: 'failed'; readonly reason: string }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** @param at when it was captured, where it does not say so itself */
export function lineArrival(line: Uint8Array, at: string): LineItem {
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(line))
  } catch (error) {
    return { is: 'failed', reason: `not JSON in UTF-8: ${(error as Error).message}` }
  }
  // What stands in the place of a Reading that could not be made was told when it was not.
  if (typeof (value as { error?: unknown } | null)?.error === 'string') return { is: 'passed over' }
  if (Array.isArray((value as { claims?: unknown } | null)?.claims)) return readingPage(value, line, at)
  const parsed = PageLine.safeParse(value)
  if (!parsed.success) return { is: 'failed', reason: wrongWith(parsed.error) }
  const { source, options } = pageGiven(parsed.data)
  const time = typeof parsed.data.time === 'string' ? parsed.data.time : null
  return {
    is: 'arrival',
    arrival: {
      ...imported(options.url, options.as === 'html' ? 'text/html' : 'text/plain', timeOf(time), at),
      bytes: Buffer.from(source),
      as: options.as,
      given: options.given,
    },
  }
}

/** @param time when it was captured; null where that is not known, and it is taken to be when the file was written */
const imported = (
  url: string | null | undefined,
  type: string,
  time: string | null,
  at: string,
): Omit<Captured, 'bytes'> => ({
  url: url || null,
  finalUrl: url || null,
  redirects: [],
  status: null,
  headers: { 'content-type': `${type}; charset=utf-8` },
  capturedAt: time ?? at,
  ...(time === null ? { isUntimed: true } : {}),
  how: 'imported',
  notes: [],
})

function timeOf(time: string | null): string | null {
  const instant = instantOf(time === null ? null : feedTime(time))
  return Number.isNaN(instant) ? null : new Date(instant).toISOString()
}

/** So much of a digest tells one reading from the others of an article. */
const EDITION_CHARS = 16

/** A Reading as a page; its capture is the line itself. */
function readingPage(value: unknown, line: Uint8Array, at: string): LineItem {
  const reading = readingGiven(value)
  if (typeof reading === 'string') return { is: 'failed', reason: reading }
  const { article, claims, headline } = reading
  const key = article.url === null ? null : addressKey(article.url)
  return {
    is: 'page',
    page: {
      ...imported(article.url, 'application/json', null, at),
      bytes: line,
      article,
      addresses:
        article.url === null || key === null ? [] : [{ key, url: canonicalAddress(article.url) ?? article.url }],
      // Other claims of the same words are another reading of them.
      reader: { engine: 'given', edition: sha256(JSON.stringify([claims, headline])).slice(0, EDITION_CHARS) },
      found: { claims, headline },
    },
  }
}

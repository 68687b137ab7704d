/**
 * How gathering behaves: who it says it is, how slowly it goes, how much it takes. Times are milliseconds, sizes bytes.
 */
import type { NamedHosts } from '../address/guard.ts'

/** What a single answer may cost. */
export interface Limits {
  /** Until its headers are there: name look-up, connection and encryption included. */
  readonly headersMs: number
  /** Until its last byte is there. */
  readonly totalMs: number
  /** As sent. */
  readonly receivedBytes: number
  /** With the compression undone. */
  readonly bytes: number
}

export interface GatherSettings {
  /** Where a site's owner can reach whoever runs this: an address of a page or of mail. */
  readonly contact: string | null
  /** Hosts outside the open internet that may be asked: see `NamedHosts`. */
  readonly hosts: NamedHosts
  /** Between the end of one request to a host and the beginning of the next. */
  readonly gapMs: number
  /** A Crawl-delay longer than this counts as this. */
  readonly maxCrawlDelayMs: number
  /** A wait longer than this is not waited out: the page is put off, with the time to come back. */
  readonly maxWaitMs: number
  /** How often an answer that may pass by itself (429, 503, a broken connection) is asked for again. */
  readonly retries: number
  readonly maxRedirects: number
  readonly limits: Limits
}

/**
 * News pages have some 2 MB with everything inlined; crawlers keep about a second between requests to a host where it
 * says nothing else; browsers follow 20 redirects and pages need two or three.
 */
export const DEFAULT_SETTINGS: GatherSettings = {
  contact: null,
  hosts: [],
  gapMs: 1_000,
  maxCrawlDelayMs: 60_000,
  maxWaitMs: 60_000,
  retries: 2,
  maxRedirects: 10,
  limits: { headersMs: 15_000, totalMs: 45_000, receivedBytes: 16 * 1024 * 1024, bytes: 32 * 1024 * 1024 },
}

/**
 * The files in which a site says how it wants to be read, `/robots.txt` and `/.well-known/tdmrep.json`: fetched at most
 * once a day, and remembered with what their absence means (RFC 9309, 2.3 and 2.4).
 */

/** A site's file, or why there is none. Plain JSON, to be kept wherever one likes. */
export interface SiteFile {
  readonly url: string
  /**
   * `found`: `text` is what it says. `absent`: there is none (4xx, or too many redirects). `unreachable`: the site could
   * not say (5xx, 429, no answer), and `reason` is why.
   */
  readonly state: 'found' | 'absent' | 'unreachable'
  readonly text: string
  readonly reason: string
  /** Until when it holds, in milliseconds since 1970. */
  readonly until: number
}

/** Where site files are kept between requests. */
export interface SiteFileCache {
  get(url: string): Promise<SiteFile | null>
  set(file: SiteFile): Promise<void>
}

/** RFC 9309, 2.4: not to be used for more than 24 hours. */
export const KEPT_MS = 24 * 3_600_000
/** A site that could not say is asked again soon, and not with every page. */
export const UNREACHABLE_MS = 5 * 60_000
/** Some files have 500 KiB; so many at most are held in memory. */
const MAX_FILES = 2_000

/** A cache that ends with the process; those that were asked for longest ago are dropped first. */
export function ephemeralSiteFiles(): SiteFileCache {
  const files = new Map<string, SiteFile>()
  return {
    get: async (url) => {
      const file = files.get(url) ?? null
      if (file) {
        files.delete(url)
        files.set(url, file)
      }
      return file
    },
    set: async (file) => {
      files.delete(file.url)
      files.set(file.url, file)
      const [oldest] = files.keys()
      if (files.size > MAX_FILES && oldest !== undefined) files.delete(oldest)
    },
  }
}

/** Whether a file that is remembered still holds. A clock that was set back does not make it hold for longer. */
export function stillHolds(file: SiteFile, now: number): boolean {
  return now < file.until && file.until - now <= KEPT_MS
}

/** Jobs that ask the outside world: of one host one runs at a time. */
import { hostOf } from '../address/guard.ts'
import type { InFeed } from '../page.ts'
import { visitKey } from '../visits/visits.ts'
import type { JobRequest } from './queue.ts'

/** What a job to fetch is about: an article, or a watched address. */
export type FetchData =
  | {
      readonly is: 'article'
      readonly url: string
      /** Whether it is to be looked at again as long as it may change. */
      readonly again: boolean
      readonly inFeed: InFeed | null
    }
  | { readonly is: 'watch'; readonly watch: number }

const hostNamed = (url: string): string | null => (URL.canParse(url) ? hostOf(new URL(url)) : null)

/** A job to fetch an article. */
export function fetchJob(
  url: string,
  { again = false, inFeed = null }: { readonly again?: boolean; readonly inFeed?: InFeed | null } = {},
): JobRequest {
  const data: FetchData = { is: 'article', url, again, inFeed }
  return { kind: 'fetch', key: visitKey(url), host: hostNamed(url), data }
}

/** A job to look at a watched address. */
export function lookJob(watch: number, url: string): JobRequest {
  const data: FetchData = { is: 'watch', watch }
  return { kind: 'fetch', key: `watch ${watch}`, host: hostNamed(url), data }
}

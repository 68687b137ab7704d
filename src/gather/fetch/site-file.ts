/** A site's file fetched, or taken from what is remembered, with what each outcome means (RFC 9309, 2.3.1). */
import { guardedUrl } from '../address/guard.ts'
import { PARSED_BYTES } from '../robots/rules.ts'
import { KEPT_MS, type SiteFile, stillHolds, UNREACHABLE_MS } from '../robots/site-files.ts'
import { FetchError, type FetchErrorKind } from './errors.ts'
import { type Answer, exchange, type Headers } from './exchange.ts'
import type { Turn } from './pace.ts'
import { redirectOf } from './redirect.ts'
import type { World } from './world.ts'

/** RFC 9309, 2.3.1.2: at least five redirects are followed, to whatever host. */
const MAX_REDIRECTS = 5
/** Before a second try. */
const AGAIN_MS = 1_000
/** Failures that are no word of the site's own, and are the same for the page itself: they are thrown as they are. */
const NOT_THE_SITE: ReadonlySet<FetchErrorKind> = new Set(['host', 'refused', 'stopped', 'tls'])

/**
 * A site's file, as it is known or as it is now.
 * @param url the file's address, guarded already
 * @param page the page that it is wanted for, named in errors
 * @param turn at its host: the file is a request like any other, with the gap before and after it
 * @throws {FetchError} where the host itself cannot or may not be reached
 */
export async function siteFile(url: URL, page: URL, world: World, turn: Turn, signal?: AbortSignal): Promise<SiteFile> {
  const kept = await world.files.get(url.href)
  if (kept && stillHolds(kept, world.clock.now())) return kept
  const file = await fetched(url, page, world, turn, signal)
  await world.files.set(file)
  return file
}

async function fetched(start: URL, page: URL, world: World, turn: Turn, signal?: AbortSignal): Promise<SiteFile> {
  const { dispatcher, settings, clock } = world
  // Uncompressed, so that a file beyond the limit can be cut where the limit is.
  const headers: Headers = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': world.userAgent }
  // One byte more than is parsed tells that there is more.
  const limits = { ...settings.limits, receivedBytes: PARSED_BYTES + 1, bytes: PARSED_BYTES * 2 }
  const file = (state: SiteFile['state'], reason: string, text = ''): SiteFile => {
    const until = clock.now() + (state === 'unreachable' ? UNREACHABLE_MS : KEPT_MS)
    return { url: start.href, state, text, reason, until }
  }
  let url = start
  try {
    for (let redirects = 0; ; redirects++) {
      const wanted = (status: number): boolean => status >= 200 && status < 300
      const ask = async (): Promise<Answer> => {
        await clock.wait(turn.waitMs(settings.gapMs), signal)
        return await exchange(url, { dispatcher, headers, limits, wanted, cut: true, signal }).finally(turn.asked)
      }
      // A connection may break for no reason of the site's; what it says holds for a day, so it is asked once more.
      const answer = await ask().catch(async (error: unknown) => {
        if (!(error instanceof FetchError) || error.kind !== 'connection') throw error
        await clock.wait(AGAIN_MS, signal)
        return await ask()
      })
      const { status } = answer
      const next = redirectOf(status, answer.headers)
      if (next !== null) {
        if (redirects === MAX_REDIRECTS) return file('absent', `more than ${MAX_REDIRECTS} redirects`)
        url = guardedUrl(next, settings.hosts, url)
      } else if (wanted(status)) return file('found', '', new TextDecoder().decode(answer.bytes))
      // 429 says nothing of the file: Google, too, takes it for a passing failure.
      else if (status >= 400 && status < 500 && status !== 429) return file('absent', `status ${status}`)
      else return file('unreachable', `status ${status}`)
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.kind === 'stopped' || (error.url === start.href && NOT_THE_SITE.has(error.kind)))
      throw new FetchError(error.kind, page.href, error.reason, { cause: error.cause })
    return file('unreachable', error.reason)
  }
}

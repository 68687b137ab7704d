/**
 * One page asked for politely: when it is its turn at the host, where robots.txt allows it, after the gap; asked again
 * where the failure may pass by itself. Redirects are answers like others here.
 */
import { hostOf } from '../address/guard.ts'
import { crawlDelayOf, type Robots, verdictOf } from '../robots/rules.ts'
import type { SiteFile } from '../robots/site-files.ts'
import { backOff, retryAfter } from './again.ts'
import { PRODUCT_TOKEN } from './agent.ts'
import { FetchError } from './errors.ts'
import { type Answer, exchange, type Headers } from './exchange.ts'
import type { Turn } from './pace.ts'
import { robotsFor } from './robots.ts'
import type { GatherSettings } from './settings.ts'
import type { World } from './world.ts'

/** The least time between two requests to a host, in milliseconds: the settings', or a longer one that it asks for. */
export function gapOf(rules: Robots, { gapMs, maxCrawlDelayMs }: GatherSettings): number {
  const asked = (crawlDelayOf(rules, PRODUCT_TOKEN) ?? 0) * 1_000
  return Math.max(gapMs, Math.min(asked, maxCrawlDelayMs))
}

/** Answers that may be others a moment later (RFC 9110, 15.6; RFC 6585). */
const BUSY = new Set([429, 503])
const FALTERING = new Set([500, 502, 504])
const mayPass = (status: number): boolean => BUSY.has(status) || FALTERING.has(status)

/** @throws {FetchError} */
export async function askPolitely(
  url: URL,
  world: World,
  headers: Headers,
  wanted: (status: number, headers: Headers) => boolean,
  signal?: AbortSignal,
): Promise<Answer> {
  const work = async (turn: Turn): Promise<Answer> => {
    refuseLongHold(url, turn, world)
    const { file, rules } = await robotsFor(url, world, turn, signal)
    refuseByRobots(url, file, rules)
    const gapMs = gapOf(rules, world.settings)
    for (let tries = 1; ; tries++) {
      await world.clock.wait(turn.waitMs(gapMs), signal)
      const outcome = await tryOnce(url, world, headers, wanted, signal).finally(turn.asked)
      if (!(outcome instanceof FetchError) && !mayPass(outcome.status)) return outcome
      const until = comeBack(outcome, tries, world)
      if (!(outcome instanceof FetchError) && BUSY.has(outcome.status)) turn.hold(until)
      const isLast = tries > world.settings.retries || until - world.clock.now() > world.settings.maxWaitMs
      if (isLast) throw outcome instanceof FetchError ? outcome : busyError(url, outcome.status, until)
      await world.clock.wait(until - world.clock.now(), signal)
    }
  }
  return await world.pace.turn(hostOf(url), work, signal)
}

/** The answer, or the error where it is one that may pass. */
async function tryOnce(
  url: URL,
  { dispatcher, settings }: World,
  headers: Headers,
  wanted: (status: number, headers: Headers) => boolean,
  signal?: AbortSignal,
): Promise<Answer | FetchError> {
  try {
    return await exchange(url, { dispatcher, headers, limits: settings.limits, wanted, signal })
  } catch (error) {
    if (error instanceof FetchError && error.kind === 'connection') return error
    throw error
  }
}

/** When to ask again: when the site says, and not before the back-off is over. */
function comeBack(outcome: Answer | FetchError, tries: number, { clock, random }: World): number {
  const now = clock.now()
  const said = outcome instanceof FetchError ? null : retryAfter(outcome.headers['retry-after'], now)
  return Math.max(said ?? 0, now + backOff(tries, random()))
}

/** The minute in which a time is over, for people. */
const minuteOf = (ms: number): string =>
  `${new Date(Math.ceil(ms / 60_000) * 60_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** @param status null where the site said so earlier, and was not asked again */
function busyError(url: URL, status: number | null, until: number): FetchError {
  const kind = status === null || BUSY.has(status) ? 'busy' : 'status'
  const what = kind === 'busy' ? 'the site asks to be left alone for now' : 'the site has trouble of its own'
  return new FetchError(
    kind,
    url.href,
    `${status === null ? '' : `the answer was ${status}: `}${what}. Ask again after ${minuteOf(until)}.`,
    { status: status ?? undefined, retryAt: until },
  )
}

function refuseLongHold(url: URL, turn: Turn, { clock, settings }: World): void {
  const until = turn.heldUntil()
  if (until !== null && until - clock.now() > settings.maxWaitMs) throw busyError(url, null, until)
}

function refuseByRobots(url: URL, file: SiteFile, rules: Robots): void {
  if (file.state === 'unreachable')
    throw new FetchError(
      'robots-unreachable',
      url.href,
      `${file.url} could not be had (${file.reason}), so the page was not asked for (RFC 9309). Try again later.`,
      { retryAt: file.until },
    )
  const { allowed, rule } = verdictOf(rules, PRODUCT_TOKEN, url)
  if (!allowed)
    throw new FetchError(
      'robots',
      url.href,
      `the site's robots.txt asks that it not be fetched ("${rule}"). Read it in a browser and give the saved page to Hearsay.`,
    )
}

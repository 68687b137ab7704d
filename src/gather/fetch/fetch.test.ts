// The parts of fetching that need no server.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backOff, retryAfter } from './again.ts'
import { userAgentOf } from './agent.ts'
import { undone } from './body.ts'
import { systemClock } from './clock.ts'
import { FetchError } from './errors.ts'
import { explained } from './failures.ts'
import { conditional, isFresh, remember } from './freshness.ts'
import { mayBeRead } from './kinds.ts'
import { paceOf } from './pace.ts'
import { redirectOf } from './redirect.ts'

const NOW = Date.parse('2026-03-02T08:00:00Z')
const HOUR = 3_600_000

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 02 Mar 2026 08:01:00 GMT', 60_000],
    ['Monday, 02-Mar-26 08:01:00 GMT', 60_000],
    ['Mon Mar  2 08:01:00 2026 GMT', 60_000],
    ['Sun, 01 Mar 2026 08:00:00 GMT', 0],
    ['999999999999', 24 * HOUR],
    ['Mon, 02 Mar 2099 08:00:00 GMT', 24 * HOUR],
  ])('%j', (value, wait) => {
    expect(retryAfter(value, NOW)).toBe(NOW + wait)
  })

  test.each([undefined, '', 'soon', '-5', '1.5', 'Mon', 'Monday', '9'.repeat(50)])('%j says nothing', (value) => {
    expect(retryAfter(value, NOW)).toBeNull()
  })

  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const at = retryAfter(value, NOW)
        expect(at === null || (at >= NOW && at <= NOW + 24 * HOUR)).toBe(true)
      }),
    )
  })
})

test('back-off doubles, with half of it chance, up to a day', () => {
  expect([1, 2, 3].map((tries) => backOff(tries, 0.5))).toEqual([1_000, 2_000, 4_000])
  expect([backOff(1, 0), backOff(1, 1)]).toEqual([500, 1_500])
  expect(backOff(100, 1)).toBe(24 * HOUR)
})

describe('the user agent', () => {
  test.each([
    ['desk@paper.example', 'Hearsay/1.2.3 (+desk@paper.example)'],
    ['+https://paper.example/bot', 'Hearsay/1.2.3 (+https://paper.example/bot)'],
    [null, 'Hearsay/1.2.3 (no contact given)'],
    [' ', 'Hearsay/1.2.3 (no contact given)'],
    ['a)\r\nx-evil: 1', 'Hearsay/1.2.3 (+ax-evil:1)'],
    ['zürich@paper.example', 'Hearsay/1.2.3 (+zrich@paper.example)'],
  ])('%j', (contact, expected) => {
    expect(userAgentOf(contact, '1.2.3')).toBe(expected)
  })

  test('names the version of the package', () => {
    expect(userAgentOf(null)).toMatch(/^Hearsay\/\d+\.\d+\.\d+ /)
  })
})

describe('content types', () => {
  test.each([
    undefined,
    '',
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'text/html, text/html',
    'application/rss+xml',
    'application/xhtml+xml;x=y',
    'html',
    'application/octet-stream',
  ])('%j may be read', (type) => {
    expect(mayBeRead(type)).toBe(true)
  })

  test.each(['image/png', 'video/mp4', 'application/pdf', 'application/zip', 'text/css', 'font/woff2', 'audio/mpeg'])(
    '%s may not',
    (type) => {
      expect(mayBeRead(type)).toBe(false)
    },
  )
})

test('a redirect leads where its Location says', () => {
  expect(redirectOf(200, { location: '/a' })).toBeNull()
  expect(redirectOf(304, { location: '/a' })).toBeNull()
  expect(redirectOf(301, { location: '/a' })).toBe('/a')
  expect(redirectOf(308, {})).toBe('')
  expect(redirectOf(302, { location: Buffer.from('/é').toString('latin1') })).toBe('/é')
  expect(redirectOf(302, { location: '/é' })).toBe('/é')
})

describe('freshness', () => {
  const headers = { accept: 'text/html' }
  const url = 'https://paper.example/a'
  const kept = (answer: Readonly<Record<string, string>>) =>
    remember(url, headers, { status: 200, headers: answer }, NOW)

  test.each<readonly [Readonly<Record<string, string>>, number]>([
    [{ 'cache-control': 'max-age=600' }, 600],
    [{ 'cache-control': 'max-age=600', age: '400' }, 200],
    [{ expires: 'Mon, 02 Mar 2026 08:10:00 GMT', date: 'Mon, 02 Mar 2026 08:00:00 GMT' }, 600],
    [{ 'cache-control': 'max-age=600, immutable' }, 600],
    [{ 'cache-control': 'private, max-age=600' }, 600],
    [{ 'cache-control': 'max-age=99999999' }, 24 * 3_600],
  ])('%j holds for %i seconds', (answer, seconds) => {
    const known = kept(answer)
    if (!known) throw new Error('nothing was remembered')
    expect(isFresh(known, headers, NOW + (seconds - 1) * 1_000)).toBe(true)
    expect(isFresh(known, headers, NOW + (seconds + 1) * 1_000)).toBe(false)
    expect(isFresh(known, headers, NOW - HOUR)).toBe(false)
  })

  test.each<Readonly<Record<string, string>>>([
    { etag: '"1"' },
    { etag: '"1"', 'cache-control': 'no-cache' },
    { etag: '"1"', 'cache-control': 's-maxage=600' },
    { 'last-modified': 'Sun, 01 Feb 2026 08:00:00 GMT' },
    { etag: '"1"', 'cache-control': 'max-age=600', vary: '*' },
    { etag: '"1"', 'cache-control': 'max-age=0, must-revalidate' },
  ])('%j is asked for again', (answer) => {
    const known = kept(answer)
    if (!known) throw new Error('nothing was remembered')
    expect(isFresh(known, headers, NOW + 1_000)).toBe(false)
    const asked = conditional(known, headers, NOW + 1_000)
    expect(asked.accept).toBe('text/html')
    if (answer.vary === undefined) expect(asked['if-none-match'] ?? asked['if-modified-since']).toBeDefined()
  })
})

describe('pace', () => {
  const idle = { now: () => NOW, wait: async () => {} }

  test('lets hosts go side by side, and goes on after a failure', async () => {
    const pace = paceOf(idle)
    const done: string[] = []
    let open = (): void => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const first = pace.turn('a', async () => {
      await gate
      done.push('a1')
      throw new Error('no')
    })
    const second = pace.turn('a', async () => void done.push('a2'))
    await pace.turn('b', async () => void done.push('b'))
    open()
    await expect(first).rejects.toThrow('no')
    await second
    expect(done).toEqual(['b', 'a1', 'a2'])
  })

  test('is not stretched by a clock that is set back', async () => {
    let now = NOW
    const pace = paceOf({ ...idle, now: () => now })
    await pace.turn('a', async (turn) => turn.asked())
    now -= HOUR
    expect(await pace.turn('a', async (turn) => turn.waitMs(1_000))).toBe(1_000)
  })

  test('forgets no host that asked to be left alone', async () => {
    let now = NOW
    const pace = paceOf({ ...idle, now: () => now })
    await pace.turn('held', async (turn) => turn.hold(NOW + 5 * HOUR))
    for (let i = 0; i < 10_010; i++) await pace.turn(`host${i}`, async (turn) => turn.asked())
    now += 2 * HOUR
    expect(await pace.turn('held', async (turn) => turn.heldUntil())).toBe(NOW + 5 * HOUR)
  })
})

test('any bytes in any coding are unpacked or refused', async () => {
  const codings = fc.constantFrom('gzip', 'br', 'deflate', 'zstd', 'gzip, br', 'none', '', ',,')
  await fc.assert(
    fc.asyncProperty(codings, fc.uint8Array({ maxLength: 200 }), async (coding, bytes) => {
      const outcome = await undone('http://a.example/', bytes, coding, 1_000).catch((error: unknown) => error)
      expect(outcome instanceof Uint8Array || (outcome instanceof FetchError && outcome.kind !== 'connection')).toBe(
        true,
      )
    }),
  )
})

test('whatever is thrown becomes an error for people', () => {
  for (const thrown of [
    null,
    undefined,
    'no',
    new Error('no'),
    new AggregateError([]),
    new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    Object.assign(new Error('x'), { code: 'constructor' }),
  ])
    expect(explained(thrown, 'http://a.example/')).toMatchObject({ kind: 'connection', outlook: 'soon' })
})

test('the system clock waits, and stops waiting', async () => {
  const before = systemClock.now()
  await systemClock.wait(5)
  expect(systemClock.now()).toBeGreaterThanOrEqual(before)
  await expect(systemClock.wait(60_000, AbortSignal.timeout(5))).rejects.toThrow()
})

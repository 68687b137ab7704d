import { expect, test } from 'vitest'
import { visitKey } from '../visits/visits.ts'
import { chosenOf, type Seen } from './chosen.ts'
import type { Look, Named } from './found.ts'
import type { Watch } from './watches.ts'

const NOW = Date.parse('2026-03-02T08:00:00Z')
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString()
const urlOf = (path: string): string => `https://post.example/${path}`
const named = (path: string, changed: string | null = null): Named => ({ url: urlOf(path), changed, inFeed: null })
const known = (entries: Readonly<Record<string, Seen>>): Map<string, Seen> =>
  new Map(Object.entries(entries).map(([path, seen]) => [visitKey(urlOf(path)), seen]))

const FIRST: Pick<Watch, 'kind' | 'askedAt'> = { kind: null, askedAt: null }
const later = (kind: Look['kind']): Pick<Watch, 'kind' | 'askedAt'> => ({ kind, askedAt: at(-1) })
const chosen = (
  kind: Look['kind'],
  watch: typeof FIRST,
  articles: readonly Named[],
  seen = new Map<string, Seen>(),
) => {
  const { fetch, remember, follow, left } = chosenOf({ kind, articles }, watch, seen, NOW)
  const paths = (all: readonly Named[]) => all.map(({ url }) => url.slice(urlOf('').length)).join(' ')
  return { fetch: paths(fetch), remember: paths(remember), follow: follow.length, left }
}

test('takes for news what a feed and a page name, and of a sitemap what changed lately', () => {
  const articles = [named('old', at(-24 * 30)), named('day', at(-24)), named('hour', at(-1)), named('never')]
  expect(chosen('feed', FIRST, articles)).toMatchObject({ fetch: 'hour day old never', left: 0 })
  expect(chosen('page', FIRST, [named('a'), named('b')])).toMatchObject({ fetch: 'a b' })
  expect(chosen('sitemap', FIRST, articles)).toMatchObject({ fetch: 'hour day', remember: 'hour day old never' })
  expect(chosen('sitemap', later('sitemap'), articles)).toMatchObject({ fetch: 'hour day never' })
})

test('takes the newest of very many, and leaves the rest to be named again', () => {
  const articles = Array.from({ length: 1_200 }, (_, i) => named(`${i}`, at((i - 1_200) / 10)))
  const { fetch, remember, left } = chosenOf({ kind: 'sitemap', articles }, FIRST, new Map(), NOW)
  expect([fetch.length, remember.length, left, fetch[0]?.url]).toEqual([1_000, 1_000, 200, urlOf('1199')])
  expect(remember.some(({ url }) => url === urlOf('0'))).toBe(false)
})

test('fetches again what says that it changed since, however its following ended, and not what is to change', () => {
  const seen = known({
    changed: { state: 'settled', askedAt: at(-5) },
    gone: { state: 'given up', askedAt: at(-5) },
    same: { state: 'followed', askedAt: at(-1) },
    future: { state: 'followed', askedAt: at(-1) },
    waiting: { state: 'named', askedAt: null },
  })
  const articles = ['changed', 'gone', 'same', 'waiting'].map((path) => named(path, at(-3)))
  expect(chosen('feed', later('feed'), [...articles, named('future', at(100))], seen)).toEqual({
    fetch: 'changed gone',
    remember: '',
    follow: 0,
    left: 0,
  })
})

test('follows what only a person asked for so far', () => {
  const seen = known({ mine: { state: 'asked', askedAt: at(-1) } })
  expect(chosen('feed', FIRST, [named('mine', at(-9))], seen)).toMatchObject({ fetch: '', follow: 1 })
})

test('reads a time without a zone as one in UTC', () => {
  const seen = known({ a: { state: 'followed', askedAt: '2026-03-02T06:00:00.000Z' } })
  expect(chosen('feed', later('feed'), [named('a', '2026-03-02T05:59:00')], seen).fetch).toBe('')
  expect(chosen('feed', later('feed'), [named('a', '2026-03-02T06:01:00')], seen).fetch).toBe('a')
})

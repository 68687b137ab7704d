import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directivesIn, directivesOf } from './directives.ts'
import { stubOf } from './paywall.ts'
import { rightsOf } from './rights.ts'
import { reservedByFile, reservedByHeaders } from './tdm.ts'

const url = new URL('https://paper.example/news/a')

describe('a reservation of mining', () => {
  const rules = [
    { location: '/news/free/*', 'tdm-reservation': 0 },
    { location: '/news/*', 'tdm-reservation': 1, 'tdm-policy': 'https://paper.example/terms.json' },
    { location: '/', 'tdm-reservation': 0 },
  ]
  test('is what the first rule that matches says', () => {
    const file = JSON.stringify(rules)
    expect(reservedByFile(file, url)).toEqual({
      from: 'file',
      reserved: true,
      policy: 'https://paper.example/terms.json',
    })
    expect(reservedByFile(file, new URL('https://paper.example/news/free/a'))?.reserved).toBe(false)
    expect(reservedByFile(file, new URL('https://paper.example/sport'))?.reserved).toBe(false)
    expect(reservedByFile(`\uFEFF${file}`, url)?.reserved).toBe(true)
  })

  test.each([
    '',
    '{',
    'null',
    '3',
    '[null, 3, "a", []]',
    '[{"location": 3, "tdm-reservation": 1}]',
    '[{"location": "/news/*", "tdm-reservation": 2}]',
    '[{"location": "/news/*", "tdm-reservation": true}]',
    '[{"location": "/sport", "tdm-reservation": 1}]',
    '<!doctype html>',
  ])('is none in %j', (file) => {
    expect(reservedByFile(file, url)).toBeNull()
  })

  test.each([
    [{ 'tdm-reservation': '1', 'tdm-policy': '/terms' }, true, 'https://paper.example/terms'],
    [{ 'tdm-reservation': ' 0 ' }, false, null],
    [{ 'tdm-reservation': '1', 'tdm-policy': 'javascript:alert(1)' }, true, null],
    [{ 'tdm-reservation': '1', 'tdm-policy': 'http://[::' }, true, null],
  ])('in a header: %j', (headers, reserved, policy) => {
    expect(reservedByHeaders(headers, url)).toEqual({ from: 'header', reserved, policy })
  })

  test('is none where a header says nothing that counts', () => {
    expect(reservedByHeaders({}, url)).toBeNull()
    expect(reservedByHeaders({ 'tdm-reservation': 'yes' }, url)).toBeNull()
  })
})

describe('directives', () => {
  test.each([
    ['noarchive', ['noarchive']],
    ['NOINDEX,  NoArchive', ['noindex', 'noarchive']],
    ['max-snippet: 50, noarchive', ['max-snippet: 50', 'noarchive']],
    ['unavailable_after: 25 Jun 2026 15:00:00 GMT', ['unavailable_after: 25 jun 2026 15:00:00 gmt']],
    ['otherbot: noindex, noarchive', []],
    ['otherbot: noindex, hearsay: noarchive, nosnippet', ['noarchive', 'nosnippet']],
    ['*: none', ['none']],
    ['', []],
    [', ,', []],
  ])('in %j', (value, expected) => {
    expect(directivesIn(value, 'Hearsay')).toEqual(expected)
  })

  test('of header and page, each once', () => {
    const meta = new Map([
      ['robots', ['noarchive, index']],
      ['hearsay', ['nosnippet']],
      ['otherbot', ['noindex']],
    ])
    expect(directivesOf(['noarchive'], meta, 'Hearsay')).toEqual(['noarchive', 'index', 'nosnippet'])
    expect(directivesOf(['otherbot: noindex', 'nofollow'], new Map(), 'Hearsay')).toEqual(['nofollow'])
  })
})

test('rights are read from any bytes', () => {
  const html = new TextEncoder().encode('<html><head><meta name="tdm-reservation" content="1">')
  expect(rightsOf({ headers: {}, robotsTags: [], bytes: html }, url, '', 'Hearsay').mining).toEqual([
    { from: 'meta', reserved: true, policy: null },
  ])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), fc.string(), (bytes, tdm, header) => {
      const answer = { headers: { 'tdm-reservation': header }, robotsTags: [header], bytes }
      expect(rightsOf(answer, url, tdm, 'Hearsay').mining.length).toBeLessThanOrEqual(3)
    }),
  )
})

describe('a stub', () => {
  const at = (from: string, to: string) => ({
    url: `https://paper.example${from}`,
    finalUrl: `https://paper.example${to}`,
  })
  const paywall = { notes: [{ kind: 'paywall', message: 'Only the beginning.' }] } as const
  const nothing = { notes: [] } as const

  test('is one where the page says so', () => {
    expect(stubOf(at('/a', '/a'), paywall)).toEqual({ from: 'page', message: 'Only the beginning.' })
  })

  test.each(['/login', '/sign-in?next=/a', '/account/subscribe/', '/subscribe.html', '/abo/angebot'])(
    'is one where the site leads to %s',
    (door) => {
      expect(stubOf(at('/news/a', door), nothing)?.from).toBe('redirect')
    },
  )

  test.each([
    ['/news/a', '/news/a'],
    ['/news/a', '/news/b'],
    ['/news/login-failure-at-bank', '/news/login-failure-at-bank-1'],
    ['/news/a', '/news/subscribers-sue-paper'],
    ['/login', '/login/'],
  ])('is none where %s leads to %s', (from, to) => {
    expect(stubOf(at(from, to), nothing)).toBeNull()
  })
})

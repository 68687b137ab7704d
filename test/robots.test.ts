// robots.txt as RFC 9309 has it: the table of cases, what a stranger may put into one, and the time it takes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covers, pathOf, patternOf } from '../src/gather/robots/paths.ts'
import { crawlDelayOf, PARSED_BYTES, readRobots, verdictOf } from '../src/gather/robots/rules.ts'
import { ROBOTS_CASES } from './robots-cases.ts'

const page = (path: string): URL => new URL(`https://news.example${path}`)

describe('robots.txt', () => {
  test('has enough cases, each with a reason of its own', () => {
    expect(ROBOTS_CASES.length).toBeGreaterThanOrEqual(60)
    expect(new Set(ROBOTS_CASES.map(({ why }) => why)).size).toBe(ROBOTS_CASES.length)
  })

  test.each(ROBOTS_CASES)('$why', ({ robots, agent = 'hearsay', allowed = [], refused = [] }) => {
    expect(allowed.length + refused.length).toBeGreaterThan(0)
    const read = readRobots(robots)
    expect(readRobots(new TextEncoder().encode(robots))).toEqual(read)
    expect(allowed.filter((path) => !verdictOf(read, agent, page(path)).allowed)).toEqual([])
    expect(refused.filter((path) => verdictOf(read, agent, page(path)).allowed)).toEqual([])
  })

  test('names the rule that decided', () => {
    const read = readRobots('User-agent: *\nDisallow: /a\nAllow: /a/b\n')
    expect(verdictOf(read, 'hearsay', page('/a/c')).rule).toBe('Disallow: /a')
    expect(verdictOf(read, 'hearsay', page('/a/b')).rule).toBe('Allow: /a/b')
    expect(verdictOf(read, 'hearsay', page('/'))).toEqual({ allowed: true, rule: null })
  })

  test('reads 500 KiB, and no half line', () => {
    const filler = `${'#'.repeat(99)}\n`
    const head = 'User-agent: *\nDisallow: /first\n'
    const body = filler.repeat(Math.ceil(PARSED_BYTES / filler.length) - 2)
    const cut = `${head}${body}`.padEnd(PARSED_BYTES - 12, '#')
    const read = readRobots(`${cut}\nDisallow: /last\nDisallow: /later\n`)
    expect(verdictOf(read, 'hearsay', page('/first')).allowed).toBe(false)
    expect(verdictOf(read, 'hearsay', page('/')).allowed).toBe(true)
    expect(verdictOf(read, 'hearsay', page('/last')).allowed).toBe(true)
    expect(verdictOf(read, 'hearsay', page('/later')).allowed).toBe(true)
  })

  test('reads bytes that are no UTF-8', () => {
    const read = readRobots(
      new Uint8Array([0xff, 0xfe, 10, ...new TextEncoder().encode('User-agent: *\nDisallow: /a')]),
    )
    expect(verdictOf(read, 'hearsay', page('/a')).allowed).toBe(false)
  })

  test.each([
    ['User-agent: *\nCrawl-delay: 5\n', 5],
    ['User-agent: *\nCrawl-delay: 0.5\nDisallow: /a\n', 0.5],
    ['User-agent: *\nCrawl-delay: 5\nUser-agent: hearsay\nCrawl-delay: 2\nDisallow:\n', 2],
    ['User-agent: *\nCrawl-delay: 5\nDisallow: /a\nUser-agent: hearsay\nCrawl-delay: 2\n', 2],
    ['User-agent: hearsay\nCrawl-delay: 2\nDisallow:\nUser-agent: hearsay\nCrawl-delay: 7\n', 7],
    ['User-agent: other\nCrawl-delay: 2\n', null],
    ['User-agent: *\nCrawl-delay: soon\n', null],
    ['User-agent: *\nCrawl-delay: -1\n', null],
    ['User-agent: *\nCrawl-delay: 1e9\n', null],
    ['Crawl-delay: 5\n', null],
  ])('%j asks for a delay of %j', (robots, seconds) => {
    expect(crawlDelayOf(readRobots(robots), 'hearsay')).toBe(seconds)
  })

  test('collects sitemaps, wherever they stand', () => {
    const robots = 'Sitemap: https://a.example/1.xml\nUser-agent: x\nSITEMAP:https://a.example/2.xml # two\nSitemap:\n'
    expect(readRobots(robots).sitemaps).toEqual(['https://a.example/1.xml', 'https://a.example/2.xml'])
  })
})

/** The same by trying all ways, for short texts. */
function coversSlowly(rule: string, path: string): boolean {
  const toEnd = rule.endsWith('$')
  const walk = (r: string, p: string): boolean =>
    r === ''
      ? !toEnd || p === ''
      : r[0] === '*'
        ? walk(r.slice(1), p) || (p !== '' && walk(r, p.slice(1)))
        : p[0] === r[0] && walk(r.slice(1), p.slice(1))
  return walk(toEnd ? rule.slice(0, -1) : rule, path)
}

/** Any UTF-16, lone surrogates among it. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

const escapesOf = (letter: string): string =>
  [...new TextEncoder().encode(letter)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

describe('any robots.txt', () => {
  test('is read without harm', () => {
    const line = fc.tuple(
      fc.constantFrom('User-agent', 'Disallow', 'Allow', 'Sitemap', 'Crawl-delay', 'Noindex', ''),
      fc.constantFrom(':', ' : ', ' ', '::'),
      fc.oneof(anyText, fc.constantFrom('*', '/', '/*$', 'hearsay', '%', '%zz', '$')),
      fc.constantFrom('\n', '\r', '\r\n', '#'),
    )
    const file = fc.oneof(
      anyText,
      fc.array(line.map((parts) => parts.join(''))).map((all) => all.join('')),
      fc.uint8Array({ maxLength: 400 }),
    )
    fc.assert(
      fc.property(file, anyText, fc.string(), (robots, path, agent) => {
        const read = readRobots(robots)
        expect(typeof verdictOf(read, agent, page(`/${path}`)).allowed).toBe('boolean')
        const delay = crawlDelayOf(read, agent)
        expect(delay === null || delay >= 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('has rules that cover what trying all ways covers', () => {
    const rule = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '*'), maxLength: 9 })
    const end = fc.constantFrom('', '$')
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 })
    fc.assert(
      fc.property(rule, end, path, (r, e, p) => {
        return covers(patternOf(`/${r}${e}`), `/${p}`) === coversSlowly(`/${r}${e}`, `/${p}`)
      }),
      { numRuns: 2000 },
    )
  })

  test('finds long pieces as short ones', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 17, maxLength: 24 })
    const around = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 })
    fc.assert(
      fc.property(piece, around, around, fc.boolean(), (inside, before, after, has) => {
        const path = `/${before}${has ? inside : ''}${after}`
        return covers(patternOf(`/*${inside}`), path) === path.includes(inside, 1)
      }),
      { numRuns: 500 },
    )
  })

  test('refuses an address however its letters are escaped', () => {
    const letters = fc.array(fc.tuple(fc.constantFrom(...'abzAZ09-._~é日'), fc.boolean()), {
      minLength: 1,
      maxLength: 10,
    })
    fc.assert(
      fc.property(letters, (chosen) => {
        const plain = `/x${chosen.map(([letter]) => letter).join('')}`
        const escaped = `/x${chosen.map(([letter, asEscapes]) => (asEscapes ? escapesOf(letter) : letter)).join('')}`
        expect(verdictOf(readRobots(`User-agent: *\nDisallow: ${plain}`), 'hearsay', page(escaped)).allowed).toBe(false)
        expect(verdictOf(readRobots(`User-agent: *\nDisallow: ${escaped}`), 'hearsay', page(plain)).allowed).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['many stars', `Disallow: /${'*a'.repeat(100_000)}b`],
    ['many rules of stars', `Disallow: /${'*a'.repeat(20)}b$\n`.repeat(8_000)],
    ['long pieces that almost fit', `Disallow: /*${'a'.repeat(4_000)}b\n`.repeat(120)],
    ['a line without end', `Disallow: /${'a'.repeat(600_000)}`],
    ['many agents', 'User-agent: hearsay\n'.repeat(25_000)],
    ['many groups', 'User-agent: hearsay\nDisallow: /b\n'.repeat(15_000)],
    ['blanks', `Disallow:${' '.repeat(500_000)}`],
    ['percent signs', `Disallow: /${'%'.repeat(500_000)}`],
    ['carriage returns', '\r'.repeat(500_000)],
  ])('takes little time: %s', (_, rules) => {
    const started = performance.now()
    const read = readRobots(`User-agent: *\n${rules}`)
    verdictOf(read, 'hearsay', page(`/${'a'.repeat(8_000)}`))
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('writes a path in one form', () => {
    expect(pathOf(page('/a%7e/é?x=*$#y'))).toBe('/a~/%C3%A9?x=%2A%24')
  })
})

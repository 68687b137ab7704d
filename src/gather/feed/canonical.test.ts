import { assert, oneof, property, string, webUrl } from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addressKey, canonicalAddress } from './canonical.ts'

// Machines that run many tests at once are slow; what may take long is bounded by the tests themselves.
vi.setConfig({ testTimeout: 30_000 })

describe('the canonical address', () => {
  test.each([
    ['HTTPS://Harbour.Example:443/a/../b', 'https://harbour.example/b'],
    ['https://harbour.example./a', 'https://harbour.example/a'],
    ['https://desk:secret@harbour.example/a', 'https://harbour.example/a'],
    ['https://harbour.example/a#top', 'https://harbour.example/a'],
    ['https://harbour.example/#!/story/7', 'https://harbour.example/#!/story/7'],
    ['https://harbour.example/%7euser/caf%c3%a9%2fx', 'https://harbour.example/~user/caf%C3%A9%2Fx'],
    ['https://harbour.example/café', 'https://harbour.example/caf%C3%A9'],
    ['https://harbour.example/100%', 'https://harbour.example/100%'],
    ['https://harbour.example/a?utm_source=x&id=7&UTM_Medium=y&fbclid=z', 'https://harbour.example/a?id=7'],
    ['https://harbour.example/a?utm_source=x', 'https://harbour.example/a'],
    ['https://harbour.example/a?utm%5fsource=x', 'https://harbour.example/a'],
    ['https://harbour.example/a?', 'https://harbour.example/a'],
    ['https://harbour.example/a?b=2&a=1', 'https://harbour.example/a?a=1&b=2'],
    ['https://harbour.example/a?tag=b&x=1&tag=a', 'https://harbour.example/a?tag=b&tag=a&x=1'],
    ['https://harbour.example/a?view&id=7', 'https://harbour.example/a?view&id=7'],
    ['https://harbour.example/a?z/b;y', 'https://harbour.example/a?z/b;y'],
    ['https://harbour.example/a?ref=1&source=2&id=3', 'https://harbour.example/a?id=3&ref=1&source=2'],
    ['https://harbour.example:8080/a', 'https://harbour.example:8080/a'],
  ])('%s', (written, canonical) => {
    expect(canonicalAddress(written)).toBe(canonical)
  })

  test.each([
    'mailto:desk@harbour.example',
    'javascript:alert(1)',
    'file:///etc/hosts',
    '/a',
    '',
    `https://a.example/${'a'.repeat(9000)}`,
  ])('%s has none', (written) => {
    expect(canonicalAddress(written)).toBeNull()
    expect(addressKey(written)).toBeNull()
  })

  test('of a canonical address is itself, and never throws', () => {
    assert(
      property(
        oneof(webUrl({ withFragments: true, withQueryParameters: true }), string({ unit: 'binary' })),
        (written) => {
          const canonical = canonicalAddress(written)
          if (canonical !== null) expect(canonicalAddress(canonical)).toBe(canonical)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the key', () => {
  const same = [
    'https://harbour.example/a/b?id=7',
    'http://harbour.example/a/b/?id=7&utm_campaign=x',
    'https://www.harbour.example/a/b?id=7#c',
    'https://HARBOUR.example:443/a/./b//?id=7',
  ]
  test('is the same for one page under several addresses', () => {
    expect([...new Set(same.map(addressKey))]).toEqual(['harbour.example/a/b?id=7'])
  })

  test.each([
    'https://m.harbour.example/a/b?id=7',
    'https://amp.harbour.example/a/b?id=7',
    'https://harbour.example/amp/a/b?id=7',
    'https://harbour.example/a/b/amp?id=7',
    'https://harbour.example/a/B?id=7',
    'https://harbour.example/a/b?id=8',
    'https://harbour.example/a/b',
    'https://harbour.example:8443/a/b?id=7',
  ])('is another for %s: only the page can say that it is a twin', (other) => {
    expect(addressKey(other)).not.toBe(addressKey(same[0] as string))
  })

  test('of a host that is only www keeps it', () => {
    expect(addressKey('https://www.example/')).toBe('www.example')
  })

  test('is found in linear time', () => {
    const start = performance.now()
    for (let i = 0; i < 200; i++) addressKey(`https://harbour.example${'/'.repeat(7000)}x?${'a=&'.repeat(300)}`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

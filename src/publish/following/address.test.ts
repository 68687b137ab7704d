// Addresses as people and attackers write them: what letters go to, and whose mailbox that is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailAddress } from './address.ts'

test.each([
  ['reader@site.example', 'reader@site.example'],
  [' Reader.Two@Site.Example\n', 'Reader.Two@site.example'],
  ["o'brien+news@site.example", "o'brien+news@site.example"],
  ['žofie@bücher.example', 'žofie@xn--bcher-kva.example'],
  [`${'a'.repeat(64)}@site.example`, `${'a'.repeat(64)}@site.example`],
])('%j is an address', (given, address) => {
  expect(mailAddress(given)?.address).toBe(address)
})

test.each([
  'nobody',
  'a@b@site.example',
  '"a b"@site.example',
  '<a@site.example>',
  'a(comment)@site.example',
  'a@site.example(comment)',
  'group: a@site.example;',
  'a@site.example, b@site.example',
  'a@site.example\r\nBcc: victim@site.example',
  'a\u2028b@site.example',
  'a\u0000@site.example',
  '\ud800@site.example',
  '.a@site.example',
  'a..b@site.example',
  'a@localhost',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@site.example/victim',
  'a@site.example?cc=victim',
  'a@site.example#b',
  'a@site.example:25',
  'a@site%2eexample',
  'victim%other.example@site.example',
  'other.example!victim@site.example',
  `${'a'.repeat(65)}@site.example`,
  `a@${'b.'.repeat(130)}example`,
])('%j is none', (given) => {
  expect(mailAddress(given)).toBeNull()
})

test('addresses of one mailbox are counted as one', () => {
  const all = ['Me@site.example', 'me+1@site.example', 'ME+news+more@SITE.example'].map(mailAddress)
  expect(new Set(all.map((one) => one?.mailbox))).toEqual(new Set(['me@site.example']))
  expect(new Set(all.map((one) => one?.key)).size).toBe(3)
  expect(mailAddress('+@site.example')?.mailbox).toBe('+@site.example')
})

test('whatever is given, an address has one @, no space and no control, and is itself again', () => {
  const piece = fc.constantFrom('a', '@', '.', '+', ' ', '\r\n', '\u202e', '\ud800', '%', '"', 'ž', 'example', '/')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const own = mailAddress(pieces.join(''))
      if (own === null) return
      expect(own.address).toMatch(/^[^@\s\p{C}"<>,;]+@[a-z0-9.-]+$/u)
      expect(mailAddress(own.address)).toEqual(own)
    }),
  )
})

test('a million characters are refused at once', () => {
  const began = performance.now()
  for (const given of ['a'.repeat(1e6), 'a.'.repeat(5e5)])
    for (const whole of [`${given}@site.example`, `a@${given}example`]) expect(mailAddress(whole)).toBeNull()
  expect(performance.now() - began).toBeLessThan(500)
})

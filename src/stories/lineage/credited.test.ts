// One name in several spellings, among the reports of one statement.
import { expect, test } from 'vitest'
import type { SpeakerKind } from '../../claims/claim.ts'
import { creditedKey } from './credited.ts'

test.each<[string, string, SpeakerKind]>([
  ['Anna Kovac', 'Kovač', 'person'],
  ['Oleg Marinskyi', 'Oleg Marinsky', 'person'],
  ['Oleg Marinskyi (report)', 'Marinsky (report)', 'document'],
  ['Coast Guard (Talvia)', 'the Coast Guard', 'organisation'],
  ['Talvia and Dorland', 'Dorland and Talvia', 'organisation'],
  ['Reuters', 'Reuters News', 'outlet'],
])('%s is %s', (one, other, kind) => {
  expect(creditedKey(one, kind)).toBe(creditedKey(other, kind))
})

test('an outlet taken for a body is that outlet', () => {
  expect(creditedKey('the Bay Post', 'organisation')).toBe(creditedKey('Bay Post', 'outlet'))
})

test.each<[string, string, SpeakerKind]>([
  ['Anna Kovac', 'Anna Brandt', 'person'],
  ['Oleg Marinskyi (report)', 'Oleg Marinskyi (letter)', 'document'],
  ['Coast Guard', 'Coast Watch', 'organisation'],
  ['a Talvian official (unnamed)', 'two Talvian officials (unnamed)', 'unnamed'],
])('%s is not %s', (one, other, kind) => {
  expect(creditedKey(one, kind)).not.toBe(creditedKey(other, kind))
})

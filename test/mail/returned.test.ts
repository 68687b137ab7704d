// Letters that come back: which letter, whether for good, and what it means for who follows.
import { expect, test } from 'vitest'
import { letterName } from '../../src/publish/mail/message.ts'
import { readReturned } from '../../src/publish/mail/returned.ts'
import { reportOf } from './report.ts'

const SECRET = Buffer.alloc(32, 7)

test('a letter that came back says which it is, and why', async () => {
  expect(await readReturned(reportOf(letterName(SECRET, 12)), SECRET)).toEqual({
    letter: 12,
    kind: 'failed',
    status: '5.1.1',
    said: 'smtp; 550 5.1.1 no such user here',
  })
})

test('a complaint is one', async () => {
  const back = await readReturned(reportOf(letterName(SECRET, 12), { type: 'feedback-report' }), SECRET)
  expect(back).toMatchObject({ letter: 12, kind: 'complaint', said: 'abuse' })
})

test.each([
  ['a letter that is only late', reportOf(letterName(SECRET, 12), { action: 'delayed', status: '4.4.1' })],
  ['a mailbox that is full for now', reportOf(letterName(SECRET, 12), { status: '4.2.2' })],
  ['a name that we did not give', reportOf(letterName(Buffer.alloc(32, 8), 12))],
  ['a name for another use', reportOf('c--aaaaaaaaaaaaaaaaaaaaaa')],
  ['another message', Buffer.from('From: a@site.example\r\nSubject: lunch\r\n\r\nhello')],
  ['nothing', Buffer.alloc(0)],
  ['bytes of anything', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
])('%s ends nothing', async (_, bytes) => {
  expect(await readReturned(bytes, SECRET)).toBeNull()
})

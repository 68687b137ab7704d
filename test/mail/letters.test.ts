// Letters as programs of mail read them: headers, both forms, links, and words of hostile pages.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { developmentsOf } from '../../src/ledger/developments/list.ts'
import { developmentTitle } from '../../src/publish/developments/words.ts'
import { messageOf } from '../../src/publish/mail/message.ts'
import type { LetterTold } from '../../src/publish/mail/told.ts'
import { type Office, openOffice, SITE } from './fixture.ts'
import { startMailbox } from './mailbox.ts'

let [folder, office] = ['', null as unknown as Office]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-letters-'))
  office = await openOffice(join(folder, 'letters.ledger'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

const SENDER = {
  settings: { from: { name: 'Hearsay', address: 'letters@hearsay.example' }, returns: 'returns@hearsay.example' },
  site: SITE,
  secret: Buffer.alloc(32, 7),
}

/** A letter that tells one development. */
async function told(change: Partial<LetterTold> = {}): Promise<LetterTold> {
  const developments = await developmentsOf(office.ledger, { kind: 'all' }, { after: 0, limit: 3 })
  return {
    id: 12,
    kind: 'news',
    madeAt: '2031-05-12T09:00:00.000Z',
    to: 'reader@site.example',
    follower: 3,
    following: 4,
    about: ['The depot fire'],
    stories: [{ story: 5, title: 'The depot fire', developments }],
    missed: [],
    follows: ['The depot fire'],
    ...change,
  }
}

/** Addresses in both forms of a letter. */
const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s"'<>]+/g) ?? []

test('a letter is received whole: what it is, how it is ended, and both forms with the same links', async () => {
  const box = await startMailbox()
  await office.follows('reader@site.example', { kind: 'all' })
  await office.send(box.settings)
  await box.close()
  const [letter] = box.letters
  const { headers, text = '', html, messageId } = letter?.read ?? {}
  expect(letter?.from).toMatch(/^returns\+[\w~-]+@hearsay\.example$/)
  expect(messageId).toMatch(/^<letter\.[\w~-]+@hearsay\.example>$/)
  expect(headers?.get('auto-submitted')).toBe('auto-generated')
  expect(headers?.get('precedence')).toBe('bulk')
  expect(letter?.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(letter?.source.replace(/\r\n\s+/g, ' ')).toMatch(
    /^List-Unsubscribe: <https:\/\/hearsay\.example\/follow\/end\/[\w~-]+>\r$/m,
  )
  expect(letter?.source.replace(/\r\n\s+/g, ' ')).toMatch(/^List-Id: Hearsay <letters\.hearsay\.example>\r$/im)
  expect(linksIn(text).length).toBeGreaterThan(4)
  expect(new Set(linksIn(String(html)).map((link) => link.replaceAll('&amp;', '&')))).toEqual(new Set(linksIn(text)))
  expect(String(html)).not.toMatch(/<(?:img|script|link|iframe|form)\b|url\(|@import/i)
  expect(
    text.split('\n').every((line) => line.length <= 72 || /^\S*https?:\S+$/.test(line.replace(/^\w+: /, ''))),
  ).toBe(true)
})

test('one click is offered where it goes over an encrypted connection, and nowhere else (RFC 8058)', async () => {
  const near = await simpleParser((await messageOf(await told(), { ...SENDER, site: 'http://127.0.0.1:4316' })).bytes)
  expect(near.headers.has('list-unsubscribe-post')).toBe(false)
  expect(near.headers.get('list')).toMatchObject({ unsubscribe: { url: expect.stringMatching(/^http:\/\/127/) } })
})

test('no letter has the same link twice', async () => {
  for (const kind of ['confirmation', 'access'] as const) {
    const links = linksIn((await messageOf(await told({ kind, stories: [] }), SENDER)).text)
    expect(links).toEqual([...new Set(links)])
  }
})

test('links lead to the site itself or to the page that was read, and nowhere that counts', async () => {
  const read = await simpleParser((await messageOf(await told(), SENDER)).bytes)
  const pages = new Set((await told()).stories[0]?.developments.map(({ claim }) => claim.url))
  for (const link of linksIn(read.text ?? '')) expect(link.startsWith(`${SITE}/`) || pages.has(link)).toBe(true)
})

test('a subject is the one development, or the name of what several are of; nothing is said twice', async () => {
  const [one] = (await told()).stories[0]?.developments ?? []
  const stories = [{ story: 5, title: 'The depot fire', developments: one === undefined ? [] : [one] }]
  const single = await simpleParser((await messageOf(await told({ stories }), SENDER)).bytes)
  expect(single.subject).toBe(one && developmentTitle(one).slice(0, 150))
  const several = await simpleParser((await messageOf(await told({ about: ['Fire '.repeat(100)] }), SENDER)).bytes)
  expect(several.subject).toMatch(/^(?:Fire )+.*: 3 developments$/)
  expect(several.text?.match(new RegExp(`${SITE}/story/`, 'g'))).toHaveLength(1)
})

test('letters about one story are one thread; the same letter is the same message', async () => {
  const [one, again, other] = await Promise.all(
    [await told(), await told(), await told({ id: 13 })].map(async (letter) =>
      simpleParser((await messageOf(letter, SENDER)).bytes),
    ),
  )
  expect(one?.references).toEqual(other?.references)
  expect(one?.messageId).toBe(again?.messageId)
  expect(one?.date).toEqual(again?.date)
  expect(one?.messageId).not.toBe(other?.messageId)
})

test.each([
  ['line ends', 'Two dead\r\nBcc: victim@site.example\r\n\r\nbody'],
  ['direction overrides', 'Two \u202edaed\u202c \u2066dead'],
  ['null bytes and halves of characters', 'Two\u0000 dead \ud800'],
  ['markup', '<script>alert(1)</script><img src=https://evil.example/a.png>'],
  ['a million letters', 'Two dead '.repeat(120_000)],
  ['other scripts', 'حريق في المستودع - Žluťoučký kůň 火災'],
])('a headline with %s is words and nothing else', async (_, title) => {
  const base = await told()
  const [first] = base.stories[0]?.developments ?? []
  const own =
    first === undefined
      ? []
      : [{ ...first, storyTitle: title, claim: { ...first.claim, headline: title, outlet: title } }]
  const letter = { ...base, about: [title], follows: [title], stories: [{ story: 5, title, developments: own }] }
  const { bytes } = await messageOf(letter, SENDER)
  const read = await simpleParser(bytes)
  expect([...read.headers.keys()]).not.toContain('bcc')
  expect(read.headers.get('to')).toMatchObject({ text: 'reader@site.example' })
  expect(read.subject?.length).toBeLessThan(160)
  expect(read.subject).not.toMatch(/[^\P{Cc}]|\u202e/u)
  expect(String(read.html)).not.toMatch(/<(?:script|img)/i)
  expect(bytes.length).toBeLessThan(100_000)
  if (title.includes('حريق')) expect(read.subject).toContain('حريق في المستودع')
})

test('a letter to a name in another script goes to its domain in ASCII', async () => {
  const read = await simpleParser((await messageOf(await told({ to: 'žofie@xn--bcher-kva.example' }), SENDER)).bytes)
  expect(JSON.stringify(read.to)).toContain('žofie@')
})

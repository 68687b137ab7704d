// The whole way of a reader in a browser: the form, the letter that asks, the button, news, and the way out.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeDevelopments } from '../../src/ledger/developments/notice.ts'
import { endLettersAt, followsAt } from '../../src/publish/addresses.ts'
import { type MailAddress, mailAddress } from '../../src/publish/following/address.ts'
import { askToFollow } from '../../src/publish/following/ask.ts'
import { confirm } from '../../src/publish/following/follower.ts'
import type { Following } from '../../src/publish/following/open.ts'
import { secretOf, signed } from '../../src/publish/following/secret.ts'
import { pass } from '../../src/publish/mail/pass.ts'
import { PRIVACY } from '../../src/web/words/following.ts'
import { screensOf } from '../web/screens.ts'
import { type ExampleSite, exampleSite, openBrowser } from '../web/site.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let [site, following, box, browser] = [] as unknown as [ExampleSite, Following, Mailbox, Browser]
const now = () => new Date().toISOString()

beforeAll(async () => {
  site = await exampleSite({ sendsLetters: true })
  following = site.following
  box = await startMailbox()
  browser = await openBrowser()
  await noticeDevelopments(site.ledger, now())
})
afterAll(async () => {
  await browser.close()
  await box.close()
  await site.close()
})

const send = () =>
  pass({
    ledger: site.ledger,
    following: site.following,
    settings: box.settings,
    site: site.address,
    signal: new AbortController().signal,
  })

/** Holds a screen against axe-core's rules. */
async function clean(page: Page): Promise<void> {
  await page.evaluate(AXE)
  const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as { id: string }[]
  expect(found.map(({ id }) => id)).toEqual([])
}

/** The address in a letter that has some words in it. */
const linkIn = (text: string, part: string): string =>
  text.match(/https?:\/\/\S+/g)?.find((link) => link.includes(part)) ?? ''

const post = (
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: site.address },
) => site.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers })

test('a reader follows a story, confirms, gets news, and ends it in one click', async () => {
  const { story } = await screensOf(site)
  const page = await browser.newPage()
  await page.goto(site.address + story)
  await clean(page)
  await page.getByLabel('Your address of mail').fill('Reader@site.example')
  await page.getByLabel('Letters come').selectOption('at once')
  await page.getByRole('button', { name: 'Ask for letters' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await clean(page)
  expect(await send()).toMatchObject({ sent: 1 })
  const confirm = linkIn(box.letters[0]?.read.text ?? '', '/follow/confirm/')
  await page.goto(confirm)
  expect(await site.following.db.selectFrom('following').select('confirmedAt').execute()).toEqual([
    { confirmedAt: null },
  ])
  await page.getByRole('button', { name: 'Yes, follow it' }).click()
  await page.getByText('You follow it now.').waitFor()
  await clean(page)
  // As if all that was noticed came now.
  await following.write((db) => db.updateTable('following').set({ after: 0 }).execute())
  expect(await send()).toMatchObject({ begun: 1, sent: 1 })
  const news = box.letters[1]?.read.text ?? ''
  await page.goto(linkIn(news, '/letter/'))
  await page.getByRole('heading', { level: 1, name: /^Letter of/ }).waitFor()
  await clean(page)
  const end = linkIn(news, '/follow/end/')
  await page.goto(end)
  await clean(page)
  expect(await site.following.db.selectFrom('follower').select('id').execute()).toHaveLength(1)
  // A mail program posts by itself: no origin, no cookie.
  const ended = await post(new URL(end).pathname, { 'List-Unsubscribe': 'One-Click' }, {})
  expect(ended.status).toBe(200)
  for (const table of ['follower', 'following', 'letter'] as const)
    expect(await site.following.db.selectFrom(table).selectAll().execute()).toEqual([])
  expect((await post(new URL(end).pathname, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200)
  await page.close()
})

test('an address that is none is told at its field; what cannot be followed is said', async () => {
  const wrong = await post('/follow', { all: 'yes', address: 'nobody at all' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toMatch(/aria-invalid="true" aria-describedby="letters-wrong"/)
  expect((await post('/follow', { story: '999999', address: 'a@site.example' })).status).toBe(404)
  expect((await post('/follow', { q: '"', address: 'a@site.example' })).status).not.toBe(500)
})

test('strangers cannot have words of theirs sent to anybody', async () => {
  const victim = { address: 'victim@words.example' }
  for (const fields of [{ outlet: 'Buy at evil.example' }, { unnamed: 'Buy at evil.example' }, { speaker: 'evil' }])
    expect((await post('/follow', { ...victim, ...fields })).status).toBe(404)
  const { outlet } = await site.ledger.db.selectFrom('article').select('outlet').executeTakeFirstOrThrow()
  expect((await site.ask(`/follow?${new URLSearchParams({ outlet: outlet as string })}`)).status).toBe(200)
  expect((await post('/follow', { ...victim, q: 'buy at evil.example' })).status).toBe(303)
  await send()
  const letter = box.letters.find(({ to }) => to === 'victim@words.example')
  expect(letter?.read.subject).toMatch(/^Confirm on .+: a search$/)
  expect(letter?.source).not.toContain('evil')
  const confirm = await site.ask(new URL(linkIn(letter?.read.text ?? '', '/follow/confirm/')).pathname)
  expect(await confirm.text()).toContain('buy at evil.example')
})

test('forms that are none are answered, not failed at', async () => {
  const { id } = await following.db.selectFrom('follower').select('id').limit(1).executeTakeFirstOrThrow()
  const mine = followsAt(signed(await secretOf(following), 'manage', id, Date.now() + 60_000))
  const headers = { origin: site.address, 'content-type': 'multipart/form-data' }
  for (const path of ['/follow', mine])
    expect((await site.ask(path, { method: 'POST', body: 'x', headers })).status).toBeLessThan(500)
  for (const of of ['', 'x', '1e400', '-1', '1.5'])
    expect((await post(mine, { do: 'end', following: of })).status).toBe(410)
  expect(await following.db.selectFrom('follower').select('id').where('id', '=', id).execute()).toHaveLength(1)
  expect((await post(mine, { do: 'forget' })).status).toBe(200)
})

test('every address gets the same answer, and nobody is flooded', async () => {
  const ask = (fields: Record<string, string> = {}) =>
    post('/follow', { all: 'yes', address: 'victim@site.example', rhythm: 'daily', ...fields })
  const answers = []
  for (let at = 0; at < 6; at++) answers.push((await ask()).headers.get('location'))
  expect(new Set(answers)).toEqual(new Set(['/follow/asked']))
  expect((await ask({ website: 'https://spam.example' })).headers.get('location')).toBe('/follow/asked')
  expect(await site.following.db.selectFrom('letter').select('id').execute()).toHaveLength(3)
  for (let at = 0; at < 20; at++) await ask({ address: `other${at}@site.example` })
  expect((await ask({ address: 'last@site.example' })).status).toBe(429)
})

test('signed addresses that were altered, or are for something else, open nothing', async () => {
  const { id } = await site.following.db.selectFrom('follower').select('id').limit(1).executeTakeFirstOrThrow()
  for (const path of ['confirm', 'mine', 'end', 'never'])
    for (const signed of [`${id.toString(36)}--aaaaaaaaaaaaaaaaaaaaaa`, 'x', '1-1-1', '%00'])
      expect((await site.ask(`/follow/${path}/${signed}`)).status).toBe(410)
  expect(await site.following.db.selectFrom('follower').select('id').where('id', '=', id).execute()).toHaveLength(1)
})

test('the privacy page names every table that is kept of people, and no other', async () => {
  const tables = (await site.following.db.introspection.getTables()).map(({ name }) => name)
  const ofPeople = ['asking', 'follower', 'following', 'letter', 'refusal', 'return']
  expect(PRIVACY.kept.map(({ table }) => table).toSorted()).toEqual(ofPeople)
  expect(tables).toEqual(expect.arrayContaining(ofPeople))
})

test('readers ask for letters and write nothing else; of a private site letters still lead to what they say', async () => {
  const own = await exampleSite({ sendsLetters: true, password: 'larch' })
  const from = { method: 'POST', headers: { origin: own.address } }
  const asked = await own.ask('/follow', { ...from, body: new URLSearchParams({ all: 'yes', address: 'no' }) })
  expect(asked.status).toBe(400)
  expect((await own.ask('/', { ...from, body: new URLSearchParams({}) })).status).toBe(403)
  await own.close()
  const closed = await exampleSite({ sendsLetters: true, password: 'larch', isPublic: false })
  const body = new URLSearchParams({ all: 'yes', address: 'a@site.example' })
  const stranger = await closed.ask('/follow', { method: 'POST', headers: { origin: closed.address }, body })
  expect(stranger.status).toBe(403)
  expect((await closed.ask('/follow/end/x')).status).toBe(410)
  expect((await closed.ask('/privacy')).status).toBe(200)
  await closed.close()
})

test('what is for one reader is not for search engines; all else is', async () => {
  expect((await site.ask('/letter/x')).headers.get('x-robots-tag')).toBe('noindex')
  for (const path of ['/methods', '/follow?all=yes', '/'])
    expect((await site.ask(path)).headers.get('x-robots-tag')).toBeNull()
})

test('where letters are sent no more, who followed still sees and ends it', async () => {
  const own = await exampleSite()
  const address = mailAddress('reader@site.example') as MailAddress
  const rhythm = { rhythm: 'daily', hour: 6, weekday: 1 } as const
  await askToFollow(own.following, { address, followed: { kind: 'all' }, rhythm, from: 'x' }, now())
  await confirm(own.following, 1, 0, now())
  const secret = await secretOf(own.following)
  expect((await own.ask(followsAt(signed(secret, 'manage', 1, Date.now() + 60_000)))).status).toBe(200)
  expect((await own.ask(endLettersAt(signed(secret, 'end', 1)), { method: 'POST' })).status).toBe(200)
  expect(await own.following.db.selectFrom('follower').select('id').execute()).toEqual([])
  await own.close()
})

test('a site that sends no letters offers none', async () => {
  const own = await exampleSite()
  const { story } = await screensOf(own)
  expect(await (await own.ask(story as string)).text()).not.toContain('by-letter')
  expect((await own.ask('/follow?all=yes')).status).toBe(404)
  await own.close()
})

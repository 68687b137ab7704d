// A story as a reader gets it: the plain sentence first, the loudest change, and from everything a way to what it rests on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storiesListed, storyTold } from '../../src/ledger/told.ts'
import { accountView, loudestOf } from '../../src/web/story/head.ts'
import { storyView } from '../../src/web/story/view.ts'
import { storyTold as madeStory } from '../told.ts'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite
let depot: number
beforeAll(async () => {
  site = await exampleSite()
  const all = await storiesListed(site.ledger)
  depot = all.toSorted((one, other) => other.articles - one.articles)[0]?.id ?? 0
}, 120_000)
afterAll(() => site.close())

const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

const page = async (path: string): Promise<string> => (await site.ask(path)).text()

test('says first how many tell it and to how few it traces, then what was dropped', async () => {
  const html = await page(`/story/${depot}`)
  const story = await storyTold(site.ledger, depot)
  const words = wordsOf(html)
  expect(words).toContain(story?.account.sentence)
  expect(html).toMatch(/<b>8<\/b> outlets/)
  const [sentence, loudest, origins] = ['Independence is not', 'Loudest change', 'Where it comes from'].map((some) =>
    words.indexOf(some),
  ) as [number, number, number]
  expect(sentence).toBeGreaterThan(0)
  expect(loudest).toBeGreaterThan(sentence)
  expect(origins).toBeGreaterThan(loudest)
  expect(words).toMatch(/The headline of [^.]+ dropped “may”[^.]* and “Up to”/)
})

test('can be cited, and walked through by keys; what only a script can do is hidden until there is one', async () => {
  const html = await page(`/story/${depot}`)
  const [, cited = ''] = /hidden data-key="c" data-copy="([^"]+)"/.exec(html) ?? []
  const story = await storyTold(site.ledger, depot)
  expect(wordsOf(cited)).toContain(story?.account.sentence)
  expect(cited).toContain(`${site.address}/story/${depot}, as told up to entry `)
  expect(html).toContain(`href="/story/${depot}" data-key="y"`)
  expect(html.match(/<blockquote class="said" data-stop>/g)).toHaveLength(story?.origins.length ?? 0)
  expect(html.match(/<li data-stop><span class="kind">/g)).toHaveLength(story?.drift.length ?? 0)
  expect(html.match(/<td data-stop>/g)).toHaveLength(story?.articles.length ?? 0)
})

test('every claim, article, speaker and outlet leads to its own page', async () => {
  const html = await page(`/story/${depot}`)
  for (const part of ['origins', 'figures', 'timeline', 'drift', 'articles'])
    expect(html).toContain(`id="s${depot}-${part}"`)
  const links = [...html.matchAll(/<a href="([^"]+)"/g)].map(([, to]) => to as string)
  for (const start of ['/claim/', '/article/', '/speaker/', '/outlet/', 'https://'])
    expect(links.filter((to) => to.startsWith(start)).length, start).toBeGreaterThan(2)
  const claims = await site.ledger.db.selectFrom('claim').select('id').where('isCurrent', '=', 1).execute()
  const known = new Set(claims.map(({ id }) => `/claim/${id}`))
  expect(links.filter((to) => to.startsWith('/claim/') && !known.has(to))).toEqual([])
  expect(html).toContain(`href="/story/${depot}/figures"`)
  expect(links.some((to) => to.includes('#:~:text='))).toBe(true)
})

test('says of each article when it was captured, and by which hash', async () => {
  const words = wordsOf(await page(`/story/${depot}`))
  expect(words.match(/captured \d+ \w+ \d{4} \d\d:\d\d UTC, SHA-256 [0-9a-f]{16}…/g)).toHaveLength(9)
})

test('holds nothing that the site forbids itself', async () => {
  const html = await page(`/story/${depot}`)
  expect(html).not.toMatch(/\sstyle=|<style|<script(?! type="module" src=)|\son\w+="/)
})

test('a story that became another leads there; one that never was is said to be missing', async () => {
  await site.ledger.db
    .insertInto('storyMerged' as never)
    .values({ id: 987_654, json: JSON.stringify(depot) } as never)
    .execute()
  const merged = await site.ask('/story/987654')
  expect([merged.status, merged.headers.get('location')]).toEqual([301, `/story/${depot}`])
  expect((await site.ask('/story/987654/figures')).headers.get('location')).toBe(`/story/${depot}/figures`)
  for (const path of [
    '/story/4294967',
    '/story/x',
    '/story/-1',
    '/story/999999999999999999999',
    '/story/4294967/figures',
  ]) {
    const answer = await site.ask(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(wordsOf(await answer.text())).toContain('There is no such story')
  }
})

test('lists stories latest first, each once, page by page', async () => {
  const all = await storiesListed(site.ledger)
  const [first, second] = all
  const rest = await storiesListed(site.ledger, { after: first ?? null })
  expect(rest.map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id))
  const html = await page('/stories')
  const ids = [...html.matchAll(/<h2><a href="\/story\/(\d+)"/g)].map(([, id]) => Number(id))
  expect(ids).toEqual(all.slice(0, 20).map(({ id }) => id))
  const after = await page(`/stories?after=${first?.lastDay}.${first?.articles}.${first?.id}`)
  expect(after.match(/<h2><a href="\/story\/(\d+)"/)?.[1]).toBe(String(second?.id))
  expect((await site.ask('/stories?after=%00nonsense')).status).toBe(200)
})

test('numbers that the sentence turns on are set apart, and no others', () => {
  const { source } = accountView(
    '12 outlets tell this in 14 articles. They trace to 2 origins; the lineage of 1 is unknown.',
  )
  expect([...source.matchAll(/<b>(\d+)<\/b>/g)].map(([, number]) => number)).toEqual(['12', '2', '1'])
})

test('the loudest change is one that headlines made, of those the one that most have', () => {
  const story = madeStory()
  expect(loudestOf(story)).toMatchObject({ kind: 'hedge dropped', to: { in: 'headline' } })
  const [first] = story.drift
  if (first === undefined) throw new Error('no drift')
  const widely = { ...first, lost: true, articles: ['a', 'b', 'c', 'd'] }
  expect(loudestOf({ ...story, drift: [...story.drift, widely] })).toBe(widely)
  expect(loudestOf({ ...story, drift: [] })).toBeNull()
})

test('words of pages stay words', () => {
  const hostile = '</title><script>alert(1)</script>\u202e"\'&'
  const nowhere = {
    articles: new Map(),
    captures: new Map(),
    claims: new Map(),
    speakers: new Map(),
    versions: new Map(),
  }
  const { source } = storyView(
    madeStory(() => hostile),
    { number: 1, numbers: nowhere, site: site.address, position: { seq: 1, at: '2031-05-15T10:00:00.000Z' } },
  )
  expect(source).not.toContain('<script')
  expect(source).not.toContain('\u202e')
})

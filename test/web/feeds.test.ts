// Feeds: what changed in claims, read back by two parsers of others, asked for as feed readers do.
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite()
}, 60_000)
afterAll(() => site.close())

const bodyOf = async (path: string): Promise<string> => (await site.ask(path)).text()

test('all developments as Atom, RSS and JSON Feed: the same entries, read alike by parsers of others', async () => {
  const atom = parseAtomFeed(await bodyOf('/feed.atom'))
  const rss = parseRssFeed(await bodyOf('/feed.rss'))
  const json = parseJsonFeed(JSON.parse(await bodyOf('/feed.json')))
  expect(atom.entries?.length).toBeGreaterThan(3)
  const other = new RssParser()
  expect((await other.parseString(await bodyOf('/feed.atom'))).items.map(({ title }) => title)).toEqual(
    atom.entries?.map(({ title }) => (title as unknown as { value: string }).value ?? title),
  )
  expect(rss.items?.length).toBe(json.items?.length)
})

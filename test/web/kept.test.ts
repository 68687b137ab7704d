// Pages that are kept: what they say is what the ledger says now, also after its stories were made anew.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rejoin } from '../../src/ledger/rejoin.ts'
import { storiesListed } from '../../src/ledger/told.ts'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite
let largest: number

beforeAll(async () => {
  site = await exampleSite()
  const stories = await storiesListed(site.ledger)
  largest = stories.toSorted((one, other) => other.articles - one.articles)[0]?.id as number
})
afterAll(() => site.close())

const page = async (path: string): Promise<string> => (await site.ask(path)).text()

test('what is made of half the stories, while they are made anew, is not kept', async () => {
  const whole = await page('/stories')
  const stop = new AbortController()
  await rejoin(site.ledger, { afresh: true, signal: stop.signal, onProgress: () => stop.abort() })
  const half = await site.ask('/stories')
  expect(half.headers.get('etag')).toBeNull()
  expect(await half.text()).not.toBe(whole)
  await rejoin(site.ledger)
  expect(await page('/stories')).toBe(whole)
  expect((await site.ask('/stories')).headers.get('etag')).not.toBeNull()
})

test('a picture is called the same whether it was kept or not', async () => {
  const asked = () => site.ask(`/story/${largest}/figures/1.svg`)
  const [first, again] = [await asked(), await asked()]
  expect(first.headers.get('content-disposition')).toMatch(/^inline; filename="hearsay-story-\d+-figures-1\.svg"$/)
  expect(again.headers.get('content-disposition')).toBe(first.headers.get('content-disposition'))
})

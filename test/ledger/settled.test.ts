import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../src/claims/attribution.ts'
import { loadEngine } from '../../src/claims/engines.ts'
import { readClaims } from '../../src/claims/index.ts'
import { enterPages, type Page } from '../../src/ledger/entry.ts'
import { noteRejoined } from '../../src/ledger/neighbourhood/edition.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { rejoin, rejoining } from '../../src/ledger/rejoin.ts'
import { statsOf } from '../../src/ledger/stats.ts'
import { storiesListed, storyTold } from '../../src/ledger/told.ts'
import { readPage } from '../../src/page/index.ts'
import { addArticle, newCollection } from '../../src/stories/collection.ts'
import { originOf } from '../../src/stories/origins.ts'
import type { Reading } from '../../src/stories/reading.ts'
import { storyOf } from '../../src/stories/stories.ts'
import { told } from '../../src/stories/told/told.ts'
import { onEachDatabase } from './databases.ts'

const ENTERED = '2026-01-01T00:00:00.000Z'

const TOLD = [
  [
    'Harbour Post',
    '2031-03-04',
    'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, Captain Ada Moss said on Monday. "We never saw the light," she said.',
  ],
  [
    'Bay Courier',
    '2031-03-04',
    'The ferry Calder struck the Grange lighthouse in fog and 14 passengers died, Captain Ada Moss told reporters on Monday.',
  ],
  [
    'Hill Times',
    '2031-03-05',
    'At least 20 passengers were on board the ferry Calder, the coast guard said on Tuesday. Captain Ada Moss said 14 passengers died at the Grange lighthouse.',
  ],
  [
    'Field Weekly',
    '2031-03-05',
    'The flour mill at Tarn will close in May and 300 workers will lose their jobs, its owner Jon Abel said on Tuesday.',
  ],
  [
    'Tarn Echo',
    '2031-03-06',
    'Some 300 workers lose their jobs when the Tarn flour mill closes in May, owner Jon Abel said.',
  ],
] as const

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine('rules')
})

async function pageOf(
  outlet: string,
  published: string,
  text: string,
  capturedAt = `${published}T09:00:00.000Z`,
): Promise<Page> {
  const article = readPage(text, { as: 'article', given: { outlet, published, headline: text.slice(0, 40) } })
  const [claims = []] = await readClaims([article], engine)
  const url = `https://${outlet.toLowerCase().replace(' ', '-')}.example/`
  return {
    bytes: new TextEncoder().encode(text),
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers: {},
    capturedAt,
    how: 'fetched',
    notes: [],
    article,
    addresses: [{ url, key: url }],
    reader: { engine: 'rules', edition: '1' },
    found: { claims, headline: null },
  }
}

const pages = () => Promise.all(TOLD.map(([outlet, published, text]) => pageOf(outlet, published, text)))

/** Who is with whom: for each claim the first claim of its origin, for each reading the first of its story. */
async function together(ledger: Ledger) {
  const members = await ledger.db.selectFrom('member').select(['mention', 'originId']).orderBy('mention').execute()
  const placed = await ledger.db.selectFrom('storyMember').select(['reading', 'storyId']).orderBy('reading').execute()
  return {
    origins: members.map(({ mention, originId }) => [mention, originId]),
    stories: placed.map(({ reading, storyId }) => [reading, storyId]),
  }
}

onEachDatabase(({ fresh }) => {
  test('joins what comes one by one as a collection in memory does', async () => {
    const ledger = await openLedger(await fresh())
    const collection = newCollection()
    const readings: Reading[] = []
    for (const page of await pages()) {
      const [entered] = await enterPages(ledger, [page], ENTERED)
      const reading = { id: `r${entered?.reading}`, article: page.article, claims: page.found.claims }
      readings.push(reading)
      addArticle(collection, reading)
    }
    const mentions = readings.flatMap(({ id, claims }) => claims.map((claim) => `${id}#${claim.id}`)).sort()
    expect(await together(ledger)).toEqual({
      origins: mentions.map((mention) => [mention, originOf(collection.origins, mention)]),
      stories: readings.map(({ id }) => [id, storyOf(collection.stories, id)]),
    })
    const stories = new Set((await together(ledger)).stories.map(([, story]) => story))
    expect(stories.size).toBe(2)
    await ledger.close()
  })

  test('joins what comes together as it would one by one, and once', async () => {
    const [one, all] = [await openLedger(await fresh()), await openLedger(await fresh())]
    for (const page of await pages()) await enterPages(one, [page], ENTERED)
    await enterPages(all, await pages(), ENTERED)
    await enterPages(all, await pages(), ENTERED)
    expect(await together(all)).toEqual(await together(one))
    await Promise.all([one.close(), all.close()])
  })

  test('puts the claims of a newer version where the older ones were', async () => {
    const ledger = await openLedger(await fresh())
    await enterPages(ledger, await pages(), ENTERED)
    const before = await together(ledger)
    const [outlet, published, text] = TOLD[1]
    const changed = await pageOf(
      outlet,
      published,
      text.replace('14 passengers', 'up to 14 passengers'),
      '2031-03-07T09:00:00.000Z',
    )
    const [entered] = await enterPages(ledger, [changed], ENTERED)
    const after = await together(ledger)
    expect(after.origins.some(([mention]) => String(mention).startsWith('r2#'))).toBe(false)
    const of = (some: typeof before.origins, start: string) =>
      some.find(([mention]) => String(mention).startsWith(start))?.[1]
    expect(of(after.origins, `r${entered?.reading}#`)).toBe(of(before.origins, 'r2#'))
    expect(new Map(after.stories as [string, number][]).get(`r${entered?.reading}`)).toBe(
      new Map(before.stories as [string, number][]).get('r1'),
    )
    await ledger.close()
  })
  test('tells a story as a collection in memory does, by its old number too', async () => {
    const ledger = await openLedger(await fresh())
    const collection = newCollection()
    const readings: Reading[] = []
    for (const page of await pages()) {
      const [entered] = await enterPages(ledger, [page], ENTERED)
      readings.push({ id: `r${entered?.reading}`, article: page.article, claims: page.found.claims })
      addArticle(collection, readings.at(-1) as Reading)
    }
    const listed = await storiesListed(ledger)
    expect(listed.map(({ articles }) => articles)).toEqual([2, 3])
    const stories = await Promise.all(listed.map(({ id }) => storyTold(ledger, id)))
    expect(new Map(stories.map((story) => [story?.id, story]))).toEqual(
      new Map(told(collection, readings).map((story) => [story.id, story])),
    )
    const [first, second] = listed.map(({ id }) => id) as [number, number]
    await ledger.write(async (db) => {
      await db.updateTable('storyMember').set({ storyId: second }).where('storyId', '=', first).execute()
      await db
        .insertInto('storyMerged' as never)
        .values({ id: first, json: `${second}` } as never)
        .execute()
    })
    expect((await storyTold(ledger, first))?.id).toBe(`s${second}`)
    expect(await storyTold(ledger, 99)).toBeNull()
    await ledger.close()
  })
  test('is made anew where another edition made it, and refuses what would not fit', async () => {
    const ledger = await openLedger(await fresh())
    await enterPages(ledger, await pages(), ENTERED)
    const before = await together(ledger)
    await sql`update tally set json = '0' where name = 'edition'`.execute(ledger.db)
    const [outlet, published, text] = TOLD[0]
    const later = await pageOf(outlet, published, `${text} More soon.`, '2031-03-08T09:00:00.000Z')
    await expect(enterPages(ledger, [later], ENTERED)).rejects.toMatchObject({
      name: 'LedgerError',
      trouble: 'outdated',
    })
    expect(await rejoin(ledger)).toBe(TOLD.length)
    expect(await together(ledger)).toEqual(before)
    const stopped = new AbortController()
    expect(await rejoining(ledger)).toBeNull()
    await ledger.write((db) => noteRejoined(db, 1))
    expect(await rejoining(ledger)).toEqual({ done: 1, of: TOLD.length })
    expect((await statsOf(ledger)).rejoining).toEqual({ done: 1, of: TOLD.length })
    await rejoin(ledger, { afresh: true, signal: stopped.signal, onProgress: () => stopped.abort() })
    expect(await rejoining(ledger)).toEqual({ done: TOLD.length, of: TOLD.length })
    expect(await rejoin(ledger)).toBe(TOLD.length)
    expect(await rejoining(ledger)).toBeNull()
    expect(await together(ledger)).toEqual(before)
    await enterPages(ledger, [later], ENTERED)
    await ledger.close()
  })
})

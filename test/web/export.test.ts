// A story's tables from the site: to whom, how much, unpacked by another library than packs them.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STORIES_EDITION } from '../../src/stories/edition.ts'
import { recordsOf } from '../tables.ts'
import { unzipped } from '../unzipped.ts'
import { type ExampleSite, exampleSite } from './site.ts'

describe("a story's tables", () => {
  let site: ExampleSite
  let story = 0
  beforeAll(async () => {
    site = await exampleSite({ excerpt: 300 })
    const row = await site.ledger.db.selectFrom('story').select('id').orderBy('size', 'desc').executeTakeFirstOrThrow()
    story = row.id
  }, 120_000)
  afterAll(() => site.close())

  test('are led to by one line of its screen', async () => {
    const page = await (await site.ask(`/story/${story}`)).text()
    expect(page).toContain(`href="/story/${story}/data.zip"`)
    expect(page).toContain(`href="/story/${story}/claims.csv"`)
  })

  test('come packed, each file as its descriptor says', async () => {
    const answer = await site.ask(`/story/${story}/data.zip`)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toContain(`hearsay-story-${story}-data.zip`)
    const files = await unzipped(Buffer.from(await answer.arrayBuffer()))
    const { resources, name, homepage } = JSON.parse(files.get('datapackage.json')?.toString() ?? '')
    expect(name).toBe(`hearsay-story-${story}`)
    expect(homepage).toBe(site.address)
    expect(resources.length).toBe(files.size - 1)
    for (const { path, bytes, hash } of resources) {
      const file = files.get(path) as Buffer
      expect(file.length).toBe(bytes)
      expect(`sha256:${createHash('sha256').update(file).digest('hex')}`).toBe(hash)
    }
    const again = await site.ask(`/story/${story}/data.zip`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    const among = { headers: { 'if-none-match': `"other", ${answer.headers.get('etag')?.replace(/^W\//, '')}` } }
    expect((await site.ask(`/story/${story}/data.zip`, among)).status).toBe(304)
    const madeBy = (edition: number) =>
      sql`update tally set json = ${String(edition)} where name = 'edition'`.execute(site.ledger.db)
    // Stories made anew are others, though nothing entered the ledger.
    await madeBy(999)
    expect((await site.ask(`/story/${story}/data.zip`, among)).headers.get('etag')).not.toBe(answer.headers.get('etag'))
    expect((await site.ask(`/story/${story}/data.zip`, among)).status).toBe(200)
    await madeBy(STORIES_EDITION)
  })

  test('come as one table of claims, which Excel knows to be UTF-8', async () => {
    const answer = await site.ask(`/story/${story}/claims.csv`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const records = recordsOf(bytes.toString().slice(1))
    expect(records.length).toBeGreaterThan(10)
  })

  test('are of no story that is not there', async () => {
    expect((await site.ask('/story/987654/data.zip')).status).toBe(404)
    expect((await site.ask('/story/987654/claims.csv')).status).toBe(404)
    expect((await site.ask('/story/x/claims.csv')).status).toBe(404)
  })
})

test('readers of a public site get excerpts, editors all', async () => {
  const site = await exampleSite({ excerpt: 200, password: 'a long password', tokens: ['a-token-for-programs'] })
  try {
    const { id } = await site.ledger.db
      .selectFrom('story')
      .select('id')
      .orderBy('size', 'desc')
      .executeTakeFirstOrThrow()
    const lengths = async (init?: RequestInit): Promise<number[]> => {
      const text = await (await site.ask(`/story/${id}/claims.csv`, init)).text()
      const rows = recordsOf(text.replace(/^\ufeff/, ''))
      const totals = Map.groupBy(rows, ({ article }) => article)
      return [...totals.values()].map((own) =>
        own.reduce((sum, { content_text = '' }) => sum + content_text.replace(/\u2026$/, '').length, 0),
      )
    }
    const [read, edited] = [
      await lengths(),
      await lengths({ headers: { authorization: 'Bearer a-token-for-programs' } }),
    ]
    // An apostrophe before what would be a formula comes on top.
    expect(Math.max(...read)).toBeLessThanOrEqual(210)
    expect(Math.max(...edited)).toBeGreaterThan(210)
  } finally {
    await site.close()
  }
}, 120_000)

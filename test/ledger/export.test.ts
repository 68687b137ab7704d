// Exports of a ledger: tables against their schemas, whatever pages hold and people decided; deaths in the columns of
// UCDP GED; an archive that warcio reads, and that another ledger reads the same.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { fileOf, itemsFrom } from '../../src/gather/ingest/file.ts'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { enterPages } from '../../src/ledger/entry.ts'
import { ALL, chosenFrom } from '../../src/ledger/holdings/chosen.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { parseQuery } from '../../src/ledger/search/parse.ts'
import { standingStill } from '../../src/ledger/still.ts'
import { readingPieces } from '../../src/publish/archive/readings.ts'
import { warcPieces } from '../../src/publish/archive/warc.ts'
import { gedPieces } from '../../src/publish/ged/write.ts'
import type { Container } from '../../src/publish/tables/container.ts'
import { type PackageOptions, writePackage } from '../../src/publish/tables/package.ts'
import { problemsOf, recordsOf } from '../tables.ts'
import { arrive, html, inlineReader } from './arriving.ts'
import { onEachDatabase } from './databases.ts'

const at = (day: number): string => `2025-01-0${day}T09:00:00.000Z`
const dated = (day: number): string => `<meta property="article:published_time" content="2025-01-0${day}">`

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

/** Three reports of one statement, a page that is made against spreadsheets, and a pasted text. */
async function filled(ledger: Ledger): Promise<void> {
  const said = 'The fire at the depot in Lowick killed 12 people on Friday, the mayor, Ann Lee, said on Saturday.'
  await arrive(ledger, 'https://post.example/1', html('Fire kills 12 in Lowick', said, dated(4)), at(4))
  await arrive(ledger, 'https://gazette.example/1', html('Twelve dead; many hurt', said, dated(5)), at(5))
  await arrive(ledger, 'https://gazette.example/1', html('Twelve dead; many hurt', said, dated(5)), at(6))
  const hostile =
    '\u201c=HYPERLINK(1), we say\u201d, said Ann Lee. \u201c- No, \u202e never,\u201d Bob Ray said. At least 3 people were wounded, he said.'
  await arrive(ledger, 'https://bad.example/?q="x",y', html('=cmd|calc!A1', hostile, dated(5)), at(6))
  await arrive(
    ledger,
    null,
    `+1 for Lowick\n\nAt least 40 people were killed, police said on Saturday. ${'x '.repeat(90)}`,
    at(7),
    {
      how: 'pasted',
      status: null,
      headers: {},
    },
  )
}

const files = (): { readonly all: Map<string, Buffer>; readonly into: Container } => {
  const all = new Map<string, Buffer>()
  return {
    all,
    into: {
      file: (path) => {
        const pieces: Uint8Array[] = []
        return { write: (bytes) => void pieces.push(bytes), end: () => void all.set(path, Buffer.concat(pieces)) }
      },
      end: () => {},
    },
  }
}

async function packaged(ledger: Ledger, chosen = ALL, options: PackageOptions = {}): Promise<Map<string, Buffer>> {
  const still = await standingStill(ledger)
  try {
    const { all, into } = files()
    await writePackage(still, chosen, into, options)
    return all
  } finally {
    await still.close()
  }
}

const table = (all: ReadonlyMap<string, Buffer>, name: string) => recordsOf(all.get(`${name}.csv`)?.toString() ?? '')

onEachDatabase(({ fresh }) => {
  const opened = async (): Promise<Ledger> => {
    const ledger = await openLedger(await fresh())
    await filled(ledger)
    return ledger
  }

  describe('tables', () => {
    test('are as their schemas say, and the same twice', async () => {
      const ledger = await opened()
      const all = await packaged(ledger)
      expect(problemsOf(all)).toEqual([])
      expect(table(all, 'articles').length).toBe(4)
      expect(table(all, 'claims').length).toBeGreaterThan(5)
      expect(table(all, 'articles').map(({ headline }) => headline)).toContain("'=cmd|calc!A1")
      const again = await packaged(ledger)
      for (const [path, bytes] of all) expect(again.get(path)?.equals(bytes), path).toBe(true)
      await ledger.close()
    })

    test('are of nothing where there is nothing', async () => {
      const ledger = await openLedger(await fresh())
      expect(problemsOf(await packaged(ledger))).toEqual([])
      await ledger.close()
    })

    test('hold together of a part, and say what of it is chosen', async () => {
      const ledger = await opened()
      const chosen = await chosenFrom(ledger, { query: parseQuery('measure:killed') })
      const all = await packaged(ledger, chosen ?? ALL, { of: 'search measure:killed' })
      expect(problemsOf(all)).toEqual([])
      const [claims, figures] = [table(all, 'claims'), table(all, 'figures')]
      expect(claims.length).toBeGreaterThan(2)
      for (const { claim } of claims)
        expect(
          figures.some((one) => one.claim === claim && one.measure === 'killed'),
          claim,
        ).toBe(true)
      expect(await chosenFrom(ledger, { story: 999 })).toBeNull()
      await ledger.close()
    })

    test('obey people: what is hidden is nowhere, what is one origin is one', async () => {
      const ledger = await opened()
      const before = table(await packaged(ledger), 'claims')
      const killed = before.filter(({ content_text }) => /killed/.test(content_text ?? ''))
      const [one, other] = [killed[0], killed.find(({ origin }) => origin !== killed[0]?.origin)]
      const by = { by: 'Jo', why: 'looked at it', at: at(8) }
      const hidden = before.find(({ content_text }) => /No,/.test(content_text ?? ''))
      await correct(ledger, Number(hidden?.claim), { field: 'hidden', hidden: true }, by)
      await correct(
        ledger,
        Number(one?.claim),
        { field: 'origin', how: 'merge', one: [Number(one?.claim), Number(other?.claim)], not: [] },
        by,
      )
      const all = await packaged(ledger)
      expect(problemsOf(all)).toEqual([])
      const after = table(all, 'claims')
      expect(after.map(({ claim }) => claim)).not.toContain(hidden?.claim)
      for (const name of ['claims', 'figures', 'hedges', 'links', 'reports'])
        expect(table(all, name).map(({ claim }) => claim)).not.toContain(hidden?.claim)
      const originOf = (claim: string | undefined) => after.find((row) => row.claim === claim)?.origin
      expect(originOf(one?.claim)).toBe(originOf(other?.claim))
      const origin = table(all, 'origins').find((row) => row.origin === originOf(one?.claim))
      expect(origin?.decided).toBe('true')
      expect(Number(origin?.articles)).toBeGreaterThan(1)
      await ledger.close()
    })

    test('give of each article no more than the excerpt', async () => {
      const ledger = await opened()
      const all = await packaged(ledger, ALL, { excerpt: 40 })
      const claims = table(all, 'claims')
      expect(problemsOf(all)).toEqual([])
      expect(table(all, 'origins').map(({ content_text }) => content_text)).toEqual(table(all, 'origins').map(() => ''))
      for (const own of Map.groupBy(claims, ({ article }) => article).values())
        expect(
          own.reduce((sum, row) => sum + (row.content_text ?? '').replace(/^'|\u2026$/g, '').length, 0),
        ).toBeLessThanOrEqual(40)
      await ledger.close()
    })

    test('are of one moment, whoever writes meanwhile', async () => {
      const ledger = await opened()
      const still = await standingStill(ledger)
      await arrive(
        ledger,
        'https://late.example/1',
        html('Late', 'Two people were killed, Ann Lee said.', dated(6)),
        at(9),
      )
      const { all, into } = files()
      await writePackage(still, ALL, into)
      await still.close()
      expect(table(all, 'articles').length).toBe(4)
      expect(table(await packaged(ledger), 'articles').length).toBe(5)
      await ledger.close()
    })
  })

  test('deaths have the columns of UCDP GED, each once for its origin, and no best estimate', async () => {
    const ledger = await opened()
    const still = await standingStill(ledger)
    const csv = Buffer.concat(await gathered(gedPieces(still, ALL))).toString()
    await still.close()
    const columns =
      `id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
      dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
      number_of_sources source_article source_office source_date source_headline source_original where_prec
      where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region
      event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa
      gwnob`.split(/\s+/)
    expect(columns.length).toBe(49)
    expect(csv.split('\r\n')[0]).toBe(columns.join(','))
    const rows = recordsOf(csv)
    const fire = rows.find(({ low, high }) => low === '12' && high === '12')
    expect(fire).toMatchObject({
      number_of_sources: '1',
      source_date: '2025-01-04;2025-01-05',
      source_headline: 'Fire kills 12 in Lowick;Twelve dead, many hurt',
      source_original: 'Ann Lee',
      date_start: '2025-01-03',
      date_prec: '1',
      best: '',
    })
    expect(rows.find(({ low }) => low === '40')).toMatchObject({ high: '', best: '' })
    expect(rows.every(({ best, deaths_a, latitude }) => best === '' && deaths_a === '' && latitude === '')).toBe(true)
    expect(rows.some(({ low }) => low === '3')).toBe(false)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    await ledger.close()
  })

  test('an archive is read by warcio, and by another ledger to the same Readings', async () => {
    const ledger = await opened()
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-export-'))
    const readingsOf = async (one: Ledger): Promise<object[]> => {
      const still = await standingStill(one)
      const lines = Buffer.concat(await gathered(readingPieces(still, ALL))).toString()
      await still.close()
      const all = lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      return all.map(({ article: { why: _, ...article }, claims }) => ({ article, claims }))
    }
    try {
      const still = await standingStill(ledger)
      const pieces = () => gathered(warcPieces(still, ALL, { software: 'hearsay/test' }))
      const archive = Buffer.concat(await pieces())
      expect(Buffer.concat(await pieces()).equals(archive)).toBe(true)
      await still.close()

      const kinds: string[] = []
      const parser = new WARCParser(
        (async function* () {
          yield archive
        })(),
      )
      for await (const record of parser) {
        kinds.push(record.warcType ?? '')
        const [payload, , digest] = [await record.readFully(true), null, record.warcHeader('WARC-Payload-Digest')]
        if (record.warcType === 'response' || record.warcType === 'resource') {
          const { createHash } = await import('node:crypto')
          expect(digest).toBe(`sha256:${createHash('sha256').update(payload).digest('hex')}`)
        }
      }
      expect(kinds.filter((kind) => kind === 'response').length).toBe(3)
      expect(kinds.filter((kind) => kind === 'revisit').length).toBe(1)
      expect(kinds.filter((kind) => kind === 'resource').length).toBe(1)
      expect(kinds.filter((kind) => kind === 'metadata').length).toBe(5)

      const path = join(folder, 'captures.warc.gz')
      await writeFile(path, archive)
      const other = await openLedger(await fresh())
      for await (const item of itemsFrom(await fileOf(path), 0)) {
        if (item.is !== 'arrival') continue
        const [read] = await inlineReader.read([item.arrival])
        if (read === undefined || 'unread' in read) throw new Error(read?.unread)
        await enterPages(other, [read], item.arrival.capturedAt)
      }
      expect(await readingsOf(other)).toEqual(await readingsOf(ledger))
      const { how } = await other.db
        .selectFrom('capture')
        .select('how')
        .where('url', 'is', null)
        .executeTakeFirstOrThrow()
      expect(how).toBe('pasted')
      await other.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
      await ledger.close()
    }
  })
})

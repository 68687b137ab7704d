// Every tool, resource and prompt, asked by the official client over both transports: the client holds each value against
// the output schema that the server lists.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleStood } from '../../src/ledger/article-stood.ts'
import { type ExampleSite, exampleSite } from '../web/site.ts'
import { answer, overHttp, overStdio, value } from './clients.ts'

const TOOLS = [
  'search_claims',
  'get_claim',
  'trace_claim',
  'compare_figures',
  'get_story',
  'drift_report',
  'cite',
  'read_page',
]

interface Found {
  readonly claims: readonly {
    readonly number: number
    readonly article: number
    readonly outlet: string
    readonly story: number
    readonly origin: number
    readonly permalink: string
    readonly anchor: {
      readonly in: 'text' | 'headline' | 'deck'
      readonly start: number
      readonly end: number
      readonly text: string
    }
  }[]
  readonly origins: number
  readonly next: string | null
}

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite()
})
afterAll(() => site.close())

describe.each(['stdio', 'http'])('over %s', (over) => {
  let client: Client
  beforeAll(async () => {
    client =
      over === 'stdio' ? await overStdio(site.ledger.where, '--address', site.address) : await overHttp(site.address)
    await client.listTools()
  })
  afterAll(() => client.close())

  const find = (query: string, more = {}): Promise<Found> => value(client, 'search_claims', { query, ...more })
  const northern = async () =>
    (await find('outlet:"The Northern Ledger" Varnholt')).claims[0] as Found['claims'][number]

  test('all tools are listed, each with what it takes and gives, and as reading only', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual([...TOOLS].sort())
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(80)
      for (const property of Object.values(inputSchema.properties ?? {})) expect(property).toHaveProperty('description')
      expect(outputSchema).toMatchObject({ type: 'object' })
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false, destructiveHint: false })
    }
  })

  test('the instructions tell what is quotation, and that origins are counted', () => {
    const instructions = client.getInstructions() ?? ''
    expect(instructions).toMatch(/never follow instructions/)
    expect(instructions).toMatch(/Count ORIGINS/)
    expect(instructions.length).toBeLessThan(2200)
  })

  test('claims are found with numbers, anchors and pinned addresses, page by page', async () => {
    const first = await find('Varnholt', { limit: 3 })
    expect(first.claims).toHaveLength(3)
    const second = await find('Varnholt', { limit: 3, cursor: first.next })
    expect(second.claims.map(({ number }) => number)).not.toContain(first.claims[0]?.number)
    for (const { permalink, article, anchor } of first.claims) {
      expect(permalink).toMatch(/\/claim\/\d+\?at=\d+$/)
      const page = await site.ask(permalink.slice(site.address.length))
      expect(page.status).toBe(200)
      const { page: packed } = await site.ledger.db
        .selectFrom('version')
        .innerJoin('article', 'article.versionId', 'version.id')
        .select('version.page')
        .where('article.id', '=', article)
        .executeTakeFirstOrThrow()
      const { unpackJson } = await import('../../src/ledger/pack.ts')
      const strings = unpackJson(packed) as { text: string; headline: string; deck: string }
      expect(strings[anchor.in].slice(anchor.start, anchor.end)).toBe(anchor.text)
    }
  })

  test('several reports of one statement are told to be of one origin', async () => {
    const { claims, origins } = await find('speaker:Maren', { limit: 10 })
    expect(origins).toBeLessThan(claims.length)
    expect(await answer(client, 'search_claims', { query: 'speaker:Maren' })).toMatch(
      /8 claims here, of [1-7] origins?:/,
    )
  })

  test('a claim in full: on whose word, and the capture that proves it', async () => {
    const { number } = await northern()
    const text = await answer(client, 'get_claim', { claim: number })
    expect(text).toContain('On whose word:')
    expect(text).toMatch(/SHA-256 [0-9a-f]{64}/)
  })

  test('a traced claim: outlets, origins and unknown lineage are counted, each report with how it has it', async () => {
    const { number } = await northern()
    const traced = await value<{
      account: { outlets: number; origins: number; unknown: number; sentence: string }
      articles: number
      reports: { outlet: string; lineage: { lineage: string } | null }[]
      next: string | null
    }>(client, 'trace_claim', { claim: number, limit: 2 })
    expect(traced.account.origins).toBeLessThan(traced.account.outlets)
    expect(traced.reports).toHaveLength(2)
    expect(traced.articles).toBeGreaterThan(2)
    expect(traced.next).not.toBeNull()
    for (const { lineage } of traced.reports) expect(lineage?.lineage).toMatch(/traced|unknown/)
    const text = await answer(client, 'trace_claim', { claim: number })
    expect(text).toContain(traced.account.sentence)
    expect(text).not.toMatch(/\bconfirm(?:s|ed)\b(?![^⟦]*⟧)/)
  })

  test('what each report changed of the earliest can be looked up, on whatever page of the answer', async () => {
    const { number } = await northern()
    const { earliest, reports } = await value<{
      earliest: { article: number }
      reports: {
        claims: { drift: { from: { in: 'text' | 'headline' | 'deck'; start: number; end: number; text: string } }[] }[]
      }[]
    }>(client, 'trace_claim', { claim: number, limit: 30 })
    const stood = await articleStood(site.ledger, earliest.article)
    const changes = reports.flatMap(({ claims }) => claims.flatMap(({ drift }) => drift))
    expect(changes.length).toBeGreaterThan(2)
    for (const { from } of changes) expect(stood?.article[from.in]?.slice(from.start, from.end)).toBe(from.text)
  })

  test('where the words of a chain stand is told, in a headline too', async () => {
    const { claims } = await find('', { limit: 25 })
    const places: string[] = []
    for (const { number, anchor } of claims) {
      const text = await answer(client, 'get_claim', { claim: number })
      for (const [, where] of text.matchAll(/^\d+\. .*⟧, (\w+) \d+-\d+\]$/gm)) places.push(`${where} ${anchor.in}`)
    }
    expect(places).toContain('headline headline')
    expect(places.every((place) => /^(\w+) \1$/.test(place))).toBe(true)
  })

  test('rival figures with who gave them: bounds stay open, and words have no number', async () => {
    const { story, number } = await northern()
    const text = await answer(client, 'compare_figures', { story })
    expect(text).toMatch(/⟦Up to 40⟧, ⟦up to 40⟧ = 40 at most; said 2031-05-12/)
    expect(text).toMatch(/⟦several dozen⟧ = words, no number/)
    const { panels } = await value<{ panels: { lanes: unknown[] }[] }>(client, 'compare_figures', { claim: number })
    expect(panels[0]?.lanes.length).toBeGreaterThan(1)
  })

  test('a story, each of its parts', async () => {
    const { story } = await northern()
    for (const part of ['origins', 'articles', 'matters', 'unsaid']) {
      const text = await answer(client, 'get_story', { story, part })
      expect(text).toContain(`${part}:`)
      expect(text).toMatch(/outlets tell this/)
    }
  })

  test('what a headline dropped of its own text', async () => {
    const { article } = await northern()
    const { headline, changes } = await value<{
      headline: { lost: string[] }
      changes: { kind: string; to: { anchor: { in: string } } }[]
    }>(client, 'drift_report', { article })
    expect(headline.lost.join(' ')).toMatch(/up to/i)
    expect(await answer(client, 'drift_report', { article })).toMatch(/The headline left out ⟦up to/i)
    expect(changes.some(({ kind, to }) => kind === 'hedge dropped' && to.anchor.in === 'headline')).toBe(true)
  })

  test('the answer that the documentation shows is the one that is given', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/mcp.md'), 'utf8')
    const given = await answer(client, 'drift_report', { article: 12 })
    expect(page).toContain(given.replaceAll(site.address, 'http://127.0.0.1:4316'))
  })

  test('what the tellings of a story changed', async () => {
    const { story } = await northern()
    expect(await answer(client, 'drift_report', { story })).toContain('hedge dropped')
  })

  test('a draft, held against itself and not kept', async () => {
    const before = await site.ledger.db.selectFrom('log').select('seq').execute()
    const text = await answer(client, 'drift_report', {
      headline: 'Blast injures 40',
      text: 'A blast may have injured up to 40 people at the mill, the fire chief Ana Brook said on Monday.\n\nMany were sent home.',
    })
    expect(text).toContain('read and not kept')
    expect(text).toContain('⟦up to⟧')
    expect(await site.ledger.db.selectFrom('log').select('seq').execute()).toEqual(before)
  })

  test.each(['text', 'csl', 'ris', 'bibtex'])('a citation as %s with hash and pinned address', async (format) => {
    const { number } = await northern()
    const cited = await value<{ citation: string; permalink: string }>(client, 'cite', { claim: number, format })
    expect(cited.citation).toMatch(/[0-9a-f]{64}/)
    expect(cited.permalink).toMatch(/\?at=\d+$/)
  })

  test('a page that is given, with its claims', async () => {
    const read = await value<{ article: { headline: string }; claims: { content: { text: string } }[]; stored: null }>(
      client,
      'read_page',
      {
        html: '<title>Mill fire hurts 12</title><article><h1>Mill fire hurts 12</h1><p>At least 12 people were hurt in the fire at the mill, police chief Ana Brook said on Monday.</p><p>The cause was not known, she said, and her officers would ask the owner about it.</p></article>',
        outlet: 'The Mill Post',
      },
    )
    expect(read.article.headline).toBe('Mill fire hurts 12')
    expect(read.claims.some(({ content }) => content.text.includes('12 people were hurt'))).toBe(true)
    expect(read.stored).toBeNull()
  })

  test('claims, articles and stories as resources: listed, read, completed', async () => {
    const { resources } = await client.listResources()
    for (const kind of ['claim', 'article', 'story'])
      expect(resources.some(({ uri }) => uri.startsWith(`hearsay://${kind}/`))).toBe(true)
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri })
      expect(contents[0]).toMatchObject({ uri, mimeType: 'text/plain' })
      expect((contents[0] as { text: string }).text.length).toBeGreaterThan(40)
    }
    const { resourceTemplates } = await client.listResourceTemplates()
    for (const { uriTemplate } of resourceTemplates) {
      const { completion } = await client.complete({
        ref: { type: 'ref/resource', uri: uriTemplate },
        argument: { name: 'number', value: '1' },
      })
      expect(completion.values).toContain('1')
      expect(completion.values.every((number) => number.startsWith('1'))).toBe(true)
    }
  })

  test('prompts ask for the tools by their names', async () => {
    const { prompts } = await client.listPrompts()
    expect(prompts.map(({ name }) => name)).toEqual(['check_headline', 'on_whose_word'])
    const { messages } = await client.getPrompt({ name: 'on_whose_word', arguments: { statement: '40 injured' } })
    expect(JSON.stringify(messages)).toContain('trace_claim')
  })

  test('answers stay within what an assistant can take', async () => {
    const { story, number, article } = await northern()
    const asked: [string, Record<string, unknown>][] = [
      ['search_claims', { query: '' }],
      ['get_claim', { claim: number }],
      ['trace_claim', { claim: number }],
      ['compare_figures', { story }],
      ['get_story', { story }],
      ['drift_report', { story }],
      ['drift_report', { article }],
    ]
    for (const [name, given] of asked) {
      const { content, structuredContent } = await client.callTool({ name, arguments: given })
      expect(JSON.stringify(content).length).toBeLessThan(16_000)
      expect(JSON.stringify(structuredContent).length).toBeLessThan(20_000)
    }
  })
})

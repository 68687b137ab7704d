// A hundred pages made to break programs, as linked data: every graph is well formed, means what the vocabularies allow, and
// holds no mark that acts on a terminal or ends a script.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterTogether } from '../../src/gather/enter.ts'
import { threadedReader } from '../../src/gather/reading/pool.ts'
import { type LinkedDocument, linkedJson } from '../../src/publish/linked/document.ts'
import { articleDocument, claimDocument, storyDocument } from '../../src/publish/linked/documents.ts'
import { hostilePages } from '../web/hostile-pages.ts'
import { type ExampleSite, exampleSite } from '../web/site.ts'
import { storeOf } from './rdf.ts'
import { objections } from './vocabularies.ts'
import { annotationFaults } from './web-annotation.ts'

let site: ExampleSite
const documents: LinkedDocument[] = []

beforeAll(async () => {
  site = await exampleSite()
  const { ledger } = site
  const reader = threadedReader('rules', 1)
  const read = await reader.read(hostilePages())
  await reader.close()
  const pages = read.flatMap((page) => ('unread' in page ? [] : [page]))
  const entered = await enterTogether(ledger, pages, '2031-03-01T08:00:00.000Z')
  const options = { site: 'https://hearsay.example', excerpt: null }
  for (const one of entered) {
    if ('unread' in one) throw new Error(one.unread)
    documents.push((await articleDocument(ledger, one.article, options)) as LinkedDocument)
    for (const claim of one.claims.slice(0, 1))
      documents.push((await claimDocument(ledger, claim, options)) as LinkedDocument)
  }
  for (const { id } of await ledger.db.selectFrom('story').select('id').execute())
    documents.push((await storyDocument(ledger, id, options)) as LinkedDocument)
}, 120_000)
afterAll(() => site.close())

test('every graph is one that programs read', { timeout: 240_000 }, async () => {
  expect(documents.length).toBeGreaterThan(120)
  const found = new Set<string>()
  for (const document of documents) {
    const sent = linkedJson(document)
    expect(sent).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u)
    for (const one of objections(await storeOf(JSON.parse(sent)))) found.add(one)
    for (const one of document['@graph'])
      if (one.type === 'Annotation') for (const fault of annotationFaults(one)) found.add(fault)
  }
  expect([...found]).toEqual([])
})

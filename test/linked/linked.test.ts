// Every article, claim and story of the examples as linked data: held against the published vocabularies, the Web
// Annotation model and the article's own text, and asked what a linked-data person would ask. Nothing is fetched.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleStood } from '../../src/ledger/article-stood.ts'
import type { Article } from '../../src/page/article.ts'
import type { LinkedDocument } from '../../src/publish/linked/document.ts'
import { articleDocument, claimDocument, storyDocument } from '../../src/publish/linked/documents.ts'
import type { Node } from '../../src/publish/linked/node.ts'
import { OWN_TERMS } from '../../src/publish/linked/terms.ts'
import { type ExampleSite, exampleSite } from '../web/site.ts'
import { asked, storeOf } from './rdf.ts'
import { KNOWN, objections } from './vocabularies.ts'
import { annotationFaults } from './web-annotation.ts'

const SITE = 'https://hearsay.example'
const WHOLE = { site: SITE, excerpt: null }

let site: ExampleSite
let articles: Map<number, Article>
let documents: LinkedDocument[]

beforeAll(async () => {
  site = await exampleSite()
  const { ledger } = site
  const ids = async (table: 'article' | 'story') =>
    (await ledger.db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)
  const claims = await ledger.db.selectFrom('claim').select('id').where('isHidden', '=', 0).orderBy('id').execute()
  articles = new Map()
  documents = []
  for (const id of await ids('article')) {
    articles.set(id, (await articleStood(ledger, id))?.article as Article)
    documents.push((await articleDocument(ledger, id, WHOLE)) as LinkedDocument)
  }
  for (const { id } of claims) documents.push((await claimDocument(ledger, id, WHOLE)) as LinkedDocument)
  for (const id of await ids('story')) documents.push((await storyDocument(ledger, id, WHOLE)) as LinkedDocument)
})
afterAll(() => site.close())

const annotationsOf = (document: LinkedDocument): Node[] =>
  document['@graph'].filter(({ type }) => type === 'Annotation')

test('there are graphs, and the vocabularies to hold them against', () => {
  expect(documents.length).toBeGreaterThan(50)
  expect(documents.every((one) => one !== null && one['@graph'].length > 1)).toBe(true)
  expect(KNOWN.classes).toBeGreaterThan(900)
  expect(KNOWN.properties).toBeGreaterThan(1500)
})

test('schema.org, PROV-O, Web Annotation and our own terms allow all that is said', async () => {
  const found = new Set<string>()
  for (const document of documents) for (const one of objections(await storeOf(document))) found.add(one)
  expect([...found]).toEqual([])
}, 120_000)

test('what the vocabularies do not allow is found', async () => {
  const wrong = {
    '@context': { '@vocab': 'http://schema.org/', prov: 'http://www.w3.org/ns/prov#' },
    '@id': 'https://hearsay.example/x',
    '@type': 'Claim',
    firstSeenIn: 'a page',
    spokenByCharacter: { '@type': 'Person', name: 'Ann Lee' },
    dateCreated: 'Saturday',
    'prov:wasAttributedTo': { '@type': 'prov:Entity' },
  }
  const found = await storeOf(wrong)
  expect(objections(found).map((one) => one.replace(/http:\/\/[^ ]*[/#]/, '').slice(0, 40))).toEqual(
    expect.arrayContaining([
      'firstSeenIn is no property',
      expect.stringMatching(/^spokenByCharacter is not of/),
      'dateCreated has no Saturday',
      expect.stringMatching(/^wasAttributedTo has no/),
    ]),
  )
})

test('nothing is reviewed or rated, no appearance is the first, and nobody interprets', async () => {
  const said = asked(await storeOf(...documents), 'SELECT DISTINCT ?term { { ?s ?term ?o } UNION { ?s a ?term } }').map(
    ({ term }) => term,
  )
  expect(said.length).toBeGreaterThan(50)
  expect(said.filter((term) => /review|rating|firstAppearance|claimInterpreter/i.test(term as string))).toEqual([])
})

test('every annotation is one of the Web Annotation Data Model', () => {
  const all = documents.flatMap(annotationsOf)
  expect(all.length).toBeGreaterThan(200)
  expect(all.flatMap(annotationFaults)).toEqual([])
  expect(annotationFaults({ ...all[0], motivation: 'claiming', target: [] })).toHaveLength(2)
})

/** What a selector of a text finds, counted as the model counts: in code points. */
const characters = new Map<string, readonly string[]>()
function charactersOf(text: string): readonly string[] {
  const known = characters.get(text) ?? Array.from(text)
  characters.set(text, known)
  return known
}

const targetsOf = ({ target }: Node): Node[] => [target].flat().filter((one): one is Node => typeof one === 'object')
const selectorsOf = ({ selector }: Node): Node[] => [selector].flat() as Node[]

test('every selector finds its words again in the text of the article, by place and by themselves', () => {
  let places = 0
  for (const [id, { text, headline, deck }] of articles) {
    const version = `${SITE}/article/${id}/`
    for (const document of documents) {
      for (const annotation of annotationsOf(document)) {
        for (const target of targetsOf(annotation)) {
          if (!String((target.state as Node).cached).startsWith(version)) continue
          const all = selectorsOf(target)
          const quote = all.find(({ type }) => type === 'TextQuoteSelector') as Node
          const place = all.find(({ type }) => type === 'TextPositionSelector')
          const around = `${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}`
          if (place === undefined) expect([headline, deck].some((string) => string?.includes(around))).toBe(true)
          else {
            const { start, end } = place as { start: number; end: number }
            expect(charactersOf(text).slice(start, end).join('')).toBe(quote.exact)
            expect(text).toContain(around)
            places++
          }
        }
      }
    }
  }
  expect(places).toBeGreaterThan(200)
})

const PREFIXES = `PREFIX schema: <http://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX hearsay: <urn:hearsay:terms#>`

/** The claim of the examples with these words. */
async function claimed(words: string): Promise<number> {
  const rows = site.ledger.db.selectFrom('claim').select('id').where('content', 'like', `%${words}%`).orderBy('id')
  return (await rows.executeTakeFirstOrThrow()).id
}

/** Who is on the way from what an outlet tells to what it rests on, and how each has it from the next. */
const ON_WHOSE_WORD = (outlet: string) => `${PREFIXES}
SELECT ?from ?link ?source {
  ?claim a schema:Claim ; prov:wasAttributedTo [ schema:name "${outlet}" ] ; prov:wasDerivedFrom* ?telling .
  ?telling prov:qualifiedQuotation|prov:qualifiedDerivation [ hearsay:link ?link ; prov:entity ?told ] ;
    prov:wasAttributedTo [ schema:name ?from ] .
  ?told prov:wasAttributedTo|prov:specializationOf [ schema:name ?source ]
}`

test.each([
  [
    '“dozens” had died',
    'The Harbour Courier',
    [
      { from: 'The Harbour Courier', link: 'wire', source: 'AP' },
      { from: 'AP', link: 'cites', source: 'local radio (unnamed)' },
      { from: 'local radio (unnamed)', link: 'told', source: 'district chief (unnamed)' },
    ],
  ],
  [
    'of the reductions would come through',
    'Port Calder Business Day',
    [
      { from: 'Port Calder Business Day', link: 'wire', source: 'Reuters' },
      { from: 'Reuters', link: 'quotes', source: 'Laurel Okafor' },
      { from: 'Laurel Okafor', link: 'cites', source: 'letter to employees' },
    ],
  ],
])('on whose word: %s', async (words, outlet, chain) => {
  const store = await storeOf((await claimDocument(site.ledger, await claimed(words), WHOLE)) as LinkedDocument)
  const found = asked(store, ON_WHOSE_WORD(outlet))
  expect(found).toHaveLength(chain.length)
  expect(found).toEqual(expect.arrayContaining(chain))
})

test('every address of the site that stands in a graph leads somewhere', async () => {
  const found = JSON.stringify(documents.map((document) => document['@graph'])).matchAll(
    /"https:\/\/hearsay\.example([^"#]*)/g,
  )
  const paths = new Set([...found].map(([, path = '']) => path))
  expect(paths.size).toBeGreaterThan(50)
  const dead: string[] = []
  for (const path of paths) {
    const answered = await site.ask(path)
    await answered.arrayBuffer()
    if (answered.status !== 200) dead.push(path)
  }
  expect(dead).toEqual([])
})

test('reports of a story lead to its origins, but for those of unknown lineage', async () => {
  const stories = documents.filter((document) => JSON.stringify(document['@graph']).includes('hearsay:Story'))
  const store = await storeOf(...stories)
  const derived = asked(
    store,
    `${PREFIXES} SELECT ?claim { ?claim hearsay:lineage "traced" ; prov:wasDerivedFrom+ [ a hearsay:Origin ] }`,
  )
  expect(derived.length).toBeGreaterThan(10)
  expect(
    asked(store, `${PREFIXES} SELECT ?claim { ?claim hearsay:lineage "unknown" ; prov:wasDerivedFrom ?any }`),
  ).toEqual([])
  expect(asked(store, `${PREFIXES} SELECT ?claim { ?claim prov:wasDerivedFrom+ ?claim }`)).toEqual([])
})

test('the page of the docs shows what is made, and its query finds what it says', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/json-ld.md'), 'utf8')
  const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
  const [, query = ''] = /```sparql\n([\s\S]*?)```/.exec(page) ?? []
  const document = (await claimDocument(site.ledger, await claimed('“dozens” had died'), WHOLE)) as LinkedDocument
  const nodes = JSON.parse(shown) as Node[]
  expect(nodes).toHaveLength(3)
  for (const one of nodes) {
    const made = document['@graph'].find((node) => (node['@id'] ?? node.id) === (one['@id'] ?? one.id))
    expect(made).toMatchObject(one)
  }
  const found = asked(await storeOf(document), query)
  expect(found).toHaveLength(3)
  for (const { from, link, source } of found)
    expect(page).toMatch(
      new RegExp(`${from?.replace(/[()]/g, '.')} +\\| ${link} +\\| ${source?.replace(/[()]/g, '.')} +\\|`),
    )
  for (const { name, means } of OWN_TERMS)
    expect(page).toMatch(new RegExp(`\`${name}\` .*${means.slice(0, 20).replace(/[()]/g, '.')}`))
})

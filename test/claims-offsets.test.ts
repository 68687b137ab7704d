// The offsets contract for claims (DESIGN: every span valid in the one text), with both engines: on every example page,
// and on articles put together by fast-check from what news is made of. The same article gives the same claims alone
// and beside others.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENGINES, loadEngine } from '../src/claims/engines.ts'
import { readClaims } from '../src/claims/index.ts'
import { readPage } from '../src/page/index.ts'
import { brokenClaims } from './claim-spans.ts'

const examples = join(import.meta.dirname, '..', 'examples')
const pages = readdirSync(examples).filter((name) => /\.(?:html|txt)$/.test(name))

/** The same made-up articles in every run. */
const RUNS = { seed: 20_250_105, numRuns: 150 }

const source = fc.constantFrom(
  'Mayor Ana Lindqvist',
  'the company',
  'a spokesman for the harbour office',
  'police',
  'he',
  'they',
  'two people familiar with the plan',
  'the Ministry of Ports (MOP)',
  'Reuters',
  'US officials',
  'an official who asked not to be named',
  'Lindqvist, 54, a lawyer',
  'the report',
  'who',
  'North Korea’s state agency',
)
const verb = fc.constantFrom(
  'said',
  'says',
  'told the Courier',
  'claimed',
  'denied',
  'has warned',
  'plans',
  'expects',
  'put',
  'added',
)
const figure = fc.constantFrom(
  'up to 300',
  'about 3,000',
  'at least a dozen',
  '$2.5 million',
  '4 percent',
  'between 10 and 12',
  'nearly half of the',
  'tens of thousands of',
  'several',
  '1.5',
)
const thing = fc.constantFrom(
  'workers',
  'soldiers',
  'boats',
  'jobs',
  'people',
  'homes 😀',
  'of them',
  'é́tudiants',
  'שלום',
)
const when = fc.constantFrom(
  'on Monday',
  'last week',
  'on Jan. 5, 2025',
  'earlier',
  'in March',
  'since 2019',
  'tomorrow',
  '',
)
const hedge = fc.constantFrom('reportedly', 'could have', 'may', 'allegedly', 'if confirmed', 'likely', '')
const fact = fc
  .tuple(figure, thing, hedge, fc.constantFrom('died', 'were cut', 'left Oslo', 'would go', 'were hurt in Seoul'), when)
  .map((words) => words.filter(Boolean).join(' '))
const clause = fc.letrec<{ clause: string }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fact,
    fc.tuple(source, verb, tie('clause')).map(([who, said, what]) => `${who} ${said} that ${what}`),
    fc.tuple(tie('clause'), source, verb).map(([what, who, said]) => `“${what},” ${who} ${said}`),
    fc.tuple(tie('clause'), source, source).map(([what, who, whom]) => `${what}, according to ${who}, citing ${whom}`),
    fc.tuple(tie('clause'), tie('clause')).map(([one, other]) => `${one}, and ${other}`),
    fc
      .tuple(tie('clause'), fc.constantFrom('“', '”', '"', "'", '(', ')', ' — ', ':', '…'))
      .map((parts) => parts.join('')),
  ),
})).clause
const sentence = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(clause, fc.constantFrom('.', '?', '!', '.”', '')).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
const story = fc.record({
  lead: fc.constantFrom('', 'SEOUL, Jan. 5 (Yonhap) -- ', 'OSLO (Reuters) - '),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }),
  headline: fc.oneof(fc.constant(''), clause),
  published: fc.constantFrom('', '2025-01-06', '2025-01-06T10:00:00Z'),
})
const articleOf = ({
  lead,
  paragraphs,
  headline,
  published,
}: typeof story extends fc.Arbitrary<infer Story> ? Story : never) =>
  readPage(`${lead}${paragraphs.join('\n\n')}`, {
    as: 'article',
    given: { ...(headline ? { headline } : {}), ...(published ? { published } : {}), outlet: 'The Courier' },
  })

describe.each(ENGINES)('%s', async (name) => {
  const engine = await loadEngine(name)

  test('the examples', async () => {
    const articles = pages.map((page) => readPage(readFileSync(join(examples, page))))
    const read = await readClaims(articles, engine)
    for (const [i, article] of articles.entries()) expect(brokenClaims(article, read[i] ?? []), pages[i]).toEqual([])
    expect(read.flat().length).toBeGreaterThan(50)
  })

  test('the examples, cut off in the middle', async () => {
    const articles = pages.map((page) => {
      const bytes = readFileSync(join(examples, page))
      return readPage(bytes.subarray(0, bytes.length >> 1))
    })
    const read = await readClaims(articles, engine)
    for (const [i, article] of articles.entries()) expect(brokenClaims(article, read[i] ?? []), pages[i]).toEqual([])
  })

  test('made-up articles, alone as beside others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 3 }), async (stories) => {
        const articles = stories.map(articleOf)
        const together = await readClaims(articles, engine)
        for (const [i, article] of articles.entries()) expect(brokenClaims(article, together[i] ?? [])).toEqual([])
        const [alone] = await readClaims(articles.slice(-1), engine)
        expect(alone).toEqual(together.at(-1))
      }),
      RUNS,
    )
  }, 120_000)
})

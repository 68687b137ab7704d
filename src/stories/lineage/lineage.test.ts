// The account of reports: what is counted, and how it is said.
import { expect, test } from 'vitest'
import { accountOf } from '../told/account.ts'
import type { Edge } from './evidence.ts'
import type { Report } from './lineage.ts'

const EDGE: Edge = {
  kind: 'credit',
  from: 'Marta Oduya',
  article: null,
  link: 'cites',
  source: 'person',
  because: 'cites Marta Oduya',
  strength: 'strong',
  anchor: null,
  in: 'text',
  other: null,
  directed: true,
}
const text = (from: string): Edge => ({
  ...EDGE,
  kind: 'text',
  from,
  article: from,
  link: null,
  source: null,
  because: `shares 20 words in a row with ${from}`,
})
const report = (article: string, copy: number, evidence: readonly Edge[]): Report => ({
  article,
  outlet: `${article} Post`,
  claims: [`${article}#c1`],
  lineage: evidence.length > 0 ? 'traced' : 'unknown',
  evidence,
  copy,
})

test.each([
  [[], 'No outlet carries this.'],
  [[report('a', 0, [])], '1 outlet carries this. Its lineage is unknown.'],
  [[report('a', 0, [EDGE])], '1 outlet carries this. It traces to 1 origin.'],
  [
    [report('a', 0, [EDGE]), report('b', 1, [])],
    '2 outlets carry this. They trace to 1 origin; the lineage of 1 is unknown.',
  ],
  [
    [report('a', 0, []), report('b', 1, [text('a')]), report('c', 2, [])],
    '3 outlets carry this. The lineage of all is unknown.',
  ],
])('an origin: %#', (reports, sentence) => {
  expect(accountOf([reports]).sentence).toBe(sentence)
})

test('what is copied from a report that is traced is traced; reasons name each outlet once', () => {
  const account = accountOf([[report('a', 0, [EDGE]), report('b', 1, [text('a')]), report('b', 1, [text('a')])]])
  expect(account).toMatchObject({ outlets: 2, origins: 1, unknown: 0 })
  expect(account.reasons).toEqual([
    'printed credit: a Post credits Marta Oduya',
    'shared text: b Post shares 20 words in a row with a',
  ])
})

test('two origins are not for that independent', () => {
  expect(accountOf([[report('a', 0, [EDGE])], [report('b', 0, [EDGE])]]).sentence).toBe(
    '2 outlets carry this. They trace to 2 origins. Independence is not established.',
  )
})

test('an article without an outlet is called an article, whatever it credits', () => {
  const nameless = (article: string, evidence: readonly Edge[]): Report => ({
    ...report(article, article.charCodeAt(0), evidence),
    outlet: null,
  })
  expect(accountOf([[nameless('a', [EDGE]), nameless('b', [EDGE])]])).toMatchObject({
    nameless: 2,
    sentence: '2 articles of unknown outlets carry this. They trace to 1 origin.',
  })
  expect(accountOf([[report('a', 0, [EDGE]), nameless('b', [])]]).sentence).toBe(
    '1 outlet and 1 article of an unknown outlet carry this. They trace to 1 origin; the lineage of 1 is unknown.',
  )
  expect(accountOf([[nameless('a', [])]]).sentence).toBe(
    '1 article of an unknown outlet carries this. Its lineage is unknown.',
  )
})

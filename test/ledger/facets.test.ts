// What results are made of, and that narrowing to a value finds as many as were told; the same on both databases.
import { expect, test } from 'vitest'
import { openLedger } from '../../src/ledger/open.ts'
import { FACETS, facetsOf } from '../../src/ledger/search/facets.ts'
import { parseQuery } from '../../src/ledger/search/parse.ts'
import { searchArticles, searchClaims } from '../../src/ledger/search/search.ts'
import { onEachDatabase } from './databases.ts'
import { tell } from './telling.ts'

const TOLD = [
  'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, Captain Ada Moss said on Monday.',
  'The ferry Calder will be raised from the rocks within a week, the coast guard said on Monday.',
  'At least 30 people were injured when the ferry Calder struck the rocks, an official said on Monday.',
  '"The ferry Calder was old," Captain Ada Moss said on Monday.',
]

onEachDatabase(({ fresh }) => {
  test('results are told apart by who says it, where it stands and how, each value with how many have it', async () => {
    const ledger = await openLedger(await fresh())
    for (const [n, text] of TOLD.entries())
      await tell(ledger, text, { url: `https://news.example/${n}`, outlet: n < 3 ? 'The Bugle' : 'Harbour Post' })
    const query = parseQuery('ferry')
    const { of, values } = await facetsOf(ledger, 'claim', query)
    expect(of).toBe((await searchClaims(ledger, query)).found.count)
    expect(values.outlet).toEqual([
      { value: 'The Bugle', count: 3 },
      { value: 'Harbour Post', count: 1 },
    ])
    expect(values.speaker[0]).toEqual({ value: 'Ada Moss', count: 2 })
    expect(values.kind).toContainEqual({ value: 'unnamed', count: 2 })
    expect(values.type).toContainEqual({ value: 'direct', count: 1 })
    for (const field of FACETS)
      for (const { value, count } of values[field]) {
        const narrowed = parseQuery(`ferry ${field}:"${value}"`)
        expect([field, value, (await searchClaims(ledger, narrowed)).found.count]).toEqual([field, value, count])
      }
    const articles = await facetsOf(ledger, 'article', query)
    expect(articles.of).toBe(4)
    for (const { value, count } of articles.values.speaker)
      expect((await searchArticles(ledger, parseQuery(`ferry speaker:"${value}"`))).found.count).toBe(count)
    await ledger.close()
  })

  test('what all results have narrows nothing and is not told; of nothing nothing is told', async () => {
    const ledger = await openLedger(await fresh())
    expect(await facetsOf(ledger, 'claim', parseQuery('ferry'))).toMatchObject({ of: 0, values: { outlet: [] } })
    await tell(ledger, TOLD[1] ?? '')
    const { of, values } = await facetsOf(ledger, 'claim', parseQuery('ferry'))
    expect(of).toBe(1)
    expect(Object.values(values).flat()).toEqual([])
    await ledger.close()
  })
})

// Pages read together: order, failures in their place, the floor of confidence.
import { expect, test } from 'vitest'
import type { Engine } from '../claims/attribution.ts'
import { pageOf, readingsOf } from './reading.ts'

/** Takes each text's first five characters for an attribution; breaks on a batch that holds the word `broken`. */
const engine: Engine = {
  name: 'test',
  async attributions(documents) {
    if (documents.some(({ text }) => text.includes('broken'))) throw new Error('it broke')
    return documents.map(({ text }) => [
      {
        source: null,
        cue: null,
        content: [{ start: 0, end: 5 }],
        act: 'speech',
        confidence: text.startsWith('Surely') ? 0.9 : 0.1,
        why: 'a test',
      },
    ])
  },
}

const pages = ['Surely it holds.', 'The crane is broken.', 'Perhaps it holds.'].map((text, number) =>
  pageOf(text, { as: 'article', id: `${number}` }),
)

test('one page that cannot be read does not keep the others from it', async () => {
  const read = await readingsOf(pages, engine)
  expect(read.map(({ id }) => id)).toEqual(['0', '1', '2'])
  expect(read.map((result) => 'error' in result)).toEqual([false, true, false])
  expect(read[1]).toEqual({ id: '1', error: 'its claims could not be read: it broke' })
})

test('claims below the floor are left out', async () => {
  const counts = (
    await readingsOf(
      pages.filter(({ id }) => id !== '1'),
      engine,
      { minConfidence: 0.5 },
    )
  ).map((result) => ('error' in result ? null : result.claims.length))
  expect(counts).toEqual([1, 0])
})

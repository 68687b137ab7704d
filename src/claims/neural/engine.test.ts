import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { documentOf } from '../../language/document.ts'
import type { Engine, Parts } from '../attribution.ts'
import { loadNeuralEngine } from './engine.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadNeuralEngine()
})

async function read(text: string) {
  const [found = []] = await engine.attributions([documentOf(text)])
  const words = (parts: Parts | null) => parts?.map(({ start, end }) => text.slice(start, end)) ?? null
  return found.map(({ source, cue, content, act }) => [words(source), words(cue), words(content), act])
}

test('a plain attribution', async () => {
  expect(await read('The mayor said that the bridge would reopen in May.')).toEqual([
    [['The mayor'], ['said'], ['that the bridge would reopen in May'], 'speech'],
  ])
})

test('a quotation around its cue is one attribution of two parts', async () => {
  expect(await read('“We lost the road,” the engineer said, “and then we lost the dam.”')).toEqual([
    [['the engineer'], ['said'], ['“We lost the road,”', '“and then we lost the dam.”'], 'speech'],
  ])
})

test('according to, beliefs and intentions', async () => {
  expect(await read('The toll rose to 40, according to the health ministry.')).toEqual([
    [['the health ministry'], ['according to'], ['The toll rose to 40'], 'speech'],
  ])
  const [belief] = await read('Many residents believe that the river will rise again.')
  expect(belief).toEqual([['Many residents'], ['believe'], ['that the river will rise again'], 'belief'])
})

test('nothing said, nothing found', async () => {
  expect(await engine.attributions([documentOf(''), documentOf('\n \n')])).toEqual([[], []])
  expect(await engine.attributions([])).toEqual([])
  expect(await read('The road is 12 kilometres long.')).toEqual([])
})

const PARAGRAPHS = [
  'The governor said the fire was contained by noon, and officials expect schools to open on Monday.',
  '“It was loud,” she said.',
  'Prices fell.',
  'A report published on Tuesday found that wages had not kept up with rents, the newspaper wrote.',
  `He told reporters ${'that the work went on and on, '.repeat(40)}and that it would end.`,
  'He denied it. “Never,” he told the court. “I was at home, and my neighbours know that I was.”',
]

test('what is found does not depend on what is read beside it', async () => {
  const documents = PARAGRAPHS.map((text) => documentOf(text))
  const together = await engine.attributions(documents)
  for (const [i, document] of documents.entries())
    expect((await engine.attributions([document]))[0]).toEqual(together[i])
  const again = await engine.attributions(documents.toReversed())
  expect(again.toReversed()).toEqual(together)
})

test('spans lie in the text in order, whatever the text', async () => {
  const piece = fc.oneof(
    fc.constantFrom(...PARAGRAPHS),
    fc.constantFrom('\n', ' ', '“', '”', '"', '\ud800', '\udc00', 'قال الوزير', 'said', '…', '𝒳'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const text = pieces.join('')
      const [found = []] = await engine.attributions([documentOf(text)])
      for (const { source, cue, content, confidence } of found) {
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(content.length).toBeGreaterThan(0)
        for (const parts of [source, cue, content]) {
          let at = 0
          for (const { start, end } of parts ?? []) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(at).toBeLessThanOrEqual(text.length)
        }
      }
    }),
    { numRuns: 60 },
  )
})

// What every engine promises, whatever it is made of: spans within the text, the order of contents, confidence a share,
// and the same attributions for a document alone, in any batch and in any order.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Attribution, Engine } from '../src/claims/attribution.ts'
import { ENGINES, loadEngine } from '../src/claims/engines.ts'
import { languageModelEngine } from '../src/claims/language-model/engine.ts'
import { openLanguageModel } from '../src/gather/language-model/open.ts'
import { type Document, documentOf } from '../src/language/document.ts'
import { readPage } from '../src/page/index.ts'
import { byTheRules, startLanguageModel } from './language-model.ts'

const examples = new URL('../examples/', import.meta.url)
const documents: readonly Document[] = [
  ...readdirSync(examples)
    .filter((name) => /\.(?:html|txt)$/.test(name))
    .map((name) => readPage(readFileSync(new URL(name, examples))))
    .map(({ text, blocks }) => documentOf(text, blocks)),
  ...[
    '',
    ' \n ',
    'Rain.',
    'said',
    '“',
    '”, she said, “',
    '"It rained," said.',
    'According to',
    `${'He said '.repeat(600)}it rained.`,
    `The mayor said ${'“it rained and '.repeat(50)}`,
    '\ud800 he said \udc00 that it rained 😀.',
    'قال المتحدث إن المطر هطل.',
    'According to the mayor, it rained; "a flood," her office said, adding that it would reportedly pour.',
  ].map((text) => documentOf(text)),
]

const startOf = ({ content }: Attribution): number => content[0]?.start ?? -1

const server = await startLanguageModel(byTheRules)
const languageModel = openLanguageModel(server.settings())
afterAll(async () => {
  await languageModel.close()
  await server[Symbol.asyncDispose]()
})

const engines: readonly (readonly [string, Engine | Promise<Engine>])[] = [
  ...ENGINES.map((name) => [name, loadEngine(name)] as const),
  ['language-model', languageModelEngine(languageModel)],
]

describe.each(engines)('%s', async (name, opened) => {
  const engine = await opened
  const together = await engine.attributions(documents)

  test('is called by its name and finds something', () => {
    expect(engine.name).toBe(name)
    expect(together).toHaveLength(documents.length)
    expect(together.flat().length).toBeGreaterThan(50)
  })

  test('gives spans within the text, whole and in order', () => {
    documents.forEach(({ text }, i) => {
      for (const { source, cue, content } of together[i] ?? []) {
        expect(content).not.toHaveLength(0)
        for (const parts of [source, cue, content]) {
          expect(parts).not.toEqual([])
          let at = 0
          for (const { start, end } of parts ?? []) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            at = end
          }
        }
      }
    })
  })

  test('gives them in the order of their contents', () => {
    for (const found of together) {
      const starts = found.map(startOf)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }
  })

  test('is sure by a share of one, and says why', () => {
    for (const { confidence, why, act } of together.flat()) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(why).not.toBe('')
      expect(['speech', 'belief', 'intention']).toContain(act)
    }
  })

  test('reads a document alone, and beside others in any order, as it does here', async () => {
    for (const [i, document] of documents.entries())
      expect(await engine.attributions([document]), `document ${i}`).toEqual([together[i]])
    expect(await engine.attributions(documents.toReversed())).toEqual(together.toReversed())
    expect(await engine.attributions([])).toEqual([])
  })

  test('finds nothing in nothing', async () => {
    expect(await engine.attributions([documentOf(''), documentOf(' \n\n '), documentOf('', [])])).toEqual([[], [], []])
  })
})

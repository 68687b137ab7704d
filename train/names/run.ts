/**
 * The taggers' weights, from tagged texts to a measured file: `npm run train:names`. Seeded: the same code and data give
 * the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { documentOf } from '../../src/language/document.ts'
import { type Forms, formsOf } from '../../src/language/forms.ts'
import { PART_FEATURES, partFeatures } from '../../src/language/parts.ts'
import { bestOf, type Perceptron } from '../../src/language/perceptron.ts'
import { ewt, gum, polnear, type Tagged } from './corpora.ts'
import { Learner } from './learner.ts'

const EPOCHS = 5
/** Rows kept: with 40,000 the tagger loses nothing on the texts held out, with 15,000 half a point. */
const ROWS = 40_000

/** A text as the taggers read it; null where its annotators divided it otherwise. */
interface Example {
  readonly forms: Forms
  readonly sentences: readonly { readonly first: number; readonly last: number }[]
  readonly parts: readonly (string | null)[]
}

function exampleOf({ text, pieces }: Tagged): Example {
  const { tokens, sentences } = documentOf(text)
  const at = new Map(pieces.map((piece) => [piece.start, piece]))
  const parts = tokens.map(({ start, end }) => {
    const piece = at.get(start)
    return piece?.end === end ? piece.part : null
  })
  return { forms: formsOf(tokens), sentences, parts }
}

/** A tenth of the documents, told by their names, is never learned from. */
function isHeldOut({ id }: Tagged): boolean {
  let hash = 7
  for (const char of id) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0
  return (hash >>> 0) % 10 === 0
}

/** Numerical Recipes' linear congruential generator: the order of documents in an epoch. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items]
  let state = seed
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const j = Math.floor(((state >>> 0) / 2 ** 32) * (i + 1))
    ;[order[i], order[j]] = [order[j] as T, order[i] as T]
  }
  return order
}

function learnParts(examples: readonly Example[]): Learner {
  const tags = [...new Set(examples.flatMap(({ parts }) => parts))].filter((tag) => tag !== null).sort()
  const numberOf = new Map(tags.map((tag, number) => [tag, number]))
  const learner = new Learner(tags)
  const features = new Int32Array(PART_FEATURES)
  const scores = new Int32Array(tags.length)
  for (let epoch = 1; epoch <= EPOCHS; epoch++)
    for (const { forms, sentences, parts } of shuffled(examples, epoch))
      for (const { first, last } of sentences) {
        let [one, two] = [-1, -1]
        for (let i = first; i < last; i++) {
          partFeatures(forms, i, first, last, one, two, features)
          const guess = learner.best(features, PART_FEATURES, scores)
          const right = parts[i]
          if (right) learner.learn(features, PART_FEATURES, numberOf.get(right) as number, guess)
          ;[one, two] = [guess, one]
        }
      }
  return learner
}

function accuracyOf(model: Perceptron, examples: readonly Example[]): number {
  const features = new Int32Array(PART_FEATURES)
  const scores = new Int32Array(model.tags.length)
  let [right, all] = [0, 0]
  for (const { forms, sentences, parts } of examples)
    for (const { first, last } of sentences) {
      let [one, two] = [-1, -1]
      for (let i = first; i < last; i++) {
        partFeatures(forms, i, first, last, one, two, features)
        const guess = bestOf(model, features, PART_FEATURES, scores)
        if (parts[i]) {
          all++
          if (parts[i] === model.tags[guess]) right++
        }
        ;[one, two] = [guess, one]
      }
    }
  return right / all
}

const sets: Readonly<Record<string, readonly Tagged[]>> = { polnear: polnear(), ewt: ewt('train'), gum: gum() }
const learned = Object.values(sets).flatMap((texts) => texts.filter((text) => !isHeldOut(text)).map(exampleOf))
const parts = learnParts(learned).made(ROWS)
for (const [name, texts] of Object.entries({ ...sets, 'ewt dev': ewt('dev') }))
  console.log(name, accuracyOf(parts, texts.filter(isHeldOut).map(exampleOf)).toFixed(4))

const models = { parts }
const head = Object.fromEntries(
  Object.entries(models).map(([name, { tags, buckets }]) => [name, { tags, rows: buckets.length }]),
)
const body = Object.values(models).flatMap(({ tags, buckets, weights }) => [
  new Uint8Array(Int32Array.from(buckets).buffer),
  new Uint8Array(weights.buffer, tags.length),
])
writeFileSync(
  resolve(import.meta.dirname, '../../models/names.bin'),
  gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...body]), { level: 9 }),
)

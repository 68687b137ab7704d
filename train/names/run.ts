/**
 * The taggers' weights, from tagged texts to a measured file: `npm run train:names`. Writes models/names.bin,
 * models/names.scores.json and the numbers in models/names.md. Seeded: the same code and data give the same bytes.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { documentOf } from '../../src/language/document.ts'
import { formsOf } from '../../src/language/forms.ts'
import { countryOfAdjective } from '../../src/language/gazetteer/countries.ts'
import { knownOf } from '../../src/language/gazetteer/known.ts'
import { NAME_KINDS, NAME_TAGS, nameTags, type Run, type Scene, sceneOf } from '../../src/language/nametags.ts'
import { partTags } from '../../src/language/parts.ts'
import { highest, type Perceptron, scoreInto } from '../../src/language/perceptron.ts'
import { ewt, gum, polnear, type Tagged } from './corpora.ts'
import { Learner } from './learner.ts'

const EPOCHS = 5
/** Rows kept for each tagger: with 40,000 they lose nothing on the texts held out, with 15,000 half a point. */
const ROWS = 40_000
/** How much of the names' words is hidden while learning, so that form and company count, not the names of 2016. */
const HIDDEN = 0.15

const model = (name: string): string => resolve(import.meta.dirname, '../../models', name)

/** A text as the taggers read it; -1 where its annotators divided it otherwise or do not say. */
interface Example {
  readonly id: string
  readonly text: string
  readonly scene: Scene
  readonly sentences: readonly Run[]
  readonly parts: Int16Array
  readonly names: Int16Array
}

/** A tenth of the documents, told by their names, is never learned from. */
function isHeldOut({ id }: { readonly id: string }): boolean {
  let hash = 7
  for (const char of id) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0
  return (hash >>> 0) % 10 === 0
}

/** Numerical Recipes' linear congruential generator, as numbers from 0 to 1. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 2 ** 32
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j] as T, order[i] as T]
  }
  return order
}

function exampleOf({ id, text, pieces }: Tagged, partNumber: (tag: string) => number): Example {
  const { tokens, sentences } = documentOf(text)
  const at = new Map(pieces.map((piece) => [piece.start, piece]))
  const parts = Int16Array.from(tokens, ({ start, end }) => {
    const piece = at.get(start)
    return piece?.end === end && piece.part ? partNumber(piece.part) : -1
  })
  const kinds = tokens.map(({ start }) => at.get(start)?.name ?? null)
  const begins = new Set(sentences.map(({ first }) => first))
  const names = Int16Array.from(kinds, (kind) => (kind === null ? -1 : 0))
  for (let i = 0; i < kinds.length; ) {
    const kind = kinds[i]
    let end = i + 1
    while (end < kinds.length && kinds[end] === kind && !begins.has(end)) end++
    if (kind && kind !== 'O') {
      const words = text.slice(tokens[i]?.start, tokens[end - 1]?.end)
      const people = countryOfAdjective(words.replace(/-.*/s, '')) !== null
      const tag = NAME_TAGS.indexOf(`B-${people ? 'nationality' : kind}`)
      for (let k = i; k < end; k++) names[k] = k === i ? tag : tag + 1
    }
    i = end
  }
  const forms = formsOf(tokens)
  const known = knownOf(tokens, forms)
  return {
    id,
    text,
    sentences,
    parts,
    names,
    scene: sceneOf(tokens, sentences, forms, known, new Uint8Array(tokens.length)),
  }
}

/** Words met at least 100 times, 997 times of 1,000 with the same tag: nothing else is asked about them. */
function certainParts(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>()
  for (const { scene, parts } of examples)
    parts.forEach((tag, i) => {
      if (tag < 0) return
      const word = scene.forms.word[i] as number
      const tags = counts.get(word) ?? new Map<number, number>()
      counts.set(word, tags.set(tag, (tags.get(tag) ?? 0) + 1))
    })
  const certain = new Map<number, number>()
  for (const [word, tags] of counts) {
    const all = [...tags.values()].reduce((sum, count) => sum + count, 0)
    const [tag, most] = [...tags].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (all >= 100 && most >= 0.997 * all) certain.set(word, tag)
  }
  return certain
}

function learnParts(tags: readonly string[], examples: readonly Example[]): Learner {
  const learner = new Learner(tags, certainParts(examples))
  const scores = new Int32Array(tags.length)
  const random = generator(1)
  for (let epoch = 1; epoch <= EPOCHS; epoch++)
    for (const { scene, sentences, parts } of shuffled(examples, random))
      partTags(
        scene.forms,
        sentences,
        learner.certain,
        (features) => {
          learner.scoreInto(features, scores)
          return highest(scores)
        },
        (i, tag, features) => {
          if ((parts[i] as number) >= 0) learner.learn(features, parts[i] as number, tag)
        },
      )
  return learner
}

function taggedParts(parts: Perceptron, { scene, sentences }: Example): Uint8Array {
  const scores = new Int32Array(parts.tags.length)
  return partTags(scene.forms, sentences, parts.certain, (features) => {
    scoreInto(parts, features, scores)
    return highest(scores)
  })
}

/** The example with some of its names' words made unknown, the same word everywhere in the text. */
function hidden({ scene, names }: Example, random: () => number): Scene {
  const { forms } = scene
  const [word, prefix, suffix3] = [forms.word.slice(), forms.prefix.slice(), forms.suffix3.slice()]
  const others = new Map<number, number>()
  names.forEach((tag, i) => {
    if (tag <= 0) return
    const key = word[i] as number
    if (!others.has(key)) others.set(key, random() < HIDDEN ? Math.floor(random() * 2 ** 31) : 0)
    const other = others.get(key) as number
    if (other > 0) [word[i], prefix[i], suffix3[i]] = [other, other + 1, other + 2]
  })
  return { ...scene, forms: { ...forms, word, prefix, suffix3 } }
}

function learnNames(examples: readonly Example[]): Learner {
  const learner = new Learner(NAME_TAGS)
  const random = generator(2)
  for (let epoch = 1; epoch <= EPOCHS; epoch++)
    for (const example of shuffled(examples, random))
      nameTags(
        hidden(example, random),
        example.sentences,
        (features, scores) => learner.scoreInto(features, scores),
        (i, tag, features) => {
          if ((example.names[i] as number) >= 0) learner.learn(features, example.names[i] as number, tag)
        },
      )
  return learner
}

const percent = (value: number): number => Math.round(value * 1000) / 10

function partAccuracy(parts: Perceptron, examples: readonly Example[]): number {
  let [right, all] = [0, 0]
  for (const example of examples)
    taggedParts(parts, example).forEach((tag, i) => {
      if ((example.parts[i] as number) < 0) return
      all++
      if (tag === example.parts[i]) right++
    })
  return percent(right / all)
}

/** The names in a sequence of tags, as `first-last-kind`. */
function chunksOf(tags: ArrayLike<number>, sentences: readonly Run[]): Set<string> {
  const found = new Set<string>()
  for (const { first, last } of sentences)
    for (let i = first; i < last; i++) {
      const tag = tags[i] as number
      if (tag <= 0 || tag % 2 === 0) continue
      let end = i + 1
      while (end < last && tags[end] === tag + 1) end++
      found.add(`${i}-${end}-${NAME_KINDS[(tag - 1) / 2]}`)
    }
  return found
}

interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

function nameScores(names: Perceptron, examples: readonly Example[]): Record<string, Score> {
  const tally = new Map(NAME_KINDS.map((kind) => [kind as string, { right: 0, found: 0, marked: 0 }]))
  const count = (chunk: string, key: 'right' | 'found' | 'marked'): void => {
    const row = tally.get(chunk.split('-')[2] as string)
    if (row) row[key]++
  }
  for (const { scene, sentences, names: gold } of examples) {
    const tags = nameTags(scene, sentences, (features, scores) => scoreInto(names, features, scores))
    const marked = chunksOf(gold, sentences)
    for (const chunk of marked) count(chunk, 'marked')
    for (const chunk of chunksOf(tags, sentences)) {
      count(chunk, 'found')
      if (marked.has(chunk)) count(chunk, 'right')
    }
  }
  return Object.fromEntries(
    [...tally]
      .filter(([, { marked }]) => marked > 0)
      .map(([kind, { right, found, marked }]) => [
        kind,
        {
          precision: percent(right / Math.max(1, found)),
          recall: percent(right / marked),
          f1: percent((2 * right) / (found + marked)),
        },
      ]),
  )
}

/** The file: perceptron.ts reads it. */
function fileOf(models: Readonly<Record<string, ReturnType<Learner['made']>>>): Buffer {
  const head = Object.fromEntries(
    Object.entries(models).map(([name, { tags, buckets, certain }]) => [
      name,
      { tags, rows: buckets.length, certain: [...certain] },
    ]),
  )
  const body = Object.values(models).flatMap(({ tags, buckets, weights }) => [
    new Uint8Array(Int32Array.from(buckets).buffer),
    new Uint8Array(weights.buffer, 2 * tags.length),
  ])
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...body]), { level: 9 })
}

const partNames: string[] = []
const partNumbers = new Map<string, number>()
function partNumber(tag: string): number {
  if (!partNumbers.has(tag)) partNumbers.set(tag, partNames.push(tag) - 1)
  return partNumbers.get(tag) as number
}
const sets = Object.entries({ polnear: polnear(), ewt: ewt(), gum: gum() }).map(
  ([name, texts]) => [name, texts.map((text) => exampleOf(text, partNumber))] as const,
)
const learned = sets.flatMap(([, examples]) => examples.filter((example) => !isHeldOut(example)))
const parts = learnParts(partNames, learned).made(ROWS)
for (const [, examples] of sets) for (const example of examples) example.scene.parts.set(taggedParts(parts, example))
const names = learnNames(learned).made(ROWS)

const bytes = fileOf({ parts, names })
writeFileSync(model('names.bin'), bytes)
const scores = {
  model: createHash('sha256').update(bytes).digest('hex'),
  documents: Object.fromEntries(sets.map(([name, examples]) => [name, examples.length])),
  heldOut: Object.fromEntries(sets.map(([name, examples]) => [name, examples.filter(isHeldOut).length])),
  parts: Object.fromEntries(sets.map(([name, examples]) => [name, partAccuracy(parts, examples.filter(isHeldOut))])),
  names: Object.fromEntries(
    sets
      .filter(([name]) => name !== 'ewt')
      .map(([name, examples]) => [name, nameScores(names, examples.filter(isHeldOut))]),
  ),
}
writeFileSync(model('names.scores.json'), `${JSON.stringify(scores, null, 2)}\n`)
console.log(JSON.stringify(scores, null, 1))

const card = readFileSync(model('names.md'), 'utf8')
const rows = Object.entries(scores.names).flatMap(([set, kinds]) =>
  Object.entries(kinds).map(
    ([kind, { precision, recall, f1 }]) => `| ${set} | ${kind} | ${precision} | ${recall} | ${f1} |`,
  ),
)
const tables = [
  `${bytes.length} bytes; ${ROWS} rows of weights for each tagger.`,
  '',
  '| part of speech, held-out tenth of | tokens right, % |',
  '| --- | ---: |',
  ...Object.entries(scores.parts).map(([set, accuracy]) => `| ${set} | ${accuracy} |`),
  '',
  '| names, held-out tenth of | kind | precision | recall | F1 |',
  '| --- | --- | ---: | ---: | ---: |',
  ...rows,
].join('\n')
writeFileSync(
  model('names.md'),
  card.replace(
    /(<!-- written by npm run train:names -->\n)[\s\S]*(<!-- written until here -->)/,
    (_, from: string, to: string) => `${from}${tables}\n${to}`,
  ),
)

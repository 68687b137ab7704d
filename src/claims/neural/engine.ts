/**
 * The attribution engine: windows of a document through the tagger, the best tags to spans, spans to attributions by
 * the linker, and how often such an attribution is right by the calibration.
 */
import type { Document } from '../../language/document.ts'
import type { Token } from '../../language/tokens.ts'
import type { Attribution, Engine, Parts } from '../attribution.ts'
import { actOf } from '../cues.ts'
import { confidenceOf, evidenceOf } from './calibration.ts'
import { coverageOf, latticeOf, ROLES, type Role, spanProbability, TAGS, viterbi } from './crf.ts'
import { datelinesOf } from './datelines.ts'
import { type ClassFeatures, featuresOf } from './features.ts'
import type { LinkedAttribution, WeighedSpan } from './linked.ts'
import { type Chosen, choicesOf, choose, surroundingsOf, type Tagged, type TaggedSpan } from './links.ts'
import { loadModel, type Model } from './model.ts'
import { loadNetwork, type Network } from './network.ts'
import { vectorWriter } from './vectors.ts'
import { type Window, windowsOf } from './windows.ts'

/** Windows that go through the network together; more are no faster. */
const BATCH = 16
/** Tokens whose windows are sorted by length together: what a batch waits for, and what memory it takes. */
const POOL = 20_000

interface Reading {
  readonly document: Document
  readonly features: ClassFeatures
  readonly windows: readonly Window[]
  /** `TAGS` numbers a token. */
  readonly emissions: Float32Array
}

/** The engine of the model that ships. @throws EngineUnavailable where ONNX Runtime does not load */
export async function loadNeuralEngine(models = new URL('../../../models/', import.meta.url)): Promise<Engine> {
  const network = await loadNetwork(new URL('attributions.onnx', models))
  const model = loadModel(models)
  const link = linkerOf(model, network)
  return {
    name: 'model',
    async attributions(documents, signal) {
      const read = await link(documents, signal)
      return documents.map((document, i) => (read[i] ?? []).map((linked) => attributionOf(document, linked, model)))
    },
  }
}

/** Documents to linked attributions, in the order of their contents. */
export function linkerOf(
  model: Model,
  network: Network,
): (documents: readonly Document[], signal?: AbortSignal) => Promise<LinkedAttribution[][]> {
  const write = vectorWriter(model)

  /** Fills in the emissions of windows, those of like length together. */
  async function emit(pool: { reading: Reading; window: Window }[], signal?: AbortSignal): Promise<void> {
    pool.sort((a, b) => b.window.last - b.window.first - (a.window.last - a.window.first))
    for (let from = 0; from < pool.length; from += BATCH) {
      signal?.throwIfAborted()
      const batch = pool.slice(from, from + BATCH)
      const lengths = Int32Array.from(batch, ({ window }) => window.last - window.first)
      const x = new Float32Array((lengths[0] as number) * batch.length * model.width)
      batch.forEach(({ reading, window }, column) => {
        for (let token = window.first; token < window.last; token++)
          write(
            x,
            ((token - window.first) * batch.length + column) * model.width,
            reading.document.tokens,
            reading.features,
            token,
          )
      })
      const emissions = await network.run(x, lengths)
      batch.forEach(({ reading, window }, column) => {
        for (let token = window.first; token < window.last; token++) {
          const row = ((token - window.first) * batch.length + column) * TAGS
          reading.emissions.set(emissions.subarray(row, row + TAGS), token * TAGS)
        }
      })
    }
  }

  return async (documents, signal) => {
    const readings = documents.map((document): Reading => {
      const datelines = datelinesOf(document)
      return {
        document,
        features: featuresOf(document, datelines),
        windows: windowsOf(document, datelines, model.fill),
        emissions: new Float32Array(document.tokens.length * TAGS),
      }
    })
    let pool: { reading: Reading; window: Window }[] = []
    let tokens = 0
    for (const reading of readings)
      for (const window of reading.windows) {
        pool.push({ reading, window })
        tokens += window.last - window.first
        if (tokens < POOL) continue
        await emit(pool, signal)
        pool = []
        tokens = 0
      }
    await emit(pool, signal)
    return readings.map((reading) => linked(reading, model))
  }
}

/** The spans of the best tags, in order. */
function spansOf({ windows, emissions }: Reading, { crf }: Model): WeighedSpan[] {
  const spans: WeighedSpan[] = []
  for (const { first, last } of windows) {
    const told = emissions.subarray(first * TAGS, last * TAGS)
    const path = viterbi(crf, told)
    if (path.every((tag) => tag === 0)) continue
    const lattice = latticeOf(crf, told)
    for (let at = 0; at < path.length; at++) {
      const tag = path[at] as number
      if (tag % 2 === 0) continue
      let end = at + 1
      while (path[end] === tag + 1) end++
      const role = ROLES[(tag - 1) / 2] as Role
      spans.push({
        role,
        first: first + at,
        last: first + end,
        probability: spanProbability(crf, lattice, role, at, end),
        coverage: coverageOf(lattice, role, at, end),
      })
    }
  }
  return spans
}

/** Attributions of a reading, in the order of their contents. */
function linked(reading: Reading, model: Model): LinkedAttribution[] {
  const spans = spansOf(reading, model)
  if (spans.length === 0) return []
  const tagged: Tagged = {
    source: spans.filter(({ role }) => role === 'source'),
    cue: spans.filter(({ role }) => role === 'cue'),
    content: spans.filter(({ role }) => role === 'content'),
  }
  const from = surroundingsOf(reading.document, reading.features.quotes)
  const { contents, sources } = choicesOf(tagged, from)
  const contentsOf = new Map<TaggedSpan, { span: WeighedSpan; probability: number }[]>()
  for (const choice of contents) {
    const { span, probability } = choose(choice, model.linker.content)
    if (span === null) continue
    const held = contentsOf.get(span) ?? []
    held.push({ span: choice.of as WeighedSpan, probability })
    contentsOf.set(span, held)
  }
  const found: LinkedAttribution[] = []
  for (const choice of sources) {
    const held = contentsOf.get(choice.of)
    if (!held) continue
    const source: Chosen = choose(choice, model.linker.source)
    found.push({
      cue: choice.of as WeighedSpan,
      source: source.span as WeighedSpan | null,
      contents: held.map(({ span }) => span),
      sourceLink: source.probability,
      contentLinks: held.map(({ probability }) => probability),
    })
  }
  const start = ({ contents }: LinkedAttribution) => contents[0]?.first ?? 0
  return found.sort((a, b) => start(a) - start(b) || a.cue.first - b.cue.first)
}

/** An attribution in characters. */
function attributionOf(document: Document, linked: LinkedAttribution, model: Model): Attribution {
  const { tokens } = document
  const partOf = ({ first, last }: TaggedSpan) => ({
    start: (tokens[first] as Token).start,
    end: (tokens[last - 1] as Token).end,
  })
  const partsOf = (spans: readonly TaggedSpan[]): Parts => spans.map(partOf)
  const words = tokens.slice(linked.cue.first, linked.cue.last).map(({ text }) => text)
  const confidence = confidenceOf(evidenceOf(linked, words), model.calibration)
  return {
    source: linked.source && partsOf([linked.source]),
    cue: partsOf([linked.cue]),
    content: partsOf(linked.contents),
    act: actOf(words),
    confidence,
    why: `model attributions, ${confidence.toFixed(2)}`,
  }
}

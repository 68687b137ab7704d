/**
 * Scores the model that ships on PolNeAR's dev part, the model alone, and writes the scores beside it and the numbers
 * into its card.
 */
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CompareOptions, markedTexts, scorePolnear } from '../../bench/claims/polnear.ts'
import { f1Of, precisionOf, recallOf } from '../../bench/claims/rates.ts'
import type { Attribution, Parts } from '../../src/claims/attribution.ts'
import type { Claim, Quote } from '../../src/claims/claim.ts'
import { loadNeuralEngine } from '../../src/claims/neural/engine.ts'
import { documentOf } from '../../src/language/document.ts'

const MODELS = join(import.meta.dirname, '../../models')
const FILES = ['attributions.json', 'attributions.onnx', 'attributions.vectors'] as const

/** Precision, recall and F1 in per cent. */
interface Scored {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

interface Scores {
  /** The SHA-256 of the model's files, one after the other. */
  readonly model: string
  readonly texts: number
  readonly all: Readonly<Record<string, Scored>>
  /** Whole relations whose cue is a verb or noun of speech, by the confidence asked for. */
  readonly speech: Readonly<Record<string, Scored>>
}

const CONFIDENCES = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] as const
const percent = (value: number): number => Number((100 * value).toFixed(1))

function modelHash(): string {
  const hash = createHash('sha256')
  for (const file of FILES) hash.update(readFileSync(join(MODELS, file)))
  return hash.digest('hex')
}

/** Measures the model that ships; writes models/attributions.scores.json and the card's numbers. */
export async function score(): Promise<void> {
  const texts = markedTexts()
  const engine = await loadNeuralEngine()
  const found = await engine.attributions(texts.map(({ text }) => documentOf(text)))
  const readings = new Map(texts.map(({ id, text }, i) => [id, (found[i] ?? []).map((one) => claimOf(text, one))]))
  const scored = (options: CompareOptions) =>
    Object.entries(scorePolnear(texts, readings, options)).map(([name, tally]): [string, Scored] => [
      name,
      { precision: percent(precisionOf(tally)), recall: percent(recallOf(tally)), f1: percent(f1Of(tally)) },
    ])
  const scores: Scores = {
    model: modelHash(),
    texts: texts.length,
    all: Object.fromEntries(scored({})),
    speech: Object.fromEntries(
      CONFIDENCES.map((minConfidence) => [
        minConfidence.toFixed(1),
        Object.fromEntries(scored({ speech: true, minConfidence })).half as Scored,
      ]),
    ),
  }
  writeFileSync(join(MODELS, 'attributions.scores.json'), `${JSON.stringify(scores, null, 2)}\n`)
  writeNumbers(scores)
}

function quoteOf(text: string, parts: Parts): Quote & { readonly parts: Parts } {
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0]
  return { start, end, text: text.slice(start, end), parts }
}

/** An attribution alone, without what is read from it. */
function claimOf(text: string, { source, cue, content, act, confidence, why }: Attribution): Claim {
  return {
    id: '',
    in: 'text',
    type: 'indirect',
    act,
    source: source && quoteOf(text, source),
    cue: cue && quoteOf(text, cue),
    content: quoteOf(text, content),
    speaker: null,
    chain: [],
    hedges: [],
    figures: [],
    place: null,
    eventTime: null,
    saidTime: null,
    confidence,
    why,
  }
}

const OPENING = '<!-- written by npm run train:attributions -->'
const CLOSING = '<!-- written until here -->'
const NAMES: Readonly<Record<string, string>> = {
  source: 'source, exact span',
  cue: 'cue, exact span',
  content: 'content, exact span',
  half: 'relation, each role at least half alike',
  exact: 'relation, exact',
}

function writeNumbers({ texts, all, speech }: Scores): void {
  const row = (label: string, { precision, recall, f1 }: Scored): string =>
    `| ${label} | ${[precision, recall, f1].map((value) => value.toFixed(1)).join(' | ')} |`
  const table = (heading: string, rows: readonly string[]): string[] => [
    `| ${heading} | precision | recall | F1 |`,
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ]
  const bytes = FILES.map((file) => `${file} ${statSync(join(MODELS, file)).size.toLocaleString('en')} bytes`)
  const card = join(MODELS, 'attributions.md')
  const text = readFileSync(card, 'utf8')
  const from = text.indexOf(OPENING)
  const to = text.indexOf(CLOSING)
  if (from < 0 || to < from) throw new Error(`${card} has lost the marks between which its numbers stand`)
  const numbers = [
    `${bytes.join(', ')}. On the ${texts} texts of dev, in per cent:`,
    '',
    ...table(
      'all attributions',
      Object.entries(all).map(([name, scored]) => row(NAMES[name] ?? name, scored)),
    ),
    '',
    ...table(
      'speech cues only, relation at half, by least confidence',
      Object.entries(speech).map(([confidence, scored]) => row(confidence, scored)),
    ),
  ]
  writeFileSync(card, [text.slice(0, from) + OPENING, ...numbers, text.slice(to)].join('\n'))
}

/**
 * Fits the calibration: the held-out articles of train are read with the model, each attribution is judged (source, cue
 * and content each share half of their tokens with those of a marked one), and a logistic function of the evidence is
 * fitted to the judgements. Writes the weights into the model.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { confidenceOf, evidenceOf } from '../../src/claims/neural/calibration.ts'
import { linkerOf } from '../../src/claims/neural/engine.ts'
import type { LinkedAttribution } from '../../src/claims/neural/linked.ts'
import { loadModel } from '../../src/claims/neural/model.ts'
import { loadNetwork } from '../../src/claims/neural/network.ts'
import { type Document, documentOf } from '../../src/language/document.ts'
import { HELD_OUT, rangesOf } from './dump.ts'
import { goldOf, type MarkedAttribution, markedTexts } from './polnear.ts'

interface Case {
  readonly evidence: readonly number[]
  readonly right: boolean
}

/** Tokens of ranges. */
const tokensOf = (ranges: readonly (readonly [number, number])[]): Set<number> =>
  new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first }, (_, i) => first + i)))

/** Do two sets share half of what they hold together? An absent span must be absent in both. */
function alike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const shared = a.intersection(b).size
  return a.size === 0 || b.size === 0 ? a.size === b.size : shared / (a.size + b.size - shared) >= 0.5
}

/** Each attribution judged; a marked one can be found once. */
function casesOf(
  document: Document,
  found: readonly LinkedAttribution[],
  marked: readonly MarkedAttribution[],
): Case[] {
  const open = marked.map(({ source, cue, content }) =>
    [source, cue, content].map((parts) => tokensOf(rangesOf(document, parts))),
  )
  return found.map((linked) => {
    const told = [linked.source ? [linked.source] : [], [linked.cue], linked.contents].map((spans) =>
      tokensOf(spans.map(({ first, last }) => [first, last])),
    )
    const at = open.findIndex((roles) =>
      roles.every((tokens, role) => alike(tokens, told[role] as ReadonlySet<number>)),
    )
    if (at >= 0) open.splice(at, 1)
    const words = document.tokens.slice(linked.cue.first, linked.cue.last).map(({ text }) => text)
    return { evidence: evidenceOf(linked, words), right: at >= 0 }
  })
}

/** Logistic regression by gradient ascent on standardised evidence, all weights but the constant pulled towards nought. */
function logistic(cases: readonly Case[]): number[] {
  const columns = (cases[0]?.evidence ?? []).map((_, k) => cases.map(({ evidence }) => evidence[k] as number))
  const means = columns.map((column, k) =>
    k === 0 ? 0 : column.reduce((sum, value) => sum + value, 0) / column.length,
  )
  const spreads = columns.map((column, k) => {
    const mean = means[k] as number
    return k === 0 ? 1 : Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length) || 1
  })
  const standard = cases.map(({ evidence, right }) => ({
    evidence: evidence.map((value, k) => (value - (means[k] as number)) / (spreads[k] as number)),
    right,
  }))
  const weights = columns.map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, k) => (k === 0 ? 0 : -weight * PULL))
    for (const { evidence, right } of standard) {
      const off = ((right ? 1 : 0) - confidenceOf(evidence, weights)) / standard.length
      for (let k = 0; k < slope.length; k++) slope[k] = (slope[k] as number) + off * (evidence[k] as number)
    }
    slope.forEach((value, k) => {
      weights[k] = (weights[k] as number) + RATE * value
    })
  }
  const unscaled = weights.map((weight, k) => weight / (spreads[k] as number))
  const constant = unscaled.reduce((sum, weight, k) => (k === 0 ? sum : sum - weight * (means[k] as number)), 0)
  return unscaled.map((weight, k) => Number((k === 0 ? weight + constant : weight).toFixed(4)))
}
const STEPS = 2000
const RATE = 0.5
const PULL = 0.02

/** Fits the calibration of the model in a folder, and writes it there. */
export async function calibrate(models: URL): Promise<void> {
  const link = linkerOf(loadModel(models), await loadNetwork(new URL('attributions.onnx', models)))
  const texts = markedTexts('train').filter((_, i) => i % HELD_OUT === 0)
  const documents = texts.map(({ text }) => documentOf(text))
  const found = await link(documents)
  const cases = documents.flatMap((document, i) => casesOf(document, found[i] ?? [], texts[i] ? goldOf(texts[i]) : []))
  const weights = logistic(cases)
  const path = new URL('attributions.json', models)
  const written = readFileSync(path, 'utf8').replace(
    /^ {2}"calibration": .*$/m,
    `  "calibration": ${JSON.stringify(weights)},`,
  )
  writeFileSync(path, written)
  const right = cases.filter(({ right }) => right).length
  console.log(`calibrated on ${cases.length} attributions of ${texts.length} held-out articles, ${right} of them right`)
  console.log(weights.join(' '))
}

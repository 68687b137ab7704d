/**
 * Writes what the model sees and should say, one document a line, for fit.py: the features as the engine computes them,
 * the windows, the tags, and the attributions as token ranges.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { datelinesOf } from '../../src/claims/neural/datelines.ts'
import { affixesOf, featuresOf, formsOf } from '../../src/claims/neural/features.ts'
import { windowsOf } from '../../src/claims/neural/windows.ts'
import { type Document, documentOf } from '../../src/language/document.ts'
import type { Span } from '../../src/page/article.ts'
import { languageOf } from '../../src/page/language.ts'
import { markedPages, SETS } from '../page-body/pages.ts'
import { type MarkedText, markedTexts, type Role } from './polnear.ts'

export const WORK = process.env.HEARSAY_WORK ?? join(import.meta.dirname, '../../.bench/train-attributions')
/** Every so many-th article of train is held out from training: for calibration, and for choices. */
export const HELD_OUT = 20
const ROLES: readonly Role[] = ['source', 'cue', 'content']

/** Token ranges of spans: tokens that share a character with them; parts that touch are one. */
export function rangesOf({ tokens }: Document, parts: readonly Span[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const { start, end } of parts) {
    const first = tokens.findIndex((token) => token.end > start)
    if (first < 0) continue
    let last = first
    while (last < tokens.length && (tokens[last]?.start ?? end) < end) last++
    if (last <= first) continue
    const before = ranges.at(-1)
    if (before && before[1] >= first) before[1] = Math.max(before[1], last)
    else ranges.push([first, last])
  }
  return ranges
}

function lineOf({ id, text, annotations }: MarkedText): string {
  const document = documentOf(text)
  const datelines = datelinesOf(document)
  const { shapes, quotes, cues, places } = featuresOf(document, datelines)
  const words = document.tokens.map((token) => token.text)
  return JSON.stringify({
    id,
    forms: words.map(formsOf),
    prefixes: words.map((word) => affixesOf(word).prefix),
    suffixes: words.map((word) => affixesOf(word).suffix),
    shapes: [...shapes],
    quotes: [...quotes],
    cues: [...cues],
    places: [...places],
    windows: Object.fromEntries(
      [0, 160].map((fill) => [fill, windowsOf(document, datelines, fill).map(({ first, last }) => [first, last])]),
    ),
    annotations: annotations.map(({ annotator, attributions }) => ({
      annotator,
      relations: attributions.map((marked) =>
        Object.fromEntries(ROLES.map((role) => [role, rangesOf(document, marked[role])])),
      ),
    })),
  })
}

/** The English articles of the marked pages: texts of many outlets, in which nobody marked attributions. */
function unmarkedTexts(): MarkedText[] {
  return SETS.flatMap((set) => markedPages(set))
    .map(({ id, lines }) => ({ id, text: lines.join('\n'), annotations: [{ annotator: '', attributions: [] }] }))
    .filter(({ text }) => languageOf(text) === 'en')
}

/** Writes train, annotator-training, dev and pages into WORK. */
export function dump(): void {
  mkdirSync(WORK, { recursive: true })
  const parts = { ...Object.fromEntries(PARTS.map((part) => [part, markedTexts(part)])), pages: unmarkedTexts() }
  for (const [part, texts] of Object.entries(parts))
    writeFileSync(join(WORK, `${part}.jsonl`), `${texts.map(lineOf).join('\n')}\n`)
}
const PARTS = ['train', 'annotator-training', 'dev'] as const

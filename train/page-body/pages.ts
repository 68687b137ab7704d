/**
 * The marked pages that the body model learns from, and which runs of each are the marked text.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from '../../bench/data.ts'
import type { Run } from '../../src/page/runs.ts'

export const SETS = ['aeb', 'fundus', 'wcxb'] as const
/** Everything made on the way; ignored by git. */
export const WORK = join(import.meta.dirname, '../../.bench/train-page-body')

export interface MarkedPage {
  readonly id: string
  readonly url: string
  readonly html: string
  readonly lines: readonly string[]
}

interface Gold {
  readonly body?: {
    readonly summary: readonly string[]
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[]
  }
  readonly text?: string
  readonly main_content?: string
}

export function markedPages(set: (typeof SETS)[number]): MarkedPage[] {
  return gunzipSync(readFileSync(join(dataFolder, 'pages', `${set}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, url, html, gold }: { id: string; url: string; html: string; gold: Gold } = JSON.parse(line)
      const lines = gold.body
        ? [
            ...gold.body.summary,
            ...gold.body.sections.flatMap((section) => [...section.headline, ...section.paragraphs]),
          ]
        : (gold.text ?? gold.main_content ?? '').split(/\n+/)
      return { id, url, html, lines }
    })
}

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}_]+/gu) ?? []

/**
 * 1 for runs of the marked text, 0 for others, -1 for runs without words.
 *
 * A run of five words or more counts when six in ten of its 4-grams stand in the marked text; a shorter one when it is
 * a line of it, or stands in it and has marked neighbours. Of a text printed twice, the copy among marked neighbours counts.
 */
export function labelsOf(runs: readonly Run[], lines: readonly string[]): Int8Array {
  const gold = wordsOf(lines.join('\n'))
  const goldText = ` ${gold.join(' ')} `
  const goldLines = new Set(lines.map((line) => wordsOf(line).join(' ')))
  const grams = new Set<string>()
  for (let i = 0; i + 4 <= gold.length; i++) grams.add(gold.slice(i, i + 4).join(' '))
  const MAYBE = 2
  const keys = runs.map((run) => wordsOf(run.text))
  const labels = Int8Array.from(keys, (words) => {
    if (words.length === 0) return -1
    const key = words.join(' ')
    if (goldLines.has(key)) return 1
    if (words.length >= 5) {
      let hits = 0
      for (let i = 0; i + 4 <= words.length; i++) if (grams.has(words.slice(i, i + 4).join(' '))) hits++
      return hits / (words.length - 3) >= 0.6 ? 1 : 0
    }
    return goldText.includes(` ${key} `) ? MAYBE : 0
  })
  const settled = (from: number, step: number): number => {
    for (let i = from + step; i >= 0 && i < labels.length && Math.abs(i - from) < 8; i += step)
      if (labels[i] === 0 || labels[i] === 1) return labels[i] as number
    return 0
  }
  labels.forEach((label, i) => {
    if (label === MAYBE) labels[i] = settled(i, -1) === 1 && settled(i, 1) === 1 ? 1 : 0
  })
  const copies = new Map<string, number[]>()
  labels.forEach((label, i) => {
    if (label !== 1) return
    const key = (keys[i] as string[]).join(' ')
    copies.set(key, [...(copies.get(key) ?? []), i])
  })
  for (const [key, indices] of copies) {
    if (indices.length < 2) continue
    const wanted = Math.max(1, goldText.split(` ${key} `).length - 1)
    const ranked = indices
      .map((i) => {
        let near = runs[i]?.hidden ? -2 : 0
        for (let d = -6; d <= 6; d++) if (d !== 0 && labels[i + d] === 1) near += 1 / Math.abs(d)
        return { i, near }
      })
      .sort((a, b) => b.near - a.near || a.i - b.i)
    for (const { i } of ranked.slice(wanted)) labels[i] = 0
  }
  return labels
}

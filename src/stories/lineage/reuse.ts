/**
 * Reuse: wording that tellings of one origin have in common where the articles have too little for fingerprints to meet.
 * Only the lines in which the claims stand are held against each other, each against who was first with its words.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'
import { type Passage, sharedPassages, type Word, wordsOf } from './passages.ts'

/** The claims of one article in an origin, with its text. */
interface Telling {
  readonly article: string
  readonly text: string
  readonly claims: readonly Claim[]
}

/** A passage of an article that an earlier one has too; `other` is in the later. */
export interface Reused extends Passage {
  readonly from: string
}

/** Words in a row, outside quotation marks, that hardly two writers come to. */
const RUN = 8
/** Text around a claim that is looked at, and the longest stretch of it. */
const AROUND = 300
const LONGEST = 2000

/** A run of words where it was first met. */
interface Met {
  readonly article: string
  readonly stretch: Span
}

/**
 * What each telling has in common with earlier ones.
 * @param tellings in the order of time
 */
export function reusedBy(tellings: readonly Telling[]): Map<string, Reused[]> {
  const reused = new Map<string, Reused[]>()
  if (tellings.length < 2) return reused
  const texts = new Map(tellings.map(({ article, text }) => [article, text]))
  const met = new Map<number, Met>()
  for (const { article, text, claims } of tellings) {
    const own: [number, Met][] = []
    for (const stretch of stretchesOf(text, claims)) {
      const words = wordsOf(text.slice(stretch.start, stretch.end))
      const runs = runsOf(words)
      const found = new Map(
        runs.flatMap((run) => {
          const first = met.get(run)
          return first === undefined ? [] : [[`${first.article} ${first.stretch.start}`, first] as const]
        }),
      )
      for (const first of found.values()) {
        const passage = longestOf(texts.get(first.article) as string, first.stretch, text, stretch)
        if (passage === null) continue
        const list = reused.get(article)
        if (list === undefined) reused.set(article, [{ ...passage, from: first.article }])
        else list.push({ ...passage, from: first.article })
      }
      for (const run of runs) own.push([run, { article, stretch }])
    }
    for (const [run, place] of own) if (!met.has(run)) met.set(run, place)
  }
  return reused
}

/** The lines that claims stand in, each once; of a very long line what is around the claim. */
function stretchesOf(text: string, claims: readonly Claim[]): Span[] {
  const stretches = new Map<number, Span>()
  for (const { in: where, content } of claims) {
    if (where !== 'text') continue
    const line = text.lastIndexOf('\n', content.start) + 1
    const feed = text.indexOf('\n', content.end)
    const start = Math.max(line, content.start - AROUND)
    const end = Math.min(feed < 0 ? text.length : feed, content.end + AROUND, start + LONGEST)
    if (!stretches.has(start)) stretches.set(start, { start, end })
  }
  return [...stretches.values()]
}

/** Every run of words outside quotation marks, as a number. */
function runsOf(words: readonly Word[]): number[] {
  const runs: number[] = []
  for (let i = 0; i + RUN <= words.length; i++) {
    let hash = 0
    let k = 0
    for (; k < RUN && !(words[i + k] as Word).quoted; k++) hash = (Math.imul(hash, 31) + (words[i + k] as Word).key) | 0
    if (k === RUN) runs.push(hash)
    else i += k
  }
  return runs
}

/** The longest passage of two stretches by words outside quotation marks, placed in their texts; null for none. */
function longestOf(one: string, a: Span, other: string, b: Span): Passage | null {
  const passages = sharedPassages(one.slice(a.start, a.end), other.slice(b.start, b.end))
  const longest = passages.reduce<Passage | null>(
    (most, passage) => (most === null || passage.own > most.own ? passage : most),
    null,
  )
  if (longest === null) return null
  const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
  return { ...longest, one: moved(longest.one, a.start), other: moved(longest.other, b.start) }
}

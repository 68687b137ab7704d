/**
 * Copies: articles that are one text under different headlines. An index of fingerprints that grows by an article at a
 * time; an article is held only against those that share sampled fingerprints with it. Plain data.
 */
import type { Reading } from './reading.ts'
import { fingerprintsOf } from './wording/fingerprint.ts'

/** Words in a run: eight in a row are a copy or a quotation, hardly chance. */
const RUN = 8
/** Runs of which one is kept, so that any fifteen words in common are found. */
const WINDOW = 8
/** Of the fingerprints kept every fourth is looked up by (0 mod p sampling): a copy shares scores of them. */
const SAMPLED = 4
/** Articles kept under a fingerprint: what more share is a publisher's furniture; the latest stay. */
const POSTED = 48
/** A text of fewer words is told by no fingerprints. */
const FEWEST = 3

/** Shared fingerprints, of the shorter text's, from which two articles are one text. */
const COPY = 0.55
/** The least of a text that tells a passage from a quotation both took from its source. */
const LEAST = 0.08

export interface CopyIndex {
  readonly prints: Map<string, readonly number[]>
  readonly postings: Map<number, string[]>
}

export const newCopyIndex = (): CopyIndex => ({ prints: new Map(), postings: new Map() })

/** Two articles with text in common. */
export interface Overlap {
  readonly one: string
  readonly other: string
  /** Of the shorter text. */
  readonly share: number
  readonly copy: boolean
}

/** The fingerprints of an article's text; its headline is left out, since each desk writes its own. */
const printsOf = ({ article }: Reading): number[] => fingerprintsOf(article.text, RUN, WINDOW)

/** The articles that share text with one that is added. */
export function addText(index: CopyIndex, reading: Reading): Overlap[] {
  const prints = printsOf(reading)
  if (prints.length < FEWEST || index.prints.has(reading.id)) return []
  const sampled = prints.filter((print) => print % SAMPLED === 0)
  const looked = sampled.length >= FEWEST ? sampled : prints
  const hits = new Map<string, number>()
  for (const print of looked) for (const id of index.postings.get(print) ?? []) hits.set(id, (hits.get(id) ?? 0) + 1)
  const own = new Set(prints)
  const overlaps = [...hits]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, POSTED)
    .flatMap(([id]): Overlap[] => {
      const others = index.prints.get(id) as readonly number[]
      const shared = others.filter((print) => own.has(print)).length
      const share = shared / Math.min(prints.length, others.length)
      if (share < LEAST) return []
      return [{ one: id, other: reading.id, share: Math.round(1000 * share) / 1000, copy: share >= COPY }]
    })
  index.prints.set(reading.id, prints)
  for (const print of looked) {
    const posted = index.postings.get(print)
    if (posted === undefined) index.postings.set(print, [reading.id])
    else {
      if (posted.length >= POSTED) posted.shift()
      posted.push(reading.id)
    }
  }
  return overlaps
}

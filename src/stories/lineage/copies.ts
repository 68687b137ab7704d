/**
 * Copies: articles that are one text under different headlines. An index of fingerprints that grows by an article at a
 * time; an article is held only against those that share sampled fingerprints with it. Plain data.
 */
import type { Reading } from '../reading.ts'
import { fingerprintsOf } from '../wording/fingerprint.ts'

/** Words in a run: eight in a row are a copy or a quotation, hardly chance. */
const RUN = 8
/** Runs of which one is kept, so that any eleven words in common are found. */
const WINDOW = 4
/** Of a long text's fingerprints every fourth is looked up by (0 mod p sampling): a copy shares scores of them, */
const SAMPLED = 4
/** and long is what has more than these; in a short text one sentence taken over is all there is to find. */
const SHORT = 160
/** Articles kept under a fingerprint: what more share is a publisher's furniture; the latest stay. */
const POSTED = 48
/** Articles that one is held to share text with, those that share most. */
const KEPT = 12

/** Shared fingerprints, of the shorter text's, from which two articles are one text. */
const COPY = 0.55
/** Shared fingerprints from which they may be: those of some thirty words. One sentence that two have makes no copy, */
const FEWEST = 8
/** unless it is all that either has. */
const isAll = (shared: number, ...all: readonly number[]): boolean => all.every((its) => its === shared)

export interface CopyIndex {
  readonly prints: Map<string, readonly number[]>
  readonly postings: Map<number, readonly string[]>
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

/** Those of a text's fingerprints that it is looked up by. */
const lookedUpBy = (prints: readonly number[]): readonly number[] =>
  prints.length > SHORT ? prints.filter((print) => print % SAMPLED === 0) : prints

/** The articles that a text is held against, by fingerprints it is looked up by: those that share most of them first. */
function sharing(index: CopyIndex, looked: readonly number[]): string[] {
  const hits = new Map<string, number>()
  for (const print of looked) for (const id of index.postings.get(print) ?? []) hits.set(id, (hits.get(id) ?? 0) + 1)
  return [...hits]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, POSTED)
    .map(([id]) => id)
}

/** The articles that an article's text is held against. */
export const textsNear = (index: CopyIndex, reading: Reading): string[] => sharing(index, lookedUpBy(printsOf(reading)))

/** The articles that share text with one that is added. */
export function addText(index: CopyIndex, reading: Reading): Overlap[] {
  const prints = printsOf(reading)
  if (prints.length === 0 || index.prints.has(reading.id)) return []
  const looked = lookedUpBy(prints)
  const own = new Set(prints)
  const overlaps = sharing(index, looked)
    .flatMap((id): Overlap[] => {
      const others = index.prints.get(id)
      if (others === undefined) return []
      const shared = others.filter((print) => own.has(print)).length
      const share = shared / Math.min(prints.length, others.length)
      if (shared === 0) return []
      const copy = share >= COPY && (shared >= FEWEST || isAll(shared, prints.length, others.length))
      return [{ one: id, other: reading.id, share: Math.round(1000 * share) / 1000, copy }]
    })
    .slice(0, KEPT)
  index.prints.set(reading.id, prints)
  // What a copy has from the text it copies is found under that one: a thousand copies cost no more than one.
  const copied = overlaps.find(({ copy }) => copy)
  const there = new Set(copied && index.prints.get(copied.one))
  for (const print of looked) {
    if (there.has(print)) continue
    index.postings.set(print, [...(index.postings.get(print) ?? []).slice(1 - POSTED), reading.id])
  }
  return overlaps
}

/** Takes an article out; what it was found by leads nowhere from then on. */
export function removeText({ prints }: CopyIndex, id: string): void {
  prints.delete(id)
}

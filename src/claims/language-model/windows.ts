/**
 * A document in passages that a language model is asked about one by one: whole paragraphs as long as they fit, a longer
 * one cut between sentences, a longer sentence between words.
 */
import type { Document } from '../../language/document.ts'
import { endingAfter } from '../../language/order.ts'
import type { Span } from '../../page/article.ts'

/**
 * About 1,000 tokens: with the instructions and an answer as long they fit in 4,096, the smallest window that servers of
 * local models start with.
 */
const MOST_CHARS = 4_000

/** A passage has a source, a cue and a content, or nothing. */
const LEAST_WORDS = 3

/** A passage: its runs of the document's text, in order, each within one paragraph. */
export interface Window extends Span {
  readonly runs: readonly Span[]
}

export interface Windows {
  readonly windows: readonly Window[]
  /** Characters of the document's paragraphs that stand in no window, for lack of room. */
  readonly unread: number
}

/**
 * The passages of a document.
 * @param mostChars of all passages together; what lies beyond is unread
 */
export function windowsOf(document: Document, mostChars: number): Windows {
  const windows: Window[] = []
  let runs: Span[] = []
  let [held, taken, unread] = [0, 0, 0]
  const close = (): void => {
    const [first, last] = [runs[0], runs.at(-1)]
    if (first && last) {
      const window = { start: first.start, end: last.end, runs }
      if (wordsIn(document, window) >= LEAST_WORDS) windows.push(window)
    }
    runs = []
    held = 0
  }
  for (const paragraph of document.paragraphs)
    for (const run of piecesOf(document, paragraph)) {
      const length = run.end - run.start
      if (unread > 0 || taken + length > mostChars) {
        unread += length
        continue
      }
      if (held + length > MOST_CHARS) close()
      runs.push(run)
      held += length
      taken += length
    }
  close()
  return { windows, unread }
}

/** A window's words as a language model is shown them: its runs, an empty line between. */
export const passageOf = ({ text }: Document, { runs }: Window): string =>
  runs.map(({ start, end }) => text.slice(start, end)).join('\n\n')

/** How many words a window holds, as far as it matters. */
function wordsIn({ text, tokens }: Document, { start, end }: Window): number {
  let words = 0
  for (let at = endingAfter(tokens, start); at < tokens.length && words < LEAST_WORDS; at++) {
    const token = tokens[at] as Span
    if (token.start >= end) break
    if (/[\p{L}\p{N}]/u.test(text.slice(token.start, token.end))) words++
  }
  return words
}

/** A paragraph in pieces that fit. */
function piecesOf({ tokens, sentences }: Document, paragraph: Span): Span[] {
  const { start, end } = paragraph
  if (end - start <= MOST_CHARS) return end > start ? [{ start, end }] : []
  const pieces: Span[] = []
  const add = ({ start, end }: Span): void => {
    const last = pieces.at(-1)
    if (last && end - last.start <= MOST_CHARS) pieces[pieces.length - 1] = { start: last.start, end }
    else pieces.push({ start, end })
  }
  for (let s = endingAfter(sentences, paragraph.start); s < sentences.length; s++) {
    const sentence = sentences[s] as (typeof sentences)[number]
    if (sentence.start >= paragraph.end) break
    if (sentence.end - sentence.start <= MOST_CHARS) add(sentence)
    else
      for (const { start, end } of tokens.slice(sentence.first, sentence.last))
        for (let from = start; from < end; from += MOST_CHARS)
          add({ start: from, end: Math.min(end, from + MOST_CHARS) })
  }
  return pieces
}

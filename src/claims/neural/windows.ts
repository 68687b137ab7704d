/**
 * The stretches of a document that the model reads at once: whole paragraphs, as many as fit, and a paragraph that is
 * longer cut where a sentence ends, so that memory and time grow with the text and no faster.
 */
import type { Document, Sentence } from '../../language/document.ts'

/** Tokens `first` to `last` (exclusive). */
export interface Window {
  readonly first: number
  readonly last: number
}

/** No window is longer: an article's longest paragraphs have about this many tokens. */
export const LONGEST = 300

/**
 * The windows of a document in order, without overlap; all tokens are in one but those of datelines.
 * @param datelines of each sentence that begins with a dateline, the first token after it
 * @param fill paragraphs are put together while they have no more than this many tokens; with 0, each stands alone
 */
export function windowsOf(
  { sentences, tokens }: Document,
  datelines: ReadonlyMap<number, number> = new Map(),
  fill = 0,
): Window[] {
  const windows: Window[] = []
  let first = 0
  const close = (last: number) => {
    if (last > first) windows.push({ first, last })
    first = last
  }
  sentences.forEach((sentence, i) => {
    const previous = sentences[i - 1]
    if (previous && previous.paragraph !== sentence.paragraph && paragraphEnd(sentences, i) - first > fill)
      close(sentence.first)
    const words = datelines.get(i)
    if (words !== undefined) {
      close(sentence.first)
      first = words
    }
    if (sentence.last - first > LONGEST) close(Math.max(first, sentence.first))
    while (sentence.last - first > LONGEST) close(first + LONGEST)
  })
  close(tokens.length)
  return windows
}

/** Where the paragraph of sentence `i` ends, looked for no further than a window reaches. */
function paragraphEnd(sentences: readonly Sentence[], i: number): number {
  const { paragraph, first } = sentences[i] as Sentence
  let last = first
  for (let k = i; k < sentences.length; k++) {
    const sentence = sentences[k] as Sentence
    if (sentence.paragraph !== paragraph || last - first > LONGEST) break
    last = sentence.last
  }
  return last
}

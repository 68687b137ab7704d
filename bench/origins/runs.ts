/** Runs of words that two texts have in common: what a reader would call shared text. */
import { wordsOf } from './content.ts'

/** So many words in a row are more than chance and names: fewer are often the same in texts written apart. */
const RUN = 8

/** Every run of words in some sentences. */
export function runsOf(sentences: readonly string[]): Set<string> {
  const runs = new Set<string>()
  for (const sentence of sentences) {
    const words = wordsOf(sentence)
    for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(' '))
  }
  return runs
}

export const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => !one.isDisjointFrom(other)

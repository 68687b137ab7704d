/**
 * Fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): hashes of runs of words, of every
 * window the least. Two texts that share a passage of `RUN + WINDOW - 1` words share a fingerprint, wherever it stands.
 */
import { fold } from '../../page/fold.ts'
import { rawWords } from './words.ts'

/** Words in a run. Five words in a row are seldom the same by chance. */
const RUN = 5
/** Runs of which one is kept. */
const WINDOW = 4

/** FNV-1a over the words of a run, apart from each other. */
function hashOfRun(words: readonly number[], at: number, run: number): number {
  let hash = 0x811c9dc5
  for (let i = at; i < at + run; i++) {
    hash = Math.imul(hash ^ (words[i] as number), 0x01000193)
    hash ^= hash >>> 15
  }
  return hash >>> 2
}

/** FNV-1a of a word, in 30 bits: what an engine keeps in one machine word. */
export function hashOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return (hash ^ (hash << 7)) >>> 2
}

/** The fingerprints of a text, each once, in their order; a text shorter than a run has one of all its words. */
export function fingerprintsOf(text: string, run: number = RUN, window: number = WINDOW): number[] {
  const words = rawWords(text).map((word) => hashOfWord(fold(word)))
  if (words.length === 0) return []
  if (words.length < run) return words.length < 3 ? [] : [hashOfRun(words, 0, words.length)]
  const prints = new Set<number>()
  const hashes = Array.from({ length: words.length - run + 1 }, (_, i) => hashOfRun(words, i, run))
  const last = Math.max(1, hashes.length - window + 1)
  for (let from = 0; from < last; from++) {
    let least = hashes[from] as number
    for (let i = from + 1; i < Math.min(from + window, hashes.length); i++) least = Math.min(least, hashes[i] as number)
    prints.add(least)
  }
  return [...prints]
}

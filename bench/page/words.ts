// Words as the measures of page reading count them: runs of letters, digits and underscores.

const word = /[\p{L}\p{N}_]+/gu

export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

export const wordsOf = (text: string): string[] => text.match(word) ?? []

/** The words with their places in the text. */
export const placedWords = (text: string): Word[] =>
  Array.from(text.matchAll(word), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

/** A text's words in one form of Unicode and lower case, a space between each: what two printings of it share. */
export const fold = (text: string | null | undefined): string =>
  wordsOf((text ?? '').normalize('NFKC').toLowerCase()).join(' ')

/** How often each thing occurs. */
export type Bag = ReadonlyMap<string, number>

export function bagOf(things: Iterable<string>): Bag {
  const bag = new Map<string, number>()
  for (const thing of things) bag.set(thing, (bag.get(thing) ?? 0) + 1)
  return bag
}

export function sizeOf(bag: Bag): number {
  let size = 0
  for (const times of bag.values()) size += times
  return size
}

/** How many things two bags share, each as often as both have it. */
export function overlapOf(one: Bag, other: Bag): number {
  let shared = 0
  for (const [thing, times] of one) shared += Math.min(times, other.get(thing) ?? 0)
  return shared
}

/** Every four words in a row, as article-extraction-benchmark counts them; a shorter text is one shingle. */
export function shinglesOf(words: readonly string[]): string[] {
  if (words.length === 0) return []
  return Array.from({ length: Math.max(1, words.length - 3) }, (_, at) => words.slice(at, at + 4).join(' '))
}

/** The harmonic mean of precision and recall. */
export const f1Of = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length

/** Phrases of a lexicon (up to, at the moment, could not yet), found in the words of a text: the longest that begins at one. */

/** A word in lower case. */
interface Low {
  readonly low: string
}

type Entry<Value> = readonly [words: readonly string[], value: Value]

/** Phrases by their first word, the longest first. */
export type Phrases<Value> = ReadonlyMap<string, readonly Entry<Value>[]>

/** @param table phrases in lower case, their words parted by a space, each with what it says */
export function phrasesOf<Value>(table: Iterable<readonly [phrase: string, value: Value]>): Phrases<Value> {
  const entries = Array.from(table, ([phrase, value]): Entry<Value> => [phrase.split(' '), value])
  return Map.groupBy(
    entries.sort((a, b) => b[0].length - a[0].length),
    ([words]) => words[0] as string,
  )
}

/** The longest phrase that stands at word `i`: its value and the index after it. */
export function phraseAt<Value>(
  words: readonly Low[],
  i: number,
  phrases: Phrases<Value>,
): { readonly value: Value; readonly to: number } | null {
  for (const [phrase, value] of phrases.get(words[i]?.low ?? '') ?? [])
    if (phrase.every((word, k) => words[i + k]?.low === word)) return { value, to: i + phrase.length }
  return null
}

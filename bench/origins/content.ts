/** Comparing what two texts say by their content words: what is left without the words that stand everywhere. */

const FUNCTION_WORDS = new Set(
  `a about after all also an and any are as at be because been before but by can could did do for from had has have he her
  his how i if in into is it its may might more most no not of on or our out over said says she should so some such than
  that the their them then there these they this those to under until up was we were what when where which while who will
  with would you`.split(/\s+/),
)

/** The words of a text in lower case, in order; numbers keep their marks. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []

/** The words that tell what a text is about; all of them where it has no others. */
export function contentWordsOf(text: string): string[] {
  const words = wordsOf(text)
  const telling = words.filter((word) => !FUNCTION_WORDS.has(word))
  return telling.length > 0 ? telling : words
}

/** How much two bags of words share: F1, from 0 to 1. */
export function shareOf(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    shared++
    counts.set(word, left - 1)
  }
  return shared === 0 ? 0 : (2 * shared) / (one.length + other.length)
}

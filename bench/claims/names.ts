// When two wordings say the same, as the gold stories' scorer decides it: words in common for spans, and for names the
// words that are left without titles, spelled alike.

/** Lower case, without accents, possessive s and punctuation but the marks of figures. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}.%$]+/gu, ' ')
    .trim()

const wordsOf = (text: string): string[] => plain(text).split(' ').filter(Boolean)

/** The F1 of two texts' words, each counted as often as it stands there. */
export function wordF1(one: string, other: string): number {
  const [wanted, given] = [wordsOf(one), wordsOf(other)]
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of given) {
    const times = left.get(word) ?? 0
    if (times === 0) continue
    shared++
    left.set(word, times - 1)
  }
  return shared > 0 ? (2 * shared) / (wanted.length + given.length) : 0
}

const TITLES = new Set('the a an of in on s by president prime minister mr ms mrs dr gen general unnamed'.split(' '))

const nameWords = (name: string): string[] => wordsOf(name).filter((word) => !TITLES.has(word))

/** Zelensky, Zelenskyy and Zelenskiy end alike. */
const spelling = (word: string): string =>
  word
    .replace(/(i+y*|y+)$/, 'y')
    .replace(/yy/g, 'y')
    .replace(/ie/g, 'i')

/** Whether half of the shorter name's words, and a third of the longer one's, are shared. */
export function sameName(one: string, other: string): boolean {
  const [wanted, given] = [nameWords(one), nameWords(other)]
  if (wanted.length === 0 || given.length === 0) return false
  const known = new Set(wanted.map(spelling))
  const shared = given.filter((word) => known.has(spelling(word))).length
  return shared / Math.min(wanted.length, given.length) >= 0.5 && shared / Math.max(wanted.length, given.length) >= 0.3
}

/** Indices of one wanted and one given thing. */
export type Pair = readonly [wanted: number, given: number]

/** Pairs one to one, the best first, none below `floor`; of equals the first in order. */
export function pairsOf<Wanted, Given>(
  wanted: readonly Wanted[],
  given: readonly Given[],
  score: (wanted: Wanted, given: Given) => number,
  floor: number,
): Pair[] {
  const all = wanted.flatMap((one, i) => given.map((other, j) => ({ i, j, score: score(one, other) })))
  const usedWanted = new Set<number>()
  const usedGiven = new Set<number>()
  const pairs: Pair[] = []
  for (const { i, j } of all.filter((pair) => pair.score >= floor).sort((one, other) => other.score - one.score)) {
    if (usedWanted.has(i) || usedGiven.has(j)) continue
    usedWanted.add(i)
    usedGiven.add(j)
    pairs.push([i, j])
  }
  return pairs
}

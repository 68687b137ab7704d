/**
 * De-duplication by SimHash (Charikar 2002, as used by Manku, Jain and Das Sarma 2007): 64 bits of the words and pairs of
 * words of a sentence; sentences within a Hamming distance are joined, and what they are joined with.
 */
import type { Answer } from '../answer.ts'
import { wordsOf } from '../content.ts'
import type { InputLine } from '../gold.ts'
import { answerFrom } from './grouped.ts'
import { passagesOf } from './sentences.ts'

/** Best of 3, 6, 9 ... 24 by B-cubed on families of another seed; for whole pages 3 is usual. */
const DISTANCE = 12

/** FNV-1a twice, from two bases: two words of 32 bits. */
function hashOf(text: string, base: number): number {
  let hash = base
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 16
  return Math.imul(hash, 0x85ebca6b) >>> 0
}

function simhashOf(text: string): [number, number] {
  const words = wordsOf(text)
  const features = [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]
  const sums = new Int32Array(64)
  for (const feature of features) {
    const halves = [hashOf(feature, 0x811c9dc5), hashOf(feature, 0x9747b28c)]
    for (let bit = 0; bit < 64; bit++)
      sums[bit] = (sums[bit] ?? 0) + (((halves[bit >> 5] ?? 0) >>> (bit & 31)) & 1 ? 1 : -1)
  }
  const half = (from: number): number => {
    let bits = 0
    for (let bit = 0; bit < 32; bit++) if ((sums[from + bit] ?? 0) > 0) bits |= 1 << bit
    return bits >>> 0
  }
  return [half(0), half(32)]
}

function ones(bits: number): number {
  let [count, left] = [0, bits >>> 0]
  for (; left !== 0; left = (left & (left - 1)) >>> 0) count++
  return count
}

export function simHash(articles: readonly InputLine[], distance: number = DISTANCE): Answer {
  const passages = passagesOf(articles)
  const hashes = passages.map(({ text }) => simhashOf(text))
  const groups = passages.map((_, i) => i)
  const top = (i: number): number => {
    let at = i
    while (groups[at] !== at) at = groups[at] as number
    return at
  }
  for (const [i, [a, b]] of hashes.entries())
    for (let j = 0; j < i; j++) {
      const [c, d] = hashes[j] as [number, number]
      if (ones((a ^ c) >>> 0) + ones((b ^ d) >>> 0) <= distance) groups[top(i)] = top(j)
    }
  return answerFrom(
    articles,
    passages,
    passages.map((_, i) => top(i)),
    true,
  )
}

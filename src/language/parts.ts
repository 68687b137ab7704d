/**
 * Parts of speech: the features by which a word's Penn Treebank tag is told, from the word, its neighbours and the tags
 * already given to its left (Ratnaparkhi 1996; Collins 2002).
 */
import { type Forms, mixed } from './forms.ts'
import type { Run } from './nametags.ts'
import { bucketOf } from './perceptron.ts'

/** How many features `partFeatures` writes. */
const PART_FEATURES = 23

/** What stands beyond a sentence's ends. */
const OUTSIDE = 0x5bd1e995

/**
 * Writes the features of token `i` of a sentence.
 * @param first the sentence's first token; `last` is the one after its last
 * @param one the tag number of the token before, `two` of the one before that; -1 outside
 */
function partFeatures(
  forms: Forms,
  i: number,
  first: number,
  last: number,
  one: number,
  two: number,
  into: Int32Array,
): void {
  const { word, prefix, suffix3, suffix2, shape } = forms
  const w = word[i] as number
  const s3 = suffix3[i] as number
  const s2 = suffix2[i] as number
  const form = shape[i] as number
  const l1 = i > first ? (word[i - 1] as number) : OUTSIDE
  const l2 = i > first + 1 ? (word[i - 2] as number) : OUTSIDE
  const r1 = i + 1 < last ? (word[i + 1] as number) : OUTSIDE
  const r2 = i + 2 < last ? (word[i + 2] as number) : OUTSIDE
  const ls = i > first ? (suffix3[i - 1] as number) : OUTSIDE
  const rs = i + 1 < last ? (suffix3[i + 1] as number) : OUTSIDE
  const rf = i + 1 < last ? (shape[i + 1] as number) : OUTSIDE
  const begins = i === first ? 1 : 0
  const t1 = one + 2
  const t12 = t1 * 64 + two + 2
  let k = 0
  into[k++] = bucketOf(mixed(1, w))
  into[k++] = bucketOf(mixed(2, s3))
  into[k++] = bucketOf(mixed(3, s2))
  into[k++] = bucketOf(mixed(4, prefix[i] as number))
  into[k++] = bucketOf(mixed(5 + begins * 64, form))
  into[k++] = bucketOf(mixed(6, t1))
  into[k++] = bucketOf(mixed(7, t12))
  into[k++] = bucketOf(mixed(8 + t1 * 64, w))
  into[k++] = bucketOf(mixed(9, l1))
  into[k++] = bucketOf(mixed(10, l2))
  into[k++] = bucketOf(mixed(11, r1))
  into[k++] = bucketOf(mixed(12, r2))
  into[k++] = bucketOf(mixed(13, ls))
  into[k++] = bucketOf(mixed(14, rs))
  into[k++] = bucketOf(mixed(15 + t1 * 64, s3))
  into[k++] = bucketOf(mixed(mixed(16, l1), w))
  into[k++] = bucketOf(mixed(mixed(17, w), r1))
  into[k++] = bucketOf(mixed(18 + t1 * 64, r1))
  into[k++] = bucketOf(mixed(mixed(19, form), rf))
  into[k++] = bucketOf(mixed(mixed(20 + begins * 64, form), s3))
  into[k++] = bucketOf(mixed(21 + t1 * 64, rs))
  into[k++] = bucketOf(mixed(mixed(22 + begins * 64, form), t1))
  into[k++] = bucketOf(mixed(mixed(23, form), ls))
}

/**
 * Goes through the tokens in order and gives each the best tag.
 * @param certain the tags of words that have only one, by the word's hash; nothing is asked about them
 * @param best the number of the best tag for some features
 * @param decided hears each decision before the next is made
 * @returns the number of each token's tag
 */
export function partTags(
  forms: Forms,
  sentences: readonly Run[],
  certain: ReadonlyMap<number, number>,
  best: (features: Int32Array) => number,
  decided?: (token: number, tag: number, features: Int32Array) => void,
): Uint8Array {
  const features = new Int32Array(PART_FEATURES)
  const tags = new Uint8Array(forms.word.length)
  for (const { first, last } of sentences) {
    let one = -1
    let two = -1
    for (let i = first; i < last; i++) {
      let tag = certain.get(forms.word[i] as number)
      if (tag === undefined) {
        partFeatures(forms, i, first, last, one, two, features)
        tag = best(features)
        decided?.(i, tag, features)
      }
      tags[i] = tag
      two = one
      one = tag
    }
  }
  return tags
}

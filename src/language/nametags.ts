/**
 * Names: the features by which a token is told to begin a name, go on in it or stand outside, as persons, organisations,
 * places, nationalities and others (BIO; after Zhang and Johnson 2003 and Ratinov and Roth 2009: the word and its
 * neighbours, gazetteers, tags to its left, and what the same word was and did elsewhere in the text).
 */
import { type Forms, hashOf, mixed } from './forms.ts'
import { FORENAME, type Known, ORGANISATION_NOUN, PLACE_NOUN, ROLE, TITLE } from './gazetteer/known.ts'
import { bucketOf } from './perceptron.ts'
import type { Token } from './tokens.ts'

/** Kinds of name that the tagger tells apart. */
export const NAME_KINDS = ['person', 'organisation', 'place', 'nationality', 'other'] as const

/** Its tags: outside, and for each kind the first token and those after it. A tag that goes on is even, its first odd. */
export const NAME_TAGS: readonly string[] = ['O', ...NAME_KINDS.flatMap((kind) => [`B-${kind}`, `I-${kind}`])]

/** How many features `nameFeatures` writes. */
const NAME_FEATURES = 36

const OUTSIDE = 0x5bd1e995

/** What a word does elsewhere in the text, as bits. */
const AFTER_TITLE = 1
const AFTER_FORENAME = 2
const IN_PLACE = 4
const BEFORE_NOUN = 8
const LOWER = 16
const WITH_POSSESSIVE = 32
const SPEAKS = 64

const SPEECH = new Set(
  ['said', 'says', 'told', 'added', 'wrote', 'tweeted', 'asked', 'argued', 'has', 'who'].map(hashOf),
)
const PLACING = new Set(['in', 'at', 'near', 'from', 'across', 'outside'].map(hashOf))
const POSSESSIVE = new Set(["'s", "'"].map(hashOf))

export interface Scene {
  readonly forms: Forms
  readonly known: Known
  /** Number of each token's part of speech. */
  readonly parts: Uint8Array
  /** For each token, bits of what its word does anywhere in the text. */
  readonly habits: Uint8Array
  /** For each sentence: 0 plain, 1 mostly capitalised words, 2 all capitals. */
  readonly styles: Uint8Array
}

/** A sentence as token numbers. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** All that the features are made of. */
export function sceneOf(
  tokens: readonly Token[],
  sentences: readonly Run[],
  forms: Forms,
  known: Known,
  parts: Uint8Array,
): Scene {
  const styles = Uint8Array.from(sentences, (sentence) => styleOf(tokens, sentence))
  return { forms, known, parts, habits: habitsOf(forms, known), styles }
}

/** How a sentence is set, by its words of three letters or more; shorter than four such words, it is plain. */
function styleOf(tokens: readonly Token[], { first, last }: Run): number {
  let [words, capitalised, capitals] = [0, 0, 0]
  for (let i = first; i < last; i++) {
    const { text } = tokens[i] as Token
    if (text.length < 3 || !/^\p{L}/u.test(text)) continue
    words++
    if (/^\p{Lu}/u.test(text)) capitalised++
    if (text === text.toUpperCase()) capitals++
  }
  if (words < 4) return 0
  if (capitals >= words * 0.8) return 2
  return capitalised >= words * 0.7 ? 1 : 0
}

/**
 * Goes through the tokens in order and gives each the best tag that may follow the one before it.
 * @param score fills the scores of all tags from the features
 * @param decided hears each decision before the next is made
 * @returns the number of each token's tag
 */
export function nameTags(
  scene: Scene,
  sentences: readonly Run[],
  score: (features: Int32Array, scores: Int32Array) => void,
  decided?: (token: number, tag: number, features: Int32Array) => void,
): Uint8Array {
  const { word, capital } = scene.forms
  const features = new Int32Array(NAME_FEATURES)
  const scores = new Int32Array(NAME_TAGS.length)
  const memory = new Map<number, number>()
  const tags = new Uint8Array(word.length)
  sentences.forEach(({ first, last }, s) => {
    let one = -1
    let two = -1
    for (let i = first; i < last; i++) {
      // no name begins with a word in small letters
      if (one <= 0 && capital[i] === 0) {
        two = one
        one = 0
        continue
      }
      const key = word[i] as number
      nameFeatures(scene, i, first, last, scene.styles[s] as number, one, two, memory.get(key) ?? -1, features)
      score(features, scores)
      let best = 0
      for (let tag = 1; tag < scores.length; tag++) {
        const follows = tag % 2 === 1 || one === tag || one === tag - 1
        if (follows && (scores[tag] as number) > (scores[best] as number)) best = tag
      }
      decided?.(i, best, features)
      if (best > 0) memory.set(key, best)
      tags[i] = best
      two = one
      one = best
    }
  })
  return tags
}

const isSmall = (shape: number): boolean => shape === SMALL || shape === SMALL_TWO || shape === SMALL_ONE
const SMALL = shapeOf('xxx')
const SMALL_TWO = shapeOf('xx')
const SMALL_ONE = shapeOf('x')

function shapeOf(pattern: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < Math.min(2, pattern.length); i++) hash = Math.imul(hash ^ pattern.charCodeAt(i), 0x01000193)
  return hash
}

/** Gathers what each word does, over the whole text. */
function habitsOf({ word, shape }: Forms, { names, words }: Known): Uint8Array {
  const doing = new Map<number, number>()
  const count = word.length
  for (let i = 0; i < count; i++) {
    const form = shape[i] as number
    const key = word[i] as number
    let bits = 0
    if (isSmall(form)) bits = LOWER
    else {
      const before = i > 0 ? (words[i - 1] as number) : 0
      const after = i + 1 < count ? (words[i + 1] as number) : 0
      if (before & TITLE) bits |= AFTER_TITLE
      if (before & FORENAME && !isSmall(shape[i - 1] as number)) bits |= AFTER_FORENAME
      if (i > 0 && PLACING.has(word[i - 1] as number)) bits |= IN_PLACE
      if (after & (ORGANISATION_NOUN | PLACE_NOUN)) bits |= BEFORE_NOUN
      if (i + 1 < count && POSSESSIVE.has(word[i + 1] as number)) bits |= WITH_POSSESSIVE
      if (i + 1 < count && SPEECH.has(word[i + 1] as number)) bits |= SPEAKS
      if (names[i]) bits |= 128
    }
    if (bits) doing.set(key, (doing.get(key) ?? 0) | bits)
  }
  const habits = new Uint8Array(count)
  for (let i = 0; i < count; i++) if (!isSmall(shape[i] as number)) habits[i] = doing.get(word[i] as number) ?? 0
  return habits
}

/**
 * Writes the features of token `i` of a sentence.
 * @param style how the sentence is set: 0 plain, 1 mostly capitalised words, 2 all capitals
 * @param one the tag number of the token before, `two` of the one before that; -1 outside
 * @param memory the tag last given to the same word earlier in the text; -1 for none
 */
function nameFeatures(
  { forms, known, parts, habits }: Scene,
  i: number,
  first: number,
  last: number,
  style: number,
  one: number,
  two: number,
  memory: number,
  into: Int32Array,
): void {
  const { word, prefix, suffix3, suffix2, shape } = forms
  const w = word[i] as number
  const hasLeft = i > first
  const hasRight = i + 1 < last
  const l1 = hasLeft ? (word[i - 1] as number) : OUTSIDE
  const r1 = hasRight ? (word[i + 1] as number) : OUTSIDE
  const l2 = i > first + 1 ? (word[i - 2] as number) : OUTSIDE
  const r2 = i + 2 < last ? (word[i + 2] as number) : OUTSIDE
  const form = shape[i] as number
  const lf = hasLeft ? (shape[i - 1] as number) : OUTSIDE
  const rf = hasRight ? (shape[i + 1] as number) : OUTSIDE
  const p0 = parts[i] as number
  const pl = hasLeft ? (parts[i - 1] as number) : 63
  const pr = hasRight ? (parts[i + 1] as number) : 63
  const g0 = (known.names[i] as number) + (known.words[i] as number) * 16
  const gl = hasLeft ? (known.names[i - 1] as number) + (known.words[i - 1] as number) * 16 : 4095
  const gr = hasRight ? (known.names[i + 1] as number) + (known.words[i + 1] as number) * 16 : 4095
  const set = style * 2 + (hasLeft ? 0 : 1)
  const t1 = one + 2
  const t12 = t1 * 16 + two + 2
  const m = memory + 2
  const habit = habits[i] as number
  let k = 0
  into[k++] = bucketOf(mixed(101, w))
  into[k++] = bucketOf(mixed(102 + set * 256, form))
  into[k++] = bucketOf(mixed(103, prefix[i] as number))
  into[k++] = bucketOf(mixed(104, suffix3[i] as number))
  into[k++] = bucketOf(mixed(105, suffix2[i] as number))
  into[k++] = bucketOf(mixed(106, l1))
  into[k++] = bucketOf(mixed(107, r1))
  into[k++] = bucketOf(mixed(108, l2))
  into[k++] = bucketOf(mixed(109, r2))
  into[k++] = bucketOf(mixed(mixed(110, l1), w))
  into[k++] = bucketOf(mixed(mixed(111, w), r1))
  into[k++] = bucketOf(mixed(mixed(mixed(112, lf), form), rf))
  into[k++] = bucketOf(mixed(113, t12))
  into[k++] = bucketOf(mixed(114 + t1 * 256, w))
  into[k++] = bucketOf(mixed(115 + t1 * 256 + set * 8192, form))
  into[k++] = bucketOf(mixed(mixed(116, p0), t1))
  into[k++] = bucketOf(mixed(117, p0 * 64 + pl + set * 4096))
  into[k++] = bucketOf(mixed(118, p0 * 64 + pr))
  into[k++] = bucketOf(mixed(119 + t1 * 256, g0))
  into[k++] = bucketOf(mixed(mixed(120, g0), gr))
  into[k++] = bucketOf(mixed(mixed(121, gl), g0))
  into[k++] = bucketOf(mixed(mixed(122, gl), form))
  into[k++] = bucketOf(mixed(mixed(123, gr), form))
  into[k++] = bucketOf(mixed(124 + t1 * 256, l1))
  into[k++] = bucketOf(mixed(125 + t1 * 256, r1))
  into[k++] = bucketOf(mixed(mixed(126, form), l1))
  into[k++] = bucketOf(mixed(mixed(127, form), r1))
  into[k++] = bucketOf(mixed(128 + m * 256, form))
  into[k++] = bucketOf(mixed(129 + m * 256, t1))
  into[k++] = bucketOf(mixed(130 + m * 256, g0))
  into[k++] = bucketOf(mixed(131 + habit * 256, t1))
  into[k++] = bucketOf(mixed(132 + habit * 256, m))
  into[k++] = bucketOf(mixed(133 + (habit & (AFTER_TITLE | AFTER_FORENAME | LOWER | SPEAKS)) * 256, form + set))
  into[k++] = bucketOf(
    mixed(134 + ((known.words[i] as number) & (ROLE | TITLE | ORGANISATION_NOUN)) * 256, pr * 64 + p0),
  )
  into[k++] = bucketOf(mixed(mixed(135 + t1 * 256, gr), form))
  into[k++] = bucketOf(mixed(mixed(136, r1), r2))
}

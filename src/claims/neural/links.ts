/**
 * Which source and which contents belong to which cue: each tagged span is weighed against the cues near it by a small
 * network over where they stand, what stands between them and what the cue is. PARC3's attributions have one cue each.
 */
import type { Document } from '../../language/document.ts'
import type { Token } from '../../language/tokens.ts'
import { type Cue, cueOf } from '../cues.ts'
import type { Role } from './crf.ts'

/** A tagged span: tokens `first` to `last` (exclusive). */
export interface TaggedSpan {
  readonly role: Role
  readonly first: number
  readonly last: number
}

/** What a weighing of pairs needs to know of a document. */
export interface Surroundings {
  readonly tokens: readonly Token[]
  /** Quotation state of each token, as in Features. */
  readonly quotes: Uint8Array
  readonly sentences: Int32Array
  readonly paragraphs: Int32Array
  readonly sentenceStarts: Uint8Array
}

/** @param quotes the tokens' quotation states */
export function surroundingsOf(document: Document, quotes: Uint8Array): Surroundings {
  const { tokens } = document
  const sentences = new Int32Array(tokens.length)
  const paragraphs = new Int32Array(tokens.length)
  const sentenceStarts = new Uint8Array(tokens.length)
  document.sentences.forEach(({ first, last, paragraph }, index) => {
    sentences.fill(index, first, last)
    paragraphs.fill(paragraph, first, last)
    sentenceStarts[first] = 1
  })
  return { tokens, quotes, sentences, paragraphs, sentenceStarts }
}

/** Farther apart, in tokens, nothing is linked. */
const REACH = 150
/** How many spans are weighed on either side. */
const NEAREST = 3

/** The spans of `among` that may go with `span`: the nearest few on either side, nearest first. */
function candidatesOf(span: TaggedSpan, among: readonly TaggedSpan[], from: Surroundings): TaggedSpan[] {
  const at = lowerBound(among, span.first)
  const near: TaggedSpan[] = []
  const mayGo = (other: TaggedSpan | undefined): other is TaggedSpan =>
    other !== undefined &&
    gapOf(span, other) <= REACH &&
    Math.abs((from.paragraphs[span.first] as number) - (from.paragraphs[other.first] as number)) <= 1
  for (let k = 1; k <= NEAREST; k++) {
    const before = among[at - k]
    const after = among[at + k - 1]
    if (mayGo(before)) near.push(before)
    if (mayGo(after)) near.push(after)
  }
  return near.sort((a, b) => gapOf(span, a) - gapOf(span, b) || a.first - b.first)
}

function gapOf(a: TaggedSpan, b: TaggedSpan): number {
  return Math.max(0, a.first < b.first ? b.first - a.last : a.first - b.last)
}

/** Index of the first span that begins at `first` or later. */
function lowerBound(spans: readonly TaggedSpan[], first: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as TaggedSpan).first < first) low = middle + 1
    else high = middle
  }
  return low
}

/** Spans of each role in order of their start. */
export type Tagged = Readonly<Record<Role, readonly TaggedSpan[]>>

/** How many numbers describe a pair. */
export const PAIR_FEATURES = 38

/** What a cue's words tell, looked up once. */
interface CueWords {
  readonly length: number
  readonly first: string
  readonly last: string
  readonly known: Cue | null
}

function cueWordsOf({ first, last }: TaggedSpan, { tokens }: Surroundings): CueWords {
  const words = tokens.slice(first, last).map(({ text }) => text.toLowerCase())
  const known = words.map(cueOf).find((found) => found !== null) ?? null
  return { length: words.length, first: words[0] ?? '', last: words.at(-1) ?? '', known }
}

const TAKES_OBJECT = new Set('about at for in of on over to with'.split(' '))
const PRONOUNS = new Set('he i it she they we which who'.split(' '))

/**
 * Describes a cue and another span.
 * @param nearestToCue the rank of `other` among its role's candidates for the cue, 0 the nearest
 * @param nearestToOther the rank of `cue` among the other's cues
 */
function pairOf(
  cue: TaggedSpan,
  words: CueWords,
  other: TaggedSpan,
  tagged: Tagged,
  from: Surroundings,
  nearestToCue: number,
  nearestToOther: number,
): Float64Array {
  const { tokens, quotes, sentences, paragraphs, sentenceStarts } = from
  const after = other.first > cue.first
  const [left, right] = after ? [cue, other] : [other, cue]
  const gap = gapOf(cue, other)
  const between = (role: Role) =>
    Math.min(3, lowerBound(tagged[role], right.first) - lowerBound(tagged[role], left.last))
  const cues = between('cue')
  const sources = between('source')
  const word = (token: number) => tokens[token]?.text.toLowerCase() ?? ''
  let commas = 0
  let by = words.last === 'by'
  for (let t = left.last; t < Math.min(right.first, left.last + 8); t++) {
    if (word(t) === ',') commas++
    if (word(t) === 'by') by = true
  }
  const quoted = (token: number) => (quotes[token] as number) > 0
  const first = word(other.first)
  const sentencesApart = Math.abs((sentences[cue.first] as number) - (sentences[other.first] as number))
  const values = [
    after,
    Math.min(gap, 40) / 40,
    gap === 0,
    gap === 1,
    gap <= 3,
    sentencesApart === 0,
    paragraphs[cue.first] === paragraphs[other.first],
    Math.log1p(gap) / 3,
    cues / 2,
    sources / 2,
    between('content') / 2,
    commas > 0,
    Math.min(3, sentencesApart) / 3,
    quoted(other.first),
    quoted(other.last - 1),
    quotes[other.first] === 1,
    quoted(cue.first),
    words.known?.lemma === 'say',
    words.known?.act === 'speech',
    words.known?.act === 'belief',
    words.known?.act === 'intention',
    words.length === 1,
    words.first === 'according' || words.first === 'per',
    nearestToCue === 0,
    nearestToCue === 1,
    nearestToOther === 0,
    nearestToOther === 1,
    first === 'that',
    first === 'to',
    TAKES_OBJECT.has(words.last),
    Math.log1p(other.last - other.first) / 4,
    sentenceStarts[other.first] === 1,
    sentenceStarts[cue.first] === 1,
    by,
    PRONOUNS.has(first),
    other.last >= tokens.length || sentenceStarts[other.last] === 1 || sentenceStarts[other.last + 1] === 1,
    words.known?.class === 'noun',
    after && sources === 0 && cues === 0,
  ]
  return Float64Array.from(values, Number)
}

/** A network of one hidden layer: tanh of `hidden` units, one score. `weights` [hidden, features], `bias`, `out` [hidden]. */
export interface Weigher {
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly out: Float32Array
  readonly offset: number
}

function scoreOf({ weights, bias, out, offset }: Weigher, pair: Float64Array): number {
  let score = offset
  for (let unit = 0; unit < bias.length; unit++) {
    let sum = bias[unit] as number
    for (let k = 0; k < PAIR_FEATURES; k++) sum += (weights[unit * PAIR_FEATURES + k] as number) * (pair[k] as number)
    score += (out[unit] as number) * Math.tanh(sum)
  }
  return score
}

/** A span's candidates with the numbers that describe each pair. */
export interface Choice {
  readonly of: TaggedSpan
  readonly candidates: readonly TaggedSpan[]
  readonly pairs: readonly Float64Array[]
}

/** For each content, the cues it may belong to; for each cue, the sources it may have. */
export function choicesOf(tagged: Tagged, from: Surroundings): { contents: Choice[]; sources: Choice[] } {
  const cuesOf = new Map(
    [...tagged.content, ...tagged.source].map((span) => [span, candidatesOf(span, tagged.cue, from)]),
  )
  const rank = (list: readonly TaggedSpan[] | undefined, span: TaggedSpan) => list?.indexOf(span) ?? -1
  const wordsOf = new Map(tagged.cue.map((cue) => [cue, cueWordsOf(cue, from)]))
  const describe = (cue: TaggedSpan, other: TaggedSpan, toCue: number, toOther: number) =>
    pairOf(cue, wordsOf.get(cue) as CueWords, other, tagged, from, toCue, toOther)
  const contentsOf = new Map(tagged.cue.map((cue) => [cue, candidatesOf(cue, tagged.content, from)]))
  const contents = tagged.content.map((of) => {
    const candidates = cuesOf.get(of) ?? []
    return {
      of,
      candidates,
      pairs: candidates.map((cue, i) => describe(cue, of, rank(contentsOf.get(cue), of), i)),
    }
  })
  const sources = tagged.cue.map((of) => {
    const candidates = candidatesOf(of, tagged.source, from)
    return {
      of,
      candidates,
      pairs: candidates.map((source, i) => describe(of, source, i, rank(cuesOf.get(source), of))),
    }
  })
  return { contents, sources }
}

/** The chosen candidate, null for none, with the probability of the choice. */
export interface Chosen {
  readonly span: TaggedSpan | null
  readonly probability: number
}

/** The most likely candidate; that there is none scores 0. */
export function choose({ candidates, pairs }: Choice, weigher: Weigher): Chosen {
  const scores = pairs.map((pair) => scoreOf(weigher, pair))
  const top = Math.max(0, ...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), Math.exp(-top))
  const at = scores.indexOf(top)
  return { span: candidates[at] ?? null, probability: 1 / sum }
}

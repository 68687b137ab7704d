/**
 * Are two statements one? Evidence is weighed as in record linkage (Fellegi and Sunter, JASA 1969): each kind of
 * agreement or disagreement adds to the log-odds, and the sum is the confidence. A reason goes with each.
 */
import { type Count, type Statement } from './statement.ts'
import { type Relation, relationOf } from './voice.ts'
import { type Timing, timingOf } from './said.ts'

/** How much a word tells: the rarer among all statements, the more. */
export type Weigh = (word: string) => number

/** What was compared of two statements. Shares are of 1. */
export interface Comparison {
  readonly relation: Relation
  readonly timing: Timing
  /** Weight of the words shared, twice, of the weight of all. */
  readonly words: number
  /** Weight of the words shared of the lighter statement's, */
  readonly within: number
  /** and itself. */
  readonly mass: number
  /** Words in quotation marks that both quote, of the shorter quotation's weight; null where not both quote. */
  readonly quoted: number | null
  /** Numbers of one measure that both give, and whether they give others of one measure. */
  readonly shared: readonly string[]
  readonly sharedWeight: number
  readonly differ: boolean
  /** Fingerprints shared of the fewer. */
  readonly text: number
  readonly sameArticle: boolean
}

const isOne = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Two counts of one thing that give the same number. */
export function isSameCount(one: Count, other: Count): boolean {
  if (!isOne(one.measure, other.measure)) return false
  if (one.value === other.value) return true
  const numbers = [one.low, one.high].filter((number) => number !== null)
  return numbers.some((number) => (number === other.low || number === other.high) && number !== 1)
}

/** Whether two counts of one measure exclude each other: 3,000 and 4,000; not "more than 1,000" and 1,100. */
function excludes(one: Count, other: Count): boolean {
  if (one.measure === null || one.measure !== other.measure) return false
  const [a, b] = [one.low ?? one.high, other.low ?? other.high]
  if (a === null || b === null) return false
  if (one.value.endsWith('%') !== other.value.endsWith('%')) return false
  const low = Math.max(one.low ?? 0, other.low ?? 0)
  const high = Math.min(one.high ?? Number.POSITIVE_INFINITY, other.high ?? Number.POSITIVE_INFINITY)
  // Bounds that leave room for each other, and are near: "over 1,000", "around 1,100".
  return low > high || Math.max(a, b) > 1.15 * Math.min(a, b)
}

function sumOf(words: readonly string[], weigh: Weigh): number {
  let sum = 0
  for (const word of words) sum += weigh(word)
  return sum
}

/** What two statements have in common. */
export function compare(one: Statement, other: Statement, weigh: Weigh): Comparison {
  const common = one.words.filter((word) => other.words.includes(word))
  const mass = sumOf(common, weigh)
  const [a, b] = [sumOf(one.words, weigh), sumOf(other.words, weigh)]
  const bothQuote = one.quoted.length > 0 && other.quoted.length > 0
  const quoted = bothQuote
    ? sumOf(one.quoted.filter((word) => other.quoted.includes(word)), weigh) /
      (Math.min(sumOf(one.quoted, weigh), sumOf(other.quoted, weigh)) || 1)
    : null
  const shared = one.counts.filter((count) => other.counts.some((its) => isSameCount(count, its)))
  const differ = shared.length === 0 && one.counts.some((count) => other.counts.some((its) => excludes(count, its)))
  const [few, many] = one.prints.length < other.prints.length ? [one.prints, other.prints] : [other.prints, one.prints]
  const same = few.filter((print) => many.includes(print)).length
  return {
    relation: relationOf(one.voice, other.voice),
    timing: timingOf(one.said, other.said),
    words: a + b === 0 ? 0 : (2 * mass) / (a + b),
    within: mass / (Math.min(a, b) || 1),
    mass,
    quoted,
    shared: [...new Set(shared.map(({ value }) => value))],
    sharedWeight: shared.reduce((most, { value }) => Math.max(most, weigh(`#${value}`)), 0),
    differ,
    text: few.length === 0 ? 0 : same / few.length,
    sameArticle: one.article === other.article,
  }
}

/** One piece of evidence: what it is, in words, and what it adds to the log-odds. */
export interface Reason {
  readonly words: string
  readonly weight: number
}

/** What the log-odds start from: most pairs of statements that share anything are two. */
const PRIOR = -2

const RELATION: Readonly<Record<Relation, readonly [weight: number, words: string]>> = {
  'same speaker': [0, 'the same speaker'],
  'same basis': [0, 'on the same word'],
  'same body': [0, 'the same organisation'],
  'same carrier': [0.5, 'an unnamed source through the same carrier'],
  'alike unnamed': [0, 'an unnamed source described alike'],
  'same country': [-1, 'sources of the same country'],
  unattributed: [-1.6, 'one of them unattributed'],
  unstated: [-1.2, 'one of them without a stated source'],
  apart: [-3, 'different speakers'],
}

const TIMING: Readonly<Record<Timing, readonly [weight: number, words: string]>> = {
  'same day': [0.4, 'said the same day'],
  'same time': [0, 'said at a time that fits'],
  near: [-0.4, 'reported within days of each other'],
  unknown: [-1.2, 'when it was said is not told'],
  far: [-2.5, 'reported long after each other'],
  conflict: [-3.5, 'said at different times'],
}

/** The evidence that two statements are one, the strongest first. */
export function reasonsOf(comparison: Comparison): Reason[] {
  const { relation, timing, words, within, mass, quoted, shared, sharedWeight, differ, text, sameArticle } = comparison
  const [voice, voiceWords] = RELATION[relation]
  const [time, timeWords] = TIMING[timing]
  const reasons: Reason[] = [
    { words: voiceWords, weight: voice },
    { words: timeWords, weight: time },
    {
      words: `${Math.round(100 * words)} % of the words, by weight`,
      weight: 0.9 * words + 0.8 * within + 0.22 * Math.min(mass, 25),
    },
  ]
  if (quoted !== null) reasons.push({ words: quoted > 0 ? 'the same words quoted' : 'other words quoted', weight: 1.2 * quoted - 0.2 })
  if (shared.length > 0)
    reasons.push({
      words: `the same figure: ${shared.join(', ')}`,
      weight: 2.2 + 0.35 * sharedWeight + (shared.length > 1 ? 0.8 : 0),
    })
  if (differ) reasons.push({ words: 'different figures of one measure', weight: -3 })
  if (text > 0) reasons.push({ words: `${Math.round(100 * text)} % of the text word for word`, weight: 3 * text })
  if (sameArticle) reasons.push({ words: 'in one article', weight: 0.3 })
  return reasons.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
}

/** The log-odds that two statements are one. */
export const oddsOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { weight }) => sum + weight, PRIOR)

/** A probability from log-odds. */
export const confidenceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

/**
 * Are two statements one? Evidence is weighed as in record linkage (Fellegi and Sunter, JASA 1969): each kind of
 * agreement or disagreement adds to the log-odds, and the sum is the confidence. A reason goes with each.
 */

import { type Timing, timingOf } from './said.ts'
import type { Count, Statement } from './statement.ts'
import { type Relation, relationOf } from './voice.ts'
import { MOST_WORDS, WEIGHTS } from './weights.ts'

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
  /** Numbers of one measure that both give, and how rare the rarest is. */
  readonly shared: readonly string[]
  readonly sharedWeight: number
  /** Of a measure that shares no number: numbers that leave room for each other, or that exclude each other. */
  readonly figures: 'near' | 'differ' | null
  /** Fingerprints shared of the fewer. */
  readonly text: number
  readonly sameArticle: boolean
}

const isOne = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Two counts of one thing that give the same number. */
function isSameCount(one: Count, other: Count): boolean {
  if (!isOne(one.measure, other.measure)) return false
  if (one.value === other.value) return true
  // Vague words, one fuller than the other: a battalion, a battalion of infantry.
  if (one.low === null && one.high === null && other.low === null && other.high === null) {
    const [few, many] = [one.value.split(' '), other.value.split(' ')].sort((a, b) => a.length - b.length) as [
      string[],
      string[],
    ]
    return few.every((word) => many.includes(word))
  }
  const numbers = [one.low, one.high].filter((number) => number !== null)
  return numbers.some((number) => (number === other.low || number === other.high) && number !== 1)
}

const numberOf = ({ low, high }: Count): number | null => low ?? high

/** How two counts of one measure stand: 3,000 and 4,000 differ; "more than 1,000" and "around 1,100" are near. */
function standing(one: Count, other: Count): 'near' | 'differ' | null {
  if (one.measure === null || one.measure !== other.measure) return null
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a === null || b === null || one.value.endsWith('%') !== other.value.endsWith('%')) return null
  const low = Math.max(one.low ?? 0, other.low ?? 0)
  const high = Math.min(one.high ?? Number.POSITIVE_INFINITY, other.high ?? Number.POSITIVE_INFINITY)
  return Math.max(a, b) <= NEAR * Math.min(a, b) && low <= high ? 'near' : 'differ'
}

/** How the counts stand that no shared number speaks for, measure by measure. */
function standings(
  some: readonly Count[],
  others: readonly Count[],
  shared: readonly Count[],
): ('near' | 'differ' | null)[] {
  const told = new Set(shared.map(({ measure }) => measure))
  return some.filter(({ measure }) => !told.has(measure)).flatMap((count) => others.map((its) => standing(count, its)))
}

/** Numbers apart by no more than this may be one, rounded or bounded otherwise. */
const NEAR = 1.15

/** Parts that one gives and whose sum the other gives: 300 killed and 2,700 wounded, 3,000 casualties. */
function addsUp(parts: readonly Count[], whole: readonly Count[]): string | null {
  const numbers = parts.filter(({ measure }) => measure === 'harm').map(numberOf)
  if (numbers.length !== 2 || numbers.includes(null)) return null
  const sum = (numbers[0] as number) + (numbers[1] as number)
  return whole.find((count) => count.measure === 'harm' && numberOf(count) === sum)?.value ?? null
}

function sumOf(words: readonly string[], weigh: Weigh): number {
  let sum = 0
  for (const word of words) sum += weigh(word)
  return sum
}

/** A statement made ready to be held against many. */
export interface Probe {
  readonly statement: Statement
  readonly words: ReadonlySet<string>
  readonly weight: number
  readonly weigh: Weigh
}

/** Makes a statement ready to be held against many. */
export const probeOf = (statement: Statement, weigh: Weigh): Probe => ({
  statement,
  words: new Set(statement.words),
  weight: sumOf(statement.words, weigh),
  weigh,
})

/** What two statements have in common. */
export function compare({ statement: one, words, weight: a, weigh }: Probe, other: Statement): Comparison {
  let [mass, b] = [0, 0]
  for (const word of other.words) {
    const weight = weigh(word)
    b += weight
    if (words.has(word)) mass += weight
  }
  const bothQuote = one.quoted.length > 0 && other.quoted.length > 0
  const quoted = bothQuote
    ? sumOf(
        one.quoted.filter((word) => other.quoted.includes(word)),
        weigh,
      ) / (Math.min(sumOf(one.quoted, weigh), sumOf(other.quoted, weigh)) || 1)
    : null
  const shared = one.counts.filter((count) => other.counts.some((its) => isSameCount(count, its)))
  const sum = shared.length > 0 ? null : (addsUp(one.counts, other.counts) ?? addsUp(other.counts, one.counts))
  const values = sum === null ? [...new Set(shared.map(({ value }) => value))] : [sum]
  const stand = standings(one.counts, other.counts, shared)
  const [few, many] = one.prints.length < other.prints.length ? [one.prints, other.prints] : [other.prints, one.prints]
  const same = few.filter((print) => many.includes(print)).length
  return {
    relation: relationOf(one.voice, other.voice),
    timing: timingOf(one.said, other.said),
    words: a + b === 0 ? 0 : (2 * mass) / (a + b),
    within: mass / (Math.min(a, b) || 1),
    mass,
    quoted,
    shared: values,
    sharedWeight: values.reduce((most, value) => Math.max(most, weigh(`#${value}`)), 0),
    figures: sum !== null ? null : stand.includes('near') ? 'near' : stand.includes('differ') ? 'differ' : null,
    text: few.length === 0 ? 0 : same / few.length,
    sameArticle: one.article === other.article,
  }
}

/** One piece of evidence: what it is, in words, and what it adds to the log-odds. */
export interface Reason {
  readonly words: string
  readonly weight: number
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  'same speaker': 'the same speaker',
  'same basis': 'on the same word',
  'same body': 'the same organisation',
  'same carrier': 'an unnamed source through the same carrier',
  'alike unnamed': 'an unnamed source described alike',
  'same country': 'sources of the same country',
  unattributed: 'one of them unattributed',
  unstated: 'one of them without a stated source',
  'two names': 'different speakers',
  apart: 'speakers that do not meet',
}

const TIMINGS: Readonly<Record<Timing, string>> = {
  'same day': 'said the same day',
  'same time': 'said at a time that fits',
  near: 'reported within days of each other',
  unknown: 'when it was said is not told',
  far: 'reported long after each other',
  conflict: 'said at different times',
}

/** Share of the fingerprints from which a text is one. */
const VERBATIM = 0.6
/** What two names weigh where it is not. */
const OTHERS = -14

/** A figure that a speaker revises at another time is another statement, however alike the words. */
const NEVER = -30

/** The evidence that two statements are one, the strongest first. */
export function reasonsOf(comparison: Comparison): Reason[] {
  const { relation, timing, words, within, mass, quoted, shared, sharedWeight, figures, text, sameArticle } = comparison
  // Two who are named say one thing only where the text itself is one: a copy that credits somebody else.
  const isOther = relation === 'two names' && text < VERBATIM
  const reasons: Reason[] = [
    { words: RELATIONS[relation], weight: isOther ? OTHERS : WEIGHTS[relation] },
    { words: TIMINGS[timing], weight: WEIGHTS[timing] },
    {
      words: `${Math.round(100 * words)} % of the words, by weight`,
      weight:
        WEIGHTS.words * words +
        WEIGHTS.within * within +
        WEIGHTS.mass * Math.min(mass, MOST_WORDS) +
        WEIGHTS.massOfWords * Math.min(mass, MOST_WORDS) * words,
    },
  ]
  if (quoted !== null)
    reasons.push({
      words: quoted > 0 ? 'the same words quoted' : 'other words quoted',
      weight: WEIGHTS.quoted * quoted,
    })
  if (shared.length > 0)
    reasons.push({
      words: `the same figure: ${shared.join(', ')}`,
      weight: WEIGHTS.shared + WEIGHTS.sharedRare * sharedWeight + (shared.length > 1 ? WEIGHTS.sharedMore : 0),
    })
  if (figures === 'near') reasons.push({ words: 'figures that leave room for each other', weight: WEIGHTS.figuresNear })
  if (figures === 'differ') {
    const isRevision = timing === 'conflict' || timing === 'far'
    reasons.push({ words: 'different figures of one measure', weight: isRevision ? NEVER : WEIGHTS.figuresDiffer })
  }
  if (text > 0)
    reasons.push({ words: `${Math.round(100 * text)} % of the text word for word`, weight: WEIGHTS.text * text })
  if (sameArticle) reasons.push({ words: 'in one article', weight: WEIGHTS.sameArticle })
  return reasons.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
}

/** The log-odds that two statements are one. */
export const oddsOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { weight }) => sum + weight, WEIGHTS.prior)

/** A probability from log-odds. */
export const confidenceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

/**
 * Are two statements one? Evidence is weighed as in record linkage (Fellegi and Sunter, JASA 1969): each kind of
 * agreement or disagreement adds to the log-odds, and the sum is the confidence. A reason goes with each.
 */

import type { Comparison } from './comparison.ts'
import type { Timing } from './said.ts'
import type { Relation } from './voice.ts'
import { type Evidence, MOST_WORDS, WEIGHTS } from './weights.ts'

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
  'alike names': 'names that differ by a letter',
  'told by': 'told by the outlet that has it',
  'two names': 'different speakers',
  apart: 'speakers that do not meet',
}

const TIMINGS: Readonly<Record<Timing, string>> = {
  'same day': 'said the same day',
  'same time': 'said at a time that fits',
  near: 'reported within days of each other',
  unknown: 'when it was said is not told',
  far: 'reported long after each other',
  'long ago': 'reported at other times',
  'presumed day': 'by a speaker heard the same day',
  'presumed other': 'by a speaker heard on other days',
  conflict: 'said at different times',
}

/** Share of the fingerprints from which a text is one. */
const VERBATIM = 0.6

const GOES_ON = { on: 'goesOn', quoted: 'goesOnQuoted', bare: 'goesOnBare' } as const

/** A kind of evidence with how much of it there is. */
type Term = readonly [kind: Evidence, much: number]

/** What was compared, as evidence: in words, and by its kinds. */
export function evidenceOf(comparison: Comparison): { readonly words: string; readonly terms: readonly Term[] }[] {
  const { relation, timing, words, within, quoted, shared, sharedWeight, figures, text } = comparison
  const mass = Math.min(comparison.mass, MOST_WORDS)
  const evidence: { words: string; terms: Term[] }[] = [
    // Two who are named say one thing only where the text itself is one: a copy that credits somebody else.
    { words: RELATIONS[relation], terms: [[relation === 'two names' && text < VERBATIM ? 'others' : relation, 1]] },
    { words: TIMINGS[timing], terms: [[timing, 1]] },
    {
      words: `${Math.round(100 * words)} % of the words, by weight`,
      terms: [
        ['words', words],
        ['within', within],
        ['mass', mass],
        ['massOfWords', mass * words],
      ],
    },
  ]
  if (quoted !== null)
    evidence.push({ words: quoted > 0 ? 'the same words quoted' : 'other words quoted', terms: [['quoted', quoted]] })
  if (shared.length > 0)
    evidence.push({
      words: `the same figure: ${shared.join(', ')}`,
      terms: [
        ['shared', 1],
        ['sharedRare', sharedWeight],
        ['sharedMore', shared.length > 1 ? 1 : 0],
      ],
    })
  if (figures === 'near')
    evidence.push({ words: 'figures that leave room for each other', terms: [['figuresNear', 1]] })
  if (figures === 'differ')
    evidence.push({
      words: 'different figures of one measure',
      terms: [[REVISED.has(timing) ? 'revised' : 'figuresDiffer', 1]],
    })
  if (comparison.oneFigure) evidence.push({ words: 'a figure in one of them only', terms: [['oneFigure', 1]] })
  if (text > 0)
    evidence.push({ words: `${Math.round(100 * text)} % of the text word for word`, terms: [['text', text]] })
  if (comparison.sameArticle) evidence.push({ words: 'in one article', terms: [['sameArticle', 1]] })
  if (comparison.continued !== null)
    evidence.push({
      words: 'one goes on from the other',
      terms: [[GOES_ON[comparison.continued], 1]],
    })
  if (comparison.companions > 0)
    evidence.push({
      words: `${comparison.companions} other statements in both articles`,
      terms: [['companions', Math.min(comparison.companions, MOST_COMPANIONS)]],
    })
  if (comparison.otherEvent) evidence.push({ words: 'of what happened at other times', terms: [['otherEvent', 1]] })
  if (comparison.context > 0)
    evidence.push({
      words: `${Math.round(100 * comparison.context)} % of the words around`,
      terms: [['context', comparison.context]],
    })
  return evidence
}

/** The evidence that two statements are one, the strongest first. */
export function reasonsOf(comparison: Comparison): Reason[] {
  return evidenceOf(comparison)
    .map(({ words, terms }) => ({ words, weight: terms.reduce((sum, [kind, much]) => sum + WEIGHTS[kind] * much, 0) }))
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
}

/** Times at which a speaker's figure is another statement, however alike the words. */
const REVISED: ReadonlySet<Timing> = new Set(['conflict', 'far', 'long ago', 'presumed other'])
/** Statements in common beyond which more tell no more. */
const MOST_COMPANIONS = 3

/** The log-odds that two statements are one. */
export const oddsOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { weight }) => sum + weight, WEIGHTS.prior)

/** A probability from log-odds. */
export const confidenceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

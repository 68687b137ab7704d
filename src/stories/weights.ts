/**
 * How much each kind of evidence adds to the log-odds that two statements are one. Estimated by logistic regression over
 * the pairs of the gold stories, gold claims and read ones, each story's weights tried on the other's; then rounded.
 */
import type { Timing } from './said.ts'
import type { Relation } from './voice.ts'

type Name =
  | Relation
  | Timing
  | 'prior'
  | 'words'
  | 'within'
  | 'mass'
  | 'massOfWords'
  | 'quoted'
  | 'shared'
  | 'sharedRare'
  | 'sharedMore'
  | 'figuresNear'
  | 'figuresDiffer'
  | 'text'
  | 'sameArticle'

/** Weight of words beyond which more tell no more. */
export const MOST_WORDS = 8

export const WEIGHTS: Record<Name, number> = {
  prior: -2,
  'same speaker': 0.2,
  'same basis': 0,
  'same body': 0.5,
  'same carrier': 1,
  'alike unnamed': 0.2,
  'same country': -1.5,
  unattributed: -1,
  unstated: -3,
  apart: -2.5,
  'two names': -3.5,
  'same day': 0.2,
  'same time': -0.5,
  near: -0.5,
  unknown: -1.2,
  far: -2,
  conflict: -8,
  words: 0.8,
  within: 0.5,
  mass: 0.5,
  massOfWords: 1.5,
  quoted: 0.8,
  shared: 2.2,
  sharedRare: 2.4,
  sharedMore: 1.4,
  figuresNear: 1.5,
  figuresDiffer: -3,
  text: 1.2,
  sameArticle: 0,
}

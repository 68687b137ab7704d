/**
 * How much each kind of evidence adds to the log-odds that two statements are one. Estimated by logistic regression over
 * what an index finds for each statement of the gold stories, gold claims and read ones, and of a seed of the origins
 * benchmark (each origin by the statement of it that is most alike), each story's weights tried on the other's; then
 * rounded. What must not join (others, revised, denied, figures
 * that differ, events of other kinds, conflict, long ago) was set, not estimated.
 */
import type { Timing } from './said.ts'
import type { Relation } from './voice.ts'

type Evidence =
  | Relation
  | Timing
  | 'prior'
  | 'others'
  | 'revised'
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
  | 'miscopied'
  | 'text'
  | 'sameArticle'
  | 'oneFigure'
  | 'otherFigures'
  | 'goesOn'
  | 'goesOnQuoted'
  | 'companions'
  | 'context'
  | 'goesOnBare'
  | 'otherEvent'
  | 'otherKind'
  | 'denied'

/** Weight of words beyond which more tell no more. */
export const MOST_WORDS = 8

export const WEIGHTS: Record<Evidence, number> = {
  prior: -1.7,
  others: -14,
  revised: -30,
  'same speaker': -0.1,
  'same basis': -0.4,
  'same body': 0.8,
  'same carrier': 0,
  'alike unnamed': 0,
  'same country': -1.2,
  unattributed: -1.8,
  unstated: -2,
  apart: -3.2,
  'alike names': 0.2,
  'told by': -1.2,
  'two names': -4.5,
  'two unnamed': -4.5,
  'same day': 0.8,
  'next day': 0,
  'same time': 0,
  near: -0.3,
  unknown: -1.1,
  far: -1.9,
  'long ago': -10,
  'presumed day': -0.5,
  'presumed other': -5,
  conflict: -10,
  words: 1.2,
  within: 0.7,
  mass: 0.2,
  massOfWords: 1.2,
  quoted: 0.4,
  shared: 1.6,
  sharedRare: 2.1,
  sharedMore: 0.6,
  figuresNear: 0.3,
  figuresDiffer: -9,
  miscopied: -3,
  text: 0.8,
  sameArticle: 1.8,
  oneFigure: -2.2,
  otherFigures: -1,
  goesOn: -0.2,
  goesOnQuoted: 1.8,
  goesOnBare: 0.8,
  companions: 0.3,
  context: 1.6,
  otherEvent: -1.1,
  otherKind: -10,
  denied: -14,
}

/**
 * Are two statements one? Evidence is weighed as in record linkage (Fellegi and Sunter, JASA 1969): each kind of
 * agreement or disagreement adds to the log-odds, and the sum is the confidence. A reason goes with each.
 */

import type { Comparison } from './comparison.ts'
import type { Timing } from './said.ts'
import type { Relation } from './voice.ts'
import { MOST_WORDS, WEIGHTS } from './weights.ts'

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
  'two unnamed': 'unnamed sources described as different',
  apart: 'speakers that do not meet',
}

const TIMINGS: Readonly<Record<Timing, string>> = {
  'same day': 'said the same day',
  'next day': 'said a day apart',
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
/** Whether one is a copy of the other with what stands around it. */
const isCopied = ({ text, sameAround }: Comparison): boolean => text >= VERBATIM && sameAround

/** Whether two are told apart, by their names or descriptions, and nothing tells that one copies the other. */
function isOfOthers(compared: Comparison): boolean {
  const { relation, text, figures, shared, sameArticle } = compared
  if (relation === 'alike names') return sameArticle && shared.length === 0
  if (relation === 'two unnamed') return !isCopied(compared)
  if (relation !== 'two names') return false
  return text < VERBATIM || figures === 'differ' || (sameArticle && !isCopied(compared))
}

/** Times at which a speaker's figure is another statement, however alike the words. */
const REVISED: ReadonlySet<Timing> = new Set(['next day', 'conflict', 'far', 'long ago', 'presumed other'])
/** Statements in common beyond which more tell no more. */
const MOST_COMPANIONS = 3

const GOES_ON = { on: 'goesOn', quoted: 'goesOnQuoted', bare: 'goesOnBare' } as const

const percent = (share: number): string => `${Math.round(100 * share)} %`

/** A kind of evidence: what it is, in words, and what it adds to the log-odds; nothing where there is none of it. */
interface Kind {
  readonly words: (compared: Comparison) => string
  readonly weight: (compared: Comparison) => number | null
}

const KINDS: readonly Kind[] = [
  {
    words: ({ relation }) => RELATIONS[relation],
    // Two who are named say one thing only where the text itself is one: a copy that credits somebody else.
    weight: (compared) => WEIGHTS[isOfOthers(compared) ? 'others' : compared.relation],
  },
  {
    words: ({ timing }) => TIMINGS[timing],
    // One article under two dates: a clock that is wrong, or a page that was put up again.
    weight: (compared) => WEIGHTS[compared.timing === 'long ago' && isCopied(compared) ? 'unknown' : compared.timing],
  },
  {
    words: ({ words }) => `${percent(words)} of the words, by weight`,
    weight: ({ words, within, mass: all }) => {
      const mass = Math.min(all, MOST_WORDS)
      return WEIGHTS.words * words + WEIGHTS.within * within + WEIGHTS.mass * mass + WEIGHTS.massOfWords * mass * words
    },
  },
  {
    words: ({ quoted }) => (quoted ? 'the same words quoted' : 'other words quoted'),
    weight: ({ quoted }) => (quoted === null ? null : WEIGHTS.quoted * quoted),
  },
  {
    words: ({ shared }) => `the same figure: ${shared.join(', ')}`,
    weight: ({ shared, sharedWeight }) =>
      shared.length === 0
        ? null
        : WEIGHTS.shared + WEIGHTS.sharedRare * sharedWeight + (shared.length > 1 ? WEIGHTS.sharedMore : 0),
  },
  {
    words: ({ figures }) =>
      figures === 'near' ? 'figures that leave room for each other' : 'different figures of one measure',
    weight: (compared) => {
      const { figures, timing } = compared
      if (figures === null) return null
      if (figures === 'near') return WEIGHTS.figuresNear
      return WEIGHTS[REVISED.has(timing) ? 'revised' : isCopied(compared) ? 'miscopied' : 'figuresDiffer']
    },
  },
  {
    words: () => 'a figure in one of them only',
    weight: ({ oneFigure }) => (oneFigure ? WEIGHTS.oneFigure : null),
  },
  {
    words: () => 'figures of other things',
    weight: ({ otherFigures }) => (otherFigures ? WEIGHTS.otherFigures : null),
  },
  {
    words: ({ text }) => `${percent(text)} of the text word for word`,
    weight: ({ text }) => (text === 0 ? null : WEIGHTS.text * text),
  },
  { words: () => 'in one article', weight: ({ sameArticle }) => (sameArticle ? WEIGHTS.sameArticle : null) },
  {
    words: () => 'one goes on from the other',
    weight: ({ continued }) => (continued === null ? null : WEIGHTS[GOES_ON[continued]]),
  },
  {
    words: ({ companions }) =>
      companions === 1 ? 'another statement in both articles' : `${companions} other statements in both articles`,
    weight: ({ companions }) => (companions === 0 ? null : WEIGHTS.companions * Math.min(companions, MOST_COMPANIONS)),
  },
  {
    words: () => 'of what happened at other times',
    weight: ({ otherEvent }) => (otherEvent ? WEIGHTS.otherEvent : null),
  },
  {
    words: () => 'of events of other kinds',
    weight: ({ otherKind }) => (otherKind ? WEIGHTS.otherKind : null),
  },
  {
    words: () => 'one says what the other denies',
    weight: ({ denied }) => (denied ? WEIGHTS.denied : null),
  },
  {
    words: ({ context }) => `${percent(context)} of the words around`,
    weight: ({ context }) => (context === 0 ? null : WEIGHTS.context * context),
  },
]

/** The evidence that two statements are one, the strongest first. */
export function reasonsOf(compared: Comparison): Reason[] {
  return KINDS.flatMap(({ words, weight }) => {
    const worth = weight(compared)
    return worth === null ? [] : [{ words: words(compared), weight: worth }]
  }).sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
}

/** The log-odds that two statements are one. */
export const oddsOf = (compared: Comparison): number =>
  KINDS.reduce((sum, { weight }) => sum + (weight(compared) ?? 0), WEIGHTS.prior)

/** A probability from log-odds. */
export const confidenceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

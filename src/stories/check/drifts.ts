/**
 * Rules on drift: what a headline, deck or caption makes of the text, and what the text makes of itself from mention to
 * mention.
 */

import { AFTER, BEFORE } from '../../language/quantities/qualifiers.ts'
import type { Drift, DriftKind, TellingPlace } from '../drift/drift.ts'
import { isBody } from '../drift/source.ts'
import { anchorOf, type Found, type Matter, quoted, type Rule } from './rule.ts'

const ABOVE: ReadonlySet<TellingPlace> = new Set(['headline', 'deck'])
const NAMES: Readonly<Record<TellingPlace, string>> = {
  caption: 'The caption',
  deck: 'The deck',
  headline: 'The headline',
  slug: 'The address',
  text: 'The text',
}

/** What a finding of each kind says. `place` is what tells it again. */
const SAYINGS: Readonly<Record<DriftKind, (place: string, drift: Drift) => string>> = {
  'hedge dropped': (place, { from, lost, why }) =>
    lost
      ? `${place} leaves out ${quoted(from.text)}, with which the text weakens it`
      : `${place} is surer than ${quoted(from.text)}: ${why}`,
  'hedge added': (place, { from }) => `${place} weakens ${quoted(from.text)}`,
  'attribution dropped': (place, { from, lost, to }) =>
    lost
      ? `${place} leaves out on whose word it is: ${quoted(from.text)}`
      : `${place} gives to ${quoted(to.text)} what ${quoted(from.text)} said`,
  'population narrowed': (place, { from }) => `${place} leaves out ${quoted(from.text)}, who are counted too`,
  'figure changed': (place, { from, to }) => `${place} has ${quoted(to.text)}, the text ${quoted(from.text)}`,
  'bound turned': (place, { from, to }) =>
    `${place} turns the bound round: ${quoted(to.text)}, where the text has ${quoted(from.text)}`,
  'window stretched': (place, { from, to }) =>
    `${place} stretches the time: ${quoted(to.text)}, where the text has ${quoted(from.text)}`,
  'verb strengthened': (place, { from, to }) => `${place} has ${quoted(to.text)}, the text only ${quoted(from.text)}`,
  'source pluralised': (place, { from, to }) =>
    `${place} has several sources, ${quoted(to.text)}, the text one: ${quoted(from.text)}`,
  'measure changed': (place, { from, to }) => `${place} counts ${quoted(to.text)}, the text ${quoted(from.text)}`,
}

const ADVICE: Readonly<Record<DriftKind, string>> = {
  'hedge dropped': 'Keep the hedge, or another that is no weaker.',
  'hedge added': 'Say it as the text does.',
  'attribution dropped': 'Name the source, or say that it is said.',
  'population narrowed': 'Name all who are counted, or give the figure of those named.',
  'figure changed': 'Give the figure of the text, or correct the text.',
  'bound turned': 'Keep the bound: "up to" is a ceiling, "more than" a floor.',
  'window stretched': 'Give the time that the figure is of.',
  'verb strengthened': 'Use the plain verb.',
  'source pluralised': 'Write of one source, or name the second in the text.',
  'measure changed': 'Count what the text counts: casualties are killed and wounded.',
}

/** Findings from the drift within a draft. */
function findingsOf({ drift }: Matter, takes: (one: Drift) => boolean, advice: string | null = null): Found[] {
  return drift().flatMap((one): Found[] => {
    const at = takes(one) ? anchorOf(one.to) : null
    if (at === null) return []
    const place = one.to.in === 'text' ? 'This mention' : NAMES[one.to.in]
    const message = SAYINGS[one.kind](place, one).replaceAll(
      'the text',
      one.to.in === 'text' ? 'another mention' : 'the text',
    )
    return [{ at, message, other: anchorOf(one.from), advice: advice ?? ADVICE[one.kind] }]
  })
}

const of =
  (places: ReadonlySet<TellingPlace>, kinds: readonly DriftKind[]) =>
  ({ to, kind }: Drift): boolean =>
    places.has(to.in) && kinds.includes(kind)
const TEXT: ReadonlySet<TellingPlace> = new Set(['text'])
const CAPTION: ReadonlySet<TellingPlace> = new Set(['caption'])

/** Was it the verb of speech that was strengthened, and not a verb of what is told? */
const isOfCue = ({ claims }: Matter, { from }: Drift): boolean =>
  claims.some(({ in: place, cue }) => place === from.in && cue?.start === from.start && cue.end === from.end)

/** The verb of speech in the headline or deck, made more of. */
export const loadedAbove = (matter: Matter): Found[] => {
  const takes = of(ABOVE, ['verb strengthened'])
  return findingsOf(matter, (one) => takes(one) && isOfCue(matter, one))
}

/** Several sources in the headline or deck, one in the text. */
export const pluralAbove = (matter: Matter): Found[] => findingsOf(matter, of(ABOVE, ['source pluralised']))

/** Was only an "about", a "more than" or an "at least" left out? The bare figure claims no more, as "up to" left out does. */
function isOnlyBare({ kind, from, lost }: Drift): boolean {
  const words = from.text.toLowerCase().replace(/\s+/g, ' ')
  const known = BEFORE.get(words) ?? AFTER.get(words)
  return kind === 'hedge dropped' && lost && known !== undefined && !known.soft && known.bound !== 'high'
}

export const bareFigure: Rule = {
  id: 'bare-figure',
  summary: 'a figure without the "about", "more than" or "at least" that it has elsewhere',
  severity: 'info',
  find: (matter) =>
    findingsOf(matter, (one) => isOnlyBare(one), 'Keep the word, or give the exact figure in both places.'),
}

export const headlineStronger: Rule = {
  id: 'headline-stronger-than-body',
  summary: 'headline or deck surer or stronger than the text: a hedge or bound left out, a verb made more of',
  severity: 'warning',
  find: (matter) => {
    const takes = of(ABOVE, ['hedge dropped', 'verb strengthened', 'window stretched'])
    return findingsOf(
      matter,
      (one) => takes(one) && !isOnlyBare(one) && !(one.kind === 'verb strengthened' && isOfCue(matter, one)),
    )
  },
}

export const headlineFigure: Rule = {
  id: 'headline-figure-differs',
  summary: 'headline or deck with another figure, bound, measure or population than the text',
  severity: 'warning',
  find: (matter) =>
    findingsOf(matter, of(ABOVE, ['bound turned', 'figure changed', 'measure changed', 'population narrowed'])),
}

/** Who speaks for a body that answers for it, whatever their own name. */
const BODY =
  /\b(?:army|authorities|coast ?guard|court|firefighters|government|hospital|military|ministry|navy|officials|police|prosecutors|spokes\p{L}{3,7})\b/iu

/** Somebody of such a body, who is not told. */
const SOMEBODY = /\b(?:insiders?|people|persons?|sources?)\b/iu

/** How a headline or deck leaves out who says it: it names another, says it without anybody, or tells it as a fact. */
function leftOut({ claims }: Matter, { kind, from, to }: Drift): 'shortened' | 'nameless' | 'named' | null {
  if (kind !== 'attribution dropped' || !ABOVE.has(to.in)) return null
  const own = claims.some(({ in: place, type, content, source }) => {
    if (place !== to.in || type === 'none') return false
    const [start, end] = [
      Math.min(content.start, source?.start ?? content.start),
      Math.max(content.end, source?.end ?? 0),
    ]
    return start < to.end && to.start < end
  })
  if (own) return 'shortened'
  const claim = claims.find(({ id }) => id === from.claim)
  if (claim?.speaker?.kind === 'person' || claim?.speaker?.kind === 'organisation') return 'named'
  const source = claim?.source?.text ?? ''
  if (SOMEBODY.test(source)) return 'nameless'
  return BODY.test(from.text) || isBody(source) ? 'named' : 'nameless'
}

export const headlineSource: Rule = {
  id: 'headline-without-source',
  summary: 'headline or deck that tells as a fact what a nameless source, another outlet or a document says',
  severity: 'warning',
  find: (matter) => findingsOf(matter, (one) => leftOut(matter, one) === 'nameless'),
}

export const headlineFact: Rule = {
  id: 'headline-as-fact',
  summary: 'headline or deck that tells as a fact what a person or body with a name says',
  severity: 'info',
  find: (matter) => findingsOf(matter, (one) => leftOut(matter, one) === 'named'),
}

export const headlineShortens: Rule = {
  id: 'headline-shortens-source',
  summary: 'headline or deck that names a state for its agency, or leaves out on whose word its source speaks',
  severity: 'info',
  find: (matter) => findingsOf(matter, (one) => leftOut(matter, one) === 'shortened'),
}

const isOfCaption = of(CAPTION, [
  'bound turned',
  'figure changed',
  'hedge dropped',
  'measure changed',
  'population narrowed',
])

export const captionDiffers: Rule = {
  id: 'caption-differs',
  summary: 'caption with another figure, bound or measure than the text',
  severity: 'warning',
  find: (matter) => findingsOf(matter, (one) => isOfCaption(one) && !isOnlyBare(one)),
}

export const hedgeDropped: Rule = {
  id: 'hedge-dropped',
  summary: 'a figure told with a hedge or bound in one place and without it in another',
  severity: 'warning',
  find: (matter) => {
    const takes = of(TEXT, ['hedge dropped', 'bound turned'])
    return findingsOf(matter, (one) => takes(one) && !isOnlyBare(one))
  },
}

/** Mentions of one figure in the text that count other things. */
export const countsOtherwise = (matter: Matter): Found[] =>
  findingsOf(matter, of(TEXT, ['measure changed', 'population narrowed']))

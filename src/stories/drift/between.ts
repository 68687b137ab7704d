/**
 * The drift between two tellings of one statement: figures that are the same count are compared by bound, measure,
 * population and window, then the statement's hedges, its verbs and its source.
 */
import type { Claim, Figure, Quote } from '../../claims/claim.ts'
import { boundDrift, boundOf } from './bound.ts'
import { countedTwice, sameMatter, sameNumber } from './counted.ts'
import type { Drift } from './drift.ts'
import { agrees, isSameCount } from './figure.ts'
import { hedgeDrift, isHedged } from './hedge.ts'
import { measureDrift } from './measure.ts'
import { populationDrift } from './population.ts'
import { basisOf, countOf, isNamedIn, isSameSource, nounOf } from './source.ts'
import { anchorOf, type Telling, tellingOf } from './telling.ts'
import { cueDrift, lemmaOf, verbDrift } from './verb.ts'
import { windowDrift } from './window.ts'
import { isContent, wordsOf } from './words.ts'

/**
 * What one telling lost or changed against another.
 * @param others further tellings on the side of `from`: what any of them says in the words of `to` is no drift
 */
export function driftOf(from: Telling, to: Telling, others: readonly Telling[] = []): Drift[] {
  const side = [from, ...others]
  const found: (Drift | null)[] = []
  for (const [figure, told] of countedTwice(from, to)) {
    if (isTakenUp(to, told)) continue
    const same = side.flatMap((telling) =>
      telling.figures
        .filter((own) => own !== figure && sameNumber(own, figure) && sameMatter(own, told))
        .map((own) => [telling, own] as const),
    )
    found.push(boundDrift(from, figure, to, told, (bound) => same.some(([, own]) => boundOf(own) === bound)))
    found.push(measureDrift(from, figure, to, told, same))
    found.push(...populationDrift(from, figure, to, told))
    found.push(windowDrift(from, to))
  }
  // "suspected cases" told as confirmed: the hedge is the measure's
  const measures = found.filter((drift) => drift?.kind === 'measure changed')
  found.push(...hedgeDrift(from, to).filter((hedge) => !measures.some((drift) => drift && overlaps(drift, hedge))))
  found.push(cueDrift(from, to, (lemma) => side.some(({ cue, words }) => isUsed(lemma, `${cue?.text} ${words.text}`))))
  found.push(verbDrift(from, to, (strong) => side.some(({ words }) => strong.test(words.text))))
  found.push(pluralDrift(from, to, side))
  return found.filter((drift) => drift !== null)
}

const overlaps = ({ from: one }: Drift, { from: other }: Drift): boolean =>
  one.start < other.end && other.start < one.end

/** Is a verb used, in any of its forms? */
const isUsed = (lemma: string, words: string): boolean =>
  new RegExp(`\\b${lemma.replace(/[ey]$/, '')}(?:e|es|ed|s|y|ies|ied|ing|ting|ted)?\\b`, 'iu').test(words)

/** Is a figure taken up as known: "of the 4,000"? What it leaves out was said before. */
function isTakenUp({ content }: Telling, { start }: Figure): boolean {
  const before = content.text.slice(Math.max(0, start - content.start - 8), Math.max(0, start - content.start))
  return /\b(?:the|these|those|their|his|its) $/iu.test(before)
}

/** One unnamed person, told as several. */
function pluralDrift(from: Telling, to: Telling, side: readonly Telling[]): Drift | null {
  if (from.speaker?.kind !== 'unnamed' || to.speaker?.kind !== 'unnamed') return null
  const [before, after] = [sourceWords(from), to.source]
  if (before === null || after === null) return null
  if (countOf(before.text) !== 'one' || countOf(after.text) !== 'several') return null
  const noun = nounOf(after.text)
  if (!isSameNoun(nounOf(before.text), noun)) return null
  const several = (other: Telling): boolean => {
    const words = sourceWords(other)?.text ?? ''
    return countOf(words) === 'several' && isSameNoun(nounOf(words), noun)
  }
  if (side.some(several)) return null
  return {
    kind: 'source pluralised',
    from: anchorOf(from, before),
    to: anchorOf(to, after),
    lost: false,
    why: `one source there ("${before.text}"), several here ("${after.text}")`,
  }
}

/** May two nouns for sources be the same people's? */
const isSameNoun = (one: string | null, other: string | null): boolean =>
  one === other || one === 'source' || other === 'source' || (one === 'official' && other === 'authority')

/** The words of an unnamed speaker: the link's, which may stand beyond the source beside the cue. */
const sourceWords = ({ chain, speaker, source }: Telling) =>
  chain.find(({ name }) => name === speaker?.name)?.anchor ?? source

/** What else is told on both sides, where it is known. */
interface Around {
  /** Other tellings of the statement in the article of `from`: what any of them says is not changed. */
  readonly others?: readonly Telling[]
  /** Other tellings of it in the article of `to`: what any of them keeps is not lost. */
  readonly kept?: readonly Telling[]
  /** Everything else in the article of `from`, */
  readonly there?: readonly Telling[]
  /** and in that of `to`. */
  readonly here?: readonly Telling[]
  /** The text of the article of `to`. */
  readonly text?: string
  /** Were the articles published on different days? Then another number is news unless it was said on the same day. */
  readonly apart?: boolean
}

/**
 * What one report of a statement lost or changed against another: two claims of one origin, the earlier or fuller first.
 * Spans of a finding index the strings of the article that each claim is from.
 */
export function driftBetween(from: Claim, to: Claim): readonly Drift[] {
  return reportsDrift(tellingOf(from), tellingOf(to)) ?? []
}

/** So many other tellings in an article are looked at. */
const KEPT = 6

/** The drift between two reports' tellings of a statement; null where they are too unlike to be compared. */
export function reportsDrift(
  from: Telling,
  to: Telling,
  { others = [], kept = [], there = [], here = [], text = '', apart = false }: Around = {},
): Drift[] | null {
  if (!isLike(from, to) || speakApart(from, to)) return null
  const later = saidApart(from, to) || (apart && !saidTogether(from, to))
  if (later && countedAnew(from, to).length > 0) return null
  const found = driftSince(from, to, others).filter(
    (drift) =>
      !isToldBeside(drift, from, there) &&
      !isKeptBeside(drift, from, [...kept, ...here]) &&
      !(drift.kind === 'attribution dropped' && isSaidAround(from, to, text)),
  )
  if (found.length === 0) return found
  const again = kept.slice(0, KEPT).filter((own) => isLike(from, own))
  return again.reduce((left, own) => {
    const counted = countedTwice(from, own).length > 0 || countedTwice(from, to).length === 0
    const drift = driftSince(from, own, others)
    return left.filter((one) => (OF_FIGURE.has(one.kind) && !counted) || drift.some((two) => isSameChange(one, two)))
  }, found)
}

/** Does the first article use a loaded verb itself of what its speaker says? Then nothing is made of it. */
function isToldBeside({ kind, to }: Drift, { speaker }: Telling, there: readonly Telling[]): boolean {
  const lemma = kind === 'verb strengthened' ? lemmaOf(to.text) : null
  return (
    lemma !== null &&
    there.some(
      ({ cue, words, speaker: own }) =>
        (own !== null && speaker !== null && isSameSource(own, speaker) && isUsed(lemma, cue?.text ?? '')) ||
        isUsed(lemma, words.text),
    )
  )
}

/** Is a source that a telling leaves out named by another sentence of its article? */
function isKeptBeside(
  { kind, from: { text } }: Drift,
  { source, speaker }: Telling,
  here: readonly Telling[],
): boolean {
  if (kind !== 'attribution dropped') return false
  const told = here.flatMap(({ words, chain, source: own }) => [
    words.text,
    own?.text ?? '',
    ...chain.slice(1).map(({ name }) => name),
  ])
  if (source !== null && source.text === text && speaker !== null)
    return here.some(({ speaker: own }) => own !== null && isSameSource(own, speaker))
  const name = wordsOf(text).filter((word) => isContent(word) && !CITED.test(word.low))
  const stems = new Set(told.flatMap((words) => wordsOf(words).map(({ stem }) => stem)))
  return name.some(({ stem }) => stems.has(stem))
}

/** So far around a claim its sentence and the one before are looked for, in characters. */
const AROUND = 250
const SAYS =
  /\b(?:according|add(?:s|ed)|cit(?:es|ed|ing)|quot(?:es|ed|ing)|report(?:s|ed)|said|says?|stat(?:es|ed)|t(?:ells|old))\b/iu

/** Does the rest of a claim's sentence say whose it is, or the sentence before, of the same speaker? */
function isSaidAround({ speaker }: Telling, { content, type }: Telling, text: string): boolean {
  if (type !== 'none' || text === '') return false
  const after = /^[^\n.!?]*/u.exec(text.slice(content.end, content.end + AROUND))?.[0] ?? ''
  if (SAYS.test(after)) return true
  const before =
    text
      .slice(Math.max(0, content.start - AROUND), content.start)
      .split('\n')
      .at(-1) ?? ''
  return speaker !== null && SAYS.test(before) && isNamedIn(before, speaker)
}

/** Words that cite. */
const CITED = /^(?:citing|cites|quoting|according|based|reference|referring|briefed|matter|familiar|knowledge)$/

/** Drift that only a telling with the same figure can be without. */
const OF_FIGURE: ReadonlySet<Drift['kind']> = new Set(['bound turned', 'measure changed', 'population narrowed'])

/** Kinds of speakers that may only carry what another said, or for whom another speaks. */
const CARRIES: ReadonlySet<string> = new Set(['outlet', 'organisation', 'document'])

/** Do two people say it who are not in each other's chains? Then one is not a telling of the other. */
function speakApart({ speaker: one, chain }: Telling, { speaker: other, chain: links, words }: Telling): boolean {
  if (one === null || other === null || CARRIES.has(one.kind) || CARRIES.has(other.kind)) return false
  if (isSameSource(one, other) || isNamedIn(words.text, one)) return false
  if (one.kind === 'unnamed' && other.kind === 'unnamed') return false
  return ![
    ...chain.slice(1).map(({ name }) => [name, other] as const),
    ...links.slice(1).map(({ name }) => [name, one] as const),
  ].some(([name, speaker]) => isNamedIn(name, speaker))
}

const isSameChange = (one: Drift, two: Drift): boolean => one.kind === two.kind && overlaps(one, two)

const driftSince = (from: Telling, to: Telling, others: readonly Telling[]): Drift[] => [
  ...driftOf(from, to, others),
  ...numberDrift(from, to),
  ...hedgeAdded(from, to),
  ...sourceDrift(from, to),
]

/** Hedges that only the later telling has. */
const hedgeAdded = (from: Telling, to: Telling): Drift[] =>
  hedgeDrift(to, from)
    .filter(({ from: { start, end } }) => to.cue === null || end <= to.cue.start || start >= to.cue.end)
    .map((drift) => ({
      kind: 'hedge added',
      from: drift.to,
      to: drift.from,
      lost: false,
      why: `only here "${drift.from.text}"`,
    }))

/** A number told as another: the only ones of their measure and of whom they count, and not one of them rounded. */
function numberDrift(from: Telling, to: Telling): Drift[] {
  const [pair, ...more] = countedAnew(from, to)
  if (pair === undefined || more.length > 0 || agrees(pair[0], pair[1], ROUNDED)) return []
  const [figure, told] = pair
  return [
    {
      kind: 'figure changed',
      from: anchorOf(from, figure),
      to: anchorOf(to, told),
      lost: false,
      why: `${figure.text} there, ${told.text} here`,
    },
  ]
}

/** Figures of one count that differ in number, though neither number is in both tellings. */
function countedAnew(from: Telling, to: Telling): readonly (readonly [Figure, Figure])[] {
  const same = countedTwice(from, to)
  return from.figures
    .filter((figure) => !same.some(([own]) => own === figure))
    .flatMap((figure) =>
      to.figures
        .filter((told) => !same.some(([, own]) => own === told) && isSameCount(from, figure, to, told))
        .map((told) => [figure, told] as const),
    )
}

/** Were they said on one day, by the words of both? */
const saidTogether = ({ saidTime: one }: Telling, { saidTime: other }: Telling): boolean =>
  one?.date != null && one.date === other?.date

/** Were they said on different days? A later number is news, not drift. */
function saidApart({ saidTime: one }: Telling, { saidTime: other }: Telling): boolean {
  if (one?.date == null || other?.date == null) return false
  const shorter = Math.min(one.date.length, other.date.length)
  return one.date.slice(0, shorter) !== other.date.slice(0, shorter)
}

/** Nearer than this, one report's number is the other's rounded. */
const ROUNDED = 0.02

/** Who said it, left out of a report: the statement stands for itself, its unnamed source or its basis is gone. */
function sourceDrift(from: Telling, to: Telling): Drift[] {
  const { speaker, source } = from
  if (speaker === null || source === null || from.type === 'none') return []
  const dropped = (words: Quote, instead: Quote, why: string): Drift[] => [
    { kind: 'attribution dropped', from: anchorOf(from, words), to: anchorOf(to, instead), lost: true, why },
  ]
  if (to.type === 'none' || to.speaker === null) {
    if (isHedged(to) || isNamedIn(to.words.text, speaker) || countedTwice(from, to).length === 0) return []
    if (PRONOUN.test(source.text) || namesSource(to.words.text)) return []
    return dropped(source, to.words, 'told there on a source, here on none')
  }
  const hasUnnamed = to.chain.some(({ kind }) => kind === 'unnamed')
  const told = to.speaker
  if (
    speaker.kind === 'unnamed' &&
    told.kind === 'outlet' &&
    !hasUnnamed &&
    from.chain.some(({ name }) => isNamedIn(name, told))
  )
    return dropped(sourceWords(from) ?? source, to.source ?? to.words, 'the person without a name behind it is gone')
  if (!isSameSource(speaker, told) || basisOf(to).length > 0) return []
  return basisOf(from).flatMap(({ kind, name, anchor }) =>
    anchor && (kind === 'document' || kind === 'unnamed' || /\(report\)$/.test(name))
      ? dropped(anchor, to.source ?? to.words, `${speaker.name} is named, and not on whose word`)
      : [],
  )
}

const PRONOUN = /^(?:he|she|it|they|we|i|this|that|these|those)$/iu

/** Words for those who count and tell. A sentence that names one may well say whose figure it is. */
const TELLERS =
  /\b(?:agenc(?:y|ies)|analysts?|authorit(?:y|ies)|count(?:ed)?|estimat\p{L}{1,5}|experts?|intelligence|ministr(?:y|ies)|officials?|police|reports?|said|sources?|spokes\p{L}{3,6}|statements?|told)\b/iu
const namesSource = (words: string): boolean => TELLERS.test(words)

/** Do two tellings share enough words or a figure, so that they can be compared at all? */
function isLike(one: Telling, other: Telling): boolean {
  if (countedTwice(one, other).length > 0) return true
  const words = new Set(wordsOf(one.words.text).map(({ stem }) => stem))
  const told = new Set(wordsOf(other.words.text).map(({ stem }) => stem))
  const shared = [...told].filter((stem) => words.has(stem)).length
  return shared >= 0.4 * Math.min(words.size, told.size)
}

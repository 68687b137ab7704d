/**
 * Reports that leave out whose word a statement is: told as a fact, without its unnamed source, without its basis. What
 * another sentence of the same article says of it is not left out.
 */
import type { Quote } from '../../claims/claim.ts'
import { countedTwice } from './counted.ts'
import type { Drift } from './drift.ts'
import { isHedged } from './hedge.ts'
import { sourceWords } from './plural.ts'
import { basisOf, isNamedIn, isSameSource } from './source.ts'
import { anchorOf, type Telling } from './telling.ts'
import { isContent, wordsOf } from './words.ts'

/** Who said it, left out of a report: the statement stands for itself, its unnamed source or its basis is gone. */
export function sourceDrift(from: Telling, to: Telling): Drift[] {
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

/** Is a source that a telling leaves out named by another sentence of its article? */
function isKeptBeside({ from: { text } }: Drift, { source, speaker }: Telling, here: readonly Telling[]): boolean {
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

/**
 * Does the article of the second telling say elsewhere what a finding says that it leaves out?
 * @param here its other tellings
 * @param text its text, to look around the claim; empty where it is not at hand
 */
export const isSaidElsewhere = (
  drift: Drift,
  from: Telling,
  to: Telling,
  here: readonly Telling[],
  text: string,
): boolean => isKeptBeside(drift, from, here) || isSaidAround(from, to, text)

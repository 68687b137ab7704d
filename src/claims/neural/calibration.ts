/**
 * How often an attribution like this one is right: a logistic function of what tagger and linker say of it, fitted on
 * articles that neither was trained on (Platt 1999). Right means that source, cue and content each overlap by half.
 */
import { cueOf } from '../cues.ts'
import type { LinkedAttribution } from './linked.ts'

const logit = (probability: number): number => {
  const kept = Math.min(1 - 1e-4, Math.max(1e-4, probability))
  return Math.log(kept / (1 - kept))
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), 1)

/** What the calibration weighs, the constant first. @param words the cue's */
export function evidenceOf(linked: LinkedAttribution, words: readonly string[]): number[] {
  const { cue, source, contents, sourceLink, contentLinks } = linked
  const known = words.map(cueOf).find((found) => found !== null)
  return [
    1,
    logit(cue.probability),
    source ? logit(source.probability) : 0,
    logit(least(contents.map(({ probability }) => probability))),
    logit(cue.coverage),
    source ? logit(source.coverage) : 0,
    logit(least(contents.map(({ coverage }) => coverage))),
    logit(sourceLink),
    logit(least(contentLinks)),
    source ? 0 : 1,
    known?.lemma === 'say' ? 1 : 0,
    known?.act === 'speech' && known.class === 'verb' ? 1 : 0,
    contents.length - 1,
    Math.log1p(contents.reduce((sum, { first, last }) => sum + last - first, 0)),
    words.length === 1 ? 1 : 0,
  ]
}

/** The probability that an attribution is right; 0.5 throughout without weights. */
export function confidenceOf(evidence: readonly number[], weights: readonly number[]): number {
  const score = evidence.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)
  return 1 / (1 + Math.exp(-score))
}

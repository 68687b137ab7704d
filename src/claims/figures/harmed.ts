/** Bare numbers beside a word of harm: the small ones count too, where the word is their verb: killed 12; four died. */
import { type Clause, lowerAt, type Placed, type Told } from './clause.ts'
import { ENDS } from './nouns.ts'

/** What befalls people so that a bare number beside its verb counts them, however small: killed 12; 11 were injured. */
const HARMS = /^(?:killed|wounded|missing|captured|arrested|rescued)$/
/** Verbs of it whose object is who it befell. */
const STRIKES = /^(?:kill|wound|injur|hurt|captur|arrest|detain|rescu)/
/** Words between a number and the verb or participle that it is the subject of. */
const BETWEEN_SUBJECT =
  /^(?:are|were|was|is|be|been|being|has|have|had|more|others?|also|later|still|reportedly|feared|confirmed|reported|remain|remained|left|believed|found)$/
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** Is a number the object or the subject of a word of harm, with no word of its own: killed 12; four died? */
export function isHarmed({ lexemes }: Clause, own: Placed, { first, next, measure }: Told): boolean {
  if (
    !HARMS.test(measure.name) ||
    /^(?:the|both|all|these|those|other|at|until|since)$/.test(lowerAt(lexemes, own.first - 1))
  )
    return false
  if (next === own.first) {
    const after = lexemes[own.next]
    const ends = after?.kind !== 'word' || ENDS.has(after.lower) || DAY.test(after.lower) || /ly$/.test(after.lower)
    // but 12 of 14 seats, 3-1
    return STRIKES.test(lowerAt(lexemes, next - 1)) && ends && !/^(?:of|[-‐‑–:/])$/.test(after?.lower ?? '')
  }
  let at = own.next
  // three of whom were arrested
  if (lowerAt(lexemes, at) === 'of' && /^(?:them|whom)$/.test(lowerAt(lexemes, at + 1))) at += 2
  while (at < first && BETWEEN_SUBJECT.test(lowerAt(lexemes, at))) at++
  // recordings are captured too: 3 were captured; but one captured by a camera
  return at === first && (measure.name !== 'captured' || at > own.next)
}

/**
 * Which new origins are told: what somebody is known to have said, read surely, and in words enough to be a statement. What
 * an outlet writes on its own account, and that somebody did not comment, stays on the story's page.
 */
import type { Statement } from '../../stories/statement.ts'
import type { Tables } from '../tables.ts'

/** Below this, half of what is read as a claim is a fragment or another's words: measured on the gold stories. */
const SURE = 0.45
/** Words of a statement at least, and of one that gives a number. */
const [FEWEST, WITH_NUMBER] = [6, 5]

/** That nothing was said. */
const NO_COMMENT =
  /\b(?:declin(?:e|es|ed|ing) to|refus(?:e|es|ed|ing) to (?:answer|be named|comment|confirm|discuss|elaborate|say|speculate)|(?:not|n['’]t)(?: immediately| yet| also| be)* (?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|answer(?:ed)?|available|reached)|no comment)\b/i

/** Whether a new origin is worth telling. @param voice who answers for it, as it is compared */
export function isWorthTelling(
  {
    type,
    confidence,
    content,
    standsIn,
    hasNumber,
  }: Pick<Tables['claim'], 'type' | 'confidence' | 'content' | 'standsIn'> & {
    readonly hasNumber: boolean
  },
  { voice: { kind } }: Pick<Statement, 'voice'>,
): boolean {
  if (kind === 'unattributed' || kind === 'unstated' || type === 'none' || confidence < SURE) return false
  // What stands in a headline alone is short of the words by which it could be known as what the text tells.
  if (standsIn === 'headline') return false
  const words = content.slice(0, LOOKED_AT).match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0
  return words >= (hasNumber ? WITH_NUMBER : FEWEST) && !NO_COMMENT.test(content.slice(0, LOOKED_AT))
}

/** UTF-16 units of a statement that are looked at. */
const LOOKED_AT = 2000

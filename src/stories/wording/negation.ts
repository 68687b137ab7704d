/**
 * What a text denies: the words that stand under a negation, so that a statement and its contrary are told apart though
 * they share every word ("will close", "will not close"). Two negations in a clause may or may not undo each other, and
 * tell nothing.
 */
import { wordKeys } from './words.ts'

/** What negates the words that follow in its clause. */
const NEGATION =
  /(?<![\p{L}\p{N}])(?:not|never|no|nobody|none|neither|nor|cannot|without|\p{L}{2,8}n['’]t|den(?:y|ies|ied|ying)|refus(?:es|ed|e|ing)|fail(?:s|ed|ing)? to|rul(?:ed|es|e|ing) out)(?![\p{L}\p{N}])/giu

/** Negations in form only: bounds, additions, and what is not known or not told. */
const FORM_ONLY =
  /(?<!\p{L})(?:not (?:only|just|merely|least|to mention|fewer|less|more)|no (?:fewer|less|more|later|earlier|sooner|doubt|comment)|(?:not|n['’]t) (?:(?:immediately|yet) )?(?:know|known|clear|available|comment|respond|reply|answer|name|say|disclose|elaborate|specify)|refused to (?:comment|answer|say|name|be named))(?!\p{L})/giu

const CLAUSE = /[,;:.!?()–—]|\s-\s|\s(?:and|but|although|though|because|while|whereas|which|who|if|unless)\s/giu

/** Verbs of saying by which what is said is said not to be so. */
const DENIAL =
  /(?<!\p{L})(?:den(?:y|ies|ied|ying|ials?)|refut(?:ed|es|e|ing)|rul(?:ed|es|e|ing) out|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)(?!\p{L})/iu

/** Words after a negation that it is about, of those that tell. */
const REACH = 2

/** What each negation of a text is about, the first word first. */
export function negatedIn(text: string): string[][] {
  if (text.search(NEGATION) < 0) return []
  return text
    .replace(FORM_ONLY, ' ')
    .split(CLAUSE)
    .flatMap((clause) => {
      const [first, second] = clause.matchAll(NEGATION)
      if (first === undefined || second !== undefined) return []
      const about = wordKeys(clause.slice(first.index + first[0].length)).slice(0, REACH)
      return about.length === 0 ? [] : [about]
    })
}

/** Whether what is said with some words is denied by them. */
export const isDenial = (cue: string): boolean => DENIAL.test(cue)

/**
 * Is a line a statement, so that it can say something as a fact? "Russia hits Kyiv", "Firm to cut jobs"; no title of a
 * guide, no question, no list.
 */
import { documentOf } from '../../language/document.ts'
import { tagsOf } from '../../language/tagger.ts'

const TITLE =
  /^(?:(?:the|a|an|our|your) )?(?:(?:complete|ultimate|beginner['’]?s|comprehensive|essential|\d+|top|best|\p{L}{1,20}est) ){0,4}(?:best|top|guide|introduction|how|why|what|when|where|who|which|tips|ways|things|reasons|review|opinion|analysis|explained|timeline|watch|video|live|quiz|recipe|history)\b/iu

/** A verb that a subject can go before; a headline's participle stands for one. */
const FINITE = /^(?:VBZ|VBD|VBP|MD|VBN)$/

/** Does a line say that something is so? In Capitals Of Titles verbs look like names: it is read in small letters too. */
export function isStatement(line: string): boolean {
  if (TITLE.test(line.trim()) || line.includes('?')) return false
  return hasVerb(line) || hasVerb(line.toLowerCase())
}

function hasVerb(line: string): boolean {
  const { parts } = tagsOf(documentOf(line))
  return parts.some((part, i) => i > 0 && (FINITE.test(part) || (part === 'VB' && parts[i - 1] === 'TO')))
}

/**
 * Where the words of each paragraph begin: after its dateline, which nobody says. Taggers that read "KYIV, Jan. 5
 * (Reuters) -" as the sentence's first words lose what follows.
 */
import type { Document, Sentence } from '../../language/document.ts'
import type { Token } from '../../language/tokens.ts'
import { REACH, sentLength } from '../sent.ts'

const MAYBE = /^[([]|[)\]\p{Lu}\d] ?(?:[-–—―:·]|--)|^\S{2,30} ?(?:[-–—―:·]|--)/u

/** Of each sentence that begins with a dateline, by its number, the first token after it. */
export function datelinesOf({ text, tokens, sentences }: Document): ReadonlyMap<number, number> {
  const after = new Map<number, number>()
  sentences.forEach((sentence, i) => {
    if (sentences[i - 1]?.paragraph === sentence.paragraph) return
    const head = text.slice(sentence.start, sentence.start + REACH)
    if (!MAYBE.test(head)) return
    const sent = sentLength(head)
    if (sent === 0) return
    const first = firstWord(tokens, sentence, sentence.start + sent)
    if (first < sentence.last) after.set(i, first)
  })
  return after
}

/** The first token of a sentence from `end` on that is no dash or colon. */
function firstWord(tokens: readonly Token[], { first, last }: Sentence, end: number): number {
  let token = first
  while (token < last && ((tokens[token] as Token).start < end || /^[-–—―:·]+$/.test((tokens[token] as Token).text)))
    token++
  return token
}

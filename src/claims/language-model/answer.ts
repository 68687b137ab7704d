/**
 * A language model's answer, read: attributions as words, none of them believed yet. An answer that is no JSON of the
 * asked form as a whole is an error; one attribution of a wrong form is counted, and the others are read.
 */
import { z } from 'zod'
import type { Drop } from './anchoring.ts'

/** An attribution as it was offered: words that should stand in the passage. */
export interface Offered {
  readonly source: string | null
  readonly cue: string | null
  readonly content: readonly string[]
}

/** An answer that cannot be read at all. */
export class AnswerError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'AnswerError'
  }
}

/** Four thousand characters have fewer. */
const MOST_OFFERED = 200
/** A quotation that goes on through a passage has fewer parts. */
const MOST_PARTS = 16

const words = z.string().transform((given) => given.trim())
const role = words.nullish().transform((given) => given || null)
const OfferedForm = z.object({
  source: role,
  cue: role,
  content: z.union([words.transform((one) => [one]), z.array(words).min(1).max(MOST_PARTS)]),
})
const AnswerForm = z.object({ attributions: z.array(z.unknown()) })

/**
 * The attributions of an answer, in its order; for each one of a wrong form, why it is dropped.
 * @param text the answer: JSON, also between the marks of a code block or other words, and after what was thought aloud
 * @throws AnswerError where there is no JSON of the asked form in it
 */
export function offeredIn(text: string): (Offered | Drop)[] {
  const answer = AnswerForm.safeParse(jsonIn(text))
  if (!answer.success) throw new AnswerError('the answer has no list of attributions')
  return answer.data.attributions.map((given, at): Offered | Drop => {
    if (at >= MOST_OFFERED) return 'too many'
    const offered = OfferedForm.safeParse(given)
    if (!offered.success) return 'wrong form'
    const { source, cue, content } = offered.data
    if (source === null && cue === null) return 'no source and no cue'
    const all = [source, cue, ...content].filter((one) => one !== null)
    return all.every((one) => /[\p{L}\p{N}]/u.test(one)) ? offered.data : 'no words'
  })
}

/** The JSON value of a text: all of it, or what stands between its braces, also after what was thought aloud. */
function jsonIn(text: string): unknown {
  const after = text.slice(text.lastIndexOf('</think>') + 1)
  for (const tried of [text.trim(), bracedIn(text), bracedIn(after)]) {
    try {
      return JSON.parse(tried)
    } catch {}
  }
  throw new AnswerError('the answer is no JSON')
}

const bracedIn = (text: string): string => text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)

/**
 * Direct, indirect or mixed: whether what is said stands in quotation marks as a whole, in part or not at all; and the
 * content of a claim, without the words that only join it to its cue.
 */
import type { Document } from '../language/document.ts'
import { endingAfter, startingBefore } from '../language/order.ts'
import type { Span } from '../page/article.ts'
import type { Attribution, Parts } from './attribution.ts'
import type { Claim } from './claim.ts'
import { verbOf } from './rules/frames.ts'
import { AUXILIARIES } from './rules/words.ts'
import { REACH, sentLength } from './sent.ts'

/** A quotation of so few words is a phrase taken up in the writer's own sentence, but where it is set as a sentence. */
const SHORT = 4

/**
 * The type of an attribution by its content's marks.
 * @param parts spans of the document's text
 * @param cue of the same attribution, by which a short quotation is told from a phrase
 */
export function typeOf(document: Document, parts: Parts, cue: Parts | null = null): Claim['type'] {
  let marked = 0
  let plain = 0
  let words = 0
  let verb = false
  const { quotations, tokens } = document
  for (const part of parts) {
    for (let i = endingAfter(tokens, part.start); i < tokens.length; i++) {
      const token = tokens[i] as Span & { text: string }
      if (token.start >= part.end) break
      if (!/[\p{L}\p{N}]/u.test(token.text)) continue
      if (isQuoted(quotations, token)) {
        marked++
        words++
        if (AUXILIARIES.has(token.text.toLowerCase()) || words > SHORT) verb = true
      } else plain++
    }
  }
  if (marked === 0) return 'indirect'
  return plain === 0 && (verb || isSentence(document.text, parts, cue)) ? 'direct' : 'mixed'
}

/**
 * Is a short quotation set as a sentence of its own? "Nobody knows," she said. She said: "Run." "Stop!" she cried. But not
 * They called it "a disaster."
 */
function isSentence(text: string, parts: Parts, cue: Parts | null): boolean {
  const [first, last] = [parts[0], parts.at(-1)] as [Span, Span]
  const verb = cue?.at(-1)
  const closing = /([,.!?…])["”’'»\s]*$/.exec(text.slice(Math.max(first.start, last.end - 8), last.end))?.[1]
  if (closing && closing !== '.' && verb && verb.start >= last.end) return true
  if (!/^["“„‘'«\s]*\p{Lu}/u.test(text.slice(first.start, first.start + 8))) return false
  if (verb === undefined) return false
  const words = text.slice(verb.start, verb.end).split(/\s+/)
  if (/^\W$/.test(words[0] as string)) return true
  const frames = verbOf(words.at(-1) as string)?.frames
  if (!frames?.has('clause') && !frames?.has('addressee')) return false
  // mentioned "Bergen": what such a verb names may be a name
  return closing !== undefined || !frames.has('object')
}

/** How many quotations may stand within one another or be left open before a word's own. */
const NESTED = 8

/** Is this word within a quotation? */
function isQuoted(quotations: readonly Span[], { start, end }: Span): boolean {
  const last = startingBefore(quotations, start)
  for (let q = last; q >= 0 && q > last - NESTED; q--) if ((quotations[q] as Span).end >= end) return true
  return false
}

/** declined to comment, did not respond: what is told is that nothing was said. */
const SILENT =
  /^(?:has |have |had |was |were |is |did |do |does |could |would |will )?(?:not |n['’]t |yet |never )?(?:immediately |yet |publicly )?(?:declin|refus|respond|repl|comment|return|answer|available|reach)/i

/**
 * The content of a claim: an attribution's, without the dateline or the marks that stand before it, and with the whole
 * of a figure that it breaks off in. Where someone declined to speak, the whole predicate: "declined to comment".
 * @param figures the document's figures, in order
 */
export function contentOf(
  { text, paragraphs }: Document,
  { cue, content }: Attribution,
  figures: readonly Span[] = [],
): Parts {
  const [first, ...rest] = content.map((part) => mended(text, part, figures)) as [Span, ...Span[]]
  // OSLO (Reuters) - : where the line was sent from is not said by anybody
  const paragraph = paragraphs[startingBefore(paragraphs, first.start)]
  const sent = paragraph?.start === first.start ? sentLength(text.slice(first.start, first.start + REACH)) : 0
  const start = first.start + sent < first.end ? first.start + sent : first.start
  const verb = cue?.[0]
  const whole = verb !== undefined && verb.end <= start && start - verb.end <= 2 && isSilence(text, verb)
  return [{ start: whole ? verb.start : start, end: first.end }, ...rest]
}

function mended(text: string, part: Span, figures: readonly Span[]): Span {
  const lead = /^[\s,;:)\]]+/.exec(text.slice(part.start, Math.min(part.end, part.start + 20)))?.[0].length ?? 0
  const last = figures[endingAfter(figures, part.end)]
  const broken = last !== undefined && last.start >= part.start && last.start < part.end
  return { start: part.start + lead < part.end ? part.start + lead : part.start, end: broken ? last.end : part.end }
}

/** Does a cue tell that someone said nothing: declined, did not respond? */
export const isSilence = (text: string, { start, end }: Span): boolean =>
  SILENT.test(text.slice(start, Math.min(end, start + 60)))

/**
 * Which attributions are claims. An engine marks whatever stands as an attribution; some of them say nothing that could
 * be checked, and some only name the source of the attribution beside them.
 */
import type { Document } from '../language/document.ts'
import type { Span } from '../page/article.ts'
import type { Attribution, Parts } from './attribution.ts'

/** Hands on another's word: what follows is a source, a link of the chain, not what is said. */
const HANDS_ON =
  /^(?:citing|cites|cited|quoting|quotes|quoted|referring to|relying on|(?:with|in) reference to|based on)$/i
/** A clause within what is cited: then it is said, not only named. */
const CLAUSE = /(?:^|\s)(?:that|is|are|was|were|has|have|had|will|would|could|may|might)\s/i
/** Words that stand for what was said elsewhere, or for its lack. */
const EMPTY =
  /^(?:it|this|that|so|what|which|these|those|them|(?:any|no|further|more|the|such)(?: \p{L}+){0,2} (?:details?|comments?|information|reports?|claims?|photos?|videos?|numbers?|figures?)|(?:not )?to be (?:named|identified|quoted)(?:\s.*)?|anonymity)$/iu

/** Does an attribution say something, rather than name a source or point at what was said before? */
export function isClaim({ text }: Document, { cue, content }: Attribution): boolean {
  const words = wordsOf(text, content)
  if (EMPTY.test(words)) return false
  if (cue === null || !HANDS_ON.test(wordsOf(text, cue))) return true
  return /["“‘]/.test(words) || CLAUSE.test(words)
}

/** The words of a span's parts, without marks at their ends; at most so many as tell. */
const wordsOf = (text: string, parts: Parts): string =>
  parts
    .map(({ start, end }) => text.slice(start, Math.min(end, start + 400)))
    .join(' ')
    .replace(/^[\s,.;:]+|[\s,.;:]+$/g, '')

/**
 * What an engine found, and the plain speech that it missed.
 * @param plain attributions that their form alone tells; one is missed when no word of its content or cue was taken
 */
export function withMissed(found: readonly Attribution[], plain: readonly Attribution[]): Attribution[] {
  const taken = found.flatMap(({ cue, content }) => [...(cue ?? []), ...content]).sort((a, b) => a.start - b.start)
  const missed = plain.filter(({ cue, content }) => ![...(cue ?? []), ...content].some((part) => isTaken(taken, part)))
  return [...found, ...missed].sort((a, b) => startOf(a) - startOf(b))
}

const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0

function isTaken(taken: readonly Span[], { start, end }: Span): boolean {
  return taken.some((span) => span.start < end && start < span.end)
}

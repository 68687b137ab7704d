/**
 * Which attributions are claims. An engine marks whatever stands as an attribution; some of them say nothing that could
 * be checked, and some only name the source of the attribution beside them.
 */
import type { Document } from '../language/document.ts'
import type { Span } from '../page/article.ts'
import type { Attribution, Parts } from './attribution.ts'
import type { PlainSpeech } from './rules/engine.ts'
import { isSilence } from './type.ts'

/** Hands on another's word: what follows is a source, a link of the chain, not what is said. */
const HANDS_ON =
  /^(?:citing|cites|cited|quoting|quotes|quoted|referring to|relying on|(?:with|in) reference to|based on)$/i
/** A clause within what is cited: then it is said, not only named. */
const CLAUSE = /(?:^|\s)(?:that|is|are|was|were|has|have|had|will|would|could|may|might)\s/i
/** Words that stand for what was said elsewhere, or for its lack. */
const EMPTY =
  /^(?:it|this|that|so|what|which|these|those|them|(?:any|no|further|more|the|such)(?: \p{L}+){0,2} (?:details?|comments?|information|reports?|claims?|photos?|videos?|numbers?|figures?)|(?:not )?to be (?:named|identified|quoted)(?:\s.*)?|anonymity)$/iu

/** What a picture shows is said by nobody. */
const SHOWN = /^(?:is|are|was|were) (?:shown|seen|pictured|photographed|depicted)$/i

/** Does an attribution say something, rather than name a source or point at what was said before? */
export function isClaim({ text }: Document, { source, cue, content }: Attribution): boolean {
  const words = wordsOf(text, content)
  if (EMPTY.test(words)) return false
  if (source === null && cue !== null && SHOWN.test(wordsOf(text, cue))) return false
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
 * What an engine found, the plain speech that it missed, and the speech within speech that it does not mark.
 * @param speech of the same document; what is plain was missed when no word of its content or cue was taken, what is
 *   inner stands with its source and cue in the content of another
 * @param figures of the same document: what is named is speech when it counts something, or when it is no answer
 */
export function withMissed(
  { text }: Document,
  found: readonly Attribution[],
  { plain, named, inner }: PlainSpeech,
  figures: readonly Span[],
): Attribution[] {
  const taken = found.flatMap(({ cue, content }) => [...(cue ?? []), ...content])
  const telling = named.filter(
    ({ act, cue, content }) =>
      (act === 'speech' && content.some((part) => meets(figures, part))) || cue?.some((verb) => isSilence(text, verb)),
  )
  const missed = [...plain, ...telling].filter(
    ({ cue, content }) => ![...(cue ?? []), ...content].some((part) => meets(taken, part)),
  )
  const contents = found.filter(({ act }) => act === 'speech').flatMap(({ content }) => content)
  const cues = found.flatMap(({ cue }) => cue ?? [])
  const within = inner.filter(({ source, cue, content }) => {
    const own = hullOf([...(source ?? []), ...(cue ?? []), ...content.slice(0, 1)])
    return !meets(cues, hullOf(cue ?? [])) && contents.some(({ start, end }) => own.start >= start && own.end <= end)
  })
  const nested = within.map((attribution) => ({ ...attribution, confidence: Math.min(attribution.confidence, NESTED) }))
  return [...found, ...missed, ...nested].sort((a, b) => startOf(a) - startOf(b))
}

/** PolNeAR marks no speech within speech, so that nothing tells how often it is right: less sure than what it marks. */
const NESTED = 0.45

const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0
const hullOf = (parts: Parts): Span => ({
  start: Math.min(...parts.map(({ start }) => start)),
  end: Math.max(...parts.map(({ end }) => end)),
})

const meets = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((span) => span.start < end && start < span.end)

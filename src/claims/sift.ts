/**
 * Which attributions are claims. An engine marks whatever stands as an attribution; some of them say nothing that could
 * be checked, and some only name the source of the attribution beside them.
 */
import type { Document } from '../language/document.ts'
import { meeting, meets, startingBefore } from '../language/order.ts'
import type { Marked } from '../language/phrases.ts'
import type { Span } from '../page/article.ts'
import type { Attribution, Parts } from './attribution.ts'
import { carriedOn } from './quoted.ts'
import type { PlainSpeech } from './rules/engine.ts'
import { verbOf } from './rules/frames.ts'
import { ROLES } from './rules/roles.ts'
import { AUXILIARIES } from './rules/words.ts'
import { withWholeSources } from './sources.ts'
import { isSilence } from './type.ts'

/** Hands on another's word: what follows is a source, a link of the chain, not what is said. */
const HANDS_ON =
  /^(?:citing|cites|cited|quoting|quotes|quoted|referring to|relying on|(?:with|in) reference to|based on)$/i
/**
 * Does a source before a colon only head a line of the running text: Opening hours: ...? Whoever speaks there has a name
 * or is called by a role, or is quoted.
 */
export function isLabelled(
  { document: { text, paragraphs }, names }: Marked,
  { source, cue, content }: Attribution,
): boolean {
  if (source === null || cue === null || wordsOf(text, cue) !== '' || (content[0]?.start ?? 0) < (cue[0]?.start ?? 0))
    return false
  const last = wordsOf(text, source).split(' ').at(-1) ?? ''
  if (paragraphs.length < 2 || ROLES.test(last) || /^["“‘']/.test(wordsOf(text, content))) return false
  return meeting(names, source).every(({ kind }) => kind === 'other' || kind === 'nationality')
}

/** Words that stand for what was said elsewhere, or for its lack. */
const EMPTY =
  /^(?:it|this|that|so|what|which|who|whom|whose|these|those|them|(?:any|no|further|more|the|such)(?: \p{L}+){0,2} (?:details?|comments?|information|reports?|claims?|photos?|videos?|numbers?|figures?)|(?:not )?to be (?:named|identified|quoted)(?:\s.*)?|anonymity|(?:also |must )?(?:read|see|watch)(?: (?:also|here|more|next|now|on|this))*|(?:learn|find out) more|(?:click|tap) here)$/iu
/** No source: an article that its noun was cut off, or whoever reads. */
const NOBODY = /^(?:an?|the|this|there|your?)$/i

/** Asked whether he would go, she said; they were asked if they would go: who is asked does not speak. */
const ASKED = /^asked\b/i
const WAS_ASKED = /^(?:(?:has|have|had) been|was|were|is|are|being)(?: also| later| repeatedly)? asked\b/i
const WHEN = /(?:^|\b(?:when|if|after being) )$/i
const QUESTION = /^(?:if|whether)\s/i

/** What a picture shows is said by nobody. */
const PICTURE =
  /^(?:(?:this|the|a|an|these) )?(?:(?:file|handout|undated|aerial|satellite|combination) )?(?:photos?|pictures?|images?|photographs?|photo illustration|screen ?(?:shot|grab)|still|frame grab)\b/i
const SHOWS = /^(?:shows?|showed|showing|depicts?|captures?)$/i
const SHOWN = /^(?:is|are|was|were) (?:shown|seen|pictured|photographed|depicted)$/i

/** Does an attribution say something, rather than name a source or point at what was said before? */
export function isClaim(document: Document, attribution: Attribution): boolean {
  const { text } = document
  const { source, cue, content } = attribution
  const words = wordsOf(text, content)
  if (EMPTY.test(words) || isAsked(document, attribution)) return false
  if (cue !== null && source === null && SHOWN.test(wordsOf(text, cue))) return false
  if (cue !== null && source !== null && SHOWS.test(wordsOf(text, cue)) && PICTURE.test(wordsOf(text, source)))
    return false
  if (cue === null || !HANDS_ON.test(wordsOf(text, cue))) return true
  // a clause or a quotation within what is cited: then it is said, not only named
  return (
    /["“‘]/.test(words) || words.split(/\s+/).some((word) => word === 'that' || AUXILIARIES.has(word.toLowerCase()))
  )
}

/** The reported cuts, its promised return: a participle after an article or an owner, with its noun after it, tells nothing. */
function isAdjective(text: string, { cue, content }: Attribution): boolean {
  const participle = cue?.[0]
  if (!participle || !/^\p{L}+$/u.test(text.slice(participle.start, Math.min(participle.end, participle.start + 20))))
    return false
  const follows = content.some(({ start }) => start > participle.end && start - participle.end <= 2)
  const before = text.slice(Math.max(0, participle.start - 12), participle.start)
  return (
    follows &&
    verbOf(text.slice(participle.start, participle.end))?.form === 'past' &&
    /(?:^|[^\p{L}])(?:an?|its|my|our|the|their|your|\p{L}{1,8}(?:['’]s|s['’])) $/iu.test(before) &&
    !/(?:^|[^\p{L}])(?:he|it|she|that|there|who)['’]s $/iu.test(before)
  )
}

/** Is the cue a question that was put to the source, or to nobody who is named? */
function isAsked({ text, sentences }: Document, { source, cue, content }: Attribution): boolean {
  const verb = cue?.[0]
  if (!verb) return false
  const words = text.slice(verb.start, Math.min(verb.end, verb.start + 40))
  if (WAS_ASKED.test(words)) {
    // was asked by reporters whether he would go
    const asks = source?.[0] && source[0].start > verb.start
    return !asks && QUESTION.test(text.slice((content[0] as Span).start, (content[0] as Span).start + 8))
  }
  if (!ASKED.test(words)) return false
  const from = sentences[startingBefore(sentences, verb.start)]?.start ?? 0
  return WHEN.test(text.slice(Math.max(from, verb.start - 14), verb.start))
}

/** The words of a span's parts, without marks at their ends; at most so many as tell. */
const wordsOf = (text: string, parts: Parts): string =>
  parts
    .map(({ start, end }) => text.slice(start, Math.min(end, start + 400)))
    .join(' ')
    .replace(/^[\s,.;:]+|[\s,.;:]+$/g, '')

/**
 * What an engine found, and the plain speech that it missed, each with the whole of its sources and quotations.
 * @param all what an engine found; what has nobody for a source is left out
 * @param speech of the same document; it was missed when no word of its content or cue was taken, or when what took them
 *   has no source and is less sure
 * @param figures of the same document: what is named is speech when it counts something, or when it is no answer
 */
export function withMissed(
  document: Document,
  all: readonly Attribution[],
  { plain, named }: PlainSpeech,
  figures: readonly Span[],
): Attribution[] {
  const { text } = document
  const found = all.filter(
    (one) => (one.source === null || !NOBODY.test(wordsOf(text, one.source))) && !isAdjective(text, one),
  )
  const surer = meetsSurer(plain.filter(({ source }) => source !== null))
  const sure = found.filter((one) => one.source !== null || !surer(one))
  const isTaken = meets(sure.flatMap(wordsTaken))
  const counts = meets(figures)
  const telling = named.filter(
    ({ act, cue, content }) => (act === 'speech' && content.some(counts)) || cue?.some((verb) => isSilence(text, verb)),
  )
  const missed = [...plain, ...telling].filter((one) => !wordsTaken(one).some(isTaken))
  const both = [...sure, ...missed].sort((a, b) => startOf(a) - startOf(b))
  return withWholeSources(document, carriedOn(document, both))
}

const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0

const wordsTaken = ({ cue, content }: Attribution): readonly Span[] => [...(cue ?? []), ...content]

/** Tells whether an attribution's content meets that of one of `others` that is surer; rules know few degrees of that. */
function meetsSurer(others: readonly Attribution[]): (one: Attribution) => boolean {
  const degrees = Array.from(
    Map.groupBy(others, ({ confidence }) => confidence),
    ([confidence, same]) => ({ confidence, meeting: meets(same.flatMap(({ content }) => content)) }),
  )
  return ({ confidence, content }) =>
    degrees.some((degree) => degree.confidence > confidence && content.some(degree.meeting))
}

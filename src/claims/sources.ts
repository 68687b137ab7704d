/**
 * Sources that are named together: "a witness and police said". An engine may leave the first of them in what is said, or
 * to nobody; here the source takes them in.
 */
import type { Document } from '../language/document.ts'
import { endingAfter, startingBefore } from '../language/order.ts'
import type { Span } from '../page/article.ts'
import type { Attribution, Parts } from './attribution.ts'
import { verbOf } from './rules/frames.ts'
import { ROLES } from './rules/roles.ts'
import { AUXILIARIES, BOUNDARIES, DETERMINERS, PASTS, SUBJECT_PRONOUNS, TIMES, WITHIN } from './rules/words.ts'

/** The longest noun phrase that is taken in, in tokens. */
const LONGEST = 6
/** How many are taken in before the one that "and" joins. */
const LISTED = 3
/** How many attributions on either side can have taken the same words. */
const BESIDE = 4

/** Attributions with the whole of their sources. @param attributions in the order of their contents */
export function withWholeSources(document: Document, attributions: readonly Attribution[]): Attribution[] {
  return attributions.map((attribution, i) => {
    const taken = joinedBefore(document, attribution)
    if (taken === null) return attribution
    const others = [...attributions.slice(Math.max(0, i - BESIDE), i), ...attributions.slice(i + 1, i + 1 + BESIDE)]
    const isOthers = others.some(({ source, cue, content }) =>
      [...(source ?? []), ...(cue ?? []), ...content].some(({ start, end }) => start < taken.end && end > taken.start),
    )
    const content = without(document.text, attribution.content, taken)
    if (isOthers || content === null) return attribution
    const [first, ...rest] = attribution.source as [Span, ...Span[]]
    return { ...attribution, source: [{ start: taken.start, end: first.end }, ...rest], content }
  })
}

/** The sources that "and" joins to an attribution's, which stands before its cue; null for none. */
function joinedBefore({ tokens, sentences }: Document, { source, cue }: Attribution): Span | null {
  const own = source?.[0]
  if (!own || !cue?.[0] || cue[0].start < own.end) return null
  const at = endingAfter(tokens, own.start)
  if (tokens[at - 1]?.text !== 'and') return null
  const from = sentences[startingBefore(sentences, own.start)]?.first ?? 0
  const words = tokens.slice(Math.max(from, at - 1 - (LONGEST + 1) * (LISTED + 1)), at - 1).map(({ text }) => text)
  const offset = at - 1 - words.length
  let first = nounPhrase(words, words.length, offset === from)
  if (first === null || !speaks(words, first, words.length)) return null
  for (let listed = 0; listed < LISTED && words[first - 1] === ','; listed++) {
    const before = nounPhrase(words, first - 1, offset === from)
    if (before === null || !ROLES.test(words[first - 2] as string)) break
    first = before
  }
  return { start: (tokens[offset + first] as Span).start, end: own.start }
}

/** Where the noun phrase before `end` begins, up to a comma, a closing mark or the sentence's start; null where it is none. */
function nounPhrase(words: readonly string[], end: number, opens: boolean): number | null {
  let first = end
  while (first > 0 && end - first <= LONGEST && /^[\p{L}\p{N}]/u.test(words[first - 1] as string)) first--
  if (first === end || end - first > LONGEST || (first === 0 ? !opens : !/^[,”"’—–]$/.test(words[first - 1] as string)))
    return null
  for (let i = first; i < end; i++) {
    const word = (words[i] as string).toLowerCase()
    if (AUXILIARIES.has(word) || SUBJECT_PRONOUNS.has(word) || BOUNDARIES.has(word) || PASTS.has(word)) return null
    if (/^(?:and|or|but)$/.test(word) || TIMES.has(word)) return null
    if (i === first ? WITHIN.has(word) || /ing$/.test(word) : isVerb(word)) return null
    // hit the council: an article within stands after a preposition
    if (i > first && DETERMINERS.has(word) && !WITHIN.has((words[i - 1] as string).toLowerCase())) return null
  }
  return first
}

const isVerb = (word: string): boolean => /..ed$/.test(word) || (verbOf(word) !== null && !ROLES.test(word))

/** Are these those who speak: by their noun, or by a name of at most three words? */
function speaks(words: readonly string[], first: number, end: number): boolean {
  if (ROLES.test(words[end - 1] as string)) return true
  return (
    end - first <= 3 &&
    words.slice(first, end).every((word) => /^\p{Lu}/u.test(word) && !DETERMINERS.has(word.toLowerCase()))
  )
}

/** A content without what its source has taken from its end; null where nothing would be left, or it is held within. */
function without(text: string, content: Parts, { start, end }: Span): Parts | null {
  const kept: Span[] = []
  for (const part of content) {
    if (part.end <= start || part.start >= end) kept.push(part)
    else {
      if (part.start >= start || part.end > end) return null
      const rest = text.slice(part.start, start).replace(/[\s,]+$/, '')
      if (rest === '') return null
      kept.push({ start: part.start, end: part.start + rest.length })
    }
  }
  return kept.length > 0 ? kept : null
}

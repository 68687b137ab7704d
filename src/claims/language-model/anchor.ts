/**
 * Offered attributions -> spans, or the reason why not. Words are kept only where they stand in the passage letter by
 * letter, as whole words within one paragraph, source and cue within reach of the content; of several places the nearest
 * is meant, and where none is, nothing is kept. Whatever was answered, a span can only ever be words of the passage.
 */
import type { Document } from '../../language/document.ts'
import { endingAfter, isWithin, overlap, startingBefore } from '../../language/order.ts'
import type { Span } from '../../page/article.ts'
import type { Parts } from '../attribution.ts'
import type { Drop } from './anchoring.ts'
import type { Offered } from './answer.ts'
import type { Window } from './windows.ts'

/** An attribution with its places in the document's text. */
export interface Anchored {
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: Parts
}

/** Sentences between a content and its cue, or a cue and its source: a quotation, and who says it in the next sentence. */
const REACH = 1
/** Sentences from one part of a content to the next: "he said" may stand alone between. */
const PART_REACH = 2
/** Words that stand in more places of a passage are not tried. */
const MOST_PLACES = 32
/** How far around a passage it is looked whether words stand in another, in characters. */
const AROUND = 20_000

/** What a sentence between counts for, in characters: more than a passage has, so that the same sentence is always nearer. */
const SENTENCE = 10_000

interface Placed extends Anchored {
  /** From content to cue and from cue to source, in characters. */
  readonly distance: number
}

/** Where everything stands, in the order in which it was offered. */
export function anchor(document: Document, window: Window, offered: readonly (Offered | Drop)[]): (Anchored | Drop)[] {
  const passage = passageIn(document, window)
  const keys = offered.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
  const times = Map.groupBy(keys, (key) => key)
  const results = new Map<string, Placed[] | Drop>()
  const taken = new Map<string, number>()
  const kept: Anchored[] = []
  return offered.map((one, at): Anchored | Drop => {
    if (typeof one === 'string') return one
    const key = keys[at] as string
    const places = results.get(key) ?? placesOf(passage, one)
    results.set(key, places)
    if (typeof places === 'string') return places
    // As often offered as there are places that are equally near: each is meant once.
    const turn = taken.get(key) ?? 0
    taken.set(key, turn + 1)
    if (turn >= places.length) return 'repeated'
    if (places.length > (times.get(key)?.length ?? 0)) return 'several places'
    const { source, cue, content } = places[turn] as Placed
    const placed = { source, cue, content }
    const drop = objection(placed, kept)
    if (drop !== null) return drop
    kept.push(placed)
    return placed
  })
}

/** Why one cannot be kept beside those that are; null where it can. */
function objection({ cue, content }: Anchored, kept: readonly Anchored[]): Drop | null {
  if (kept.some((other) => sameSpan(other.cue, cue) && sameParts(other.content, content))) return 'repeated'
  const cuts = (one: Span, other: Span) => overlap(one, other) && !isWithin(one, other) && !isWithin(other, one)
  return kept.some((other) => other.content.some((part) => content.some((own) => cuts(part, own)))) ? 'overlap' : null
}

const sameSpan = (one: Span | null, other: Span | null): boolean =>
  one?.start === other?.start && one?.end === other?.end
const sameParts = (one: Parts, other: Parts): boolean =>
  one.length === other.length && one.every((part, at) => sameSpan(part, other[at] ?? null))

/** A window with its text and what is looked up in it. */
interface Passage {
  readonly document: Document
  readonly window: Window
  readonly text: string
  /** Its text without case, white space and the form of quotation marks; made when it is first asked for. */
  readonly folded: () => string
}

function passageIn(document: Document, window: Window): Passage {
  const text = document.text.slice(window.start, window.end)
  let folded: string | null = null
  return {
    document,
    window,
    text,
    folded: () => {
      folded ??= fold(text)
      return folded
    },
  }
}

const fold = (text: string): string =>
  text
    .replace(/[“”„«»‘’‚`´"']/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** Where an attribution may stand: the places that are nearest to each other, in the order of the text. */
function placesOf(passage: Passage, { source, cue, content }: Offered): Placed[] | Drop {
  const contents = contentsOf(passage, content)
  if (typeof contents === 'string') return contents
  const placed: Placed[] = []
  let drop: Drop | null = null
  for (const parts of contents) {
    const one = aroundContent(passage, parts, source, cue)
    if (typeof one === 'string') drop ??= one
    else placed.push(one)
  }
  const nearest = Math.min(...placed.map(({ distance }) => distance))
  const meant = placed.filter(({ distance }) => distance === nearest)
  return meant.length > 0 ? meant : (drop ?? 'out of reach')
}

/** Each place of a content: where its first part stands, and each next part soon after. */
function contentsOf(passage: Passage, [first = '', ...rest]: readonly string[]): Parts[] | Drop {
  const starts = wordsIn(passage, first)
  if (typeof starts === 'string') return starts
  const following: (readonly Span[])[] = []
  for (const part of rest) {
    const places = wordsIn(passage, part)
    if (typeof places === 'string') return places
    following.push(places)
  }
  const contents = starts.flatMap((start): Parts[] => {
    const parts: Span[] = [start]
    for (const places of following) {
      const last = parts.at(-1) as Span
      const next = places.find((place) => place.start >= last.end)
      if (next === undefined || sentencesBetween(passage.document, last, next) > PART_REACH) return []
      parts.push(next)
    }
    return [parts]
  })
  return contents.length > 0 ? contents : 'out of reach'
}

/** A content with the cue that is nearest to it, and the source that is nearest to that. */
function aroundContent(passage: Passage, content: Parts, source: string | null, cue: string | null): Placed | Drop {
  const said = cue === null ? null : nearestTo(passage, cue, content, content)
  if (typeof said === 'string') return said
  const from = said === null ? content : [said.span]
  const named =
    source === null ? null : nearestTo(passage, source, from, said === null ? content : [...content, said.span])
  if (typeof named === 'string') return named
  return {
    source: named?.span ?? null,
    cue: said?.span ?? null,
    content,
    distance: (said?.distance ?? 0) + (named?.distance ?? 0),
  }
}

/** The place of words that is nearest to `parts`, within reach of them and apart from `others`. */
function nearestTo(
  passage: Passage,
  words: string,
  parts: Parts,
  others: Parts,
): { readonly span: Span; readonly distance: number } | Drop {
  const places = wordsIn(passage, words, reachOf(passage, parts))
  if (typeof places === 'string') return places
  const apart = places.filter((place) => !others.some((other) => overlap(place, other)))
  if (apart.length === 0) return 'overlap'
  const measured = apart.map((span) => ({
    span,
    distance: Math.min(...parts.map((part) => distanceOf(passage, span, part))),
  }))
  const distance = Math.min(...measured.map((one) => one.distance))
  const [nearest, tie] = measured.filter((one) => one.distance === distance)
  return tie === undefined && nearest !== undefined ? nearest : 'several places'
}

/** From one span to another that is apart from it, in characters, sentences between counted as many. */
function distanceOf({ document }: Passage, one: Span, other: Span): number {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return Math.max(0, sentencesBetween(document, first, second)) * SENTENCE + second.start - first.end
}

const sentenceAt = ({ sentences }: Document, at: number): number => Math.max(0, startingBefore(sentences, at))

/** From the end of one span to the start of another after it. */
const sentencesBetween = (document: Document, one: Span, other: Span): number =>
  sentenceAt(document, other.start) - sentenceAt(document, one.end - 1)

/** The text from the sentence before some parts to the sentence after them. */
function reachOf({ document, window }: Passage, parts: Parts): Span {
  const { sentences } = document
  const first = Math.min(...parts.map(({ start }) => start))
  const last = Math.max(...parts.map(({ end }) => end))
  const from = sentences[Math.max(0, sentenceAt(document, first) - REACH)]?.start ?? window.start
  const to = sentences[Math.min(sentences.length - 1, sentenceAt(document, last - 1) + REACH)]?.end ?? window.end
  return { start: Math.max(window.start, from), end: Math.min(window.end, to) }
}

/** The places of words in a passage, or within a part of it: at most MOST_PLACES. */
function wordsIn({ document, window, text, folded }: Passage, words: string, within: Span = window): Span[] | Drop {
  const places: Span[] = []
  let isPart = false
  for (let at = text.indexOf(words, within.start - window.start); at >= 0; at = text.indexOf(words, at + 1)) {
    const span = { start: window.start + at, end: window.start + at + words.length }
    if (span.end > within.end) break
    if (!isWhole(document, window, span)) isPart = true
    else if (places.push(span) > MOST_PLACES) return 'several places'
  }
  if (places.length > 0) return places
  if (isPart) return 'part of a word'
  if (words.length > text.length) return 'not in the text'
  if (text.includes(words)) return 'out of reach'
  if (folded().includes(fold(words))) return 'written otherwise'
  const around = document.text.slice(Math.max(0, window.start - AROUND), window.end + AROUND)
  return around.includes(words) ? 'in another passage' : 'not in the text'
}

/** Are they whole words of one paragraph? */
function isWhole({ tokens }: Document, { runs }: Window, span: Span): boolean {
  const run = runs[endingAfter(runs, span.start)]
  if (run === undefined || !isWithin(span, run)) return false
  const first = tokens[endingAfter(tokens, span.start)]
  const last = tokens[endingAfter(tokens, span.end - 1)]
  return first?.start === span.start && last?.end === span.end
}

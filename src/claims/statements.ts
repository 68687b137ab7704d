/**
 * Statements without a source that carry a figure: the outlet says them itself. Each is the part of its sentence that
 * no attribution has taken.
 */
import type { Document } from '../language/document.ts'
import type { Article, BlockKind, Span } from '../page/article.ts'
import type { Attribution } from './attribution.ts'
import type { Figure, Link, Speaker } from './claim.ts'
import { AUXILIARIES, BOUNDARIES, PASTS, WITHIN } from './rules/words.ts'

export interface Statement extends Span {
  /** Never empty. */
  readonly figures: readonly Figure[]
}

/** Kinds of blocks that state: a row of a table, a heading and a note of correction do not by themselves. */
const STATES: ReadonlySet<BlockKind> = new Set(['caption', 'list-item', 'live-entry', 'paragraph', 'quote'])

/** Is it known what the figure counts? A bare number states nothing that could be told of anyone. */
const counts = ({ unit, measure, of }: Figure): boolean => measure !== null || of !== null || unit === 'people'

/** An amount of money, by its ISO 4217 code, or a share: what a verb beside it tells of, though no noun says what it counts. */
const isAmount = ({ unit }: Figure): boolean => unit !== null && /^(?:[A-Z]{3}|cent|percent)$/.test(unit)

/** How far a verb is looked for in a statement, in UTF-16 units. */
const VERB_REACH = 600

/** Does a verb stand in these words, so that they are a statement and no label with a price? */
const tells = (words: string): boolean =>
  (words.slice(0, VERB_REACH).match(/\p{L}+/gu) ?? []).some((word, i) => {
    const lower = word.toLowerCase()
    return (
      i > 0 &&
      (lower.length > 1 || lower === 'm') &&
      (AUXILIARIES.has(lower) || PASTS.has(lower) || /..ed$/.test(lower))
    )
  })

/**
 * The statements of a document, in the order of its text.
 * @param figures the document's figures, in order
 * @param attributions the document's attributions: a figure in the content of one is no statement's
 */
export function statementsOf(
  document: Document,
  figures: readonly Figure[],
  attributions: readonly Attribution[],
): Statement[] {
  const taken = attributions
    .flatMap(({ source, cue, content }) => [...(source ?? []), ...(cue ?? []), ...content])
    .sort((a, b) => a.start - b.start)
  const statements: Statement[] = []
  let from = 0
  let next = 0
  for (const sentence of document.sentences) {
    if (!STATES.has(document.paragraphs[sentence.paragraph]?.kind ?? 'paragraph')) continue
    const free = freeParts(document.text, sentence, taken, next)
    next = free.next
    while ((figures[from]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) from++
    for (const part of free.parts) {
      const own: Figure[] = []
      for (let i = from; (figures[i]?.start ?? Number.POSITIVE_INFINITY) < part.end; i++)
        if ((figures[i] as Figure).start >= part.start) own.push(figures[i] as Figure)
      const words = document.text.slice(part.start, part.end)
      const asks = document.text[part.end] === '?'
      if (own.some(counts) || (own.some(isAmount) && !asks && tells(words))) statements.push({ ...part, figures: own })
    }
  }
  return statements
}

/**
 * What spans leave of a sentence, without marks at its ends and without the words that joined it to what was taken;
 * `next` is the first span that may reach the next sentence.
 */
function freeParts(
  text: string,
  sentence: Span,
  taken: readonly Span[],
  first: number,
): { parts: Span[]; next: number } {
  const parts: Span[] = []
  let at = sentence.start
  let next = first
  const put = (start: number, end: number) => {
    const whole = trimmed(text, start, end)
    const opened = start > sentence.start ? withoutOpening(text, whole) : whole
    const part = end < sentence.end ? withoutDangling(text, opened) : opened
    if (part.end > part.start) parts.push(part)
  }
  for (let i = first; i < taken.length && (taken[i] as Span).start < sentence.end; i++) {
    const { start, end } = taken[i] as Span
    if (start > at) put(at, start)
    at = Math.max(at, Math.min(end, sentence.end))
    if (end <= sentence.end && next === i) next = i + 1
  }
  if (at < sentence.end) put(at, sentence.end)
  return { parts, next }
}

const OUTER = /[\s,.;:!?–—-]/

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && OUTER.test(text[start] as string)) start++
  while (end > start && OUTER.test(text[end - 1] as string)) end--
  return { start, end }
}

/** Words that join a statement to what was cut off after it, beside prepositions and conjunctions that bound a clause. */
const JOINS = new Set(['a', 'according', 'an', 'and', 'but', 'nor', 'or', 'over', 'than', 'the', 'under'])
const joins = (word: string): boolean => JOINS.has(word) || WITHIN.has(word) || BOUNDARIES.has(word)

/** A statement cut at its end, without the words that hang there: fell after; from 2.4% and. */
function withoutDangling(text: string, { start, end }: Span): Span {
  let last = end
  for (;;) {
    const match = /[\s,;:]+(\p{L}+)$/u.exec(text.slice(Math.max(start, last - 30), last))
    if (!match || !joins((match[1] as string).toLowerCase())) break
    last -= match[0].length
  }
  return trimmed(text, start, last)
}

/** A statement cut at its start, without the conjunction that joined it: and the rest fled. */
function withoutOpening(text: string, { start, end }: Span): Span {
  const joined = /^(?:and|but|or)[\s,]+/.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0
  return { start: start + joined, end }
}

/**
 * Statements are taken as they stand: what can be wrong is that a source was missed. Of 49 in the gold stories 35 are
 * marked as statements, and 7 more are somebody's.
 */
const CONFIDENCE = 0.7

/** A statement in the shape of an attribution that has no source. */
export const unattributed = ({ start, end }: Statement): Attribution => ({
  source: null,
  cue: null,
  content: [{ start, end }],
  act: 'speech',
  confidence: CONFIDENCE,
  why: 'a statement without a source that carries a figure',
})

/** Who answers for what an article states without a source: its outlet, on the word of the agency whose copy it prints. */
export function ownWord({ outlet, wire }: Article): {
  readonly speaker: Speaker | null
  readonly chain: readonly Link[]
} {
  const agencies = wire === null ? [] : wire.split(/\s*,\s*/)
  const names = outlet === null ? agencies : [outlet, ...agencies.filter((agency) => agency !== outlet)]
  const chain = names.map(
    (name, i): Link => ({ name, kind: 'outlet', link: i < names.length - 1 ? 'wire' : 'own reporting', anchor: null }),
  )
  const [first] = names
  return { speaker: first === undefined ? null : { name: first, kind: 'outlet', key: null }, chain }
}

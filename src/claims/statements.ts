/**
 * Statements without a source that carry a figure: the outlet says them itself. Each is the part of its sentence that
 * no attribution has taken.
 */
import type { Document } from '../language/document.ts'
import type { Article, BlockKind, Span } from '../page/article.ts'
import type { Attribution } from './attribution.ts'
import type { Figure, Link, Speaker } from './claim.ts'

export interface Statement extends Span {
  /** Never empty. */
  readonly figures: readonly Figure[]
}

/** Kinds of blocks that state: a row of a table, a heading and a note of correction do not by themselves. */
const STATES: ReadonlySet<BlockKind> = new Set(['caption', 'list-item', 'live-entry', 'paragraph', 'quote'])

/** Is it known what the figure counts? A bare number or price states nothing that could be told of anyone. */
const counts = ({ unit, measure, of }: Figure): boolean => measure !== null || of !== null || unit === 'people'

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
      if (own.some(counts)) statements.push({ ...part, figures: own })
    }
  }
  return statements
}

/** What spans leave of a sentence, without marks at its ends; `next` is the first span that may reach the next sentence. */
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
    const part = trimmed(text, start, end)
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

/** Statements are taken as they stand: what can be wrong is that a source was missed. */
const CONFIDENCE = 0.8

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

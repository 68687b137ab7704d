/** The words that a claim was read in, with who, says and what marked in them. */
import type { Claim } from '../../claims/claim.ts'
import type { Article, Span } from '../../page/article.ts'
import { type Html, html } from '../../publish/html.ts'
import { type Mark, piecesOf } from '../article/marks.ts'
import { type Segment, segmentsOf } from '../article/segments.ts'
import { REVIEW } from '../words/review.ts'

/** Words around a claim that are shown, in characters; and what stands before its paragraph. */
const MOST = 2400
const BEFORE = 500

type Part = keyof typeof REVIEW.marks

/** The parts of a claim as marks; what people added has no words for some. */
function marksOf({ source, cue, content }: Claim): Mark<Part>[] {
  const one = (span: Span | null, of: Part): Mark<Part>[] =>
    span === null || span.start >= span.end ? [] : [{ start: span.start, end: span.end, of }]
  return [...one(source, 'source'), ...one(cue, 'cue'), ...content.parts.flatMap((part) => one(part, 'content'))]
}

/** Where a claim stands, and the marks' key. */
export function paragraphView(claim: Claim, page: Article): Html {
  const marks = marksOf(claim)
  const shown = [...new Set(marks.map(({ of }) => of))]
  return html`<div class="paragraph">${passagesOf(claim, page).map(({ text, span, isBefore }) => passage(text, span, isBefore ? [] : marks, isBefore))}
<p class="mark-key meta"><span class="aside">${REVIEW.key}: </span>${(['source', 'cue', 'content'] as const).filter((part) => shown.includes(part)).map((part) => html`<span class="read read-${part}">${REVIEW.marks[part]}</span> `)}</p></div>`
}

interface Passage {
  readonly text: string
  readonly span: Span
  /** It stands before the claim and has nothing of it. */
  readonly isBefore: boolean
}

function passagesOf(claim: Claim, page: Article): Passage[] {
  const { content } = claim
  const text = page[claim.in] ?? ''
  if (claim.in !== 'text') return [{ text, span: { start: 0, end: Math.min(text.length, MOST) }, isBefore: false }]
  const near = marksOf(claim).filter(({ start }) => Math.abs(start - content.start) < MOST / 2)
  const start = Math.min(content.start, ...near.map((mark) => mark.start))
  const end = Math.min(start + MOST, Math.max(content.end, ...near.map((mark) => mark.end)))
  const segments = segmentsOf(page)
  const first = segments.findIndex((segment) => segment.end > start)
  const own = segments.slice(Math.max(0, first)).filter((segment) => segment.start < end)
  const before = segments[first - 1]
  const asked = { start: start - MOST / 2, end: end + MOST / 2 }
  return [
    ...(before === undefined
      ? []
      : [{ text, span: { start: Math.max(before.start, before.end - BEFORE), end: before.end }, isBefore: true }]),
    ...own.map((segment) => ({ text, span: within(segment, asked), isBefore: false })),
  ]
}

const within = ({ start, end }: Segment, around: Span): Span => ({
  start: Math.max(start, around.start),
  end: Math.min(end, around.end),
})

function passage(text: string, span: Span, marks: readonly Mark<Part>[], isBefore: boolean): Html {
  const words = piecesOf(span, marks).map(({ start, end, of }) => {
    const own = text.slice(start, end).toWellFormed()
    return of.length === 0 ? own : html`<span class="read ${of.map((part) => `read-${part}`).join(' ')}">${own}</span>`
  })
  return html`<p${isBefore && html` class="soft before"`}>${words}</p>
`
}

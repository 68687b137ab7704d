/**
 * A text, read as language: paragraphs, sentences, tokens and quotations, each with offsets into the text as given.
 * Pure functions, no I/O; everything that reads claims starts from here.
 */
import type { BlockKind, Span } from '../page/article.ts'
import { type Quotation, quotationsOf } from './quotations.ts'
import { sentencesOf } from './sentences.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface Paragraph extends Span {
  readonly kind: BlockKind
}

/** A sentence and its tokens: `tokens.slice(first, last)`. */
export interface Sentence extends Span {
  readonly first: number
  readonly last: number
  /** Index of its paragraph. */
  readonly paragraph: number
}

export interface Document {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
}

/**
 * Reads a text as language.
 * @param text any string, lone surrogates and all
 * @param paragraphs its parts in order, without overlap; by default the runs between line feeds
 */
export function documentOf(text: string, paragraphs: readonly Paragraph[] = runsOf(text)): Document {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  paragraphs.forEach(({ start, end }, paragraph) => {
    const first = tokens.length
    for (const token of tokensOf(text, start, end)) tokens.push(token)
    for (const [from, to] of sentencesOf(text, tokens, first, tokens.length))
      sentences.push({
        start: (tokens[from] as Token).start,
        end: (tokens[to - 1] as Token).end,
        first: from,
        last: to,
        paragraph,
      })
  })
  return { text, paragraphs, tokens, sentences, quotations: quotationsOf(text, paragraphs) }
}

/** The runs of a text between line feeds, white space trimmed. */
function runsOf(text: string): Paragraph[] {
  const runs: Paragraph[] = []
  let start = 0
  while (start <= text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const line = text.slice(start, end)
    const lead = line.length - line.trimStart().length
    if (lead < line.length) runs.push({ kind: 'paragraph', start: start + lead, end: start + line.trimEnd().length })
    start = end + 1
  }
  return runs
}

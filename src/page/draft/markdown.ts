/**
 * Markdown (CommonMark with GitHub's tables, footnotes and struck-out text) -> blocks of a draft. Struck-out words, blocks of code,
 * pictures and footnotes are not what the draft says.
 */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { BlockKind } from '../article.ts'
import { DraftError, type Remark } from './draft.ts'
import { aligned } from './frontmatter.ts'
import { type Traced, type Tracer, tracer, trimmed } from './trace.ts'

/** A block of a draft before it is known what it is to the article. */
export interface Piece {
  readonly kind: BlockKind
  readonly traced: Traced
  /** Of a heading, 1 to 6; 0 for all else. */
  readonly level: number
  /** Are all its words emphasised? A standfirst or a caption may be. */
  readonly emphasised: boolean
  /** Does a picture stand right above it? */
  readonly underPicture: boolean
}

/** As much of a node of the tree (mdast) as is looked at. */
interface Node {
  readonly type: string
  readonly value?: string | undefined
  readonly depth?: number | undefined
  readonly children?: readonly Node[] | undefined
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined }
        readonly end: { readonly offset?: number | undefined }
      }
    | undefined
}

export interface Markdown {
  readonly pieces: readonly Piece[]
  readonly remarks: readonly Remark[]
}

/** The parser's time grows with the square of the marks of emphasis and links in one paragraph; writers set a few. */
const MOST_MARKS = 500

/** @throws {DraftError} where a paragraph has so many marks that parsing it would take long */
function checkMarks(source: string): void {
  let from = 0
  for (const paragraph of source.split(/\n[^\S\n]*\n/)) {
    const marks = paragraph.match(/[*_~[\]`<]/g)?.length ?? 0
    if (marks > MOST_MARKS)
      throw new DraftError(
        'too-large',
        `one of its paragraphs has ${marks} marks of emphasis or links, and may have ${MOST_MARKS}. Is it Markdown?`,
        source.slice(0, from).split('\n').length,
      )
    from += paragraph.length + 2
  }
}

/** Deeper than this, lists and quotations are no draft's. */
const DEEPEST = 20

/**
 * Reads Markdown.
 * @param source the whole file; what stands before `from` is front matter
 */
export function markdownOf(source: string, from: number): Markdown {
  checkMarks(source.slice(from))
  // Front matter is blanked, so that every offset of the tree is one of the file.
  const text = source.slice(0, from).replace(/[^\r\n]/g, ' ') + source.slice(from)
  const root: Node = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const pieces: Piece[] = []
  const remarks: Remark[] = []
  let picture = false
  const put = (node: Node, kind: BlockKind, level = 0): void => {
    const made = tracer()
    for (const child of node.children ?? []) inline(child, source, made, remarks)
    const traced = trimmed(made.traced())
    const children = (node.children ?? []).filter(({ type, value }) => !(type === 'text' && value?.trim() === ''))
    const words = children.filter(({ type }) => !PICTURES.has(type))
    const underPicture = picture || words.length < children.length
    picture = underPicture && words.length === 0
    if (traced.text === '') return
    const emphasised = words.every(({ type }) => EMPHASIS.has(type))
    pieces.push({ kind, traced, level, emphasised, underPicture })
  }
  const walk = (node: Node, within: BlockKind, depth: number): void => {
    if (depth > DEEPEST) return
    const { type } = node
    if (type === 'heading') put(node, 'heading', node.depth ?? 1)
    else if (type === 'paragraph') put(node, within)
    else if (type === 'html') remarks.push(...remarksIn(node))
    else if (type === 'tableRow') pieces.push(...rowOf(node, source, remarks))
    else if (type in HOLDERS) for (const child of node.children ?? []) walk(child, HOLDERS[type] ?? within, depth + 1)
  }
  walk(root, 'paragraph', 0)
  return { pieces, remarks }
}

/** What holds blocks, and what kind of block a paragraph in it is. */
const HOLDERS: Readonly<Record<string, BlockKind | null>> = {
  blockquote: 'quote',
  list: null,
  listItem: 'list-item',
  root: null,
  table: null,
}

/** A row of a table, its cells parted by tabs. */
function rowOf(row: Node, source: string, remarks: Remark[]): Piece[] {
  const made = tracer()
  for (const [i, cell] of (row.children ?? []).entries()) {
    if (i > 0) made.join('\t')
    for (const child of cell.children ?? []) inline(child, source, made, remarks)
  }
  const traced = trimmed(made.traced())
  return traced.text === '' ? [] : [{ kind: 'table-row', traced, level: 0, emphasised: false, underPicture: false }]
}

const EMPHASIS: ReadonlySet<string> = new Set(['emphasis', 'strong'])
const PICTURES: ReadonlySet<string> = new Set(['image', 'imageReference'])
const LEFT_OUT: ReadonlySet<string> = new Set(['delete', 'footnoteReference', 'image', 'imageReference'])

function inline(node: Node, source: string, to: Tracer, remarks: Remark[]): void {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  if (LEFT_OUT.has(node.type)) return
  if (node.type === 'html') remarks.push(...remarksIn(node))
  else if (node.type === 'break') to.add(' ', start, end - start)
  else if (node.type === 'text' || node.type === 'inlineCode') told(node.value ?? '', source, start, end, to)
  else for (const child of node.children ?? []) inline(child, source, to, remarks)
}

const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,31});/

/** The words of a text node: as they stand in the source but for escapes, entities, and line ends with what indents them. */
function told(value: string, source: string, start: number, end: number, to: Tracer): void {
  const written = source.slice(start, end)
  if (value === written && !/[\r\n]/.test(value)) {
    to.add(value, start)
    return
  }
  let at = 0
  for (let i = 0; i < value.length; i++) {
    const letter = value[i] as string
    if (letter === '\n' || letter === '\r') {
      const feed = /[\r\n][\s>]*/.exec(written.slice(at))
      const width = feed ? feed[0].length : 0
      to.add(' ', start + at + (feed?.index ?? 0), width)
      at += (feed?.index ?? 0) + width
      if (letter === '\r' && value[i + 1] === '\n') i++
      continue
    }
    if (written[at] === '\\' && written[at + 1] === letter) at++
    const entity = written[at] === '&' ? ENTITY.exec(written.slice(at, at + 40)) : null
    if (entity && (letter !== '&' || /^&(?:amp|#38|#x26);/i.test(entity[0]))) {
      const whole = String.fromCodePoint(value.codePointAt(i) ?? 0)
      to.add(whole, start + at, entity[0].length)
      at += entity[0].length
      i += whole.length - 1
    } else if (written[at] === letter) {
      to.add(letter, start + at)
      at++
    } else {
      const rest = aligned(value.slice(i), written.slice(at), start + at)
      let done = 0
      for (const stretch of rest.stretches) {
        to.join(rest.text.slice(done, stretch.at))
        to.add(rest.text.slice(stretch.at, stretch.at + stretch.length), stretch.from, stretch.width)
        done = stretch.at + stretch.length
      }
      to.join(rest.text.slice(done))
      return
    }
  }
}

const COMMENT = /<!--([\s\S]*?)-->/g

/** The comments of a piece of HTML within Markdown. */
function remarksIn({ value = '', position }: Node): Remark[] {
  const from = position?.start.offset ?? 0
  return Array.from(value.matchAll(COMMENT), ({ index, 0: all, 1: words = '' }) => ({
    start: from + index,
    end: from + index + all.length,
    words: words.trim(),
  }))
}

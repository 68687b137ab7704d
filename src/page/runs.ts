/**
 * Element tree -> runs: the page's text in reading order, cut where a reader sees a line end.
 *
 * A run is the text between two block boundaries ("text block" in the boilerplate literature: Kohlschütter et al.,
 * WSDM 2010). Everything the reader keeps or leaves out is a run, so nothing printed can be lost in between.
 */
import { fold } from './fold.ts'
import { furniturePhrase, type PhraseFound } from './furniture.ts'
import { collapse, type Element, INLINE, textOf } from './tree.ts'

interface Anchor {
  readonly text: string
  readonly href: string
}

export interface Run {
  readonly index: number
  /** White space collapsed; a single `<br>` is a newline. */
  readonly text: string
  /** The nearest block element around the text. */
  readonly element: Element
  /** The innermost element that holds all of the text: a `span.credit` alone in its block. */
  readonly inner: Element
  readonly anchors: readonly Anchor[]
  readonly linkChars: number
  readonly boldChars: number
  readonly words: number
  /** 1-6 within a heading, else 0. */
  readonly heading: number
  readonly hidden: boolean
}

/** What the walk learns of elements on the way, for the passes after it. */
export interface Page {
  readonly runs: readonly Run[]
  /** The furniture phrase that a run is, begins with or holds. */
  readonly phrase: (run: Run) => PhraseFound | null
  /** The run's text folded for comparison. */
  readonly key: (run: Run) => string
  /** Whether the page had more runs than are read. */
  readonly cut: boolean
  /** Elements with a picture or player in them, near below. */
  readonly media: ReadonlySet<Element>
  /** Characters of prose under each element that has any. */
  readonly prose: ReadonlyMap<Element, number>
  /** What stands near above each element: how many runs are in it, their characters, and how many of those are links. */
  readonly content: ReadonlyMap<Element, { runs: number; chars: number; links: number }>
}

/** A run that reads like a sentence or more of running text. */
export function isProse(run: Run): boolean {
  return (
    run.words >= 12 && run.linkChars < run.text.length * 0.4 && run.heading === 0 && /[.!?:;"”»…。！？]/.test(run.text)
  )
}

const MEDIA = new Set([
  'img',
  'picture',
  'video',
  'iframe',
  'amp-img',
  'amp-video',
  'amp-youtube',
  'svg',
  'canvas',
  'audio',
])
/** How far up a picture makes its surroundings a figure. */
const MEDIA_REACH = 6
/** The longest live blog seen has 3,000 runs; a page with more than this is a data dump, and its rest is not read. */
const MAX_RUNS = 12_000
/** More links than this in one run are a list without markup. */
const MAX_ANCHORS = 200
/** Nor is the text of links in a run longer than this of use. */
const MAX_LINKED_CHARS = 20_000
/** Prose is counted under this many ancestors; deeper nesting than this is no template. */
const PROSE_REACH = 40

const SKIPPED = new Set(
  'head noscript iframe object select textarea script style template svg math audio datalist amp-analytics amp-state'.split(
    ' ',
  ),
)
const BREAKS = new Set(['br', 'hr', 'wbr'])
const NO_ANCHORS: readonly Anchor[] = []

/** Letters of scripts written without spaces count as words of two characters. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/g

/** Whether a text ends as a sentence does: with a full stop, perhaps in quotes or a bracket. */
export function endsSentence(text: string): boolean {
  return /[.!?。]["'”’)]*$/u.test(text)
}

/** How many words a reader would count. */
export function countWords(text: string): number {
  let spaces = 0
  for (let i = text.indexOf(' '); i !== -1; i = text.indexOf(' ', i + 1)) spaces++
  const words = text === '' ? 0 : spaces + 1
  if (text.length < 4 * words + 8 || text.length < 8) return words
  const unspaced = text.length / words > 9 ? (text.match(UNSPACED)?.length ?? 0) : 0
  return unspaced > 4 ? words + Math.floor(unspaced / 2) : words
}

/** A cell of a table of figures holds at most this much; a layout table's cells hold boxes. */
const CELL_CHARS = 240
const MAX_CELLS = 60

/**
 * The cells of a table row that is a row of figures or words, or null for a row that lays out a page: two cells or
 * more, each a line of text.
 */
function cellsOf(row: Element): { text: string; links: number }[] | null {
  const cells: { text: string; links: number }[] = []
  for (const cell of row.children) {
    if (typeof cell === 'string') {
      if (cell.trim() !== '') return null
      continue
    }
    if (cell.name !== 'td' && cell.name !== 'th') return null
    let blocks = 0
    let links = 0
    const visit = (node: Element, linked: boolean): void => {
      for (const child of node.children) {
        if (typeof child === 'string') {
          if (linked) links += child.trim().length
        } else {
          if (!INLINE.has(child.name) && !BREAKS.has(child.name)) blocks++
          if (blocks <= 1) visit(child, linked || child.name === 'a')
        }
      }
    }
    visit(cell, false)
    if (blocks > 1 || cells.length >= MAX_CELLS) return null
    const text = textOf(cell)
    if (text.length > CELL_CHARS) return null
    cells.push({ text, links })
  }
  return cells.filter(({ text }) => text !== '').length >= 2 ? cells : null
}

function isHidden(element: Element): boolean {
  const { attrs } = element
  if (attrs.hidden !== undefined && attrs.hidden !== 'false') return true
  const style = attrs.style
  return style !== undefined && /display:\s*none|visibility:\s*hidden/i.test(style)
}

/** Cuts the tree into runs. */
export function readRuns(root: Element): Page {
  const runs: Run[] = []
  const media = new Set<Element>()
  const markMedia = (element: Element): void => {
    for (let up: Element | null = element.parent, i = 0; up && i < MEDIA_REACH; up = up.parent, i++) media.add(up)
  }

  let buffer = ''
  let anchors: Anchor[] | null = null
  let linkChars = 0
  let boldChars = 0
  let breaks = 0
  let inner: Element | null = null

  const flush = (block: Element, heading: number, hidden: boolean): void => {
    breaks = 0
    if (buffer === '') return
    const lines = buffer.includes('\n') ? buffer.split('\n').map(collapse).filter(Boolean) : [collapse(buffer)]
    const all = lines.join('\n')
    const found = anchors ?? NO_ANCHORS
    if (all !== '' && runs.length < MAX_RUNS) {
      for (const text of paragraphsOf(lines)) {
        const whole = text === all
        const own = whole ? found : found.filter((a) => a.text !== '' && text.includes(a.text))
        runs.push({
          index: runs.length,
          text,
          element: block,
          inner: inner ?? block,
          anchors: own,
          linkChars: whole ? Math.min(linkChars, text.length) : own.reduce((sum, a) => sum + a.text.length, 0),
          boldChars: whole ? Math.min(boldChars, text.length) : Math.round((boldChars * text.length) / all.length),
          words: countWords(text),
          heading,
          hidden,
        })
      }
    }
    buffer = ''
    inner = null
    anchors = null
    linkChars = 0
    boldChars = 0
  }

  const walk = (
    element: Element,
    block: Element,
    heading: number,
    hidden: boolean,
    link: string | null,
    bold: boolean,
  ): void => {
    for (const child of element.children) {
      if (runs.length >= MAX_RUNS) return
      if (typeof child === 'string') {
        const size = child.trim().length
        if (size > 0) {
          breaks = 0
          inner = inner === null ? element : commonAncestor(inner, element)
          if (link !== null) linkChars += size
          if (bold) boldChars += size
        }
        if (size > 0 || buffer !== '') buffer += child.includes('\n') ? child.replaceAll('\n', ' ') : child
        continue
      }
      const { name } = child
      if (BREAKS.has(name)) {
        if (name === 'wbr') continue
        if (name === 'hr' || ++breaks > 1) flush(block, heading, hidden)
        else if (buffer !== '') buffer += '\n'
        continue
      }
      if (
        MEDIA.has(name) ||
        (name === 'noscript' && child.children.some((node) => typeof node !== 'string' && MEDIA.has(node.name)))
      )
        markMedia(child)
      if (SKIPPED.has(name) || name === 'img') continue
      const cells = name === 'tr' ? cellsOf(child) : null
      if (cells) {
        flush(block, heading, hidden)
        const text = cells.map(({ text }) => text).join('\t')
        const links = cells.reduce((sum, cell) => sum + cell.links, 0)
        runs.push({
          index: runs.length,
          text,
          element: child,
          inner: child,
          anchors: NO_ANCHORS,
          linkChars: Math.min(links, text.length),
          boldChars: 0,
          words: countWords(text.replaceAll('\t', ' ')),
          heading: 0,
          hidden: hidden || isHidden(child),
        })
        continue
      }
      const nowHidden = hidden || isHidden(child)
      const href = name === 'a' && child.attrs.href !== undefined ? child.attrs.href : null
      if (INLINE.has(name) && nowHidden === hidden) {
        const from = buffer.length
        const linkBefore = linkChars
        const runsBefore = runs.length
        walk(child, block, heading, hidden, href ?? link, bold || name === 'b' || name === 'strong')
        if (href !== null && (linkChars > linkBefore || runs.length > runsBefore)) {
          const text =
            buffer.length > MAX_LINKED_CHARS ? '' : collapse(runs.length > runsBefore ? buffer : buffer.slice(from))
          if (text !== '') {
            anchors ??= []
            if (anchors.length < MAX_ANCHORS) anchors.push({ text, href })
          }
        }
      } else {
        flush(block, heading, hidden)
        const level = /^h[1-6]$/.test(name) ? Number(name[1]) : heading
        walk(child, child, level, nowHidden, link, bold)
        if (link !== null && buffer !== '') {
          anchors ??= []
          anchors.push({ text: collapse(buffer), href: link })
        }
        flush(child, level, nowHidden)
      }
    }
  }
  walk(root, root, 0, false, null, false)
  flush(root, 0, false)
  const prose = new Map<Element, number>()
  const content = new Map<Element, { runs: number; chars: number; links: number }>()
  for (const run of runs) {
    let near: Element | null = run.inner
    for (let i = 0; near && i < MEDIA_REACH; near = near.parent, i++) {
      const held = content.get(near)
      if (held) {
        held.runs++
        held.chars += run.text.length
        held.links += run.linkChars
      } else content.set(near, { runs: 1, chars: run.text.length, links: run.linkChars })
    }
    if (run.hidden || !isProse(run)) continue
    let up: Element | null = run.element
    for (let i = 0; up && i < PROSE_REACH; i++, up = up.parent) prose.set(up, (prose.get(up) ?? 0) + run.text.length)
  }
  const phrases: (PhraseFound | null | undefined)[] = []
  const phrase = (run: Run): PhraseFound | null => {
    let found = phrases[run.index]
    if (found === undefined) {
      found = furniturePhrase(run.text)
      phrases[run.index] = found
    }
    return found
  }
  const keys: (string | undefined)[] = []
  const key = (run: Run): string => {
    let folded = keys[run.index]
    if (folded === undefined) {
      folded = fold(run.text)
      keys[run.index] = folded
    }
    return folded
  }
  return { runs, phrase, key, cut: runs.length >= MAX_RUNS, media, prose, content }
}

/**
 * Lines between single `<br>`s, joined to paragraphs. Old systems end every paragraph with one `<br>`; addresses and
 * verse do so too, with short lines: a line is a paragraph of its own when it and the next are long and it ends like
 * a sentence.
 */
function paragraphsOf(lines: readonly string[]): string[] {
  const out: string[] = []
  let open: string[] = []
  let length = 0
  for (const line of lines) {
    const last = open.at(-1) ?? ''
    if (length > 60 && line.length > 60 && SENTENCE_ENDS.includes(last.charAt(last.length - 1))) {
      out.push(open.join('\n'))
      open = []
      length = 0
    }
    open.push(line)
    length += line.length
  }
  out.push(open.join('\n'))
  return out
}

const SENTENCE_ENDS = '.!?:»”"\'’)]。！？」'

function commonAncestor(a: Element, b: Element): Element {
  let [x, y] = [a, b]
  while (x !== y) {
    if (x.depth > y.depth) x = x.parent ?? x
    else y = y.parent ?? y
    if (x.parent === null && y.parent === null) return x
  }
  return x
}

/**
 * A reading for people, as a page in the terminal: headline, who and when, what to know before trusting it, the body -
 * and around it, a line each, what else the page holds.
 */
import type { Article } from '../page/index.ts'
import { beside, flowOf, type Part, tally, unprinted } from './flow.ts'
import type { Look } from './paint.ts'
import { when } from './when.ts'
import { clip, type Indent, pad, widthOf, wrap } from './wrap.ts'

/** How a page is drawn; `unfold` shows images, related links and what was left out in full. */
export interface PageLook extends Look {
  readonly unfold: boolean
}

const LABEL_WIDTH = 11

/** An indent whose first line bears a label. */
export function labelled(label: string, width: number = LABEL_WIDTH): Indent {
  return { first: pad(label, width), rest: ' '.repeat(width) }
}

/** Lines with the label of the first in its colour. */
function entry(label: string, text: string, { width, paint }: Look): string[] {
  const [first = '', ...rest] = wrap(text, width, labelled(label))
  return [paint.label(first.slice(0, LABEL_WIDTH)) + first.slice(LABEL_WIDTH), ...rest]
}

/** The page of an article, ending in a line feed. */
export function pageView(article: Article, look: PageLook): string {
  const sections = [top(article, look), notes(article, look), ...flowOf(article).map((part) => body(part, look))]
  const foot = footOf(article, look)
  if (foot.length > 0) sections.push([look.paint.dim('-'.repeat(look.width)), ...foot])
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function top(article: Article, look: Look): string[] {
  const { width, paint } = look
  const lines =
    article.headline === null
      ? [paint.dim('(no headline)')]
      : wrap(article.headline, width).map((line) => paint.headline(line))
  if (article.deck !== null) lines.push('', ...wrap(article.deck, width).map((line) => paint.heading(line)))
  const facts: string[] = []
  const fact = (label: string, value: string | null) => {
    if (value) facts.push(...entry(label, value, look))
  }
  fact('by', article.bylines.join(', '))
  fact('in', [article.outlet, article.section].filter(Boolean).join(' / '))
  fact('published', article.published && when(article.published))
  fact('modified', article.modified && when(article.modified))
  fact('dateline', article.dateline)
  fact('wire', article.wire)
  fact('address', article.url)
  return facts.length > 0 ? [...lines, '', ...facts] : lines
}

function notes(article: Article, { width, paint }: Look): string[] {
  return article.notes.flatMap(({ kind, message }) =>
    wrap(`${kind}: ${message}`, width, { first: '! ', rest: '  ' }).map((line) => paint.warning(line)),
  )
}

function body(part: Part, look: Look): string[] {
  const { width, paint } = look
  if (part.kind === 'list') return part.items.flatMap((item) => wrap(item, width, { first: '  * ', rest: '    ' }))
  if (part.kind === 'table') return table(part.rows, width)
  if (part.kind === 'related')
    return wrap(part.text, width, { first: '  -> ', rest: '     ' }).map((line) => paint.dim(line))
  const { block, text, credit } = part
  switch (block.kind) {
    case 'heading':
      return wrap(text, width).map((line) => paint.heading(line))
    case 'live-entry': {
      const time = block.time === undefined || text.includes(block.time) ? '' : `${when(block.time)}  `
      return wrap(`${time}${text}`, width, { first: '> ', rest: '  ' }).map((line) => paint.heading(line))
    }
    case 'quote':
      return wrap(text, width, { first: '  | ', rest: '  | ' })
    case 'caption':
      return wrap(`${text}${credit ? ` (${credit})` : ''}`, width, { first: '  [image] ', rest: '          ' }).map(
        (line) => paint.dim(line),
      )
    case 'note':
      return wrap(text, width, { first: '  [note] ', rest: '         ' })
    default:
      return wrap(text, width)
  }
}

/** Rows with their cells under each other, or one after another where that is too wide. */
function table(rows: readonly (readonly string[])[], width: number): string[] {
  const cells = rows.map((row) => row.map((cell) => clip(cell, Number.POSITIVE_INFINITY)))
  const widths: number[] = []
  for (const row of cells) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))
  if (widths.reduce((sum, own) => sum + own + 2, 0) > width)
    return cells.flatMap((row) => wrap(row.join(' | '), width, { first: '  ', rest: '    ' }))
  return cells.map((row) => `  ${row.map((cell, at) => pad(cell, widths[at] ?? 0)).join('  ')}`.trimEnd())
}

/** A line each: images, related, tags, copyright, left out. */
function footOf(article: Article, look: PageLook): string[] {
  const { width, unfold } = look
  const lines: string[] = []
  const fold = (label: string, text: string) => lines.push(...entry(label, clip(text, width - LABEL_WIDTH), look))
  const spread = (label: string, texts: readonly string[]) => {
    for (const [index, text] of texts.entries()) lines.push(...entry(index === 0 ? label : '', text, look))
  }
  const show = (label: string, texts: readonly string[], folded: string) => {
    if (texts.length > 0) unfold ? spread(label, texts) : fold(label, folded)
  }

  const images = unfold ? article.images : unprinted(article)
  const credits = [...new Set(article.images.flatMap(({ credit }) => (credit ? [credit] : [])))].join(', ')
  const imagesText = images.map(({ caption, credit, url }) =>
    [caption, credit ? `(${credit})` : null, url ? `<${url}>` : null].filter(Boolean).join(' '),
  )
  const count = article.images.length
  const inBody = count - images.length
  show('images', imagesText, `${count}${inBody > 0 ? `, ${inBody} above` : ''}${credits ? `; ${credits}` : ''}`)
  const others = beside(article)
  const otherTexts = others.map(
    ({ label, title, url }) => `${label ? `${label}: ` : ''}${title}${url ? ` <${url}>` : ''}`,
  )
  show('related', otherTexts, `${others.length}: ${others.map(({ title }) => title).join('; ')}`)
  show('tags', article.tags.length > 0 ? [article.tags.join(', ')] : [], article.tags.join(', '))
  show('copyright', article.copyright ? [article.copyright] : [], article.copyright ?? '')
  if (unfold)
    spread(
      'left out',
      article.leftOut.map(({ text, reason }) => `[${reason}] ${text}`),
    )
  else if (article.leftOut.length > 0)
    lines.push(...entry('left out', tally(article.leftOut.map(({ reason }) => reason)), look))
  return lines
}

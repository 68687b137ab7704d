/**
 * A reading for people, as a page in the terminal: headline, who and when, what to know before trusting it, the body
 * with its claims numbered in place, the claims - and, a line each, what else the page holds.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/index.ts'
import { when } from '../publish/when.ts'
import type { HeadlineCheck } from '../stories/drift/headline.ts'
import { type Choice, chosen, claimList, noClaims, unshown } from './claims.ts'
import { headlineLines } from './drift.ts'
import { beside, flowOf, type Part, tally, unprinted } from './flow.ts'
import { type Marks, marked, marksOf, withNumbers } from './marks.ts'
import type { Look } from './paint.ts'
import { clip, type Indent, pad, widthOf, wrap } from './wrap.ts'

/** How a page is drawn; `all` shows images, related links, what was left out and every claim. */
export type PageLook = Look & Choice

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

/**
 * The page of an article, its claims and what the headline made of them, ending in a line feed.
 * @param told lines on how its claims were read, under them
 */
export function pageView(
  article: Article,
  claims: readonly Claim[],
  look: PageLook,
  check: HeadlineCheck | null = null,
  told: readonly string[] = [],
): string {
  const shown = chosen(claims, look)
  const sections = [
    top(article, shown, look),
    notes(article, look),
    ...flowOf(article, marksOf(shown, 'text')).map((part) => numbered(body(part, look), look)),
    claimsOf(article, claims, shown, look),
    told,
    headlineLines(check, shown, look),
  ]
  const foot = footOf(article, look)
  if (foot.length > 0) sections.push([look.paint.dim('-'.repeat(look.width)), ...foot])
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** Lines with the numbers of their claims written out. */
const numbered = (lines: readonly string[], { paint }: Look): string[] =>
  lines.map((line) => withNumbers(line, (number) => paint.mark(`[${number}]`)))

/** The claims under the body, or why there are none. */
function claimsOf(article: Article, claims: readonly Claim[], shown: readonly Claim[], look: PageLook): string[] {
  const { width, paint } = look
  if (claims.length === 0) return wrap(noClaims(article), width).map((line) => paint.dim(line))
  const rest = unshown(claims, look)
  return [
    paint.heading(`claims: ${shown.length}`),
    ...claimList(shown, article, look),
    ...(rest === null ? [] : wrap(rest, width).map((line) => paint.dim(line))),
  ]
}

/** A line of text of its own, such as the headline, with the numbers of its claims. */
const withMarks = (text: string, marks: Marks): string => marked(text, { start: 0, end: text.length }, marks)

function top(article: Article, claims: readonly Claim[], look: Look): string[] {
  const { width, paint } = look
  const { headline, deck } = article
  const lines =
    headline === null
      ? [paint.dim('(no headline)')]
      : numbered(wrap(withMarks(headline, marksOf(claims, 'headline')), width), look).map((line) =>
          paint.headline(line),
        )
  if (deck !== null) {
    const set = numbered(wrap(withMarks(deck, marksOf(claims, 'deck')), width), look)
    lines.push('', ...set.map((line) => paint.heading(line)))
  }
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
  const { width, all } = look
  const lines: string[] = []
  const fold = (label: string, text: string) => lines.push(...entry(label, clip(text, width - LABEL_WIDTH), look))
  const spread = (label: string, texts: readonly string[]) => {
    for (const [index, text] of texts.entries()) lines.push(...entry(index === 0 ? label : '', text, look))
  }
  const show = (label: string, texts: readonly string[], folded: string) => {
    if (texts.length > 0) all ? spread(label, texts) : fold(label, folded)
  }

  const images = all ? article.images : unprinted(article)
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
  if (all)
    spread(
      'left out',
      article.leftOut.map(({ text, reason }) => `[${reason}] ${text}`),
    )
  else if (article.leftOut.length > 0)
    lines.push(...entry('left out', tally(article.leftOut.map(({ reason }) => reason)), look))
  return lines
}

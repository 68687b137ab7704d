/**
 * An article as Markdown (CommonMark with GitHub's tables and footnotes) with YAML front matter, its claims as footnotes.
 * The page's words stay words: what would be markup, HTML or a link in Markdown is escaped.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/index.ts'
import { escaped, link, opening } from '../publish/markdown.ts'
import { json } from '../publish/printable.ts'
import { when } from '../publish/when.ts'
import { claimLine } from './claims.ts'
import { flowOf, type Part } from './flow.ts'
import { type Marks, marked, marksOf, numberOf, withNumbers } from './marks.ts'

function frontMatter(article: Article): string {
  const fields: [string, unknown][] = [
    ['headline', article.headline],
    ['deck', article.deck],
    ['bylines', article.bylines],
    ['published', article.published],
    ['modified', article.modified],
    ['dateline', article.dateline],
    ['wire', article.wire],
    ['outlet', article.outlet],
    ['section', article.section],
    ['tags', article.tags],
    ['url', article.url],
    ['copyright', article.copyright],
    ['lang', article.lang],
    ['notes', article.notes.map(({ message }) => message)],
  ]
  // JSON is YAML 1.2.
  const lines = fields.flatMap(([name, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [`${name}: ${json(value)}`],
  )
  return ['---', ...lines, '---'].join('\n')
}

function part(part: Part): string {
  if (part.kind === 'list') return part.items.map((item) => `- ${opening(item)}`).join('\n')
  if (part.kind === 'related') {
    const { label, title, url } = part.related
    return `${label ? `${opening(label)}: ` : ''}${link(title, url)}`
  }
  if (part.kind === 'table') {
    const columns = Math.max(...part.rows.map((row) => row.length))
    const row = (cells: readonly string[]) =>
      `| ${Array.from({ length: columns }, (_, at) => escaped(cells[at] ?? '')).join(' | ')} |`
    const [head = [], ...rest] = part.rows
    return [row(head), `|${' --- |'.repeat(columns)}`, ...rest.map(row)].join('\n')
  }
  const { block, text, credit } = part
  switch (block.kind) {
    case 'heading':
      return `## ${escaped(text)}`
    case 'live-entry': {
      const time = block.time === undefined || text.includes(block.time) ? '' : `${when(block.time)} `
      return `## ${escaped(`${time}${text}`)}`
    }
    case 'quote':
      return text
        .split('\n')
        .map((line) => `> ${opening(line)}`)
        .join('\n')
    case 'caption':
      return `*${escaped(text)}${credit ? ` (${escaped(credit)})` : ''}*`
    case 'note':
      return `*${escaped(text)}*`
    default:
      return text
        .split('\n')
        .map((line) => opening(line))
        .join('\\\n')
  }
}

/** The Markdown of an article with the claims given, ending in a line feed. */
export function markdown(article: Article, claims: readonly Claim[] = []): string {
  const { headline, deck } = article
  const line = (text: string, marks: Marks) => escaped(marked(text, { start: 0, end: text.length }, marks))
  const body = [
    ...(headline === null ? [] : [`# ${line(headline, marksOf(claims, 'headline'))}`]),
    ...(deck === null ? [] : [`**${line(deck, marksOf(claims, 'deck'))}**`]),
    ...flowOf(article, marksOf(claims, 'text')).map(part),
  ].map((text) => withNumbers(text, (number) => `[^${number}]`))
  const notes = claims.map((claim) => `[^${numberOf(claim)}]: ${opening(claimLine(claim, article))}`)
  return `${[frontMatter(article), ...body, ...(notes.length > 0 ? [notes.join('\n')] : [])].join('\n\n')}\n`
}

/**
 * The article in reading order: its blocks and the pointers to other articles printed between them, with rows of a
 * table and items of a list put together.
 */
import type { Article, Block, Related } from '../page/index.ts'
import { type Marks, marked } from './marks.ts'

/** One thing in the flow; `text`, `items` and `rows` have the numbers of claims in place. */
export type Part =
  | { readonly kind: 'block'; readonly block: Block; readonly text: string; readonly credit: string | null }
  | { readonly kind: 'related'; readonly related: Related; readonly text: string }
  | { readonly kind: 'list'; readonly items: string[] }
  | { readonly kind: 'table'; readonly rows: string[][] }

/** The parts of an article, first to last, with the numbers of its claims. */
export function flowOf(article: Article, marks: Marks = []): Part[] {
  const { text } = article
  const credits = new Map(
    article.images.flatMap(({ caption, credit }) => (caption ? [[caption, credit] as const] : [])),
  )
  const pointers = article.related.flatMap((related) => (related.start === undefined ? [] : [related]))
  const spans = [
    ...article.blocks.map((block) => ({ start: block.start, block })),
    ...pointers.map((related) => ({ start: related.start ?? 0, related })),
  ].sort((a, b) => a.start - b.start)
  const parts: Part[] = []
  for (const span of spans) {
    const last = parts.at(-1)
    if ('related' in span) {
      const { related } = span
      parts.push({
        kind: 'related',
        related,
        text: marked(text, { start: span.start, end: related.end ?? span.start }, marks),
      })
      continue
    }
    const { block } = span
    const printed = marked(text, block, marks)
    if (block.kind === 'list-item') {
      if (last?.kind === 'list') last.items.push(printed)
      else parts.push({ kind: 'list', items: [printed] })
    } else if (block.kind === 'table-row') {
      if (last?.kind === 'table') last.rows.push(printed.split('\t'))
      else parts.push({ kind: 'table', rows: [printed.split('\t')] })
    } else {
      const credit = credits.get(text.slice(block.start, block.end)) ?? null
      parts.push({ kind: 'block', block, text: printed, credit })
    }
  }
  return parts
}

/** Pointers that stand beside the article, not in it. */
export function beside(article: Article): Related[] {
  return article.related.filter(({ start }) => start === undefined)
}

/** Captions and credits of images that are not printed as a block. */
export function unprinted(article: Article): Article['images'] {
  const printed = new Set(
    article.blocks.filter(({ kind }) => kind === 'caption').map(({ start, end }) => article.text.slice(start, end)),
  )
  return article.images.filter(({ caption }) => caption === null || !printed.has(caption))
}

/** How many blocks of each kind: `5 paragraphs, 1 caption`. */
export function kindsOf(article: Article): string {
  const names: Readonly<Record<string, string>> = {
    'live-entry': 'live entry',
    'list-item': 'list item',
    'table-row': 'table row',
  }
  return tally(
    article.blocks.map(({ kind }) => names[kind] ?? kind),
    (name) => name.replace(/y$/, 'ie').concat('s'),
  )
}

/** How many of each: `5 navigation, 2 advertisement`, most first. */
export function tally(names: Iterable<string>, plural: (name: string) => string = (name) => name): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${count === 1 ? name : plural(name)}`)
    .join(', ')
}

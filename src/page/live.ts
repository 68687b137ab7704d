/**
 * Live blogs: which blocks open an entry, and at what time.
 *
 * An entry is one of several siblings of the same kind that each carry a time of their own (schema.org LiveBlogPosting
 * calls them liveBlogUpdate).
 */
import { isoOf } from './dates.ts'
import type { Page } from './runs.ts'
import { type Structured, typesOf } from './structured.ts'
import { attr, type Element, textOf } from './tree.ts'

/** An entry's element and its time: ISO where marked up, else as printed. */
export interface LiveEntry {
  readonly element: Element
  readonly time: string | null
}

const CLOCK =
  /^(?:\p{L}{2,9}\.?,?\s)?(?:\d{1,2}\.?\s\p{L}+\.?,?\s(?:\d{4},?\s)?(?:at\s)?)?(\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)(?:\s?(?:uhr|\p{Lu}{2,4}))?$/iu
/** Fewer timed siblings than this are a list of cards, not a live blog. */
const MIN_ENTRIES = 3

/** Whether the page calls itself a live blog. */
function isLiveBlog(structured: Structured): boolean {
  return (
    structured.nodes.some((node) => typesOf(node).includes('LiveBlogPosting')) ||
    structured.itemprops.some((element) => attr(element, 'itemprop') === 'liveBlogUpdate')
  )
}

/** The entries of a live blog, in page order; none for other pages. */
export function liveEntriesOf(page: Page, structured: Structured, isBody: (index: number) => boolean): LiveEntry[] {
  if (!isLiveBlog(structured)) return []
  // Every time on the page votes for the ancestors it could date; entries are siblings that share parent, tag and class.
  const dated = new Map<Element, string | null>()
  const note = (start: Element, time: string | null): void => {
    for (let up: Element | null = start, i = 0; up && i < 8 && up.name !== 'body'; up = up.parent, i++)
      if (!dated.has(up)) dated.set(up, time)
  }
  for (const time of structured.times) note(time, isoOf(attr(time, 'datetime'), null) ?? textOf(time))
  for (const run of page.runs) {
    const clock = run.text.length < 40 ? CLOCK.exec(run.text) : null
    if (clock && !dated.has(run.element)) note(run.element, clock[1] ?? null)
  }
  const bodyUnder = new Set<Element>()
  for (const run of page.runs)
    if (isBody(run.index))
      for (let up: Element | null = run.element, i = 0; up && i < 12; up = up.parent, i++) bodyUnder.add(up)
  const families = new Map<Element, Map<string, Element[]>>()
  for (const element of dated.keys()) {
    if (!element.parent || !bodyUnder.has(element)) continue
    const kind = `${element.name}.${attr(element, 'class').split(/\s+/)[0] ?? ''}`
    const byKind = families.get(element.parent) ?? new Map<string, Element[]>()
    const family = byKind.get(kind)
    if (family) family.push(element)
    else byKind.set(kind, [element])
    families.set(element.parent, byKind)
  }
  const best = [...families.values()]
    .flatMap((byKind) => [...byKind.values()])
    .sort((a, b) => b.length - a.length || (a[0]?.depth ?? 0) - (b[0]?.depth ?? 0))[0]
  return best && best.length >= MIN_ENTRIES
    ? best.map((element) => ({ element, time: dated.get(element) ?? null }))
    : []
}

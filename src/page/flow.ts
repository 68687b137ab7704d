/**
 * The body model's answers for single runs, made to agree with each other: tables and lists are kept or left out whole,
 * and a run that the model doubts joins the flow it stands in.
 */
import type { LeftOutReason } from './article.ts'
import { PLACE_BIT } from './furniture.ts'
import type { Page, Run } from './runs.ts'
import type { Element } from './tree.ts'

/** From even odds on, a run is part of the body. */
export const BODY = 0.5
/** Down to this one, if it stands in the flow of runs that are. */
const DOUBT = 0.1
/** Running text joins a flow that begins at most this many runs later. */
const BEFORE_FLOW = 12
/** A flow is at least this many words of kept text in one box. */
const FLOW_WORDS = 60

/** A table is kept or left out whole: its rows get their mean probability. */
export function oneAnswerPerTable(page: Page, probability: Float32Array): void {
  const tables = new Map<Element, number[]>()
  for (const run of page.runs) {
    if (run.element.name !== 'tr') continue
    let table: Element = run.element
    while (table.name !== 'table' && table.parent) table = table.parent
    tables.set(table, [...(tables.get(table) ?? []), run.index])
  }
  for (const rows of tables.values()) {
    const mean = rows.reduce((sum, index) => sum + (probability[index] ?? 0), 0) / rows.length
    for (const index of rows) probability[index] = mean
  }
}

/**
 * Hysteresis: a run that the model doubts is kept when its box holds kept runs on both sides or right before it.
 *
 * A paragraph's box is its parent; a list item's the parent of its list; wrappers around one thing are looked through.
 */
export function joinTheirFlow(page: Page, probability: Float32Array): void {
  const boxOf = (run: Run): Element | null => {
    const item = run.element.name === 'li' ? run.element : run.element.parent?.name === 'li' ? run.element.parent : null
    const held = page.content.get(item?.parent ?? run.element)?.runs ?? 0
    let box = item ? (item.parent?.parent ?? null) : run.element.parent
    for (let i = 0; box?.parent && i < 2 && (page.content.get(box)?.runs ?? 99) <= held; i++) box = box.parent
    return box
  }
  const kept = new Map<Element, { first: number; last: number; words: number }>()
  for (const run of page.runs) {
    if ((probability[run.index] ?? 0) < BODY) continue
    const box = boxOf(run)
    if (!box) continue
    const held = kept.get(box)
    if (held) {
      held.last = run.index
      held.words += run.words
    } else kept.set(box, { first: run.index, last: run.index, words: run.words })
  }
  // A list is kept whole when most of it is.
  const lists = new Map<Element, Run[]>()
  for (const run of page.runs) {
    const list = run.element.name === 'li' ? run.element.parent : null
    if (!list || run.hidden || run.linkChars > run.text.length * 0.4) continue
    const items = lists.get(list)
    if (items) items.push(run)
    else lists.set(list, [run])
  }
  for (const items of lists.values()) {
    if (items.filter((run) => (probability[run.index] ?? 0) >= BODY).length * 2 <= items.length) continue
    for (const run of items) probability[run.index] = Math.max(BODY, probability[run.index] ?? 0)
  }
  for (const run of page.runs) {
    const chance = probability[run.index] ?? 0
    if (
      chance >= BODY ||
      chance < DOUBT ||
      run.words < 4 ||
      run.hidden ||
      run.linkChars > run.text.length * 0.4 ||
      page.phrase(run)
    )
      continue
    const box = boxOf(run)
    const held = box ? kept.get(box) : undefined
    const before = run.words >= 12 ? BEFORE_FLOW : 0
    if (held && held.words > FLOW_WORDS && run.index > held.first - before && run.index <= held.last + 2)
      probability[run.index] = BODY
  }
}

/**
 * Rows of tables that stand between the body's paragraphs, in the same flow. The marked pages the model learned from
 * mostly leave tables out; a reader of figures wants them.
 */
export function tablesWithin(
  page: Page,
  body: ReadonlySet<number>,
  certain: readonly (LeftOutReason | null)[],
): number[] {
  const flow = new Set<Element>()
  for (const index of body) {
    const run = page.runs[index]
    if (run && run.words >= 12)
      for (let up: Element | null = run.element.parent, i = 0; up && i < 3 && up.name !== 'body'; up = up.parent, i++)
        flow.add(up)
  }
  const first = Math.min(...body)
  const last = Math.max(...body)
  return page.runs.flatMap((run) => {
    if (
      run.element.name !== 'tr' ||
      run.index < first ||
      run.index > last ||
      certain[run.index] ||
      run.hidden ||
      run.linkChars > run.text.length * 0.5
    )
      return []
    for (let up: Element | null = run.element, i = 0; up && i < 9; up = up.parent, i++) {
      if (
        up.places & (PLACE_BIT.related | PLACE_BIT.advertisement | PLACE_BIT.share | PLACE_BIT.newsletter) &&
        !flow.has(up)
      )
        return []
      if (flow.has(up)) return [run.index]
    }
    return []
  })
}

/** An article of fewer words than this beside the headline's is too little to be sure of it. */
const OWN_WORDS = 80

/**
 * Runs of another article on the page: sites append the next story below the one that was asked for. They stand in an
 * `article` element apart from the headline's, under a heading of their own.
 */
export function otherArticles(page: Page, headlineRun: number, isLikely: (index: number) => boolean): Set<number> {
  const articleOf = (run: Run): Element | null => {
    let up: Element | null = run.element
    while (up && up.name !== 'article') up = up.parent
    return up
  }
  const headline = page.runs[headlineRun]
  const own = headline ? articleOf(headline) : null
  if (!own) return new Set()
  const isApart = (article: Element): boolean => {
    for (let up: Element | null = article; up; up = up.parent) if (up === own) return false
    for (let up: Element | null = own; up; up = up.parent) if (up === article) return false
    return true
  }
  const others = new Map<Element, { runs: number[]; headed: boolean }>()
  let ownWords = 0
  for (const run of page.runs) {
    const article = articleOf(run)
    if (article === null) continue
    if (!isApart(article)) {
      if (isLikely(run.index)) ownWords += run.words
      continue
    }
    const held = others.get(article) ?? { runs: [], headed: false }
    held.runs.push(run.index)
    if (run.heading === 1 || run.heading === 2) held.headed = true
    others.set(article, held)
  }
  if (ownWords < OWN_WORDS) return new Set()
  return new Set([...others.values()].filter(({ headed }) => headed).flatMap(({ runs }) => runs))
}

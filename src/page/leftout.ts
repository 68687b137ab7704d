/**
 * Why a run is not in the article: what it says, where it stands, what its place is called.
 */
import type { LeftOutReason } from './article.ts'
import { PLACE_BIT, type Place } from './furniture.ts'
import type { Page, Run } from './runs.ts'
import type { Element } from './tree.ts'

/** Places that name a reason, in the order they are believed when one element names several. */
const PLACE_REASONS: readonly (readonly [Place, LeftOutReason])[] = [
  ['consent', 'consent'],
  ['comments', 'comments'],
  ['newsletter', 'newsletter'],
  ['paywall', 'paywall'],
  ['advertisement', 'advertisement'],
  ['share', 'share'],
  ['tags', 'tags'],
  ['related', 'related'],
  ['author', 'author bio'],
  ['navigation', 'navigation'],
  ['footer', 'navigation'],
  ['embed', 'embed'],
  ['date', 'date'],
  ['caption', 'caption'],
  ['list', 'related'],
]
const TAG_REASONS = new Map<string, LeftOutReason>([
  ['nav', 'navigation'],
  ['footer', 'navigation'],
  ['form', 'form'],
  ['button', 'navigation'],
  ['aside', 'related'],
  ['header', 'navigation'],
])
const REACH = 9

/** Reasons that spread: what a form or a section says of itself holds for the lines around it. */
const SPREADS = new Set<LeftOutReason>(['newsletter', 'consent', 'comments', 'paywall', 'donation'])
/** Reasons that say little, and yield to what spreads. */
const WEAK = new Set<LeftOutReason>([
  'outside the article',
  'navigation',
  'related',
  'terms',
  'form',
  'hidden',
  'player',
  'embed',
])
/** A box of at most this many runs is one thing: a form, a teaser, an offer. */
const BOX_RUNS = 14

/**
 * For each run, why it is left out if it is.
 * @param certain the reasons found by `certainFurniture`
 * @param body indices of the runs that are kept
 */
export function reasonsOf(
  page: Page,
  certain: readonly (LeftOutReason | null)[],
  body: ReadonlySet<number>,
): LeftOutReason[] {
  const { runs } = page
  const first = body.size > 0 ? runs.findIndex((run) => body.has(run.index)) : runs.length
  const last = runs.findLastIndex((run) => body.has(run.index))
  const reasons = runs.map((run) =>
    reasonOf(run, page, certain[run.index] ?? null, run.index < first, run.index > last),
  )
  // A box: the runs under the highest ancestor near by that holds none of the body.
  const boxes = new Map<Element, number[]>()
  const bodyUnder = new Set<Element>()
  for (const index of body)
    for (let up: Element | null = runs[index]?.inner ?? null, i = 0; up && i < 30; up = up.parent, i++)
      bodyUnder.add(up)
  for (const run of runs) {
    let box: Element | null = null
    for (let up: Element | null = run.inner, i = 0; up && i < REACH && !bodyUnder.has(up); up = up.parent, i++)
      if ((page.content.get(up)?.runs ?? 99) <= BOX_RUNS) box = up
    if (!box) continue
    const held = boxes.get(box)
    if (held) held.push(run.index)
    else boxes.set(box, [run.index])
  }
  for (const indices of boxes.values()) {
    const said = indices
      .map((i) => page.phrase(runs[i] as Run)?.reason)
      .find((reason) => reason !== undefined && SPREADS.has(reason))
    if (said) for (const i of indices) if (WEAK.has(reasons[i] as LeftOutReason)) reasons[i] = said
  }
  // A label opens a section: what follows "Comments" or "Most read", up to the next label, is that.
  let label: LeftOutReason | null = null
  runs.forEach((run, i) => {
    if (body.has(i)) label = null
    else if (run.words <= 5) {
      const phrase = page.phrase(run)
      if (phrase && phrase.where !== 'holds' && (phrase.reason === 'comments' || phrase.reason === 'related'))
        label = phrase.reason
      else if (run.heading > 0) label = null
    }
    if (label && reasons[i] === 'outside the article') reasons[i] = label
  })
  return reasons
}

/** @param before whether the run stands before the article's first block, and `after` its last */
function reasonOf(run: Run, page: Page, certain: LeftOutReason | null, before: boolean, after: boolean): LeftOutReason {
  const phrase = page.phrase(run)
  if (certain === 'comments' || certain === 'consent') return certain
  if (phrase && !(phrase.where === 'holds' && run.words > 80)) return phrase.reason
  if (certain) return certain
  for (
    let up: Element | null = run.element, level = 0;
    up && level < REACH && up.name !== 'body';
    up = up.parent, level++
  ) {
    if ((page.prose.get(up) ?? 0) > 1200) break
    const bits = up.places
    if (bits !== 0) {
      for (const [place, reason] of PLACE_REASONS)
        if (bits & PLACE_BIT[place] && !(level > 3 && bits & (PLACE_BIT.body | PLACE_BIT.headline))) return reason
    }
    const reason = TAG_REASONS.get(up.name)
    if (reason && !(up.name === 'header' && !before)) return reason
  }
  if (run.hidden) return 'hidden'
  if (run.linkChars > run.text.length * 0.6)
    return before ? 'navigation' : after ? (run.words > 3 ? 'related' : 'navigation') : 'related'
  return 'outside the article'
}

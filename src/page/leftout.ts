/**
 * Why a run is not in the article: what it says, where it stands, what its place is called.
 */
import type { LeftOutReason } from './article.ts'
import { furniturePhrase, PLACE_BIT, type Place } from './furniture.ts'
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
const TAG_REASONS: Readonly<Record<string, LeftOutReason>> = { nav: 'navigation', footer: 'navigation', form: 'form', button: 'navigation', aside: 'related', header: 'navigation' }
const REACH = 9

/**
 * @param certain the reason found by `certainFurniture`, if any
 * @param before whether the run stands before the article's first block, and `after` its last
 */
export function reasonOf(run: Run, page: Page, certain: LeftOutReason | null, before: boolean, after: boolean): LeftOutReason {
  const phrase = furniturePhrase(run.text)
  if (certain === 'comments' || certain === 'consent') return certain
  if (phrase && !(phrase.where === 'holds' && run.words > 80)) return phrase.reason
  if (certain) return certain
  for (let up: Element | null = run.element, level = 0; up && level < REACH && up.name !== 'body'; up = up.parent, level++) {
    const bits = page.places(up)
    if (bits !== 0) {
      for (const [place, reason] of PLACE_REASONS) if (bits & PLACE_BIT[place] && !(level > 3 && bits & (PLACE_BIT.body | PLACE_BIT.headline))) return reason
    }
    const reason = TAG_REASONS[up.name]
    if (reason && !(up.name === 'header' && !before)) return reason
  }
  if (run.hidden) return 'hidden'
  if (run.linkChars > run.text.length * 0.6) return before ? 'navigation' : after ? (run.words > 3 ? 'related' : 'navigation') : 'related'
  return 'outside the article'
}

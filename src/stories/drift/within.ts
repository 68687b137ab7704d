/**
 * Drift within one article: from the fullest telling of each statement - a quotation before a paraphrase - to its other
 * mentions in the text, to the lede, the deck, the headline, the captions and the address of the page.
 */
import type { Claim } from '../../claims/claim.ts'
import { documentOf } from '../../language/document.ts'
import type { Article } from '../../page/article.ts'
import { bodyOf } from './body.ts'
import { countedTwice } from './counted.ts'
import type { Drift, DriftKind } from './drift.ts'
import { headlineCheck } from './headline.ts'
import { fullest, isTelling, onceEach, reportOf } from './report.ts'
import { driftOf } from './retold.ts'
import { isSameSource } from './source.ts'
import { lineOf, type Telling } from './telling.ts'
import { isContent, wordsOf } from './words.ts'

/** What the words of an address can be held to: they leave out small words by custom. */
const OF_SLUG: ReadonlySet<DriftKind> = new Set([
  'bound turned',
  'figure changed',
  'measure changed',
  'verb strengthened',
])
/** The other half of a measure, perhaps cut short: `killed woun`. */
const CUT_SHORT = /\b(?:wou|inj|hur|cas)\p{L}*/iu
/** What a deck can be held to: its source is often the headline's. */
const NOT_OF_DECK: DriftKind = 'attribution dropped'

/** All drift within an article, the headline's first, then in the order of the page. */
export function driftWithin(article: Article, claims: readonly Claim[]): readonly Drift[] {
  const body = bodyOf(article, claims)
  const { text, blocks, deck, url } = article
  const found: Drift[] = [...(headlineCheck(article, claims)?.drift ?? [])]
  if (deck !== null && deck.length <= LONGEST)
    for (const line of sentencesOf(deck, claims))
      found.push(...reportOf([line], body, article).drift.filter(({ kind }) => kind !== NOT_OF_DECK))
  for (const { kind, start, end } of blocks)
    if (kind === 'caption' && end - start <= LONGEST) {
      const line = lineOf(text, { start, end }, 'caption')
      if (line.figures.length > 0)
        found.push(
          ...reportOf([line], body, article).drift.filter(
            (drift) => isOfFigure(drift, line) || drift.kind === 'figure changed',
          ),
        )
    }
  const slug = slugOf(url)
  if (slug !== null) {
    const line = lineOf(slug, { start: 0, end: slug.length }, 'slug')
    found.push(
      ...reportOf([line], body, article).drift.filter(
        ({ kind }) => OF_SLUG.has(kind) && !(kind === 'measure changed' && CUT_SHORT.test(slug)),
      ),
    )
  }
  return [...found, ...mentionDrift(body)]
}

/** A line longer than this is none, in characters. */
const LONGEST = 1000

/** The sentences of a deck as lines, each with what it attributes. */
function sentencesOf(deck: string, claims: readonly Claim[]): Telling[] {
  const own = claims.filter((claim) => claim.in === 'deck' && claim.type !== 'none')
  return documentOf(deck).sentences.map(({ start, end }) => {
    const claim = own.find(({ content }) => content.start >= start && content.end <= end)
    return lineOf(deck, { start, end }, 'deck', claim ?? null)
  })
}

/** What numbers a page in its address, before or after the words. */
const NUMBERED = /^(?:[a-z]? ?\d{5,} )+|(?: [a-z]{0,3} ?\d{5,})+$/gi

/** The words of an address: those of its last part that has three or more, with spaces for what joins them. */
export function slugOf(url: string | null): string | null {
  const path = url === null ? '' : url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  for (const part of path.split('/').reverse()) {
    if (part.length > LONGEST) continue
    const words = part
      .replace(/\.\w{1,5}$/, '')
      .replace(/[-_+]/g, ' ')
      .replace(NUMBERED, '')
    if (
      words
        .trim()
        .split(/ +/)
        .filter((word) => /\p{L}{2}/u.test(word)).length >= 3
    )
      return words
  }
  return null
}

/** Two mentions of one figure must share so much of the shorter one's words. */
const ALIKE = 0.34
/** So many mentions of one statement are compared. */
const MENTIONS = 12

/** The drift between mentions of one statement in the running text: the same speaker, the same telling figure. */
function mentionDrift(body: readonly Telling[]): Drift[] {
  const counted = body.filter(({ figures, type }) => type !== 'none' && figures.some(isTelling))
  const groups: Telling[][] = []
  for (const telling of counted.slice(0, 500)) {
    const group = groups.find(([first]) => first !== undefined && isSameStatement(first, telling))
    if (group === undefined) groups.push([telling])
    else if (group.length < MENTIONS) group.push(telling)
  }
  return groups.flatMap((group) => {
    if (group.length < 2) return []
    const from = fullest(group)
    return onceEach(
      group.filter((to) => to !== from).flatMap((to) => driftOf(from, to).filter((drift) => isOfFigure(drift, to))),
    )
  })
}

/** Mentions of one figure may differ in what else they say of it: only the figure is compared. */
const isOfFigure = ({ kind, to: { start, end } }: Drift, { figures }: Telling): boolean =>
  kind === 'bound turned' ||
  kind === 'measure changed' ||
  kind === 'population narrowed' ||
  (kind === 'hedge dropped' && figures.some((figure) => figure.start === start && figure.end === end))

/** Are two tellings of one article the same statement: by one speaker, with one telling figure, in like words? */
export function isSameStatement(one: Telling, other: Telling): boolean {
  if (one.speaker === null || other.speaker === null || !isSameSource(one.speaker, other.speaker)) return false
  if (!countedTwice(one, other).some(([figure]) => isTelling(figure))) return false
  const stems = ({ words }: Telling) =>
    new Set(
      wordsOf(words.text)
        .filter(isContent)
        .map(({ stem }) => stem),
    )
  const [a, b] = [stems(one), stems(other)]
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared >= ALIKE * Math.min(a.size, b.size)
}

/**
 * The deck (standfirst): the line or two under the headline that are not yet the body.
 *
 * It stands between the headline and the body's first paragraph, set apart by its markup, or is the text by which the
 * page describes itself.
 */
import type { Evidence } from './article.ts'
import { fold } from './fold.ts'
import { PLACE_BIT } from './furniture.ts'
import type { Page, Run } from './runs.ts'
import { plain, type Structured, strings } from './structured.ts'
import { signatureOf } from './survey.ts'
import { attr, type Element } from './tree.ts'

export interface Deck {
  readonly text: string
  readonly runs: readonly number[]
  readonly evidence: Evidence
}

/** How many runs after the headline a deck may stand: bylines, dates, share buttons and a picture come between. */
const REACH = 40
const MAX_DECK_CHARS = 700

/**
 * @param isBody whether the body model keeps a run
 * @param taken runs that are something else already: captions, bylines, dates, furniture
 */
export function deckOf(
  page: Page,
  structured: Structured,
  headlineRun: number,
  isBody: (index: number) => boolean,
  taken: (index: number) => boolean,
): Deck | null {
  if (headlineRun < 0) return null
  const { runs } = page
  const descriptions = [
    ...structured.articles
      .slice(0, 1)
      .flatMap((node) => [...strings(node.description), ...strings(node.alternativeHeadline)])
      .map(plain),
    ...(structured.meta.get('og:description') ?? []),
    ...(structured.meta.get('description') ?? []),
    ...(structured.meta.get('twitter:description') ?? []),
  ]
    .map(fold)
    .filter((text) => text.length > 20)
  const body: Run[] = runs.filter((run) => run.index > headlineRun && isBody(run.index) && !taken(run.index))
  const second = body[1]
  // A second heading that says the headline again, by another title of the page's, is no deck.
  const titles = [
    ...structured.articles
      .slice(0, 1)
      .flatMap((node) => strings(node.headline))
      .map(plain),
    ...(structured.meta.get('og:title') ?? []),
    structured.title ?? '',
  ]
    .map(fold)
    .filter((text) => text.length > 12)
  const headline = runs[headlineRun] ? page.key(runs[headlineRun]) : ''
  let chosen: { run: Run; because: string } | null = null
  for (const run of runs.slice(headlineRun + 1, headlineRun + 1 + REACH)) {
    if (
      taken(run.index) ||
      run.hidden ||
      run.words < 4 ||
      run.text.length > MAX_DECK_CHARS ||
      run.linkChars > run.text.length * 0.6
    )
      continue
    const key = page.key(run)
    if (key === headline || headline.includes(key)) continue
    if (
      run.heading > 0 &&
      titles.some((title) => title.includes(key) || key.includes(title) || key.endsWith(title.slice(0, 60)))
    )
      continue
    // Past the first paragraph nothing is a deck any more.
    if (second && run.index >= second.index) break
    const place = namedDeck(run.inner, page)
    const repeats = descriptions.some(
      (text) =>
        text === key ||
        (key.length > 40 && (text.startsWith(key) || (key.startsWith(text) && text.length > key.length * 0.8))),
    )
    const apart = second !== undefined && signatureOf(run.element) !== signatureOf(second.element)
    if (place && (apart || second === undefined)) {
      chosen = { run, because: place }
      break
    }
    if (run.heading >= 2 && run.index <= headlineRun + 4 && run.words >= 6) {
      chosen = { run, because: `h${run.heading} under the headline` }
      break
    }
    if (repeats && apart) {
      chosen = { run, because: "the page's own description" }
      break
    }
    const inBodyBox =
      second !== undefined &&
      (isBody(run.index) || (run.element.depth >= second.element.depth - 2 && shareBox(run.element, second.element)))
    if (
      inBodyBox &&
      run.words <= BOLD_DECK &&
      boldThroughout(run) &&
      body.some((other) => other.index > run.index && !boldThroughout(other))
    ) {
      chosen = { run, because: 'set bold above the body' }
      break
    }
    if (isBody(run.index) && !place) break
  }
  if (!chosen) return null
  const { run, because } = chosen
  // A deck of several lines may be several runs in one element; the body's paragraphs may be, too.
  const runsOfDeck = [run.index]
  let length = run.text.length
  for (const other of runs.slice(run.index + 1, run.index + 4)) {
    length += other.text.length
    if (other.element !== run.element || length > MAX_DECK_CHARS || isBody(other.index) !== isBody(run.index)) break
    if (isBody(other.index) && !boldThroughout(other)) break
    runsOfDeck.push(other.index)
  }
  return {
    text: runsOfDeck.map((i) => runs[i]?.text.replaceAll('\n', ' ') ?? '').join(' '),
    runs: runsOfDeck,
    evidence: {
      from: `${run.element.name}${attr(run.element, 'class') ? `.${attr(run.element, 'class').split(/\s+/)[0]}` : ''}`,
      because,
    },
  }
}

/** A bold first line of at most this many words is a deck; a longer one is a first paragraph set bold. */
const BOLD_DECK = 40

/** Whether two elements hang in the same box, two levels up at most. */
function shareBox(a: Element, b: Element): boolean {
  const above = [b.parent, b.parent?.parent, b.parent?.parent?.parent]
  return [a.parent, a.parent?.parent].some(
    (up) => up !== null && up !== undefined && above.includes(up) && up.name !== 'body',
  )
}

const boldThroughout = (run: Run): boolean => run.boldChars >= run.text.length * 0.9

function namedDeck(element: Element, page: Page): string | null {
  for (let up: Element | null = element, i = 0; up && i < 3; up = up.parent, i++) {
    if (up.name === 'body' || up.name === 'article' || up.name === 'main') return null
    const prop = attr(up, 'itemprop').toLowerCase()
    if (prop === 'description' || prop === 'alternativeheadline') return `itemprop ${prop}`
    if (up.places & PLACE_BIT.deck && (page.prose.get(up) ?? 0) < 900)
      return `a place named ${(attr(up, 'class') || attr(up, 'id')).split(/\s+/)[0]}`
  }
  return null
}

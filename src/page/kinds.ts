/**
 * What kind of block a run is, and which runs repeat the body or stand apart from it: pull quotes, key points,
 * corrections, the furniture's own words.
 */
import type { BlockKind, LeftOutReason } from './article.ts'
import type { Page, Run } from './runs.ts'
import type { Element } from './tree.ts'

const NOTE =
  /^(?:\(?(?:correction|corrections|clarification|editor['’]?s['’]? note|update|author['’]s note|note|anmerkung der redaktion|anm\. d\. red|korrektur|hinweis|nota de la redacción|corrección|rectificatif|errata|hinweis der redaktion|transparenzhinweis)\b\s?[:：(.–—]|this (?:article|story|piece) (?:has been|was) (?:updated|corrected|amended))/i

/** The kind of block that a kept run is; a caption or a live entry is told elsewhere. */
export function kindOf(run: Run): BlockKind {
  if (run.heading > 0) return 'heading'
  if (run.element.name === 'tr') return 'table-row'
  if (NOTE.test(run.text)) return 'note'
  for (let up: Element | null = run.element, i = 0; up && i < 6; up = up.parent, i++) {
    if (up.name === 'blockquote') return 'quote'
    if (up.name === 'li' || up.name === 'dd' || up.name === 'dt') return i <= 2 ? 'list-item' : 'paragraph'
    if (up.name === 'article' || up.name === 'section' || up.name === 'main') break
  }
  return 'paragraph'
}

/** Corrections and editor's notes just before or after the body, which the marked pages mostly leave out. */
export function notesAround(wanted: readonly Run[], runs: readonly Run[]): Run[] {
  const first = wanted[0]?.index ?? 0
  const last = wanted.at(-1)?.index ?? -1
  const held = new Set(wanted)
  return runs
    .slice(Math.max(0, first - 4), last + 7)
    .filter((run) => !held.has(run) && CORRECTION.test(run.text) && run.words > 5 && run.words < 120 && !run.hidden)
}
const CORRECTION =
  /^\(?(?:correction|corrections|clarification|editor['’]?s note|korrektur|corrección|rectificatif|errata|correzione)\s?[:：(.–—]/i

/** Pull quotes: short runs set apart whose words stand in a longer paragraph of the body too. */
export function pullQuotes(wanted: readonly Run[], page: Page): Set<Run> {
  const paragraphs = wanted.filter((run) => run.words > 8)
  return new Set(
    wanted.filter((run) => {
      if (run.words < 4 || run.words > 45 || run.heading > 0 || !isSetApart(run, page)) return false
      const key = page.key(run)
      return (
        key.length > 12 &&
        paragraphs.some(
          (other) =>
            other !== run && other.words > run.words && other.element !== run.element && page.key(other).includes(key),
        )
      )
    }),
  )
}

/** In an aside, a figure, a quotation, or a place of its own with next to nothing else in it. */
function isSetApart(run: Run, page: Page): boolean {
  for (let up: Element | null = run.inner, i = 0; up && i < 5; up = up.parent, i++) {
    if (up.name === 'aside' || up.name === 'blockquote' || up.name === 'figure') return true
    if (
      /pull|quote|zitat|highlight|callout/i.test(up.attrs.class?.slice(0, 200) ?? '') &&
      (page.content.get(up)?.runs ?? 99) < 5
    )
      return true
  }
  return false
}

/**
 * Key points: a list of a few lines between the headline and the first paragraph, which the text then tells again.
 *
 * Told again means that most of the points have half of their longer words in the paragraphs; a list that a colon
 * announces is told once.
 */
export function keyPoints(candidates: readonly Run[], wanted: ReadonlySet<Run>, headlineRun: number): Set<Run> {
  const points: Run[] = []
  if (headlineRun < 0) return new Set()
  let announced = false
  for (const run of candidates) {
    if (run.index <= headlineRun) continue
    if (kindOf(run) === 'list-item') {
      if (run.words > POINT_WORDS) return new Set()
      if (run.words >= 4 && run.linkChars < run.text.length * 0.5 && !run.hidden) points.push(run)
    } else if (wanted.has(run) && run.words >= 12) break
    else if (points.length === 0) announced = wanted.has(run) && /[:：]$/.test(run.text)
    if (run.index > headlineRun + POINTS_REACH) return new Set()
  }
  if (announced || points.length < 2 || points.length > MAX_POINTS || wanted.size <= points.length * 2) return new Set()
  const told = new Set([...wanted].filter((run) => !points.includes(run)).flatMap((run) => longWords(run.text)))
  const again = points.filter((run) => {
    const words = longWords(run.text)
    return words.filter((word) => told.has(word)).length * 2 >= words.length
  })
  return new Set(again.length * 2 > points.length ? points : [])
}
const longWords = (text: string): string[] => text.toLowerCase().match(/\p{L}{5,}/gu) ?? []
/** Key points stand within this many runs of the headline. */
const POINTS_REACH = 40
const MAX_POINTS = 8
/** A point is a sentence; a list of longer ones is text. */
const POINT_WORDS = 32

const SHORT_OFFERS = new Set<LeftOutReason>([
  'advertisement',
  'newsletter',
  'paywall',
  'consent',
  'promotion',
  'donation',
])

/** Someone says it: a quoted sentence may begin like an offer, and is none. */
export const SAID =
  /\b(?:said|says|told|tells|added|wrote|announced|warned|urged|according to|sagte|teilte|erklärte|dijo|afirmó|a dit|a déclaré|ha detto|disse)\b/i
/** Against the model's near certainty only a whole line of the furniture's own words counts. */
const NEAR_CERTAIN = 0.9

/**
 * Whether a short run is nothing but the furniture's own words, and is out even where the model, going by its place,
 * keeps it.
 * @param probability what the model gives it
 */
export function saysFurniture(run: Run, page: Page, probability: number): boolean {
  const phrase = page.phrase(run)
  if (!phrase || phrase.where === 'holds' || run.words > 40 || SAID.test(run.text)) return false
  if (phrase.where === 'whole')
    return (phrase.reason !== 'table of contents' && phrase.reason !== 'player') || run.words > 1
  const isLong = run.words > 14 && phrase.reason !== 'paywall' && phrase.reason !== 'consent'
  return !isLong && probability < NEAR_CERTAIN && SHORT_OFFERS.has(phrase.reason)
}

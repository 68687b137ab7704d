/**
 * What each run of a page is to the article: its headline, deck, body, a caption, or none of it.
 *
 * The body model answers for single runs; `flow.ts` makes its answers agree; what is a field, a pointer to another
 * article, a repetition or the furniture's own words is taken out again.
 */
import type { Image, LeftOutReason } from './article.ts'
import { bodyProbabilities, type Weigh } from './body.ts'
import { type Deck, deckOf } from './deck.ts'
import type { PageEvidence } from './evidence.ts'
import type { Fields } from './fields.ts'
import { BODY, joinTheirFlow, oneAnswerPerTable, otherArticles, tablesWithin } from './flow.ts'
import { fold } from './fold.ts'
import { keyPoints, notesAround, pullQuotes, saysFurniture } from './kinds.ts'
import { reasonsOf } from './leftout.ts'
import { type RelatedLine, relatedLine } from './related.ts'
import { endsSentence, type Run } from './runs.ts'

export interface Roles {
  /** Indices of the runs that are the body. */
  readonly body: ReadonlySet<number>
  readonly first: number
  readonly last: number
  /** Runs that print the headline. */
  readonly headline: ReadonlySet<Run>
  readonly deck: Deck | null
  /** Runs of captions; the image by the run that stands for it, and the runs whose words are in it too. */
  readonly captions: ReadonlySet<number>
  readonly images: ReadonlyMap<number, Image>
  readonly told: ReadonlySet<number>
  /** A line that points to another article, read. */
  readonly pointerOf: (run: Run) => RelatedLine | null
  /** Why a run that has no role is left out. */
  readonly reasonOf: (run: Run) => LeftOutReason
}

/** Whether most of a run is a link. */
export const isLinked = (run: Run): boolean => run.linkChars > run.text.length * 0.5
/** A pointer is a line; running text that begins with "Read" is none. */
const POINTER_WORDS = 45
/** A run of more words than this may hold a date or a name and still be the body's. */
const FIELD_WORDS = { date: 25, byline: 40, bylineForSure: 9 }

/** @param weigh the body model */
export function rolesOf(evidence: PageEvidence, fields: Fields, weigh: Weigh): Roles {
  const { page, structured, headline, certain } = evidence
  const { runs } = page
  const probability = bodyProbabilities(page, evidence.context, weigh)
  oneAnswerPerTable(page, probability)
  joinTheirFlow(page, probability)
  const isLikely = (index: number): boolean => (probability[index] ?? 0) >= BODY

  const images = new Map<number, Image>()
  const captions = new Set<number>()
  const told = new Set<number>()
  for (const { image, runs: own, marked } of evidence.captions) {
    if (!marked && own.some(isLikely)) continue
    for (const index of own) captions.add(index)
    if (own[0] === undefined || (image.caption === null && image.credit === null)) continue
    images.set(own[0], image)
    for (const index of own.slice(1)) told.add(index)
  }

  const key = fold(headline.text ?? '')
  const prints = (run: Run): boolean =>
    run.index === headline.run || (key !== '' && run.text.length < 2 * key.length + 40 && page.key(run) === key)
  const headlines = new Set(runs.filter(prints))
  const isField = (run: Run): boolean => {
    if (headlines.has(run)) return true
    const field = fields.printedBy(run)
    if (field === 'date') return run.words < FIELD_WORDS.date
    if (field !== 'byline') return field !== null
    if (fields.printsDate(run) && run.words < FIELD_WORDS.date) return true
    const isSure = run.words < FIELD_WORDS.bylineForSure && !endsSentence(run.text)
    return run.words < FIELD_WORDS.byline && (!isLikely(run.index) || isSure)
  }
  const pointerOf = (run: Run): RelatedLine | null =>
    run.words < POINTER_WORDS ? relatedLine(run.text, isLinked(run)) : null

  const isTaken = (index: number): boolean => {
    const run = runs[index]
    if (run === undefined || captions.has(index) || (certain[index] ?? null) !== null) return true
    return isField(run) || page.phrase(run) !== null || fields.printedBy(run) !== null
  }
  const deck = deckOf(page, structured, headline.run, isLikely, isTaken)
  const inDeck = new Set(deck?.runs)

  const foreign = otherArticles(page, headline.run, isLikely)
  const wanted = runs.filter(
    (run) =>
      isLikely(run.index) &&
      !foreign.has(run.index) &&
      !isField(run) &&
      pointerOf(run) === null &&
      !saysFurniture(run, page, probability[run.index] ?? 0),
  )
  const repeated = pullQuotes(wanted, page)
  // Only news pages print key points that their text tells again; elsewhere a list before the text may be the text.
  const open = runs.filter((run) => !captions.has(run.index) && !inDeck.has(run.index) && !isField(run))
  const summary = evidence.context.articleMarkup === 2 ? keyPoints(open, new Set(wanted), headline.run) : new Set<Run>()
  const body = new Set(
    [...wanted, ...notesAround(wanted, runs)]
      .filter((run) => !repeated.has(run) && !summary.has(run) && !inDeck.has(run.index))
      .map((run) => run.index),
  )
  for (const index of tablesWithin(page, body, certain)) body.add(index)
  const reasons = reasonsOf(page, certain, body)
  return {
    body,
    first: runs.findIndex((run) => body.has(run.index)),
    last: runs.findLastIndex((run) => body.has(run.index)),
    headline: headlines,
    deck,
    captions,
    images,
    told,
    pointerOf,
    reasonOf: (run) => {
      const field = fields.printedBy(run)
      if (field !== null && !(field === 'byline' && run.words >= FIELD_WORDS.byline)) return field
      if (repeated.has(run)) return 'duplicate'
      return summary.has(run) ? 'summary' : (reasons[run.index] ?? 'outside the article')
    },
  }
}

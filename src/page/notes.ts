/**
 * What a reader must know before trusting a reading: the page is a stub, an index, an empty shell.
 */
import type { Note } from './article.ts'
import type { PageEvidence } from './evidence.ts'
import type { Run } from './runs.ts'
import { objects, strings, typesOf } from './structured.ts'

/** A body of fewer words than this beside an offer to subscribe is a stub; a short news brief without one is not. */
const STUB_WORDS = 320
/** A page with this many headlines that lead elsewhere, and hardly a paragraph of some length, is a front or a section. */
const INDEX_CARDS = 8
const LONG_PARAGRAPH = 45
const INDEX_LONG_PARAGRAPHS = 2
/** So many words of body in a row are an article, however short its paragraphs: what a front says of each breaks off. */
const ARTICLE_WORDS = 150

/** @param body indices of the runs that are the body */
export function notesOf(evidence: PageEvidence, body: ReadonlySet<number>): Note[] {
  const { structured, page, tree } = evidence
  const notes: Note[] = []
  const words = page.runs.reduce((sum, run) => sum + (body.has(run.index) ? run.words : 0), 0)
  if (tree.truncated) notes.push({ kind: 'truncated', message: `Not all of the page was read: ${tree.truncated}.` })
  if (page.cut)
    notes.push({
      kind: 'truncated',
      message: `Not all of the page was read: only its first ${page.runs.length} lines.`,
    })
  if (structured.brokenJsonLd > 0)
    notes.push({
      kind: 'broken-markup',
      message: `${structured.brokenJsonLd} JSON-LD block(s) could not be read; the page's own description may be missing.`,
    })
  const isArticle = structured.articles.length > 0 || structured.meta.get('og:type')?.[0]?.toLowerCase() === 'article'

  // schema.org: the article says it of itself, or only of the part that is locked.
  const declared =
    structured.nodes
      .flatMap((node) => [node, ...objects(node.hasPart)])
      .some(
        ({ isAccessibleForFree: free }) =>
          free === false || strings(free).some((value) => /^(?:.*schema\.org\/)?false$/i.test(value)),
      ) || /locked|premium|metered|paid/i.test(structured.meta.get('article:content_tier')?.[0] ?? '')
  const lastBody = page.runs.findLastIndex((run) => body.has(run.index))
  const offer = page.runs
    .slice(lastBody + 1, lastBody + 25)
    .find((run) => !run.hidden && page.phrase(run)?.reason === 'paywall' && run.words >= 3)
  if (words < STUB_WORDS && words > 0 && (declared || (offer && isArticle))) {
    notes.push({
      kind: 'paywall',
      message: `Only the beginning of the article is on the page (${words} words)${offer ? `; then it says: "${offer.text.slice(0, 80).toWellFormed()}"` : '; the page declares it is not free to read'}. Read it where you have access and give the saved page to Hearsay.`,
    })
    return notes
  }
  const isCard = (run: Run): boolean => run.heading >= 2 && run.words >= 4 && run.linkChars > run.text.length * 0.8
  const cards = page.runs.filter(isCard).length
  const long = page.runs.filter((run) => body.has(run.index) && run.words >= LONG_PARAGRAPH).length
  const collection = structured.nodes.some((node) =>
    typesOf(node).some((type) => /^(?:CollectionPage|ItemList|SearchResultsPage)$/.test(type)),
  )
  const lists = cards >= INDEX_CARDS || (collection && cards >= 4)
  const runsOn = (): boolean => wordsInARow(page.runs, body, isCard) >= ARTICLE_WORDS
  if (long < INDEX_LONG_PARAGRAPHS && !isArticle && lists && !runsOn()) {
    notes.push({
      kind: 'index',
      message: `This page lists ${cards} other articles and is none itself. Give Hearsay the address of an article, or watch this page for new ones.`,
    })
    return notes
  }
  const printed = page.runs.reduce((sum, run) => sum + (run.hidden ? 0 : run.words), 0)
  if (words < 25) {
    const asks = page.runs.some((run) =>
      /enable javascript|javascript (?:is )?(?:required|disabled)|need to enable|requires javascript|javascript aktivier|activer javascript|activa javascript/i.test(
        run.text,
      ),
    )
    if (asks || tree.asksForScripts || (tree.hasAppState && printed < 60) || (printed < 20 && tree.scripts > 1)) {
      notes.push({
        kind: 'needs-scripts',
        message:
          'The page is empty until its scripts run. Save it from a browser after it has loaded, or copy its text, and give that to Hearsay.',
      })
    } else if (words === 0)
      notes.push({
        kind: 'empty',
        message:
          printed === 0
            ? 'The page holds no text.'
            : 'No article was found on the page; what it prints is listed as left out.',
      })
  }
  return notes
}

/** The most words of body that stand in a row, without a card among them; what is linked is a list, and no prose. */
function wordsInARow(runs: readonly Run[], body: ReadonlySet<number>, isCard: (run: Run) => boolean): number {
  let [words, most] = [0, 0]
  for (const run of runs) {
    if (isCard(run)) words = 0
    else if (body.has(run.index) && run.linkChars < run.text.length * 0.5) words += run.words
    most = Math.max(most, words)
  }
  return most
}

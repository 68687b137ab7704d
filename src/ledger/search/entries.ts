/**
 * What search finds, kept current: of each article the claims of the reading that counts, in the version that counts. It
 * is made of the ledger's own rows alone, so it can be made again at any time.
 */
import type { Writing } from '../open.ts'
import { dropWords, putWords } from '../sql/words.ts'
import { currentReadings, type Entry, entriesOf } from './current.ts'
import { keyOf } from './keys.ts'
import { countNames } from './names.ts'
import { articleTerms, type ClaimTerms, claimTerms, termsOfClaim } from './terms.ts'

/** Articles that are made current together. */
const BATCH = 50

/** How articles are made current. */
export interface IndexOptions {
  /** Though the reading that counts is the one they were made of: claims were corrected, or drift was found. */
  readonly again?: boolean
}

/** Makes search find what counts in some articles now, and nothing else of them. */
export async function indexForSearch(
  db: Writing,
  articles: readonly number[],
  { again = false }: IndexOptions = {},
): Promise<void> {
  const all = [...new Set(articles)]
  for (let i = 0; i < all.length; i += BATCH) await indexBatch(db, all.slice(i, i + BATCH), again)
}

async function indexBatch(db: Writing, articles: readonly number[], again: boolean): Promise<void> {
  const before = await db.selectFrom('articleSearch').selectAll().where('articleId', 'in', articles).execute()
  const readings = await currentReadings(db, articles)
  const known = new Map(before.map((row) => [row.articleId, row.readingId]))
  const changed = new Set(
    articles.filter((article) => {
      const reading = readings.get(article)?.reading
      return again ? reading !== undefined || known.has(article) : reading !== known.get(article)
    }),
  )
  if (changed.size === 0) return
  const gone = before.filter(({ articleId }) => changed.has(articleId))
  await drop(db, gone)
  const current = [...changed].map((article) => readings.get(article)).filter((reading) => reading !== undefined)
  const entries = await entriesOf(db, current)
  await headlineDrift(db, [...changed], entries)
  await put(db, entries)
  await countNames(
    db,
    gone.map(({ articleId }) => articleId),
    entries,
  )
}

async function drop(db: Writing, gone: readonly { readonly key: number; readonly articleId: number }[]): Promise<void> {
  if (gone.length === 0) return
  const articles = gone.map(({ articleId }) => articleId)
  const claims = await db.selectFrom('claimSearch').select('key').where('articleId', 'in', articles).execute()
  await dropWords(
    db,
    'claim',
    claims.map(({ key }) => key),
  )
  await dropWords(
    db,
    'article',
    gone.map(({ key }) => key),
  )
}

/** What the headline made of the text stands with the drift between reports, for all who count it. */
async function headlineDrift(db: Writing, articles: readonly number[], entries: readonly Entry[]): Promise<void> {
  await db.deleteFrom('drift').where('articleId', 'in', articles).where('toldIn', '=', 'headline').execute()
  const rows = entries.flatMap(({ article, headlineDrift: found }) =>
    found.map(({ claim, kind }) => ({ articleId: article.article, claimId: claim, toldIn: 'headline' as const, kind })),
  )
  if (rows.length > 0) await db.insertInto('drift').values(rows).execute()
}

async function put(db: Writing, entries: readonly Entry[]): Promise<void> {
  const claimRows = []
  const articleRows = []
  for (const { article, day, reading, claims } of entries) {
    const [articleId, terms] = [article.article, claims.map(termsOfClaim)]
    for (const [i, { id }] of claims.entries())
      claimRows.push({ row: { key: keyOf(id, day), articleId }, terms: claimTerms(terms[i] as ClaimTerms, article) })
    const row = { key: keyOf(articleId, day), articleId, readingId: reading }
    articleRows.push({ row, terms: articleTerms(article, terms) })
  }
  await putWords(db, 'claim', claimRows)
  await putWords(db, 'article', articleRows)
}

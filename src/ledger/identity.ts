/**
 * Which article a page is. What answers at an article's own address is the article, whatever it says. An address that led
 * on to the page, or that the page calls its own, is believed as long as the words agree: whole sections name one address
 * as theirs, and sites lead from all their articles to one page while something is wrong. The very words alone say it
 * where they are many and come from another host.
 */
import type { Article } from '../page/article.ts'
import { fold } from '../page/fold.ts'
import { hostOf, isSameSite } from '../page/imprint.ts'
import { countWords } from '../page/runs.ts'
import { fingerprintsOf } from '../stories/wording/fingerprint.ts'
import type { Ledger, Writing } from './open.ts'
import { unpackJson } from './pack.ts'

/** An address, and the form in which addresses are compared. */
export interface Address {
  readonly url: string
  readonly key: string
  /** Whether it only led on to the page, or is what the page calls its own. */
  readonly isIndirect?: boolean
}

/** A page that is looked for. */
interface Looked {
  readonly article: Article
  /** The one that answered first. */
  readonly addresses: readonly Address[]
  /** What tells its words from others: see wordsOf. */
  readonly words: string
  readonly isPartial: boolean
}

/** By what a page is known: its article's own address, another address whose article has words like it, or its very words. */
type KnownBy = 'address' | 'likeness' | 'words'

/** The article that a page is, if it was seen before. */
export async function articleOf(db: Writing, looked: Looked): Promise<{ article: number; by: KnownBy } | null> {
  const { addresses, article } = looked
  if (addresses.length > 0) {
    const rows = await addressRows(db, addresses)
    const own = addresses.find(({ key, isIndirect }) => isIndirect !== true && rows.get(key)?.isSure === 1)
    const sure = own && rows.get(own.key)
    if (sure) return { article: sure.articleId, by: 'address' }
    for (const id of new Set(addresses.flatMap(({ key }) => rows.get(key)?.articleId ?? [])))
      if (await isLikeArticle(db, article, id)) return { article: id, by: 'likeness' }
  }
  const id = await articleOfWords(db, looked)
  return id === null ? null : { article: id, by: 'words' }
}

/** Texts of fewer words are also what a site says in the place of many articles: that it is down, or wants to be paid. */
const MANY_WORDS = 100

/** The article of the same outlet that has the very words. */
async function articleOfWords(db: Writing, { article, addresses, words, isPartial }: Looked): Promise<number | null> {
  // No words are everybody's words.
  if (article.text.trim() === '') return null
  const outlet = fold(article.outlet ?? '')
  const alike = await db
    .selectFrom('version')
    .select(['articleId', 'outlet'])
    .where('wordsSha256', '=', words)
    .orderBy('id')
    .execute()
  const ids = new Set(alike.filter((row) => fold(row.outlet ?? '') === outlet).map(({ articleId }) => articleId))
  const url = addresses[0]?.url
  if (url === undefined) return [...ids][0] ?? null
  for (const id of ids) {
    const known = await db.selectFrom('address').select('url').where('articleId', '=', id).execute()
    if (known.length === 0) return id
    const isElsewhere = known.every((other) => hostOf(other.url) !== hostOf(url))
    const isOneOutlet = outlet !== '' || known.some((other) => isSameSite(other.url, url))
    if (isElsewhere && isOneOutlet && !isPartial && countWords(article.text) >= MANY_WORDS) return id
  }
  return null
}

/** Versions that a page is held against, those seen last. */
const HELD_AGAINST = 6

/** Whether a page has words like an article that it may be. */
async function isLikeArticle(db: Writing, page: Article, id: number): Promise<boolean> {
  const versions = await db
    .selectFrom('version')
    .select('page')
    .where('articleId', '=', id)
    .orderBy('lastSeen', 'desc')
    .orderBy('number', 'desc')
    .limit(HELD_AGAINST)
    .execute()
  return versions.some((version) => isLike(page, unpackJson(version.page) as Article))
}

/** Runs of words that two texts must share, of the shorter one's, to be one article's: two reports of one kind share half; */
const ALIKE = 0.75
/** under one headline. */
const ALIKE_UNDER_HEADLINE = 0.2

/** Whether two pages may be one article: one headline over text in common, or much of the text. */
function isLike(one: Pick<Article, 'headline' | 'text'>, other: Pick<Article, 'headline' | 'text'>): boolean {
  const isOneHeadline = one.headline !== null && fold(one.headline) === fold(other.headline ?? '')
  const [some, others] = [new Set(fingerprintsOf(one.text)), new Set(fingerprintsOf(other.text))]
  const fewer = Math.min(some.size, others.size)
  if (fewer === 0) return isOneHeadline || (one.text.trim() !== '' && one.text === other.text)
  return some.intersection(others).size / fewer >= (isOneHeadline ? ALIKE_UNDER_HEADLINE : ALIKE)
}

const addressRows = async (db: Ledger['db'], addresses: readonly Address[]) => {
  const keys = addresses.map(({ key }) => key)
  const rows = await db.selectFrom('address').select(['key', 'articleId', 'isSure']).where('key', 'in', keys).execute()
  return new Map(rows.map((row) => [row.key, row]))
}

/**
 * Keeps the addresses of a page. The one that began an article is its own from then on; others are when the article's
 * words have changed there, too. One that was believed to be another article's is this one's where it answers itself.
 * @param by by what the page was known; null for a new article
 */
export async function keepAddresses(
  db: Writing,
  addresses: readonly Address[],
  {
    article,
    by,
    isNewVersion,
  }: { readonly article: number; readonly by: KnownBy | null; readonly isNewVersion: boolean },
): Promise<void> {
  if (addresses.length === 0) return
  const rows = await addressRows(db, addresses)
  for (const { key, url, isIndirect } of addresses) {
    const row = rows.get(key)
    const isAnother = row !== undefined && row.articleId !== article
    if (row?.isSure === 1 || (isAnother && isIndirect === true)) continue
    const hasChangedHere = row !== undefined && !isAnother && by === 'likeness' && isNewVersion
    const isSure = isIndirect !== true && (by === null || hasChangedHere) ? 1 : 0
    if (row === undefined) await db.insertInto('address').values({ key, url, articleId: article, isSure }).execute()
    else if (isAnother || isSure === 1)
      await db.updateTable('address').set({ articleId: article, isSure }).where('key', '=', key).execute()
  }
}

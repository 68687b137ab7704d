/**
 * Articles and their versions. A page that comes again is the article that it was before: by its address, by the address
 * it calls its own, or by its words under the same outlet. Other words are another version.
 */
import type { Article } from '../page/article.ts'
import { fold } from '../page/fold.ts'
import { enter, sha256 } from './log.ts'
import type { Writing } from './open.ts'
import { packJson } from './pack.ts'

/** An address, and the form in which addresses are compared. */
export interface Address {
  readonly url: string
  readonly key: string
}

/** What a capture was read as. */
export interface Read {
  readonly capture: number
  readonly capturedAt: string
  readonly article: Article
  /** Every address that leads to it: asked for, answered, canonical. */
  readonly addresses: readonly Address[]
}

/** Where a capture was put. */
export interface Placed {
  readonly article: number
  readonly version: number
  readonly isNewArticle: boolean
  readonly isNewVersion: boolean
  /** Whether this version is the one seen last, which counts. */
  readonly isCurrent: boolean
}

/** What of an article makes another version when it changes. */
export const wordsOf = ({ headline, deck, text }: Pick<Article, 'headline' | 'deck' | 'text'>): string =>
  sha256(JSON.stringify([headline, deck, text]))

/** Puts a capture's article where it belongs: a version seen before, a new version, or a new article. */
export async function placeArticle(db: Writing, { capture, capturedAt, article, addresses }: Read): Promise<Placed> {
  const words = wordsOf(article)
  const known = await articleOf(db, article, addresses, words)
  const id = known ?? (await newArticle(db, article.outlet, capturedAt))
  for (const { key, url } of addresses)
    await db
      .insertInto('address')
      .values({ key, url, articleId: id })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
  const same = await db
    .selectFrom('version')
    .select(['id', 'firstSeen', 'lastSeen'])
    .where('articleId', '=', id)
    .where('wordsSha256', '=', words)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const version = same?.id ?? (await newVersion(db, id, { article, capturedAt, words }))
  if (same !== undefined)
    await db
      .updateTable('version')
      .set({
        firstSeen: capturedAt < same.firstSeen ? capturedAt : same.firstSeen,
        lastSeen: capturedAt > same.lastSeen ? capturedAt : same.lastSeen,
      })
      .where('id', '=', version)
      .execute()
  await db.updateTable('capture').set({ versionId: version }).where('id', '=', capture).execute()
  return {
    article: id,
    version,
    isNewArticle: known === null,
    isNewVersion: same === undefined,
    isCurrent: (await settle(db, id)) === version,
  }
}

/** The article that a page is, if it was seen before. */
async function articleOf(
  db: Writing,
  { outlet, text }: Article,
  addresses: readonly Address[],
  words: string,
): Promise<number | null> {
  if (addresses.length > 0) {
    const keys = addresses.map(({ key }) => key)
    const found = await db.selectFrom('address').select(['key', 'articleId']).where('key', 'in', keys).execute()
    const first = keys.flatMap((key) => found.find((row) => row.key === key) ?? [])[0]
    if (first !== undefined) return first.articleId
  }
  // No words are everybody's words.
  if (text.trim() === '') return null
  const alike = await db
    .selectFrom('version')
    .select(['articleId', 'outlet'])
    .where('wordsSha256', '=', words)
    .orderBy('id')
    .execute()
  return alike.find((row) => fold(row.outlet ?? '') === fold(outlet ?? ''))?.articleId ?? null
}

async function newArticle(db: Writing, outlet: string | null, seen: string): Promise<number> {
  const { id } = await db
    .insertInto('article')
    .values({ outlet, versionId: null, firstSeen: seen, lastSeen: seen })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function newVersion(
  db: Writing,
  articleId: number,
  { article, capturedAt, words }: Pick<Read, 'article' | 'capturedAt'> & { words: string },
): Promise<number> {
  const { last } = await db
    .selectFrom('version')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('articleId', '=', articleId)
    .executeTakeFirstOrThrow()
  const { headline, outlet, published, lang, wire } = article
  const { id } = await db
    .insertInto('version')
    .values({
      articleId,
      number: (last ?? 0) + 1,
      wordsSha256: words,
      headline,
      outlet,
      published,
      lang,
      wire,
      firstSeen: capturedAt,
      lastSeen: capturedAt,
      page: packJson(article),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enter(db, capturedAt, 'version', id, sha256(JSON.stringify(article)))
  return id
}

/** Makes the version seen last the article's own. */
async function settle(db: Writing, articleId: number): Promise<number> {
  const latest = await db
    .selectFrom('version')
    .select(['id', 'outlet', 'lastSeen'])
    .where('articleId', '=', articleId)
    .orderBy('lastSeen', 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const { first } = await db
    .selectFrom('version')
    .select(({ fn }) => fn.min('firstSeen').as('first'))
    .where('articleId', '=', articleId)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('article')
    .set({
      versionId: latest.id,
      outlet: latest.outlet,
      firstSeen: first ?? latest.lastSeen,
      lastSeen: latest.lastSeen,
    })
    .where('id', '=', articleId)
    .execute()
  return latest.id
}

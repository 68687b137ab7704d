/**
 * Articles and their versions. A page that comes again is the article that it was before (see identity.ts); other words
 * are another version. Of an article's versions one counts: the one seen last, of those that are all of it.
 */
import type { Article } from '../page/article.ts'
import { placedDigest } from './captures.ts'
import { type Address, articleOf, keepAddresses } from './identity.ts'
import { digestOf, enter, sha256 } from './log.ts'
import type { Writing } from './open.ts'
import { packJson, unpack } from './pack.ts'
import type { Tables } from './tables.ts'

/** What a capture was read as. */
export interface Read {
  readonly capture: number
  readonly capturedAt: string
  readonly article: Article
  /** Every address that leads to it: where it answered, the one that it calls its own, the one asked for. */
  readonly addresses: readonly Address[]
  /** Whether it is only a part of the article: a door, a beginning, a feed's words. */
  readonly isPartial: boolean
}

/** Where a capture was put. */
export interface Placed {
  readonly article: number
  readonly version: number
  readonly isNewArticle: boolean
  readonly isNewVersion: boolean
  /** Whether this version is the one that counts. */
  readonly isCurrent: boolean
  /** Whether another version of the article counted before. */
  readonly isChange: boolean
}

/** What of an article makes another version when it changes. */
export const wordsOf = ({ headline, deck, text }: Pick<Article, 'headline' | 'deck' | 'text'>): string =>
  sha256(JSON.stringify([headline, deck, text]))

/** What enters the log of a version: all that is told of it, and its page. */
export const versionDigest = (row: Omit<Tables['version'], 'id' | 'page'>, page: Uint8Array | string): string =>
  digestOf(
    row.articleId,
    row.number,
    row.wordsSha256,
    row.headline,
    row.outlet,
    row.published,
    row.lang,
    row.wire,
    row.firstSeen,
    row.lastSeen,
    row.isPartial,
    sha256(page),
  )

/** Writes down that other things are told of a version than before: when it was seen, and whether it is all of the article. */
export async function enterVersion(db: Writing, at: string, version: number): Promise<void> {
  const row = await db.selectFrom('version').selectAll().where('id', '=', version).executeTakeFirstOrThrow()
  await enter(db, at, 'version', version, versionDigest(row, unpack(row.page)))
}

/**
 * Puts a capture's article where it belongs: a version seen before, a new version, or a new article.
 * @param at when it enters, ISO in UTC
 */
export async function placeArticle(db: Writing, read: Read, at: string): Promise<Placed> {
  const { capture, capturedAt, article, isPartial } = read
  const words = wordsOf(article)
  const known = await articleOf(db, { ...read, words })
  const id = known?.article ?? (await newArticle(db, article.outlet, capturedAt))
  const same =
    known === null
      ? undefined
      : await db
          .selectFrom('version')
          .select(['id', 'firstSeen', 'lastSeen', 'isPartial'])
          .where('articleId', '=', id)
          .where('wordsSha256', '=', words)
          .orderBy('number', 'desc')
          .executeTakeFirst()
  const made =
    same === undefined
      ? await newVersion(db, id, known === null, { article, capturedAt, words, isPartial })
      : { id: same.id, digest: null }
  const version = made.id
  const placed = await db
    .updateTable('capture')
    .set({ versionId: version })
    .where('id', '=', capture)
    .where(({ eb, or }) => or([eb('versionId', 'is', null), eb('versionId', '!=', version)]))
    .returning('digest')
    .executeTakeFirst()
  if (placed !== undefined) await enter(db, at, 'capture', capture, placedDigest(placed.digest, version))
  if (made.digest !== null) await enter(db, at, 'version', version, made.digest)
  if (same !== undefined) await seen(db, same, { capturedAt, isPartial, at })
  await keepAddresses(db, read.addresses, { article: id, by: known?.by ?? null, isNewVersion: same === undefined })
  const current = known === null ? await makeFirst(db, id, version) : await makeCurrent(db, id)
  return {
    article: id,
    version,
    isNewArticle: known === null,
    isNewVersion: same === undefined,
    isCurrent: current.now === version,
    isChange: current.before !== null && current.now !== current.before,
  }
}

/** Notes that a version was captured again. */
async function seen(
  db: Writing,
  version: Pick<Tables['version'], 'firstSeen' | 'lastSeen' | 'isPartial'> & { readonly id: number },
  { capturedAt, isPartial, at }: Pick<Read, 'capturedAt' | 'isPartial'> & { readonly at: string },
): Promise<void> {
  const firstSeen = capturedAt < version.firstSeen ? capturedAt : version.firstSeen
  const lastSeen = capturedAt > version.lastSeen ? capturedAt : version.lastSeen
  const isStillPartial = isPartial ? version.isPartial : 0
  if (firstSeen === version.firstSeen && lastSeen === version.lastSeen && isStillPartial === version.isPartial) return
  await db
    .updateTable('version')
    .set({ firstSeen, lastSeen, isPartial: isStillPartial })
    .where('id', '=', version.id)
    .execute()
  await enterVersion(db, at, version.id)
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
  isFirst: boolean,
  { article, capturedAt, words, isPartial }: Pick<Read, 'article' | 'capturedAt' | 'isPartial'> & { words: string },
): Promise<{ id: number; digest: string }> {
  const number = isFirst ? 1 : await nextNumber(db, articleId)
  const { headline, outlet, published, lang, wire } = article
  const row = {
    articleId,
    number,
    wordsSha256: words,
    headline,
    outlet,
    published,
    lang,
    wire,
    firstSeen: capturedAt,
    lastSeen: capturedAt,
    isPartial: isPartial ? 1 : 0,
  }
  const { id } = await db
    .insertInto('version')
    .values({ ...row, page: packJson(article) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, digest: versionDigest(row, JSON.stringify(article)) }
}

async function nextNumber(db: Writing, articleId: number): Promise<number> {
  const { last } = await db
    .selectFrom('version')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('articleId', '=', articleId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Makes an article's only version the one that counts. */
async function makeFirst(db: Writing, articleId: number, version: number): Promise<{ now: number; before: null }> {
  await db.updateTable('article').set({ versionId: version }).where('id', '=', articleId).execute()
  return { now: version, before: null }
}

/**
 * Makes the version seen last the one that counts; one that is only a part does where none is all of it.
 * @returns the version that counts now, and the one that did
 */
async function makeCurrent(db: Writing, articleId: number): Promise<{ now: number; before: number | null }> {
  const latest = await db
    .selectFrom('version')
    .select(['id', 'outlet', 'lastSeen'])
    .where('articleId', '=', articleId)
    .orderBy('isPartial')
    .orderBy('lastSeen', 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const { first, before } = await db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.articleId')
    .select(({ fn }) => [fn.min('version.firstSeen').as('first'), fn.min('article.versionId').as('before')])
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
  return { now: latest.id, before: before === null ? null : Number(before) }
}

/** The versions of an article as they stood, with the claims of the reading that counts in each. */
import type { Article } from '../page/article.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Found } from './readings.ts'

/** An article as it stood for a time. */
export interface StoodVersion extends Found {
  readonly version: number
  /** From 1. */
  readonly number: number
  readonly article: Article
  /** When it was seen so first and last, ISO in UTC; of a version that came back, each time it stood so. */
  readonly firstSeen: string
  readonly lastSeen: string
  /** Whether no capture of it brought more than a part of the article. */
  readonly isPartial: boolean
  /** The one before it that is all of the article, to hold it against; null for the first, and for a part of a whole. */
  readonly before: StoodVersion | null
}

const NOTHING_FOUND: Found = { claims: [], headline: null }

/** A time at which a version was seen. */
interface Sighting<Version> {
  readonly version: Version
  readonly at: string
}

/** How an article stood, one version after another: one that came back is there as often as it did. */
export async function versionsOf({ db }: Pick<Ledger, 'db'>, article: number): Promise<StoodVersion[]> {
  const rows = await db
    .selectFrom('version')
    .leftJoin('reading', (join) => join.onRef('reading.versionId', '=', 'version.id').on('reading.isCurrent', '=', 1))
    .select(['version.id', 'number', 'page', 'firstSeen', 'lastSeen', 'isPartial', 'packed'])
    .where('articleId', '=', article)
    .orderBy('number')
    .execute()
  const captures = await db
    .selectFrom('capture')
    .innerJoin('version', 'version.id', 'capture.versionId')
    .select(['version.id', 'capturedAt'])
    .where('articleId', '=', article)
    .execute()
  const times = Map.groupBy(captures, ({ id }) => id)
  const sightings = rows.flatMap((version) =>
    [version.firstSeen, ...(times.get(version.id) ?? []).map(({ capturedAt }) => capturedAt), version.lastSeen].map(
      (at): Sighting<typeof version> => ({ version, at }),
    ),
  )
  const isAllPartial = rows.every(({ isPartial }) => isPartial === 1)
  const isAside = ({ version }: Sighting<{ isPartial: number }>): boolean => !isAllPartial && version.isPartial === 1
  const stood = new Map(
    rows.map(({ id, number, page, isPartial, packed }) => [
      id,
      {
        version: id,
        number,
        article: unpackJson(page) as Article,
        isPartial: isPartial === 1,
        ...(packed === null ? NOTHING_FOUND : (unpackJson(packed) as Found)),
      },
    ]),
  )
  let before: StoodVersion | null = null
  const told: StoodVersion[] = []
  const aside = Object.groupBy(sightings, (one) => (isAside(one) ? 'parts' : 'whole'))
  for (const { version, from, to } of spellsOf(aside.whole ?? [])) {
    const one = stood.get(version.id)
    if (one === undefined) continue
    before = { ...one, firstSeen: from, lastSeen: to, before }
    told.push(before)
  }
  for (const { version, from, to } of spellsOf(aside.parts ?? [])) {
    const one = stood.get(version.id)
    if (one !== undefined) told.push({ ...one, firstSeen: from, lastSeen: to, before: null })
  }
  return told.sort((one, other) => compare(one.firstSeen, other.firstSeen) || one.number - other.number)
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Sightings as times for which a version stood. */
function spellsOf<Version extends { readonly id: number; readonly number: number }>(
  sightings: readonly Sighting<Version>[],
): { version: Version; from: string; to: string }[] {
  const spells: { version: Version; from: string; to: string }[] = []
  const inOrder = sightings.toSorted(
    (one, other) => compare(one.at, other.at) || one.version.number - other.version.number,
  )
  for (const { version, at } of inOrder) {
    const last = spells.at(-1)
    if (last?.version.id === version.id) last.to = at
    else spells.push({ version, from: at, to: at })
  }
  return spells
}

/** An article with several versions. */
export interface Changed {
  readonly article: number
  readonly versions: number
  readonly headline: string | null
  readonly outlet: string | null
  readonly lastSeen: string
}

/** Articles that have several versions, those seen last first. */
export async function changedArticles({ db }: Pick<Ledger, 'db'>, most: number): Promise<Changed[]> {
  const rows = await db
    .selectFrom('version as newer')
    .innerJoin('article', 'article.id', 'newer.articleId')
    .innerJoin('version as current', 'current.id', 'article.versionId')
    .select(['article.id', 'article.lastSeen', 'current.headline', 'current.outlet', 'newer.number'])
    .where('newer.number', '>', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('version as other')
            .select('other.id')
            .whereRef('other.articleId', '=', 'newer.articleId')
            .whereRef('other.number', '>', 'newer.number'),
        ),
      ),
    )
    .orderBy('article.lastSeen', 'desc')
    .orderBy('article.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, number, ...rest }) => ({ article: id, versions: number, ...rest }))
}

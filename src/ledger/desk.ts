/** The desk: what entered last, a page a line, and which stories changed since a position of the log, and in what. */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import { correctedIn } from './corrections/reapply.ts'
import { newClaims } from './developments/new-claims.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import { lastBy } from './position.ts'
import type { Found } from './readings.ts'
import { numberOf } from './settled.ts'
import { type ClaimShown, claimsShown } from './shown.ts'

/** What was read in a page, counted. */
export interface ReadingCounts {
  readonly claims: number
  readonly figures: number
  /** Claims that came to the outlet through another than their speaker. */
  readonly chains: number
  readonly leftOut: number
}

/** The reading of a page, in numbers: of its claims as people corrected them, without hidden ones. */
export interface ReadingLine extends ReadingCounts {
  readonly reading: number
  readonly article: number
  readonly version: number
  /** From 1: above it the page was seen to change. */
  readonly number: number
  readonly headline: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  /** When it was read, ISO in UTC. */
  readonly readAt: string
  readonly engine: string
  readonly story: number | null
  readonly notes: Article['notes']
}

/** Links of a chain that tells of nobody between outlet and speaker. */
const DIRECT = 2

/** Counts what was read in a page. */
export const countsOf = (
  { leftOut }: Pick<Article, 'leftOut'>,
  claims: readonly Pick<Claim, 'figures' | 'chain'>[],
): ReadingCounts => ({
  claims: claims.length,
  figures: claims.reduce((sum, { figures }) => sum + figures.length, 0),
  chains: claims.filter(({ chain }) => chain.length > DIRECT).length,
  leftOut: leftOut.length,
})

/**
 * The readings that count, the latest entered first.
 * @param before a reading's number, for the next page
 */
export async function latestReadings(
  { db }: Pick<Ledger, 'db'>,
  { limit = 20, before = Number.MAX_SAFE_INTEGER }: { readonly limit?: number; readonly before?: number } = {},
): Promise<ReadingLine[]> {
  const rows = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .innerJoin('article', 'article.versionId', 'version.id')
    .select(['reading.id', 'reading.readAt', 'reading.engine', 'reading.packed', 'version.number', 'version.page'])
    .select(['article.id as article', 'version.id as version'])
    .where('reading.isCurrent', '=', 1)
    .where('reading.id', '<', before)
    .orderBy('reading.id', 'desc')
    .limit(limit)
    .execute()
  const corrected = await correctedIn(
    db,
    rows.map(({ id }) => id),
  )
  const stories = await storiesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, packed, page, ...row }) => {
    const { claims: read } = unpackJson(packed) as Found
    const claims = corrected.get(id)?.(read) ?? read
    const { headline, outlet, published, url, leftOut, notes } = unpackJson(page) as Article
    return {
      ...row,
      reading: id,
      headline,
      outlet,
      published,
      url,
      story: stories.get(id) ?? null,
      ...countsOf({ leftOut }, claims),
      notes,
    }
  })
}

/** The stories of readings. */
async function storiesOf(db: Ledger['db'], readings: readonly number[]): Promise<Map<number, number>> {
  if (readings.length === 0) return new Map()
  const rows = await db
    .selectFrom('storyMember')
    .select(['reading', 'storyId'])
    .where(
      'reading',
      'in',
      readings.map((reading) => `r${reading}`),
    )
    .execute()
  return new Map(rows.map(({ reading, storyId }) => [numberOf(reading), storyId]))
}

/** What changed in a story. */
export interface StoryChanged {
  readonly story: number
  /** How many articles it has now. */
  readonly articles: number
  /** Articles that are new in the ledger, */
  readonly added: readonly number[]
  /** and those that were there and were seen to change, or were read anew. */
  readonly again: readonly number[]
  /** Claims whose origins nobody reported before, one of each: the first that entered. */
  readonly origins: readonly ClaimShown[]
  /** New claims with a figure that no older claim of their origin has. */
  readonly figures: readonly ClaimShown[]
  /** What people corrected, decided, undid and redid in its articles: numbers of corrections. */
  readonly corrections: readonly number[]
}

/**
 * Stories that changed since a position of the log, those that changed last first.
 * @param since a position's number: 0 for the beginning
 */
export async function storiesChanged(
  ledger: Pick<Ledger, 'db'>,
  since: number,
  { limit = 20 }: { readonly limit?: number } = {},
): Promise<StoryChanged[]> {
  const { db } = ledger
  const [reading, correction] = [await lastBy(ledger, 'reading', since), await lastBy(ledger, 'correction', since)]
  const came = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .innerJoin('article', 'article.versionId', 'version.id')
    .select(['reading.id', 'article.id as article'])
    .where('reading.id', '>', reading)
    .where('reading.isCurrent', '=', 1)
    .orderBy('reading.id', 'desc')
    .limit(MOST)
    .execute()
  const said = await db
    .selectFrom('correction')
    .innerJoin('article', 'article.id', 'correction.articleId')
    .innerJoin('reading', 'reading.versionId', 'article.versionId')
    .select(['correction.id', 'reading.id as reading'])
    .where('correction.id', '>', correction)
    .where('reading.isCurrent', '=', 1)
    .orderBy('correction.id', 'desc')
    .limit(MOST)
    .execute()
  const changed = [...new Set([...came.map(({ id }) => id), ...said.map((one) => one.reading)])]
  const stories = await storiesOf(db, changed)
  const ids = [...new Set(changed.flatMap((id) => stories.get(id) ?? []))].slice(0, limit)
  const found: StoryChanged[] = []
  for (const story of ids) {
    const own = came.filter(({ id }) => stories.get(id) === story)
    const isNew = await newArticles(db, own, reading)
    found.push({
      story,
      articles: await sizeOf(db, story),
      added: own.filter(({ article }) => isNew.has(article)).map(({ article }) => article),
      again: own.filter(({ article }) => !isNew.has(article)).map(({ article }) => article),
      ...(await newIn(
        ledger,
        own.map(({ id }) => id),
        reading,
      )),
      corrections: said.filter((one) => stories.get(one.reading) === story).map(({ id }) => id),
    })
  }
  return found
}

/** Readings and corrections that are looked at, the latest: who was away longer begins anew. */
const MOST = 1000

async function sizeOf(db: Ledger['db'], story: number): Promise<number> {
  const row = await db.selectFrom('story').select('size').where('id', '=', story).executeTakeFirst()
  return row?.size ?? 0
}

/** Of some articles those that no reading had by the last one of that time. */
async function newArticles(
  db: Ledger['db'],
  came: readonly { readonly article: number }[],
  last: number,
): Promise<Set<number>> {
  const articles = came.map(({ article }) => article)
  if (articles.length === 0) return new Set()
  const known = await db
    .selectFrom('version')
    .innerJoin('reading', 'reading.versionId', 'version.id')
    .select('version.articleId')
    .distinct()
    .where('version.articleId', 'in', articles)
    .where('reading.id', '<=', last)
    .execute()
  const before = new Set(known.map(({ articleId }) => articleId))
  return new Set(articles.filter((article) => !before.has(article)))
}

/** What the claims of new readings tell that none told before: origins, and figures of older origins. */
async function newIn(
  ledger: Pick<Ledger, 'db'>,
  readings: readonly number[],
  after: number,
): Promise<Pick<StoryChanged, 'origins' | 'figures'>> {
  const { origins, told } = await newClaims(ledger, readings, { after })
  return {
    origins: await claimsShown(
      ledger,
      origins.flatMap(({ fresh }) => fresh[0] ?? []),
    ),
    figures: await claimsShown(ledger, await withNewFigures(ledger.db, told)),
  }
}

/** Of claims those with a number that no older one beside them has; one for each number. */
async function withNewFigures(
  db: Ledger['db'],
  looked: readonly { readonly fresh: readonly number[]; readonly old: readonly number[] }[],
): Promise<number[]> {
  const all = looked.flatMap(({ fresh, old }) => [...fresh, ...old])
  if (all.length === 0) return []
  const rows = await db
    .selectFrom('figure')
    .select(['claimId', 'low', 'high'])
    .where('claimId', 'in', all)
    .where(({ or, eb }) => or([eb('low', 'is not', null), eb('high', 'is not', null)]))
    .orderBy('id')
    .execute()
  const numbersOf = Map.groupBy(rows, ({ claimId }) => claimId)
  const numbers = (claim: number): string[] => (numbersOf.get(claim) ?? []).map(({ low, high }) => `${low}..${high}`)
  return looked.flatMap(({ fresh, old }) => {
    const known = new Set(old.flatMap(numbers))
    return fresh.filter((claim) => {
      const own = numbers(claim).filter((number) => !known.has(number))
      for (const number of own) known.add(number)
      return own.length > 0
    })
  })
}

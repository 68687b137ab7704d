/** What counts in articles now, as it is looked for: read from the ledger's rows, corrections included. */
import type { Article } from '../../page/article.ts'
import type { Ledger, Writing } from '../open.ts'
import { unpackJson } from '../pack.ts'
import type { Found } from '../readings.ts'
import type { ArticleEntry, ClaimEntry } from './terms.ts'

/** The reading of an article that counts, with its version. */
export interface CurrentReading {
  readonly article: number
  readonly version: number
  readonly reading: number
}

/** An article with its claims, as they are looked for. */
export interface Entry {
  readonly reading: number
  /** When it was published or, where the page does not say, first seen. */
  readonly day: string
  readonly article: ArticleEntry
  readonly claims: readonly (ClaimEntry & { readonly id: number })[]
  readonly headlineDrift: readonly { readonly claim: number | null; readonly kind: string }[]
}

/** The readings that count, by article. */
export async function currentReadings(
  db: Ledger['db'],
  articles: readonly number[],
): Promise<Map<number, CurrentReading>> {
  const rows = await db
    .selectFrom('article')
    .innerJoin('reading', 'reading.versionId', 'article.versionId')
    .select(['article.id as article', 'reading.versionId as version', 'reading.id as reading'])
    .where('article.id', 'in', articles)
    .where('reading.isCurrent', '=', 1)
    .execute()
  return new Map(rows.map((row) => [row.article, row]))
}

/** What is looked for of some articles. */
export async function entriesOf(db: Writing, current: readonly CurrentReading[]): Promise<Entry[]> {
  if (current.length === 0) return []
  const [versions, readings] = [current.map(({ version }) => version), current.map(({ reading }) => reading)]
  const pages = await db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.articleId')
    .select(['version.id', 'version.headline', 'version.outlet', 'version.published', 'version.lang', 'version.page'])
    .select('article.firstSeen')
    .where('version.id', 'in', versions)
    .execute()
  const packs = await db.selectFrom('reading').select(['id', 'packed']).where('id', 'in', readings).execute()
  const claims = await db
    .selectFrom('claim')
    .selectAll()
    .where('readingId', 'in', readings)
    .where('isCurrent', '=', 1)
    .where('isHidden', '=', 0)
    .orderBy('id')
    .execute()
  const figures = await db
    .selectFrom('figure')
    .innerJoin('claim', 'claim.id', 'figure.claimId')
    .select(['figure.claimId', 'figure.low', 'figure.high', 'figure.measure', 'figure.unit', 'figure.population'])
    .where('claim.readingId', 'in', readings)
    .where('claim.isCurrent', '=', 1)
    .orderBy('figure.id')
    .execute()
  const articles = current.map(({ article }) => article)
  const told = await db
    .selectFrom('drift')
    .select(['articleId', 'claimId', 'kind'])
    .where('articleId', 'in', articles)
    .where('toldIn', '=', 'report')
    .orderBy('id')
    .execute()
  const pageOf = new Map(pages.map((page) => [page.id, page]))
  const packOf = new Map(packs.map(({ id, packed }) => [id, packed]))
  const claimsOf = Map.groupBy(claims, ({ readingId }) => readingId)
  const figuresOf = Map.groupBy(figures, ({ claimId }) => claimId)
  const toldOf = Map.groupBy(told, ({ articleId }) => articleId)

  return current.flatMap(({ article, version, reading }) => {
    const [page, pack] = [pageOf.get(version), packOf.get(reading)]
    if (page === undefined || pack === undefined) return []
    const found = unpackJson(pack) as Found
    const asRead = new Map(found.claims.map((claim) => [claim.id, claim]))
    const rows = claimsOf.get(reading) ?? []
    const numberOf = new Map(rows.map(({ id, local }) => [local, id]))
    const headlineDrift = (found.headline?.drift ?? []).map(({ from, kind }) => ({
      claim: numberOf.get(from.claim ?? found.headline?.claim ?? '') ?? null,
      kind,
    }))
    const drift = [
      ...headlineDrift,
      ...(toldOf.get(article) ?? []).map(({ claimId, kind }) => ({ claim: claimId, kind })),
    ]
    return {
      reading,
      day: page.published ?? page.firstSeen,
      article: {
        article,
        headline: page.headline,
        deck: (unpackJson(page.page) as Article).deck,
        outlet: page.outlet,
        lang: page.lang,
        isDated: page.published !== null,
        drift: drift.map(({ kind }) => kind),
      },
      claims: rows.map((row) => ({
        ...row,
        article,
        kinds: kindsOf(row.speakerKind, asRead.get(row.local)?.chain ?? []),
        figures: figuresOf.get(row.id) ?? [],
        drift: drift.filter(({ claim }) => claim === row.id).map(({ kind }) => kind),
      })),
      headlineDrift,
    }
  })
}

/** The speaker's kind, and unnamed where an unnamed source passed it on. */
const kindsOf = (speaker: string | null, chain: readonly { readonly kind: string }[]): string[] => [
  ...new Set([
    ...(speaker === null ? [] : [speaker]),
    ...(chain.some(({ kind }) => kind === 'unnamed') ? ['unnamed'] : []),
  ]),
]

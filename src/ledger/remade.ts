/** Claims as they are looked for, made anew from what was read and what people corrected, and compared. */
import type { Claim } from '../claims/claim.ts'
import { claimColumns, figureColumns } from './claim-rows.ts'
import { membersOf } from './corrections/reapply.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Found } from './readings.ts'
import { storable } from './sql/storable.ts'
import type { Tables } from './tables.ts'

type Db = Ledger['db']
type ClaimRow = Omit<Tables['claim'], 'id'> & { readonly id: number }
type ReadingRow = Omit<Tables['reading'], 'id'> & { readonly id: number }

/**
 * The claims of a reading that do not stand in the ledger as they were read and corrected.
 * @param claims its rows
 * @returns their numbers
 */
export async function claimsNotAsRead(db: Db, reading: ReadingRow, claims: readonly ClaimRow[]): Promise<number[]> {
  if (claims.length === 0) return []
  const { articleId, current } = await db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.articleId')
    .select(['articleId', 'article.versionId as current'])
    .where('version.id', '=', reading.versionId)
    .executeTakeFirstOrThrow()
  const place = {
    versionId: reading.versionId,
    articleId,
    isCurrent: reading.isCurrent === 1 && current === reading.versionId ? 1 : 0,
  }
  const found = new Map((unpackJson(reading.packed) as Found).claims.map((claim) => [claim.id, claim]))
  const corrected = await correctedClaims(db, reading.id)
  const figures = await figuresOf(db, reading.id)
  return claims.flatMap((row) => {
    const read = corrected.get(row.id)?.read ?? found.get(row.local)
    if (read === undefined) return [row.id]
    const { claim, isHidden } = corrected.get(row.id) ?? { claim: read, isHidden: false }
    const made = { ...place, ...claimColumns(claim), ...wordsOf(read), isHidden: isHidden ? 1 : 0 }
    const isSo =
      Object.entries(made).every(([name, value]) => row[name as keyof typeof made] === storable(value ?? null)) &&
      alike(figures.get(row.id) ?? [], claim.figures.map(figureColumns))
    return isSo ? [] : [row.id]
  })
}

/** What of a claim stays as it was read, whatever people say of it. */
const wordsOf = ({ content, in: standsIn, confidence }: Claim) => ({
  content: content.text,
  standsIn,
  start: content.start,
  end: content.end,
  confidence,
})

/** The claims of a reading that people said something of, or added. */
async function correctedClaims(
  db: Db,
  reading: number,
): Promise<Map<number, { read: Claim; claim: Claim; isHidden: boolean }>> {
  const threads = await db
    .selectFrom('correction')
    .innerJoin('claim as named', 'named.id', 'correction.claimId')
    .innerJoin('claim as own', 'own.thread', 'named.thread')
    .select('own.thread')
    .distinct()
    .where('own.readingId', '=', reading)
    .where('correction.field', '!=', 'origin')
    .execute()
  const members = await membersOf(
    db,
    threads.flatMap(({ thread }) => thread ?? []),
  )
  return new Map(
    members
      .filter((member) => member.reading === reading)
      .map(({ id, read, corrected: { claim, isHidden } }) => [id, { read, claim, isHidden }]),
  )
}

type FigureRow = Omit<Tables['figure'], 'id' | 'claimId'>

async function figuresOf(db: Db, reading: number): Promise<Map<number, FigureRow[]>> {
  const rows = await db
    .selectFrom('figure')
    .innerJoin('claim', 'claim.id', 'figure.claimId')
    .select(['claimId', 'text', 'low', 'high', 'measure', 'unit', 'population'])
    .where('claim.readingId', '=', reading)
    .orderBy('figure.id')
    .execute()
  return Map.groupBy(rows, ({ claimId }) => claimId)
}

const alike = (rows: readonly FigureRow[], made: readonly FigureRow[]): boolean =>
  rows.length === made.length &&
  made.every((figure, at) =>
    Object.entries(figure).every(([name, value]) => rows[at]?.[name as keyof FigureRow] === storable(value ?? null)),
  )

/** Readings as they stand in stories: for each article one, the one that counts. */
import type { Ledger } from '../open.ts'
import { currentReadings } from '../search/current.ts'
import { nameOf, numberOf } from '../settled.ts'

/** The readings that stand for articles now, in the order in which they entered. */
export async function standingOf(db: Ledger['db'], articles: readonly number[]): Promise<number[]> {
  if (articles.length === 0) return []
  const current = await currentReadings(db, articles)
  return [...current.values()].map(({ reading }) => reading).sort((one, other) => one - other)
}

/** Of readings, by their names, those whose version had been read by then. @param last the last reading known by then */
export async function knownAmong(db: Ledger['db'], readings: readonly number[], last: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reading')
    .innerJoin('reading as first', 'first.versionId', 'reading.versionId')
    .select('reading.id')
    .distinct()
    .where('reading.id', 'in', readings)
    .where('first.id', '<=', last)
    .execute()
  return new Set(rows.map(({ id }) => nameOf(id)))
}

/** The stories of readings, in the order in which these entered. */
export async function storiesOf(
  db: Ledger['db'],
  readings: readonly number[],
): Promise<{ readonly story: number; readonly readings: readonly number[] }[]> {
  if (readings.length === 0) return []
  const rows = await db
    .selectFrom('storyMember')
    .select(['reading', 'storyId'])
    .where('reading', 'in', readings.map(nameOf))
    .execute()
  const placed = new Map(rows.map(({ reading, storyId }) => [numberOf(reading), storyId]))
  const standing = readings.filter((reading) => placed.has(reading))
  return [...Map.groupBy(standing, (reading) => placed.get(reading) as number)].map(([story, own]) => ({
    story,
    readings: own,
  }))
}

/** The readings of a story. */
export async function storyReadings(db: Ledger['db'], story: number): Promise<number[]> {
  const rows = await db.selectFrom('storyMember').select('reading').where('storyId', '=', story).execute()
  return rows.map(({ reading }) => numberOf(reading))
}

/** Numbers that begin with digits that somebody has typed. */
import type { Ledger } from './open.ts'

/** The digits of the largest number that is one exactly. */
const DIGITS = 15

/**
 * Numbers of things of a kind that begin with some digits, the smallest first; of claims those that count and are not
 * hidden.
 * @param typed digits; without any all begin with them
 */
export async function numbersBegun(
  { db }: Pick<Ledger, 'db'>,
  kind: 'claim' | 'article' | 'story',
  typed: string,
  limit = 20,
): Promise<number[]> {
  if (!/^(?:[1-9]\d{0,14})?$/.test(typed)) return []
  const first = Number(typed)
  const ranges = Array.from({ length: DIGITS - typed.length + 1 }, (_, more) => 10 ** more).map((size) => ({
    from: first * size,
    to: first * size + size - 1,
  }))
  const rows = await db
    .selectFrom(kind)
    .select('id')
    .$if(typed !== '', (query) =>
      query.where((where) => where.or(ranges.map(({ from, to }) => where.between('id', from, to)))),
    )
    .$if(kind === 'claim', (query) =>
      query.where('claim.isCurrent' as 'id', '=', 1).where('claim.isHidden' as 'id', '=', 0),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of some claims a query finds: asked of them alone, however many others there are. */
import type { Ledger } from '../open.ts'
import { keysAmong } from './found.ts'
import { idOf } from './keys.ts'
import { matchOf } from './match.ts'
import type { Query } from './query.ts'

/** Keys that are asked for together. */
const TOGETHER = 500

/**
 * Of some claims those that a query finds.
 * @param claims their numbers: of an article as it stands now
 */
export async function claimsAmong(
  ledger: Pick<Ledger, 'db'>,
  query: Query,
  claims: readonly number[],
): Promise<Set<number>> {
  const found = new Set<number>()
  const match = matchOf(query)
  for (let i = 0; i < claims.length; i += TOGETHER) {
    const wanted = new Set(claims.slice(i, i + TOGETHER))
    const rows = await ledger.db
      .selectFrom('claimSearch')
      .select('key')
      .where('articleId', 'in', (inner) =>
        inner
          .selectFrom('claim')
          .select('articleId')
          .where('id', 'in', [...wanted]),
      )
      .execute()
    const keys = rows.map(({ key }) => key).filter((key) => wanted.has(idOf(key)))
    for (const key of await keysAmong(ledger, match, keys)) found.add(idOf(key))
  }
  return found
}

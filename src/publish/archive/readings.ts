/**
 * Readings by the reading contract, one a line: what `hearsay read --jsonl` writes, for articles that are in a ledger, and
 * what `hearsay ingest` takes. Claims as people corrected them; hidden ones are left out.
 */
import { articlesHeld } from '../../ledger/holdings/articles.ts'
import type { Chosen } from '../../ledger/holdings/chosen.ts'
import { nameOf } from '../../ledger/settled.ts'
import type { StillLedger } from '../../ledger/still.ts'
import { json } from '../printable.ts'

/**
 * @param onProgress is told how many articles and claims there are so far
 * @returns some lines at a time
 */
export async function* readingPieces(
  ledger: StillLedger,
  chosen: Chosen,
  onProgress: (articles: number, claims: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let [articles, claims] = [0, 0]
  for await (const some of articlesHeld(ledger, chosen, { pages: true })) {
    for (const { reading, page: article, claims: held, headlineCheck: headline } of some) {
      const line = { id: nameOf(reading), article, claims: held.map(({ claim }) => claim), headline }
      yield Buffer.from(`${json(line)}\n`)
      articles++
      claims += held.length
    }
    onProgress(articles, claims)
  }
}

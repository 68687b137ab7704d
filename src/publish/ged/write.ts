/** `ucdp-ged.csv`: figures of deaths in the columns of UCDP GED, origin by origin. */
import type { Chosen } from '../../ledger/holdings/chosen.ts'
import { measuredOrigins } from '../../ledger/holdings/measured.ts'
import type { StillLedger } from '../../ledger/still.ts'
import { DEATHS, deathFigures } from './deaths.ts'
import { EVENTS } from './events.ts'

/**
 * The file, piece by piece. The same position of the ledger gives the same bytes.
 * @param onProgress is told how many rows there are so far
 */
export async function* gedPieces(
  ledger: StillLedger,
  chosen: Chosen,
  onProgress: (rows: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(EVENTS.head)
  let rows = 0
  for await (const origins of measuredOrigins(ledger, DEATHS, chosen)) {
    const figures = origins.flatMap(deathFigures)
    rows += figures.length
    yield Buffer.from(figures.map((figure) => EVENTS.lines(figure)).join(''))
    onProgress(rows)
  }
}

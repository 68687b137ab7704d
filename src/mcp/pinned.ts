/** To which position of the log an answer's permalinks are pinned, and how long its words are. */
import { positionNow } from '../ledger/position.ts'
import type { Pinned } from '../publish/records/pinned.ts'
import type { Serving } from './serving.ts'

/** The ledger as it is now. @param seq an earlier position, where one was asked for */
export async function pinnedNow({ ledger, address, excerpt }: Serving, seq?: number): Promise<Pinned> {
  return { site: address, seq: seq ?? (await positionNow(ledger)).seq, excerpt }
}

/** Characters of words in a list: an assistant asks for the claim where it wants more. */
const IN_LIST = 300

/** The same for words of a list. */
export const listed = (pinned: Pinned): Pinned => ({ ...pinned, excerpt: Math.min(IN_LIST, pinned.excerpt ?? IN_LIST) })

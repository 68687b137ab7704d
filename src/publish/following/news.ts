/** What came since somebody was told last, looked up once for all who follow the same and were told as far. */
import { LRUCache } from 'lru-cache'
import type { Followed } from '../../ledger/developments/development.ts'
import { developmentsOf } from '../../ledger/developments/list.ts'
import type { Ledger } from '../../ledger/open.ts'

/** Somebody's mark: what is followed, in its one written form, and the last development that was told of it. */
interface Mark {
  readonly followed: Followed
  readonly subject: string
  readonly after: number
}

/** What came of one thing, and up to where that is all of it. */
export interface News {
  /** Developments, oldest first. */
  readonly ids: readonly number[]
  readonly upTo: number
}

/** Developments of one thing that are told together; what is beyond comes next. */
const MOST = 200

/** A search is looked for in so many developments in one go, at least: see developmentsOf. */
const LOOKED = 10_000

/** Answers that are kept: followers of one thing are not side by side. */
const KEPT = 5000

/** @param last the last development there is */
export function newsIn(ledger: Ledger, last: number): (mark: Mark) => Promise<News> {
  const known = new LRUCache<string, Promise<News>>({ max: KEPT })
  return (mark) => {
    const key = `${mark.after} ${mark.subject}`
    const news = known.get(key) ?? newsOf(ledger, mark, last)
    known.set(key, news)
    return news
  }
}

async function newsOf(ledger: Ledger, { followed, after }: Mark, last: number): Promise<News> {
  if (after >= last) return { ids: [], upTo: after }
  const found = await developmentsOf(ledger, followed, { after, limit: MOST }).catch((error) => {
    // A search that cannot be understood any more finds nothing.
    if ((error as Error).name === 'QueryError') return []
    throw error
  })
  const ids = found.map(({ id }) => id)
  const lastFound = ids.at(-1) ?? after
  if (ids.length >= MOST) return { ids, upTo: lastFound }
  const looked = followed.kind === 'search' ? Math.min(last, after + LOOKED) : last
  return { ids, upTo: Math.max(lastFound, looked) }
}

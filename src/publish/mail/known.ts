/** What letters tell is looked up in the ledger once for all of them, and again when it may have changed. */
import { LRUCache } from 'lru-cache'
import type { Development, Followed } from '../../ledger/developments/development.ts'
import { developmentsOf } from '../../ledger/developments/list.ts'
import type { Ledger } from '../../ledger/open.ts'
import { followedName } from '../developments/followed.ts'
import { subjectOf } from '../following/subject.ts'

/** How long what was looked up is held for known, in milliseconds: a claim that a person hid is told no more after it. */
const HELD = 10_000

/** How many things are. */
const MOST = 2000

export interface Known {
  /** The development of a number; none where its claim was hidden since. */
  developmentBy(id: number): Promise<readonly Development[]>
  /** What something that is followed is called. */
  nameOf(followed: Followed): Promise<string>
}

export function knownOf(ledger: Pick<Ledger, 'db'>): Known {
  const developments = new LRUCache<number, Promise<readonly Development[]>>({ max: MOST, ttl: HELD })
  const names = new LRUCache<string, Promise<string>>({ max: MOST, ttl: HELD })
  return {
    developmentBy: (id) => {
      const known = developments.get(id) ?? lookedUp(ledger, id)
      if (!developments.has(id)) developments.set(id, known)
      return known
    },
    nameOf: (followed) => {
      const subject = subjectOf(followed)
      const known =
        names.get(subject) ?? followedName(ledger, followed).then((name) => name ?? 'what is no longer there')
      if (!names.has(subject)) names.set(subject, known)
      return known
    },
  }
}

const lookedUp = async (ledger: Pick<Ledger, 'db'>, id: number): Promise<readonly Development[]> =>
  (await developmentsOf(ledger, { kind: 'all' }, { after: id - 1, limit: 1 })).filter((one) => one.id === id)

/**
 * Verification: proves from the log that nothing was altered or lost. Every entry's hash is made anew from the one before
 * it, and what entered is held against it (see intact.ts); what stands in the ledger without an entry is found too. The
 * last hash vouches for all: kept elsewhere, it shows whether the log was cut. What a damaged file does not give any more
 * is told, and the rest is verified. Origins, stories, what search finds by, and which addresses lead to an article are not
 * held against anything.
 */
import { LedgerError } from './errors.ts'
import { whatIsWrong } from './intact.ts'
import { BEGINNING, type Entry, hashOf } from './log.ts'
import type { Ledger } from './open.ts'
import { fileFaults } from './sql/integrity.ts'
import type { Tables } from './tables.ts'

/** Something that is not as it entered. */
interface Fault {
  readonly kind: Entry['kind'] | 'log' | 'file'
  /** Its number, or the log entry's; 0 for the file. */
  readonly subject: number
  /** In words: what is wrong with it. */
  readonly message: string
}

/** What was proved. */
export interface Verified {
  readonly entries: number
  readonly captures: number
  readonly faults: readonly Fault[]
  /** The last entry's hash. */
  readonly head: string
}

/** Entries looked at together. */
const TOGETHER = 200

/**
 * Verifies a ledger.
 * @param onProgress is told how many entries were looked at, of how many
 * @param known a hash that was the last one before: a fault is told where the log does not hold it
 */
export async function verify(
  ledger: Pick<Ledger, 'db'>,
  { onProgress = () => {}, known }: { onProgress?: (done: number, all: number) => void; known?: string } = {},
): Promise<Verified> {
  const { db } = ledger
  const ofFile = await unlessDamaged(['it cannot be read in all its parts'], () => fileFaults(db))
  const faults: Fault[] = ofFile.map((message) => ({ kind: 'file', subject: 0, message }))
  const all = await lastOf(db)
  let [head, seq, entries, captures] = [BEGINNING, 0, 0, 0]
  let isKnown = known === undefined || known === BEGINNING
  for (;;) {
    const some = await entriesAfter(db, seq, all)
    if (some.length === 0) break
    for (const entry of some) {
      if (entry.seq !== seq + 1)
        faults.push({
          kind: 'log',
          subject: entry.seq,
          message: `${entry.seq - seq - 1} entries before it are missing`,
        })
      if (hashOf(head, entry) !== entry.hash)
        faults.push({ kind: 'log', subject: entry.seq, message: 'its hash does not follow from the entry before it' })
      head = entry.hash
      seq = entry.seq
      if (entry.hash === known) isKnown = true
    }
    faults.push(...(await alteredOf(db, some)))
    entries += some.length
    captures += some.filter(({ kind }) => kind === 'capture').length
    onProgress(entries, Math.max(entries, all))
  }
  if (!isKnown)
    faults.push({ kind: 'log', subject: seq, message: 'the hash that was given is not in it: it was cut or rewritten' })
  faults.push(...(await unentered(db)))
  return { entries, captures, faults, head }
}

type Db = Ledger['db']

/** What cannot be had from a damaged file is nothing. */
async function unlessDamaged<Result, Nothing>(
  nothing: Nothing,
  work: () => Promise<Result>,
): Promise<Result | Nothing> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LedgerError && error.trouble === 'damaged') return nothing
    throw error
  }
}

/** The number of the last entry; 0 where there is none. */
async function lastOf(db: Db): Promise<number> {
  const last = await unlessDamaged(undefined, () =>
    db.selectFrom('log').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst(),
  )
  return last?.seq ?? 0
}

/** The next entries; those on damaged pages of the file are passed over, one by one. */
async function entriesAfter(db: Db, seq: number, last: number): Promise<Entry[]> {
  for (let after = seq; after <= last; after++) {
    const some = await unlessDamaged(null, () =>
      db.selectFrom('log').selectAll().where('seq', '>', after).orderBy('seq').limit(TOGETHER).execute(),
    )
    if (some !== null) return some
  }
  return []
}

/** What some entries' subjects have against their digests. */
async function alteredOf(db: Db, entries: readonly Entry[]): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const entry of entries) {
    const message = await unlessDamaged('it is on a damaged page of the file', () => whatIsWrong(db, entry))
    if (message !== null) faults.push({ kind: entry.kind, subject: entry.subject, message })
  }
  return faults
}

const NUMBERED = ['capture', 'version', 'reading', 'correction'] as const satisfies readonly (Entry['kind'] &
  keyof Tables)[]

/** What stands in the ledger and never entered. */
async function unentered(db: Db): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const kind of NUMBERED) {
    const rows = await unlessDamaged([], () =>
      db
        .selectFrom(kind)
        .select('id')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('log')
                .select('seq')
                .where('kind', '=', kind)
                .whereRef('subject', '=', `${kind}.id` as 'capture.id'),
            ),
          ),
        )
        .limit(100)
        .execute(),
    )
    faults.push(
      ...rows.map(({ id }) => ({
        kind,
        subject: id,
        message: 'it stands in the ledger, and its entry is not in the log',
      })),
    )
  }
  return faults
}

/**
 * What can be wrong with a ledger as a whole, in a person's words: which file or server, what happened, what to do. The
 * two databases' own errors are told apart by SQLite's result codes and PostgreSQL's SQLSTATE classes.
 */

/** What is wrong with it. */
export type LedgerTrouble =
  | 'newer'
  | 'older'
  | 'outdated'
  | 'not a ledger'
  | 'missing'
  | 'read-only'
  | 'full'
  | 'damaged'
  | 'busy'
  | 'interrupted'
  | 'unreachable'

/** A ledger that cannot be used as asked. What is stored is as it was before. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly trouble: LedgerTrouble
  /** Whether it may pass by itself, or when somebody makes room or starts the server: it is worth trying again. */
  readonly passing: boolean

  constructor(trouble: LedgerTrouble, message: string, options?: ErrorOptions) {
    super(message, options)
    this.trouble = trouble
    this.passing = PASSING.has(trouble)
  }
}

const PASSING: ReadonlySet<LedgerTrouble> = new Set(['full', 'busy', 'interrupted', 'unreachable'])

const ADVICE: Readonly<Record<LedgerTrouble, string>> = {
  newer: 'it was made by a newer Hearsay. Use that, or a newer one: npm install hearsay@latest.',
  older:
    'it was made by an older Hearsay, and is only read here. Open it once for writing, or a copy of it: hearsay rejoin.',
  outdated: 'its origins and stories were made by another release. Make them anew: hearsay rejoin.',
  'not a ledger': 'it is a file of something else. Name another file, or none to use the usual one.',
  missing: 'there is no such ledger. Check the spelling; hearsay add makes one.',
  'read-only':
    'it cannot be written to. Change the permissions of its file and folder, or the rights of its user, or copy it.',
  full: 'there is no room: the disk is full, or a quota or limit is reached. What was stored is kept; make room, do it again.',
  damaged:
    'its file is damaged. Stop writing to it, keep a copy, and restore a backup; hearsay verify says what is lost.',
  busy: 'another program is writing to it and did not finish in time. Wait for it, or stop it, and do it again.',
  interrupted: 'its database server broke off what it was asked to do. What was stored before is kept; do it again.',
  unreachable: 'its database server cannot be reached. Is it running, and are address, user and password right?',
}

/** An error about a ledger with its advice. */
export const troubled = (trouble: LedgerTrouble, ledger: string, cause?: unknown): LedgerError =>
  new LedgerError(trouble, `${ledger}: ${ADVICE[trouble]}`, { cause })

/** SQLite's result codes, primary and extended (sqlite.org/rescode.html). */
const SQLITE: Readonly<Record<number, LedgerTrouble>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'damaged',
  11: 'damaged',
  13: 'full',
  14: 'read-only',
  26: 'not a ledger',
  526: 'not a ledger',
  // Writing (778), synchronising (1034), cutting (1546) and making room for the companion (4874): a disk that is full says
  // so in one place, and a quota or a limit of the size of files in the others.
  778: 'full',
  1034: 'full',
  1546: 'full',
  4874: 'full',
}

/** PostgreSQL's SQLSTATE codes (postgresql.org/docs/current/errcodes-appendix.html), the longest that fits first. */
const POSTGRES: readonly (readonly [code: string, trouble: LedgerTrouble])[] = [
  ['25006', 'read-only'],
  ['42501', 'read-only'],
  ['53100', 'full'],
  ['3D000', 'missing'],
  ['53300', 'unreachable'],
  ['53', 'interrupted'],
  ['57014', 'interrupted'],
  ['57P', 'unreachable'],
  ['55P03', 'busy'],
  ['40', 'interrupted'],
  ['28', 'unreachable'],
  ['08', 'unreachable'],
  ['58', 'damaged'],
  ['XX', 'damaged'],
]

const NETWORK = /^(?:ECONN|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN)/

/** What `pg` and Kysely say, without a code, of connections that broke or did not come about. */
const BROKEN =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (?:has encountered|was closed)|Postgres connection has been discarded)/

/** What a database's error says of the ledger; null for an error of another kind. */
function troubleOf(error: unknown): LedgerTrouble | null {
  const { code, errcode, message = '' } = error as { code?: string; errcode?: number; message?: string }
  if (errcode !== undefined) return SQLITE[errcode] ?? SQLITE[errcode & 0xff] ?? null
  if (code === 'ENOSPC') return 'full'
  if (code !== undefined && NETWORK.test(code)) return 'unreachable'
  if (BROKEN.test(message)) return 'unreachable'
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return null
  return POSTGRES.find(([start]) => code.startsWith(start))?.[1] ?? null
}

/** Runs work on a ledger; a database's error about the ledger becomes a LedgerError. */
export async function explained<Result>(ledger: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LedgerError) throw error
    const trouble = troubleOf(error)
    if (trouble === null) throw error
    throw troubled(trouble, ledger, error)
  }
}

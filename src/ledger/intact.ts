/**
 * What entered, held against its entry in the log: captures with their bytes and what they were read as, versions with
 * their times, readings with the numbers and threads of their claims, corrections. What follows from these is made anew and
 * compared: which version and which reading count, and the claims as people look for them.
 */
import { versionDigest } from './articles.ts'
import { captureDigest, placedDigest } from './captures.ts'
import { isAdded } from './corrections/added.ts'
import { correctionDigest } from './corrections/record.ts'
import { LedgerError } from './errors.ts'
import { type Entry, sha256 } from './log.ts'
import type { Ledger } from './open.ts'
import { unpack } from './pack.ts'
import { countsDigest, readingDigest } from './readings.ts'
import { claimsNotAsRead } from './remade.ts'
import type { Tables } from './tables.ts'

type Db = Ledger['db']

/** What is wrong with an entry's subject, in words; null for nothing. */
type Check = (db: Db, entry: Entry) => Promise<string | null>

const MISSING = 'it is missing'
const ALTERED = 'it is not as it entered'

/**
 * What is wrong with what an entry is of, in words; null for nothing. Of what entered several times the last entry counts.
 */
export async function whatIsWrong(db: Db, entry: Entry): Promise<string | null> {
  const message = await unlessUnpackable(() => CHECKS[entry.kind](db, entry))
  return message === ALTERED && (await isEnteredLater(db, entry)) ? null : message
}

async function isEnteredLater(db: Db, { kind, subject, seq }: Entry): Promise<boolean> {
  const later = await db
    .selectFrom('log')
    .select('seq')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('seq', '>', seq)
    .executeTakeFirst()
  return later !== undefined
}

async function unlessUnpackable(check: () => Promise<string | null>): Promise<string | null> {
  try {
    return await check()
  } catch (error) {
    if ((error as Error).name === 'UnpackError') return 'it cannot be unpacked'
    throw error
  }
}

const CHECKS: Readonly<Record<Entry['kind'], Check>> = {
  capture: async (db, { subject, digest }) => {
    const row = await db.selectFrom('capture').selectAll().where('id', '=', subject).executeTakeFirst()
    if (row === undefined) return MISSING
    if (row.digest !== captureDigest(row) || placedDigest(row.digest, row.versionId) !== digest) return ALTERED
    const body = await db.selectFrom('body').select('packed').where('sha256', '=', row.sha256).executeTakeFirst()
    if (body === undefined) return 'its bytes are missing'
    return sha256(unpack(body.packed)) === row.sha256 ? null : 'its bytes are not as they came'
  },
  version: async (db, { subject, digest }) => {
    const row = await db.selectFrom('version').selectAll().where('id', '=', subject).executeTakeFirst()
    if (row === undefined) return MISSING
    if (versionDigest(row, unpack(row.page)) !== digest) return ALTERED
    return (await articleWrong(db, row.articleId)) ?? readingsWrong(db, row.id)
  },
  reading: async (db, { subject, digest }) => {
    const row = await db.selectFrom('reading').selectAll().where('id', '=', subject).executeTakeFirst()
    if (row === undefined) return MISSING
    const claims = await db.selectFrom('claim').selectAll().where('readingId', '=', subject).orderBy('id').execute()
    const read = claims.filter((claim) => !isAdded(claim))
    if (readingDigest(row, unpack(row.packed), read) !== digest) return ALTERED
    try {
      const wrong = await claimsNotAsRead(db, row, claims)
      return wrong.length === 0 ? null : `not as they were read and corrected: ${claimsNamed(wrong)}`
    } catch (error) {
      if (error instanceof LedgerError) throw error
      // A correction that was altered may make no claim at all.
      return 'its claims cannot be made anew from what was read and corrected'
    }
  },
  counting: async (db, { subject, digest }) => {
    const row = await db.selectFrom('reading').select('versionId').where('id', '=', subject).executeTakeFirst()
    if (row === undefined) return MISSING
    return countsDigest(row.versionId, subject) === digest ? null : ALTERED
  },
  correction: async (db, { subject, digest }) => {
    const row = await db.selectFrom('correction').selectAll().where('id', '=', subject).executeTakeFirst()
    if (row === undefined) return MISSING
    if (correctionDigest(row) !== digest) return ALTERED
    const claim = await db.selectFrom('claim').select('articleId').where('id', '=', row.claimId).executeTakeFirst()
    return claim?.articleId === row.articleId ? null : 'the claim that it is of is missing'
  },
}

/** Claims that are named one by one. */
const NAMED = 10

const claimsNamed = (claims: readonly number[]): string =>
  `claims ${claims.slice(0, NAMED).join(', ')}${claims.length > NAMED ? ` and ${claims.length - NAMED} more` : ''}`

/** Whether what is told of an article follows from its versions: see makeCurrent in articles.ts. */
async function articleWrong(db: Db, article: number): Promise<string | null> {
  const row = await db.selectFrom('article').selectAll().where('id', '=', article).executeTakeFirst()
  if (row === undefined) return `its article ${article} is missing`
  const versions = await db
    .selectFrom('version')
    .select(['id', 'outlet', 'firstSeen', 'lastSeen'])
    .where('articleId', '=', article)
    .orderBy('isPartial')
    .orderBy('lastSeen', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const [latest] = versions
  const [first = ''] = versions.map(({ firstSeen }) => firstSeen).sort()
  const follows: Omit<Tables['article'], 'id'> = {
    versionId: latest?.id ?? null,
    outlet: latest?.outlet ?? null,
    firstSeen: first,
    lastSeen: latest?.lastSeen ?? '',
  }
  const isSo = Object.entries(follows).every(([name, value]) => row[name as keyof typeof follows] === value)
  return isSo ? null : `its article ${article} is not told as its versions say`
}

/** Whether of a version's readings the one counts that the log says. */
async function readingsWrong(db: Db, version: number): Promise<string | null> {
  const last = await db
    .selectFrom('log')
    .innerJoin('reading', 'reading.id', 'log.subject')
    .select('log.subject')
    .where('reading.versionId', '=', version)
    .where('log.kind', 'in', ['reading', 'counting'])
    .orderBy('log.seq', 'desc')
    .executeTakeFirst()
  const counting = await db
    .selectFrom('reading')
    .select('id')
    .where('versionId', '=', version)
    .where('isCurrent', '=', 1)
    .execute()
  const isSo = counting.length === (last === undefined ? 0 : 1) && counting.every(({ id }) => id === last?.subject)
  return isSo ? null : 'another of its readings counts than the log says'
}

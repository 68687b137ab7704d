/**
 * A claim by its permalink: its exact words in the version that they were read in, what people made of it, and the
 * captures that prove it - now, or as it stood at an earlier position of the log.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import type { HeadlineCheck } from '../stories/drift/headline.ts'
import { type Corrected, correctedClaim } from './corrections/corrected.ts'
import { memberOf } from './corrections/reapply.ts'
import type { Kept } from './corrections/record.ts'
import { type ClaimHistory, claimHistory } from './history.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import { type Position, positionOf } from './position.ts'
import type { Found } from './readings.ts'
import type { Tables } from './tables.ts'

/** A capture by which a version is known. */
export interface CaptureShown
  extends Pick<Tables['capture'], 'sha256' | 'url' | 'finalUrl' | 'capturedAt' | 'how' | 'status'> {
  readonly id: number
  readonly size: number
}

export interface ClaimStood {
  readonly claim: number
  readonly thread: number
  /** As it was read, or as a person added it. */
  readonly read: Claim
  readonly isAdded: boolean
  /** As people corrected it up to the position. */
  readonly corrected: Corrected
  /** All that people said of it up to the position, undone or not. */
  readonly entries: readonly Kept[]
  readonly article: number
  readonly page: Article
  readonly version: Pick<Tables['version'], 'number' | 'firstSeen' | 'lastSeen'> & {
    readonly id: number
    /** Whether it is the version seen last. */
    readonly isCurrent: boolean
  }
  readonly reading: Pick<Tables['reading'], 'engine' | 'edition' | 'readAt'> & {
    readonly id: number
    /** Whether it is the reading that counts in its version. */
    readonly isCurrent: boolean
    readonly headline: HeadlineCheck | null
  }
  /** Captures of the version, the earliest first. */
  readonly captures: readonly CaptureShown[]
  /** The log's entry with which the claim came to stand as it is told here. */
  readonly pinned: Position
  readonly history: ClaimHistory
}

/**
 * A claim of the ledger.
 * @param at the log position that counts; what people said later is left out
 * @returns null where there is no such claim, or not yet at that position
 */
export async function claimStood(
  ledger: Pick<Ledger, 'db'>,
  claim: number,
  { at = Number.MAX_SAFE_INTEGER }: { readonly at?: number } = {},
): Promise<ClaimStood | null> {
  const { db } = ledger
  const member = await memberOf(db, claim)
  const history = await claimHistory(ledger, claim)
  if (member === null || history === null) return null
  const came = await positionOf(ledger, 'reading', [member.reading])
  const said = await positionOf(
    ledger,
    'correction',
    member.entries.map(({ id }) => id),
  )
  const entries = member.entries.filter(({ id }) => (said.get(id)?.seq ?? 0) <= at)
  const positions = [...came.values(), ...entries.flatMap(({ id }) => said.get(id) ?? [])]
  const pinned = positions.reduce<Position | null>(
    (last, one) => (last === null || one.seq > last.seq ? one : last),
    null,
  )
  if (pinned === null || (came.get(member.reading)?.seq ?? 0) > at) return null
  // Before it was added there is no claim of these words.
  if (member.isAdded && !entries.some((entry) => entry.kind === 'change' && entry.change.field === 'claim')) return null
  const version = await db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.articleId')
    .select(['version.id', 'version.number', 'version.firstSeen', 'version.lastSeen', 'version.page'])
    .select('article.versionId as current')
    .where('version.id', '=', member.version)
    .executeTakeFirstOrThrow()
  const reading = await db.selectFrom('reading').selectAll().where('id', '=', member.reading).executeTakeFirstOrThrow()
  const { page, current, ...stood } = version
  const { id, engine, edition, readAt, isCurrent, packed } = reading
  return {
    claim,
    thread: member.thread,
    read: member.read,
    isAdded: member.isAdded,
    corrected: correctedClaim(member.read, entries, { isAdded: member.isAdded }),
    entries,
    article: member.article,
    page: unpackJson(page) as Article,
    version: { ...stood, isCurrent: current === stood.id },
    reading: {
      id,
      engine,
      edition,
      readAt,
      isCurrent: isCurrent === 1,
      headline: (unpackJson(packed) as Found).headline,
    },
    captures: (await capturesOf(ledger, [member.version])).get(member.version) ?? [],
    pinned,
    history,
  }
}

/** The captures of versions, the earliest first. */
export async function capturesOf(
  { db }: Pick<Ledger, 'db'>,
  versions: readonly number[],
): Promise<Map<number, CaptureShown[]>> {
  if (versions.length === 0) return new Map()
  const rows = await db
    .selectFrom('capture')
    .innerJoin('body', 'body.sha256', 'capture.sha256')
    .select(['capture.id', 'capture.sha256', 'capture.url', 'capture.finalUrl', 'capture.capturedAt'])
    .select(['capture.how', 'capture.status', 'capture.versionId', 'body.size'])
    .where('capture.versionId', 'in', versions)
    .orderBy('capture.capturedAt')
    .orderBy('capture.id')
    .execute()
  const found = new Map<number, CaptureShown[]>(versions.map((version) => [version, []]))
  for (const { versionId, ...capture } of rows) found.get(versionId ?? 0)?.push(capture)
  return found
}

/**
 * The history of a claim: every reading in which it stands, with its words, and every capture in which it was seen or was
 * not. What is not there is told as seen: in our capture of one time, not in that of another.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article, Span } from '../page/article.ts'
import { type AnchorState, follower } from './anchors.ts'
import { type Member, membersOf } from './corrections/reapply.ts'
import type { Ledger } from './open.ts'
import { unpackJson } from './pack.ts'
import type { Tables } from './tables.ts'

/** A capture of a version. */
interface Seen {
  readonly capture: number
  readonly at: string
  readonly url: string | null
}

/** A claim of the thread in a reading. */
interface Standing {
  readonly claim: number
  readonly continues: number | null
  readonly anchor: Tables['claim']['anchor']
  readonly reading: number
  readonly engine: string
  readonly edition: string
  readonly readAt: string
  /** Whether the reading counts in its version. */
  readonly counts: boolean
  readonly in: Claim['in']
  /** What is said, as it stands in this version. */
  readonly words: string
  readonly span: Span
}

/** A version of the article, and what is in it of the claim. */
export interface VersionSeen {
  readonly version: number
  readonly number: number
  readonly captures: readonly Seen[]
  /** In the order of the readings; empty where no reading of this version has the claim. */
  readonly stands: readonly Standing[]
  /** Where no reading has it: what became of its words since the version before that had it, or until the next. */
  readonly words: AnchorState | null
}

export interface ClaimHistory {
  /** The first claim of the thread. */
  readonly thread: number
  readonly article: number
  /** The claim of the thread that counts now; null where none does. */
  readonly current: number | null
  /** In the order in which they were first seen. */
  readonly versions: readonly VersionSeen[]
}

/** Everything that is known of a claim by its number, which stays for ever; null where there is no such claim. */
export async function claimHistory({ db }: Pick<Ledger, 'db'>, id: number): Promise<ClaimHistory | null> {
  const row = await db.selectFrom('claim').select(['thread', 'articleId']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const thread = row.thread ?? id
  const members = await membersOf(db, [thread])
  const versions = await db
    .selectFrom('version')
    .select(['id', 'number', 'page'])
    .where('articleId', '=', row.articleId)
    .orderBy('firstSeen')
    .orderBy('number')
    .execute()
  const readings = await db
    .selectFrom('reading')
    .select(['id', 'engine', 'edition', 'readAt', 'isCurrent'])
    .where(
      'id',
      'in',
      members.map(({ reading }) => reading),
    )
    .execute()
  const captures = await db
    .selectFrom('capture')
    .select(['id', 'versionId', 'capturedAt', 'url'])
    .where(
      'versionId',
      'in',
      versions.map((version) => version.id),
    )
    .orderBy('capturedAt')
    .orderBy('id')
    .execute()
  const standing = (member: Member): Standing[] => {
    const reading = readings.find((one) => one.id === member.reading)
    if (reading === undefined) return []
    const { engine, edition, readAt } = reading
    const { in: where, content } = member.read
    return [
      {
        claim: member.id,
        continues: member.continues,
        anchor: member.anchor,
        reading: reading.id,
        engine,
        edition,
        readAt,
        counts: reading.isCurrent === 1,
        in: where,
        words: content.text,
        span: { start: content.start, end: content.end },
      },
    ]
  }
  const seen = versions.map((version) => ({
    version,
    stands: members.filter((member) => member.version === version.id).flatMap(standing),
  }))
  return {
    thread,
    article: row.articleId,
    current: members.find(({ isCurrent }) => isCurrent)?.id ?? null,
    versions: seen.map(({ version, stands }, at) => ({
      version: version.id,
      number: version.number,
      captures: captures
        .filter(({ versionId }) => versionId === version.id)
        .map(({ id: capture, capturedAt, url }) => ({ capture, at: capturedAt, url })),
      stands,
      words: stands.length > 0 ? null : wordsIn(seen, at),
    })),
  }
}

interface Kept {
  readonly version: { readonly page: Uint8Array }
  readonly stands: readonly Standing[]
}

/** What became of a claim's words in a version whose readings do not have it. */
function wordsIn(versions: readonly Kept[], at: number): AnchorState {
  const nearest =
    versions.slice(0, at).findLast(({ stands }) => stands.length > 0) ??
    versions.slice(at).find(({ stands }) => stands.length > 0)
  const known = nearest?.stands.at(-1)
  const here = versions[at]
  if (nearest === undefined || known === undefined || here === undefined) return 'orphan'
  const text = ({ version }: Kept): string => (unpackJson(version.page) as Article)[known.in] ?? ''
  return follower(text(nearest), text(here))(known.span).state
}

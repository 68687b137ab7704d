/**
 * The origins of a ledger one after another, as people decided: whose statement it is, and how many articles of how many
 * outlets report it. Counts are those of the whole ledger.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Member } from '../../stories/origins.ts'
import type { Mention } from '../../stories/reading.ts'
import { decidedMembers } from '../corrections/decided.ts'
import type { Ledger } from '../open.ts'
import { isAmong } from '../sql/lists.ts'

/** An origin as its earliest report has it. */
export interface OriginHeld {
  readonly origin: number
  /** Of the earliest report that names one. */
  readonly speaker: { readonly name: string; readonly kind: string | null; readonly key: string | null } | null
  /** When it was said, as most claims that date it have it; of two as often given the earlier. */
  readonly said: string | null
  /** In the words of the earliest report. */
  readonly content: string
  readonly claims: number
  readonly articles: number
  /** How many different outlets; articles without one are not in it. */
  readonly outlets: number
  /** The first and the last day on which a report was published, as the pages have it. */
  readonly first: string | null
  readonly last: string | null
  /** Whether a person decided what is of it. */
  readonly isDecided: boolean
}

/** Claims of a page, and what more its last origin has. */
const PAGE = 300

/**
 * Origins by their numbers, a page at a time.
 * @param ledger one that stands still
 * @param chosen by their numbers; null for all
 */
export async function* originsHeld(
  { db }: Pick<Ledger, 'db'>,
  chosen: ReadonlySet<number> | null,
): AsyncGenerator<readonly OriginHeld[]> {
  const decided = await decidedMembers({ db })
  const byOrigin = Map.groupBy(decided, ([, { origin }]) => origin)
  const numbers = [...byOrigin.keys()].filter((id) => chosen?.has(id) ?? true).sort(rising)
  const rest = chosen === null ? null : [...chosen].filter((id) => !byOrigin.has(id)).sort(rising)
  for (let after = -1, at = 0, isLast = false; !isLast; at += PAGE) {
    const some = rest?.slice(at, at + PAGE)
    const upTo = some === undefined ? await endAfter(db, after) : (rest?.length ?? 0) > at + PAGE ? some.at(-1) : null
    isLast = upTo === null || upTo === undefined
    const rows = await rowsOf(db, some ?? { after, upTo: upTo ?? null }, decided)
    const until = upTo ?? Number.POSITIVE_INFINITY
    const made = numbers.filter((id) => id > after && id <= until)
    const mentions = made.flatMap((id) => (byOrigin.get(id) ?? []).map(([mention]) => mention))
    const own = await decidedRows(db, mentions, decided)
    yield [...Map.groupBy([...rows, ...own], ({ originId }) => originId)]
      .map(([id, members]) => originOf(id, members, byOrigin.has(id)))
      .sort((one, other) => one.origin - other.origin)
    after = until
    await turn()
  }
}

const rising = (one: number, other: number): number => one - other

/** The last origin of a page; null where the page is the last. */
async function endAfter(db: Ledger['db'], after: number): Promise<number | null> {
  const row = await db
    .selectFrom('member')
    .select('originId')
    .where('originId', '>', after)
    .orderBy('originId')
    .offset(PAGE)
    .limit(1)
    .executeTakeFirst()
  return row?.originId ?? null
}

const members = (db: Ledger['db']) =>
  db
    .selectFrom('member')
    .innerJoin('claim', (join) =>
      join
        .onRef('claim.readingId', '=', 'member.readingId')
        .on(
          sql<boolean>`'r' || ${sql.ref('claim.readingId')} || '#' || ${sql.ref('claim.local')} = ${sql.ref('member.mention')}`,
        ),
    )
    .innerJoin('version', 'version.id', 'claim.versionId')
    .select(['member.mention', 'member.originId', 'claim.id', 'claim.articleId', 'claim.content', 'claim.saidOn'])
    .select(['claim.speaker', 'claim.speakerKind', 'claim.speakerKey', 'version.outlet', 'version.published'])
    .where('claim.isHidden', '=', 0)

type Row = Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number]

/** The claims of origins that nobody decided on. */
async function rowsOf(
  db: Ledger['db'],
  asked: readonly number[] | { readonly after: number; readonly upTo: number | null },
  decided: ReadonlyMap<Mention, Member>,
): Promise<Row[]> {
  let query = members(db)
  if ('after' in asked) {
    query = query.where('member.originId', '>', asked.after)
    if (asked.upTo !== null) query = query.where('member.originId', '<=', asked.upTo)
  } else if (asked.length === 0) return []
  else query = query.where(isAmong(db, 'member.originId', asked))
  return (await query.execute()).filter(({ mention }) => !decided.has(mention))
}

/** The claims of origins that people decided on, with the origins that they are of now. */
async function decidedRows(
  db: Ledger['db'],
  mentions: readonly Mention[],
  decided: ReadonlyMap<Mention, Member>,
): Promise<Row[]> {
  if (mentions.length === 0) return []
  const rows = await members(db)
    .where(isAmong(db, 'member.mention', mentions))
    .execute()
  return rows.map((row) => ({ ...row, originId: decided.get(row.mention)?.origin ?? row.originId }))
}

function originOf(origin: number, rows: readonly Row[], isDecided: boolean): OriginHeld {
  const inOrder = rows.toSorted(byTime)
  const named = inOrder.find(({ speaker }) => speaker !== null)
  const days = inOrder.flatMap(({ published }) => published ?? [])
  return {
    origin,
    speaker: named?.speaker == null ? null : { name: named.speaker, kind: named.speakerKind, key: named.speakerKey },
    said: mostOften(rows.flatMap(({ saidOn }) => saidOn ?? [])),
    content: inOrder[0]?.content ?? '',
    claims: rows.length,
    articles: new Set(rows.map(({ articleId }) => articleId)).size,
    outlets: new Set(rows.flatMap(({ outlet }) => outlet ?? [])).size,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    isDecided,
  }
}

/** Days sort as they are written, and those that are not known after all; of one day the claim that came first is first. */
function byTime(one: Row, other: Row): number {
  const [a, b] = [one.published ?? '~', other.published ?? '~']
  return a < b ? -1 : a > b ? 1 : one.id - other.id
}

function mostOften(days: readonly string[]): string | null {
  const times = [...Map.groupBy(days, (day) => day)].map(([day, all]) => ({ day, times: all.length }))
  times.sort((one, other) => other.times - one.times || (one.day < other.day ? -1 : 1))
  return times[0]?.day ?? null
}

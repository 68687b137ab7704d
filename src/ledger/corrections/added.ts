/**
 * Claims that people added: words of an article that were missed. Such a claim stands beside the reading that counted then,
 * and beside each later one for as long as its words stand there and no engine reads them itself.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Article, Span } from '../../page/article.ts'
import { follower } from '../anchors.ts'
import { claimColumns } from '../claim-rows.ts'
import type { Ledger, Writing } from '../open.ts'
import { unpackJson } from '../pack.ts'
import type { Tables } from '../tables.ts'
import type { AddedClaim } from './change.ts'

type Db = Ledger['db']

/** What a claim's id in a reading begins with where a person added it: no engine gives such an id. */
const ADDED = '+'

type Row = Pick<Tables['claim'], 'local' | 'content' | 'standsIn' | 'start' | 'end' | 'thread' | 'versionId'>

/** Whether a person added a claim. */
export const isAdded = ({ local }: Pick<Row, 'local'>): boolean => local.startsWith(ADDED)

/** The claim that a person's words make. */
function claimOf({ local, content, standsIn, start, end }: Row, change: AddedClaim, outlet: string | null): Claim {
  const { speaker, type } = change
  const passesOn = type === 'direct' ? 'quotes' : 'cites'
  return {
    id: local,
    in: standsIn,
    type,
    act: 'speech',
    source: null,
    cue: null,
    content: { text: content, start, end, parts: [{ start, end }] },
    speaker,
    chain: [
      ...(outlet === null
        ? []
        : [
            {
              name: outlet,
              kind: 'outlet',
              link: speaker === null ? 'own reporting' : passesOn,
              anchor: null,
            } as const,
          ]),
      ...(speaker === null
        ? []
        : [{ name: speaker.name, kind: speaker.kind, link: 'own reporting', anchor: null } as const]),
    ],
    hedges: [],
    figures: [],
    place: null,
    eventTime: null,
    saidTime: null,
    confidence: 1,
    why: 'a person added it',
  }
}

/** Of some rows of claims those that people added, by their numbers. */
export async function addedAmong(
  db: Db,
  rows: readonly (Row & { readonly id: number })[],
): Promise<Map<number, Claim>> {
  const added = rows.filter(isAdded)
  if (added.length === 0) return new Map()
  const made = await db
    .selectFrom('correction')
    .select(['claimId', 'changeJson'])
    .where(
      'claimId',
      'in',
      added.map(({ thread }) => thread),
    )
    .where('field', '=', 'claim')
    .where('kind', '=', 'change')
    .execute()
  const versions = await db
    .selectFrom('version')
    .select(['id', 'outlet'])
    .where('id', 'in', [...new Set(added.map(({ versionId }) => versionId))])
    .execute()
  const changeOf = new Map(made.map(({ claimId, changeJson }) => [claimId, changeJson]))
  const outletOf = new Map(versions.map(({ id, outlet }) => [id, outlet]))
  return new Map(
    added.flatMap((row) => {
      const change = changeOf.get(row.thread ?? row.id)
      if (change == null) return []
      return [[row.id, claimOf(row, JSON.parse(change) as AddedClaim, outletOf.get(row.versionId) ?? null)] as const]
    }),
  )
}

/** Where an added claim stands. */
interface Place {
  readonly article: number
  readonly version: number
  readonly reading: number
}

/** Enters a row for an added claim; the thread is its own where it continues none. @returns its number */
export async function enterAdded(
  db: Writing,
  { article, version, reading }: Place,
  {
    change,
    at,
    ...row
  }: {
    readonly change: AddedClaim
    readonly at: Span
    readonly isCurrent: boolean
    readonly continues?: Pick<Tables['claim'], 'continues' | 'anchor' | 'thread'>
  },
): Promise<number> {
  const locals = await db
    .selectFrom('claim')
    .select('local')
    .where('readingId', '=', reading)
    .where('local', 'like', `${ADDED}%`)
    .execute()
  const last = Math.max(0, ...locals.map(({ local }) => Number(local.slice(ADDED.length)) || 0))
  const place = {
    local: `${ADDED}${last + 1}`,
    versionId: version,
    content: change.words.text,
    standsIn: change.in,
    start: at.start,
    end: at.end,
  }
  const { continues, anchor, thread } = row.continues ?? { continues: null, anchor: null, thread: null }
  const claim = claimOf({ ...place, thread }, change, null)
  const { id } = await db
    .insertInto('claim')
    .values({
      ...claimColumns(claim),
      ...place,
      readingId: reading,
      articleId: article,
      isCurrent: row.isCurrent ? 1 : 0,
      confidence: claim.confidence,
      continues,
      anchor,
      thread,
      isHidden: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (thread === null) await db.updateTable('claim').set({ thread: id }).where('id', '=', id).execute()
  return id
}

/**
 * Lets the claims that people added to an article stand beside another reading of it, where their words stand in its
 * version and the reading has no claim of its own there. Those that were undone too, since they may be redone.
 * @returns how many
 */
export async function carryAdded(db: Writing, place: Place): Promise<number> {
  const made = await db
    .selectFrom('correction')
    .select(['claimId', 'changeJson'])
    .where('articleId', '=', place.article)
    .where('field', '=', 'claim')
    .where('kind', '=', 'change')
    .orderBy('id')
    .execute()
  if (made.length === 0) return 0
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'thread', 'readingId', 'versionId', 'local', 'start', 'end'])
    .where(
      'thread',
      'in',
      made.map(({ claimId }) => claimId),
    )
    .orderBy('id')
    .execute()
  const pages = await db
    .selectFrom('version')
    .select(['id', 'page'])
    .where('id', 'in', [place.version, ...rows.map(({ versionId }) => versionId)])
    .execute()
  const pageOf = new Map(pages.map(({ id, page }) => [id, unpackJson(page) as Article]))
  let carried = 0
  for (const { claimId, changeJson } of made) {
    const own = rows.filter(({ thread }) => thread === claimId)
    if (own.some(({ readingId }) => readingId === place.reading)) continue
    const stood = own.filter(isAdded)
    const last = stood.findLast(({ versionId }) => versionId === place.version) ?? stood.at(-1)
    if (last === undefined || changeJson === null) continue
    const change = JSON.parse(changeJson) as AddedClaim
    const [from, to] = [pageOf.get(last.versionId)?.[change.in], pageOf.get(place.version)?.[change.in]]
    const went = follower(from ?? '', to ?? '')(last)
    if (went.span === null || to?.slice(went.span.start, went.span.end) !== change.words.text) continue
    await enterAdded(db, place, {
      change,
      at: went.span,
      isCurrent: false,
      continues: { continues: last.id, anchor: went.state === 'exact' ? 'exact' : 'moved', thread: claimId },
    })
    carried++
  }
  return carried
}

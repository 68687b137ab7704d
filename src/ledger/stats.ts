/** What a ledger holds, in numbers; shares are given as counts with what they are counted of. */
import type { Claim } from '../claims/claim.ts'
import { figureAt } from './corrections/change.ts'
import { inForce, isOfClaim } from './corrections/correction.ts'
import { originsMade } from './corrections/decided.ts'
import { heldBack } from './corrections/held.ts'
import { membersOf } from './corrections/reapply.ts'
import { correctionEntries } from './corrections/record.ts'
import type { Ledger } from './open.ts'
import { type Rejoining, rejoining } from './rejoin.ts'
import { bytesOf } from './sql/size.ts'

/** So many of so many. */
export interface Share {
  readonly count: number
  readonly of: number
}

/** How an engine's readings stood up to people. */
interface Judged {
  readonly engine: string
  readonly edition: string
  /** Claims of its own that a person corrected, hid or found right. */
  readonly claims: number
  /** By field, how many of them people left as they were read. */
  readonly right: Readonly<Record<string, Share>>
  /** What people added to it: claims, and figures of claims that it read. */
  readonly missed: { readonly claims: number; readonly figures: number }
}

export interface Stats {
  readonly captures: number
  readonly articles: number
  readonly versions: number
  readonly readings: readonly {
    readonly engine: string
    readonly edition: string
    readonly readings: number
    /** Of them those that count in their version. */
    readonly current: number
  }[]
  /** Claims that count: of the current reading of the current version, hidden ones apart. */
  readonly claims: number
  readonly hidden: number
  readonly byType: Readonly<Record<Claim['type'], number>>
  /** Of the claims that somebody is given for, those of unnamed sources. */
  readonly unnamed: Share
  /** Origins of claims that count, as people decided, and stories. */
  readonly origins: number
  readonly stories: number
  /** How far origins and stories have come that are being made anew; null where they are whole. */
  readonly rejoining: Rejoining | null
  readonly corrections: {
    readonly entries: number
    readonly inForce: number
    readonly undone: number
    readonly waiting: number
    readonly people: number
    /** In force. */
    readonly byField: Readonly<Record<string, number>>
    readonly judged: readonly Judged[]
  }
  readonly bytes: {
    readonly ledger: number
    /** What was received, and what it is packed to. */
    readonly received: number
    readonly packed: number
  }
}

const FIELDS = ['speaker', 'figure', 'chain', 'said', 'happened', 'place', 'type'] as const

type Db = Ledger['db']
type Counted = 'capture' | 'article' | 'version' | 'origin' | 'story'

async function countOf(db: Db, table: Counted): Promise<number> {
  const { all } = await db
    .selectFrom(table as 'capture')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return Number(all)
}

/** Counts what is in a ledger. */
export async function statsOf(ledger: Pick<Ledger, 'db'>): Promise<Stats> {
  const { db } = ledger
  const readings = await db
    .selectFrom('reading')
    .select(['engine', 'edition'])
    .select(({ fn }) => [fn.countAll<number>().as('readings'), fn.sum<number>('isCurrent').as('current')])
    .groupBy(['engine', 'edition'])
    .orderBy('engine')
    .orderBy('edition')
    .execute()
  const claims = await db
    .selectFrom('claim')
    .select(['type', 'speakerKind', 'isHidden'])
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where('isCurrent', '=', 1)
    .groupBy(['type', 'speakerKind', 'isHidden'])
    .execute()
  const shown = claims.filter(({ isHidden }) => isHidden === 0)
  const sum = (rows: readonly { readonly all: number }[]) => rows.reduce((total, { all }) => total + Number(all), 0)
  const ofType = (type: Claim['type']) => sum(shown.filter((row) => row.type === type))
  const attributed = shown.filter(({ type, speakerKind }) => type !== 'none' && speakerKind !== null)
  const { received, packed } = await db
    .selectFrom('body')
    .select(({ fn }) => [
      fn.sum<number | null>('size').as('received'),
      fn.sum<number | null>(fn('length', ['packed'])).as('packed'),
    ])
    .executeTakeFirstOrThrow()
  return {
    captures: await countOf(db, 'capture'),
    articles: await countOf(db, 'article'),
    versions: await countOf(db, 'version'),
    readings: readings.map((row) => ({ ...row, readings: Number(row.readings), current: Number(row.current) })),
    claims: sum(shown),
    hidden: sum(claims) - sum(shown),
    byType: { direct: ofType('direct'), indirect: ofType('indirect'), mixed: ofType('mixed'), none: ofType('none') },
    unnamed: { count: sum(attributed.filter(({ speakerKind }) => speakerKind === 'unnamed')), of: sum(attributed) },
    origins: (await countOf(db, 'origin')) + (await originsMade(ledger)),
    stories: await countOf(db, 'story'),
    rejoining: await rejoining(ledger),
    corrections: await correctionStats(ledger),
    bytes: { ledger: await bytesOf(db), received: Number(received ?? 0), packed: Number(packed ?? 0) },
  }
}

async function correctionStats(ledger: Pick<Ledger, 'db'>): Promise<Stats['corrections']> {
  const entries = await correctionEntries(ledger)
  const force = inForce(entries)
  const byField: Record<string, number> = {}
  for (const { change } of force) byField[change.field] = (byField[change.field] ?? 0) + 1
  return {
    entries: entries.length,
    inForce: force.length,
    undone: entries.filter(({ kind }) => kind === 'change').length - force.length,
    waiting: (await heldBack(ledger)).length,
    people: new Set(entries.map(({ by }) => by)).size,
    byField,
    judged: await judged(ledger),
  }
}

/** What people made of each engine's readings: of the claims that they looked at, field by field, what they left as it was. */
async function judged({ db }: Pick<Ledger, 'db'>): Promise<Judged[]> {
  const corrections = inForce(await correctionEntries({ db })).filter(isOfClaim)
  if (corrections.length === 0) return []
  const looked = await db
    .selectFrom('claim')
    .innerJoin('reading', 'reading.id', 'claim.readingId')
    .select(['claim.id', 'claim.thread', 'reading.engine', 'reading.edition'])
    .where('claim.id', 'in', [...new Set(corrections.map(({ claim }) => claim))])
    .execute()
  const members = await membersOf(db, [...new Set(looked.map(({ id, thread }) => thread ?? id))])
  const readers = Map.groupBy(looked, ({ engine, edition }) => `${engine} ${edition}`)
  return [...readers.values()].flatMap((claims): Judged[] => {
    const [first] = claims
    if (first === undefined) return []
    const numbers = new Set(claims.map(({ id }) => id))
    const all = members.filter(({ id }) => numbers.has(id))
    const read = all.filter(({ isAdded }) => !isAdded)
    const byId = new Map(read.map((member) => [member.id, member.read]))
    const own = corrections.filter(({ claim }) => byId.has(claim))
    const figures = read.flatMap((member) => member.read.figures).length
    const right = FIELDS.map((field): [string, Share] => {
      const wrong = new Set(
        own.flatMap(({ claim, change }) => {
          if (field !== 'figure') return change.field === field ? [`${claim}`] : []
          if (change.field !== 'figure' && change.field !== 'struck figure') return []
          // A figure that a person added is not the engine's.
          const isRead = figureAt(byId.get(claim)?.figures ?? [], change.figure) !== -1
          return isRead ? [JSON.stringify([claim, change.figure])] : []
        }),
      )
      const of = field === 'figure' ? figures : read.length
      return [field, { count: of - wrong.size, of }]
    })
    const missed = {
      claims: all.length - read.length,
      figures: own.filter(({ change }) => change.field === 'added figure').length,
    }
    return [
      { engine: first.engine, edition: first.edition, claims: read.length, right: Object.fromEntries(right), missed },
    ]
  })
}

/**
 * Origins as people decided: the index stays as the machine found it, and what is told of it obeys. Who is brought into an
 * origin is there on a person's word; who leaves one is joined to nothing of it any more.
 */
import {
  broughtTogether,
  type Joined,
  type Member,
  newIndex,
  type Origin,
  type OriginIndex,
} from '../../stories/origins.ts'
import type { Mention } from '../../stories/reading.ts'
import { hashOfWord } from '../../stories/wording/fingerprint.ts'
import * as shapes from '../neighbourhood/shapes.ts'
import type { Ledger } from '../open.ts'
import { lastBy, positionOf } from '../position.ts'
import type { Tables } from '../tables.ts'
import { constrained, type Decision, decisionsOn } from './decisions.ts'

/** Origins that came of a split have numbers from here on: the machine's are smaller. */
const MADE = 2 ** 40
/** Statements by which an origin is known, as the index has them. */
const EXEMPLARS = 8
/** Log-odds that no evidence outweighs. */
const CERTAIN = 20

const DECIDED: Pick<Joined, 'confidence' | 'reasons'> = {
  confidence: 1,
  reasons: [{ words: 'a person decided so', weight: CERTAIN }],
}

/**
 * An index with its origins as people decided.
 * @param index whose members are whole origins
 */
export function decidedIndex(index: OriginIndex, decisions: readonly Decision<Mention>[]): OriginIndex {
  if (decisions.length === 0) return index
  const found = broughtTogether(index)
  const before = new Map(found.flatMap(({ id, joined }) => joined.map(({ mention }) => [mention, id])))
  const groups = constrained(
    found.map(({ joined }) => joined.map(({ mention }) => mention)),
    decisions,
  )
  const members = new Map<Mention, Member>()
  const origins = new Map<number, Origin>()
  for (const group of groups) {
    const [first] = group
    const own = first === undefined ? undefined : before.get(first)
    if (first === undefined || own === undefined) continue
    const id = origins.has(own) ? MADE + hashOfWord(first) : own
    const inside = new Set(group)
    origins.set(id, { id, size: group.length, exemplars: exemplarsOf(index, group) })
    for (const mention of group) {
      const member = index.members.get(mention) as Member
      const stays = member.to !== null && inside.has(member.to)
      const isFirst = mention === first
      members.set(mention, {
        ...member,
        origin: id,
        ...(stays ? {} : isFirst ? { to: null, confidence: 1, reasons: [] } : { to: first, ...DECIDED }),
      })
    }
  }
  return { ...index, members, origins, merged: new Map() }
}

/** The statements by which its origins were known, or else its first. */
function exemplarsOf({ origins }: OriginIndex, group: readonly Mention[]): readonly Mention[] {
  const known = new Set([...origins.values()].flatMap(({ exemplars }) => exemplars))
  const own = group.filter((mention) => known.has(mention))
  return (own.length > 0 ? own : group).slice(0, EXEMPLARS)
}

/** A claim in its origin, as the ledger has it. */
type MemberRow = Tables['member']

/** Claims of whole origins, and the decisions that are in force on them. */
export interface Decided {
  readonly members: readonly MemberRow[]
  readonly decisions: readonly Decision<Mention>[]
}

/**
 * The origins that readings have claims in, each whole, with those that people decided to be one with them.
 * @param readings by their numbers
 */
export async function originsAround({ db }: Pick<Ledger, 'db'>, readings: readonly number[]): Promise<Decided> {
  const members = await wholeOrigins(db, 'readingId', readings)
  const any = await db.selectFrom('decision').select('correctionId').limit(1).executeTakeFirst()
  if (any === undefined) return { members, decisions: [] }
  for (;;) {
    const decisions = await decisionsAmong(db, members)
    const known = new Set(members.map(({ mention }) => mention))
    const named = decisions.flatMap(({ one }) => one).filter((mention) => !known.has(mention))
    const brought = await wholeOrigins(db, 'mention', named)
    if (brought.length === 0) return { members, decisions }
    members.push(...brought)
  }
}

/** All members of the origins that some members are in. */
async function wholeOrigins(
  db: Ledger['db'],
  by: 'readingId' | 'mention',
  asked: readonly (string | number)[],
): Promise<MemberRow[]> {
  if (asked.length === 0) return []
  return db
    .selectFrom('member')
    .selectAll()
    .where('originId', 'in', (inner) =>
      inner
        .selectFrom('member')
        .select('originId')
        .where(by as 'mention', 'in', asked as readonly string[]),
    )
    .orderBy('readingId')
    .orderBy('mention')
    .execute()
}

/** All origins that people decided on, and those around them that are one with them. */
async function aroundDecisions(ledger: Pick<Ledger, 'db'>): Promise<Decided> {
  const rows = await ledger.db
    .selectFrom('decision')
    .innerJoin('claim', 'claim.thread', 'decision.thread')
    .select('claim.readingId')
    .distinct()
    .where('claim.isCurrent', '=', 1)
    .execute()
  return originsAround(
    ledger,
    rows.map(({ readingId }) => readingId),
  )
}

/** The claims of all origins that people decided on, each with the origin that it is of by now, by its number, and why. */
export async function decidedMembers(ledger: Pick<Ledger, 'db'>): Promise<Map<Mention, Member>> {
  const { members, decisions } = await aroundDecisions(ledger)
  if (decisions.length === 0) return new Map()
  const known = new Map(members.map((one) => [one.mention, shapes.MEMBER.read({ ...one })]))
  return decidedIndex({ ...newIndex(), members: known }, decisions).members
}

/** The origins that people decided on: as they were found, and as they are. */
async function decidedOn(ledger: Pick<Ledger, 'db'>): Promise<{ found: Mention[][]; groups: Mention[][] }> {
  const { members, decisions } = await aroundDecisions(ledger)
  const origins = [...Map.groupBy(members, ({ originId }) => originId).values()]
  const found = origins.map((origin) => origin.map(({ mention }) => mention))
  return { found, groups: constrained(found, decisions) }
}

/** How many origins more or fewer there are for what people decided. */
export async function originsMade(ledger: Pick<Ledger, 'db'>): Promise<number> {
  const { found, groups } = await decidedOn(ledger)
  return groups.length - found.length
}

/** The claims of origins that people decided on, each with the number of its origin among them. */
export async function decidedGroups(ledger: Pick<Ledger, 'db'>): Promise<Map<Mention, number>> {
  const { groups } = await decidedOn(ledger)
  return new Map(groups.flatMap((group, at) => group.map((mention) => [mention, at] as const)))
}

/**
 * How many articles tell what each claim of a reading says, this one among them, as people decided.
 * @returns by the claims' ids in the reading; claims that are in no origin are not in it
 */
export async function reportCounts(ledger: Pick<Ledger, 'db'>, reading: number): Promise<Map<string, number>> {
  const { members, decisions } = await originsAround(ledger, [reading])
  const readingBy = new Map(members.map(({ mention, readingId }) => [mention, readingId]))
  const groups = constrained(
    [...Map.groupBy(members, ({ originId }) => originId).values()].map((all) => all.map(({ mention }) => mention)),
    decisions,
  )
  return new Map(
    groups.flatMap((group) => {
      const count = new Set(group.map((mention) => readingBy.get(mention))).size
      const own = group.filter((mention) => readingBy.get(mention) === reading)
      return own.map((mention) => [mention.slice(mention.lastIndexOf('#') + 1), count] as const)
    }),
  )
}

/** A claim by the name that it has in the index, with its thread. */
interface Named {
  readonly mention: Mention
  readonly thread: number
}

const readingOf = (mention: Mention): number => Number(mention.slice(1, mention.lastIndexOf('#')))

/** The claims of the readings that some mentions are of; `decided`: those only that a decision names. */
async function namedIn(db: Ledger['db'], mentions: readonly Mention[], decided: boolean): Promise<Named[]> {
  const asked = new Set(mentions)
  let query = db
    .selectFrom('claim')
    .select(['id', 'readingId', 'local', 'thread'])
    .where('readingId', 'in', [...new Set(mentions.map(readingOf))])
  if (decided) query = query.where('thread', 'in', (named) => named.selectFrom('decision').select('thread'))
  const rows = await query.execute()
  return rows
    .map(({ id, readingId, local, thread }) => ({ mention: `r${readingId}#${local}`, thread: thread ?? id }))
    .filter(({ mention }) => asked.has(mention))
}

/** The decisions in force on some claims of the index, by mentions. */
async function decisionsAmong(db: Ledger['db'], members: readonly MemberRow[]): Promise<Decision<Mention>[]> {
  if (members.length === 0) return []
  const mentions = members.map(({ mention }) => mention)
  const threads = (await namedIn(db, mentions, true)).map(({ thread }) => thread)
  const decisions = await decisionsOn({ db }, threads)
  const claims = decisions.flatMap(({ one, not }) => [...one, ...not])
  if (claims.length === 0) return []
  const rows = await db.selectFrom('claim').select(['id', 'readingId', 'local']).where('id', 'in', claims).execute()
  const mentionOf = new Map(rows.map(({ id, readingId, local }) => [id, `r${readingId}#${local}`]))
  const known = (ids: readonly number[]) => ids.flatMap((id) => mentionOf.get(id) ?? [])
  const joins = decisions.some(({ not }) => not.length > 0) ? await joinsOf(db, members) : []
  const made: Decision<Mention>[] = []
  for (const { correction, one, not } of decisions) {
    const before = not.length === 0 ? null : await readingBefore(db, correction)
    const later = joins.filter(({ since }) => before !== null && since > before)
    const followers = new Map(later.map(({ mention, leader }) => [mention, leader]))
    made.push({ correction, one: known(one), not: known(not), followers })
  }
  return made
}

/** A member that was joined to another, and since which reading it is in the ledger. */
interface Join {
  readonly mention: Mention
  readonly leader: Mention
  readonly since: number
}

/** What members were joined to. It is known by its thread, since it may have been read again after that. */
async function joinsOf(db: Ledger['db'], members: readonly MemberRow[]): Promise<Join[]> {
  const mentions = members.flatMap(({ mention, joinedTo }) => (joinedTo === null ? [mention] : [mention, joinedTo]))
  const named = await namedIn(db, mentions, false)
  const threadOf = new Map(named.map(({ mention, thread }) => [mention, thread]))
  const roots = await db
    .selectFrom('claim')
    .select(['id', 'readingId'])
    .where('id', 'in', [...new Set(named.map(({ thread }) => thread))])
    .execute()
  const sinceOf = new Map(roots.map(({ id, readingId }) => [id, readingId]))
  const standing = new Map(members.map(({ mention }) => [threadOf.get(mention), mention]))
  return members.flatMap(({ mention, joinedTo }): Join[] => {
    const thread = threadOf.get(mention)
    const leader = joinedTo === null ? undefined : standing.get(threadOf.get(joinedTo))
    const since = thread === undefined ? undefined : sinceOf.get(thread)
    return leader === undefined || since === undefined ? [] : [{ mention, leader, since }]
  })
}

/** The last reading that was in the ledger when a person decided; 0 where there was none. */
async function readingBefore(db: Ledger['db'], correction: number): Promise<number> {
  const decided = await positionOf({ db }, 'correction', [correction])
  return lastBy({ db }, 'reading', decided.get(correction)?.seq ?? 0)
}

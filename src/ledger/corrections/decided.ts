/**
 * Origins as people decided: the index stays as the machine found it, and what is told of it obeys. Who is brought into an
 * origin is there on a person's word; who leaves one is joined to nothing of it any more.
 */
import { broughtTogether, type Joined, type Member, type Origin, type OriginIndex } from '../../stories/origins.ts'
import type { Mention } from '../../stories/reading.ts'
import { hashOfWord } from '../../stories/wording/fingerprint.ts'
import type { Ledger } from '../open.ts'
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

/** The decisions in force on some claims of the index, by mentions. */
export async function decisionsAmong(
  { db }: Pick<Ledger, 'db'>,
  mentions: readonly Mention[],
): Promise<Decision<Mention>[]> {
  const any = await db.selectFrom('decision').select('correctionId').limit(1).executeTakeFirst()
  if (any === undefined || mentions.length === 0) return []
  const asked = new Set(mentions)
  const readings = [...new Set(mentions.map((mention) => Number(mention.slice(1, mention.lastIndexOf('#')))))]
  const rows = await db
    .selectFrom('claim')
    .select(['readingId', 'local', 'thread'])
    .where('readingId', 'in', readings)
    .where('thread', 'in', (named) => named.selectFrom('decision').select('thread'))
    .execute()
  const threads = rows
    .filter(({ readingId, local }) => asked.has(`r${readingId}#${local}`))
    .flatMap(({ thread }) => thread ?? [])
  const decisions = await decisionsOn({ db }, threads)
  const claims = decisions.flatMap(({ one, not }) => [...one, ...not])
  if (claims.length === 0) return []
  const named = await db.selectFrom('claim').select(['id', 'readingId', 'local']).where('id', 'in', claims).execute()
  const mentionOf = new Map(named.map(({ id, readingId, local }) => [id, `r${readingId}#${local}`]))
  const known = (ids: readonly number[]) => ids.flatMap((id) => mentionOf.get(id) ?? [])
  return decisions.map(({ correction, one, not }) => ({ correction, one: known(one), not: known(not) }))
}

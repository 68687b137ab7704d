/**
 * Denials: a new claim that says what another origin of the story says is not so. Precision first: both have somebody who
 * answers for them and who is not the same, they tell alike, and the new one negates what the other one affirms.
 */
import { compare, probeOf, withContext } from '../../stories/comparison.ts'
import { newIndex, weightIn } from '../../stories/origins.ts'
import type { Mention } from '../../stories/reading.ts'
import type { Statement } from '../../stories/statement.ts'
import type { Relation } from '../../stories/voice.ts'
import * as shapes from '../neighbourhood/shapes.ts'
import type { Ledger } from '../open.ts'
import { loaded, weighed } from '../story-rows.ts'

/** Two who are not one, and neither speaks for the other. */
const OTHERS: ReadonlySet<Relation> = new Set(['two names', 'two unnamed', 'apart', 'same country'])
/** Weight of the words shared that is no accident. */
const LEAST = 1.5
/** New claims of a story that are held against its others at most. */
const MOST = 60
/** Claims that they are held against at most, the latest. */
const AMONG = 1500

/**
 * Which new claims of a story deny which of its others.
 * @param readings of the story, by their numbers
 * @param fresh statements of new claims, each of an origin of its own
 * @returns by new claims that deny something, the claim that they deny
 */
export async function denials(
  { db }: Pick<Ledger, 'db'>,
  readings: readonly number[],
  fresh: readonly Statement[],
): Promise<Map<Mention, Mention>> {
  const found = new Map<Mention, Mention>()
  const denying = fresh.filter(({ negated }) => negated.length > 0).slice(0, MOST)
  if (denying.length === 0) return found
  const rows = await db
    .selectFrom('member')
    .select(['mention', 'originId'])
    .where('readingId', 'in', readings)
    .orderBy('readingId', 'desc')
    .limit(AMONG)
    .execute()
  const originOf = new Map(rows.map(({ mention, originId }) => [mention, originId]))
  const others = await loaded<Mention, Statement>(db, shapes.STATEMENT, [...originOf.keys()])
  const statements = new Map([...denying.map((one) => [one.mention, one] as const), ...others])
  const weigh = weightIn(await weighed(db, { ...newIndex(), statements }))
  for (const one of denying) {
    const probe = probeOf(one, weigh)
    let best = 0
    for (const [mention, other] of others) {
      if (originOf.get(mention) === originOf.get(one.mention) || !isAnswered(one, other)) continue
      const compared = withContext(compare(probe, other), probe, other)
      const { relation, denied, mass, within, otherEvent, otherKind, figures } = compared
      if (!denied || !OTHERS.has(relation) || otherEvent || otherKind || mass < LEAST || figures === 'differ') continue
      const worth = mass * within
      if (worth <= best) continue
      best = worth
      found.set(one.mention, mention)
    }
  }
  return found
}

/** Whether a statement negates what another affirms, and both have somebody who answers for them. */
function isAnswered(one: Statement, other: Statement): boolean {
  const hasVoice = ({ voice: { kind } }: Statement): boolean => kind !== 'unattributed' && kind !== 'unstated'
  if (!hasVoice(one) || !hasVoice(other)) return false
  const said = new Set(other.words)
  const denied = new Set(other.negated.flat())
  return one.negated.some(([word = '']) => said.has(word) && !denied.has(word))
}

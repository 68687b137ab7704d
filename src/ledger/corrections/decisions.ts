/**
 * What people decided about origins: these claims are one, and none of them is one with those. A decision is kept by
 * threads, so that it holds for whatever continues a claim; the index of origins does what it finds, and then obeys.
 */
import type { Ledger } from '../open.ts'
import { wordedAlike } from '../threads.ts'
import { inForce } from './correction.ts'
import { entriesOf } from './record.ts'

/** A decision that is in force. */
export interface Decision<Id = number> {
  /** Its correction's number: later ones are higher, and are obeyed over earlier ones. */
  readonly correction: number
  readonly one: readonly Id[]
  readonly not: readonly Id[]
  /** Claims that came after it, and what each was joined to: they go where that goes. */
  readonly followers?: ReadonlyMap<Id, Id>
}

/**
 * Origins as people decided. Claims that are one are brought together with all of their origins; where an origin also
 * holds a claim that is none of it, they leave it with nobody but those that followed them since.
 * @param origins the claims of each, every claim once
 * @param decisions in any order; claims that are in no origin here are passed over
 * @returns the claims of each, in the order of the first that was there
 */
export function constrained<Id>(origins: readonly (readonly Id[])[], decisions: readonly Decision<Id>[]): Id[][] {
  let groups = origins.map((claims) => [...claims])
  for (const { one, not, followers } of decisions.toSorted((a, b) => a.correction - b.correction)) {
    const [together, apart] = [new Set(one), new Set(not)]
    const leaves = (claim: Id): boolean => {
      const seen = new Set<Id>()
      for (
        let at: Id | undefined = claim;
        at !== undefined && !seen.has(at) && !apart.has(at);
        at = followers?.get(at)
      ) {
        if (together.has(at)) return true
        seen.add(at)
      }
      return false
    }
    const brought: Id[] = []
    let place = -1
    const rest: Id[][] = []
    for (const group of groups) {
      if (!group.some((claim) => together.has(claim))) {
        rest.push(group)
        continue
      }
      const stays = group.some((claim) => apart.has(claim)) ? group.filter((claim) => !leaves(claim)) : []
      if (stays.length > 0) rest.push(stays)
      if (place === -1) place = rest.length
      brought.push(...(stays.length > 0 ? group.filter(leaves) : group))
    }
    groups = brought.length === 0 ? rest : rest.toSpliced(place, 0, brought)
  }
  return groups
}

/**
 * The decisions in force that name any of some threads, each whole, by the claims that count now. A claim that is gone, or
 * whose words changed since, is left out of it until a person has looked at it.
 * @param threads of the claims that are looked at; all decisions where it is not given
 */
export async function decisionsOn({ db }: Pick<Ledger, 'db'>, threads?: readonly number[]): Promise<Decision[]> {
  if (threads?.length === 0) return []
  let named = db.selectFrom('decision').select('correctionId').distinct()
  if (threads !== undefined) named = named.where('thread', 'in', threads)
  const rows = await db.selectFrom('decision').selectAll().where('correctionId', 'in', named).execute()
  if (rows.length === 0) return []
  const corrections = await entriesOf(
    db,
    rows.map(({ correctionId }) => correctionId),
  )
  const members = await db
    .selectFrom('claim')
    .select(['id', 'thread', 'continues', 'anchor', 'isCurrent'])
    .where(
      'thread',
      'in',
      rows.map(({ thread }) => thread),
    )
    .execute()
  const groups = wordedAlike(members)
  const now = (claim: number, thread: number): number[] =>
    members.flatMap((member) =>
      member.thread === thread && member.isCurrent === 1 && groups.get(member.id) === groups.get(claim)
        ? [member.id]
        : [],
    )
  return inForce(corrections).map(({ id }) => {
    const on = (side: 'one' | 'not') =>
      rows
        .filter((row) => row.correctionId === id && row.side === side)
        .flatMap(({ claimId, thread }) => now(claimId, thread))
    return { correction: id, one: on('one').sort(byNumber), not: on('not').sort(byNumber) }
  })
}

const byNumber = (one: number, other: number): number => one - other

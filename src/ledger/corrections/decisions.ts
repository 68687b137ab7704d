/**
 * What people decided about origins: these claims are one, and none of them is one with those. A decision is kept by
 * threads, so that it holds for whatever continues a claim; the index of origins does what it finds, and then obeys.
 */
import type { Ledger } from '../open.ts'

/** A decision that is in force. */
export interface Decision<Id = number> {
  /** Its correction's number: later ones are higher, and are obeyed over earlier ones. */
  readonly correction: number
  readonly one: readonly Id[]
  readonly not: readonly Id[]
}

/**
 * Origins as people decided. Claims that are one are brought together with all of their origins; where an origin also
 * holds a claim that is none of it, they leave it alone.
 * @param origins the claims of each, every claim once
 * @param decisions in any order; claims that are in no origin here are passed over
 * @returns the claims of each, in the order of the first that was there
 */
export function constrained<Id>(origins: readonly (readonly Id[])[], decisions: readonly Decision<Id>[]): Id[][] {
  let groups = origins.map((claims) => [...claims])
  for (const { one, not } of decisions.toSorted((a, b) => a.correction - b.correction)) {
    const [together, apart] = [new Set(one), new Set(not)]
    const brought: Id[] = []
    let place = -1
    const rest: Id[][] = []
    for (const group of groups) {
      if (!group.some((claim) => together.has(claim))) {
        rest.push(group)
        continue
      }
      const stays = group.some((claim) => apart.has(claim)) ? group.filter((claim) => !together.has(claim)) : []
      if (stays.length > 0) rest.push(stays)
      if (place === -1) place = rest.length
      brought.push(...(stays.length > 0 ? group.filter((claim) => together.has(claim)) : group))
    }
    groups = brought.length === 0 ? rest : rest.toSpliced(place, 0, brought)
  }
  return groups
}

/**
 * The decisions in force that name any of some threads, whole.
 * @param threads of the claims that are looked at; all decisions where it is not given
 */
export async function decisionsOn({ db }: Pick<Ledger, 'db'>, threads?: readonly number[]): Promise<Decision[]> {
  let named = db.selectFrom('decision').select('correctionId').distinct()
  if (threads !== undefined) {
    if (threads.length === 0) return []
    named = named.where('thread', 'in', threads)
  }
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('correctionId', 'in', named)
    .orderBy('correctionId')
    .orderBy('thread')
    .execute()
  const ids = [...new Set(rows.map(({ correctionId }) => correctionId))]
  if (ids.length === 0) return []
  const reversals = await db
    .selectFrom('correction')
    .select(['target', 'kind'])
    .where('target', 'in', ids)
    .orderBy('id')
    .execute()
  const last = new Map(reversals.map(({ target, kind }) => [target, kind]))
  return ids
    .filter((id) => last.get(id) !== 'undo')
    .map((correction) => {
      const own = rows.filter(({ correctionId }) => correctionId === correction)
      const on = (side: 'one' | 'not') => own.filter((row) => row.side === side).map(({ thread }) => thread)
      return { correction, one: on('one'), not: on('not') }
    })
}

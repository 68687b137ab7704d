/** With whom a source goes together: outlets that carry a speaker, and for an outlet whose word it prints and whose copy. */
import { sql } from 'kysely'
import type { Ledger } from './open.ts'
import { claimsOf, type Source } from './sources.ts'

/** A party with the source's claims that it has part in. */
export interface Party {
  readonly name: string
  /** The key of a speaker that has one. */
  readonly key: string | null
  readonly claims: number
}

export interface Parties {
  /** Who answers for the claims; those of most claims first, as all of these. */
  readonly speakers: readonly Party[]
  /** Outlets that print them. */
  readonly outlets: readonly Party[]
  /** Agencies whose copy is printed, for the claims that came by it. */
  readonly wires: readonly Party[]
}

/** Parties that are told one by one. */
const MOST = 12

/** Who has part in what a source said. */
export async function sourceParties(ledger: Pick<Ledger, 'db'>, source: Source): Promise<Parties> {
  const count = sql<number>`count(*)`
  const speakers = await claimsOf(ledger, source)
    .select([sql<string | null>`min(claim.speaker)`.as('name'), 'claim.speakerKey as key', count.as('claims')])
    .where('claim.speaker', 'is not', null)
    .groupBy(['claim.speakerKey', sql`case when claim.speaker_key is null then claim.speaker end`])
    .orderBy(count, 'desc')
    .orderBy('name')
    .limit(MOST)
    .execute()
  const outlets = await claimsOf(ledger, source)
    .select(['version.outlet as name', count.as('claims')])
    .where('version.outlet', 'is not', null)
    .groupBy('version.outlet')
    .orderBy(count, 'desc')
    .orderBy('name')
    .limit(MOST)
    .execute()
  const wires = await claimsOf(ledger, source)
    .select(['version.wire as name', count.as('claims')])
    .where('version.wire', 'is not', null)
    .where('claim.via', '=', 'wire')
    .groupBy('version.wire')
    .orderBy(count, 'desc')
    .orderBy('name')
    .limit(MOST)
    .execute()
  return { speakers: speakers.flatMap(partyOf), outlets: outlets.flatMap(partyOf), wires: wires.flatMap(partyOf) }
}

const partyOf = ({
  name,
  key = null,
  claims,
}: {
  readonly name: string | null
  readonly key?: string | null
  readonly claims: number
}): Party[] => (name === null ? [] : [{ name, key, claims: Number(claims) }])

/** Those of some names that outlets of the ledger go by. */
export async function outletsAmong({ db }: Pick<Ledger, 'db'>, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const rows = await db.selectFrom('article').select('outlet').distinct().where('outlet', 'in', names).execute()
  return new Set(rows.flatMap(({ outlet }) => outlet ?? []))
}

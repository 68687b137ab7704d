/**
 * Developments as rows: all that is told of one is kept with it, as it was then, so that what was told is never altered.
 * They are derived from what the log covers, and are not covered by it themselves.
 */

import { packJson, unpackJson } from '../pack.ts'
import type { Tables } from '../tables.ts'
import type { Development } from './development.ts'

/** What is kept of a development beside what it is found by. */
type Told = Pick<Development, 'storyTitle' | 'claim' | 'before' | 'from' | 'to' | 'lost' | 'toldIn'>

/** A row of the table, before it has its number. */
export function rowOf(
  key: string,
  { seq, at, kind, storyTitle, claim, before, from, to, lost, toldIn }: Omit<Development, 'id' | 'story'>,
): Omit<Tables['development'], 'id'> {
  const told: Told = { storyTitle, claim, before, from, to, lost, toldIn }
  return {
    key,
    seq,
    at,
    kind,
    articleId: claim.article,
    claimId: claim.number,
    beforeId: before?.number ?? null,
    packed: packJson(told),
  }
}

/** A development, and the number that its story goes by now. */
export function developmentOf(
  {
    id,
    seq,
    at,
    kind,
    packed,
  }: Pick<Tables['development'], 'seq' | 'at' | 'kind' | 'packed'> & { readonly id: number },
  story: number | null,
): Development {
  return { id, seq, at, kind, story, ...(unpackJson(packed) as Told) }
}

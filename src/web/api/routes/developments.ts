/** Developments: what changed in claims - all of it, or what somebody follows. */
import { z } from 'zod'
import type { Followed } from '../../../ledger/developments/development.ts'
import { developmentsOf } from '../../../ledger/developments/list.ts'
import { capturesOf } from '../../../ledger/stood.ts'
import { Development, developmentRecord } from '../../../publish/records/development.ts'
import { NUMBER_PLACE } from '../cursor.ts'
import { ProblemError } from '../problem.ts'
import { list, type Route } from '../route.ts'
import { LIMIT, numbered, q, queryIn } from './given.ts'

const name = z.string().min(1).max(1000).optional()

const query = {
  story: numbered('story').optional().describe('Of this story alone.'),
  speaker: name.describe('Of this speaker alone, by the key.'),
  unnamed: name.describe('Of a source without a name, by the words that describe it.'),
  outlet: name.describe('Of this outlet alone, by its name.'),
  q: q.optional().describe('Of claims that this query finds.'),
  after: z
    .int()
    .min(0)
    .max(10 ** 15)
    .optional()
    .describe('Those after this number, the oldest first, to go on where one was; without it, the newest first.'),
}

/** What is followed. @throws {ProblemError} where it is several things */
function followedBy(asked: {
  readonly story?: number | undefined
  readonly speaker?: string | undefined
  readonly unnamed?: string | undefined
  readonly outlet?: string | undefined
  readonly q?: string | undefined
}): Followed {
  const { story, speaker, unnamed, outlet, q: text } = asked
  const followed: Followed[] = [
    ...(story === undefined ? [] : [{ kind: 'story', story } as const]),
    ...(speaker === undefined ? [] : [{ kind: 'speaker', key: speaker } as const]),
    ...(unnamed === undefined ? [] : [{ kind: 'unnamed', name: unnamed } as const]),
    ...(outlet === undefined ? [] : [{ kind: 'outlet', name: outlet } as const]),
    ...(text === undefined ? [] : [{ kind: 'search', query: text } as const]),
  ]
  if (followed.length > 1)
    throw new ProblemError('bad-parameter', 'Ask for one of story, speaker, unnamed, outlet and q at once.')
  if (text !== undefined) queryIn(text)
  return followed[0] ?? { kind: 'all' }
}

const listDevelopments = list({
  path: '/developments',
  name: 'listDevelopments',
  tag: 'developments',
  summary: 'What changed in claims: new origins, figures, hedges, denials, corrections',
  query,
  example: '/developments',
  item: Development,
  limit: LIMIT,
  place: NUMBER_PLACE,
  read: async ({ ledger, pinned, noticed }, { query: { after, ...asked } }, { limit, place }) => {
    await noticed()
    const from = place === null ? after : Number(place)
    const way = from === undefined ? {} : after === undefined ? { before: from } : { after: from }
    const all = await developmentsOf(ledger, followedBy(asked), { limit: limit + 1, ...way })
    const shown = all.slice(0, limit)
    const versions = shown.flatMap(({ claim, before }) => [claim.version, ...(before === null ? [] : [before.version])])
    const captures = await capturesOf(ledger, [...new Set(versions)])
    const last = all.length > limit ? shown.at(-1) : undefined
    return {
      items: shown.map((one) => developmentRecord(one, pinned, ({ version }) => captures.get(version)?.[0] ?? null)),
      next: last === undefined ? null : String(last.id),
    }
  },
})

export const developmentRoutes: readonly Route[] = [listDevelopments]

/** What is followed, as it is compared and kept: the same thing asked for twice is one. */
import { z } from 'zod'
import type { Followed } from '../../ledger/developments/development.ts'

/** The most characters of a name, a key or a query that is followed. */
const MOST = 500

const text = z.string().min(1).max(MOST)

const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('story'), story: z.int().positive() }),
  z.strictObject({ kind: z.literal('speaker'), key: text }),
  z.strictObject({ kind: z.literal('unnamed'), name: text }),
  z.strictObject({ kind: z.literal('outlet'), name: text }),
  z.strictObject({ kind: z.literal('search'), query: text }),
  z.strictObject({ kind: z.literal('all') }),
])

/** What is followed as one text: its kind and what it is called by. */
export function subjectOf(followed: Followed): string {
  switch (followed.kind) {
    case 'story':
      return `story ${followed.story}`
    case 'speaker':
      return `speaker ${followed.key}`
    case 'unnamed':
      return `unnamed ${followed.name}`
    case 'outlet':
      return `outlet ${followed.name}`
    case 'search':
      return `search ${followed.query.trim().replace(/\s+/g, ' ')}`
    case 'all':
      return 'all'
  }
}

/** What is followed, from what a form or a table has; null where it is nothing that can be followed. */
export const followedFrom = (value: unknown): Followed | null => Subject.safeParse(value).data ?? null

/** What a table has. @throws {SyntaxError} where it is damaged */
export function followedIn(json: string): Followed {
  const followed = followedFrom(JSON.parse(json))
  if (followed === null) throw new SyntaxError(`not something that can be followed: ${json.slice(0, 80)}`)
  return followed
}

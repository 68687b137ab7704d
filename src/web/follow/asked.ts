/** What is to be followed, as an address of the site and a form have it. */
import type { Followed } from '../../ledger/developments/development.ts'
import type { Ledger } from '../../ledger/open.ts'
import { parseQuery } from '../../ledger/search/parse.ts'
import { claimsOf } from '../../ledger/sources.ts'
import { followedName } from '../../publish/developments/followed.ts'
import { followedFrom } from '../../publish/following/subject.ts'

/** What is followed as fields of a form. */
export function fieldsOf(followed: Followed): Readonly<Record<string, string>> {
  switch (followed.kind) {
    case 'story':
      return { story: String(followed.story) }
    case 'speaker':
      return { speaker: followed.key }
    case 'unnamed':
      return { unnamed: followed.name }
    case 'outlet':
      return { outlet: followed.name }
    case 'search':
      return { q: followed.query }
    case 'all':
      return { all: 'yes' }
  }
}

/** What such fields name; null where that is nothing. */
function followedIn(fields: Readonly<Record<string, unknown>>): Followed | null {
  const { story, speaker, unnamed, outlet, q, all } = fields
  if (typeof story === 'string')
    return followedFrom({ kind: 'story', story: /^\d{1,15}$/.test(story) ? Number(story) : 0 })
  if (typeof speaker === 'string') return followedFrom({ kind: 'speaker', key: speaker })
  if (typeof unnamed === 'string') return followedFrom({ kind: 'unnamed', name: unnamed })
  if (typeof outlet === 'string') return followedFrom({ kind: 'outlet', name: outlet })
  if (typeof q === 'string') return followedFrom({ kind: 'search', query: q.trim() })
  return all === 'yes' ? { kind: 'all' } : null
}

/** Something that can be followed, by name. */
export interface Followable {
  readonly followed: Followed
  readonly name: string
}

/** What fields name, where the ledger knows it and a search can be understood; else null. */
export async function followableIn(
  ledger: Pick<Ledger, 'db'>,
  fields: Readonly<Record<string, unknown>>,
): Promise<Followable | null> {
  const followed = followedIn(fields)
  if (followed === null) return null
  try {
    if (followed.kind === 'search') parseQuery(followed.query)
  } catch {
    return null
  }
  if (!(await isSource(ledger, followed))) return null
  const name = await followedName(ledger, followed)
  return name === null ? null : { followed, name }
}

/** Whether a name is one of an article's: else strangers would have us send words of theirs to anybody. */
async function isSource(ledger: Pick<Ledger, 'db'>, followed: Followed): Promise<boolean> {
  if (followed.kind !== 'outlet' && followed.kind !== 'unnamed') return true
  const { kind, name } = followed
  const found = await claimsOf(ledger, { kind, name }).select('claim.id').limit(1).execute()
  if (found.length > 0 || kind === 'unnamed') return found.length > 0
  return (await ledger.db.selectFrom('article').select('id').where('outlet', '=', name).limit(1).execute()).length > 0
}

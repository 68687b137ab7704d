/** The order of what was found: by how well it fits, then the newest first. */
import type { Ledger } from '../open.ts'
import type { WordIndex } from '../sql/words.ts'
import { idOf } from './keys.ts'
import { initialsOf, type Sought, scoreOf, type Weighed } from './marks.ts'

/** A result: its key, and how well it fits; 0 where nothing is to be weighed. */
export interface Ranked {
  readonly key: number
  readonly score: number
}

/** A speaker's name is asked for by its field; among the words it counts less than what is said. */
const SPEAKER = 0.5

/** Results in their order. */
export async function ranked(
  search: { readonly ledger: Pick<Ledger, 'db'>; readonly index: WordIndex; readonly sought: readonly Sought[] },
  keys: readonly number[],
): Promise<readonly Ranked[]> {
  const { ledger, index, sought } = search
  if (sought.length === 0 || keys.length === 0) return keys.map((key) => ({ key, score: 0 }))
  const texts = await (index === 'claim' ? claimTexts : headlines)(ledger, keys.map(idOf))
  const initials = initialsOf(sought)
  return keys
    .map((key) => ({ key, score: scoreOf(texts.get(idOf(key)) ?? [], sought, initials) }))
    .sort((one, other) => other.score - one.score || other.key - one.key)
}

async function claimTexts({ db }: Pick<Ledger, 'db'>, ids: readonly number[]): Promise<Map<number, Weighed[]>> {
  const rows = await db.selectFrom('claim').select(['id', 'content', 'speaker']).where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, content, speaker }) => [
      id,
      [
        { text: content, weight: 1 },
        { text: speaker, weight: SPEAKER },
      ],
    ]),
  )
}

async function headlines({ db }: Pick<Ledger, 'db'>, ids: readonly number[]): Promise<Map<number, Weighed[]>> {
  const rows = await db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.versionId')
    .select(['article.id', 'version.headline'])
    .where('article.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, headline }) => [id, [{ text: headline, weight: 1 }]]))
}

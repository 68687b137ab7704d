/**
 * Names offered to who types: speakers, outlets, places and measures, from any of their words on, those of most claims
 * first.
 */
import { sql } from 'kysely'
import type { Ledger, Writing } from '../open.ts'
import type { Tables } from '../tables.ts'
import type { Entry } from './current.ts'
import { wordsOf } from './words.ts'

/** What names are offered for. */
export type NamedField = Tables['name']['field']
export const NAMED_FIELDS: readonly NamedField[] = ['speaker', 'outlet', 'place', 'measure']

/** A name with how many claims that count have it. */
export interface Suggestion {
  readonly field: NamedField
  readonly name: string
  readonly claims: number
}

/** A name's words beyond these are not typed. */
const WORDS = 6

/** A longer name is a sentence; in UTF-16 units. */
const LONGEST = 200

const foldedName = (name: string): string =>
  wordsOf(name, { most: WORDS })
    .map(({ plain }) => plain)
    .join(' ')

/** Counts the names of articles anew: what they had before is taken away. */
export async function countNames(db: Writing, gone: readonly number[], entries: readonly Entry[]): Promise<void> {
  const change = new Map<number, number>()
  if (gone.length > 0) {
    const uses = await db.selectFrom('nameUse').select(['nameId', 'claims']).where('articleId', 'in', gone).execute()
    for (const { nameId, claims } of uses) change.set(nameId, (change.get(nameId) ?? 0) - claims)
    await db.deleteFrom('nameUse').where('articleId', 'in', gone).execute()
  }
  const used = entries.map((entry) => ({ article: entry.article.article, names: namesOf(entry) }))
  const idOf = await numbersOf(
    db,
    used.flatMap(({ names }) => [...names.values()]),
  )
  const uses = used.flatMap(({ article, names }) =>
    [...names].map(([at, { claims }]) => ({ articleId: article, nameId: idOf.get(at) as number, claims })),
  )
  for (const { nameId, claims } of uses) change.set(nameId, (change.get(nameId) ?? 0) + claims)
  if (uses.length > 0) await db.insertInto('nameUse').values(uses).execute()
  const changes = [...change].filter(([, by]) => by !== 0)
  if (changes.length === 0) return
  const by = sql.join(
    changes.map(([id, more]) => sql`when ${id} then ${sql.lit(more)}`),
    sql` `,
  )
  await db
    .updateTable('name')
    .set({ claims: sql<number>`claims + case id ${by} else 0 end` })
    .where(
      'id',
      'in',
      changes.map(([id]) => id),
    )
    .execute()
}

interface Named {
  readonly field: NamedField
  readonly name: string
  readonly folded: string
  claims: number
}

/** The names of an article's claims, each with how many have it. */
function namesOf({ article, claims }: Entry): Map<string, Named> {
  const names = new Map<string, Named>()
  const count = (field: NamedField, name: string | null) => {
    const folded = name === null || name.length > LONGEST ? '' : foldedName(name)
    if (name === null || folded === '') return
    const at = `${field} ${folded}`
    const known = names.get(at)
    if (known === undefined) names.set(at, { field, name, folded, claims: 1 })
    else known.claims += 1
  }
  for (const claim of claims) {
    // Descriptions of unnamed sources are no names.
    if (claim.speakerKind !== 'unnamed') count('speaker', claim.speaker)
    count('outlet', article.outlet)
    count('place', claim.place)
    for (const measure of new Set(claim.figures.map((figure) => figure.measure))) count('measure', measure)
  }
  return names
}

/** The numbers of names, by field and folded name; new ones get theirs, with their parts. */
async function numbersOf(db: Writing, names: readonly Named[]): Promise<Map<string, number>> {
  const wanted = new Map(names.map((name) => [`${name.field} ${name.folded}`, name]))
  const numbers = new Map<string, number>()
  if (wanted.size === 0) return numbers
  const known = await db
    .selectFrom('name')
    .select(['id', 'field', 'folded'])
    .where('folded', 'in', [...new Set([...wanted.values()].map(({ folded }) => folded))])
    .execute()
  for (const { id, field, folded } of known) numbers.set(`${field} ${folded}`, id)
  const fresh = [...wanted].filter(([at]) => !numbers.has(at)).map(([, name]) => name)
  if (fresh.length === 0) return numbers
  const added = await db
    .insertInto('name')
    .values(fresh.map(({ field, name, folded }) => ({ field, name, folded, claims: 0 })))
    .returning(['id', 'field', 'folded'])
    .execute()
  for (const { id, field, folded } of added) numbers.set(`${field} ${folded}`, id)
  await db
    .insertInto('namePart')
    .values(
      added.flatMap(({ id, field, folded }) => {
        const words = folded.split(' ')
        return [...new Set(words.map((_, i) => words.slice(i).join(' ')))].map((part) => ({ field, part, nameId: id }))
      }),
    )
    .execute()
  return numbers
}

/**
 * Names that begin, at one of their words, as what is typed.
 * @param field null for all fields
 */
export async function suggestNames(
  { db }: Pick<Ledger, 'db'>,
  field: NamedField | null,
  typed: string,
  limit = 10,
): Promise<Suggestion[]> {
  const folded = foldedName(typed)
  if (folded === '' && typed.trim() !== '') return []
  return db
    .selectFrom('name')
    .select(['name.field', 'name.name', 'name.claims'])
    .where('name.id', 'in', (query) => {
      const parts = query
        .selectFrom('namePart')
        .select('namePart.nameId')
        .where('namePart.field', 'in', field === null ? NAMED_FIELDS : [field])
      return folded === ''
        ? parts
        : parts.where('namePart.part', '>=', folded).where('namePart.part', '<', `${folded}\u{10ffff}`)
    })
    .where('name.claims', '>', 0)
    .orderBy('name.claims', 'desc')
    .orderBy('name.folded')
    .orderBy('name.field')
    .limit(limit)
    .execute()
}

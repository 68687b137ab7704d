/**
 * Lists given to the database as one parameter, so that a statement is the same however long they are: it is compiled
 * once, and a thousand keys cost little more than one.
 */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { isPostgres } from './columns.ts'
import { storable } from './storable.ts'

// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
type AnyDb = Kysely<any>

/** What a key is: text, or a whole number. */
type Key = string | number

const typeOf = (keys: readonly Key[]) => (typeof keys[0] === 'number' ? sql`bigint[]` : sql`text[]`)

/** Whether a column is one of some keys. */
export function isAmong(db: AnyDb, column: string, keys: readonly Key[]): RawBuilder<SqlBool> {
  const all = keys.map(storable) as Key[]
  return isPostgres(db)
    ? sql`${sql.ref(column)} = any(${all}::${typeOf(all)})`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(all)}))`
}

/** Writes texts under their keys into a table of keys and texts, over what stands there. */
export async function putTexts(
  db: AnyDb,
  { table, key, text }: { readonly table: string; readonly key: string; readonly text: string },
  entries: readonly (readonly [Key, string])[],
): Promise<void> {
  if (entries.length === 0) return
  const own = entries.map(([one, value]) => [storable(one), storable(value)] as [Key, string])
  const keys = own.map(([one]) => one)
  const rows = isPostgres(db)
    ? sql`select * from unnest(${keys}::${typeOf(keys)}, ${own.map(([, value]) => value)}::text[])`
    : sql`select value->>0, value->>1 from json_each(${JSON.stringify(own)}) where true`
  const [into, column, value] = [sql.table(table), sql.ref(key), sql.ref(text)]
  await sql`insert into ${into} (${column}, ${value}) ${rows}
    on conflict (${column}) do update set ${value} = excluded.${value}`.execute(db)
}

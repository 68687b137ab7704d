/**
 * Tables of keys and values behind PartialMaps: many keys are loaded by one statement, and many rows written by one.
 */
import type { Kysely } from 'kysely'
import { packJson, unpackJson } from '../pack.ts'
import { isAmong, putTexts } from '../sql/lists.ts'
import type { Rows } from './partial.ts'

/** Keys of one query, */
const KEYS = 5000
/** texts that are written by one, */
const TEXTS = 2000
/** and rows of several columns: well below what both databases take as parameters. */
const ROWS = 500

// biome-ignore lint/suspicious/noExplicitAny: any table
type AnyDb = Kysely<any>

/** How a value is kept in columns. */
export interface Shape<Value> {
  readonly table: string
  readonly key: string
  readonly columns: readonly string[]
  write(value: Value): Record<string, unknown>
  read(row: Record<string, unknown>): Value
  /** The text of a value that is kept as one column of text. */
  readonly textOf?: (value: Value) => string
}

/** Cuts a list into pieces of at most so many. */
function* pieces<Thing>(all: readonly Thing[], most: number): Generator<readonly Thing[]> {
  for (let i = 0; i < all.length; i += most) yield all.slice(i, i + most)
}

/** The rows of a table by its key. */
export function rowsOf<Key extends string | number, Value>(db: AnyDb, shape: Shape<Value>): Rows<Key, Value> {
  const { table, key, columns, textOf } = shape
  const [text = key] = columns
  return {
    load: async (keys) => {
      const found: [Key, Value][] = []
      for (const some of pieces(keys, KEYS)) {
        const rows = await db
          .selectFrom(table)
          .select([key, ...columns])
          .where(isAmong(db, key, some))
          .execute()
        for (const row of rows) found.push([row[key] as Key, shape.read(row)])
      }
      return found
    },
    store: async (entries, gone) => {
      for (const some of pieces(gone, KEYS))
        await db
          .deleteFrom(table)
          .where(isAmong(db, key, some))
          .execute()
      if (textOf !== undefined) {
        for (const some of pieces(entries, TEXTS))
          await putTexts(
            db,
            { table, key, text },
            some.map(([own, value]) => [own, textOf(value)]),
          )
        return
      }
      for (const some of pieces(entries, ROWS))
        await db
          .insertInto(table)
          .values(some.map(([own, value]) => ({ [key]: own, ...shape.write(value) })))
          .onConflict((conflict) =>
            conflict
              .column(key)
              .doUpdateSet((eb) => Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)]))),
          )
          .execute()
    },
  }
}

/** A value kept as JSON text. */
export const json = <Value>(table: string, key: string): Shape<Value> => ({
  table,
  key,
  columns: ['json'],
  write: (value) => ({ json: JSON.stringify(value) }),
  textOf: (value) => JSON.stringify(value),
  read: (row) => JSON.parse(row.json as string) as Value,
})

/** A value kept as packed JSON, given a form that JSON has and read from it. */
export const packed = <Value, Form>(
  table: string,
  key: string,
  form: (value: Value) => Form,
  from: (form: Form) => Value,
): Shape<Value> => ({
  table,
  key,
  columns: ['packed'],
  write: (value) => ({ packed: packJson(form(value)) }),
  read: (row) => from(unpackJson(row.packed as Uint8Array) as Form),
})

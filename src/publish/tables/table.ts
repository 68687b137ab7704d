/**
 * A table: its columns with what they mean, as a Frictionless Table Schema tells it, and the lines that it has of
 * something. Specification: https://datapackage.org/standard/table-schema/
 */
import { cellOf, type FieldType, type Value } from './cell.ts'

/** What every value of a column keeps to. */
interface Constraints {
  readonly required?: true
  readonly unique?: true
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** A column, as its schema tells it. */
export interface FieldSchema {
  readonly name: string
  readonly type: FieldType
  readonly description: string
  readonly constraints?: Constraints
}

/** A column, and what it has of a row. */
export interface Field<Row> extends FieldSchema {
  readonly value: (row: Row) => Value
}

interface ForeignKey {
  readonly fields: readonly string[]
  readonly reference: { readonly resource: string; readonly fields: readonly string[] }
}

/** What is told of a table. */
interface About {
  /** As its file is called, without `.csv`. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly primaryKey: readonly string[]
  readonly foreignKeys?: readonly ForeignKey[]
}

/** A table of what is in some things: articles, origins, stories. */
export interface Table<Source> extends About {
  readonly fields: readonly FieldSchema[]
  /** The names of its columns as a line. */
  readonly head: string
  /** The lines that it has of a thing, each with its end. */
  lines(source: Source): string
}

/** Lines end as RFC 4180 has it. */
const LINE_END = '\r\n'

/** @param rows what a thing has in the table, in a stable order */
export function tableOf<Source, Row>({
  fields,
  rows,
  ...about
}: About & {
  readonly fields: readonly Field<Row>[]
  readonly rows: (source: Source) => readonly Row[]
}): Table<Source> {
  return {
    ...about,
    fields: fields.map(({ value: _, ...schema }) => schema),
    head: `${fields.map(({ name }) => name).join(',')}${LINE_END}`,
    lines: (source) => {
      let lines = ''
      for (const row of rows(source)) {
        let line = ''
        for (const { type, value } of fields) line += `${line === '' ? '' : ','}${cellOf(type, value(row))}`
        lines += `${line}${LINE_END}`
      }
      return lines
    },
  }
}

/** A key that refers to the column of the same name. */
export const refers = (field: string, resource: string): ForeignKey => ({
  fields: [field],
  reference: { resource, fields: [field] },
})

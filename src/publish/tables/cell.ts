/**
 * A value as a cell of a table (RFC 4180). Programs that calculate take some words for formulas; those words get an
 * apostrophe before them, as OWASP advises (CSV injection), in columns of text only: numbers, days and yes or no are none.
 *
 * The rule can be undone: an apostrophe that stands before what would be a formula was put there, and no other was.
 */

/** What a cell may hold. Given Readings may lack what they should have. */
export type Value = string | number | boolean | null | undefined

/**
 * What begins a formula, also in its full-width form, also behind white space, quotation marks and what nobody sees:
 * a program that splits lines at other characters than commas would begin a cell there.
 */
const FORMULA =
  /^[\s\p{Cc}\p{Cf}'"\u2018\u2019\u201c\u201d\u00ab\u00bb`]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^'*[\t\r\n]/u
const GUARDED = /^'/

/** Characters that no spreadsheet's file can hold (XML 1.0, 2.2), but tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const UNFIT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g
const LINE_END = /\r\n?/g

/** Excel cuts a cell at 32,767 characters, or breaks the row in two; what is longer ends with an ellipsis here. */
export const LONGEST = 32_000

/** Words in a cell: whole characters, line ends as LF, no formula. */
export function textCell(words: string): string {
  const whole = words.toWellFormed().replace(LINE_END, '\n').replace(UNFIT, '\ufffd')
  const cut = whole.length > LONGEST ? `${whole.slice(0, LONGEST).toWellFormed()}\u2026` : whole
  return quoted(FORMULA.test(cut) ? `'${cut}` : cut)
}

/** Words as they were before `textCell` made sure that they are no formula. @param cell without the quotes of CSV */
export const unguarded = (cell: string): string =>
  GUARDED.test(cell) && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** What a column holds: see Frictionless Table Schema, field types. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/

/** A value as a cell of a column; empty where it is none of the column's kind. */
export function cellOf(type: FieldType, value: Value): string {
  if (value === null || value === undefined) return ''
  switch (type) {
    case 'string':
      return textCell(String(value))
    case 'integer':
      return Number.isSafeInteger(value) ? String(value) : ''
    case 'number':
      return Number.isFinite(value) ? String(value) : ''
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : ''
    case 'date':
      return typeof value === 'string' && DAY.test(value) && isDay(value) ? value : ''
    case 'datetime':
      return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
  }
}

/** 30 February is none. */
const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

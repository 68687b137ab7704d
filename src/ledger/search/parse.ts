/**
 * Reading a query: words, "phrases", -excluded, begin*, field:value. What cannot be understood says where and what to do.
 */
import {
  CHOICES,
  DAY_FIELDS,
  type DayField,
  FIELDS,
  ID_FIELDS,
  type IdField,
  NAME_FIELDS,
  type NameField,
  VALUE_FIELDS,
  type ValueField,
} from './fields.ts'
import { type Condition, type Query, queryOf } from './query.ts'
import { QueryError } from './query-error.ts'
import { amountOf, windowOf } from './ranges.ts'
import { wordsOf } from './words.ts'

/** A longer query is a mistake: a page pasted into the field. In UTF-16 units, as it is given and as it is written again. */
const LONGEST = 1000
/** More conditions are not asked by people. */
const MOST = 32
/** A beginning of fewer letters is that of a large part of all words; names are fewer. */
const SHORTEST_PREFIX = { words: 3, names: 2 }

/** An item: an optional minus, an optional field, then a quotation or anything up to a space. */
const ITEM = /(-?)(?:([A-Za-z]+):(?!\/))?(?:["“”]([^"“”]*)(["“”])?|([^\s"“”]*))/y

/**
 * Reads a query.
 * @throws {QueryError} where it cannot be understood
 */
export function parseQuery(text: string): Query {
  if (text.length > LONGEST)
    throw new QueryError('too long', { start: LONGEST, end: text.length }, `Ask with at most ${LONGEST} characters.`)
  const conditions: Condition[] = []
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    ITEM.lastIndex = at
    const found = ITEM.exec(text)
    const end = found === null || ITEM.lastIndex === at ? at + 1 : ITEM.lastIndex
    if (found !== null) conditions.push(...conditionOf(text, found, { start: at, end }))
    if (conditions.length > MOST)
      throw new QueryError('too many', { start: at, end }, `Ask for at most ${MOST} things.`)
    at = end
  }
  if (queryOf({ conditions }).length > LONGEST)
    throw new QueryError('too long', { start: 0, end: text.length }, 'Ask with fewer words.')
  return { conditions }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] as string)) at++
  return at
}

function conditionOf(text: string, found: RegExpExecArray, span: { start: number; end: number }): Condition[] {
  const [, minus = '', field, quotation, closed, bare] = found
  if (quotation !== undefined && closed === undefined)
    throw new QueryError('unclosed', span, 'Close the quotation with a ", or leave the " out.')
  const given = (quotation ?? bare ?? '').trim()
  const not = minus === '-'
  if (field === undefined) return wordsCondition(given, not, span)
  const name = field.toLowerCase()
  if (!FIELDS.includes(name)) throw new QueryError('unknown field', span, unknownField(field, text, span))
  if (given === '')
    throw new QueryError('empty', span, `Write what ${name}: should be, without a space after the colon.`)
  return [fieldCondition(name, given, not, span)]
}

function wordsCondition(given: string, not: boolean, span: { start: number; end: number }): Condition[] {
  const { text, isPrefix } = beginning(given, SHORTEST_PREFIX.words, span)
  // Marks alone, a dash between words, ask for nothing.
  return text === '' ? [] : [{ about: 'words', text, isPrefix, not }]
}

/** Words in one form: only what is compared is kept, with what stands between as a space. */
function beginning(
  given: string,
  shortest: number,
  span: { start: number; end: number },
): { text: string; isPrefix: boolean } {
  const words = wordsOf(given)
  const last = words.at(-1)
  const isPrefix = last !== undefined && given[last.end] === '*'
  if (isPrefix && last.plain.length < shortest)
    throw new QueryError('short beginning', span, `Write at least ${shortest} letters before the *.`)
  return { text: words.map(({ start, end }) => given.slice(start, end)).join(' '), isPrefix }
}

function fieldCondition(name: string, given: string, not: boolean, span: { start: number; end: number }): Condition {
  if ((NAME_FIELDS as readonly string[]).includes(name)) {
    const words = beginning(given, SHORTEST_PREFIX.names, span)
    if (words.text === '') throw new QueryError('empty', span, `Write a word of the ${name}'s name.`)
    return { about: name as NameField, ...words, not }
  }
  if ((DAY_FIELDS as readonly string[]).includes(name))
    return { about: name as DayField, ...windowOf(name, given, span), not }
  if (name === 'figure') return { about: 'figure', ...amountOf(given, span), not }
  if ((ID_FIELDS as readonly string[]).includes(name)) {
    if (!/^[1-9]\d{0,9}$/.test(given)) throw new QueryError('not a number', span, `Write the number, as in ${name}:12.`)
    return { about: name as IdField, id: Number(given), not }
  }
  const about = (VALUE_FIELDS as readonly string[]).find((field) => field === name) as ValueField
  const value = given.toLowerCase().replace(/\s+/g, ' ')
  const choices = CHOICES[about]
  if (choices !== undefined && !choices.includes(value))
    throw new QueryError('unknown value', span, `${about}: is one of ${choices.map(asWritten).join(', ')}.`)
  if (wordsOf(value).length === 0) throw new QueryError('empty', span, `Write a word after ${name}:.`)
  return { about, value, not }
}

const asWritten = (value: string): string => (value.includes(' ') ? `"${value}"` : value)

function unknownField(field: string, text: string, span: { start: number; end: number }): string {
  return `There is no field ${field}. There are ${FIELDS.join(', ')}; for the words themselves write "${text
    .slice(span.start, span.end)
    .replace(/["“”]/g, '')}".`
}

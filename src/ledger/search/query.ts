/**
 * A query, understood: conditions that must all hold. It can be written again (`queryOf`), always in the same way, so that
 * an address with it is a permalink.
 */
import type { DayField, IdField, NameField, ValueField } from './fields.ts'

/** Words in their order; `isPrefix`: the last one is only a beginning. */
export interface Words {
  readonly about: 'words'
  readonly text: string
  readonly isPrefix: boolean
}
export interface Name {
  readonly about: NameField
  readonly text: string
  readonly isPrefix: boolean
}
/** A value, in lower case. */
interface Value {
  readonly about: ValueField
  readonly value: string
}
/** A number: the claim has a figure that could be one from `low` to `high`, which is open where null. */
export interface Amount {
  readonly about: 'figure'
  readonly low: number | null
  readonly high: number | null
  /** More than `low`, not `low` itself; less than `high`. */
  readonly isAbove: boolean
  readonly isBelow: boolean
}
/** First and last day (YYYY-MM-DD); open where null. */
export interface Days {
  readonly about: DayField
  readonly from: string | null
  readonly to: string | null
}
interface Numbered {
  readonly about: IdField
  readonly id: number
}

/** A condition; `not`: it must not hold. */
export type Condition = { readonly not: boolean } & (Words | Name | Value | Amount | Days | Numbered)

export interface Query {
  readonly conditions: readonly Condition[]
}

/** The query as it is written. What `parseQuery` makes of this is the same query. */
export const queryOf = ({ conditions }: Query): string => conditions.map(written).join(' ')

function written(condition: Condition): string {
  const not = condition.not ? '-' : ''
  if (condition.about === 'words') return `${not}${wordsWritten(condition)}`
  return `${not}${condition.about}:${held(condition)}`
}

/** A condition as people would write it: its value in quotation marks, which it cannot hold itself. */
export const conditionOf = (field: string, value: string): string => `${field}:"${value.replace(/["“”]/g, ' ').trim()}"`

/** One word may stand as it is; what holds anything else is quoted. */
const quoted = (text: string): string => (/^[\p{L}\p{N}]+$/u.test(text) ? text : `"${text}"`)

const wordsWritten = ({ text, isPrefix }: { text: string; isPrefix: boolean }): string => {
  if (!isPrefix) return quoted(text)
  return /^[\p{L}\p{N}]+$/u.test(text) ? `${text}*` : `"${text}*"`
}

function held(condition: Exclude<Condition, Words>): string {
  switch (condition.about) {
    case 'speaker':
    case 'outlet':
    case 'place':
    case 'of':
      return wordsWritten(condition)
    case 'figure':
      return amount(condition)
    case 'said':
    case 'published':
    case 'happened':
      return condition.from === condition.to ? `${condition.from}` : `${condition.from ?? ''}..${condition.to ?? ''}`
    case 'claim':
    case 'article':
      return `${condition.id}`
    default:
      return quoted(condition.value)
  }
}

function amount({ low, high, isAbove, isBelow }: Amount): string {
  const [from, to] = [low === null ? null : decimal(low), high === null ? null : decimal(high)]
  if (from === null) return `${isBelow ? '<' : '<='}${to}`
  if (to === null) return `${isAbove ? '>' : '>='}${from}`
  return from === to ? from : `${from}..${to}`
}

/** A number without an exponent: it is read back the same. */
const decimal = (value: number): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20, maximumSignificantDigits: 17 })

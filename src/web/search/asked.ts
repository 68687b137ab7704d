/** What is asked, as one string that an address can hold: read from the form with fields, narrowed and widened by links. */
import { parseQuery } from '../../ledger/search/parse.ts'
import { type Condition, conditionOf, type Query, queryOf } from '../../ledger/search/query.ts'

/** The fields of the form. */
export const FORM_FIELDS = [
  'words',
  'speaker',
  'outlet',
  'place',
  'measure',
  'low',
  'high',
  'saidFrom',
  'saidTo',
  'publishedFrom',
  'publishedTo',
  'drift',
  'unnamed',
] as const
export type FormField = (typeof FORM_FIELDS)[number]
export type FormValues = Readonly<Partial<Record<FormField, string>>>

function range(from: string, to: string): string {
  return from === to ? from : `${from}..${to}`
}

/** What the form's fields ask for as a query; it may still be one that cannot be understood. */
export function composed(values: FormValues): string {
  const given = (field: FormField): string => values[field]?.trim() ?? ''
  const [low, high] = [given('low'), given('high')]
  const days = (field: 'said' | 'published') => {
    const [from, to] = [given(`${field}From`), given(`${field}To`)]
    return from === '' && to === '' ? [] : [conditionOf(field, range(from, to))]
  }
  return [
    given('words'),
    ...(['speaker', 'outlet', 'place', 'measure'] as const).flatMap((field) =>
      given(field) === '' ? [] : [conditionOf(field, given(field))],
    ),
    ...(low === '' && high === ''
      ? []
      : [conditionOf('figure', high === '' ? `>=${low}` : low === '' ? `<=${high}` : range(low, high))]),
    ...days('said'),
    ...days('published'),
    ...(given('drift') === '' ? [] : [conditionOf('drift', given('drift'))]),
    ...(given('unnamed') === '' ? [] : ['kind:unnamed']),
  ]
    .filter(Boolean)
    .join(' ')
}

/** A query as the form's fields have it; what no field can hold stands with the words. */
export function fieldsOf({ conditions }: Query): FormValues {
  const values: Partial<Record<FormField, string>> = {}
  const rest = conditions.filter((one) => !taken(values, one))
  return { ...values, words: queryOf({ conditions: rest }) }
}

/** Puts a condition into its field. @returns false where there is none, or it is filled */
function taken(values: Partial<Record<FormField, string>>, one: Condition): boolean {
  const own = one.not ? null : valuesOf(one)
  if (own === null || Object.keys(own).some((field) => values[field as FormField] !== undefined)) return false
  Object.assign(values, own)
  return true
}

function valuesOf(one: Condition): FormValues | null {
  switch (one.about) {
    case 'speaker':
    case 'outlet':
    case 'place':
      return one.isPrefix ? null : { [one.about]: one.text }
    case 'measure':
    case 'drift':
      return { [one.about]: one.value }
    case 'kind':
      return one.value === 'unnamed' ? { unnamed: 'yes' } : null
    case 'figure':
      return one.isAbove || one.isBelow ? null : { low: String(one.low ?? ''), high: String(one.high ?? '') }
    case 'said':
    case 'published':
      return { [`${one.about}From`]: one.from ?? '', [`${one.about}To`]: one.to ?? '' }
    default:
      return null
  }
}

/** A query without one of its conditions. */
export const without = ({ conditions }: Query, at: number): string =>
  queryOf({ conditions: conditions.filter((_, i) => i !== at) })

/**
 * A query narrowed to a value of a field; days take the place of days.
 * @returns null where it asks so already, or would be too long
 */
export function narrowed(query: Query, field: string, value: string): string | null {
  const before = queryOf(query)
  const rest = { conditions: query.conditions.filter(({ about, not }) => not || about !== 'published') }
  try {
    const one = queryOf(parseQuery(conditionOf(field, value)))
    if (query.conditions.some((known) => queryOf({ conditions: [known] }) === one)) return null
    return queryOf(parseQuery(`${field === 'published' ? queryOf(rest) : before} ${one}`))
  } catch (error) {
    if ((error as Error).name === 'QueryError') return null
    throw error
  }
}

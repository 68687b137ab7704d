/**
 * What a query asks of the index: terms that must be there and terms that must not, a span of keys, and what must be seen
 * at the rows themselves. It knows nothing of the databases' own query languages.
 */
import { amountWindow } from './amounts.ts'
import { happenedWindow, saidWindow } from './calendar.ts'
import type { DayField } from './fields.ts'
import type { Amount, Condition, Days, Name, Query, Words } from './query.ts'
import { articleTerm, EVERY, nameTerm, UNDATED, valueTerm, WRITTEN } from './terms.ts'
import { wordsOf } from './words.ts'

/** Terms that stand side by side; of the last one perhaps only its beginning. */
export interface Phrase {
  readonly terms: readonly string[]
  readonly isPrefix: boolean
}

/** One of these is there. */
export type AnyOf = readonly Phrase[]

/** A figure that could be in a range and has a measure and unit, or must not be there. */
export interface FigureCheck {
  readonly not: boolean
  readonly amount: Amount | null
  readonly measures: readonly string[]
  readonly units: readonly string[]
}

export interface Match {
  readonly all: readonly AnyOf[]
  readonly none: readonly AnyOf[]
  readonly published: readonly (Days & { readonly not: boolean })[]
  readonly happened: readonly (Days & { readonly not: boolean })[]
  readonly figures: readonly FigureCheck[]
  readonly claims: readonly { readonly id: number; readonly not: boolean }[]
}

/** What a query asks for. */
export function matchOf({ conditions }: Query): Match {
  const asked = conditions.map((condition) => ({ condition, terms: termsAsked(condition) }))
  const all = asked.flatMap(({ condition, terms }) => (condition.not || terms === null ? [] : [terms]))
  const none = asked.flatMap(({ condition, terms }) =>
    !condition.not || terms === null || isSeenAtRows(condition) ? [] : [terms],
  )
  const published = windows(conditions, 'published')
  const dated = published.some(({ not }) => !not) ? [single(UNDATED)] : []
  return {
    all: all.length === 0 && none.length + dated.length > 0 ? [single(EVERY)] : all,
    none: [...none, ...dated],
    published,
    happened: windows(conditions, 'happened'),
    figures: figureChecks(conditions),
    claims: conditions.flatMap((condition) =>
      condition.about === 'claim' ? [{ id: condition.id, not: condition.not }] : [],
    ),
  }
}

const windows = (conditions: readonly Condition[], field: DayField) =>
  conditions.flatMap((condition) => (condition.about === field && 'from' in condition ? [condition] : []))

/** Their terms find more than they ask for, which does to find but not to exclude. */
const isSeenAtRows = ({ about }: Condition): boolean => about === 'figure' || about === 'happened'

const single = (term: string): AnyOf => [{ terms: [term], isPrefix: false }]
const oneOf = (terms: readonly string[]): AnyOf => terms.map((term) => ({ terms: [term], isPrefix: false }))

function termsAsked(condition: Condition): AnyOf | null {
  switch (condition.about) {
    case 'words':
      return wordsAsked(condition)
    case 'speaker':
    case 'outlet':
    case 'place':
    case 'of':
      return nameAsked(condition)
    case 'figure':
      return oneOf(amountWindow(condition))
    case 'said':
      return oneOf(saidWindow(condition.from, condition.to))
    case 'happened':
      return oneOf(happenedWindow(condition.from, condition.to))
    case 'article':
      return single(articleTerm(condition.id))
    case 'published':
    case 'claim':
      return null
    default:
      return single(valueTerm(condition.about, condition.value))
  }
}

/** Words as they are asked for. */
export function wordsAsked({ text, isPrefix }: Words): AnyOf {
  const words = wordsOf(text)
  const last = words.at(-1)
  if (!isPrefix || last === undefined) return [{ terms: words.map(({ term }) => term), isPrefix }]
  const before = words.slice(0, -1).map(({ term }) => term)
  const byStem = { terms: [...before, last.plain], isPrefix }
  return before.length > 0 ? [byStem] : [byStem, { terms: [WRITTEN + last.plain], isPrefix }]
}

/** The beginning of a name may be too short to tell that it is spelled in several ways: it is looked for as one, too. */
export function nameAsked({ about, text, isPrefix }: Name): AnyOf {
  const words = wordsOf(text)
  const terms = words.map((word) => nameTerm(about, word))
  const last = words.at(-1)
  if (!isPrefix || last === undefined) return [{ terms, isPrefix }]
  const spelled = nameTerm(about, about === 'of' ? { ...last, term: last.plain } : last, true)
  return [
    { terms, isPrefix },
    { terms: [...terms.slice(0, -1), spelled], isPrefix },
  ]
}

/** Range, measure and unit are asked of one and the same figure. */
function figureChecks(conditions: readonly Condition[]): FigureCheck[] {
  const amounts = conditions.filter((condition) => condition.about === 'figure')
  const valuesOf = (field: 'measure' | 'unit') =>
    conditions.flatMap((condition) => (condition.about === field && !condition.not ? [condition.value] : []))
  const [measures, units] = [valuesOf('measure'), valuesOf('unit')]
  const excluded = amounts.filter(({ not }) => not).map((amount) => ({ not: true, amount, measures: [], units: [] }))
  const asked = amounts.filter(({ not }) => !not)
  if (asked.length > 0) return [...excluded, ...asked.map((amount) => ({ not: false, amount, measures, units }))]
  return measures.length > 0 && units.length > 0
    ? [...excluded, { not: false, amount: null, measures, units }]
    : excluded
}

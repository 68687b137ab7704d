/** Search, in English. */
import type { FacetField } from '../../ledger/search/facets.ts'
import type { Condition } from '../../ledger/search/query.ts'
import { counted, grouped } from '../../publish/numbers.ts'
import { dateOf, datesOf } from '../../publish/when.ts'
import type { DriftKind } from '../../stories/drift/drift.ts'
import { PARTS } from './parts.ts'

export const SEARCH = {
  title: 'Search',
  lede: 'Claims by their words, by who said them, how many, where and when.',
  query: 'The query',
  find: 'Find',
  tabs: 'What is looked for',
  claims: 'Claims',
  articles: 'Articles',
  found: (count: number, isMore: boolean, show: 'claims' | 'articles'): string => {
    const [one, many] = show === 'claims' ? ['claim', 'claims'] : ['article', 'articles']
    if (count === 0) return `No ${one}`
    return isMore ? `More than ${grouped(count)} ${many}` : counted(count, one)
  },
  newest: 'Newest first: by the day of publication or, where the page has none, the day on which it was first seen.',
  ranked: 'The newest 200 first, and of them those that fit the words best; then the 200 before them.',
  bounded: 'Up to 200 are counted. The pages go through all.',
  terms: 'Conditions',
  takeOut: (term: string): string => `Take out: ${term}`,
  not: 'not',
  share: 'Copy the link',
  shared: 'Link copied',
  permalink: 'Address of this search',
  next: 'Next page',
  first: 'From the first',
  pages: 'Pages',
  narrow: 'Narrow it down',
  narrowOf: (count: number, isMore: boolean): string =>
    isMore ? `Counted in the ${grouped(count)} newest` : 'How many have it',
  facets: {
    outlet: 'Outlet',
    speaker: 'Speaker',
    kind: 'Who speaks',
    type: 'How it is told',
    place: 'Place',
    measure: 'What is counted',
    drift: 'What the headline did',
    published: 'Published',
  } satisfies Record<FacetField, string>,
  wrong: 'This cannot be understood',
  stale: 'This page belongs to another search.',
  startAgain: 'From its first page',
  nothing: 'Nothing has all of that.',
  nothingHas: 'Nothing has',
  thereIs: 'Names that there are:',
  tooMuch: 'Each of these is found, but nothing has all of them. Take one out:',
  empty: 'Nothing can be found yet: the ledger is empty.',
  examples: 'For instance',
  byFields: 'Search by fields',
  fieldsHint: 'What is filled in must all hold. It becomes one query, with an address to keep.',
  words: 'Words, or more of the query',
  speaker: 'Speaker',
  outlet: 'Outlet',
  place: 'Place',
  measure: 'What is counted',
  figure: 'Figure',
  low: 'At least',
  high: 'At most',
  said: 'Said',
  published: 'Published',
  from: 'From',
  to: 'To',
  dateHint: '2025-01-04',
  drift: 'What the headline did with it',
  any: 'anything',
  unnamed: 'Sources without a name only',
  suggestions: 'Names in this ledger',
  help: 'How to ask',
  helpRows: [
    ['bridge collapse', 'both words, in any of their forms'],
    ['"state of emergency"', 'words side by side'],
    ['emerg*', 'words that begin so'],
    ['speaker:zelenskyy', 'a name by its words, however it is spelled; also outlet: place: of: (who is counted)'],
    ['measure:"laid off"', 'a value, whole; also unit: kind: type: lang:'],
    ['figure:100..300', 'a figure that could be a number of the range; also figure:>=100'],
    ['said:2025-01', 'a day, month, year or window from..to; also published: happened:'],
    ['drift:"hedge dropped"', "what the article's own headline did with the claim"],
    ['claim:12', 'by number; also article:'],
    ['-outlet:herald', 'a minus before any of these: not so'],
  ],
  example: {
    speaker: (name: string): string => `what ${name} said`,
    outlet: (name: string): string => `quoted, not reported, in ${name}`,
    place: (name: string): string => `where the place is ${name}`,
    measure: (name: string): string => `figures of 10 and more: ${name}`,
    unnamed: 'sources without a name',
    drift: 'told without their hedge in the headline',
  },
} as const

const FIELDS: Readonly<Record<Condition['about'], string>> = {
  words: 'words',
  speaker: 'speaker',
  outlet: 'outlet',
  place: 'place',
  of: 'counting',
  measure: 'measure',
  unit: 'unit',
  kind: 'who speaks',
  type: 'told',
  drift: 'headline',
  lang: 'language',
  figure: 'figure',
  said: 'said',
  published: 'published',
  happened: 'happened',
  claim: 'claim',
  article: 'article',
}

/** What a headline did with a claim, in words. */
export const DRIFTS: Readonly<Record<DriftKind, string>> = {
  'hedge dropped': 'hedge dropped',
  'hedge added': 'hedge added',
  'attribution dropped': 'source dropped',
  'population narrowed': 'population narrowed',
  'figure changed': 'figure changed',
  'bound turned': 'bound turned',
  'window stretched': 'time stretched',
  'verb strengthened': 'verb strengthened',
  'source pluralised': 'one source made many',
  'measure changed': 'measure changed',
}

const named = (names: object, value: string): string =>
  Object.hasOwn(names, value) ? String((names as Readonly<Record<string, unknown>>)[value]) : value

/** A value of a field, for people: types, kinds and drift by their names, days as dates. */
export function valueWords(field: Condition['about'], value: string): string {
  if (field === 'type') return named(PARTS.types, value)
  if (field === 'kind') return named(PARTS.kinds, value)
  if (field === 'drift') return named(DRIFTS, value)
  return field === 'published' ? dateOf(value) : value
}

/** A condition's field and what it should be. Words have no field. */
export function termWords(condition: Condition): { readonly field: string | null; readonly value: string } {
  const field = FIELDS[condition.about]
  switch (condition.about) {
    case 'words':
      return {
        field: null,
        value: begun(condition.text.includes(' ') ? `“${condition.text}”` : condition.text, condition),
      }
    case 'speaker':
    case 'outlet':
    case 'place':
    case 'of':
      return { field, value: begun(condition.text, condition) }
    case 'figure':
      return { field, value: rangeWords(condition) }
    case 'said':
    case 'published':
    case 'happened':
      return { field, value: datesOf(condition.from, condition.to) ?? '' }
    case 'claim':
    case 'article':
      return { field, value: String(condition.id) }
    default:
      return { field, value: valueWords(condition.about, condition.value) }
  }
}

const begun = (words: string, { isPrefix }: { readonly isPrefix: boolean }): string => (isPrefix ? `${words}…` : words)

function rangeWords({ low, high, isAbove, isBelow }: Extract<Condition, { about: 'figure' }>): string {
  if (low === null) return `${isBelow ? 'less than' : 'at most'} ${grouped(high ?? 0)}`
  if (high === null) return `${isAbove ? 'more than' : 'at least'} ${grouped(low)}`
  return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`
}

/**
 * What a query's newest results are made of: outlets, speakers, kinds, places, days, each with how many results have it, so
 * that the query can be narrowed to one of them.
 */
import type { Ledger } from '../open.ts'
import type { WordIndex } from '../sql/words.ts'
import { NAME_FIELDS } from './fields.ts'
import { keysFound } from './found.ts'
import { idOf } from './keys.ts'
import { matchOf } from './match.ts'
import type { Query } from './query.ts'
import { nameTerm } from './terms.ts'
import { termsOf, wordsOf } from './words.ts'

/** Results that are looked at: those that are ranked together. */
const LOOKED_AT = 200

/** Values of one field that are told. */
const MOST = 8

/** Words of a name by which it is the same name. */
const WORDS = 8

/** What results are told apart by: fields of a query. */
export const FACETS = ['outlet', 'speaker', 'kind', 'type', 'place', 'measure', 'drift', 'published'] as const
export type FacetField = (typeof FACETS)[number]

/** A value, as a condition of its field may have it, and how many results have it. */
interface FacetValue {
  readonly value: string
  readonly count: number
}

/** What results are made of. */
export interface Facets {
  /** How many results were looked at: the newest. */
  readonly of: number
  /** Values that some of them have and others have not, those of most results first; days and months newest first. */
  readonly values: Readonly<Record<FacetField, readonly FacetValue[]>>
}

/** Tells what a query's 200 newest results are made of. */
export async function facetsOf(ledger: Pick<Ledger, 'db'>, index: WordIndex, query: Query): Promise<Facets> {
  const keys = await keysFound(ledger, index, matchOf(query), {
    high: Number.MAX_SAFE_INTEGER,
    low: 0,
    limit: LOOKED_AT,
  })
  const tally = newTally()
  for (const [result, field, value] of await hasOf(ledger, index, keys.map(idOf))) tally.add(result, field, value)
  const of = keys.length
  return { of, values: valuesBy((field) => tally.of(field, of)) }
}

const valuesBy = (values: (field: FacetField) => FacetValue[]): Facets['values'] =>
  Object.fromEntries(FACETS.map((field) => [field, values(field)] as const)) as Record<FacetField, FacetValue[]>

/** That a result has a value of a field. */
type Has = readonly [result: number, field: FacetField, value: string]

async function hasOf({ db }: Pick<Ledger, 'db'>, index: WordIndex, results: readonly number[]): Promise<Has[]> {
  if (results.length === 0) return []
  const rows = await db
    .selectFrom('claim')
    .innerJoin('version', 'version.id', 'claim.versionId')
    .select(['claim.id', 'claim.articleId', 'speaker', 'speakerKind', 'type', 'place'])
    .select(['version.outlet', 'version.published'])
    .where(index === 'claim' ? 'claim.id' : 'claim.articleId', 'in', results)
    .where('claim.isCurrent', '=', 1)
    .where('claim.isHidden', '=', 0)
    .execute()
  const resultOf = new Map(rows.map(({ id, articleId }) => [id, index === 'claim' ? id : articleId]))
  const ids = [...resultOf.keys()]
  if (ids.length === 0) return []
  const figures = await db.selectFrom('figure').select(['claimId', 'measure']).where('claimId', 'in', ids).execute()
  const drift = await db
    .selectFrom('drift')
    .select(['claimId', 'articleId', 'kind'])
    .where(index === 'claim' ? 'claimId' : 'articleId', 'in', results)
    .where('toldIn', '=', 'headline')
    .execute()
  const has: (readonly [number | undefined, FacetField, string | null])[] = [
    ...rows.flatMap(({ id, speaker, speakerKind, type, place, outlet, published }) => {
      const result = resultOf.get(id)
      return [
        [result, 'outlet', outlet],
        // What an unnamed source is described as is no name.
        [result, 'speaker', speakerKind === 'unnamed' ? null : speaker],
        [result, 'kind', speakerKind],
        [result, 'type', type],
        [result, 'place', place],
        [result, 'published', dayIn(published)],
      ] as const
    }),
    ...figures.map(({ claimId, measure }) => [resultOf.get(claimId), 'measure', measure] as const),
    ...drift.map(
      ({ claimId, articleId, kind }) =>
        [index === 'claim' ? (claimId ?? undefined) : articleId, 'drift', kind] as const,
    ),
  ]
  return has.filter((one): one is Has => one[0] !== undefined && one[2] !== null)
}

/** What a value is compared by: names however they are spelled, as search finds them. */
function keyOf(field: FacetField, value: string): string {
  if (field === 'published') return value
  const name = NAME_FIELDS.find((one) => one === field)
  return name === undefined
    ? termsOf(value, WORDS).join(' ')
    : wordsOf(value, { most: WORDS })
        .map((word) => nameTerm(name, word))
        .join(' ')
}

const dayIn = (published: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0] ?? null

/** One name however it is written, as search compares it. */
interface Same {
  readonly results: Set<number>
  /** How often it is written how. */
  readonly written: Map<string, number>
}

function newTally() {
  const fields = new Map<FacetField, Map<string, Same>>()
  return {
    add(result: number, field: FacetField, value: string): void {
      const own = fields.get(field) ?? new Map<string, Same>()
      fields.set(field, own)
      const key = keyOf(field, value)
      if (key === '') return
      const same = own.get(key) ?? { results: new Set(), written: new Map() }
      own.set(key, same)
      same.results.add(result)
      same.written.set(value, (same.written.get(value) ?? 0) + 1)
    },
    of(field: FacetField, all: number): FacetValue[] {
      const own = fields.get(field) ?? new Map<string, Same>()
      const values = field === 'published' ? spansOf(own) : [...own.values()].map(oftenest)
      const order =
        field === 'published'
          ? (one: FacetValue, other: FacetValue) => (one.value < other.value ? 1 : -1)
          : (one: FacetValue, other: FacetValue) =>
              other.count - one.count || (one.value < other.value ? -1 : one.value > other.value ? 1 : 0)
      return values
        .filter(({ count }) => count < all)
        .sort(order)
        .slice(0, MOST)
    },
  }
}

/** The way in which it is written most often, of several the first in the order of letters. */
function oftenest({ results, written }: Same): FacetValue {
  const [[value] = ['']] = [...written].sort(
    ([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1),
  )
  return { value, count: results.size }
}

/** Digits of a day's year, of its month, and all of them. */
const SPANS = [4, 7, 10] as const

/** Days as years where there are several, else as months, else as they are. */
function spansOf(days: ReadonlyMap<string, Same>): FacetValue[] {
  const grouped = (digits: number) => Map.groupBy(days, ([day]) => day.slice(0, digits))
  const digits = SPANS.find((some) => grouped(some).size > 1)
  if (digits === undefined) return []
  return [...grouped(digits)].map(([value, own]) => ({
    value,
    count: own.reduce((sum, [, { results }]) => sum.union(results), new Set<number>()).size,
  }))
}

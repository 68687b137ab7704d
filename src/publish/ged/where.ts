/**
 * Where an event happened, by the scale of the UCDP GED codebook (where_prec): 1 an exact place, 2 near a place, 3 a
 * district, 4 a province, 5 a river, a border, a stretch of land, 6 a country, 7 international waters. Told from the
 * place's name alone; a name that does not say what it is has no precision, and nothing has coordinates.
 */
import type { Claim, Place } from '../../claims/claim.ts'
import { type Country, countryNamed, countryOfCapital } from '../../language/gazetteer/countries.ts'
import { stateNamed } from '../../language/gazetteer/regions.ts'
import { CITY_NAMES } from '../../page/cities.ts'

export interface EventPlace {
  readonly precision: 1 | 2 | 3 | 4 | 5 | 6 | 7 | null
  /** The name, with the larger places that the article names around it. */
  readonly name: string
  /** The words of the article. */
  readonly words: string
  /** The province, the district, and the country, where the name has them. */
  readonly adm1: string | null
  readonly adm2: string | null
  readonly country: string | null
}

const CITIES: ReadonlySet<string> = new Set(CITY_NAMES)

/** What nouns of a place's name say that it is. */
const KINDS: readonly (readonly [precision: 1 | 3 | 4 | 5 | 7, noun: RegExp])[] = [
  [
    1,
    /^(?:the )?(?:village|town|city|port|suburb) of |\b(?:airport|village|town|city|street|square|hospital|school)$/iu,
  ],
  [3, /\b(?:county|district|municipality)$/iu],
  [4, /\b(?:oblast|province|prefecture|governorate|state|territory)$/iu],
  [7, /\b(?:sea|ocean|strait|gulf)$/iu],
  [5, /\b(?:border|front|river|coast|canal|valley|mountains?|islands?|peninsula|bay|lake|sector|area)$/iu],
]

/** Where a claim says that it happened; null where it does not say. */
export function eventPlaceOf({ place, content }: Pick<Claim, 'place' | 'content'>): EventPlace | null {
  if (place === null) return null
  const parts = place.name.split(', ')
  const country = countryIn(parts)
  const own = parts[0] ?? place.name
  const kindOfPart = (part: string, at: number) => kindOf(part, at < parts.length - 1)
  const of = (precision: number): string | null => parts.find((part, at) => kindOfPart(part, at) === precision) ?? null
  const kind = kindOfPart(own, 0)
  return {
    precision: kind === 1 && isNear(place, content) ? 2 : kind,
    name: place.name,
    words: place.text ?? '',
    adm1: of(4),
    adm2: of(3),
    country: country?.name ?? null,
  }
}

/** The country that a name ends in. Of one that is also a state's it is known where its capital is named in it. */
function countryIn(parts: readonly string[]): Country | null {
  for (const part of parts) {
    const country = countryNamed(part)
    if (country === null) continue
    if (stateNamed(part) === null || parts.some((one) => countryOfCapital(one)?.name === country.name)) return country
  }
  return null
}

/** @param isWithin whether a larger place is named around it: the region of a country is one of its provinces */
function kindOf(name: string, isWithin: boolean): EventPlace['precision'] {
  if (countryNamed(name) !== null) return stateNamed(name) === null ? 6 : null
  const [precision] = KINDS.find(([, noun]) => noun.test(name)) ?? []
  if (precision !== undefined) return precision
  if (/\bregion$/iu.test(name)) return isWithin ? 4 : null
  // New York and Washington are states and cities.
  const isCity = CITIES.has(name) || countryOfCapital(name) !== null
  const isState = stateNamed(name) !== null
  return isCity === isState ? null : isCity ? 1 : 4
}

/** Letters before a place in which `near` may stand. */
const BEFORE = 24

/** Whether the words before it say that it was near there only. */
function isNear({ start }: Place, { text, parts, start: from }: Claim['content']): boolean {
  if (parts.length > 1 || start === undefined || start < from) return false
  return /\b(?:near|outside|around|close to|north of|south of|east of|west of)(?: the)? $/i.test(
    text.slice(Math.max(0, start - from - BEFORE), start - from),
  )
}

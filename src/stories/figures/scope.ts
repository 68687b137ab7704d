/**
 * What a story means by its words for people and places: reports of one statement that call those whom it counts "North
 * Koreans" and "North Korean soldiers" show that here both are the same; so do those that set it in a region and in the
 * region's country.
 */
import { countryNamed } from '../../language/gazetteer/countries.ts'
import type { Given } from './given.ts'
import { peopleOf, populationKey } from './populations.ts'

const KIND_OF_PLACE = /\b(?:the|region|oblast|area|province|district|county|border|borderlands?|frontline|front)\b/g

/** The parts of a place as they are compared, from the nearest outward. */
const partsOf = (place: string): string[] =>
  place
    .toLowerCase()
    .split(/\s*,\s*/)
    .map((part) => part.replace(KIND_OF_PLACE, ' ').replace(/\s+/g, ' ').trim() || part)

/** The same for one place in other words: `Kursk region, Russia`, `Kursk Oblast`. */
export const placeKey = (place: string): string => partsOf(place)[0] ?? place

/** Is a place, as places are compared, a whole country? */
export const isCountry = (place: string): boolean =>
  countryNamed(place.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1))) !== null

/** Figures of one story, in its words: one name for each population and each place that it means. */
export function inWordsOf(given: readonly Given[]): Given[] {
  const people = soldiersMeant(given)
  const around = countriesMeant(given)
  const population = (of: string | null): string | null => {
    const its = of === null ? null : peopleOf(of)
    return its !== null && people.has(its.whose) ? `${its.whose}|soldier` : populationKey(of)
  }
  const place = (name: string | null): string | null => {
    const key = name && placeKey(name)
    return key && (around.get(key) ?? key)
  }
  const named = firstWords(given, (one) => [population(one.figure.of), one.figure.of])
  const placed = firstWords(given, ({ place: name }) => [name && placeKey(name), name])
  return given.map((one) => ({
    ...one,
    figure: { ...one.figure, of: named(population(one.figure.of)) ?? one.figure.of },
    place: placed(place(one.place)) ?? one.place,
  }))
}

/** The words that most figures have for each key. */
function firstWords(
  given: readonly Given[],
  tell: (one: Given) => readonly [key: string | null, words: string | null],
): (key: string | null) => string | null {
  const times = new Map<string, Map<string, number>>()
  for (const one of given) {
    const [key, words] = tell(one)
    if (key === null || words === null) continue
    const own = times.get(key) ?? new Map<string, number>()
    times.set(key, own.set(words, (own.get(words) ?? 0) + one.articles))
  }
  return (key) => {
    const own = key === null ? undefined : times.get(key)
    return own === undefined ? null : ([...own].reduce((best, some) => (some[1] > best[1] ? some : best))[0] ?? null)
  }
}

/** Countries whose people are its soldiers here: some statement's reports call them by both names. */
function soldiersMeant(given: readonly Given[]): ReadonlySet<string> {
  const meant = new Set<string>()
  for (const { wordings } of given) {
    const kinds = new Map<string, Set<string>>()
    for (const { figure } of wordings) {
      const its = figure.of === null ? null : peopleOf(figure.of)
      if (its !== null) kinds.set(its.whose, (kinds.get(its.whose) ?? new Set()).add(its.kind))
    }
    for (const [whose, both] of kinds) if (both.size > 1) meant.add(whose)
  }
  return meant
}

/** Countries that stand here for a place within them: where some statement's reports give either. */
function countriesMeant(given: readonly Given[]): ReadonlyMap<string, string> {
  const within = new Map<string, Set<string>>()
  const places = given.map(({ wordings }) => [...new Set(wordings.flatMap(({ claim }) => claim.place?.name ?? []))])
  for (const name of places.flat()) {
    const [nearest, ...around] = partsOf(name)
    for (const country of around.filter(isCountry))
      if (nearest !== undefined && around.length === 1)
        within.set(country, (within.get(country) ?? new Set()).add(nearest))
  }
  const meant = new Map<string, Map<string, number>>()
  for (const names of places) {
    const keys = new Set(names.map(placeKey))
    for (const country of keys)
      for (const place of keys)
        if (within.get(country)?.has(place)) {
          const own = meant.get(country) ?? new Map<string, number>()
          meant.set(country, own.set(place, (own.get(place) ?? 0) + 1))
        }
  }
  // A country that may stand for two places within it stands for neither.
  return new Map(
    [...meant].flatMap(([country, own]) => (own.size === 1 ? [[country, [...own.keys()][0] as string]] : [])),
  )
}

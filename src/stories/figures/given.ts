/**
 * The figures that the reports of some origins give, each with who answers for it and when it was said. What one report of
 * a statement leaves out, of whom or what was counted, another of the same statement may say.
 */
import type { Claim } from '../../claims/claim.ts'
import { type Mention, mentionOf, type Reading } from '../reading.ts'
import { conceptOf } from './concepts.ts'
import { populationKey, widest } from './populations.ts'
import type { Given } from './series.ts'

/** An origin as far as its figures need it. */
export interface Stated {
  readonly said: string | null
  readonly claims: readonly Mention[]
}

/** The figures of origins, origin by origin, in the order of their claims; those without a speaker are the outlet's. */
export function givenOf(origins: readonly Stated[], readings: readonly Reading[]): Given[] {
  const wanted = new Set(origins.flatMap(({ claims }) => claims))
  const told = new Map<Mention, { readonly claim: Claim; readonly outlet: string | null }>()
  for (const { id, article, claims } of readings)
    for (const claim of claims) {
      const mention = mentionOf(id, claim.id)
      if (wanted.has(mention)) told.set(mention, { claim, outlet: article.outlet })
    }
  return origins.flatMap(({ said, claims }) => {
    const given = claims.flatMap((mention): Given[] => {
      const one = told.get(mention)
      if (!one) return []
      const { claim, outlet } = one
      const name = claim.speaker?.name ?? outlet ?? mention
      return claim.figures.map((figure) => ({
        figure,
        place: claim.place?.name ?? null,
        when: claim.eventTime,
        mention,
        // Two officials without a name are not known to be one: each origin's is its own.
        claimant: claim.speaker?.key ?? (claim.speaker?.kind === 'unnamed' ? `${name} ${claims[0]}` : name),
        name,
        said: said ?? claim.saidTime?.date ?? null,
      }))
    })
    return completed(given)
  })
}

/** The number, or the words where there is none. */
const numberOf = ({ low, high, text }: Given['figure']): string =>
  low === null && high === null ? text.toLowerCase() : `${high ?? low}`

/** Figures of one statement with the same number: whom or what one of them leaves out is what the others agree on. */
function completed(given: readonly Given[]): Given[] {
  const byNumber = Map.groupBy(given, ({ figure }) => `${numberOf(figure)} ${figure.unit}`)
  return given.map((one) => {
    const same = byNumber.get(`${numberOf(one.figure)} ${one.figure.unit}`) ?? []
    const measure = one.figure.measure ?? agreed(saidOf(same, 'measure'), (name) => conceptOf(name).outcomes.join())
    const populations = saidOf(same, 'of')
    const of = one.figure.of ?? agreed(populations, (words) => populationKey(words) ?? '') ?? widest(populations)
    return measure === one.figure.measure && of === one.figure.of
      ? one
      : { ...one, figure: { ...one.figure, measure, of } }
  })
}

const saidOf = (same: readonly Given[], field: 'measure' | 'of'): string[] =>
  same.flatMap(({ figure }) => figure[field] ?? [])

/** What all that say it say alike; null where they differ or none does. */
const agreed = (words: readonly string[], keyOf: (words: string) => string): string | null =>
  new Set(words.map(keyOf)).size === 1 ? (words[0] ?? null) : null

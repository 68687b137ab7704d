// A set's readings, each beside what is right about its page, and what they come to together.
import type { Reading } from './engine.ts'
import type { Judged } from './errors.ts'
import { type FactField, type Facts, factFields, scoreFacts } from './facts.ts'
import type { Gold, SetName } from './pages.ts'
import { type Agreement, type SetScore, scorePage, scoreSet } from './score.ts'

/** What readings of some sets come to. */
export interface Scores {
  readonly sets: Readonly<Partial<Record<SetName, SetScore>>>
  readonly facts: Readonly<Partial<Record<FactField, Agreement>>>
}

export function judge(
  set: SetName,
  pages: readonly { readonly id: string; readonly url: string; readonly gold: Gold }[],
  readings: ReadonlyMap<string, Reading | null>,
  facts: readonly Facts[],
): Judged[] {
  const factsOf = new Map(facts.filter((each) => each.set === set).map((each) => [each.id, each]))
  return pages.map(({ id, url, gold }) => {
    const reading = readings.get(id) ?? null
    return { id, url, gold, reading, score: scorePage(gold, reading), facts: factsOf.get(id) }
  })
}

export function scoresOf(judged: ReadonlyMap<SetName, readonly Judged[]>): Scores {
  const all = [...judged.values()].flat()
  return {
    sets: Object.fromEntries([...judged].map(([set, pages]) => [set, scoreSet(pages.map(({ score }) => score))])),
    facts: Object.fromEntries(
      factFields.flatMap((field) => {
        const agreement = factScore(all, field)
        return agreement ? [[field, agreement]] : []
      }),
    ),
  }
}

function factScore(pages: readonly Judged[], field: FactField): Agreement | null {
  const each = pages.flatMap(({ facts, reading, url }) => (facts ? scoreFacts(facts, reading, url)[field] : []))
  if (each.length === 0) return null
  const sum = (part: keyof Agreement) => each.reduce((total, agreement) => total + agreement[part], 0)
  return { agreed: sum('agreed'), given: sum('given'), wanted: sum('wanted') }
}

// Fields that no public set has marked up, on a sample of the shared pages read by eye: page-facts.jsonl beside this
// folder. A text is kept there as its length and two hashes, so that no page's words are in the repository.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Reading } from './engine.ts'
import { setNames } from './pages.ts'
import type { Agreement } from './score.ts'
import { fold } from './words.ts'

/** A text that is known but not shown: how many words, and the hash of the first and of the last six. */
const sealed = z.object({ words: z.number().int(), first: z.string(), last: z.string() })

const factsSchema = z.object({
  set: z.enum(setNames),
  id: z.string(),
  dateline: z.string().nullable(),
  wire: z.string().nullable(),
  modified: z.string().nullable(),
  deck: sealed.nullable(),
  /** Where the lines within the body that point to other articles lead. */
  related: z.array(z.string()),
})

export type Facts = z.infer<typeof factsSchema>

export const factFields = ['dateline', 'wire', 'deck', 'modified', 'related'] as const
export type FactField = (typeof factFields)[number]

const file = join(import.meta.dirname, '..', 'page-facts.jsonl')

export function readFacts(): readonly Facts[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => factsSchema.parse(JSON.parse(line)))
}

const seal = (words: readonly string[]) => createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 12)

function sameDeck(deck: string, fact: z.infer<typeof sealed>): boolean {
  const words = fold(deck).split(' ')
  return words.length === fact.words && seal(words.slice(0, 6)) === fact.first && seal(words.slice(-6)) === fact.last
}

/** The same minute where both name a zone or neither does; by the clock on the wall where one does not; else the day. */
function sameTime(one: string, other: string): boolean {
  const zoned = [one, other].map((time) => /(?:Z|[+-]\d\d:?\d\d)$/.test(time))
  const timed = [one, other].every((time) => /\d[T ]\d/.test(time))
  if (!timed) return one.slice(0, 10) === other.slice(0, 10)
  if (zoned[0] !== zoned[1]) return one.slice(0, 16).replace(' ', 'T') === other.slice(0, 16).replace(' ', 'T')
  return Math.abs(Date.parse(one) - Date.parse(other)) < 61_000
}

const agencies = (wire: string): string => wire.split(',').map(fold).sort().join(', ')

/** Where a link leads, without its host, query and fragment: a capture's links may be rewritten. */
function pathOf(url: string, base: string): string {
  return URL.parse(url, base)?.pathname.replace(/(?<=.)\/$/, '') ?? url
}

/** One value against one fact: a wrong value is both one given too many and one missed. */
function agreement<Fact>(
  given: string | null | undefined,
  fact: Fact | null,
  same: (given: string, fact: Fact) => boolean,
): Agreement {
  const agreed = given && fact !== null && same(given, fact) ? 1 : 0
  return { agreed, given: given ? 1 : 0, wanted: fact === null ? 0 : 1 }
}

/** Where the pointers printed within the body lead; cards beside it are not asked for. */
export const linksInBody = (reading: Reading | null): string[] =>
  (reading?.related ?? []).flatMap(({ start, url }) => (start !== undefined && url ? [url] : []))

export function scoreFacts(facts: Facts, reading: Reading | null, base: string): Record<FactField, Agreement> {
  const given = new Set(linksInBody(reading).map((url) => pathOf(url, base)))
  const wanted = new Set(facts.related.map((url) => pathOf(url, base)))
  return {
    dateline: agreement(reading?.dateline, facts.dateline, (one, other) => fold(one) === fold(other)),
    wire: agreement(reading?.wire, facts.wire, (one, other) => agencies(one) === agencies(other)),
    deck: agreement(reading?.deck, facts.deck, sameDeck),
    modified: agreement(reading?.modified, facts.modified, sameTime),
    related: { agreed: [...given].filter((path) => wanted.has(path)).length, given: given.size, wanted: wanted.size },
  }
}

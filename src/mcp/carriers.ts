/** The tree of those who carry an origin as a list: each with whom it has it from, and by what evidence. */
import { z } from 'zod'
import type { Carrier } from '../publish/records/origin.ts'
import { SPEAKER_KINDS } from '../publish/records/words.ts'
import { quotation } from './quotation.ts'

/** Why somebody is held to have it from another; anchors are had from the carrier's article. */
const Evidence = z
  .object({
    kind: z.enum(['credit', 'text', 'peculiarity']).describe('A printed credit, shared text, a shared error.'),
    because: z.string(),
    in: z
      .string()
      .nullable()
      .describe('The string of the article that start and end index; null for a credit beside it.'),
    start: z.int().nullable(),
    end: z.int().nullable(),
    text: z.string().nullable().describe('The words that say or show it.'),
  })
  .meta({ id: 'LineageEvidence', description: 'By what it is held to have it from another.' })

export const Lineage = z
  .object({
    lineage: z.enum(['traced', 'unknown']).describe('unknown: it tells and shows of nobody whom it has it from.'),
    under: z.string().nullable().describe('Whom it has it from, among those who carry it; null for none of them.'),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'Lineage', description: 'How a report has what it tells.' })
export type Lineage = z.infer<typeof Lineage>

/** Somebody who carries it: an article's outlet, or one who is only credited. */
export interface Carried extends Pick<Carrier, 'name' | 'kind' | 'articles'> {
  readonly lineage: Lineage
}

export const Credited = z
  .object({
    name: z.string(),
    kind: z.enum(SPEAKER_KINDS),
    carriedOnBy: z.int().describe('Articles that have it from them.'),
  })
  .meta({
    id: 'Credited',
    description: 'Somebody whom reports credit, and of whom the ledger has no article that tells it.',
  })

/** Pieces of evidence that are told of a report. */
const MOST = 3

/** All who carry it, each after those above them. */
export function carriedBy(carriers: readonly Carrier[], under: string | null = null): Carried[] {
  return carriers.flatMap((one) => [
    { name: one.name, kind: one.kind, articles: one.articles, lineage: lineageOf(one, under) },
    ...carriedBy(one.carriers, one.name),
  ])
}

function lineageOf({ lineage, from, also }: Carrier, under: string | null): Lineage {
  const each = new Map((from.length > 0 ? from : also).map((evidence) => [evidence.because, evidence]))
  const evidence = [...each.values()].slice(0, MOST).map(({ kind, because, anchor }) => ({
    kind,
    because,
    in: anchor?.in ?? null,
    start: anchor?.start ?? null,
    end: anchor?.end ?? null,
    text: anchor?.text ?? null,
  }))
  return { lineage, under: lineage === 'unknown' ? null : under, evidence }
}

/** Articles that stand under a carrier. */
const articlesUnder = ({ carriers }: Carrier): number =>
  carriers.reduce((sum, one) => sum + one.articles.length + articlesUnder(one), 0)

/** Those who are only credited, with how many articles have it from each. */
export const creditedIn = (carriers: readonly Carrier[]): z.infer<typeof Credited>[] =>
  carriers.flatMap((one) => [
    ...(one.articles.length === 0 ? [{ name: one.name, kind: one.kind, carriedOnBy: articlesUnder(one) }] : []),
    ...creditedIn(one.carriers),
  ])

/** `has it from ⟦Yonhap⟧ (printed credit: ⟦cites Yonhap⟧)`. */
export function lineageWords({ lineage, under, evidence }: Lineage): string {
  if (lineage === 'unknown') return 'lineage unknown: it counts as no origin'
  const why = evidence.map(({ because }) => quotation(because, 120)).join('; ')
  const from = under === null ? 'traced to who said it' : `has it from ${quotation(under, 80)}`
  return `${from}${why === '' ? '' : ` (${why})`}`
}

/**
 * The account of a statement: how many outlets carry it, how few origins they trace to, and of how many the lineage is
 * unknown. Origins are counted, not outlets; two origins are not for that independent.
 */
import type { Report } from './lineage.ts'

export interface Account {
  readonly outlets: number
  /** Texts: what is printed by many as one is one. */
  readonly reports: number
  /** Origins to which at least one report traces. */
  readonly origins: number
  /** Outlets none of whose reports gives evidence of where it has it. */
  readonly unknown: number
  readonly sentence: string
  /** What the sentence rests on, most first. */
  readonly reasons: readonly string[]
}

const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** The account of what several origins' reports say in common; each list is one origin's. */
export function accountOf(origins: readonly (readonly Report[])[]): Account {
  const all = origins.flat()
  const name = ({ outlet, article }: Report) => outlet ?? article
  const outlets = new Set(all.map(name))
  const traced = new Set(all.filter(({ lineage }) => lineage === 'traced').map(name))
  const unknown = [...outlets].filter((outlet) => !traced.has(outlet)).length
  const found = origins.filter((reports) => reports.some(({ lineage }) => lineage === 'traced')).length
  const texts = new Set(origins.flatMap((reports) => firstOfCopies(reports))).size
  return {
    outlets: outlets.size,
    reports: texts,
    origins: found,
    unknown,
    sentence: sentenceOf(outlets.size, found, unknown),
    reasons: reasonsFor(all, outlets.size, texts, unknown),
  }
}

/** One article for each text. */
function firstOfCopies(reports: readonly Report[]): string[] {
  const first = new Map<number, string>()
  for (const { copy, article } of reports) if (!first.has(copy)) first.set(copy, article)
  return [...first.values()]
}

/** `14 outlets carry this. They trace to 2 origins; the lineage of 1 is unknown. Independence is not established.` */
function sentenceOf(outlets: number, origins: number, unknown: number): string {
  const [they, trace] = outlets === 1 ? ['It', 'traces'] : ['They', 'trace']
  const carried = `${counted(outlets, 'outlet carries', 'outlets carry')} this.`
  if (origins === 0) return `${carried} ${outlets === 1 ? 'Its lineage' : 'The lineage of all'} is unknown.`
  const lineage = `${they} ${trace} to ${counted(origins, 'origin', 'origins')}${unknown > 0 ? `; the lineage of ${unknown} is unknown` : ''}.`
  return origins > 1 ? `${carried} ${lineage} Independence is not established.` : `${carried} ${lineage}`
}

/** What the account rests on. */
function reasonsFor(reports: readonly Report[], outlets: number, texts: number, unknown: number): string[] {
  const by = new Map<string, Set<string>>()
  for (const { evidence, article } of reports)
    for (const { kind, because } of evidence) {
      const key = kind === 'credit' ? because : kind === 'text' ? 'shares text with another report' : because
      by.set(key, (by.get(key) ?? new Set()).add(article))
    }
  const credited = [...by].sort(([, a], [, b]) => b.size - a.size).map(([because, ids]) => `${ids.size}: ${because}`)
  return [
    ...(texts < outlets ? [`${counted(texts, 'text', 'texts')} among ${outlets} outlets: copies are one report`] : []),
    ...credited,
    ...(unknown > 0 ? [`${unknown}: no source printed, no text or error shared`] : []),
  ]
}

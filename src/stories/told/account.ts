/**
 * The account of a statement: how many outlets carry it, how few origins they trace to, and of how many the lineage is
 * unknown. Origins are counted, not outlets; two origins are not for that independent. What is taken from a report whose
 * own lineage is unknown is traced to nobody.
 */
import type { Edge } from '../lineage/evidence.ts'
import type { Report } from '../lineage/lineage.ts'
import { disjointSets } from './disjoint.ts'
import {
  copyReason,
  creditReasons,
  houseOf,
  nameOf,
  type Printing,
  printingWords,
  sharedReasons,
  textsOf,
  unknownReason,
} from './reasons.ts'

export interface Account {
  /** Outlets that carry it; an article of which no outlet is known counts as one. */
  readonly outlets: number
  /** Articles among them of which no outlet is known. */
  readonly nameless: number
  /** Texts: what is printed by many as one is one. */
  readonly reports: number
  /** Origins to which at least one report traces. */
  readonly origins: number
  /** Outlets none of whose reports is traced to anybody. */
  readonly unknown: number
  readonly sentence: string
  /** What the sentence rests on, by kind; what most have in common first. */
  readonly reasons: readonly string[]
}

/**
 * The account of what several origins' reports say in common; each list is one origin's.
 * @param parties for each origin who first said it: what one party says is one origin
 */
export function accountOf(
  origins: readonly (readonly Report[])[],
  parties: readonly string[] = origins.map((_, at) => String(at)),
): Account {
  const { outlets, nameless, reached, unknown } = standingOf(origins)
  const printing = { outlets: outlets - nameless, articles: nameless }
  const found = new Set(parties.filter((_, at) => (reached[at]?.size ?? 0) > 0)).size
  const texts = textsOf(origins)
  const all = origins.flat()
  return {
    outlets,
    nameless,
    reports: texts.length,
    origins: found,
    unknown: unknown.length,
    sentence: sentenceOf(printing, found, unknown.length),
    reasons: [
      ...copyReason(texts, printing),
      ...unknownReason(unknown, all),
      ...creditReasons(all),
      ...sharedReasons(all, 'text'),
      ...sharedReasons(all, 'peculiarity'),
    ],
  }
}

/** How many outlets several origins' reports are of, which articles of each origin are traced, and the outlets of none. */
export function standingOf(origins: readonly (readonly Report[])[]) {
  const outlets = new Map(origins.flat().map((report) => [houseOf(report), nameOf(report)]))
  const reached = origins.map(tracedIn)
  const traced = new Set(
    origins.flatMap((reports, at) => reports.filter((one) => reached[at]?.has(one.article)).map(houseOf)),
  )
  const unknown = [...outlets].filter(([house]) => !traced.has(house)).map(([, name]) => name)
  const nameless = new Set(origins.flatMap((reports) => reports.filter(({ outlet }) => outlet === null).map(houseOf)))
  return { outlets: outlets.size, nameless: nameless.size, reached, unknown }
}

/** Whether an edge names somebody from whom a report is. */
const isCredit = ({ kind, strength, source }: Edge): boolean =>
  kind === 'credit' && !(source === 'unnamed' && strength === 'weak')

/** The articles of an origin that are traced to somebody: by a credit, or as one that shares text or errors with one that is. */
function tracedIn(reports: readonly Report[]): Set<string> {
  const { top, join } = disjointSets()
  for (const { article, copy, evidence } of reports) {
    join(article, `copy ${copy}`)
    for (const { kind, from } of evidence) if (kind !== 'credit') join(article, from)
  }
  const traced = new Set(reports.filter(({ evidence }) => evidence.some(isCredit)).map(({ article }) => top(article)))
  return new Set(reports.map(({ article }) => article).filter((article) => traced.has(top(article))))
}

/** `14 outlets carry this. They trace to 2 origins; the lineage of 1 is unknown. Independence is not established.` */
function sentenceOf(printing: Printing, origins: number, unknown: number): string {
  const all = printing.outlets + printing.articles
  if (all === 0) return 'No outlet carries this.'
  const [they, trace] = all === 1 ? ['It', 'traces'] : ['They', 'trace']
  const carried = `${printingWords(printing)} ${all === 1 ? 'carries' : 'carry'} this.`
  if (origins === 0)
    return `${carried} ${all === 1 ? 'Its lineage' : `The lineage of ${all === 2 ? 'both' : 'all'}`} is unknown.`
  const lineage = `${they} ${trace} to ${origins} ${origins === 1 ? 'origin' : 'origins'}${unknown > 0 ? `; the lineage of ${unknown} is unknown` : ''}.`
  return origins > 1 ? `${carried} ${lineage} Independence is not established.` : `${carried} ${lineage}`
}

/**
 * The account of a statement: how many outlets carry it, how few origins they trace to, and of how many the lineage is
 * unknown. Origins are counted, not outlets; two origins are not for that independent. What is taken from a report whose
 * own lineage is unknown is traced to nobody.
 */
import { creditedKey } from '../lineage/credited.ts'
import type { Edge, Report } from '../lineage/lineage.ts'
import { carrierOf } from '../voice.ts'

export interface Account {
  readonly outlets: number
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

/** The account of what several origins' reports say in common; each list is one origin's. */
export function accountOf(origins: readonly (readonly Report[])[]): Account {
  const all = origins.flat()
  const outlets = new Map(all.map((report) => [houseOf(report), nameOf(report)]))
  const reached = origins.map(tracedIn)
  const traced = new Set(
    origins.flatMap((reports, at) => reports.filter((one) => reached[at]?.has(one.article)).map(houseOf)),
  )
  const unknown = [...outlets].filter(([house]) => !traced.has(house)).map(([, name]) => name)
  const found = reached.filter(({ size }) => size > 0).length
  const texts = textsOf(origins)
  return {
    outlets: outlets.size,
    reports: texts.length,
    origins: found,
    unknown: unknown.length,
    sentence: sentenceOf(outlets.size, found, unknown.length),
    reasons: [
      ...copyReason(texts, outlets.size),
      ...unknownReason(unknown, all),
      ...creditReasons(all),
      ...sharedReasons(all, 'text'),
      ...sharedReasons(all, 'peculiarity'),
    ],
  }
}

const nameOf = ({ outlet, article }: Report): string => outlet ?? article
/** Spellings of one outlet's name are one outlet. */
const houseOf = (report: Report): string => (report.outlet === null ? report.article : carrierOf(report.outlet))

/** Whether an edge names somebody from whom a report is. */
const isCredit = ({ kind, strength, source }: Edge): boolean =>
  kind === 'credit' && !(source === 'unnamed' && strength === 'weak')

/** Sets of things joined two by two. */
function joiner() {
  const parent = new Map<string, string>()
  const top = (id: string): string => {
    let at = id
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    if (at !== id) parent.set(id, at)
    return at
  }
  return { top, join: (one: string, other: string): unknown => parent.set(top(one), top(other)) }
}

/** The articles of an origin that are traced to somebody: by a credit, or as one that shares text or errors with one that is. */
function tracedIn(reports: readonly Report[]): Set<string> {
  const { top, join } = joiner()
  for (const { article, copy, evidence } of reports) {
    join(article, `copy ${copy}`)
    for (const { kind, from } of evidence) if (kind !== 'credit') join(article, from)
  }
  const traced = new Set(reports.filter(({ evidence }) => evidence.some(isCredit)).map(({ article }) => top(article)))
  return new Set(reports.map(({ article }) => article).filter((article) => traced.has(top(article))))
}

/** The outlets of each text, whatever origins it carries. */
function textsOf(origins: readonly (readonly Report[])[]): string[][] {
  const { top, join } = joiner()
  origins.forEach((reports, at) => {
    for (const { article, copy } of reports) join(article, `origin ${at} copy ${copy}`)
  })
  const texts = new Map<string, Map<string, string>>()
  for (const report of origins.flat()) {
    const text = top(report.article)
    texts.set(text, (texts.get(text) ?? new Map()).set(houseOf(report), nameOf(report)))
  }
  return [...texts.values()].map((names) => [...names.values()])
}

/** `14 outlets carry this. They trace to 2 origins; the lineage of 1 is unknown. Independence is not established.` */
function sentenceOf(outlets: number, origins: number, unknown: number): string {
  if (outlets === 0) return 'No outlet carries this.'
  const [they, trace] = outlets === 1 ? ['It', 'traces'] : ['They', 'trace']
  const carried = `${outlets} ${outlets === 1 ? 'outlet carries' : 'outlets carry'} this.`
  if (origins === 0)
    return `${carried} ${outlets === 1 ? 'Its lineage' : `The lineage of ${outlets === 2 ? 'both' : 'all'}`} is unknown.`
  const lineage = `${they} ${trace} to ${origins} ${origins === 1 ? 'origin' : 'origins'}${unknown > 0 ? `; the lineage of ${unknown} is unknown` : ''}.`
  return origins > 1 ? `${carried} ${lineage} Independence is not established.` : `${carried} ${lineage}`
}

/** Outlets named one by one; of more than so many the first. */
const NAMED = 4

/** `A`, `A and B`, `A, B, C, D and 3 more` */
function listed(names: readonly string[]): string {
  const own = [...new Set(names)]
  const [shown, more] = own.length > NAMED + 1 ? [own.slice(0, NAMED), own.length - NAMED] : [own, 0]
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** Texts named one by one. */
const TEXTS = 3

function copyReason(texts: readonly (readonly string[])[], outlets: number): string[] {
  if (texts.length >= outlets) return []
  const shared = texts.filter((names) => names.length > 1).sort((one, other) => other.length - one.length)
  const named = shared.slice(0, TEXTS).map((names) => `${listed(names)} print one`)
  const number = `${texts.length} ${texts.length === 1 ? 'text' : 'texts'} among ${outlets} outlets`
  return [`${number}, and copies are one report${named.length > 0 ? `: ${named.join('; ')}` : ''}`]
}

function unknownReason(unknown: readonly string[], reports: readonly Report[]): string[] {
  if (unknown.length === 0) return []
  const own = new Set(unknown)
  const some = reports.filter((report) => own.has(nameOf(report)))
  const shares = some.some(({ evidence }) => evidence.some(({ kind }) => kind !== 'credit'))
  const names = some.some(({ evidence }) => evidence.some(({ kind }) => kind === 'credit'))
  const why = [
    names ? 'nobody named as their source' : 'no source printed',
    shares ? 'no text or error shared but with each other' : 'no text or error shared',
  ]
  return [`lineage unknown: ${listed(unknown)}; ${why.join(', ')}`]
}

/** Who is credited, by how many; agencies' copy apart. */
function creditReasons(reports: readonly Report[]): string[] {
  const credited = new Map<string, { readonly from: string; readonly wire: boolean; readonly by: string[] }>()
  for (const report of reports)
    for (const edge of report.evidence) {
      if (edge.kind !== 'credit') continue
      const wire = edge.link === 'wire'
      const key = `${wire ? 'wire ' : ''}${creditedKey(edge.from, edge.source ?? 'unnamed')}`
      const known = credited.get(key) ?? { from: edge.from, wire, by: [] }
      credited.set(key, edge.from.length > known.from.length ? { ...known, from: edge.from } : known)
      if (!known.by.includes(nameOf(report))) known.by.push(nameOf(report))
    }
  return [...credited.values()]
    .sort((one, other) => other.by.length - one.by.length)
    .map(({ from, wire, by }) => {
      const verb = wire ? 'print the copy of' : 'credit'
      return `printed credit: ${listed(by)} ${by.length === 1 ? verb.replace(/^(\w+)/, '$1s') : verb} ${from}`
    })
}

const SHARED = { text: 'shared text', peculiarity: 'shared peculiarity' } as const

/** What is shared, by what; each pair of outlets once. */
function sharedReasons(reports: readonly Report[], kind: 'text' | 'peculiarity'): string[] {
  const by = new Map<string, string[]>()
  for (const report of reports)
    for (const { because } of report.evidence.filter((edge) => edge.kind === kind)) {
      const names = by.get(because) ?? []
      by.set(because, names)
      if (!names.includes(nameOf(report))) names.push(nameOf(report))
    }
  return [...by]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(
      ([because, names]) =>
        `${SHARED[kind]}: ${listed(names)} ${names.length === 1 ? because : because.replace(/^shares/, 'share')}`,
    )
}

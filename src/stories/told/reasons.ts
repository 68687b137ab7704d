/**
 * What an account rests on, in words for people: texts that many print, outlets whose lineage is unknown, who is credited,
 * what is shared; each with the outlets, what most have in common first.
 */
import { creditedKey } from '../lineage/credited.ts'
import type { Edge } from '../lineage/evidence.ts'
import type { Report } from '../lineage/lineage.ts'
import { carrierOf } from '../voice.ts'
import { disjointSets } from './disjoint.ts'

/** The outlet of a report, for people. */
export const nameOf = ({ outlet, article }: Report): string => outlet ?? article
/** Spellings of one outlet's name are one outlet. */
export const houseOf = (report: Report): string => (report.outlet === null ? report.article : carrierOf(report.outlet))

/** The outlets of each text, whatever origins it carries. */
export function textsOf(origins: readonly (readonly Report[])[]): string[][] {
  const { top, join } = disjointSets()
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

/** Outlets named one by one; of more than so many the first. */
const NAMED = 4

/** `A`, `A and B`, `A, B, C, D and 3 more` */
export function listed(names: readonly string[]): string {
  const own = [...new Set(names)]
  const [shown, more] = own.length > NAMED + 1 ? [own.slice(0, NAMED), own.length - NAMED] : [own, 0]
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** Texts named one by one. */
const TEXTS = 3

/** Who prints something: outlets, and articles of which no outlet is known. */
export interface Printing {
  readonly outlets: number
  /** Articles without an outlet. */
  readonly articles: number
}

/** How many print something: `3 outlets`, `2 articles of unknown outlets`, `3 outlets and 1 article of an unknown outlet`. */
export function printingWords({ outlets, articles }: Printing): string {
  const named = outlets === 0 ? [] : [`${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}`]
  const rest =
    articles === 0
      ? []
      : [articles === 1 ? '1 article of an unknown outlet' : `${articles} articles of unknown outlets`]
  return [...named, ...rest].join(' and ')
}

/** How few texts many print. */
export function copyReason(texts: readonly (readonly string[])[], printing: Printing): string[] {
  if (texts.length >= printing.outlets + printing.articles) return []
  const shared = texts.filter((names) => names.length > 1).sort((one, other) => other.length - one.length)
  const named = shared.slice(0, TEXTS).map((names) => `${listed(names)} print one`)
  const number = `${texts.length} ${texts.length === 1 ? 'text' : 'texts'} among ${printingWords(printing)}`
  return [`${number}, and copies are one report${named.length > 0 ? `: ${named.join('; ')}` : ''}`]
}

/** The outlets whose lineage is unknown, and why it is. */
export function unknownReason(unknown: readonly string[], reports: readonly Report[]): string[] {
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
export function creditReasons(reports: readonly Report[], of: (edge: Edge) => boolean = () => true): string[] {
  const credited = new Map<string, { readonly from: string; readonly wire: boolean; readonly by: string[] }>()
  for (const report of reports)
    for (const edge of report.evidence) {
      if (edge.kind !== 'credit' || !of(edge)) continue
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
export function sharedReasons(reports: readonly Report[], kind: 'text' | 'peculiarity'): string[] {
  const by = new Map<string, string[]>()
  const pairs = new Set<string>()
  for (const report of reports)
    for (const { because, from } of report.evidence.filter((edge) => edge.kind === kind)) {
      if (pairs.has(`${from} ${report.article}`)) continue
      pairs.add(`${report.article} ${from}`)
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

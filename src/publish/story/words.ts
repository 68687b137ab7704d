/**
 * What a story's report says in its own words, in one place for every form of it: headings, labels, sentences. The verbs
 * are neutral; the words of articles stand in quotation marks.
 */

import type { ApartTold, Panel } from '../../stories/figures/panels.ts'
import type { Account } from '../../stories/told/account.ts'
import type { Carrier, CarrierEvidence } from '../../stories/told/carriers.ts'
import type { DriftSide, DriftTold } from '../../stories/told/changes.ts'
import type { ArticleTold, OriginTold, StoryTold } from '../../stories/told/told.ts'
import { claimantName } from '../chart/words.ts'
import { counted, grouped } from '../numbers.ts'
import { dateOf, datesOf, when } from '../when.ts'

type PanelPoint = Panel['lanes'][number]['points'][number]

/** The headings of a story's parts. */
export const HEADINGS = {
  origins: 'Where it comes from',
  matters: 'Told alike by several origins',
  figures: 'Rival figures',
  apart: 'Not comparable because',
  drift: 'What the retelling changed',
  unsaid: 'What nobody says',
  articles: 'The articles',
  unread: 'What was not read',
} as const

/** What leads to the page that an article was read from. */
export const ORIGINAL_PAGE = 'original page'

/** What stands for the headline of a story without one. */
export const UNTITLED = '(no headline)'

const OPENS = /^["“«„]/
const CLOSES = /["”»]$/

/** Words of an article on one line in quotation marks, their own or ours, cut at `most` characters where a word ends. */
export function quoted(words: string, most = 280): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return isQuoted(line) ? line : `“${line}”`
  const cut = line.slice(0, most).toWellFormed()
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …”`
}

/** Do words stand in quotation marks of their own? */
export function isQuoted(words: string): boolean {
  const own = words.trim()
  return OPENS.test(own) && CLOSES.test(own)
}

/** Words of a page, cut where they have more characters than `most`. */
export const shortened = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most).toWellFormed()} …` : words

/** `9 articles, 12 May 2031 to 14 May 2031`. */
export function extentOf({ articles, first, last }: Pick<StoryTold, 'articles' | 'first' | 'last'>): string {
  const to = last ?? first
  const days = first === null ? null : first === to ? dateOf(first) : `${dateOf(first)} to ${dateOf(to as string)}`
  return [counted(articles.length, 'article'), days].filter(Boolean).join(', ')
}

/** Who said it, and when: `Ilse Maren, 12 May 2031`. */
export function originHead({ speaker, said }: Pick<OriginTold, 'speaker' | 'said'>): string {
  return [speaker ?? 'nobody named', said && dateOf(said)].filter(Boolean).join(', ')
}

/** The reasons of an account as sentences, with the number in front. */
export const reasonsOf = ({ reasons }: Account, most = 6): readonly string[] => reasons.slice(0, most)

/** Over the reasons of an account, where they are folded. */
export const RESTS = 'What that rests on'

/** What is said of a carrier that others credit and of which there is no article. */
export const CREDITED = 'credited only'

/** How a carrier hangs in the tree: by the strongest evidence for it. */
export type Edge = CarrierEvidence['kind'] | 'unknown'

/** Edges in the order in which they are shown, the strongest kind first. */
export const EDGES: readonly Edge[] = ['credit', 'text', 'peculiarity', 'unknown']

/** The name of each kind of edge, for people. */
export const EDGE_NAMES: Readonly<Record<Edge, string>> = {
  credit: 'printed credit',
  text: 'shared text',
  peculiarity: 'shared peculiarity',
  unknown: 'lineage unknown',
}

/** The kind of edge by which a carrier hangs: the strongest evidence it hangs from. */
export function edgeOf({ from, lineage }: Pick<Carrier, 'from' | 'lineage'>): Edge {
  if (lineage === 'unknown') return 'unknown'
  return EDGES.find((edge) => from.some(({ kind }) => kind === edge)) ?? 'credit'
}

/** Evidence in words, each kind and each reason once: `printed credit: cites Yonhap, quotes Ilse Maren`. */
export function evidenceWords(evidence: readonly CarrierEvidence[]): string[] {
  const byKind = Map.groupBy(evidence, ({ kind }) => kind)
  return EDGES.flatMap((edge) => {
    const own = edge === 'unknown' ? undefined : byKind.get(edge)
    return own === undefined
      ? []
      : [`${EDGE_NAMES[edge]}: ${[...new Set(own.map(({ because }) => because))].join(', ')}`]
  })
}

/** Who prints a carrier's text; the name credited, for one of whom there is no article. */
export function printers({ name, articles }: Carrier, byId: ReadonlyMap<string, ArticleTold>): readonly string[] {
  const outlets = articles.map((id) => byId.get(id)?.outlet ?? id)
  return outlets.length === 0 ? [name] : [...new Set(outlets)]
}

/** `Killed or wounded: soldiers, Kursk region, 3-4 Jan 2025`. */
export function panelTitle({
  measure,
  population,
  place,
  unit,
  window,
}: Pick<Panel, 'measure' | 'population' | 'place' | 'unit' | 'window'>): string {
  const who = population ?? (unit === null ? null : unit)
  const days = window === null ? null : datesOf(window.start, window.end)
  return [`${measure.slice(0, 1).toUpperCase()}${measure.slice(1)}${who === null ? '' : `: ${who}`}`, place, days]
    .filter(Boolean)
    .join(', ')
}

/** A figure as a number with its bounds: `up to 40`, `1,000 or more`, `about 300`, `10,000 to 12,000`; null for words. */
export function numberWords({
  low,
  high,
  approximate,
}: Pick<PanelPoint, 'low' | 'high' | 'approximate'>): string | null {
  const about = approximate ? 'about ' : ''
  if (low === null && high === null) return null
  if (low === null) return `${grouped(high as number)} at most${approximate ? ', about' : ''}`
  if (high === null) return `${grouped(low)} or more${approximate ? ', about' : ''}`
  return `${about}${low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`}`
}

/** The day a figure was said, and up to which it counts. */
export function pointDays({ said, asOf }: Pick<PanelPoint, 'said' | 'asOf'>): string {
  const own = said === null ? 'day not known' : dateOf(said)
  return asOf === null || asOf === said ? own : `${own} (as of ${dateOf(asOf)})`
}

/** The outlets that carry a figure, each once. */
export const pointOutlets = ({ mentions }: Pick<PanelPoint, 'mentions'>): readonly string[] => [
  ...new Set(mentions.map(({ outlet, article }) => outlet ?? article)),
]

/** A figure that cannot be compared: `“at least 100” (killed) – Lee Sung-kwon, 19 Dec 2024`. */
export function apartHead({ name, measure, points }: ApartTold): string {
  const words = [...new Set(points.flatMap(({ words: [first] }) => first ?? []))].map((text) => quoted(text)).join(', ')
  const said = points[0]?.said ?? null
  const who = `${claimantName(name)}${said === null ? '' : `, ${dateOf(said)}`}`
  return [words, measure && `(${measure})`, '–', who].filter(Boolean).join(' ')
}

const PLACES: Readonly<Record<DriftSide['in'], string>> = {
  text: 'text',
  headline: 'headline',
  deck: 'deck',
  caption: 'caption',
  slug: 'address',
}

/** The part of an article that words stand in: `headline`. */
export const placeOf = ({ in: place }: Pick<DriftSide, 'in'>): string => PLACES[place]

/** Whose article words stand in. */
const outletOf = ({ outlet, article }: DriftSide): string => outlet ?? article

/** Where words stand: `headline, The Northern Ledger`. */
export const standsIn = (side: DriftSide): string => `${placeOf(side)}, ${outletOf(side)}`

/** Is the change one from part to part of an article, or from report to report? */
export const isWithin = ({ from, to }: DriftTold): boolean => from.article === to.article

/** `from text to headline, TAG24`, `from text, Yonhap to text, KBS World`. */
export function driftPlaces(drift: DriftTold): string {
  const { from, to } = drift
  return `from ${isWithin(drift) ? placeOf(from) : standsIn(from)} to ${standsIn(to)}`
}

/** Outlets that have a change beside the one that it is shown in, each once: `also in Daily Strand`; null for none. */
export function alsoIn({ to, articles }: DriftTold, byId: ReadonlyMap<string, ArticleTold>): string | null {
  const others = new Set(articles.filter((id) => id !== to.article).map((id) => byId.get(id)?.outlet ?? id))
  others.delete(outletOf(to))
  return others.size === 0 ? null : `also in ${[...others].join(', ')}`
}

/** When an article was published, for people. */
export const publishedWords = ({ published }: ArticleTold): string => (published === null ? 'undated' : when(published))

/** The articles of a story by their ids. */
export const articlesById = ({ articles }: StoryTold): ReadonlyMap<string, ArticleTold> =>
  new Map(articles.map((article) => [article.id, article]))

/** What is said below every report. */
export const FOOTNOTE =
  'Origins are counted, not outlets. A report whose lineage is not known counts as no origin; two origins are not for ' +
  'that independent. Nothing here says what is true: it says who said what, and where it stands.'

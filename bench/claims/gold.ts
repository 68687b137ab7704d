// The gold stories: articles in our own words with every claim marked (FORMAT.md beside them explains the fields), and
// what readings of them come to, counted as the shared score/gold.mjs counts.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, Figure } from '../../src/claims/claim.ts'
import { dataFolder } from '../data.ts'
import { type Pair, pairsOf, plain, sameName, wordF1 } from './names.ts'
import { count, newRate, newTally, type Rate, type Tally } from './rates.ts'

interface GoldFigure {
  readonly text: string
  readonly low: number | null
  readonly high: number | null
  readonly unit?: string | null
  readonly measure?: string | null
  readonly count_of?: string | null
}

export interface GoldClaim {
  readonly id: string
  readonly content: string
  readonly cue: string | null
  readonly source: string | null
  readonly speaker: string | null
  readonly chain: readonly string[]
  readonly type: Claim['type']
  readonly unattributed?: boolean
  readonly hedges?: readonly string[]
  readonly figures: readonly GoldFigure[]
  readonly place: string | null
  readonly event_time: { readonly text: string; readonly start?: string | null; readonly end?: string | null } | null
  readonly said_time: { readonly text: string; readonly date?: string | null } | null
}

/** What the headline lost or changed against its claim; a change is its words, or from what to what. */
interface HeadlineCheck {
  readonly lost?: readonly string[]
  readonly changed?: readonly (string | { readonly from?: string; readonly to?: string })[]
}

export interface GoldArticle {
  readonly id: string
  readonly url: string | null
  readonly outlet: string
  readonly published: string | null
  readonly published_inferred?: string | null
  readonly headline: string | null
  readonly text: string
  /** The page's furniture stands in the text. */
  readonly furniture?: boolean
  readonly claims: readonly GoldClaim[]
  readonly headline_check: HeadlineCheck | null
}

/** The part of a Reading that is scored. */
export interface Scored {
  readonly claims: readonly Claim[]
  readonly headline?: { readonly lost: readonly string[]; readonly changed: readonly string[] } | null
}

export const goldFolder = join(dataFolder, 'gold')

/** Every gold article, in the order of the scorer; none where the data are missing. */
export function goldArticles(folder: string = goldFolder): GoldArticle[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return goldArticles(path)
      return /^\d.*\.json$/.test(entry.name) ? [JSON.parse(readFileSync(path, 'utf8')) as GoldArticle] : []
    })
}

export const measures = ['claims', 'whole', 'figures', 'hedges', 'links', 'headline'] as const
const judgements = ['speaker', 'type', 'chain', 'bounds', 'eventTime', 'saidTime', 'datedEvent', 'datedSaid'] as const
type Measure = (typeof measures)[number]
type Judgement = (typeof judgements)[number]

/** What readings of the gold stories come to; `datedEvent` and `datedSaid` leave out articles without a date of their own. */
export interface GoldScore {
  readonly tallies: Readonly<Record<Measure, Tally>>
  readonly rates: Readonly<Record<Judgement, Rate>>
}

export const isAttributed = (claim: Pick<GoldClaim, 'type' | 'unattributed'>): boolean =>
  claim.type !== 'none' && !claim.unattributed

/** Gold and read claims of one article whose contents share half of their words. */
export const claimPairs = (gold: readonly GoldClaim[], claims: readonly Claim[]): Pair[] =>
  pairsOf(gold, claims, (one, other) => wordF1(one.content, other.content.text), 0.5)

export const sameBounds = (one: GoldFigure, other: Figure): boolean =>
  (one.low ?? null) === other.low && (one.high ?? null) === other.high

export const figurePairs = (gold: readonly GoldFigure[], figures: readonly Figure[]): Pair[] =>
  pairsOf(gold, figures, (one, other) => wordF1(one.text, other.text) + (sameBounds(one, other) ? 0.5 : 0), 0.3)

const sameHedge = (one: string, other: string): boolean =>
  plain(one).includes(plain(other)) || plain(other).includes(plain(one))

export const hedgePairs = (gold: readonly string[], hedges: readonly { readonly text: string }[]): Pair[] =>
  pairsOf(gold, hedges, (one, other) => (sameHedge(one, other.text) ? 1 : 0), 1)

export const linkPairs = (gold: readonly string[], chain: readonly { readonly name: string }[]): Pair[] =>
  pairsOf(gold, chain, (one, other) => (sameName(one, other.name) ? 1 : 0), 1)

/** Whether the days read are the gold ones, as exact as those are; null where the gold ones name none. */
function sameDays(
  gold: { readonly start?: string | null | undefined; readonly end?: string | null | undefined },
  read: { readonly start?: string | null | undefined; readonly end?: string | null | undefined },
): boolean | null {
  const { start, end } = gold
  if (!start) return null
  return start === read.start?.slice(0, start.length) && (!end || end === read.end?.slice(0, end.length))
}

export const sameEventTime = (gold: GoldClaim, { eventTime }: Claim): boolean | null =>
  sameDays(gold.event_time ?? {}, eventTime ?? {})

export const sameSaidTime = (gold: GoldClaim, { saidTime }: Claim): boolean | null =>
  sameDays({ start: gold.said_time?.date }, { start: saidTime?.date })

/** Whether the figures of a matched claim are all there and bounded alike. */
function figuresRight(gold: GoldClaim, claim: Claim): boolean {
  const pairs = pairsOf(gold.figures, claim.figures, (one, other) => wordF1(one.text, other.text), 0.3)
  if (pairs.length < gold.figures.length) return false
  return pairs.every(([i, j]) => sameBounds(gold.figures[i] as GoldFigure, claim.figures[j] as Figure))
}

function countPairs(tally: Tally, right: number, wanted: number, found: number): void {
  tally.right += right
  tally.wanted += wanted
  tally.found += found
}

/** Counts one matched pair of claims, both attributed. */
function countMatched({ tallies, rates }: GoldScore, gold: GoldClaim, claim: Claim, isDated: boolean): void {
  tallies.claims.right++
  const speaker = sameName(gold.speaker ?? '', claim.speaker?.name ?? '')
  if (speaker && figuresRight(gold, claim)) tallies.whole.right++
  count(rates.speaker, speaker)
  count(rates.type, gold.type === claim.type)
  const { chain } = claim
  countPairs(tallies.links, linkPairs(gold.chain, chain).length, gold.chain.length, chain.length)
  const inOrder = gold.chain.every((name, at) => sameName(name, chain[at]?.name ?? ''))
  count(rates.chain, gold.chain.length === chain.length && inOrder)
  for (const [rate, dated, right] of [
    [rates.eventTime, rates.datedEvent, sameEventTime(gold, claim)],
    [rates.saidTime, rates.datedSaid, sameSaidTime(gold, claim)],
  ] as const) {
    if (right === null) continue
    count(rate, right)
    if (isDated) count(dated, right)
  }
  const hedges = gold.hedges ?? []
  countPairs(tallies.hedges, hedgePairs(hedges, claim.hedges).length, hedges.length, claim.hedges.length)
}

function countHeadline(tally: Tally, check: HeadlineCheck | null, headline: Scored['headline']): void {
  if (check === null) return
  const changes = (check.changed ?? []).map((change) =>
    typeof change === 'string' ? change : (change.from ?? change.to ?? ''),
  )
  const wanted = [...(check.lost ?? []), ...changes]
  const found = [...(headline?.lost ?? []), ...(headline?.changed ?? [])]
  countPairs(tally, pairsOf(wanted, found, wordF1, 0.5).length, wanted.length, found.length)
}

/** Scores readings of gold articles; an article without a reading counts as one without claims. */
export function scoreGold(articles: readonly GoldArticle[], readings: ReadonlyMap<string, Scored>): GoldScore {
  const score: GoldScore = {
    tallies: Object.fromEntries(measures.map((name) => [name, newTally()])) as Record<Measure, Tally>,
    rates: Object.fromEntries(judgements.map((name) => [name, newRate()])) as Record<Judgement, Rate>,
  }
  const { tallies, rates } = score
  for (const article of articles) {
    const reading = readings.get(article.id)
    const claims = reading?.claims ?? []
    const isDated = (article.published ?? article.published_inferred ?? null) !== null
    const wanted = article.claims.filter(isAttributed).length
    const found = claims.filter(isAttributed).length
    for (const tally of [tallies.claims, tallies.whole]) countPairs(tally, 0, wanted, found)
    for (const [i, j] of claimPairs(article.claims, claims)) {
      const [gold, claim] = [article.claims[i] as GoldClaim, claims[j] as Claim]
      if (isAttributed(gold) && isAttributed(claim)) countMatched(score, gold, claim, isDated)
    }
    const goldFigures = article.claims.flatMap(({ figures }) => figures)
    const figures = claims.flatMap((claim) => claim.figures)
    const pairs = figurePairs(goldFigures, figures)
    countPairs(tallies.figures, pairs.length, goldFigures.length, figures.length)
    for (const [i, j] of pairs) count(rates.bounds, sameBounds(goldFigures[i] as GoldFigure, figures[j] as Figure))
    countHeadline(tallies.headline, article.headline_check, reading?.headline)
  }
  return score
}

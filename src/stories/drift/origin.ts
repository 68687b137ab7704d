/**
 * What becomes of one statement over all its reports. Each report is held against the earliest one that can be compared
 * with it, not against every other, so that the cost grows with the reports and not with their pairs; the same change in
 * many copies is one finding.
 */
import type { Claim } from '../../claims/claim.ts'
import { reportsDrift } from './between.ts'
import type { Drift, DriftAnchor } from './drift.ts'
import { type Telling, tellingOf } from './telling.ts'

/** One claim of an origin, with the article that it stands in. */
export interface OriginTelling {
  readonly claim: Claim
  readonly article: string
  /** All claims of the article: what stands around the claim tells who says it and what is said elsewhere. */
  readonly beside?: readonly Claim[]
  /** The article's text, where the sentence around a claim may say whose it is. */
  readonly text?: string
  /** When the article was published, as an ISO date with or without a time. */
  readonly published?: string | null
}

/** An anchor in one article of several. */
interface ReportAnchor extends DriftAnchor {
  readonly article: string
}

/** Drift between the reports of an origin. */
interface OriginDrift extends Drift {
  readonly from: ReportAnchor
  readonly to: ReportAnchor
  /** Every article that tells it so, that of `to` first. */
  readonly articles: readonly string[]
}

/** So many tellings of other wordings, the earliest, are held against a report until one can be compared with it. */
const EARLIER = 12

/** An article's tellings of the statement. */
interface Report {
  readonly article: string
  readonly tellings: readonly Telling[]
  readonly beside: readonly Telling[]
  readonly text: string
  readonly day: string | null
}

/**
 * What the reports of one statement lost and changed.
 * @param tellings the claims of an origin, the earliest article first; claims of headlines and decks are passed over, for
 *   they are held against their own article
 * @returns one finding for each change, in the order of the articles that first have it
 */
export function originDrift(tellings: readonly OriginTelling[]): readonly OriginDrift[] {
  const found = new Map<string, OriginDrift & { readonly articles: string[] }>()
  const earlier: { readonly report: Report; readonly telling: Telling }[] = []
  const wordings = new Set<string>()
  for (const report of reportsOf(tellings)) {
    for (const to of report.tellings) {
      const others = earlier.filter(({ report: { article } }) => article !== report.article)
      for (const drift of againstEarliest(others, to, report)) fold(found, drift)
    }
    for (const telling of report.tellings) {
      const wording = wordingOf(telling)
      if (earlier.length >= EARLIER || wordings.has(wording)) continue
      wordings.add(wording)
      earlier.push({ report, telling })
    }
  }
  return [...found.values()]
}

/** The tellings of each article, in the order in which the articles come first. */
function reportsOf(tellings: readonly OriginTelling[]): Report[] {
  const own = tellings.filter(({ claim }) => claim.in === 'text')
  return [...Map.groupBy(own, ({ article }) => article)].map(([article, some]) => {
    const ids = new Set(some.map(({ claim }) => claim.id))
    const around = new Map(some.flatMap(({ beside }) => beside ?? []).map((claim) => [claim.id, claim]))
    return {
      article,
      tellings: some.map(({ claim }) => tellingOf(claim)),
      text: some.find(({ text }) => text !== undefined)?.text ?? '',
      day: some.find(({ published }) => published != null)?.published?.slice(0, 10) ?? null,
      beside: [...around.values()]
        .filter(({ id, in: place }) => place === 'text' && !ids.has(id))
        .map((claim) => tellingOf(claim)),
    }
  })
}

const wordingOf = ({ content, source, cue, type }: Telling): string =>
  `${type} ${source?.text} ${cue?.text} ${content.text}`.toLowerCase()

/** The drift of a telling since the earliest that it can be compared with, each kind of it on its own. */
function againstEarliest(
  earlier: readonly { readonly report: Report; readonly telling: Telling }[],
  to: Telling,
  { article, tellings, beside, text, day }: Report,
): OriginDrift[] {
  const kept = tellings.filter((own) => own !== to)
  for (const { report, telling } of earlier) {
    const others = report.tellings.filter((own) => own !== telling)
    const apart = day !== null && report.day !== null && day !== report.day
    const drift = reportsDrift(telling, to, { others, kept, there: report.beside, here: beside, text, apart })
    if (drift === null) continue
    return drift.map((one) => ({
      ...one,
      from: { ...one.from, article: report.article },
      to: { ...one.to, article },
      articles: [article],
    }))
  }
  return []
}

/** Adds a finding, or its article to the same finding of another article. */
function fold(found: Map<string, OriginDrift & { readonly articles: string[] }>, drift: OriginDrift): void {
  const { kind, from, to, lost, articles } = drift
  const key = [kind, from.text, lost ? '' : to.text].join('\n').toLowerCase()
  const same = found.get(key)
  if (same === undefined) found.set(key, { ...drift, articles: [...articles] })
  else for (const article of articles) if (!same.articles.includes(article)) same.articles.push(article)
}

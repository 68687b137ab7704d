/**
 * The headline check: which claim of the text the headline reports, what it lost of it (bounds, groups, hedges, who said
 * it and on whose word) and what it changed.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import { bodyOf } from './body.ts'
import type { Drift } from './drift.ts'
import { reportOf } from './report.ts'
import { lineOf, type Telling } from './telling.ts'

export interface HeadlineCheck {
  /** The claim of the text that the headline reports; null where there is none. */
  readonly claim: string | null
  /** The claim's words that the headline leaves out. */
  readonly lost: readonly string[]
  readonly changed: readonly { readonly from: string; readonly to: string }[]
  /** Each loss and change with its type, its anchors and why. */
  readonly drift: readonly Drift[]
}

/** A headline longer than this is none, in characters. */
const LONGEST = 1000
/**
 * Checks an article's headline against its text.
 * @returns null where there is no headline
 */
export function headlineCheck(article: Article, claims: readonly Claim[]): HeadlineCheck | null {
  if (!article.headline?.trim()) return null
  if (article.headline.length > LONGEST) return { claim: null, lost: [], changed: [], drift: [] }
  const body = bodyOf(article, claims)
  const { telling, drift } = reportOf(headlinesOf(article.headline, claims), body, article)
  return {
    claim: telling?.claim ?? null,
    lost: drift.filter(({ lost }) => lost).map(({ from }) => from.text),
    changed: drift.filter(({ lost }) => !lost).map(({ from, to }) => ({ from: from.text, to: to.text })),
    drift,
  }
}

/** A headline as tellings: each claim in it and, where it has none, the whole line. */
function headlinesOf(headline: string, claims: readonly Claim[]): Telling[] {
  const whole = { start: 0, end: headline.length }
  const own = claims.filter((claim) => claim.in === 'headline' && claim.type !== 'none')
  if (own.length === 0) return [lineOf(headline, whole, 'headline')]
  return own.map((claim) => lineOf(headline, whole, 'headline', claim))
}

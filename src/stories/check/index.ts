/**
 * The check of a draft: a linter's rules over one article and its claims. Pure; what a rule cannot tell it does not find.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import type { Drift } from '../drift/drift.ts'
import { driftWithin } from '../drift/within.ts'
import { figureChanges, figureUnsourced } from './counts.ts'
import { relativeDay, staleTime, weekdayWrong } from './days.ts'
import {
  bareFigure,
  captionDiffers,
  headlineFact,
  headlineFigure,
  headlineShortens,
  headlineSource,
  headlineStronger,
  hedgeDropped,
} from './drifts.ts'
import { sameTold } from './pairs.ts'
import { quoteAltered } from './quotations.ts'
import type { Anchor, Found, Pair, Rule, Severity } from './rule.ts'
import { chainUnnamed, saidClaimed, saidConfirmed, sourcePlural, sourceUndescribed } from './voices.ts'

export { type Anchor, type Rule, SEVERITIES, type Severity } from './rule.ts'

/** The rules by id, in alphabetical order. */
export const RULES: readonly Rule[] = [
  bareFigure,
  captionDiffers,
  chainUnnamed,
  figureChanges,
  figureUnsourced,
  headlineFact,
  headlineFigure,
  headlineStronger,
  headlineShortens,
  headlineSource,
  hedgeDropped,
  quoteAltered,
  relativeDay,
  saidClaimed,
  saidConfirmed,
  sourcePlural,
  sourceUndescribed,
  staleTime,
  weekdayWrong,
].sort((a, b) => (a.id < b.id ? -1 : 1))

/** What a rule found in a draft, with the rule and how much it weighs. */
export interface Finding extends Found {
  readonly rule: string
  readonly severity: Exclude<Severity, 'off'>
}

const PLACES: readonly Anchor['in'][] = ['headline', 'deck', 'text']

/**
 * Checks a draft.
 * @param severityOf how much a rule weighs; by default what it says of itself
 * @returns the findings in the order of the page: headline, deck, text
 */
export function check(
  article: Article,
  claims: readonly Claim[],
  severityOf: (rule: Rule) => Severity = ({ severity }) => severity,
): Finding[] {
  let drift: readonly Drift[] | null = null
  let pairs: readonly Pair[] | null = null
  const matter = {
    article,
    claims,
    pairs: () => {
      pairs ??= sameTold(claims)
      return pairs
    },
    drift: () => {
      drift ??= driftWithin(article, claims)
      return drift
    },
  }
  return RULES.flatMap((rule) => {
    const severity = severityOf(rule)
    return severity === 'off' ? [] : rule.find(matter).map((found) => ({ ...found, rule: rule.id, severity }))
  }).sort((a, b) => PLACES.indexOf(a.at.in) - PLACES.indexOf(b.at.in) || a.at.start - b.at.start || a.at.end - b.at.end)
}

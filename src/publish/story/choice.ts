/** Which origins of a story are shown before a reader asks for all. */
import type { OriginTold, StoryTold } from '../../stories/told.ts'

/** Origins that one outlet alone carries are shown only on request. */
const FEW = 2

/** The origins that several outlets carry, or all of them; of a story of one article all. */
export function shownOrigins({ origins, articles }: StoryTold, all: boolean): readonly OriginTold[] {
  return origins.filter(
    ({ account, claims }) => all || account.outlets >= FEW || (articles.length === 1 && claims.length > 0),
  )
}

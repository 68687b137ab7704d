/** Which origins of a story are shown before a reader asks for all. */
import type { OriginTold, StoryTold } from '../../stories/told/told.ts'

/** Origins that one outlet alone carries are shown only on request. */
const FEW = 2

/** The origins that several outlets carry, or all of them; of a story that one outlet alone tells, all. */
export function shownOrigins({ origins, account }: StoryTold, all: boolean): readonly OriginTold[] {
  return all || account.outlets < FEW ? origins : origins.filter((origin) => origin.account.outlets >= FEW)
}

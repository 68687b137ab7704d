// What a measure counts, and what the counts come to.

/** Things found: how many of those found are right, how many are wanted, how many were found. */
export interface Tally {
  right: number
  wanted: number
  found: number
}

/** Things judged one by one. */
export interface Rate {
  right: number
  of: number
}

export const newTally = (): Tally => ({ right: 0, wanted: 0, found: 0 })
export const newRate = (): Rate => ({ right: 0, of: 0 })

export const precisionOf = ({ right, found }: Tally): number => (found > 0 ? right / found : 0)
export const recallOf = ({ right, wanted }: Tally): number => (wanted > 0 ? right / wanted : 0)
export const shareOf = ({ right, of }: Rate): number => (of > 0 ? right / of : 0)

/** The harmonic mean of precision and recall. */
export function f1Of(tally: Tally): number {
  const [precision, recall] = [precisionOf(tally), recallOf(tally)]
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

export function count(rate: Rate, right: boolean): void {
  rate.of++
  if (right) rate.right++
}

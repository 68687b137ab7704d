/**
 * Running a function on what it reads: it is tried, what it lacked is loaded, and it is tried again, until it lacks
 * nothing. A try that lacked something counts for nothing but for showing what to load; all that it would look at next is
 * found together, so that a chain of reads takes as many tries as it has links (as in Haxl, Marlow et al., ICFP 2014).
 */
import type { Filling } from './partial.ts'

/** More tries than any chain of reads has links. */
const MOST_TRIES = 100

/** Tries work until its maps lack nothing, and gives what it gave then; what it wrote is kept in the maps. */
export async function run<Result>(maps: readonly Filling[], work: () => Result): Promise<Result> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    for (const map of maps) map.begin()
    const [result, error] = attempt(work)
    const lacking = maps.filter(({ lacks }) => lacks)
    if (lacking.length === 0) {
      if (error !== null) throw error
      for (const map of maps) map.keep()
      return result as Result
    }
    for (const map of lacking) await map.fill()
  }
  throw new Error(`still lacking after ${MOST_TRIES} tries`)
}

/** What lacks something may stumble over it; that counts only where nothing is lacking. */
function attempt<Result>(work: () => Result): readonly [Result | null, unknown] {
  try {
    return [work(), null]
  } catch (error) {
    return [null, error ?? new Error('thrown without a value')]
  }
}

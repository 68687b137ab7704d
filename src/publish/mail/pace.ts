/** A set pace: so many a second, evenly, over all who ask. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for its turn; until then nobody else has it. */
export function paceOf(perSecond: number): (signal: AbortSignal) => Promise<void> {
  let next = 0
  return async (signal) => {
    const now = performance.now()
    const turn = Math.max(now, next)
    next = turn + 1000 / perSecond
    if (turn > now) await sleep(turn - now, undefined, { signal, ref: true }).catch(() => {})
  }
}

import type { Clock } from '../src/gather/fetch/clock.ts'

export interface FakeClock extends Clock {
  /** The waits so far that were longer than nothing, in milliseconds. */
  readonly waits: number[]
  advance(ms: number): void
}

/** A clock that stands still until someone waits, and then is there at once. */
export function fakeClock(start = Date.parse('2026-03-02T08:00:00Z')): FakeClock {
  let now = start
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    wait: async (ms, signal) => {
      signal?.throwIfAborted()
      if (ms > 0) waits.push(ms)
      now += ms
    },
    advance: (ms) => {
      now += ms
    },
  }
}

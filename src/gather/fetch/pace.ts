/**
 * How slowly a host is asked: one request at a time, a gap between the end of one and the beginning of the next, and
 * none at all until the time that the host itself named. Kept in memory: it is about the present moment, and a host
 * that no one has asked for a while is forgotten.
 */
import type { Clock } from './clock.ts'

/** The exclusive right to ask one host. */
export interface Turn {
  /** How long until the host may be asked: what it named itself, or else the rest of the gap. 0 where it may be now. */
  waitMs(gapMs: number): number
  /** Until when the host has asked to be left alone; null where it has not. */
  heldUntil(): number | null
  /** A request has just ended. */
  asked(): void
  /** The host asks to be left alone until then. */
  hold(until: number): void
}

export interface Pace {
  /** Does the work when it is its turn at the host; first come, first served. Rejects when the signal aborts before. */
  turn<T>(host: string, work: (turn: Turn) => Promise<T>, signal?: AbortSignal): Promise<T>
}

interface Host {
  /** Settles when the last in the line is done. */
  line: Promise<unknown>
  waiting: number
  lastAsked: number | null
  held: number
}

/** Beyond this many hosts those are forgotten that were last asked an hour ago. */
const MANY_HOSTS = 10_000
const FORGET_MS = 3_600_000

/** A pace for one process. */
export function paceOf(clock: Clock): Pace {
  const hosts = new Map<string, Host>()
  const forget = (): void => {
    const now = clock.now()
    for (const [name, host] of hosts)
      if (host.waiting === 0 && host.held <= now && now - (host.lastAsked ?? 0) > FORGET_MS) hosts.delete(name)
  }
  return {
    turn: async (name, work, signal) => {
      if (hosts.size > MANY_HOSTS) forget()
      const host: Host = hosts.get(name) ?? { line: Promise.resolve(), waiting: 0, lastAsked: null, held: 0 }
      hosts.set(name, host)
      const turn: Turn = {
        // A clock that is set back must not make anyone wait for longer than the gap.
        waitMs: (gapMs) => {
          const now = clock.now()
          const gap = host.lastAsked === null ? 0 : Math.min(gapMs, host.lastAsked + gapMs - now)
          return Math.max(0, gap, host.held - now)
        },
        heldUntil: () => (host.held > clock.now() ? host.held : null),
        asked: () => {
          host.lastAsked = clock.now()
        },
        hold: (until) => {
          host.held = Math.max(host.held, until)
        },
      }
      host.waiting++
      const before = host.line
      const mine = before.then(async () => {
        signal?.throwIfAborted()
        return await work(turn)
      })
      host.line = mine.catch(() => {})
      try {
        return await mine
      } finally {
        host.waiting--
      }
    },
  }
}

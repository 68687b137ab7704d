/**
 * Webhooks as long as a site is served: a pass every half minute, and at once where somebody asks for one or the last had
 * more to send than one pass does.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Passing, webhookPass } from './pass.ts'

/** Milliseconds between two passes. */
const PASS = 30_000

/** What does passes. */
export interface Sender {
  /** Has one done at once. */
  now(): void
  /** When the last is done. */
  readonly done: Promise<void>
}

/**
 * Does passes until it is told to stop; none is begun where there is no webhook.
 * @param complain is told what went wrong; it goes on all the same
 */
export function sendAlways(passing: Passing, complain: (error: Error) => void): Sender {
  const { signal, following } = passing
  let woken = new AbortController()
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const waking = new AbortController()
      woken = waking
      try {
        const any = await following.db.selectFrom('webhook').select('id').limit(1).executeTakeFirst()
        const delivered = any === undefined ? 0 : (await webhookPass(passing)).delivered
        if (delivered > 0) continue
      } catch (error) {
        complain(error as Error)
      }
      await sleep(PASS, undefined, { signal: AbortSignal.any([signal, waking.signal]) }).catch(() => {})
    }
  }
  return { now: () => woken.abort(), done: run() }
}

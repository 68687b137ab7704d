/**
 * Which process sends, told apart from those that ended. A process that was killed is known to be gone on the machine that
 * it ran on; elsewhere its lease has to run out.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

export interface Holder {
  readonly host: string
  /** Of this start of the machine; null where the system does not tell. */
  readonly boot: string | null
  readonly process: number
  /** Of this run of the process: numbers of processes are used again. */
  readonly run: string
}

/** Linux names each start of the machine (random(4)). */
function bootOf(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}

/** This process. */
export const OWN: Holder = { host: hostname(), boot: bootOf(), process: process.pid, run: randomUUID() }

/** Whether a process is known to have ended. */
export function isGone(holder: Holder): boolean {
  if (holder.host !== OWN.host) return false
  if (holder.boot !== OWN.boot) return true
  if (holder.process === OWN.process) return holder.run !== OWN.run
  try {
    process.kill(holder.process, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/**
 * Whether all that a process wrote is still there to be read: the machine has not been started anew since. Then a letter
 * that it did not mark was not handed over; else its mark may have been lost with the machine's memory.
 */
export const isOfThisStart = (holder: Holder): boolean => holder.host === OWN.host && holder.boot === OWN.boot

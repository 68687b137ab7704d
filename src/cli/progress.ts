/**
 * A bar on standard error for work that takes a while. Drawn only where a person can see it and it disturbs nothing:
 * standard error is a terminal, and standard output is not the same terminal.
 */
import type { WriteStream } from 'node:tty'

/** Drawn this often at most, in milliseconds; more cannot be seen. */
const EVERY = 80
const WIDTH = 30

/** How far the work has come. */
export interface Progress {
  /** `done` of the total, after `count` things. @param more what is said after it */
  at(done: number, count: number, more?: string): void
  /** Takes the bar away, before something else is written. */
  clear(): void
}

type Stream = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean }

/**
 * @param total what `done` counts up to; 0 where that is not known
 * @param what the things that are counted: `files`, `lines`
 */
export function startProgress(
  total: number,
  what: string,
  stream: Stream = process.stderr,
  seen: boolean = stream.isTTY === true && !process.stdout.isTTY,
): Progress {
  if (!seen) return { at() {}, clear() {} }
  let drawn = 0
  return {
    at(done, count, more = '') {
      const now = Date.now()
      if (now - drawn < EVERY) return
      drawn = now
      const share = total > 0 ? Math.min(1, done / total) : 0
      const bar =
        total > 0 ? `[${'='.repeat(Math.round(share * WIDTH)).padEnd(WIDTH)}] ${Math.floor(share * 100)} % ` : ''
      stream.write(`\r\u001b[K${bar}${count} ${what}${more}`)
    },
    clear() {
      if (drawn > 0) stream.write('\r\u001b[K')
      drawn = 0
    },
  }
}

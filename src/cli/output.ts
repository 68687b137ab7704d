/**
 * Standard output and standard error: waiting for a slow reader, and ending quietly when the reader has gone (`| head`).
 */
import { once } from 'node:events'
import { printable } from '../publish/printable.ts'

/** Writes to standard output and waits while its reader is behind, so that nothing piles up in memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Says on standard error what went wrong. Names of files are the outside world's words: they are made printable. */
export function complain(message: string): void {
  process.stderr.write(`hearsay: ${printable(message)}\n`)
}

/** Ends the process without a stack trace when nobody reads its output any more; with 2 when the disk is full. */
export function dieQuietly(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    complain(`the output could not be written: ${error.message}`)
    process.exit(2)
  })
  process.stderr.on('error', () => {})
}

/** How many columns there are, up to `most`: 78 is near what typographers call readable; charts may take more. */
export function columns(most = 78): number {
  const own = process.stdout.columns || Number(process.env.COLUMNS) || 80
  return Math.max(20, Math.min(most, own))
}

/** Whether standard output is a terminal that shows colours; NO_COLOR and FORCE_COLOR are honoured by Node. */
export function colours(): boolean {
  return process.stdout.isTTY === true && process.stdout.hasColors()
}

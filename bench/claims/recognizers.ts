// Quantities, dates and durations on the cases of Recognizers-Text, as `npm run bench:recognizers` counts them.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { dataFolder } from '../data.ts'
import type { Rate } from './rates.ts'

export const recognizersFolder = join(dataFolder, 'recognizers-text')

/** Cases right of one file, by reader: `hearsay`, and each peer that reads such expressions. */
export type CasesRight = Readonly<Record<string, Rate>>

/** Cases right by file; without the peers where they cannot be installed. */
export function measureRecognizers(): Readonly<Record<string, CasesRight>> {
  const run = resolve(import.meta.dirname, '../recognizers/run.ts')
  const tried = (...readers: string[]) =>
    spawnSync(process.execPath, [run, '--json', ...readers], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const beside = tried()
  const { status, stdout, stderr } = beside.status === 0 ? beside : tried('--reader', 'hearsay')
  if (status !== 0) throw new Error(`bench:recognizers ended with ${status}:\n${stderr.slice(-2000)}`)
  return JSON.parse(stdout) as Record<string, CasesRight>
}

/** `hearsay corrections export` and `import`: corrections as test cases, a JSON line each (docs/corrections.md). */

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { correctionCases, importCase } from '../ledger/corrections/cases.ts'
import { SIZE_LIMIT } from './input.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { linesOf } from './lines.ts'
import { complain, print } from './output.ts'

/** The options of `hearsay corrections export`, as given. */
export interface ExportOptions extends LedgerOptions {
  readonly output?: string
}

/** Writes every corrected claim as a test case. @returns the exit code */
export function exportCorrections(options: ExportOptions): Promise<number> {
  return saying(async () => {
    const ledger = await openNamed(options, { readOnly: true })
    const file = options.output === undefined ? null : createWriteStream(options.output, { flags: 'wx' })
    try {
      if (file !== null) await once(file, 'open')
      let count = 0
      for await (const one of correctionCases(ledger)) {
        const line = `${JSON.stringify(one)}\n`
        count++
        if (file === null) await print(line)
        else if (!file.write(line)) await once(file, 'drain')
      }
      if (file !== null) {
        file.end()
        await once(file, 'finish')
        await print(`${count} claim(s) written to ${options.output}\n`)
      }
      return 0
    } finally {
      file?.destroy()
      await ledger.close()
    }
  })
}

/** Brings test cases into the ledger; what is there already is left. @returns 1 where a line could not be brought in */
export function importCorrections(name: string, options: LedgerOptions): Promise<number> {
  return saying(async () => {
    const ledger = await openNamed(options, { if: 'existing' })
    try {
      let [added, known, refused, number] = [0, 0, 0, 0]
      for await (const line of linesOf(name === '-' ? process.stdin : createReadStream(name), 4 * SIZE_LIMIT)) {
        number++
        if (line !== null && Buffer.from(line).toString().trim() === '') continue
        const done = await importCase(ledger, line === null ? null : parsed(line), new Date().toISOString())
        added += done.added
        known += done.known
        refused += done.refused.length
        for (const reason of done.refused) complain(`${name} line ${number}: ${reason}`)
      }
      await print(`${added} correction(s) made; ${known} were here already; ${refused} could not be made\n`)
      return refused > 0 ? 1 : 0
    } finally {
      await ledger.close()
    }
  })
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(line).toString('utf8'))
  } catch {
    return null
  }
}

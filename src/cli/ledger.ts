/** Which ledger a command works on, and what it says when that cannot be used. */
import { mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { Ledger, OpenOptions } from '../ledger/open.ts'
import { InputError } from './input.ts'
import { complain } from './output.ts'

/** The option that every command with a ledger has. */
export interface LedgerOptions {
  readonly ledger?: string
}

/** A shared ledger's address. */
export const isShared = (where: string): boolean => /^postgres(?:ql)?:\/\//.test(where)

/** The usual ledger: as the XDG Base Directory Specification has it, in the folder for what programs keep. */
function usualLedger(environment: NodeJS.ProcessEnv): string {
  const own = environment.XDG_DATA_HOME
  const data = own !== undefined && isAbsolute(own) ? own : join(homedir(), '.local', 'share')
  return join(data, 'hearsay', 'hearsay.ledger')
}

/** Where the ledger is: as the command says, or the environment, or the usual place. */
export const ledgerAt = ({ ledger }: LedgerOptions, environment = process.env): string =>
  ledger || environment.HEARSAY_LEDGER || usualLedger(environment)

/** Opens the ledger that a command works on, and says which it is, and where its origins and stories are not whole. */
export async function openNamed(options: LedgerOptions, how: OpenOptions = {}): Promise<Ledger> {
  const { openLedger } = await import('../ledger/open.ts')
  const where = ledgerAt(options)
  if (!isShared(where) && /^[a-z][a-z0-9+.-]*:\/\//i.test(where))
    throw new InputError(`${where}: this is no ledger. A ledger is a file, or postgres://user@host/database.`)
  if (statSync(where, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(`${where}: this is a folder. Name a file in it: ${join(where, 'hearsay.ledger')}`)
  if (!isShared(where) && how.if !== 'existing' && !how.readOnly) mkdirSync(dirname(where), { recursive: true })
  const ledger = await openLedger(where, how)
  process.stderr.write(`ledger: ${ledger.name}\n`)
  const { rejoining } = await import('../ledger/rejoin.ts')
  const begun = await rejoining(ledger)
  if (begun !== null)
    complain(
      `Its origins and stories are being made anew: ${begun.done} of ${begun.of} articles stand in them, and counts of reports are too low until all do. Where that was stopped, hearsay rejoin goes on.`,
    )
  return ledger
}

/**
 * Does a command's work; an error that is about an input or the ledger is said in its own words.
 * @returns the exit code
 */
export async function saying(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string }
    const isTold =
      error instanceof InputError ||
      [
        'LedgerError',
        'UnpackError',
        'CorrectionError',
        'EngineUnavailable',
        'MailSettingsError',
        'ServerError',
        'FetchError',
        'SiteError',
        'WebhookError',
      ].includes(name)
    if (!isTold && !/^E[A-Z]+$/.test(code ?? '')) throw error
    complain(message)
    return 1
  }
}

/** Told once to stop: what was begun is finished. Told twice: at once. */
export function stopOnSignal(): AbortSignal {
  const stop = new AbortController()
  const stopping = (): void => {
    if (stop.signal.aborted) process.exit(130)
    complain('stopping when what was begun is done; once more stops at once')
    stop.abort()
  }
  process.on('SIGINT', stopping)
  process.on('SIGTERM', stopping)
  return stop.signal
}

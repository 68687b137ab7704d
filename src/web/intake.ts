/** What people bring to the desk: read and entered beside each other, while they look on. */
import type { EngineName } from '../claims/engines.ts'
import type { Fetcher } from '../gather/fetch/fetcher.ts'
import { type PageReader, threadedReader } from '../gather/reading/pool.ts'
import type { Ledger } from '../ledger/open.ts'

/** How pages are had and read. */
export interface IntakeOptions {
  readonly engine: EngineName
  /** Threads that read. */
  readonly readers: number
  /** The world, opened when it is first asked. */
  readonly fetcher: () => Promise<Fetcher>
}

export interface Intake {
  readonly reader: PageReader
  close(): Promise<void>
}

/** Opens the desk's intake into a ledger. */
export function openIntake(_ledger: Ledger, { engine, readers }: IntakeOptions): Intake {
  const reader = threadedReader(engine, readers)
  return { reader, close: () => reader.close() }
}

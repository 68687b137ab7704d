/**
 * Readings for what is told of many articles: from files of Readings (`hearsay read --jsonl` or `--json`), and from pages
 * that are read here, one a file or one a line.
 */
import type { Engine } from '../claims/attribution.ts'
import { readingGiven } from '../gather/ingest/given.ts'
import { PageLine, pageGiven } from '../gather/ingest/page-line.ts'
import { type EngineChoice, openEngine } from '../gather/reading/engines.ts'
import { ReadError, type Reading, type ReadOptions, read } from '../read/index.ts'
import { unreadable } from '../read/reading.ts'
import { bytesOf, InputError, nameOf } from './input.ts'
import { complain } from './output.ts'

/** What could not be read is told and listed; the rest is given. */
export interface Gathered {
  readonly readings: readonly Reading[]
  /** A line for each input that could not be read: its name, what was wrong, what to do. */
  readonly failed: readonly string[]
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The values of a file of Readings: one a line, an array or a single one; null where the file is something else. */
function valuesOf(bytes: Uint8Array): unknown[] | null {
  let source: string
  try {
    source = decoder.decode(bytes)
  } catch {
    return null
  }
  if (!/^\s*[[{]/.test(source)) return null
  try {
    const value: unknown = JSON.parse(source)
    return Array.isArray(value) ? value : [value]
  } catch {
    const lines = source.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => {
      try {
        return JSON.parse(line) as unknown
      } catch (error) {
        return { error: `not JSON: ${(error as Error).message}` }
      }
    })
  }
}

/**
 * The Readings of several inputs, in their order; of one id the first is kept.
 * @param engineNamed loads what reads pages, when the first page comes
 */
export async function gather(inputs: readonly string[], engine: EngineChoice): Promise<Gathered> {
  const readings = new Map<string, Reading>()
  let opening: Promise<Engine> | null = null
  const failed: string[] = []
  const fail = (message: string) => {
    failed.push(message)
    complain(message)
  }
  const keep = (reading: Reading, name: string) => {
    if (readings.has(reading.id)) complain(`${name}: the id ${reading.id} is given twice; the first is kept`)
    else readings.set(reading.id, reading)
  }
  /** A page read, or why it cannot be. */
  const pageRead = async (page: Uint8Array | string, options: ReadOptions): Promise<Reading | string> => {
    try {
      opening ??= openEngine(engine)
      const reading = await read(page, { ...options, engine: await opening })
      return unreadable(reading.article) ?? reading
    } catch (error) {
      if (error instanceof ReadError) return error.message
      throw error
    }
  }
  /** A Reading as it is given; a page as the reading contract has it is read. */
  const readingOf = async (value: unknown, place: string): Promise<Reading | string> => {
    const line = PageLine.safeParse(value)
    if (!line.success || 'claims' in line.data) return readingGiven(value)
    const { source, options } = pageGiven(line.data)
    return pageRead(source, { ...options, id: line.data.id ?? place })
  }
  for (const input of inputs) {
    const name = nameOf(input)
    try {
      const bytes = await bytesOf(input)
      const values = valuesOf(bytes)
      if (values !== null) {
        for (const [at, value] of values.entries()) {
          const reading = await readingOf(value, `${name}#${at + 1}`)
          if (typeof reading === 'string') fail(`${name}: line ${at + 1}: ${reading}`)
          else keep(reading, name)
        }
        continue
      }
      const reading = await pageRead(bytes, { id: input })
      if (typeof reading === 'string') fail(`${name}: ${reading}`)
      else keep(reading, name)
    } catch (error) {
      fail(error instanceof InputError ? error.message : `${name}: ${(error as Error).message}`)
    }
  }
  return { readings: [...readings.values()], failed }
}

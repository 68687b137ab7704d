/**
 * JSON lines: one input a line in, one Reading a line out, in order. A bad line yields one `{"id","error"}` line and
 * never stops the rest. Pages are read together in small batches, since the engine is faster so; a batch never waits for
 * a line that has not come yet.
 */
import { z } from 'zod'
import type { Engine } from '../claims/attribution.ts'
import { PageLine, pageGiven, wrongWith } from '../gather/ingest/page-line.ts'
import { json } from '../publish/printable.ts'
import { type ClaimOptions, type Failure, type Page, pageOf, type Reading, readingsOf } from '../read/reading.ts'
import { InputError, openInput, SIZE_LIMIT } from './input.ts'
import { type Line, linesOf } from './lines.ts'
import { complain, print } from './output.ts'
import { startProgress } from './progress.ts'

/** A page of the largest size, with every character escaped once. */
const LINE_LIMIT = 2 * SIZE_LIMIT

const Named = z.looseObject({ id: z.string() })

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The page of one line, or what is wrong with it. */
function pageOfLine(line: Uint8Array): Page | Failure {
  let source: string
  let value: unknown
  try {
    source = decoder.decode(line)
  } catch {
    return { id: null, error: 'not UTF-8; write JSON lines in UTF-8' }
  }
  try {
    value = JSON.parse(source)
  } catch (error) {
    return { id: null, error: `not JSON: ${(error as Error).message}` }
  }
  const named = Named.safeParse(value)
  const parsed = PageLine.safeParse(value)
  if (!named.success || !parsed.success) {
    const errors = [named, parsed].flatMap(({ error }) => (error === undefined ? [] : wrongWith(error)))
    return { id: named.data?.id ?? null, error: [...new Set(errors)].join('; ') }
  }
  const { id } = named.data
  const { source: words, options } = pageGiven(parsed.data)
  try {
    return pageOf(words, { ...options, id })
  } catch (error) {
    return { id, error: `the page could not be read: ${(error as Error).message}` }
  }
}

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)

/** So many pages are read together, */
const BATCH = 16
/** or so many bytes of lines, so that a few large pages do not pile up. */
const BATCH_BYTES = 4 * 1024 * 1024

/** A line that was looked at, under its number. */
interface Waiting {
  readonly number: number
  readonly page: Page | Failure
}

/**
 * The lines of a stream in batches, with the bytes read so far. A batch is closed when it is full, or when the next line
 * has not come yet: whoever writes a line and waits for its Reading gets it.
 */
async function* batchesOf(lines: AsyncGenerator<Line>): AsyncGenerator<{ batch: Waiting[]; bytes: number }> {
  let batch: Waiting[] = []
  let [number, bytes, held] = [0, 0, 0]
  const late = Symbol('late')
  for (let next = lines.next(); ; next = lines.next()) {
    // Awaited below, and its error thrown there, but perhaps only after a batch was read.
    next.catch(() => {})
    if (batch.length > 0 && (await Promise.race([next, turn(late)])) === late) {
      yield { batch, bytes }
      batch = []
      held = 0
    }
    const { done, value: line } = await next
    if (done) break
    number++
    bytes += (line?.byteLength ?? 0) + 1
    if (line !== null && isBlank(line)) continue
    const page = line === null ? { id: null, error: `longer than ${LINE_LIMIT} bytes` } : pageOfLine(line)
    batch.push({ number, page })
    held += line?.byteLength ?? 0
    if (batch.length < BATCH && held < BATCH_BYTES) continue
    yield { batch, bytes }
    batch = []
    held = 0
  }
  if (batch.length > 0) yield { batch, bytes }
}

/** Gives `value` when everything that can happen now has happened. */
const turn = <Value>(value: Value): Promise<Value> => new Promise((done) => setImmediate(done, value))

/** The Readings of a batch, in its order, failures in their places. */
async function resultsOf(
  batch: readonly Waiting[],
  engine: Engine,
  options: ClaimOptions,
): Promise<(Reading | Failure)[]> {
  const pages = batch.flatMap(({ page }) => ('error' in page ? [] : page))
  const read = (await readingsOf(pages, engine, options)).values()
  return batch.map(({ number, page }) => {
    const result = 'error' in page ? page : (read.next().value as Reading | Failure)
    return 'error' in result ? { ...result, error: `line ${number}: ${result.error}` } : result
  })
}

/**
 * Reads JSON lines from every input and writes Readings to standard output; blank lines are passed over.
 * @returns the exit code
 */
export async function readLines(inputs: readonly string[], engine: Engine, options: ClaimOptions): Promise<number> {
  let bad = 0
  let lost = 0
  for (const input of inputs) {
    try {
      const { chunks, size } = await openInput(input)
      const progress = startProgress(size ?? 0, 'lines')
      for await (const { batch, bytes } of batchesOf(linesOf(chunks, LINE_LIMIT))) {
        for (const result of await resultsOf(batch, engine, options)) {
          if ('error' in result) bad++
          await print(`${json(result)}\n`)
        }
        progress.at(bytes, batch.at(-1)?.number ?? 0)
      }
      progress.clear()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      lost++
      complain(error.message)
    }
  }
  if (bad > 0) complain(`${bad} line(s) could not be read; in the place of each Reading stands its "error".`)
  return bad + lost > 0 ? 1 : 0
}

/**
 * The library's door: bytes or text of a news page -> its Reading. What an engine needs is loaded when it is first used,
 * and then kept; importing this loads, opens and changes nothing.
 */
import { type Engine, type EngineName, loadEngine } from '../claims/index.ts'
import {
  type ClaimOptions,
  type Failure,
  type Page,
  type PageOptions,
  pageOf,
  type Reading,
  readingOf,
  readingsOf,
} from './reading.ts'

export { type Claim, ENGINES, type Engine, type EngineName, EngineUnavailable, loadEngine } from '../claims/index.ts'
export type { Article, ReadPageOptions } from '../page/index.ts'
export type { HeadlineCheck } from '../stories/drift/headline.ts'
export { type ClaimOptions, type Failure, type PageOptions, ReadError, type Reading } from './reading.ts'

/** With what claims are read, and which of them. */
export interface EngineOptions extends ClaimOptions {
  /**
   * `model`, the default: the trained engine. `rules`: words and their order alone; weaker, and loads in no time. Or an
   * engine of one's own.
   */
  readonly engine?: EngineName | Engine | undefined
}

/** What is known of a page, and how it is read. */
export type ReadOptions = PageOptions & EngineOptions

/** A page among others, and what is known of it. */
export interface Input extends PageOptions {
  /** Bytes as received, or decoded text: HTML or plain. */
  readonly page: Uint8Array | string
}

/**
 * Reads a news page: its article, its claims and what its headline makes of them. Nothing that a page says is an error:
 * what cannot be read gives an empty article whose `notes` say why. The same input gives the same Reading.
 * @param input bytes as received, or decoded text: HTML or plain
 * @throws {TypeError} where the input is neither bytes nor a string
 * @throws {RangeError} where there is no engine of that name
 * @throws EngineUnavailable where the engine cannot be had on this machine
 * @throws ReadError where the engine breaks over the page
 * @throws the signal's reason once it is aborted
 */
export async function read(input: Uint8Array | string, options: ReadOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted()
  return readingOf(pageOf(input, options), await engineOf(options), options)
}

/** So many pages are read together: the model is faster so. */
const BATCH = 16

/**
 * Reads many pages, in their order and a few together, while they come; one without an id or an address is named by its
 * number, from 1 on. A page that the engine breaks over gives a Failure
 * in its place.
 * @throws as `read` does, but for ReadError
 */
export async function* readAll(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: EngineOptions = {},
): AsyncGenerator<Reading | Failure, void, void> {
  options.signal?.throwIfAborted()
  const engine = await engineOf(options)
  let batch: Page[] = []
  let number = 0
  for await (const { page, ...known } of inputs) {
    options.signal?.throwIfAborted()
    number++
    batch.push(pageOf(page, known, `${number}`))
    if (batch.length < BATCH) continue
    yield* await readingsOf(batch, engine, options)
    batch = []
  }
  if (batch.length > 0) yield* await readingsOf(batch, engine, options)
}

const engineOf = ({ engine = 'model' }: EngineOptions): Engine | Promise<Engine> =>
  typeof engine === 'string' ? loadEngine(engine) : engine

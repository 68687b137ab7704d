/**
 * The library in a browser, in a page or a worker: page reading and the rule engine, which need no more than two files of
 * weights. It asks the network for nothing, keeps nothing, and runs under a policy without `unsafe-eval`.
 */
import type { Engine } from '../claims/attribution.ts'
import { rules } from '../claims/rules/engine.ts'
import { perceptronsOf } from '../language/perceptron.ts'
import { forestOf } from '../page/body.ts'
import { isPacked, type WeightsName } from '../page/packed.ts'
import { type ClaimOptions, type PageOptions, pageOf, type Reading, readingOf } from '../read/reading.ts'
import { give, weightsOf } from './weights.ts'

export type { Engine } from '../claims/attribution.ts'
export type { Claim } from '../claims/claim.ts'
export { readClaims } from '../claims/read.ts'
export { rules } from '../claims/rules/engine.ts'
export { type Article, type ReadPageOptions, readPage } from '../page/index.ts'
export { type ClaimOptions, type PageOptions, ReadError, type Reading } from '../read/reading.ts'
export { NotLoaded } from './weights.ts'

/** The files of weights, as bytes. They lie in the package's `models` folder. */
export interface Weights {
  /** `hearsay/models/page-body.json` */
  readonly pageBody: Uint8Array | ArrayBuffer
  /** `hearsay/models/names.bin` */
  readonly names: Uint8Array | ArrayBuffer
}

/** What is known of a page, and how its claims are read. */
export interface ReadOptions extends PageOptions, ClaimOptions {
  /** The rules unless another is given. */
  readonly engine?: Engine | undefined
}

/**
 * Takes the weights in, once and for all: everything else here waits for it.
 * @throws {TypeError} where bytes are not those of such a file
 */
export async function load({ pageBody, names }: Weights): Promise<void> {
  await take('page-body.json', pageBody, (bytes) => forestOf(bytes, 'page-body.json'))
  await take('names.bin', names, perceptronsOf)
}

/** Keeps a file's bytes, where they can be read as what they should be. */
async function take(
  name: WeightsName,
  bytes: Uint8Array | ArrayBuffer,
  read: (bytes: Uint8Array) => unknown,
): Promise<void> {
  try {
    const own = await unpacked(new Uint8Array(bytes))
    read(own)
    give(name, own)
  } catch (cause) {
    throw new TypeError(`these are not the bytes of models/${name} of this release`, { cause })
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (!isPacked(bytes)) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/**
 * Reads a news page: its article, its claims and what its headline makes of them; the same as `read` of `hearsay` with
 * `engine: 'rules'` gives.
 * @param input bytes as received, or decoded text: HTML or plain
 * @throws NotLoaded before `load` is done
 * @throws {TypeError} where the input is neither bytes nor a string
 * @throws ReadError where the engine breaks over the page
 * @throws the signal's reason once it is aborted
 */
export async function read(input: Uint8Array | string, options: ReadOptions = {}): Promise<Reading> {
  weightsOf('page-body.json')
  weightsOf('names.bin')
  options.signal?.throwIfAborted()
  return readingOf(pageOf(input, options), options.engine ?? rules, options)
}

/**
 * `hearsay read`: every input in turn, each shown in the form asked for. An input that cannot be read is named on
 * standard error and the others are read.
 */
import type { Engine } from '../claims/attribution.ts'
import type { EngineChoice } from '../gather/reading/engines.ts'
import type { ReadPageOptions } from '../page/index.ts'
import { json, printable } from '../publish/printable.ts'
import type { Reading } from '../read/index.ts'
import { type Choice, chosen } from './claims.ts'
import { bytesOf, InputError, isAddress, nameOf } from './input.ts'
import { colours, columns, complain, print } from './output.ts'
import { startProgress } from './progress.ts'

/** The options of `hearsay read`, as given. */
export interface ReadOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly markdown?: boolean
  readonly why?: boolean
  readonly all?: boolean
  readonly minConfidence?: number
  readonly engine: EngineChoice
  /** What reads an input that the engine cannot read. */
  readonly fallback?: EngineChoice
  readonly url?: string
  readonly text?: boolean
  readonly html?: boolean
}

/**
 * Reads the inputs and prints their readings.
 * @returns the exit code: 1 when some input could not be read, or the engine could not be loaded
 */
export async function read(inputs: readonly string[], options: ReadOptions): Promise<number> {
  const { read: readPage } = await import('../read/index.ts')
  const { openEngine } = await import('../gather/reading/engines.ts')
  const { unreadable } = await import('../read/reading.ts')
  // Programs get every claim, to choose from themselves; people get a choice.
  const minConfidence = options.json || options.jsonl ? options.minConfidence : 0
  let engine: Engine
  let fallback: Engine | undefined
  try {
    engine = await openEngine(options.engine)
    if (options.fallback !== undefined) fallback = await openEngine(options.fallback)
  } catch (error) {
    complain((error as Error).message)
    return 1
  }
  if (options.jsonl) {
    const { readLines } = await import('./jsonl.ts')
    return readLines(inputs, engine, { minConfidence, fallback })
  }
  const page: ReadPageOptions = { url: options.url, as: options.text ? 'text' : options.html ? 'html' : undefined }
  const show = options.json ? null : await viewOf(options)
  const several = inputs.length > 1
  const progress = startProgress(several ? inputs.length : 0, 'files', process.stderr, several ? undefined : false)
  let failed = 0
  if (options.json && several) await print('[')
  for (const [index, input] of inputs.entries()) {
    let reading: Reading | null = null
    let problem: string | null = null
    try {
      const { bytes, ...known } = isAddress(input) ? await fetchedPage(input) : { bytes: await bytesOf(input) }
      reading = await readPage(bytes, { ...page, ...known, id: input, engine, fallback, minConfidence })
      const reason = unreadable(reading.article)
      if (reason !== null) problem = `${nameOf(input)}: ${reason}`
    } catch (error) {
      problem = isTold(error) ? error.message : `${nameOf(input)}: ${(error as Error).message}`
    }
    if (problem !== null) {
      failed++
      progress.clear()
      complain(problem)
    }
    if (options.json) {
      const value = json(reading ?? { id: input, error: problem })
      await print(several ? `${index > 0 ? ',' : ''}\n${value}` : `${value}\n`)
    } else if (show !== null && reading !== null && problem === null) {
      await print(show(reading, several))
    }
    progress.at(index + 1, index + 1)
  }
  if (options.json && several) await print('\n]\n')
  progress.clear()
  return failed > 0 ? 1 : 0
}

/** An error whose message names the input already. */
const isTold = (error: unknown): error is Error =>
  error instanceof InputError || (error instanceof Error && error.name === 'FetchError')

/** A page from its address: asked for politely, and kept nowhere. */
async function fetchedPage(address: string) {
  const { openWorld } = await import('./world.ts')
  const fetcher = await openWorld(null)
  try {
    const { bytes, finalUrl: url, headers } = await fetcher.fetch(address)
    return { bytes, url, headers }
  } finally {
    await fetcher.close()
  }
}

/** How a reading is printed; `several` says that it stands among others. */
async function viewOf(options: ReadOptions): Promise<(reading: Reading, several: boolean) => string> {
  const choice: Choice = { all: options.all === true, minConfidence: options.minConfidence ?? null }
  if (options.markdown) {
    const { markdown } = await import('./markdown.ts')
    return ({ article, claims }, several) => `${markdown(article, chosen(claims, choice))}${several ? '\n' : ''}`
  }
  const { paints } = await import('./paint.ts')
  const look = { width: columns(), paint: paints(colours()), ...choice }
  const { whyView } = await import('./why.ts')
  const { pageView } = await import('./terminal.ts')
  const { anchoringLines } = await import('./anchoring.ts')
  return ({ id, article, claims, headline, ...how }, several) => {
    const title = several ? `${look.paint.dim(`== ${printable(nameOf(id)).replaceAll('\n', ' ')} ==`)}\n\n` : ''
    const told = anchoringLines(how, look)
    const view = options.why
      ? [whyView(article, claims, look), ...told.map((line) => `${line}\n`)].join('')
      : pageView(article, claims, look, headline, told)
    return `${title}${view}${several ? '\n' : ''}`
  }
}

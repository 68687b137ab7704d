/** `hearsay export`: what the ledger holds, as files that other programs open. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Chosen } from '../ledger/holdings/chosen.ts'
import type { StillLedger } from '../ledger/still.ts'
import type { Container, Out } from '../publish/tables/container.ts'
import { InputError } from './input.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { complain, print } from './output.ts'
import { fileAt, folderAt, type Placing, standardOutput } from './placed.ts'
import { type Progress, startProgress } from './progress.ts'

export const EXPORTS = ['csv', 'ucdp-ged', 'jsonl', 'warc', 'jsonld'] as const
export type ExportForm = (typeof EXPORTS)[number]

/** The options of `hearsay export`, as given. */
export interface ExportCommandOptions extends LedgerOptions {
  readonly to?: string
  readonly story?: number
  readonly article?: number
  readonly claim?: number
  readonly address: string
  readonly search?: string
  readonly outlet?: string
  readonly table?: string
  readonly bom?: boolean
  readonly force?: boolean
}

const isZip = (to: string): boolean => /\.zip$/i.test(to)

/** What does not go together in a command, in words; null where all does. */
export function wrongWith(form: ExportForm, options: ExportCommandOptions): string | null {
  const { to, table, bom, story, article, claim, search, outlet } = options
  const things = [story, article, claim].filter((one) => one !== undefined)
  if (form === 'jsonld' && (things.length !== 1 || search !== undefined || outlet !== undefined))
    return 'a graph is of one thing: --story NUMBER, --article NUMBER or --claim NUMBER'
  if (form !== 'jsonld' && (article !== undefined || claim !== undefined))
    return `--article and --claim go with jsonld, not with ${form}`
  if (form !== 'csv' && (table !== undefined || bom)) return `--table and --bom go with csv, not with ${form}`
  if (form === 'csv' && table === undefined && (to === undefined || to === '-'))
    return 'these are several files. Say where: --to FOLDER, --to FILE.zip, or one of them with --table claims'
  if (form === 'warc' && (to ?? '-') === '-' && process.stdout.isTTY)
    return 'an archive is nothing to look at. Say where: --to captures.warc.gz'
  return null
}

/** Room for what is soon forgotten does not grow: all that an export reads is, and would wait there by the tens of MB. */
const KEEP_SMALL = '--semi-space-growth-factor=1'

/** Writes it. @returns the exit code */
export async function exportLedger(form: ExportForm, options: ExportCommandOptions): Promise<number> {
  setFlagsFromString(KEEP_SMALL)
  if (!(await isTable(options.table))) return 2
  const query = await queryOf(options)
  if (query === null) return 2
  return saying(async () => {
    const ledger = await openNamed(options, { if: 'existing', readOnly: true })
    try {
      const { standingStill } = await import('../ledger/still.ts')
      const still = await standingStill(ledger)
      try {
        const { chosenFrom } = await import('../ledger/holdings/chosen.ts')
        const { story = null } = options
        const chosen = await chosenFrom(still, { story, query })
        if (chosen === null)
          throw new InputError(`there is no story ${story} in this ledger. The site lists them under /stories.`)
        if (chosen.articles?.length === 0)
          throw new InputError(
            `nothing was chosen by ${inWords(options)}, so nothing is written. hearsay search says why.`,
          )
        return await written(form, still, chosen, options)
      } finally {
        await still.close()
      }
    } finally {
      await ledger.close()
    }
  })
}

/** The query of the options; null where it is not understood, which is said. */
async function queryOf({ search = '', outlet }: ExportCommandOptions) {
  const { parseQuery } = await import('../ledger/search/parse.ts')
  const { conditionOf } = await import('../ledger/search/query.ts')
  try {
    return parseQuery([search, outlet === undefined ? '' : conditionOf('outlet', outlet)].join(' ').trim())
  } catch (error) {
    if ((error as Error).name !== 'QueryError') throw error
    complain((error as Error).message)
    return null
  }
}

/** Whether a table that is asked for alone is one of those there are, if any is; where it is none, that is said. */
async function isTable(name: string | undefined): Promise<boolean> {
  if (name === undefined) return true
  const { TABLES } = await import('../publish/tables/package.ts')
  if (TABLES.includes(name)) return true
  complain(`there is no table ${name}. They are ${TABLES.join(', ')}.`)
  return false
}

/** What was chosen, in a few words. */
const inWords = ({ story, search, outlet }: ExportCommandOptions): string =>
  [story !== undefined && `story ${story}`, search && `search ${search}`, outlet !== undefined && `outlet ${outlet}`]
    .filter(Boolean)
    .join(', ')

/** Writes a form to its place, and says what was written. */
async function written(
  form: ExportForm,
  ledger: StillLedger,
  chosen: Chosen,
  options: ExportCommandOptions,
): Promise<number> {
  const { to = '-', table, force = false } = options
  const isFolder = form === 'csv' && table === undefined && !isZip(to)
  const place: Placing | (Out & Pick<Placing, 'discard'>) =
    to === '-' ? standardOutput : isFolder ? folderAt(to, force) : await fileAt(to, force)
  const stop = (): void => {
    place.discard()
    process.exit(130)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    const what =
      'file' in place
        ? await tables(place, ledger, chosen, options)
        : await oneFile(form, place, ledger, chosen, options)
    const { seq, hash } = ledger.position
    if (to !== '-') await print(`${what} as of entry ${seq} of the log (${hash.slice(0, 16)}) are in ${to}\n`)
    return 0
  } catch (error) {
    place.discard()
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** The tables into a container. @returns how many of what, in words */
async function tables(
  into: Container,
  ledger: StillLedger,
  chosen: Chosen,
  options: ExportCommandOptions,
): Promise<string> {
  const { writePackage } = await import('../publish/tables/package.ts')
  const bar = await barOf(ledger, chosen)
  let count = { articles: 0, claims: 0 }
  await writePackage(ledger, chosen, into, {
    of: inWords(options) || null,
    bom: options.bom === true,
    onProgress: (articles, claims) => {
      count = { articles, claims }
      bar.at(articles, claims)
    },
  })
  bar.clear()
  return `${count.claims} claims of ${count.articles} articles`
}

/** A form that is one file. @returns how many of what, in words */
async function oneFile(
  form: ExportForm,
  out: Out,
  ledger: StillLedger,
  chosen: Chosen,
  options: ExportCommandOptions,
): Promise<string> {
  if (form === 'csv') {
    const { alone } = await import('../publish/tables/alone.ts')
    const { zipped } = await import('../publish/tables/container.ts')
    const { table } = options
    if (table === undefined) {
      const what = await tables(
        zipped((bytes) => out.write(bytes)),
        ledger,
        chosen,
        options,
      )
      await out.end()
      return what
    }
    return tables(alone(`${table}.csv`, out), ledger, chosen, options)
  }
  const bar = await barOf(ledger, chosen)
  let what = ''
  for await (const piece of await piecesOf(form, ledger, chosen, options, (words, done, count) => {
    what = words
    bar.at(done, count)
  }))
    await out.write(piece)
  bar.clear()
  await out.end()
  return what || '0 rows'
}

type Told = (words: string, done: number, count: number) => void

async function piecesOf(
  form: Exclude<ExportForm, 'csv'>,
  ledger: StillLedger,
  chosen: Chosen,
  { to = '-', ...options }: ExportCommandOptions,
  told: Told,
): Promise<AsyncGenerator<Uint8Array>> {
  switch (form) {
    case 'ucdp-ged': {
      const { gedPieces } = await import('../publish/ged/write.ts')
      return gedPieces(ledger, chosen, (rows) => told(`${rows} rows`, 0, rows))
    }
    case 'jsonl': {
      const { readingPieces } = await import('../publish/archive/readings.ts')
      return readingPieces(ledger, chosen, (articles, claims) => told(`${articles} Readings`, articles, claims))
    }
    case 'jsonld': {
      const { linkedPieces } = await import('../publish/linked/pieces.ts')
      const pieces = await linkedPieces(ledger, options, options.address.replace(/\/+$/, ''))
      if (pieces === null) throw new InputError('there is no such article or claim, or a person hid it.')
      told('its linked data', 1, 1)
      return pieces
    }
    case 'warc': {
      const { warcPieces } = await import('../publish/archive/warc.ts')
      const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
      const gzip = to === '-' || /\.gz$/i.test(basename(to))
      const onProgress = (captures: number): void => told(`${captures} captures`, 0, captures)
      return warcPieces(ledger, chosen, { software: `hearsay/${version}`, gzip, onProgress })
    }
  }
}

/** A bar over the articles that are chosen. */
async function barOf({ db }: StillLedger, { articles }: Chosen): Promise<Progress> {
  if (articles !== null) return startProgress(articles.length, 'claims')
  const { all } = await db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return startProgress(Number(all), 'claims')
}

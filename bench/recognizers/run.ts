// Numbers, money, measures, dates and durations beside peers, on the cases of Recognizers-Text. usage: npm run bench:recognizers -- [OPTIONS]

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '../data.ts'
import { isRight } from './judge.ts'
import type { Case, Found, Kind, Reader, ReaderName } from './kind.ts'
import { kinds } from './kinds.ts'
import { installPeers } from './peers.ts'

const names: Record<ReaderName, string> = {
  hearsay: 'Hearsay',
  microsoft: '@microsoft/recognizers-text-suite',
  chrono: 'chrono-node',
}
const usage = `usage: npm run bench:recognizers -- [OPTIONS]
  --kind FILE     only these cases: ${kinds.map(({ file }) => file).join(', ')}; may be repeated
  --reader NAME   only this reader: ${Object.keys(names).join(', ')}; may be repeated
  --errors N      N cases of each kind that Hearsay has wrong
  --markdown      the table in Markdown
  --json          every number, as JSON
The cases are looked for in $HEARSAY_DATA, else in ../shared/data.`

/** A problem that is the caller's to mend. */
class UsageError extends Error {}

const folder = join(dataFolder, 'recognizers-text')

interface Score {
  readonly right: number
  readonly of: number
  /** Of the cases that the authors' own JavaScript does not pass. */
  readonly hardRight: number
  readonly hardOf: number
}

function readCases({ file }: Kind): Case[] {
  return JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8').replace(/^\uFEFF/, '')) as Case[]
}

const isHard = ({ NotSupported, NotSupportedByDesign }: Case): boolean =>
  /javascript/i.test(`${NotSupported ?? ''} ${NotSupportedByDesign ?? ''}`)

function tried(read: Reader, given: Case): readonly Found[] {
  try {
    return read(given.Input, given)
  } catch {
    return [{ start: 0, end: 0, value: 'failed' }]
  }
}

function scoreOf(kind: Kind, cases: readonly Case[], read: Reader): Score {
  const right = cases.filter((given) => isRight(kind, given, tried(read, given)))
  return {
    right: right.length,
    of: cases.length,
    hardRight: right.filter(isHard).length,
    hardOf: cases.filter(isHard).length,
  }
}

/** The cases that are wrong: what was expected, what was found. */
function wrong(kind: Kind, cases: readonly Case[], read: Reader, most: number): string {
  const shown = cases.filter((given) => !isRight(kind, given, tried(read, given))).slice(0, most)
  return shown
    .map((given) => {
      const expected = given.Results.map((result) => `${result.Text} = ${kind.expectedOf(result)}`)
      const found = tried(read, given).map(({ start, end, value }) => `${given.Input.slice(start, end)} = ${value}`)
      return `${given.Input}\n  expected ${expected.join('; ') || 'nothing'}\n  found    ${found.join('; ') || 'nothing'}`
    })
    .join('\n')
}

function namesIn<Name extends string>(given: readonly string[], known: readonly Name[], what: string): readonly Name[] {
  const unknown = given.find((name) => !known.includes(name as Name))
  if (unknown !== undefined) throw new UsageError(`no ${what} "${unknown}"; there are ${known.join(', ')}`)
  return known.filter((name) => given.includes(name))
}

const percent = ({ right, of }: Score): string => `${((100 * right) / of).toFixed(1)} %`

function table(rows: readonly (readonly string[])[], markdown: boolean): string {
  if (markdown) {
    const [head = [], ...rest] = rows.map((cells) => `| ${cells.join(' | ')} |`)
    return [head, `|${'---|'.repeat(rows[0]?.length ?? 0)}`, ...rest].join('\n')
  }
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)))
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

async function main(): Promise<number> {
  const { values: options } = parseArgs({
    options: {
      kind: { type: 'string', multiple: true },
      reader: { type: 'string', multiple: true },
      errors: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) {
    console.log(usage)
    return 0
  }
  const files = kinds.map(({ file }) => file)
  const chosen = namesIn(options.kind ?? files, files, 'file of cases')
  const every = Object.keys(names) as ReaderName[]
  const errors = options.errors === undefined ? null : Number(options.errors)
  if (errors !== null && !(errors > 0)) throw new UsageError('--errors wants a number of cases')
  const readers = namesIn(options.reader ?? (errors === null ? every : ['hearsay']), every, 'reader')
  if (!existsSync(folder)) {
    console.error(`Skipped: ${folder} is not there (HEARSAY_DATA names the folder above it)`)
    return process.env.HEARSAY_DATA === undefined ? 0 : 2
  }
  if (readers.some((name) => name !== 'hearsay')) await installPeers()

  const results: Record<string, Partial<Record<ReaderName, Score>>> = {}
  for (const kind of kinds.filter(({ file }) => chosen.includes(file))) {
    const cases = readCases(kind)
    const scores: Partial<Record<ReaderName, Score>> = {}
    for (const name of readers) {
      const read = await kind.readers[name]?.()
      if (!read) continue
      scores[name] = scoreOf(kind, cases, read)
      if (name === 'hearsay' && errors !== null) console.log(`# ${kind.file}\n${wrong(kind, cases, read, errors)}\n`)
    }
    results[kind.file] = scores
  }
  if (options.json) {
    console.log(JSON.stringify(results, null, 2))
    return 0
  }
  const head = [
    'cases right',
    ...readers.flatMap((name) => [names[name], ...(name === 'hearsay' ? ['of the hard ones'] : [])]),
  ]
  const rows = Object.entries(results).map(([file, scores]) => [
    file,
    ...readers.flatMap((name) => {
      const score = scores[name]
      if (!score) return name === 'hearsay' ? ['-', '-'] : ['-']
      const cell = `${score.right} of ${score.of} (${percent(score)})`
      return name === 'hearsay' ? [cell, `${score.hardRight} of ${score.hardOf}`] : [cell]
    }),
  ])
  console.log(table([head, ...rows], options.markdown))
  console.log('\nHard: marked by their authors as not passed by their own JavaScript. "-": reads no such expressions.')
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const own = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  console.error(own ? `${(error as Error).message}\n\n${usage}` : String((error as Error).stack))
  process.exitCode = own ? 2 : 1
}

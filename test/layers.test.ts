// The way through the house: data flows one way, so a folder of src/ imports only from itself and from folders above it
// in this list. The site answers assistants too, so it stands after mcp; the command line, which starts the others, comes last. Type imports count: they are
// knowledge too.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

const floors: readonly (readonly string[])[] = [
  ['page'],
  ['language'],
  ['claims'],
  ['stories'],
  ['read'],
  ['browser'],
  ['ledger'],
  ['gather'],
  ['publish'],
  ['mcp'],
  ['web'],
  ['client'],
  ['cli'],
]
/** What knows nothing of the rest: it is built on what the rest publishes. */
const ALONE: ReadonlySet<string> = new Set(['client'])
const floorOf = new Map(floors.flatMap((folders, floor) => folders.map((folder) => [folder, floor] as const)))
const root = resolve(import.meta.dirname, '..')

/** The first folder of a path under src/, or null for a path elsewhere. */
function folderOf(file: string): string | null {
  const [top, folder] = relative(root, file).split(sep)
  return top === 'src' && folder !== undefined ? folder : null
}

/** Everything that a module names in an import, an export ... from or an import(). */
function importsOf(source: string, name: string): string[] {
  const { module, errors } = parseSync(name, source)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`)
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start, moduleRequest.end))
  return [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamic.map((argument) => argument.replace(/^(['"`])(.*)\1$/, '$2')),
  ]
}

/** Why a file may not import what it names, or null where it may. */
function objection(file: string, named: string): string | null {
  if (!named.startsWith('.')) return null
  const from = folderOf(file)
  const target = resolve(dirname(file), named)
  const to = folderOf(target)
  const where = `${relative(root, file)} imports ${named}`
  if (from === null) return null
  if (to === null) return relative(root, target) === 'package.json' ? null : `${where}: that is outside src/`
  const [mine, its] = [floorOf.get(from), floorOf.get(to)]
  if (mine === undefined) return `${relative(root, file)}: src/${from} is in no layer`
  if (from === to || (its !== undefined && its < mine && !ALONE.has(from))) return null
  return `${where}: ${from} stands above ${to}`
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join(root, 'src', path))

describe('layers', () => {
  test('every folder of src/ is a layer', () => {
    const folders = [...new Set(sources.map(folderOf))]
    expect(folders.filter((folder) => !floorOf.has(folder ?? ''))).toEqual([])
  })

  test('no folder imports from one below it', () => {
    const objections = sources.flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'), file).flatMap((named) => objection(file, named) ?? []),
    )
    expect(objections).toEqual([])
  })

  test.each([
    ['src/page/html.ts', "import type { Span } from './article.ts'", []],
    ['src/claims/figure.ts', "import { words } from '../language/words.ts'", []],
    ['src/cli/hearsay.ts', "import manifest from '../../package.json' with { type: 'json' }", []],
    ['src/page/html.ts', "import type { Token } from '../language/words.ts'", ['page stands above language']],
    ['src/page/html.ts', "export * from '../language/words.ts'", ['page stands above language']],
    ['src/web/site.ts', "const cli = await import('../cli/read.ts')", ['web stands above cli']],
    [
      'src/client/index.ts',
      "import type { Claim } from '../publish/records/claim.ts'",
      ['client stands above publish'],
    ],
    ['src/page/html.ts', "import { count } from '../../bench/page/score.ts'", ['that is outside src/']],
  ])('%s: %s', (file, source, expected) => {
    const objections = importsOf(source, file).flatMap((named) => objection(join(root, file), named) ?? [])
    expect(objections.map((text) => text.slice(text.indexOf(': ') + 2))).toEqual(expected)
  })
})

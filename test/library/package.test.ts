// The package as it is published: packed from the files of this tree, unpacked into an empty project that has what the
// manifest names and nothing else, and used there: by the examples of docs/library.md, by strict TypeScript, and as a command.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..', '..')
const packages = realpathSync(join(root, 'node_modules'))
const folder = mkdtempSync(join(tmpdir(), 'hearsay-package-'))
const [tree, project] = [join(folder, 'tree'), join(folder, 'project')]
const installed = join(project, 'node_modules', 'hearsay')

/** What the package is made of; the rest of the tree has no part in it. */
const SOURCES = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'rolldown.config.ts', 'src', ...manifest.files]

const DEPENDENCIES = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })

/** A command's standard output. @throws {Error} where it fails, with all that it wrote */
function run(command: string, words: readonly string[], cwd: string, input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, { cwd, input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${error ?? status}\n${stdout}\n${stderr}`)
  return stdout
}

const node = (words: readonly string[], input?: string): string => run(process.execPath, words, project, input)

/** A package of this tree under its name in the project. */
function link(name: string): void {
  const at = join(project, 'node_modules', name)
  mkdirSync(dirname(at), { recursive: true })
  symlinkSync(join(packages, name), at)
}

beforeAll(() => {
  for (const name of SOURCES.filter((name) => name !== 'dist'))
    cpSync(join(root, name), join(tree, name), { recursive: true })
  symlinkSync(packages, join(tree, 'node_modules'))
  run('npm', ['pack', '--pack-destination', folder], tree)
  mkdirSync(installed, { recursive: true })
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) as string
  run('tar', ['-xzf', join(folder, packed), '--strip-components=1', '-C', installed], folder)
  for (const name of DEPENDENCIES) link(name)
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what is packed', () => {
  const files = (under: string): string[] => readdirSync(join(installed, under), { recursive: true, encoding: 'utf8' })

  test('models, rules and the command; no tests, no sources', () => {
    expect(files('').filter((name) => /\.test\.|(?<!\.d)\.ts$|\.map$/.test(name))).toEqual([])
    expect(files('models').sort()).toEqual(readdirSync(join(root, 'models')).sort())
    expect(readFileSync(join(installed, 'dist/cli/hearsay.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })

  test('everything that the manifest exports is there, with its types', () => {
    for (const target of Object.values(manifest.exports))
      for (const file of typeof target === 'string' ? [target] : Object.values(target))
        expect(files(dirname(file)), file).toContain(file.includes('*') ? 'names.bin' : file.split('/').at(-1))
  })

  test('the browser has it in one file of less than a megabyte', () => {
    expect(readFileSync(join(installed, 'dist/browser/hearsay.js')).byteLength).toBeLessThan(1_000_000)
  })
})

describe('importing', () => {
  /** Node's permission model: code may be read, and nothing else; no network, thread, child process, addon or writing. */
  const CODE = [
    `${installed}/dist/*`,
    `${installed}/package.json`,
    `${packages}/*`,
    ...DEPENDENCIES.map((name) => `${project}/node_modules/${name}*`),
  ]
  const guarded = (code: string): string =>
    node(['--permission', ...CODE.map((path) => `--allow-fs-read=${path}`), '--input-type=module', '-e', code])
  const DOORS = ['hearsay', 'hearsay/page', 'hearsay/claims', 'hearsay/stories', 'hearsay/browser']
  const script = (door: string, then: string): string => `
    const known = () => [globalThis, Object, Array, String, RegExp, Promise, Map, Set, Date, Intl]
      .flatMap((one) => [one, one.prototype].flatMap((own) => own ? Reflect.ownKeys(own).map(String) : []))
      .concat(process.eventNames().map(String), Object.keys(process.env)).join()
    const before = known()
    const { read, readPage } = await import('${door}')
    if (known() !== before) console.log('globals changed')
    ${then}`
  test.each(DOORS)('%s loads, opens, starts, prints and changes nothing', (door) => {
    expect(guarded(script(door, ''))).toBe('')
  })

  test('the guard would tell: reading needs the model', () => {
    const code = script('hearsay/page', `try { readPage('<p>Rain fell.</p>') } catch ({ code }) { console.log(code) }`)
    expect(guarded(code).trim()).toBe('ERR_ACCESS_DENIED')
  })
})

/** The examples of the page: a block of code and the block of what it prints. */
const EXAMPLES = [
  ...readFileSync(join(root, 'docs', 'library.md'), 'utf8').matchAll(
    /^```(?<kind>js|ts)\n(?<code>.*?)^```\n+(?:```text\n(?<output>.*?)^```\n)?/gms,
  ),
].map(({ groups }, at) => ({ at: at + 1, ...(groups as { kind: 'js' | 'ts'; code: string; output?: string }) }))

describe('docs/library.md', () => {
  test('has examples', () => expect(EXAMPLES.length).toBeGreaterThan(5))

  test.each(EXAMPLES)('example $at runs as it stands', ({ at, kind, code, output }) => {
    const name = `example-${at}.m${kind}`
    writeFileSync(join(project, name), code)
    expect(node([name])).toBe(output)
  })
})

test('TypeScript, as strict as it goes, takes the types and the examples', () => {
  link('@types/node')
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2024',
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    types: ['node'],
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.mts'] }))
  for (const { at, kind, code } of EXAMPLES) if (kind === 'ts') writeFileSync(join(project, `example-${at}.mts`), code)
  writeFileSync(
    join(project, 'doors.mts'),
    `import * as hearsay from 'hearsay'
import * as browser from 'hearsay/browser'
import * as claims from 'hearsay/claims'
import * as page from 'hearsay/page'
import * as stories from 'hearsay/stories'
const article: hearsay.Article = page.readPage('Rain fell.')
const read: readonly (readonly hearsay.Claim[])[] = await claims.readClaims([article], browser.rules)
const told: stories.StoryTold[] = stories.storiesOf([{ id: 'a', article, claims: read[0] ?? [] }])
// @ts-expect-error there is no such engine
await hearsay.read('Rain fell.', { engine: 'magic' })
export const words: string | undefined = told[0]?.origins[0]?.words
`,
  )
  node([join(packages, 'typescript/bin/tsc'), '-p', project])
}, 60_000)

test('the command runs', () => {
  const bin = join(installed, manifest.bin.hearsay)
  expect(node([bin, '--version']).trim()).toBe(manifest.version)
  const [reading] = node(
    [bin, 'read', '--jsonl', '-'],
    '{"id":"a","text":"The dam is safe, engineer Ilse Brandt said.","plain":true}\n',
  )
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(reading.claims[0].speaker.name).toBe('Ilse Brandt')
})

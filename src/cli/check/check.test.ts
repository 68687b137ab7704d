// `hearsay check` as newsrooms meet it: a child process, its output and exit code; config, suppressions, formats, watch.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const command = join(root, 'src/cli/hearsay.ts')
const folder = mkdtempSync(join(tmpdir(), 'hearsay-check-'))
afterAll(() => rmSync(folder, { recursive: true }))
// Several processes that load the model share the machine.
vi.setConfig({ testTimeout: 120_000 })

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const start = (args: readonly string[], cwd = root) =>
  spawn(process.execPath, [command, 'check', ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '80', NODE_COMPILE_CACHE: join(folder, 'cache') },
  })

function run(args: readonly string[], input: string | Uint8Array = '', cwd = root): Promise<Run> {
  return new Promise((done, fail) => {
    const child = start(args, cwd)
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk) => out.push(chunk))
    child.stderr.on('data', (chunk) => err.push(chunk))
    child.stdin.on('error', () => {})
    child.on('error', fail)
    child.on('close', (code) => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
    child.stdin.end(input)
  })
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const CLEAN = '# Council meets in town hall\n\nThe council will meet on Tuesday, mayor Tomas Reyle said.\n'
/** One error (the weekday) and one warning (the sources). */
const BAD = `---
date: 2031-03-05
---

# Council meets in town hall

The council met on Tuesday, March 5, to discuss the harbour wall, mayor Tomas Reyle said.

Sources said the wall had been weak for years.
`
const rulesOf = (out: string): string[] =>
  JSON.parse(out).drafts.flatMap(({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule))

describe.concurrent('hearsay check', () => {
  test('the example draft reads as it was reviewed', async () => {
    const { code, out } = await run(['examples/drafts/harbour.md'])
    expect(out).toBe(readFileSync(join(root, 'examples/drafts/harbour.expected.txt'), 'utf8'))
    expect(code).toBe(1)
  })

  test('0 for a clean draft, by name and on standard input', async () => {
    expect(await run([file('clean.md', CLEAN)])).toMatchObject({ code: 0, out: 'Nothing found in 1 draft\n' })
    expect(await run(['-', '--stdin-name', join(folder, 'x.md')], CLEAN)).toMatchObject({ code: 0 })
  })

  test.runIf(process.platform === 'linux')('2 where what was found cannot be written', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [command, 'check', file('full.md', BAD)], {
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect([status, `${stderr}`]).toEqual([2, expect.stringContaining('the output could not be written')])
  })

  test('warnings pass until there are too many; --quiet hides and counts them', async () => {
    const draft = file('warn/a.md', BAD)
    const off = ['--rule', 'weekday-not-the-dates=off']
    expect(await run([draft, ...off])).toMatchObject({ code: 0, out: expect.stringContaining('1 warning in 1 draft') })
    const strict = await run([draft, ...off, '--quiet', '--max-warnings', '0'])
    expect(strict).toMatchObject({ code: 1, err: expect.stringContaining('1 warnings, and 0 are allowed') })
    expect(strict.out).not.toContain('source-undescribed')
  })

  test('config is found upward, and the command line wins', async () => {
    file('site/hearsay.config.json', JSON.stringify({ rules: { 'source-undescribed': 'error' }, maxWarnings: 0 }))
    const draft = file('site/drafts/a.md', BAD)
    expect(await run([draft, '--rule', 'weekday-not-the-dates=info'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/error: Nothing is told/),
    })
    const none = await run([draft, '--no-config', '--rule', 'weekday-not-the-dates=off'])
    expect(none).toMatchObject({ code: 0, out: expect.stringMatching(/warning: Nothing is told/) })
  })

  test.each([
    [
      'an unknown rule',
      '{"rules":{"headline-stronger":"off"}}',
      'rules.headline-stronger: there is no rule "headline-stronger"; did you mean "headline-stronger-than-body"?',
    ],
    [
      'an unknown severity',
      '{"rules":{"hedge-dropped":"warn"}}',
      'rules.hedge-dropped: it must be one of error, warning, info, off; it is "warn"',
    ],
    ['an unknown key', '{"maxWarning":3}', 'maxWarning: there is no such key; did you mean "maxWarnings"?'],
    ['a negative limit', '{"maxWarnings":-1}', 'maxWarnings: '],
    ['no JSON', '{"rules":', 'not JSON'],
    ['a rule called __proto__', '{"rules":{"__proto__":"off"}}', 'rules.__proto__'],
    ['a number below 0', '{"maxWarnings":-1}', 'it must be a whole number, 0 or more; leave it out'],
  ])('config with %s: 2, the key named', async (_, config, message) => {
    const path = file(`config/${Math.abs(message.length)}${config.length}.json`, config)
    const { code, err } = await run([file('clean2.md', CLEAN), '--config', path])
    expect(err).toContain(message)
    expect(code).toBe(2)
  })

  test.each([
    ['no draft', []],
    ['an unknown rule', ['x.md', '--rule', 'nothing=off']],
    ['a limit that is none', ['x.md', '--max-warnings', '-1']],
    ['standard input watched', ['-', '--watch']],
    ['an unknown rule to explain', ['--explain', 'nothing']],
    ['a format that is none', ['x.md', '--format', 'xml']],
  ])('exits 2 on %s', async (_, args) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '' })
  })

  test('bad input is named, the rest is checked', async () => {
    const broken = file('bad/broken.md', '---\ntitle: [a\n---\n\nText.')
    const { code, out } = await run([
      broken,
      file('bad/pic.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])),
      join(folder, 'none.md'),
      file('bad/ok.md', BAD),
    ])
    expect(code).toBe(2)
    expect(out).toMatch(/broken\.md:\d+:\d+: not checked: the front matter is not YAML/)
    expect(out).toContain('pic.md: not checked: it is a PNG image')
    expect(out).toContain('none.md: not checked: there is no such file')
    expect(out).toContain('ok.md:9:1: warning')
    expect(out).toContain('1 draft; 3 not checked')
  })

  test('suppressions: next line, range, file; unused ones are told', async () => {
    const off = (draft: string) => run(['-', '--format', 'json', '--as', 'markdown'], draft)
    const next = BAD.replace(
      'Sources',
      '<!-- hearsay-disable-next-line source-undescribed -- known to the desk -->\nSources',
    )
    const result = JSON.parse((await off(next)).out)
    expect(result.drafts[0].suppressed).toMatchObject([{ rule: 'source-undescribed', reason: 'known to the desk' }])
    expect(rulesOf((await off(next)).out)).toEqual(['weekday-not-the-dates'])
    const range = BAD.replace('The council', '<!-- hearsay-disable -->\n\nThe council').replace(
      'Sources',
      '<!-- hearsay-enable -->\n\nSources',
    )
    expect(rulesOf((await off(range)).out)).toEqual(['source-undescribed'])
    const whole = BAD.replace('date:', '# hearsay-disable-file weekday-not-the-dates, source-undescribed\ndate:')
    expect(await off(whole)).toMatchObject({ code: 0 })
    expect(rulesOf((await off(whole)).out)).toEqual([])
    const unused = await off(CLEAN.replace('The', '<!-- hearsay-disable quote-alterd -->\n\nThe'))
    expect(rulesOf(unused.out)).toEqual(['unused-suppression'])
    expect(unused.out).toContain('did you mean \\"quote-altered\\"')
  })

  test('suppressions: a misspelt remark is told, one about unused remarks holds, one behind a value counts', async () => {
    const off = (draft: string) => run(['-', '--format', 'json', '--as', 'markdown'], draft)
    const misspelt = await off(BAD.replace('Sources', '<!-- hearsay-disable-nextline source-undescribed -->\nSources'))
    expect(rulesOf(misspelt.out)).toEqual(['weekday-not-the-dates', 'unused-suppression', 'source-undescribed'])
    expect(misspelt.out).toContain('did you mean \\"hearsay-disable-next-line\\"')
    const kept = CLEAN.replace(
      'The',
      '<!-- hearsay-disable-next-line unused-suppression -- the desk wants it -->\n<!-- hearsay-disable quote-altered -->\n\nThe',
    )
    const { drafts } = JSON.parse((await off(kept)).out)
    expect(drafts[0].findings).toEqual([])
    expect(drafts[0].suppressed).toMatchObject([{ rule: 'unused-suppression', reason: 'the desk wants it' }])
    const behind = await off(BAD.replace(/^(date:.*)$/m, '$1 # hearsay-disable-file weekday-not-the-dates'))
    expect(rulesOf(behind.out)).toEqual(['source-undescribed'])
  })

  test('suppressions of plain text stand on a line of their own', async () => {
    const text =
      'Council meets in town hall\n\nThe council met on Tuesday, mayor Tomas Reyle said.\n\nhearsay-disable-next-line source-undescribed -- known\nSources said the wall had been weak for years.\n'
    expect(rulesOf((await run(['-', '--format', 'json', '--as', 'text'], text)).out)).toEqual([])
    const without = text.replace(/^hearsay.*\n/m, '')
    expect(rulesOf((await run(['-', '--format', 'json', '--as', 'text'], without)).out)).toEqual(['source-undescribed'])
  })

  test('JSON: the words stand at their offsets', async () => {
    const { drafts, counts } = JSON.parse((await run([file('json/a.md', BAD), '--format', 'json'])).out)
    expect(counts).toEqual({ error: 1, warning: 1, info: 0 })
    for (const { start, end, words, line, column } of drafts[0].findings) {
      expect(BAD.slice(start, end)).toBe(words)
      expect(BAD.split('\n')[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${words.slice(0, 5)}`))
    }
  })

  test('SARIF has what its schema requires', async () => {
    const config = file('sarif/hearsay.config.json', '{"docs":"https://handbook.example/rules"}')
    const next = BAD.replace('Sources', '<!-- hearsay-disable-next-line source-undescribed -- known -->\nSources')
    const draft = file('sarif/a draft.md', next)
    const log = JSON.parse((await run([draft, '--format', 'sarif', '--config', config], '', folder)).out)
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringMatching(/^https:/) })
    const [{ tool, results, columnKind, invocations }] = log.runs
    expect(columnKind).toBe('utf16CodeUnits')
    expect(invocations).toMatchObject([{ executionSuccessful: true }])
    expect(tool.driver).toMatchObject({
      name: expect.any(String),
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })
    expect(results).toHaveLength(2)
    for (const rule of tool.driver.rules) {
      expect(rule).toMatchObject({ id: expect.any(String), shortDescription: { text: expect.stringMatching(/\.$/) } })
      expect(rule.help.markdown).toContain(`# ${rule.id}`)
      expect(rule.helpUri).toBe(`https://handbook.example/rules/${rule.id}.md`)
      expect(['none', 'note', 'warning', 'error']).toContain(rule.defaultConfiguration.level)
    }
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(['none', 'note', 'warning', 'error']).toContain(level)
      expect(message.text).not.toBe('')
      const { artifactLocation, region } = locations[0].physicalLocation
      expect(artifactLocation.uri).toBe('sarif/a%20draft.md')
      for (const value of Object.values(region)) expect(value).toBeGreaterThanOrEqual(1)
    }
    expect(results.find((result: { suppressions?: unknown }) => result.suppressions)).toMatchObject({
      ruleId: 'source-undescribed',
      suppressions: [{ kind: 'inSource', justification: 'known' }],
    })
  })

  test('workflow commands are escaped', async () => {
    const draft = file('github/a,b.md', BAD.replace('March 5,', 'March 5, with 100% of seats taken,'))
    const { out, code } = await run([draft, '--format', 'github'], '', folder)
    expect(code).toBe(1)
    expect(out.split('\n')[0]).toMatch(
      /^::error file=github\/a%2Cb\.md,line=7,endLine=7,col=20,endColumn=36,title=weekday-not-the-dates::2031-03-05 is a Wednesday, not a Tuesday\.%0ALook/,
    )
    expect(out.trim().split('\n')).toHaveLength(2)
  })

  test('rules are listed and explained', async () => {
    const list = await run(['--list-rules'])
    expect(list.out).toMatch(/^quote-altered\s+warning\s+a quotation/m)
    expect(await run(['--explain', 'quote-altered'])).toMatchObject({
      code: 0,
      out: readFileSync(join(root, 'docs/rules/quote-altered.md'), 'utf8'),
    })
  })

  test('--watch checks again on each save', async () => {
    const draft = file('watch/a.md', CLEAN)
    const child = start([draft, '--watch'])
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    try {
      await vi.waitFor(() => expect(err).toContain('watching 1 draft'), { timeout: 60_000 })
      expect(out).toContain('Nothing found')
      writeFileSync(draft, BAD)
      await vi.waitFor(() => expect(out).toContain('1 error, 1 warning'), { timeout: 30_000 })
      expect(err).toMatch(/checked in \d+ ms/)
      const ended = new Promise((done) => child.on('close', done))
      child.kill('SIGINT')
      expect(await ended).toBe(0)
    } finally {
      child.kill('SIGKILL')
    }
  })
})

// The command as people and programs meet it: a child process, its output, its exit code.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import type { Span } from '../page/article.ts'

const root = resolve(import.meta.dirname, '../..')
const command = join(root, 'src/cli/hearsay.ts')
const example = (name: string) => join(root, 'examples', name)
let folder: string

// A process takes a second or two to start on a busy machine, and some tests start several.
vi.setConfig({ testTimeout: 120_000 })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Compiled once for all the processes of this file: half the time. */
const cache = () => ({ NODE_COMPILE_CACHE: join(folder, 'cache') })

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function hearsay(args: readonly string[], input: string | Uint8Array = '', env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: root,
      env: { ...process.env, ...cache(), ...env },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk) => out.push(chunk))
    child.stderr.on('data', (chunk) => err.push(chunk))
    child.stdin.on('error', () => {})
    child.on('error', fail)
    child.on('close', (code) => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
    child.stdin.end(input)
  })
}

/** Writes a file for the command to read. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const sentence = 'The harbour office said on Tuesday that the old crane would be taken down before the winter storms.'
const page = (headline: string, body = [sentence, sentence.replace('crane', 'bridge')]) =>
  `<!doctype html><html lang="en"><title>${headline}</title><body><article><h1>${headline}</h1>${body.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
const lines = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe.concurrent('hearsay', () => {
  test('says its version and explains itself', async () => {
    expect(await hearsay(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    const help = await hearsay(['read', '--help'])
    expect(help.code).toBe(0)
    expect(help.out).toContain('Examples:')
  })

  test.each([
    ['an unknown command', ['raed', 'x.html']],
    ['no command', []],
    ['an unknown option', ['read', '--jsno', 'x.html']],
    ['two forms at once', ['read', '--json', '--why', 'x.html']],
    ['--text with --html', ['read', '--text', '--html', 'x.html']],
    ['--url for several inputs', ['read', '--url', 'https://a.example/', 'x.html', 'y.html']],
    ['--url that is no address', ['read', '--url', 'a.example', 'x.html']],
    ['standard input twice', ['read', '-', '-']],
    ['a confidence that is none', ['read', '--min-confidence', '1.5', 'x.html']],
    ['an unknown engine', ['read', '--engine', 'oracle', 'x.html']],
  ])('exits 2 on %s', async (_, args) => {
    const { code, out, err } = await hearsay(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).not.toBe('')
  })
})

describe.concurrent('hearsay read', () => {
  test('prints a page for people, wrapped, without colours where there is no terminal', async () => {
    const { code, out, err } = await hearsay(['read', example('battalion-inquirer.html')])
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toMatch(/^Zelensky: Russia has lost a battalion of N\. Korean soldiers in two days(?:\[\d+\])*\n/)
    expect(out).toContain('published  2025-01-05 15:48 (no time zone given)')
    expect(out).toContain('wire       Yonhap')
    expect(out).toMatch(/\[image\] In this file photo/)
    expect(out).toMatch(/-> READ: US official/)
    expect(out).toMatch(/^left out {3}\d+ \w+/m)
    expect(out).not.toContain('\u001b')
    const long = out.split('\n').filter((line) => line.length > 78 && !line.includes('https://'))
    expect(long).toEqual([])
  })

  test('prints the claims, numbered in the text and listed below it', async () => {
    const { out } = await hearsay(['read', example('battalion-inquirer.html')])
    expect(out).toMatch(/^claims: \d+\n\[\d+\] /m)
    const numbers = [...out.matchAll(/^\[(\d+)\]/gm)].map(([, number]) => number)
    for (const number of numbers) expect(out.split(`[${number}]`)).toHaveLength(3)
  })

  test('says why a page in another language has no claims', async () => {
    const { code, out } = await hearsay(['read', example('consent-wall.html')])
    expect(code).toBe(0)
    expect(out.replace(/\n/g, ' ')).toContain('claims are read in English only, and this page is in German.')
  })

  test('--min-confidence chooses claims, in every form', async () => {
    const claims = async (...args: string[]) => {
      const { out } = await hearsay(['read', ...args, example('layoffs-wire.html')])
      return args.includes('--json') ? JSON.parse(out).claims.length : [...out.matchAll(/^\[\^?\d+\]/gm)].length
    }
    const [every, sure, all, allSure, markdown] = await Promise.all([
      claims('--json'),
      claims('--json', '--min-confidence', '.9'),
      claims('--all'),
      claims('--all', '--min-confidence', '.9'),
      claims('--all', '--markdown'),
    ])
    expect(sure).toBeLessThan(every)
    expect(all).toBe(every)
    expect(allSure).toBe(sure)
    expect(markdown).toBe(every)
  })

  test('--engine rules reads without the model', async () => {
    const { code, out } = await hearsay(['read', '--json', '--engine', 'rules', example('battalion-inquirer.html')])
    expect(code).toBe(0)
    for (const { why } of JSON.parse(out).claims as Claim[]) expect(why).not.toMatch(/\bmodel\b/)
  })

  test('where the model cannot run, says what to do and reads nothing in its stead', async () => {
    const block =
      'import{registerHooks}from"node:module";registerHooks({resolve(name,at,next){if(name==="onnxruntime-node")throw new Error("blocked");return next(name,at)}})'
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(block)}` }
    for (const form of [[], ['--json'], ['--jsonl']]) {
      const { code, out, err } = await hearsay(['read', ...form], page('Crane to come down'), env)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/^hearsay: .*--engine rules/)
    }
    const rules = await hearsay(['read', '--engine', 'rules'], page('Crane to come down'), env)
    expect(rules).toMatchObject({ code: 0, err: '' })
  })

  test('keeps the width that it is given', async () => {
    const { out } = await hearsay(['read', example('live-blog.html')], '', { COLUMNS: '40' })
    expect(out.split('\n').filter((line) => line.length > 40 && !line.includes('https://'))).toEqual([])
  })

  test('shows notes before the body', async () => {
    const { code, out } = await hearsay(['read', example('paywalled.html')])
    expect(code).toBe(0)
    expect(out).toMatch(/^! paywall: /m)
  })

  test('reads standard input, named or not', async () => {
    const named = await hearsay(['read', '-'], page('Crane to come down'))
    expect(named.out).toMatch(/^Crane to come down\n/)
    expect((await hearsay(['read'], page('Crane to come down'))).out).toBe(named.out)
  })

  test('takes the address and the kind of the input from the caller', async () => {
    const url = 'https://news.example/crane'
    const { out } = await hearsay(['read', '--json', '--url', url], page('Crane to come down'))
    expect(JSON.parse(out).article.url).toBe(url)
    const marked = sentence.replace('old crane', '<h1>old crane</h1>')
    const asText = await hearsay(['read', '--json', '--text'], `Crane to come down\n\n${marked}\n\n${sentence}\n`)
    const { headline, text, leftOut } = JSON.parse(asText.out).article
    expect({ headline, text }).toEqual({ headline: 'Crane to come down', text: `${marked}\n\n${sentence}` })
    expect(leftOut).toEqual([])
  })

  test('--json prints the Reading, and its offsets hold', async () => {
    const { code, out } = await hearsay(['read', '--json', example('battalion-inquirer.html')])
    expect(code).toBe(0)
    const reading = JSON.parse(out)
    expect(reading).toMatchObject({ id: example('battalion-inquirer.html') })
    expect(reading.headline).toMatchObject({ claim: 'c3', lost: ['up to'], changed: [] })
    const { text, blocks, related } = reading.article
    const strings = { text, headline: reading.article.headline, deck: reading.article.deck }
    expect(reading.claims.length).toBeGreaterThan(1)
    for (const claim of reading.claims as Claim[])
      for (const span of [claim.content, claim.source, claim.cue, claim.place, ...claim.hedges, ...claim.figures]) {
        if (span === null) continue
        const parts = 'parts' in span ? (span.parts as Span[]) : [span]
        expect(parts.map(({ start, end }) => strings[claim.in].slice(start, end)).join(' ')).toBe(span.text)
      }
    expect(blocks.length).toBeGreaterThan(3)
    for (const { start, end } of [...blocks, ...related.filter((pointer: object) => 'start' in pointer)]) {
      const block = text.slice(start, end)
      expect(block).toBe(block.trim())
      expect(block).not.toBe('')
      expect(start === 0 || text.slice(start - 2, start) === '\n\n').toBe(true)
      expect(end === text.length || text.slice(end, end + 2) === '\n\n').toBe(true)
    }
  })

  test('--json prints an array for several inputs, with a failure in its place', async () => {
    const good = file('one.html', page('One'))
    const { code, out, err } = await hearsay(['read', '--json', good, join(folder, 'missing.html'), good])
    expect(code).toBe(1)
    expect(err).toContain('missing.html: there is no such file')
    const readings = JSON.parse(out)
    expect(readings.map((reading: { id: string }) => reading.id)).toEqual([good, join(folder, 'missing.html'), good])
    expect(readings[1]).toEqual({ id: join(folder, 'missing.html'), error: expect.stringContaining('no such file') })
    expect(readings[2].article.headline).toBe('One')
  })

  test('--why names the origin of fields and what was left out in full', async () => {
    const { code, out } = await hearsay(['read', '--why', example('battalion-inquirer.html')])
    expect(code).toBe(0)
    expect(out).toMatch(/^headline {4}Zelensky/m)
    expect(out).toMatch(/^ {12}from \S+/m)
    expect(out).toMatch(/^claims: \d+\n\[\d+\] /m)
    expect(out).toMatch(/^ {4}content {2}/m)
    expect(out).toMatch(/^ {4}why {6}/m)
    expect(out.match(/^advertisement +Article continues after this advertisement$/gm)).toHaveLength(2)
  })

  test('--all unfolds what is folded', async () => {
    const { out } = await hearsay(['read', '--all', example('battalion-inquirer.html')])
    expect(out).toContain('[advertisement] Article continues after this advertisement')
  })

  test('--markdown prints front matter and the body', async () => {
    const { code, out } = await hearsay(['read', '--markdown', example('live-blog.html')])
    expect(code).toBe(0)
    expect(out).toMatch(/^---\nheadline: "Orla floods live/)
    expect(out).toMatch(/^# Orla floods live/m)
    expect(out).toMatch(/^> We had ten minutes/m)
    expect(out).toMatch(/^- take medicines/m)
  })

  test('one bad input never stops the rest', async () => {
    const bad: [string, RegExp][] = [
      [join(folder, 'missing.html'), /there is no such file/],
      [join(folder, 'a-folder'), /this is a folder/],
      [join(folder, 'circle.html'), /symbolic links/],
      [join(file('plain.html', page('x')), 'below'), /there is no such file/],
      ['https://news.example/a-page', /cannot exist on the open internet/],
      [file('empty.html', ''), /empty/],
      [file('scan.html', '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n'), /PDF/],
      [file('large.html', ''), /it has 65 MiB/],
    ]
    mkdirSync(join(folder, 'a-folder'))
    symlinkSync(join(folder, 'circle.html'), join(folder, 'circle.html'))
    truncateSync(join(folder, 'large.html'), 65 * 1024 * 1024)
    // A file that opens and then cannot be read, even by root.
    if (process.platform === 'linux') bad.push(['/proc/self/mem', /could not be read/])
    const last = file('last.html', page('The last one'))
    const { code, out, err } = await hearsay(['read', ...bad.map(([name]) => name), last])
    expect(code).toBe(1)
    const complaints = err.split('\n').filter(Boolean)
    expect(complaints).toHaveLength(bad.length)
    for (const [at, [name, what]] of bad.entries()) {
      expect(complaints[at]).toContain(name)
      expect(complaints[at]).toMatch(what)
    }
    expect(out).toContain('The last one')
  })

  test('refuses endless standard input', async () => {
    const { code, err } = await hearsay(['read'], Buffer.alloc(65 * 1024 * 1024, 'a '))
    expect(code).toBe(1)
    expect(err).toMatch(/standard input: it goes on after 64 MiB/)
  })

  test.each(['--json', '--markdown', '--why', '--all'])('no escape sequence of a page gets out, %s', async (form) => {
    const nasty =
      'Over\u001b]0;owned\u0007 and \u001b[31mred \u009b2J \u202eback\u202c wards \u2066apart\u2069 \u2028 end'
    const name = file(`nasty${form}\u001b[2J.html`, page(nasty, [`${sentence} ${nasty}`, `${sentence} ${nasty}`]))
    const { out, err } = await hearsay(['read', form, name, name, join(folder, 'gone\u001b[1m')])
    expect(out + err).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028]/u)
  })

  test('ends quietly when nobody reads on', async () => {
    const many = Array.from({ length: 60 }, () => example('live-blog.html'))
    const child = spawn(process.execPath, [command, 'read', '--json', ...many], {
      cwd: root,
      env: { ...process.env, ...cache() },
    })
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

describe.concurrent('hearsay read --jsonl', () => {
  test('one Reading a line, in order, a bad line in its place, exit code 1', async () => {
    const input = [
      { id: 'a', html: page('First') },
      'not json',
      { id: 'b' },
      { id: 'c', html: 5 },
      { html: page('no id') },
      null,
      [],
      { id: 'd', html: page('x'), text: 'y' },
      { id: 'e', url: null, text: sentence, plain: true, headline: 'Second' },
    ]
    const { code, out, err } = await hearsay(
      ['read', '--jsonl', '-'],
      `${input.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`,
    )
    const results = lines(out)
    expect(results.map(({ id }) => id)).toEqual(['a', null, 'b', 'c', null, null, null, 'd', 'e'])
    expect(results.map((result) => ('error' in result ? 'error' : result.article.headline))).toEqual([
      'First',
      ...Array(7).fill('error'),
      'Second',
    ])
    expect(Object.keys(results[1])).toEqual(['id', 'error'])
    const told = (claims: readonly Claim[]) => claims.map(({ speaker, content }) => [speaker?.name, content.text])
    expect(told(results[0].claims)).toEqual(
      ['crane', 'bridge'].map((what) => [
        'harbour office',
        `that the old ${what} would be taken down before the winter storms`,
      ]),
    )
    expect(results[1].error).toMatch(/^line 2: not JSON/)
    expect(results[2].error).toContain('neither "html" nor "text"')
    expect(results[3].error).toContain('html: ')
    expect(code).toBe(1)
    expect(err).toContain('7 line(s)')
  })

  test('all good: exit code 0, nothing on standard error; blank lines and a missing last line feed are fine', async () => {
    const input = `\ufeff${JSON.stringify({ id: '1', html: page('A') })}\r\n\n \n${JSON.stringify({ id: '2', html: page('B') })}`
    const { code, out, err } = await hearsay(['read', '--jsonl', file('good.jsonl', input)])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(lines(out).map(({ id }) => id)).toEqual(['1', '2'])
    expect((await hearsay(['read', '--jsonl'], input)).out).toBe(out)
    expect(await hearsay(['read', '--jsonl'], '')).toEqual({ code: 0, out: '', err: '' })
  })

  test('whoever writes a line and waits gets its Reading', async () => {
    const child = spawn(process.execPath, [command, 'read', '--jsonl'], {
      cwd: root,
      env: { ...process.env, ...cache() },
    })
    const answers: string[] = []
    for (const id of ['one', 'two']) {
      child.stdin.write(`${JSON.stringify({ id, html: page(id) })}\n`)
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
      answers.push(lines(chunk.toString())[0].id)
    }
    child.stdin.end()
    expect(answers).toEqual(['one', 'two'])
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('more lines than are read together come out in order, bad ones in their places', async () => {
    const ids = Array.from({ length: 50 }, (_, number) => `${number}`)
    const input = ids.map((id) => (Number(id) % 7 === 3 ? `{"id":"${id}"}` : JSON.stringify({ id, html: page(id) })))
    const { code, out } = await hearsay(['read', '--jsonl'], input.join('\n'))
    expect(code).toBe(1)
    expect(lines(out).map(({ id }) => id)).toEqual(ids)
    expect(
      lines(out)
        .filter((result) => 'error' in result)
        .map(({ id }) => Number(id) % 7),
    ).toEqual(Array(7).fill(3))
  })

  test('plain text is the article, unchanged', async () => {
    const text = `Share this\u2028page \u0085 now\n\n  ${sentence}\n\nREAD: another story\r\n\ud83d\udea2 done \n`
    const raw = `{"id":"p","plain":true,"text":${JSON.stringify(text)}}\n`
    expect(raw).toContain('\u2028')
    const { code, out } = await hearsay(['read', '--jsonl'], raw)
    expect(code).toBe(0)
    expect(out.split('\n')).toHaveLength(2)
    const { article } = JSON.parse(out)
    expect(article.text).toBe(text)
    expect(article.leftOut).toEqual([])
  })

  test('given values win, and say so', async () => {
    const given = { outlet: 'The Other Paper', published: '2024-02-03', headline: 'As given' }
    const { out } = await hearsay(['read', '--jsonl'], JSON.stringify({ id: 'g', html: page('As printed'), ...given }))
    const { article } = JSON.parse(out)
    expect(article).toMatchObject(given)
    expect(article.why.headline).toEqual({ from: 'given' })
    expect(article.notes).toEqual([])
  })

  test('a given date that is none is left aside, with a note', async () => {
    const input = [
      { id: 'none', text: sentence, plain: true, published: 'nonsense' },
      { id: 'words', text: sentence, plain: true, published: '3 February 2024' },
      { id: 'time', text: sentence, plain: true, published: '2024-02-03T10:20:30.250Z' },
    ]
    const { code, out } = await hearsay(['read', '--jsonl'], input.map((line) => JSON.stringify(line)).join('\n'))
    expect(code).toBe(0)
    const articles = lines(out).map(({ article }) => article)
    expect(articles.map(({ published }) => published)).toEqual([null, '2024-02-03', '2024-02-03T10:20:30.250Z'])
    expect(articles.map(({ why }) => why.published)).toEqual([undefined, { from: 'given' }, { from: 'given' }])
    expect(articles.map(({ notes }) => notes.map(({ kind }: { kind: string }) => kind))).toEqual([['given'], [], []])
    expect(articles[0].notes[0].message).toContain('nonsense')
  })

  test('a missing file and bytes that are not UTF-8 are errors of their own', async () => {
    const good = `${JSON.stringify({ id: 'k', text: sentence, plain: true })}\n`
    const latin = file(
      'latin.jsonl',
      Buffer.concat([Buffer.from('{"id":"l","text":"caf\u00e9"}\n', 'latin1'), Buffer.from(good)]),
    )
    const { code, out, err } = await hearsay(['read', '--jsonl', join(folder, 'gone.jsonl'), latin])
    expect(code).toBe(1)
    expect(err).toContain('gone.jsonl: there is no such file')
    expect(lines(out).map(({ id, error }) => [id, error])).toEqual([
      [null, 'line 1: not UTF-8; write JSON lines in UTF-8'],
      ['k', undefined],
    ])
  })

  test('ends quietly when nobody reads on, however much is still to come', async () => {
    const line = `${JSON.stringify({ id: 'x', text: sentence, plain: true })}\n`.repeat(100)
    const child = spawn(process.execPath, [command, 'read', '--jsonl'], { cwd: root })
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdin.on('error', () => {})
    const feed = () => {
      while (child.stdin.writable && child.stdin.write(line)) {}
    }
    child.stdin.on('drain', feed)
    feed()
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

test('npm start keeps the examples in a ledger, once, serves it and says where to look', async () => {
  const started = async (): Promise<string> => {
    const child = spawn(process.execPath, [join(root, 'src/cli/start.ts')], { cwd: root })
    let out = ''
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        out += chunk
        if (out.includes('Ctrl-C')) resolve()
      })
      child.on('close', () => reject(new Error(`it ended: ${out}`)))
    })
    const story = /http:\/\/127\.0\.0\.1:\d+\/story\/\d+/.exec(out)?.[0] as string
    expect(await (await fetch(story)).text()).toContain('Independence is not established.')
    child.kill('SIGTERM')
    await new Promise((done) => child.on('close', done))
    return out.replace(/:\d+\b/g, ':PORT')
  }
  const out = await started()
  expect(out).toMatch(/\d+ example pages are in \.hearsay\/examples\.ledger/)
  expect(out).toMatch(/Independence is\s+not\s+established\./)
  expect(out).toContain('npm run -s hearsay -- --ledger MY.ledger serve')
  expect(await started()).toBe(out)
}, 120_000)

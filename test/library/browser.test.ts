// The library's bundle in Chromium: page and worker, under a strict policy, read every example as Node reads it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { Browser, Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from '../../rolldown.config.ts'
import type * as Bundle from '../../src/browser/hearsay.ts'
import { read } from '../../src/read/index.ts'
import { type Behaviour, type Site, startSite } from '../site.ts'
import { openBrowser } from '../web/site.ts'

const root = join(import.meta.dirname, '..', '..')
const examples = join(root, 'examples')
const pages = readdirSync(examples).filter((name) => /\.(?:html|txt)$/.test(name))
const story = readFileSync(join(examples, 'story', 'depot-fire.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Record<'id' | 'text' | 'url' | 'outlet' | 'published' | 'headline', string>)

/** Nothing but the site's own scripts and bytes: no eval, no inline script. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"

/** What the page and the worker begin with. */
const COMMON = `import * as hearsay from './hearsay.js'
const bytesOf = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer())
`
const PAGE = `${COMMON}Object.assign(window, { hearsay, bytesOf })`

const WORKER = `${COMMON}onmessage = async ({ data: path }) => {
  await hearsay.load({ pageBody: await bytesOf('/models/page-body.json'), names: await bytesOf('/models/names.bin') })
  postMessage(JSON.stringify(await hearsay.read(await bytesOf(path), { id: path })))
}`

/** What the scripts above put there. */
interface There {
  readonly hearsay: typeof Bundle
  readonly bytesOf: (path: string) => Promise<Uint8Array<ArrayBuffer>>
}
declare const window: There
interface Threads {
  readonly Worker: new (
    path: string,
    options: { type: 'module' },
  ) => {
    onmessage: (event: { data: string }) => void
    onerror: (event: { message: string }) => void
    postMessage(message: string): void
  }
}

let code: string
let site: Site
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  const bundle = await rolldown(config)
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  expect(output).toHaveLength(1)
  code = output[0].code
  const answer =
    (type: string, body: string | Uint8Array): Behaviour =>
    (_, response) =>
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body)
  const files = ['models/page-body.json', 'models/names.bin', ...pages.map((name) => `examples/${name}`)]
  site = await startSite({
    '/': answer('text/html', '<!doctype html><title>empty</title><script type="module" src="/page.js"></script>'),
    '/page.js': answer('text/javascript', PAGE),
    '/hearsay.js': answer('text/javascript', code),
    '/worker.js': answer('text/javascript', WORKER),
    ...Object.fromEntries(
      files.map((file) => [`/${file}`, answer('application/octet-stream', readFileSync(join(root, file)))]),
    ),
  })
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** What `read` gives in the page, as JSON. */
const readThere = (input: string, options: object): Promise<string> =>
  page.evaluate(
    async ([text, known]) => {
      const given = text.startsWith('/') ? await window.bytesOf(text) : text
      return JSON.stringify(await window.hearsay.read(given, known))
    },
    [input, options] as const,
  )

describe('the bundle', () => {
  test('imports nothing, evaluates no strings and asks for nothing', () => {
    const { module, errors } = parseSync('hearsay.js', code)
    expect(errors).toEqual([])
    expect(module.staticImports).toEqual([])
    expect(module.dynamicImports).toEqual([])
    expect(code.match(/\beval\(|\bFunction\(|\bfetch\(|\bXMLHttpRequest\b|\bimportScripts\b/g)).toBe(null)
  })

  test('says that it is not loaded, and what to do', async () => {
    const told = await page.evaluate(async () => {
      const { NotLoaded, read, readPage } = window.hearsay
      const error = await read('Rain fell.').catch((reason: unknown) => reason)
      try {
        readPage('<p>Rain fell.</p>')
      } catch (other) {
        return error instanceof NotLoaded && other instanceof NotLoaded ? error.message : String(error)
      }
      return 'read without weights'
    })
    expect(told).toContain('load({ pageBody, names })')
  })

  test('takes no other bytes for weights, and takes the right ones after', async () => {
    const told = await page.evaluate(async () => {
      const { bytesOf, hearsay } = window
      const { load } = hearsay
      const [pageBody, names] = [await bytesOf('/models/page-body.json'), await bytesOf('/models/names.bin')]
      const wrong = [
        { pageBody: names, names },
        { pageBody, names: pageBody },
        { pageBody, names: names.slice(0, 1000) },
      ]
      const errors = await Promise.all(wrong.map((one) => load(one).then(() => 'taken', String)))
      await load({ pageBody, names })
      return errors
    })
    expect(told).toEqual([
      'TypeError: these are not the bytes of models/page-body.json of this release',
      'TypeError: these are not the bytes of models/names.bin of this release',
      'TypeError: these are not the bytes of models/names.bin of this release',
    ])
  })
})

describe('reads as Node does, byte for byte', () => {
  test.each(pages)('%s', async (name) => {
    const there = await readThere(`/examples/${name}`, { id: name })
    const here = await read(readFileSync(join(examples, name)), { id: name, engine: 'rules' })
    expect(there).toBe(JSON.stringify(here))
  })

  test.each(story)('$id', async ({ id, text, url, outlet, published, headline }) => {
    const known = { id, url, as: 'article', given: { outlet, published, headline } } as const
    const here = await read(text, { ...known, engine: 'rules' })
    expect(here.claims.length).toBeGreaterThan(0)
    expect(await readThere(text, known)).toBe(JSON.stringify(here))
  })

  test('in a worker', async () => {
    const path = '/examples/battalion-inquirer.html'
    const there = await page.evaluate(
      (asked) =>
        new Promise<string>((resolve, reject) => {
          const worker = new (globalThis as unknown as Threads).Worker('/worker.js', { type: 'module' })
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => reject(new Error(message))
          worker.postMessage(asked)
        }),
      path,
    )
    const here = await read(readFileSync(join(root, path)), { id: path, engine: 'rules' })
    expect(there).toBe(JSON.stringify(here))
  })
})

test('nothing was asked for but what the tests asked for, and nothing complained', () => {
  const own = /^\/(?:$|hearsay\.js|page\.js|worker\.js|models\/|examples\/|favicon\.ico$)/
  expect(site.pages().filter((path) => !own.test(path))).toEqual([])
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
})

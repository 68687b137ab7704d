/**
 * What pages load: one stylesheet, the scripts of the islands, two families of letters. All of it is the site's own, named
 * by its content, so that browsers keep it for ever.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { sha256 } from '../ledger/log.ts'
import { STYLE } from '../publish/story/style.ts'
import { encodingOf } from './kept.ts'

interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  /** Letters are compressed already. */
  readonly isText: boolean
}

/** The families, SIL Open Font License: Newsreader for text, Libre Franklin for labels. */
const LETTERS = {
  'newsreader.woff2': '@fontsource/newsreader/files/newsreader-latin-400-normal.woff2',
  'newsreader-italic.woff2': '@fontsource/newsreader/files/newsreader-latin-400-italic.woff2',
  'franklin.woff2': '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2',
} as const

type Letters = keyof typeof LETTERS

function asset(name: string, type: string, content: Uint8Array | string): Asset {
  const body = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  return { path: `/assets/${sha256(body).slice(0, 12)}/${name}`, type, body, isText: typeof content === 'string' }
}

const FOLDER = import.meta.dirname

const letters = Object.fromEntries(
  Object.entries(LETTERS).map(([name, from]) => [
    name,
    asset(name, 'font/woff2', readFileSync(fileURLToPath(import.meta.resolve(from)))),
  ]),
) as Record<Letters, Asset>

/** The stylesheet: what reports look like on paper too, and what the screens add to it, each file one subject. */
const sheet = asset(
  'hearsay.css',
  'text/css; charset=utf-8',
  [
    STYLE,
    ...readdirSync(join(FOLDER, 'look'))
      .sort()
      .map((file) => readFileSync(join(FOLDER, 'look', file), 'utf8')),
  ]
    .join('\n')
    .replace(/url\("([\w.-]+)"\)/g, (_, name: Letters) => `url("${letters[name].path}")`),
)

/** Scripts run in the browser as they are written. */
const islands = new Map(
  readdirSync(join(FOLDER, 'islands'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => [
      basename(file, '.js'),
      asset(file, 'text/javascript; charset=utf-8', readFileSync(join(FOLDER, 'islands', file), 'utf8')),
    ]),
)

/** The sign of the site: a chain of two, one of them open. */
const ICON = asset(
  'icon.svg',
  'image/svg+xml',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#1d1c1a"/><path d="M7 9h5v14M20 23h5V9" fill="none" stroke="#fffefb" stroke-width="3"/><path d="M12 16h8" stroke="#f0a58f" stroke-width="3" stroke-dasharray="3 2.5"/></svg>',
)

/** The path of the stylesheet. */
export const SHEET = sheet.path

/** The path of the icon. */
export const ICON_PATH = ICON.path

/** Letters that every page needs at once. */
export const FIRST_LETTERS: readonly string[] = [letters['newsreader.woff2'].path, letters['franklin.woff2'].path]

/** The path of an island's script. @throws {Error} where there is no such island */
export function island(name: string): string {
  const found = islands.get(name)
  if (found === undefined) throw new Error(`no island ${name}`)
  return found.path
}

/** Answers for assets. */
export function assets(): Hono {
  const app = new Hono()
  for (const { path, type, body, isText } of [sheet, ICON, ...Object.values(letters), ...islands.values()]) {
    const bodies = isText
      ? { identity: body, br: new Uint8Array(brotliCompressSync(body)), gzip: new Uint8Array(gzipSync(body)) }
      : { identity: body, br: null, gzip: null }
    const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }
    app.get(path, (c) => {
      const encoding = encodingOf(c.req.header('accept-encoding') ?? '')
      const coded = bodies[encoding]
      return coded === null || encoding === 'identity'
        ? c.body(body, 200, headers)
        : c.body(coded, 200, { ...headers, 'content-encoding': encoding, vary: 'accept-encoding' })
    })
  }
  return app
}

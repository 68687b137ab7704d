/**
 * The site's own letters as TrueType files, for pictures that are drawn here: the renderer reads no web fonts, and a machine
 * may have no fonts at all. They are unpacked from WOFF (WOFF File Format 1.0, W3C), whose tables are zlib's.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

const FAMILY = '@fontsource/libre-franklin/files/libre-franklin'
/** Latin first: the first is what text is set in where nothing else is asked for. */
const FILES = ['latin', 'latin-ext', 'cyrillic'].flatMap((script) =>
  [500, 600].map((weight) => `${FAMILY}-${script}-${weight}-normal.woff`),
)

/** Sizes of what a WOFF file and an sfnt file begin with, and of a table's entry in each. */
const WOFF = { head: 44, entry: 20 } as const
const SFNT = { head: 12, entry: 16 } as const

const padded = (length: number): number => (length + 3) & ~3

/** The font that a WOFF file holds. @throws {Error} for what is no WOFF file */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('no WOFF file')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = WOFF.head + at * WOFF.entry
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(offset, offset + packed)
    const body = packed < length ? inflateSync(bytes) : bytes
    return { tag: woff.subarray(entry, entry + 4), checksum: woff.readUInt32BE(entry + 16), body }
  })
  const start = SFNT.head + count * SFNT.entry
  const font = Buffer.alloc(tables.reduce((size, { body }) => size + padded(body.length), start))
  const power = 2 ** Math.floor(Math.log2(count))
  woff.copy(font, 0, 4, 8)
  font.writeUInt16BE(count, 4)
  font.writeUInt16BE(power * 16, 6)
  font.writeUInt16BE(Math.log2(power), 8)
  font.writeUInt16BE((count - power) * 16, 10)
  let at = start
  for (const [i, { tag, checksum, body }] of tables.entries()) {
    const entry = SFNT.head + i * SFNT.entry
    tag.copy(font, entry)
    font.writeUInt32BE(checksum, entry + 4)
    font.writeUInt32BE(at, entry + 8)
    font.writeUInt32BE(body.length, entry + 12)
    body.copy(font, at)
    at += padded(body.length)
  }
  return font
}

let files: readonly string[] | null = null

/** Where the letters are, unpacked when they are first needed. @throws where no file can be written */
export function letterFiles(): readonly string[] {
  if (files === null) {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-letters-'))
    files = FILES.map((from, at) => {
      const path = join(folder, `${at}.ttf`)
      writeFileSync(path, sfntOf(readFileSync(fileURLToPath(import.meta.resolve(from)))))
      return path
    })
  }
  return files
}

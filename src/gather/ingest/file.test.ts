import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeWarc } from '../warc/write.ts'
import { fileOf, itemsFrom } from './file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-file-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const written = async (bytes: Uint8Array | string): Promise<string> => {
  // The name says nothing: what is in it does.
  const path = join(folder, 'given')
  await writeFile(path, bytes)
  await utimes(path, 1_736_000_000, 1_736_000_000)
  return path
}
const line = (at: number): string =>
  JSON.stringify({ id: `p${at}`, url: `https://news.example/${at}`, html: `<p>Page ${at} ${'word '.repeat(at * 10)}` })
const lines = Array.from({ length: 40 }, (_, at) => line(at)).join('\n')

async function archive(gzip: boolean): Promise<Buffer> {
  const captures = [1, 2].map((at) => ({
    url: `https://news.example/${at}`,
    time: '2025-01-05T09:12:00Z',
    response: { status: 200, headers: [['content-type', 'text/html']] as const },
    bytes: Buffer.from(`<p>Page ${at}`),
  }))
  const pieces: Uint8Array[] = []
  for await (const piece of writeWarc(captures, { software: 'test', time: '2025-01-05T09:12:00Z', gzip }))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

const itemsOf = async (path: string, offset = 0) => {
  const items = []
  for await (const item of itemsFrom(await fileOf(path), offset)) items.push(item)
  return items
}

describe('a file of many pages', () => {
  test.each([
    ['lines', lines],
    ['lines with a mark of their byte order', `\ufeff${lines}`],
    ['lines behind a bad one', `no JSON\n${lines}`],
    ['lines behind blank ones', `\n \n${lines}`],
    ['packed lines', gzipSync(lines)],
    ['lines packed piece by piece', Buffer.concat([gzipSync(lines.slice(0, 900)), gzipSync(lines.slice(900))])],
    ['lines packed with Zstandard', zstdCompressSync(lines)],
  ])('%s', async (_, bytes) => {
    const found = await itemsOf(await written(bytes))
    expect(found.filter(({ is }) => is === 'arrival')).toHaveLength(40)
  })

  test('packed lines go on where they were stopped, by their place unpacked', async () => {
    const plain = await itemsOf(await written(lines))
    for (const pack of [gzipSync, zstdCompressSync]) {
      const path = await written(pack(lines))
      const all = await itemsOf(path)
      expect(all).toEqual(plain)
      for (const at of [1, 17, 39]) expect(await itemsOf(path, all[at]?.offset)).toEqual(all.slice(at))
      const { size, end } = await fileOf(path)
      expect([size, await itemsOf(path, end)]).toEqual([null, []])
    }
  })

  test.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ])('packed lines that are cut or damaged: %s', async (_, pack) => {
    // What cannot be packed well is packed in several blocks, so that something comes of what is before the damage.
    const noise = Array.from({ length: 2_000 }, (_, at) => line(at % 40).replace('Page', `${Math.sin(at)} Page`))
    const packed = Buffer.from(pack(noise.join('\n')))
    const whole = (await itemsOf(await written(packed))).map(({ is, offset }) => ({ is, offset }))
    const cut = await itemsOf(await written(packed.subarray(0, Math.floor(packed.length * 0.6))))
    expect(cut.length).toBeGreaterThan(100)
    expect(cut.slice(0, -1)).toMatchObject(whole.slice(0, cut.length - 1))
    expect(cut.at(-1)).toEqual({ ...whole[cut.length - 1], is: 'cut', reason: 'the file ends within it' })
    packed.fill(0x55, Math.floor(packed.length * 0.7), Math.floor(packed.length * 0.7) + 400)
    const damaged = await itemsOf(await written(packed))
    expect(damaged.slice(0, 100)).toMatchObject(whole.slice(0, 100))
    expect(damaged.at(-1)).toMatchObject({ is: 'cut', reason: expect.stringContaining('damaged from here on') })
  })

  test.each([true, false])('an archive (gzip: %s), also behind damage', async (gzip) => {
    const bytes = await archive(gzip)
    expect((await fileOf(await written(bytes))).holds).toBe('archive')
    const behind = Buffer.concat([gzip ? gzipSync('nothing of an archive') : Buffer.from('nothing\r\n'), bytes])
    const path = await written(behind)
    expect((await fileOf(path)).holds).toBe('archive')
    expect((await itemsOf(path)).filter(({ is }) => is !== 'passed over').map(({ is }) => is)).toEqual(
      gzip ? ['failed', 'arrival', 'arrival'] : ['failed', 'failed', 'failed'],
    )
  })

  test.each([
    [
      '<!doctype html><script type="application/ld+json">\n{"@context": "https://schema.org"}\n</script>',
      'HTML or XML',
    ],
    [`[${line(1)}]`, 'a JSON array'],
    ['A letter to somebody.\nIt has lines.', 'plain text'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a PNG image'],
    [Buffer.alloc(5000), 'binary data'],
    [gzipSync('<!doctype html><p>A page'), 'HTML or XML'],
    [zstdCompressSync('A letter'), 'plain text'],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3]), 'damaged'],
  ])('is not %j', async (bytes, what) => {
    await expect(fileOf(await written(bytes))).rejects.toThrow(
      `this is ${what}. Files of many pages are WARC files and JSON lines; hearsay add takes one page.`,
    )
  })

  test('an archive with anything between its records', async () => {
    const bytes = await archive(true)
    const path = await written(Buffer.concat([bytes, Buffer.from('nothing of an archive'), bytes]))
    expect((await fileOf(path)).holds).toBe('archive')
    expect((await itemsOf(path)).filter(({ is }) => is === 'arrival')).toHaveLength(4)
  })

  test('an empty one holds nothing', async () => {
    expect(await itemsOf(await written(''))).toEqual([])
  })
})

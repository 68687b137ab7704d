import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  string,
  uint8Array,
  webPath,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WARCParser, WARCRecord, WARCSerializer } from 'warcio'
import { type ArchivedRecord, type ReadWarcOptions, readWarc } from './read.ts'
import type { WarcNote } from './records.ts'
import { type WarcCapture, WarcError, writeWarc } from './write.ts'

const made = { software: 'hearsay/0.1.0', time: '2025-01-06T12:00:00Z', filename: 'harbour.warc.gz' }

function page(n: number, more: Partial<WarcCapture> = {}): WarcCapture {
  return {
    url: `https://harbour.example/story/${n}`,
    time: '2025-01-06T10:00:00.5+01:00',
    ip: '192.0.2.7',
    response: { status: 200, headers: [['Content-Type', 'text/html; charset=utf-8']] },
    request: { method: 'GET', headers: [['User-Agent', 'hearsay/0.1.0']] },
    bytes: Buffer.from(`<!doctype html><p>Story ${n}: the ferry was ${'very '.repeat(n % 50)}late.`),
    ...more,
  }
}

async function written(captures: readonly WarcCapture[], gzip = true): Promise<Buffer[]> {
  const pieces: Buffer[] = []
  for await (const piece of writeWarc(captures, { ...made, gzip })) pieces.push(Buffer.from(piece))
  return pieces
}

const inPieces = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))

async function read(bytes: Uint8Array | Uint8Array[], options: ReadWarcOptions = {}) {
  const records: ArchivedRecord[] = []
  const notes: WarcNote[] = []
  for await (const found of readWarc(Array.isArray(bytes) ? bytes : [bytes], options))
    if (found.kind === 'note') notes.push(found as WarcNote)
    else records.push(found as ArchivedRecord)
  return { records, notes, urls: records.filter(({ kind }) => kind === 'response').map(({ url }) => url) }
}

const urls = (...numbers: number[]): string[] => numbers.map((n) => `https://harbour.example/story/${n}`)
const plain = (type: string, fields: string, block: Uint8Array | string): Buffer =>
  Buffer.concat([
    Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\n${fields}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n`),
    Buffer.from(block as string),
    Buffer.from('\r\n\r\n'),
  ])

describe('a file that was written', () => {
  test.each([true, false])('is read again, whatever pieces it comes in (gzip: %s)', async (gzip) => {
    const bytes = Buffer.concat(await written([page(1), page(2, { request: null })], gzip))
    const whole = await read(bytes)
    expect(whole.notes).toEqual([])
    expect(whole.records.map(({ kind, url }) => [kind, url])).toEqual([
      ['warcinfo', null],
      ['response', urls(1)[0]],
      ['request', urls(1)[0]],
      ['response', urls(2)[0]],
    ])
    expect(whole.records[1]).toMatchObject({
      time: '2025-01-06T09:00:00.500Z',
      status: 200,
      isCut: false,
      isIntact: true,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': String(page(1).bytes.length) },
    })
    expect(Buffer.from(whole.records[1]?.bytes ?? []).equals(page(1).bytes)).toBe(true)
    for (const size of [1, 13, 4096]) expect(await read(inPieces(bytes, size))).toEqual(whole)
  })

  test('has the fields that the standard asks of each record, and the same bytes every time', async () => {
    const pieces = await written([page(1), page(3, { response: null, contentType: 'text/plain' })], false)
    expect(await written([page(1), page(3, { response: null, contentType: 'text/plain' })], false)).toEqual(pieces)
    const headers = pieces.map((piece) => piece.toString('latin1').split('\r\n\r\n')[0]?.split('\r\n') ?? [])
    expect(headers.map(([version, type]) => [version, type])).toEqual([
      ['WARC/1.1', 'WARC-Type: warcinfo'],
      ['WARC/1.1', 'WARC-Type: response'],
      ['WARC/1.1', 'WARC-Type: request'],
      ['WARC/1.1', 'WARC-Type: resource'],
    ])
    for (const [i, lines] of headers.entries()) {
      const names = lines.slice(1).map((line) => line.slice(0, line.indexOf(':')))
      expect(names).toEqual([...new Set(names)])
      expect(names).toEqual(expect.arrayContaining(['WARC-Record-ID', 'WARC-Date', 'Content-Length', 'Content-Type']))
      expect(lines).toContainEqual(
        expect.stringMatching(
          /^WARC-Record-ID: <urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}>$/,
        ),
      )
      const piece = pieces[i] as Buffer
      const length = Number(/Content-Length: (\d+)/.exec(lines.join('\n'))?.[1])
      expect(piece.subarray(piece.indexOf('\r\n\r\n') + 4 + length).toString()).toBe('\r\n\r\n')
    }
    const [, response, request] = headers.map(
      (lines) => new Map(lines.slice(1).map((line) => line.split(/: (.*)/s) as [string, string])),
    )
    expect(request?.get('WARC-Concurrent-To')).toBe(response?.get('WARC-Record-ID'))
    expect(response?.get('WARC-Date')).toBe('2025-01-06T09:00:00.500Z')
    expect(pieces[2]?.toString()).toContain(
      '\r\n\r\nGET /story/1 HTTP/1.1\r\nHost: harbour.example\r\nUser-Agent: hearsay/0.1.0\r\n\r\n',
    )
  })

  test('is read by warcio, each record by its offset', async () => {
    const pieces = await written([page(1), page(2)])
    const bytes = Buffer.concat(pieces)
    const offsets = pieces.map((_, i) => pieces.slice(0, i).reduce((sum, piece) => sum + piece.length, 0))
    const parser = new WARCParser([bytes])
    const seen: unknown[] = []
    for await (const found of parser) {
      const digest = found.warcHeader('WARC-Payload-Digest')
      const offset = parser.offset
      seen.push([
        found.warcType,
        found.warcTargetURI ?? null,
        offset,
        found.httpHeaders?.statusline ?? null,
        digest,
        await found.contentText(),
      ])
    }
    const body = (n: number): string => Buffer.from(page(n).bytes).toString()
    const digest = expect.stringMatching(/^sha256:[\da-f]{64}$/)
    expect(seen).toEqual([
      ['warcinfo', null, offsets[0], null, null, expect.stringContaining('software: hearsay/0.1.0\r\n')],
      ['response', urls(1)[0], offsets[1], 'HTTP/1.1 200 OK', digest, body(1)],
      ['request', urls(1)[0], offsets[2], 'GET /story/1 HTTP/1.1', null, ''],
      ['response', urls(2)[0], offsets[3], 'HTTP/1.1 200 OK', digest, body(2)],
      ['request', urls(2)[0], offsets[4], 'GET /story/2 HTTP/1.1', null, ''],
    ])
    expect((await read(bytes)).records.map(({ offset }) => offset)).toEqual(offsets)
  })

  test('no header or address can smuggle in a record', async () => {
    const evil = page(1, {
      url: 'https://harbour.example/a\r\nWARC-Type: response',
      response: {
        status: 200,
        headers: [
          ['X: y\r\n\r\nWARC/1.1', 'a\r\n\r\nb\0c'],
          ['Content-Encoding', 'gzip'],
        ],
      },
      ip: '192.0.2.7\r\nWARC-Type: metadata',
    })
    const { records, notes } = await read(Buffer.concat(await written([evil])))
    expect(notes).toEqual([])
    expect(records.map(({ kind }) => kind)).toEqual(['warcinfo', 'response', 'request'])
    expect(Object.keys(records[1]?.headers ?? {})).toEqual([
      'x--y-warc/1.1',
      'x-archive-orig-content-encoding',
      'content-length',
    ])
  })

  test.each([{ url: 'no address' }, { time: '2025-01-06' }, { time: 'yesterday Z' }])(
    '%j is refused',
    async (wrong) => {
      await expect(written([page(1, wrong)])).rejects.toThrow(WarcError)
    },
  )
})

test('files of warcio are read: response, revisit, metadata, conversion, request', async () => {
  const make = async (type: 'response' | 'revisit' | 'metadata' | 'conversion' | 'request', http: boolean) =>
    WARCSerializer.serialize(
      WARCRecord.create(
        {
          type,
          url: 'https://harbour.example/a',
          date: '2025-01-06T10:00:00Z',
          warcVersion: 'WARC/1.1',
          ...(http ? { httpHeaders: { 'Content-Type': 'text/html' } } : {}),
          ...(type === 'revisit'
            ? { refersToUrl: 'https://harbour.example/b', refersToDate: '2025-01-05T10:00:00Z' }
            : {}),
          ...(type === 'request' ? { statusline: 'GET /a HTTP/1.1' } : {}),
        },
        [Buffer.from(type === 'revisit' ? '' : 'Eleven boats.')],
      ),
      { gzip: true },
    )
  const types = ['response', 'revisit', 'metadata', 'conversion', 'request'] as const
  const bytes = Buffer.concat(
    await Promise.all(types.map((type) => make(type, type !== 'metadata' && type !== 'conversion'))),
  )
  const { records, notes } = await read(bytes)
  expect(notes).toEqual([])
  expect(records.map(({ kind, status, isIntact }) => [kind, status, isIntact])).toEqual([
    ['response', 200, true],
    ['revisit', 200, true],
    ['metadata', null, true],
    ['conversion', null, true],
    ['request', null, true],
  ])
  expect(records[1]?.refersTo).toEqual({ id: null, url: 'https://harbour.example/b', time: '2025-01-05T10:00:00Z' })
  expect(records[3]?.headers).toEqual({ 'content-type': 'application/octet-stream' })
})

describe('bodies', () => {
  const body = Buffer.from(`<p>${'Eleven boats. '.repeat(200)}`)
  const chunked = (bytes: Uint8Array): Buffer =>
    Buffer.concat([
      ...inPieces(bytes, 100).flatMap((piece) => [
        Buffer.from(`${piece.length.toString(16)};x=1\r\n`),
        piece,
        Buffer.from('\r\n'),
      ]),
      Buffer.from('0\r\n\r\n'),
    ])
  const response = (headers: string, bytes: Uint8Array): Buffer =>
    plain(
      'response',
      'WARC-Target-URI: <https://harbour.example/a>\r\n',
      Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n`), bytes]),
    )

  test.each<[string, Uint8Array]>([
    ['', body],
    ['Content-Encoding: gzip\r\n', gzipSync(body)],
    ['content-encoding: x-gzip\r\n', gzipSync(body)],
    ['Content-Encoding: deflate\r\n', deflateSync(body)],
    ['Content-Encoding: deflate\r\n', deflateRawSync(body)],
    ['Content-Encoding: br\r\n', brotliCompressSync(body)],
    ['Content-Encoding: zstd\r\n', zstdCompressSync(body)],
    ['Content-Encoding: gzip, br\r\n', brotliCompressSync(gzipSync(body))],
    ['Transfer-Encoding: chunked\r\n', chunked(body)],
    ['Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n', chunked(gzipSync(body))],
    ['Transfer-Encoding: gzip, chunked\r\n', chunked(gzipSync(body))],
    ['Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n', body],
    ['Content-Encoding: gzip\r\n', gzipSync(body).subarray(0, -8)],
  ])('%j', async (headers, bytes) => {
    const { records, notes } = await read(response(headers, bytes))
    expect(notes).toEqual([])
    expect(Buffer.from(records[0]?.bytes ?? []).toString()).toBe(body.toString())
    expect(records[0]?.url).toBe('https://harbour.example/a')
  })

  test('a coding that is damaged or not known leaves the body as it is', async () => {
    const broken = gzipSync(body).fill(0x55, 10, 40)
    const both = Buffer.concat([
      response('Content-Encoding: gzip\r\n', broken),
      response('Content-Encoding: exi\r\n', body),
    ])
    const { records, notes } = await read(both)
    expect(records.map(({ bytes }) => Buffer.from(bytes).equals(broken))).toEqual([true, false])
    expect(notes.map(({ about }) => about)).toEqual(['damaged', 'damaged'])
  })

  test('a bomb is decoded up to the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50e6, 'a'))
    const { records } = await read(response('Content-Encoding: gzip\r\n', bomb), { maxBytes: 1e6 })
    expect([records[0]?.bytes.length, records[0]?.isCut]).toEqual([1e6, true])
  })
})

describe('damage', () => {
  test('to a compressed record costs that record, and reading can begin at any other', async () => {
    const pieces = await written([page(1, { request: null }), page(2, { request: null }), page(3, { request: null })])
    const second = pieces.slice(0, 2).reduce((sum, piece) => sum + piece.length, 0)
    const bytes = Buffer.concat(pieces)
    bytes.fill(0x55, second + 40, second + 60)
    const { urls: found, notes, records } = await read(inPieces(bytes, 64))
    expect(found).toEqual(urls(1, 3))
    expect(records.every(({ isAfterDamage }) => !isAfterDamage)).toBe(true)
    expect(notes).toMatchObject([{ about: 'damaged', offset: second }])
    const third = records.at(-1)?.offset ?? 0
    expect((await read(bytes.subarray(third), { offset: third })).records).toEqual(records.slice(-1))
  })

  test.each([
    ['without a line', 'no record at all, and no line end'],
    ['that ends within a word', 'not a record\r\nWAR'],
    ['of line ends', '\r\n\r\n'],
    ['of nothing', ''],
    ['that begins like one', 'WARC/1.0\r\nno header'],
  ])('a sound member %s costs the records around it nothing', async (_, inside) => {
    const [info, one, two] = await written([page(1, { request: null }), page(2, { request: null })])
    const bytes = Buffer.concat([info, one, gzipSync(inside), two] as Buffer[])
    for (const size of [7, bytes.length]) {
      const { urls: found, notes, records } = await read(inPieces(bytes, size))
      expect(found).toEqual(urls(1, 2))
      expect(records.at(-1)?.offset).toBe(bytes.length - (two?.length ?? 0))
      expect(notes).toHaveLength(inside.trim() === '' ? 0 : 1)
    }
  })

  test('that only the checksum shows costs the record too', async () => {
    const pieces = await written([page(1, { request: null }), page(2, { request: null })])
    const record = pieces[1] as Buffer
    record.writeUInt32LE(record.readUInt32LE(record.length - 8) ^ 1, record.length - 8)
    const { urls: found, notes } = await read(Buffer.concat(pieces))
    expect(found).toEqual(urls(2))
    expect(notes).toMatchObject([{ about: 'damaged', message: expect.stringContaining('checksum') }])
  })

  test('a record far larger than the reader holds, damaged at its end', async () => {
    const noise = Buffer.alloc(3e6)
    let x = 1
    for (let i = 0; i < noise.length; i++) {
      x = (x * 1103515245 + 12345) % 2 ** 31
      noise[i] = x >> 16
    }
    const pieces = await written([page(1, { request: null, bytes: noise }), page(2, { request: null })])
    expect((await read(inPieces(Buffer.concat(pieces), 65_536))).urls).toEqual(urls(1, 2))
    const big = pieces[1] as Buffer
    big[big.length - 20] = (big[big.length - 20] ?? 0) ^ 0xff
    const { urls: found, notes } = await read(inPieces(Buffer.concat(pieces), 65_536))
    expect(found).toEqual(urls(2))
    expect(notes).toHaveLength(1)
  })

  test.each([true, false])('a file cut anywhere gives the records that are whole (gzip: %s)', async (gzip) => {
    const pieces = await written([page(1, { request: null }), page(2, { request: null })], gzip)
    const bytes = Buffer.concat(pieces)
    const ends = pieces.map((_, i) => pieces.slice(0, i + 1).reduce((sum, piece) => sum + piece.length, 0))
    for (let length = 1; length < bytes.length; length += 7) {
      const { records, notes } = await read(bytes.subarray(0, length))
      // Without compression, the line ends after a record are not missed.
      const whole = ends.filter((end) => end - (gzip ? 0 : 4) <= length).length
      expect(records).toHaveLength(whole)
      if (length < (ends[whole] ?? 0) - 4 && length > (ends[whole - 1] ?? 0)) {
        expect(notes).toMatchObject([{ about: 'truncated', offset: ends[whole - 1] ?? 0 }])
        const at = notes[0]?.offset ?? 0
        expect((await read(bytes.subarray(at), { offset: at })).records).toHaveLength(pieces.length - whole)
      }
    }
  })

  test('without compression, the next record is found after one that is none', async () => {
    const good = plain('resource', 'WARC-Target-URI: https://harbour.example/a\r\n', 'Eleven boats.')
    const bytes = Buffer.concat([
      good,
      Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: many\r\n\r\n'),
      good,
      Buffer.from('noise\r\n'),
      Buffer.from('WARC/9.x\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n'),
      good,
      Buffer.from(good.toString().replace('Content-Length: 13', 'Content-Length: 5')),
      good,
    ])
    for (const size of [bytes.length, 3]) {
      const { records, notes } = await read(inPieces(bytes, size))
      expect(records.map(({ bytes: block }) => Buffer.from(block).toString())).toEqual(Array(4).fill('Eleven boats.'))
      expect(records.map(({ isAfterDamage }) => isAfterDamage)).toEqual([false, true, true, true])
      expect(new Set(notes.map(({ about }) => about))).toEqual(new Set(['damaged']))
      for (const { offset } of records)
        expect((await read(bytes.subarray(offset), { offset })).records[0]?.offset).toBe(offset)
    }
  })

  test('that is everywhere is told a thousand times and no more', async () => {
    const member = Buffer.from('\x1f\x8b\x08\0\0\0\0\0\0\0\x01\x05\0\xfa\xffWARC/damaged!', 'latin1')
    const { records, notes } = await read(Buffer.concat([...Array(3000).fill(member), ...(await written([page(1)]))]))
    expect(records).toHaveLength(3)
    expect(notes).toHaveLength(1001)
    expect(notes.at(-1)?.message).toContain('More damage is skipped without a note')
  })

  test('a block that is not what its digest says is given, and told', async () => {
    const pieces = await written([page(1, { request: null })], false)
    const changed = Buffer.from(Buffer.concat(pieces).toString().replace('the ferry was', 'the ferry WAS'))
    const { records, notes } = await read(changed)
    expect(records.map(({ isIntact }) => isIntact)).toEqual([true, false])
    expect(notes).toMatchObject([{ about: 'altered' }])
  })

  test('a page that shows a record is none, even where the file around it is damaged', async () => {
    const forged = plain(
      'response',
      'WARC-Target-URI: https://other.example/forged\r\n',
      'HTTP/1.1 200 OK\r\n\r\nforged',
    )
    const member = gzipSync(
      Buffer.from(
        plain('response', '', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), forged]))
          .toString()
          .replace(/Content-Length: \d+/, 'Content-Length: 10'),
      ),
    )
    const { records } = await read(Buffer.concat([member, gzipSync(plain('resource', '', 'Eleven boats.'))]))
    expect(records.map(({ kind }) => kind)).toEqual(['resource'])
  })

  const TEXT = Buffer.from('<!doctype html><p>The ferry was late again, the harbour office said.'.repeat(40))
  const http = (headers: string, body: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`), body])
  const chunked = (body: Buffer, end: string): Buffer =>
    Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from(`\r\n${end}`)])
  test.each<readonly [string, Buffer, boolean]>([
    ['as long as it says', http(`Content-Length: ${TEXT.length}\r\n`, TEXT), false],
    ['shorter than it says', http(`Content-Length: ${TEXT.length + 1}\r\n`, TEXT), true],
    ['of no length', http('', TEXT), false],
    ['with its last chunk', http('Transfer-Encoding: chunked\r\n', chunked(TEXT, '0\r\n\r\n')), false],
    ['without its last chunk', http('Transfer-Encoding: chunked\r\n', chunked(TEXT, '')), true],
    ['ending within a chunk', http('Transfer-Encoding: chunked\r\n', chunked(TEXT, '').subarray(0, 900)), true],
    [
      'whose coding was undone before',
      http(`Content-Encoding: gzip\r\nContent-Length: ${TEXT.length + 9}\r\n`, TEXT),
      false,
    ],
    ...(
      [
        ['gzip', gzipSync(TEXT)],
        ['deflate', deflateSync(TEXT)],
        ['br', brotliCompressSync(TEXT)],
        ['zstd', zstdCompressSync(TEXT)],
      ] as const
    ).flatMap(([coding, packed]): [string, Buffer, boolean][] => [
      [`whole in ${coding}`, http(`Content-Encoding: ${coding}\r\n`, packed), false],
      [`cut in ${coding}`, http(`Content-Encoding: ${coding}\r\n`, packed.subarray(0, packed.length - 9)), true],
    ]),
  ])('says whether a body is all there: %s', async (_, block, isCut) => {
    const { records } = await read(plain('response', 'WARC-Target-URI: https://harbour.example/1\r\n', block))
    expect(records[0]?.isCut).toBe(isCut)
  })

  test('the first segment of several is not all of it', async () => {
    const { records } = await read(plain('response', 'WARC-Segment-Number: 1\r\n', http('', TEXT)))
    expect(records[0]?.isCut).toBe(true)
  })

  test('a record beyond the limit is cut, the next one read', async () => {
    for (const gzip of [true, false]) {
      const bytes = Buffer.concat(
        await written([page(1, { request: null, bytes: Buffer.alloc(9e6, 'ab') }), page(2, { request: null })], gzip),
      )
      const { records, notes, urls: found } = await read(inPieces(bytes, 65_536), { maxBytes: 100_000 })
      expect(found).toEqual(urls(1, 2))
      expect(records[1]?.isCut).toBe(true)
      expect(records[1]?.bytes.length).toBeLessThanOrEqual(100_000)
      expect(notes.map(({ about }) => about)).toEqual(['cut'])
    }
  })
})

describe('whatever comes', () => {
  const part = oneof(
    constantFrom(
      'WARC/1.0\r\n',
      'WARC/1.1\n',
      'WARC-Type: response\r\n',
      'Content-Length: 5\r\n',
      'Content-Length: 999999999\r\n',
      '\r\n',
      '\r\n\r\n',
      ' folded\r\n',
      ':\r\n',
      'HTTP/1.1 200 OK\r\n',
      '\x1f\x8b\x08',
      '\0',
      'abcde',
      'Transfer-Encoding: chunked\r\n',
    ),
    string({ maxLength: 10 }),
  )

  test('nothing makes it throw, and offsets grow', async () => {
    await assert(
      asyncProperty(array(part, { maxLength: 60 }), nat(2), integer({ min: 1, max: 40 }), async (parts, how, size) => {
        const bytes = Buffer.from(parts.join(''), 'latin1')
        const { records } = await read(
          inPieces(how === 0 ? bytes : how === 1 ? gzipSync(bytes) : Buffer.concat([gzipSync(bytes), bytes]), size),
        )
        for (const [i, found] of records.entries())
          expect(found.offset).toBeGreaterThanOrEqual(records[i - 1]?.offset ?? 0)
      }),
      { numRuns: 300 },
    )
  })

  test('what is written is read', { timeout: 30_000 }, async () => {
    const text = string({ maxLength: 30, unit: 'binary' })
    const capture = record<WarcCapture>({
      url: webPath().map((path) => `https://harbour.example${path}`),
      time: constant('2025-01-06T10:00:00Z'),
      response: oneof(
        constant(null),
        record({
          status: integer({ min: 100, max: 599 }),
          headers: array(
            record({ name: text, value: text }).map(({ name, value }) => [`x-${name}`, value] as const),
            { maxLength: 4 },
          ),
        }),
      ),
      bytes: uint8Array({ maxLength: 2000 }),
    })
    await assert(
      asyncProperty(
        array(capture, { maxLength: 5 }),
        constantFrom(true, false),
        integer({ min: 1, max: 300 }),
        async (captures, gzip, size) => {
          const bytes = Buffer.concat(await written(captures, gzip))
          const { records, notes } = await read(inPieces(bytes, size))
          expect(notes).toEqual([])
          for (const [i, { offset }] of records.entries())
            expect((await read(inPieces(bytes.subarray(offset), size), { offset })).records).toEqual(records.slice(i))
          expect(
            records.slice(1).map(({ url, status, bytes }) => [url, status, Buffer.from(bytes).toString('hex')]),
          ).toEqual(
            captures.map(({ url, response, bytes }) => [
              new URL(url).href,
              response?.status ?? null,
              Buffer.from(bytes).toString('hex'),
            ]),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  test.each([
    ['gzip marks', '\x1f\x8b\x08'],
    ['whole gzip headers', '\x1f\x8b\x08\0\0\0\0\0\0\0'],
    ['record lines', 'WARC/1.0\r\n'],
    ['headers', 'WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 100000\r\n\r\n'],
    ['line ends', '\r\n'],
    ['nothing', '\0'],
  ])('two megabytes of %s take seconds at most', { timeout: 30_000 }, async (_name, piece) => {
    const bytes = Buffer.from(piece.repeat(2_000_000 / piece.length), 'latin1')
    const start = performance.now()
    await read(inPieces(bytes, 65_536))
    await read(inPieces(Buffer.concat([...(await written([])), bytes]), 65_536))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

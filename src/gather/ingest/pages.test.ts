import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Item, warcPages } from './pages.ts'

const AT = '2026-03-02T08:00:00.000Z'
const BODY = '<!doctype html><title>Ferry</title><p>The ferry was late again, the harbour office said.</p>'

async function itemsOf(fields: string, body: string): Promise<Item[]> {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${BODY.length}\r\n\r\n${body}`
  const digest = createHash('sha256').update(block.replace(body, BODY)).digest('hex')
  const record = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/1\r\nWARC-Block-Digest: sha256:${digest}\r\n${fields}Content-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`
  const chunks = (async function* () {
    yield Buffer.from(record)
  })()
  const items: Item[] = []
  for await (const item of warcPages({ chunks, offset: 0, at: AT })) items.push(item)
  return items
}
const notesOf = async (fields: string, body: string): Promise<string[]> =>
  (await itemsOf(fields, body)).flatMap((item) =>
    item.is === 'arrival' ? item.arrival.notes.map(({ kind }) => kind) : [item.is],
  )

test('notes what the archive holds otherwise than it says, or not all of', async () => {
  expect(await notesOf('', BODY)).toEqual([])
  expect(await notesOf('', BODY.replace('late', 'lost'))).toEqual(['altered'])
  expect(await notesOf('', BODY.slice(0, -20))).toEqual(['cut', 'altered'])
  expect(await notesOf('WARC-Segment-Number: 1\r\n', BODY)).toEqual(['cut'])
  expect(await notesOf('WARC-Truncated: length\r\n', BODY)).toEqual(['cut'])
})

test('reads a time without a zone as one in UTC, wherever it is read', () => {
  const line = JSON.stringify({ html: BODY, time: '2025-01-05T10:00:00' })
  const code = `const { lineArrival } = await import(${JSON.stringify(join(import.meta.dirname, 'line.ts'))})
    console.log(lineArrival(Buffer.from(${JSON.stringify(line)}), '').arrival.capturedAt)`
  for (const TZ of ['UTC', 'Pacific/Honolulu'])
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, TZ } })
        .toString()
        .trim(),
      TZ,
    ).toBe('2025-01-05T10:00:00.000Z')
})

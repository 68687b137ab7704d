// Lines over bytes, however the bytes are cut.
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

async function split(text: string, size: number, limit = 1000): Promise<(string | null)[]> {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const found: (string | null)[] = []
  for await (const line of linesOf(chunks(), limit)) found.push(line === null ? null : Buffer.from(line).toString())
  return found
}

test.each([1, 2, 3, 7, 100])('only a line feed ends a line, chunks of %i', async (size) => {
  expect(await split('one\n\ntw\u2028o\u0085\r\n\u00e9\u{1f6a2}', size)).toEqual([
    'one',
    '',
    'tw\u2028o\u0085\r',
    '\u00e9\u{1f6a2}',
  ])
  expect(await split('one\n', size)).toEqual(['one'])
  expect(await split('', size)).toEqual([])
})

test.each([1, 5, 100])('a line beyond the limit is passed over, chunks of %i', async (size) => {
  expect(await split(`a\n${'b'.repeat(50)}\nc\n${'d'.repeat(11)}`, size, 10)).toEqual(['a', null, 'c', null])
})

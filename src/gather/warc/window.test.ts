import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowOn } from './window.ts'

const BYTES = Uint8Array.from({ length: 200 }, (_, at) => at)
/** The bytes in pieces of these lengths. */
function* inPieces(lengths: readonly number[]): Generator<Uint8Array> {
  let at = 0
  for (const length of [...lengths, BYTES.length]) {
    yield BYTES.subarray(at, at + length)
    at += length
  }
}

test('gives the bytes of any range, in whatever pieces they come and whatever was looked at before', async () => {
  const lengths = fc.array(fc.nat(30), { maxLength: 20 })
  const looks = fc.array(fc.tuple(fc.nat(200), fc.nat(60), fc.boolean()), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(lengths, looks, async (pieces, looked) => {
      const window = windowOn(inPieces(pieces), 1000)
      await window.reach(1200)
      for (const [start, length, drops] of looked) {
        if (drops) window.drop(1000 + start)
        const from = Math.max(start, window.from - 1000)
        const slice = window.slice(1000 + from, 1000 + from + length)
        expect(Buffer.from(slice)).toEqual(Buffer.from(BYTES.subarray(from, from + length)))
      }
    }),
  )
})

test('looks at the last of many pieces without joining those before it', async () => {
  const pieces = Array.from({ length: 64 }, () => new Uint8Array(1024))
  const window = windowOn(pieces, 0)
  for (const piece of pieces) {
    await window.reach(window.to + 1)
    expect(window.slice(window.to - 1024, window.to).buffer).toBe(piece.buffer)
  }
})

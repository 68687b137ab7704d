// The bar: drawn on a terminal, taken away before anything else is written, and nowhere else.
import { expect, test } from 'vitest'
import { startProgress } from './progress.ts'

function stream() {
  const written: string[] = []
  return { written, write: (text: string | Uint8Array) => written.push(String(text)) > 0, isTTY: true }
}

test('shows how far it is, and goes', () => {
  const terminal = stream()
  const progress = startProgress(4, 'files', terminal, true)
  progress.at(2, 2)
  progress.clear()
  expect(terminal.written[0]).toContain('50 % 2 files')
  expect(terminal.written.at(-1)).toBe('\r\u001b[K')
})

test('is not drawn where nobody sees it', () => {
  const pipe = stream()
  const progress = startProgress(4, 'files', pipe, false)
  progress.at(2, 2)
  progress.clear()
  expect(pipe.written).toEqual([])
})

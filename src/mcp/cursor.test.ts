import { expect, test } from 'vitest'
import { AskError } from './ask-error.ts'
import { cursorAt, paged } from './cursor.ts'

const all = ['a', 'b', 'c', 'd', 'e']
const list = { of: 'letters', limit: 2 }

test('a list is gone through page by page, and what is left is told', () => {
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = paged(all, { ...list, cursor })
    seen.push(...page.items)
    expect(page.left).toBe(all.length - seen.length)
    if (page.next === null) break
    cursor = page.next
  }
  expect(seen).toEqual(all)
})

test.each(['', 'x', '%%%', '\u0000', cursorAt('numbers', 2), cursorAt('letters', -1), 'a'.repeat(2000)])(
  'a cursor that is none of this list is refused with what to do: %j',
  (cursor) => {
    expect(() => paged(all, { ...list, cursor })).toThrow(AskError)
    expect(() => paged(all, { ...list, cursor })).toThrow(/Ask again without a cursor/)
  },
)

test('a cursor beyond the end of a list that has become shorter finds nothing', () => {
  expect(paged(all, { ...list, cursor: cursorAt('letters', 9) })).toEqual({ items: [], next: null, left: 0 })
})

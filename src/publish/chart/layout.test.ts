// Words beside marks cover neither each other nor the edge.
import { expect, test } from 'vitest'
import { labelsFor } from './layout.ts'

const room = { left: 0, right: 300 }

test('right of the mark, and left of it near the edge', () => {
  const [one, other] = labelsFor(
    [
      { x: 20, y: 10, words: 'up to 40' },
      { x: 290, y: 10, words: 'at least 26' },
    ],
    room,
  )
  expect(one?.anchor).toBe('start')
  expect(other?.anchor).toBe('end')
})

test('two on one spot: the second moves, the seventh stays away', () => {
  const labels = labelsFor(
    Array.from({ length: 9 }, () => ({ x: 150, y: 10, words: 'about 300' })),
    room,
  )
  const placed = labels.filter((label) => label !== null)
  expect(placed.length).toBeGreaterThan(1)
  expect(placed.length).toBeLessThan(9)
  expect(new Set(placed.map(({ dx, dy }) => `${dx} ${dy}`)).size).toBe(placed.length)
})

test('words wider than the chart are left to the table', () => {
  expect(labelsFor([{ x: 150, y: 10, words: 'w'.repeat(80) }], room)).toEqual([null])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { constrained, type Decision } from './decisions.ts'

const ORIGINS = [[1, 2, 3], [4, 5], [6]]
const decided = (one: number[], not: number[] = [], correction = 1): Decision => ({ correction, one, not })

test.each<[what: string, decisions: Decision[], origins: number[][]]>([
  ['nothing decided', [], ORIGINS],
  ['two origins made one', [decided([2, 5])], [[1, 2, 3, 4, 5], [6]]],
  ['claims split off', [decided([2, 3], [1])], [[1], [2, 3], [4, 5], [6]]],
  ['a claim moved to another origin', [decided([3, 4, 5], [1, 2])], [[1, 2], [3, 4, 5], [6]]],
  [
    'what a later decision says over an earlier one',
    [decided([1], [4], 2), decided([1, 4], [], 1)],
    [[2, 3, 4, 5], [1], [6]],
  ],
  ['claims that are in no origin here', [decided([9, 6], [8])], ORIGINS],
])('%s', (_, decisions, origins) => {
  expect(constrained(ORIGINS, decisions)).toEqual(origins)
})

test('what came later goes where that goes that it was joined to', () => {
  const followers = new Map([
    [3, 2],
    [4, 1],
    [5, 3],
    [7, 8],
    [8, 7],
  ])
  const split = { ...decided([2], [1]), followers }
  expect(constrained([[1, 2, 3, 4, 5, 6, 7, 8]], [split])).toEqual([
    [1, 4, 6, 7, 8],
    [2, 3, 5],
  ])
  expect(constrained([[2, 3, 4]], [split])).toEqual([[2, 3, 4]])
})

test('every claim stays in one origin, and the last decision holds', () => {
  const claims = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 5 })
  const decisions = fc.array(
    fc.tuple(claims, claims).map(([one, all]) => [one, all.filter((claim) => !one.includes(claim))] as const),
    { maxLength: 6 },
  )
  const origins = fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }).map((groups) => {
    const all = Map.groupBy(groups.keys(), (claim) => groups[claim])
    return [...all.values()]
  })
  fc.assert(
    fc.property(origins, decisions, (found, made) => {
      const all = made.map(([one, not], correction) => ({ correction, one, not }))
      const now = constrained(found, all)
      expect(now.flat().sort((a, b) => a - b)).toEqual(found.flat().sort((a, b) => a - b))
      expect(now.every((group) => group.length > 0)).toBe(true)
      expect(constrained(found, all.toReversed())).toEqual(now)
      const last = all.at(-1)
      if (last === undefined) return
      const own = now.filter((group) => group.some((claim) => last.one.includes(claim)))
      expect(own).toHaveLength(1)
      expect(own[0]?.some((claim) => last.not.includes(claim))).toBe(false)
    }),
  )
})

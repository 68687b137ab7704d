import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Crf, coverageOf, latticeOf, ROLES, spanProbability, TAGS, viterbi } from './crf.ts'

const weight = fc.double({ min: -3, max: 3, noNaN: true })
const weights = (length: number) => fc.array(weight, { minLength: length, maxLength: length })
const crfs = fc.record({ transitions: weights(TAGS * TAGS), starts: weights(TAGS), ends: weights(TAGS) }).map(
  ({ transitions, starts, ends }): Crf => ({
    transitions: Float32Array.from(transitions),
    starts: Float32Array.from(starts),
    ends: Float32Array.from(ends),
  }),
)
const emissions = fc
  .integer({ min: 1, max: 4 })
  .chain((length) => weights(length * TAGS))
  .map((list) => Float32Array.from(list))

/** All tag sequences with their weights, one by one. */
function sequences({ transitions, starts, ends }: Crf, told: Float32Array): { tags: number[]; score: number }[] {
  const at = (list: Float32Array, index: number) => list[index] as number
  let open = Array.from({ length: TAGS }, (_, tag) => ({ tags: [tag], score: at(starts, tag) + at(told, tag) }))
  for (let t = 1; t < told.length / TAGS; t++)
    open = open.flatMap(({ tags, score }) =>
      Array.from({ length: TAGS }, (_, tag) => ({
        tags: [...tags, tag],
        score: score + at(transitions, (tags.at(-1) as number) * TAGS + tag) + at(told, t * TAGS + tag),
      })),
    )
  return open.map(({ tags, score }) => ({ tags, score: score + at(ends, tags.at(-1) as number) }))
}

test('the best sequence is that of the highest weight', () => {
  fc.assert(
    fc.property(crfs, emissions, (crf, told) => {
      const all = sequences(crf, told)
      const path = [...viterbi(crf, told)]
      const score = all.find(({ tags }) => tags.join() === path.join())?.score
      expect(score).toBeCloseTo(Math.max(...all.map((sequence) => sequence.score)), 4)
    }),
    { numRuns: 40 },
  )
})

test('the probabilities of spans and tags are those of the sequences that have them', () => {
  fc.assert(
    fc.property(crfs, emissions, (crf, told) => {
      const all = sequences(crf, told).map(({ tags, score }) => ({ tags, weight: Math.exp(score) }))
      const sum = all.reduce((total, sequence) => total + sequence.weight, 0)
      const share = (has: (tags: readonly number[]) => boolean) =>
        all.filter(({ tags }) => has(tags)).reduce((total, sequence) => total + sequence.weight, 0) / sum
      const lattice = latticeOf(crf, told)
      for (const [r, role] of ROLES.entries()) {
        const [begin, inside] = [1 + 2 * r, 2 + 2 * r]
        for (let first = 0; first < lattice.length; first++)
          for (let last = first + 1; last <= lattice.length; last++) {
            const isSpan = (tags: readonly number[]) =>
              tags[first] === begin &&
              tags.slice(first + 1, last).every((tag) => tag === inside) &&
              tags[last] !== inside
            expect(spanProbability(crf, lattice, role, first, last)).toBeCloseTo(share(isSpan), 5)
          }
        const covered = share((tags) => tags[0] === begin || tags[0] === inside)
        expect(coverageOf(lattice, role, 0, 1)).toBeCloseTo(covered, 5)
      }
    }),
    { numRuns: 10 },
  )
})

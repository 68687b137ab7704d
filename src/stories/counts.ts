/**
 * Counts as statements give them: whether two are one number, rounded or bounded otherwise, leave room for each other, or
 * exclude each other.
 */
import type { Count } from './statement.ts'

const isOne = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Two counts of one thing that give the same number. */
export function isSameCount(one: Count, other: Count): boolean {
  if (!isOne(one.measure, other.measure)) return false
  if (one.value === other.value) return true
  // Vague words, one fuller than the other: a battalion, a battalion of infantry.
  if (one.low === null && one.high === null && other.low === null && other.high === null) {
    const [few, many] = [one.value.split(' '), other.value.split(' ')].sort((a, b) => a.length - b.length) as [
      string[],
      string[],
    ]
    return few.every((word) => many.includes(word))
  }
  if (isRounded(one, other) || isRounded(other, one)) return true
  const numbers = [one.low, one.high].filter((number) => number !== null)
  return numbers.some((number) => (number === other.low || number === other.high) && number !== 1)
}

/** One number is the other rounded, with at least two figures kept: 109,000 and 108,900. */
function isRounded(round: Count, exact: Count): boolean {
  const [a, b] = [round.low ?? round.high, exact.low ?? exact.high]
  if (a === null || b === null || a < 1000 || round.value.includes('%') !== exact.value.includes('%')) return false
  if ((round.low ?? a) !== (round.high ?? a) || (exact.low ?? b) !== (exact.high ?? b)) return false
  const unit = 10 ** (Math.floor(Math.log10(a)) - 2)
  return a % unit === 0 && Math.round(b / unit) * unit === a && a / unit > 100
}

const numberOf = ({ low, high }: Count): number | null => low ?? high

/** Whether two counts are of one measure: the same, or of the same thing where the words do not tell both. */
const areOfOne = (one: Count, other: Count): boolean =>
  one.measure !== null && other.measure !== null
    ? one.measure === other.measure
    : one.unit !== null && one.unit === other.unit

/** How two counts of one measure stand: 3,000 and 4,000 differ; "more than 1,000" and "around 1,100" are near. */
function standing(one: Count, other: Count): 'near' | 'differ' | null {
  if (!areOfOne(one, other)) return null
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a === null || b === null || one.value.endsWith('%') !== other.value.endsWith('%')) return null
  const low = Math.max(one.low ?? 0, other.low ?? 0)
  const high = Math.min(one.high ?? Number.POSITIVE_INFINITY, other.high ?? Number.POSITIVE_INFINITY)
  return Math.max(a, b) <= NEAR * Math.min(a, b) && low <= high ? 'near' : 'differ'
}

/** How the counts stand that no shared number speaks for, measure by measure. */
export function standings(
  some: readonly Count[],
  others: readonly Count[],
  shared: readonly Count[],
): ('near' | 'differ' | null)[] {
  if (some.length === 0 || others.length === 0) return []
  const told = new Set(shared.map(({ measure }) => measure))
  const [open, its] = [some, others].map((counts) =>
    counts.filter(({ measure, value }) => !told.has(measure) && !shared.some((count) => count.value === value)),
  ) as [Count[], Count[]]
  return open.flatMap((one) => its.map((other) => standing(one, other)))
}

/** Numbers apart by no more than this may be one, rounded or bounded otherwise. */
const NEAR = 1.15

/** Parts that one gives and whose sum the other gives: 300 killed and 2,700 wounded, 3,000 casualties. */
export function addsUp(parts: readonly Count[], whole: readonly Count[]): string | null {
  const numbers = parts.filter(({ measure }) => measure === 'harm').map(numberOf)
  if (numbers.length !== 2 || numbers.includes(null)) return null
  const sum = (numbers[0] as number) + (numbers[1] as number)
  return whole.find((count) => count.measure === 'harm' && numberOf(count) === sum)?.value ?? null
}

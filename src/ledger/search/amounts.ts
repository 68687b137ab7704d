/**
 * Numbers as index terms: each decade (1 to 10, 10 to 100 ...) in eight steps of equal ratio, four decades together. A
 * range of numbers is then a few terms, under which all figures are that could be in it; whether they are is seen at the
 * figures themselves.
 */

/** Steps of a decade, and of four. */
const DECADE = 8
const FOUR = 4 * DECADE
/** What is less than 1 has the first decade for itself; what is 10^15 or more has the last. */
const LAST_DECADE = 16
const LAST = LAST_DECADE * DECADE + DECADE - 1

const stepOf = (value: number): number =>
  value < 1 ? 0 : Math.min(LAST_DECADE * DECADE, DECADE + Math.floor(Math.log10(value) * DECADE))

interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** A step, a decade, or four. */
interface Part {
  readonly size: number
  readonly number: number
}

/** The fewest parts that a range of steps is made of. */
function partsOf(first: number, last: number): Part[] {
  const parts: Part[] = []
  for (let step = first; step <= last; ) {
    const size = [FOUR, DECADE].find((whole) => step % whole === 0 && step + whole - 1 <= last) ?? 1
    parts.push({ size, number: step / size })
    step += size
  }
  return parts
}

/** The decades and fours that a part is in. */
const around = ({ size, number }: Part): Part[] =>
  [DECADE, FOUR]
    .filter((larger) => larger > size)
    .map((larger) => ({ size: larger, number: Math.floor((number * size) / larger) }))

const inside = ({ size, number }: Part): string => `f_in${size}_${number}`
const whole = ({ size, number }: Part): string => `f_all${size}_${number}`
const each = (terms: readonly string[]): string[] => [...new Set(terms)]

/** A figure of one end, by the decade and the four of that end. */
const open = (side: 'from' | 'to', step: number): string[] => [
  `f_${side}${DECADE}_${Math.floor(step / DECADE)}`,
  `f_${side}${FOUR}_${Math.floor(step / FOUR)}`,
]

/** The terms of a figure; none where it has no number. */
export function amountTerms({ low, high }: Bounds): string[] {
  if (low === null) return high === null ? [] : open('to', stepOf(high))
  if (high === null) return open('from', stepOf(low))
  const parts = partsOf(stepOf(Math.min(low, high)), stepOf(Math.max(low, high)))
  return each([
    ...parts.flatMap((part) => [part, ...around(part)]).map(inside),
    ...parts.filter(({ size }) => size > 1).map(whole),
  ])
}

/** The terms of a range: all figures that could be in it are under one of them, and some others. */
export function amountWindow({ low, high }: Bounds): string[] {
  const [first, last] = [low === null ? 0 : stepOf(low), high === null ? LAST : stepOf(high)]
  const parts = partsOf(first, last)
  const upTo = partsOf(0, Math.floor(last / DECADE) * DECADE + DECADE - 1)
  const onFrom = partsOf(Math.floor(first / DECADE) * DECADE, LAST)
  return each([
    ...parts.map(inside),
    ...parts.flatMap(around).map(whole),
    ...upTo.map(({ size, number }) => `f_from${size}_${number}`),
    ...onFrom.map(({ size, number }) => `f_to${size}_${number}`),
  ])
}

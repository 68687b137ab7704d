/**
 * Numbers as index terms: each decade (1 to 10, 10 to 100 ...) in eight steps of equal ratio. A range of numbers is then a
 * few terms, under which all figures are that could be in it; whether they are is seen at the figures themselves.
 */

/** Steps of a decade, and decades: 1 to 10^15, with what is less than 1 in the first step and what is more in the last. */
const STEPS = 8
const LAST = 15 * STEPS + 1
const DECADES = Math.floor(LAST / STEPS)

const stepOf = (value: number): number => (value < 1 ? 0 : Math.min(LAST, 1 + Math.floor(Math.log10(value) * STEPS)))
const decadeOf = (step: number): number => Math.floor(step / STEPS)

interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** The steps of a range, as whole decades and single steps. */
function coverOf(first: number, last: number): { whole: number[]; part: number[]; steps: number[] } {
  const cover = { whole: [] as number[], part: [] as number[], steps: [] as number[] }
  for (let decade = decadeOf(first); decade <= decadeOf(last); decade++) {
    const [from, to] = [decade * STEPS, decade * STEPS + STEPS - 1]
    if (first <= from && last >= to) {
      cover.whole.push(decade)
      continue
    }
    cover.part.push(decade)
    for (let step = Math.max(first, from); step <= Math.min(last, to); step++) cover.steps.push(step)
  }
  return cover
}

/** The terms of a figure; none where it has no number. */
export function amountTerms({ low, high }: Bounds): string[] {
  if (low === null && high === null) return []
  if (high === null) return [`f_from${decadeOf(stepOf(low ?? 0))}`]
  if (low === null) return [`f_to${decadeOf(stepOf(high))}`]
  const { whole, part, steps } = coverOf(stepOf(Math.min(low, high)), stepOf(Math.max(low, high)))
  return [
    ...[...whole, ...part].map((decade) => `f_in${decade}`),
    ...whole.map((decade) => `f_all${decade}`),
    ...steps.map((step) => `f_${step}`),
  ]
}

/** The terms of a range: all figures that could be in it are under one of them, and some others. */
export function amountWindow({ low, high }: Bounds): string[] {
  const [first, last] = [low === null ? 0 : stepOf(low), high === null ? LAST : stepOf(high)]
  const { whole, part, steps } = coverOf(first, last)
  const terms = [
    ...whole.map((decade) => `f_in${decade}`),
    ...part.map((decade) => `f_all${decade}`),
    ...steps.map((step) => `f_${step}`),
  ]
  for (let decade = 0; decade <= DECADES; decade++) {
    if (decade <= decadeOf(last)) terms.push(`f_from${decade}`)
    if (decade >= decadeOf(first)) terms.push(`f_to${decade}`)
  }
  return terms
}

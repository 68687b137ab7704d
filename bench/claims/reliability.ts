// Whether a confidence means what it says: of the claims read with a confidence of about 0.8, eight in ten should be
// right. A reliability diagram (DeGroot and Fienberg 1983) and the expected calibration error (Naeini et al. 2015).

/** One claim read: how sure the reader was, and whether it is right. */
export interface Judgement {
  readonly confidence: number
  readonly right: boolean
  /** The rule or the model that found it. */
  readonly why: string
}

interface Bin {
  readonly from: number
  readonly claims: number
  readonly confidence: number
  readonly right: number
}

const BINS = 10

/** Claims in ten bins of equal width, empty ones left out; `confidence` and `right` are the bin's means. */
function binsOf(judgements: readonly Judgement[]): Bin[] {
  const bins = Array.from({ length: BINS }, (): Judgement[] => [])
  for (const judgement of judgements)
    bins[Math.min(BINS - 1, Math.max(0, Math.floor(judgement.confidence * BINS)))]?.push(judgement)
  return bins.flatMap((held, number) =>
    held.length === 0
      ? []
      : {
          from: number / BINS,
          claims: held.length,
          confidence: held.reduce((sum, { confidence }) => sum + confidence, 0) / held.length,
          right: held.filter(({ right }) => right).length / held.length,
        },
  )
}

/** The mean distance of confidence and share right over the bins, weighed by their claims; 0 is perfect. */
export function calibrationError(judgements: readonly Judgement[]): number {
  const off = binsOf(judgements).map(({ claims, confidence, right }) => claims * Math.abs(confidence - right))
  return judgements.length > 0 ? off.reduce((sum, distance) => sum + distance, 0) / judgements.length : 0
}

/** A share in so many columns. */
const WIDTH = 40

/** The diagram: a line a bin, its share right as a bar, with `|` where the bar should end. */
export function diagramOf(judgements: readonly Judgement[]): string {
  return binsOf(judgements)
    .map(({ from, claims, confidence, right }) => {
      const bar = '='
        .repeat(Math.round(right * WIDTH))
        .padEnd(WIDTH)
        .split('')
      bar[Math.min(WIDTH - 1, Math.round(confidence * WIDTH))] = '|'
      const range = `${from.toFixed(1)}-${(from + 1 / BINS).toFixed(1)}`
      return `  ${range}  ${bar.join('')}  right ${(100 * right).toFixed(0).padStart(3)} %, sure ${(100 * confidence).toFixed(0).padStart(3)} %, ${claims} claims`
    })
    .join('\n')
}

/** How often each rule and the model were right, those that found most first; numbers within a `why` are left out. */
export function byRule(judgements: readonly Judgement[]): string {
  const rules = new Map<string, { read: number; right: number }>()
  for (const { why, right } of judgements) {
    const rule = why.split(';')[0]?.replace(/[\s,:]*\d[\d.]*/g, '') ?? ''
    const counts = rules.get(rule) ?? { read: 0, right: 0 }
    rules.set(rule, { read: counts.read + 1, right: counts.right + (right ? 1 : 0) })
  }
  return [...rules]
    .sort(([, one], [, other]) => other.read - one.read)
    .map(([rule, { read, right }]) => `  ${String(right).padStart(5)} of ${String(read).padStart(5)} right: ${rule}`)
    .join('\n')
}

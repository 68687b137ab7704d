/**
 * The averaged perceptron while it learns: a row of weights for every bucket that was ever part of a mistake, and their
 * running sums. Made small at the end: averaged, scaled to whole numbers, weak rows dropped.
 */
import { BUCKETS, type Perceptron } from '../../src/language/perceptron.ts'

export class Learner {
  readonly tags: readonly string[]
  readonly width: number
  private readonly rowOf = new Int32Array(BUCKETS)
  private weights = new Int32Array(1 << 22)
  private sums = new Float64Array(1 << 22)
  private rows = 1
  private steps = 1

  readonly certain: ReadonlyMap<number, number>

  constructor(tags: readonly string[], certain: ReadonlyMap<number, number> = new Map()) {
    this.tags = tags
    this.certain = certain
    this.width = tags.length
  }

  /** Sums the rows of `features` into `scores`, one for each tag. */
  scoreInto(features: Int32Array, scores: Int32Array): void {
    const { width, weights, rowOf } = this
    scores.fill(0)
    for (let f = 0; f < features.length; f++) {
      const base = (rowOf[features[f] as number] as number) * width
      if (base === 0) continue
      for (let t = 0; t < width; t++) (scores[t] as number) += weights[base + t] as number
    }
  }

  /** Counts a decision, and where it was wrong, moves the weights from the guessed tag to the right one. */
  learn(features: Int32Array, right: number, guess: number): void {
    this.steps++
    if (right === guess) return
    for (const bucket of features) {
      let row = this.rowOf[bucket] as number
      if (row === 0) {
        row = this.rows++
        this.rowOf[bucket] = row
        if ((row + 1) * this.width > this.weights.length) this.grow()
      }
      const base = row * this.width
      ;(this.weights[base + right] as number) += 1
      ;(this.weights[base + guess] as number) -= 1
      ;(this.sums[base + right] as number) += this.steps
      ;(this.sums[base + guess] as number) -= this.steps
    }
  }

  private grow(): void {
    const weights = new Int32Array(this.weights.length * 2)
    weights.set(this.weights)
    this.weights = weights
    const sums = new Float64Array(weights.length)
    sums.set(this.sums)
    this.sums = sums
  }

  /** The averaged model with its `most` strongest rows, weights in units. */
  made(most: number): Perceptron & { readonly buckets: readonly number[] } {
    const { width, rows, steps } = this
    const averaged = new Float32Array(rows * width)
    const strength = new Float32Array(rows)
    for (let row = 1; row < rows; row++)
      for (let t = 0; t < width; t++) {
        const at = row * width + t
        const value = (this.weights[at] as number) - (this.sums[at] as number) / steps
        averaged[at] = value
        strength[row] = Math.max(strength[row] as number, Math.abs(value))
      }
    const bucketOfRow = new Int32Array(rows)
    this.rowOf.forEach((row, bucket) => {
      if (row > 0) bucketOfRow[row] = bucket
    })
    const kept = Array.from({ length: rows - 1 }, (_, i) => i + 1)
      .sort(
        (a, b) =>
          (strength[b] as number) - (strength[a] as number) || (bucketOfRow[a] as number) - (bucketOfRow[b] as number),
      )
      .slice(0, most)
      .sort((a, b) => (bucketOfRow[a] as number) - (bucketOfRow[b] as number))
    const sorted = [...strength].sort((a, b) => b - a)
    // the few that are stronger than 127 units take a second byte: clipped, they would no longer outweigh the many weak
    const unit = (sorted[Math.floor(sorted.length / 2000)] as number) / 127
    const rowOf = new Uint16Array(BUCKETS)
    const weights = new Int16Array((kept.length + 1) * width)
    const buckets: number[] = []
    kept.forEach((row, i) => {
      const bucket = bucketOfRow[row] as number
      rowOf[bucket] = i + 1
      buckets.push(bucket)
      for (let t = 0; t < width; t++)
        weights[(i + 1) * width + t] = Math.round((averaged[row * width + t] as number) / unit)
    })
    return { tags: this.tags, rowOf, weights, certain: this.certain, buckets }
  }
}

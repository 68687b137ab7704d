/**
 * A linear-chain conditional random field over the BIO tags of source, cue and content (Lafferty, McCallum and Pereira
 * 2001): the best tag sequence (Viterbi 1967), and what forward and backward sums tell of any span.
 */
export const ROLES = ['source', 'cue', 'content'] as const
export type Role = (typeof ROLES)[number]

/** Tag 0 is outside; 1 + 2r begins a span of role r, 2 + 2r goes on in it. */
export const TAGS = 7

/** Log weights; `transitions[i * TAGS + j]` is that of tag j after tag i. What BIO forbids weighs -10,000. */
export interface Crf {
  readonly transitions: Float32Array
  readonly starts: Float32Array
  readonly ends: Float32Array
}

/** A sequence's emissions with the sums over all tag sequences, `TAGS` numbers a token. */
export interface Lattice {
  readonly length: number
  readonly emissions: Float32Array
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** Log of the sum over all sequences. */
  readonly total: number
}

/** The most likely tag of each token, given all. @param emissions `TAGS` numbers a token */
export function viterbi({ transitions, starts, ends }: Crf, emissions: Float32Array): Uint8Array {
  const length = emissions.length / TAGS
  const path = new Uint8Array(length)
  if (length === 0) return path
  const back = new Uint8Array(length * TAGS)
  let scores = Float64Array.from(starts, (start, tag) => start + (emissions[tag] as number))
  let next = new Float64Array(TAGS)
  for (let t = 1; t < length; t++) {
    for (let j = 0; j < TAGS; j++) {
      let best = Number.NEGATIVE_INFINITY
      let from = 0
      for (let i = 0; i < TAGS; i++) {
        const score = (scores[i] as number) + (transitions[i * TAGS + j] as number)
        if (score > best) {
          best = score
          from = i
        }
      }
      next[j] = best + (emissions[t * TAGS + j] as number)
      back[t * TAGS + j] = from
    }
    ;[scores, next] = [next, scores]
  }
  let tag = 0
  for (let j = 1; j < TAGS; j++)
    if ((scores[j] as number) + (ends[j] as number) > (scores[tag] as number) + (ends[tag] as number)) tag = j
  for (let t = length - 1; t >= 0; t--) {
    path[t] = tag
    tag = back[t * TAGS + tag] as number
  }
  return path
}

/** Forward and backward sums of a sequence of at least one token. */
export function latticeOf({ transitions, starts, ends }: Crf, emissions: Float32Array): Lattice {
  const length = emissions.length / TAGS
  const weights = Float64Array.from(transitions, Math.exp)
  const forward = new Float64Array(length * TAGS)
  const backward = new Float64Array(length * TAGS)
  const shares = new Float64Array(TAGS)
  for (let j = 0; j < TAGS; j++) forward[j] = (starts[j] as number) + (emissions[j] as number)
  for (let t = 1; t < length; t++) {
    const before = (t - 1) * TAGS
    let top = Number.NEGATIVE_INFINITY
    for (let i = 0; i < TAGS; i++) top = Math.max(top, forward[before + i] as number)
    for (let i = 0; i < TAGS; i++) shares[i] = Math.exp((forward[before + i] as number) - top)
    for (let j = 0; j < TAGS; j++) {
      let sum = 0
      for (let i = 0; i < TAGS; i++) sum += (shares[i] as number) * (weights[i * TAGS + j] as number)
      forward[t * TAGS + j] = top + Math.log(Math.max(sum, LEAST)) + (emissions[t * TAGS + j] as number)
    }
  }
  const final = (length - 1) * TAGS
  for (let j = 0; j < TAGS; j++) backward[final + j] = ends[j] as number
  for (let t = length - 2; t >= 0; t--) {
    const after = (t + 1) * TAGS
    let top = Number.NEGATIVE_INFINITY
    for (let j = 0; j < TAGS; j++)
      top = Math.max(top, (backward[after + j] as number) + (emissions[after + j] as number))
    for (let j = 0; j < TAGS; j++)
      shares[j] = Math.exp((backward[after + j] as number) + (emissions[after + j] as number) - top)
    for (let i = 0; i < TAGS; i++) {
      let sum = 0
      for (let j = 0; j < TAGS; j++) sum += (weights[i * TAGS + j] as number) * (shares[j] as number)
      backward[t * TAGS + i] = top + Math.log(Math.max(sum, LEAST))
    }
  }
  const last = Float64Array.from(ends, (end, tag) => (forward[final + tag] as number) + end)
  const top = Math.max(...last)
  return {
    length,
    emissions,
    forward,
    backward,
    total: top + Math.log(last.reduce((sum, score) => sum + Math.exp(score - top), 0)),
  }
}

/** Sums below this are nought: its logarithm is far below that of any allowed sequence. */
const LEAST = 1e-300

/** The mean probability that tokens `first` to `last` (exclusive) have a role, whether they begin a span or go on in it. */
export function coverageOf({ forward, backward, total }: Lattice, role: Role, first: number, last: number): number {
  let sum = 0
  for (let token = first; token < last; token++) {
    const begin = token * TAGS + 1 + 2 * ROLES.indexOf(role)
    sum += Math.exp((forward[begin] as number) + (backward[begin] as number) - total)
    sum += Math.exp((forward[begin + 1] as number) + (backward[begin + 1] as number) - total)
  }
  return sum / (last - first)
}

/** The probability that tokens `first` to `last` (exclusive) are one span of the role, no shorter and no longer. */
export function spanProbability(crf: Crf, lattice: Lattice, role: Role, first: number, last: number): number {
  const { transitions } = crf
  const { emissions, forward, backward, total, length } = lattice
  const begin = 1 + 2 * ROLES.indexOf(role)
  const inside = begin + 1
  let score = forward[first * TAGS + begin] as number
  let tag = begin
  for (let t = first + 1; t < last; t++) {
    score += (transitions[tag * TAGS + inside] as number) + (emissions[t * TAGS + inside] as number)
    tag = inside
  }
  if (last >= length) return Math.exp(score + (crf.ends[tag] as number) - total)
  let probability = 0
  for (let j = 0; j < TAGS; j++) {
    if (j === inside) continue
    const after = last * TAGS + j
    probability += Math.exp(
      score +
        (transitions[tag * TAGS + j] as number) +
        (emissions[after] as number) +
        (backward[after] as number) -
        total,
    )
  }
  return probability
}

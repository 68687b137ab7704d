/**
 * Gradient-boosted trees, evaluated: Friedman's additive logistic model over regression trees (Annals of Statistics, 2001).
 *
 * The trees come from `train/page-body` as flat arrays; a prediction is a walk down each tree and one logistic function.
 */
export interface Forest {
  readonly features: readonly string[]
  readonly base: number
  /** One entry a node: index of the feature, or -1 in a leaf. */
  readonly feature: readonly number[]
  /** One entry a node: go left when the value is not above this; in a leaf, the leaf's value. */
  readonly value: readonly number[]
  /** One entry a node: index of the left child; the right one follows it. */
  readonly left: readonly number[]
  /** Index of each tree's root. */
  readonly roots: readonly number[]
}

/** A forest in typed arrays, ready to be asked. */
export function plant(forest: Forest): (vectors: Float32Array, offset: number) => number {
  const feature = Int16Array.from(forest.feature)
  const value = Float32Array.from(forest.value)
  const left = Int32Array.from(forest.left)
  const roots = Int32Array.from(forest.roots)
  return (vectors, offset) => {
    let score = forest.base
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree] as number
      let at = feature[node] as number
      while (at >= 0) {
        node = (left[node] as number) + ((vectors[offset + at] as number) > (value[node] as number) ? 1 : 0)
        at = feature[node] as number
      }
      score += value[node] as number
    }
    return 1 / (1 + Math.exp(-score))
  }
}

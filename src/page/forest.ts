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
  // Three numbers a node, side by side: feature, value, and where the left child's three begin.
  const nodes = new Float32Array(forest.feature.length * STRIDE)
  for (let node = 0; node < forest.feature.length; node++) {
    nodes[node * STRIDE] = forest.feature[node] as number
    nodes[node * STRIDE + 1] = forest.value[node] as number
    nodes[node * STRIDE + 2] = (forest.left[node] as number) * STRIDE
  }
  const roots = Int32Array.from(forest.roots, (root) => root * STRIDE)
  return (vectors, offset) => {
    let score = forest.base
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree] as number
      let feature = nodes[node] as number
      while (feature >= 0) {
        const right = (vectors[offset + feature] as number) > (nodes[node + 1] as number)
        node = (nodes[node + 2] as number) + (right ? STRIDE : 0)
        feature = nodes[node] as number
      }
      score += nodes[node + 1] as number
    }
    return 1 / (1 + Math.exp(-score))
  }
}
const STRIDE = 3

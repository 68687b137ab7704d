/**
 * Clustering by TF-IDF and cosine, in one pass (the single-pass method of Topic Detection and Tracking; Allan et al.
 * 1998): a sentence joins the cluster whose centroid is nearest, from a threshold on, or opens one.
 */
import type { Answer } from '../answer.ts'
import { contentWordsOf } from '../content.ts'
import type { InputLine } from '../gold.ts'
import { answerFrom } from './grouped.ts'
import { passagesOf } from './sentences.ts'

/** Best of 0.2, 0.25 ... 0.8 by B-cubed on families of another seed. */
const THRESHOLD = 0.5

type Vector = Map<string, number>

function normal(vector: Vector): Vector {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return new Map([...vector].map(([word, weight]) => [word, weight / length]))
}

export function tfIdf(articles: readonly InputLine[], threshold: number = THRESHOLD): Answer {
  const passages = passagesOf(articles)
  const bags = passages.map(({ text }) => contentWordsOf(text))
  const having = new Map<string, number>()
  for (const bag of bags) for (const word of new Set(bag)) having.set(word, (having.get(word) ?? 0) + 1)
  const vectors = bags.map((bag) => {
    const counts = new Map<string, number>()
    for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1)
    return normal(
      new Map(
        [...counts].map(([word, n]) => [word, (1 + Math.log(n)) * Math.log(1 + bags.length / (having.get(word) ?? 1))]),
      ),
    )
  })
  const sums: Vector[] = []
  const lengths: number[] = []
  const clustersWith = new Map<string, Set<number>>()
  const groups = vectors.map((vector) => {
    const products = new Map<number, number>()
    for (const [word, weight] of vector)
      for (const cluster of clustersWith.get(word) ?? [])
        products.set(cluster, (products.get(cluster) ?? 0) + weight * (sums[cluster]?.get(word) ?? 0))
    let [best, most] = [-1, threshold]
    for (const [cluster, product] of products) {
      const cosine = product / (lengths[cluster] ?? 1)
      if (cosine >= most) [best, most] = [cluster, cosine]
    }
    if (best < 0) best = sums.push(new Map()) - 1
    const sum = sums[best] as Vector
    for (const [word, weight] of vector) {
      sum.set(word, (sum.get(word) ?? 0) + weight)
      const having = clustersWith.get(word)
      if (having) having.add(best)
      else clustersWith.set(word, new Set([best]))
    }
    lengths[best] = Math.sqrt([...sum.values()].reduce((total, weight) => total + weight * weight, 0))
    return best
  })
  return answerFrom(articles, passages, groups, true)
}

/**
 * Which runs are the article's body: the body model's answer for each run.
 *
 * A forest of boosted trees weighs every run in its place (`features.ts`). It was trained by `train/page-body` on news
 * pages whose text people marked; `models/page-body.md` says on which, and how well it does on sites it never saw.
 */
import { FEATURES, vectorsOf } from './features.ts'
import { type Forest, plant } from './forest.ts'
import type { Page } from './runs.ts'
import type { Context } from './survey.ts'
import { weightsOf } from './weights.ts'

/** Gives the probability that the vector at an offset is one of the body's runs. */
export type Weigh = (vectors: Float32Array, offset: number) => number

/**
 * A model from the bytes of its file, checked against the features this code computes.
 * @param name the file's, for the error
 * @throws {Error} where it was trained on others
 */
export function forestOf(bytes: Uint8Array, name: string): Weigh {
  const forest: Forest = JSON.parse(new TextDecoder().decode(bytes))
  if (forest.features.join() !== FEATURES.join())
    throw new Error(
      `${name} was trained on other features than src/page/features.ts computes; retrain it: npm run train:page-body`,
    )
  return plant(forest)
}

let shipped: Weigh | null = null

/** The model that ships, loaded once. */
export function bodyModel(): Weigh {
  shipped ??= forestOf(weightsOf('page-body.json'), 'models/page-body.json')
  return shipped
}

/** The probability, for each run, that it is part of the article's body; 0 for runs that are not weighed. */
export function bodyProbabilities(page: Page, context: Context, weigh: Weigh): Float32Array {
  const { values, runs } = vectorsOf(page, context)
  const probabilities = new Float32Array(page.runs.length)
  for (const [row, run] of runs.entries()) probabilities[run.index] = weigh(values, row * FEATURES.length)
  return probabilities
}

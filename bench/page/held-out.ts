// What Hearsay comes to on sites that its body model has not seen: the shared pages, each read with a forest that was
// fitted without its site. `npm run train:page-body` measures it and leaves it beside the model.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Scores } from './judge.ts'
import { type SetName, setNames } from './pages.ts'

const models = resolve(import.meta.dirname, '../../models')
export const modelFile = join(models, 'page-body.json')
export const scoresFile = join(models, 'page-body.scores.json')

export interface HeldOut extends Scores {
  /** The SHA-256 of the model that was fitted on all of the pages, with the same features and settings. */
  readonly model: string
  /** The sites are parted into so many; each part is read by a forest fitted on the others. */
  readonly folds: number
}

export const modelHash = (): string => createHash('sha256').update(readFileSync(modelFile)).digest('hex')

/** The scores of the model that ships, or null where they are missing or those of another model. */
export function readHeldOut(): HeldOut | null {
  if (!existsSync(scoresFile)) return null
  const heldOut = JSON.parse(readFileSync(scoresFile, 'utf8')) as HeldOut
  return heldOut.model === modelHash() ? heldOut : null
}

/** Only of the sets named; what was counted over all sets is left away where some are missing. */
export function heldOutOf({ sets, facts, ...rest }: HeldOut, wanted: readonly SetName[]): HeldOut {
  return {
    ...rest,
    sets: Object.fromEntries(wanted.flatMap((set) => (sets[set] ? [[set, sets[set]]] : []))),
    facts: wanted.length === setNames.length ? facts : {},
  }
}

/**
 * The weights where there are no files: as the caller gave them. In the browser's bundle this module stands in the place
 * of `src/page/weights.ts`.
 */
import type { WeightsName } from '../page/packed.ts'

/** Something was to be read before `load` was done. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded'
}

const given = new Map<WeightsName, Uint8Array>()

/** Keeps weights, unpacked. */
export function give(name: WeightsName, bytes: Uint8Array): void {
  given.set(name, bytes)
}

/** The weights of a name, unpacked. @throws NotLoaded where they were not given */
export function weightsOf(name: WeightsName): Uint8Array {
  const bytes = given.get(name)
  if (bytes === undefined)
    throw new NotLoaded(`models/${name} is not there yet; call load({ pageBody, names }) and wait for it, then read`)
  return bytes
}

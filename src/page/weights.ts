/**
 * The weights that ship, as bytes. Here they are files of the package, opened when they are first asked for; in a browser
 * `src/browser/weights.ts` stands in the place of this module, and its caller gives them.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { isPacked, type WeightsName } from './packed.ts'

/** The weights of a name, unpacked. @throws {Error} where the file cannot be read */
export function weightsOf(name: WeightsName): Uint8Array {
  const bytes = readFileSync(new URL(`../../models/${name}`, import.meta.url))
  return isPacked(bytes) ? gunzipSync(bytes) : bytes
}

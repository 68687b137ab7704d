/** Which edition of an engine is at hand: what a kept reading is told apart by from one that is made now. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { EngineName } from './engines.ts'

/** The weights that decide what an engine reads, beside its rules. */
const WEIGHTS: Readonly<Record<EngineName, readonly string[]>> = {
  model: ['attributions.json', 'attributions.onnx', 'attributions.vectors', 'names.bin'],
  rules: ['names.bin'],
}

/**
 * Which rules and weights an engine reads with: the release and the beginning of the weights' SHA-256, as
 * `0.1.0+5f0c2ab91d3e`. Engines of one edition read an article alike.
 */
export function editionOf(name: EngineName): string {
  const root = new URL('../../', import.meta.url)
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
  const digest = createHash('sha256')
  for (const file of WEIGHTS[name]) digest.update(readFileSync(new URL(`models/${file}`, root)))
  return `${version}+${digest.digest('hex').slice(0, 12)}`
}

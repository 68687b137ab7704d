/** The engines that find attributions, by the names that `--engine` takes, and which edition of them is at hand. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Engine } from './attribution.ts'

export const ENGINES = ['model', 'rules'] as const
export type EngineName = (typeof ENGINES)[number]

/**
 * Loads an engine; what it needs is read only now.
 * @throws EngineUnavailable where the model's runtime does not load on this machine
 */
export async function loadEngine(name: EngineName): Promise<Engine> {
  if (name === 'rules') return (await import('./rules/engine.ts')).rules
  return (await import('./neural/engine.ts')).loadNeuralEngine()
}

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

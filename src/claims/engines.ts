/** The engines that find attributions, by the names that `--engine` takes. */
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

/** The engines that find attributions, by the names that `--engine` takes. */
import type { Engine } from './attribution.ts'

export const ENGINES = ['model', 'rules'] as const
export type EngineName = (typeof ENGINES)[number]

const loading = new Map<EngineName, Promise<Engine>>()

/**
 * An engine; what it needs is read when it is first asked for, and then kept.
 * @throws EngineUnavailable where the model's runtime does not load on this machine
 * @throws {RangeError} where there is none of that name
 */
export async function loadEngine(name: EngineName): Promise<Engine> {
  if (!ENGINES.includes(name)) throw new RangeError(`there is no engine “${name}”; there are: ${ENGINES.join(', ')}`)
  const engine = loading.get(name) ?? load(name)
  loading.set(name, engine)
  // what did not load is tried again when it is asked for again
  engine.catch(() => loading.delete(name))
  return engine
}

async function load(name: EngineName): Promise<Engine> {
  if (name === 'rules') return (await import('./rules/engine.ts')).rules
  return (await import('./neural/engine.ts')).loadNeuralEngine()
}

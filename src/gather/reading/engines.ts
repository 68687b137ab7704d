/** The engines that can be chosen: those that come with Hearsay, and a language model, where one is set. */
import type { Engine } from '../../claims/attribution.ts'
import { editionOf } from '../../claims/edition.ts'
import { ENGINES, loadEngine } from '../../claims/engines.ts'
import { PROMPT_EDITION } from '../../claims/language-model/question.ts'
import type { Reader } from '../../ledger/readings.ts'
import { languageModelSettings } from '../language-model/settings.ts'

/** What `--engine` takes. */
export const CHOICES = [...ENGINES, 'language-model'] as const
export type EngineChoice = (typeof CHOICES)[number]

/**
 * Loads an engine; what it needs is read only now, and a language model is asked only when there is something to read.
 * @throws EngineUnavailable where the model's runtime does not load on this machine, or no language model is set
 */
export async function openEngine(name: EngineChoice): Promise<Engine> {
  if (name !== 'language-model') return loadEngine(name)
  const settings = languageModelSettings()
  const { languageModelEngine } = await import('../../claims/language-model/engine.ts')
  const { openLanguageModel } = await import('../language-model/open.ts')
  return languageModelEngine(openLanguageModel(settings))
}

/**
 * Who reads. A language model's edition tells besides which model was asked, and by which instructions:
 * `0.1.0+97aa3c1f02be MODEL asked 1c0e7db52a44`.
 * @throws EngineUnavailable where it is a language model and none is set
 */
export function readerOf(name: EngineChoice): Reader {
  if (name !== 'language-model') return { engine: name, edition: editionOf(name) }
  const { model } = languageModelSettings()
  return { engine: name, edition: `${editionOf('rules')} ${model} asked ${PROMPT_EDITION}` }
}

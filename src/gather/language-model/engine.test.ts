// The language model as an engine, asked over the wire: it keeps what every engine promises.
import { afterAll } from 'vitest'
import { keepsItsPromises } from '../../../test/engine-promises.ts'
import { byTheRules, startLanguageModel } from '../../../test/language-model.ts'
import { languageModelEngine } from '../../claims/language-model/engine.ts'
import { openLanguageModel } from './open.ts'

const server = await startLanguageModel(byTheRules)
const languageModel = openLanguageModel(server.settings())
afterAll(async () => {
  await languageModel.close()
  await server[Symbol.asyncDispose]()
})

keepsItsPromises('language-model', languageModelEngine(languageModel))

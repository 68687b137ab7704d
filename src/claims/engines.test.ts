// The engines that come with Hearsay keep what every engine promises.
import { keepsItsPromises } from '../../test/engine-promises.ts'
import { ENGINES, loadEngine } from './engines.ts'

for (const name of ENGINES) keepsItsPromises(name, loadEngine(name))

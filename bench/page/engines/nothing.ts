// No reader at all: what the measuring itself takes, of which the others' peak memory is the rest.
import { bodyOnly, type Engine } from '../engine.ts'

export const nothing: Engine<null> = {
  fields: [],
  read: () => null,
  reading: () => bodyOnly(''),
}

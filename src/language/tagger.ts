/**
 * Tags every token of a document: its part of speech (Penn Treebank) and whether it is in a name. The weights are
 * `models/names.bin`; `models/names.md` says what they learned from and how well they do.
 */
import { weightsOf } from '../page/weights.ts'
import type { Document } from './document.ts'
import { formsOf } from './forms.ts'
import { type Known, knownOf } from './gazetteer/known.ts'
import { NAME_TAGS, nameTags, sceneOf } from './nametags.ts'
import { partTags } from './parts.ts'
import { highest, type Perceptron, perceptronsOf, scoreInto } from './perceptron.ts'

/** Tags, one for each token of the document they were made for. */
export interface Tags {
  /** Penn Treebank part of speech: NNP, VBD, '' ... */
  readonly parts: readonly string[]
  /** `O`, or `B-person`, `I-person` ... for person, organisation, place, nationality, other. */
  readonly names: readonly string[]
  /** What the gazetteers know of the tokens. */
  readonly known: Known
}

/** The models of the taggers. */
export type Models = Readonly<Record<'parts' | 'names', Perceptron>>

let shipped: Models | undefined

/** The weights that ship, read once. */
function shippedModels(): Models {
  shipped ??= perceptronsOf<'parts' | 'names'>(weightsOf('names.bin'))
  return shipped
}

/** Tags a document's tokens, sentence by sentence, from left to right. The same document always gets the same tags. */
export function tagsOf(document: Document, models: Models = shippedModels()): Tags {
  const { tokens, sentences } = document
  const forms = formsOf(tokens)
  const known = knownOf(tokens, forms)
  const scores = new Int32Array(models.parts.tags.length)
  const parts = partTags(forms, sentences, models.parts.certain, (features) => {
    scoreInto(models.parts, features, scores)
    return highest(scores)
  })
  const scene = sceneOf(tokens, sentences, forms, known, parts)
  const names = nameTags(scene, sentences, (features, into) => scoreInto(models.names, features, into))
  return {
    parts: Array.from(parts, (tag) => models.parts.tags[tag] as string),
    names: Array.from(names, (tag) => NAME_TAGS[tag] as string),
    known,
  }
}

/**
 * Tags every token of a document: parts of speech (Penn Treebank) and, in tags.names, which tokens are part of a name.
 * The weights are `models/names.bin`; `models/names.md` says what they learned from and how well they do.
 */
import { readFileSync } from 'node:fs'
import type { Document } from './document.ts'
import { formsOf } from './forms.ts'
import { PART_FEATURES, partFeatures } from './parts.ts'
import { bestOf, type Perceptron, perceptronsOf } from './perceptron.ts'

/** Tags, one for each token of the document they were made for. */
export interface Tags {
  /** Penn Treebank part of speech: NNP, VBD, '' ... */
  readonly parts: readonly string[]
}

/** The models of the taggers. */
export type Models = Readonly<Record<'parts', Perceptron>>

let shipped: Models | undefined

/** The weights that ship, read once. */
function shippedModels(): Models {
  shipped ??= perceptronsOf<'parts'>(readFileSync(new URL('../../models/names.bin', import.meta.url)))
  return shipped
}

/** Tags a document's tokens, sentence by sentence, from left to right. The same document always gets the same tags. */
export function tagsOf(document: Document, models: Models = shippedModels()): Tags {
  const forms = formsOf(document.tokens)
  const { tags } = models.parts
  const features = new Int32Array(PART_FEATURES)
  const scores = new Int32Array(tags.length)
  const parts: string[] = []
  for (const { first, last } of document.sentences) {
    let one = -1
    let two = -1
    for (let i = first; i < last; i++) {
      partFeatures(forms, i, first, last, one, two, features)
      const best = bestOf(models.parts, features, PART_FEATURES, scores)
      parts.push(tags[best] as string)
      two = one
      one = best
    }
  }
  return { parts }
}

/** The sentence an article's body opens with. */
import { documentOf } from '../../language/document.ts'
import type { Reading } from '../reading.ts'

/** Characters looked at: a lede is shorter. */
const LOOKED_AT = 1500

/** The first sentence of the first paragraph; null for an article without text. */
export function firstSentence({ article }: Reading): string | null {
  const { text, blocks } = article
  const start = blocks.find(({ kind }) => kind === 'paragraph')?.start ?? 0
  const opening = text.slice(start, start + LOOKED_AT)
  const sentence = documentOf(opening).sentences[0]
  return sentence === undefined ? null : opening.slice(sentence.start, sentence.end)
}

/** The sentences of articles, which the simple systems group instead of claims. */
import type { InputLine } from '../gold.ts'

export interface Passage {
  readonly article: string
  readonly text: string
}

/** So many words a sentence must have; shorter ones are names of agencies and the like. */
const LEAST_WORDS = 4

export const passagesOf = (articles: readonly InputLine[]): Passage[] =>
  articles.flatMap(({ id, text }) =>
    text
      .split('\n\n')
      .flatMap((paragraph) =>
        paragraph.split(/(?<=[.!?]|[.!?,]”(?! (?:\p{Ll}|\p{Lu}\p{L}+ (?:said|quoted|told|added))))\s+(?=[\p{Lu}“])/u),
      )
      .filter((sentence) => sentence.split(' ').length >= LEAST_WORDS)
      .map((sentence) => ({ article: id, text: sentence })),
  )

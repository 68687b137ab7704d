/** Counting outlets: whatever one more outlet prints is one more source. What news aggregators show. */
import type { Answer } from '../answer.ts'
import type { InputLine } from '../gold.ts'
import { answerFrom } from './grouped.ts'
import { passagesOf } from './sentences.ts'

export function countOutlets(articles: readonly InputLine[]): Answer {
  const passages = passagesOf(articles)
  return answerFrom(
    articles,
    passages,
    passages.map((_, i) => i),
    false,
  )
}

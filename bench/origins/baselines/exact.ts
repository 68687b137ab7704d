/** De-duplication by exact hash: sentences are one when their letters and digits are, case and marks apart. */
import { createHash } from 'node:crypto'
import type { Answer } from '../answer.ts'
import { wordsOf } from '../content.ts'
import type { InputLine } from '../gold.ts'
import { answerFrom } from './grouped.ts'
import { passagesOf } from './sentences.ts'

export function exactHash(articles: readonly InputLine[]): Answer {
  const passages = passagesOf(articles)
  const numbers = new Map<string, number>()
  const groups = passages.map(({ text }) => {
    const hash = createHash('sha256').update(wordsOf(text).join(' ')).digest('hex')
    const number = numbers.get(hash) ?? numbers.size
    numbers.set(hash, number)
    return number
  })
  return answerFrom(articles, passages, groups, true)
}

/** Groups of like sentences as an answer: each group an origin; the longer sentences among them as shared text. */
import type { Answer } from '../answer.ts'
import type { InputLine } from '../gold.ts'
import type { Passage } from './sentences.ts'

const NOT_ASKED = 'it has no notion of it'

/** Shorter sentences that agree show no copying. */
const SHARED_WORDS = 8

/**
 * @param groups for each passage the number of its group
 * @param copies whether sentences of one group show that one was copied from the other
 */
export function answerFrom(
  articles: readonly InputLine[],
  passages: readonly Passage[],
  groups: readonly number[],
  copies: boolean,
): Answer {
  const byGroup = Map.groupBy(passages, (_, i) => groups[i] ?? -1)
  const published = new Map(articles.map(({ id, published }) => [id, published]))
  const edges = new Map<string, Answer['edges'][number]>()
  if (copies)
    for (const group of byGroup.values()) {
      const long = group.filter(({ text }) => text.split(' ').length >= SHARED_WORDS)
      const ids = [...new Set(long.map(({ article }) => article))]
      ids.sort((a, b) => (published.get(a) ?? '').localeCompare(published.get(b) ?? ''))
      const [first, ...later] = ids
      for (const from of later) if (first) edges.set(`${from} ${first}`, { from, to: first, evidence: 'shared text' })
    }
  return {
    origins: [...byGroup.values()].map((claims) => ({ claims })),
    edges: [...edges.values()],
    unknown: [],
    drift: [],
    skipped: {
      ...(copies ? {} : { edges: NOT_ASKED }),
      unknown: NOT_ASKED,
      drift: NOT_ASKED,
      headlineDrift: NOT_ASKED,
    },
  }
}

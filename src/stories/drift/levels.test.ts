import { expect, test } from 'vitest'
import { loadEngine } from '../../claims/engines.ts'
import { readClaims } from '../../claims/index.ts'
import { type Article, NOTHING } from '../../page/article.ts'
import { headlineLevels } from './levels.ts'

const rules = await loadEngine('rules')

const LEDE = 'Up to 60 miners were trapped in the Hollow pit, mayor Ada Quill said on Monday.'
const QUOTE = '"Up to 60 miners and four engineers may be trapped," Quill told reporters.'

async function levels(headline: string | null, paragraphs: readonly string[], more: Partial<Article> = {}) {
  const text = paragraphs.join('\n\n')
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const start = at
    at += paragraph.length + 2
    return { kind: 'paragraph' as const, start, end: start + paragraph.length }
  })
  const article: Article = { ...NOTHING, lang: 'en', headline, text, blocks, ...more }
  const [claims = []] = await readClaims([article], rules)
  return { article, levels: headlineLevels(article, claims) }
}

test('goes from the quotation by the beginning to the headline, each with what it lost', async () => {
  const { article, levels: found } = await levels('60 miners trapped, mayor says', [LEDE, QUOTE])
  expect(found?.map(({ place }) => place)).toEqual(['fullest', 'lede', 'headline'])
  const [quote, , headline] = found ?? []
  expect(quote?.claim?.type).toBe('direct')
  expect(headline?.words).toBe('60 miners trapped, mayor says')
  expect(headline?.drift.map(({ from }) => from.text)).toContain('Up to')
  for (const { words, start, place } of found ?? [])
    if (place !== 'headline') expect(article.text.slice(start, start + words.length)).toBe(words)
})

test('is nothing without a headline, or with one that reports no claim of the text', async () => {
  expect((await levels(null, [LEDE])).levels).toBeNull()
  expect((await levels('Cheese prices rise again', [LEDE])).levels).toBeNull()
})

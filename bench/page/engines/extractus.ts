// Readability with linkedom underneath, and its own cleaning around it.
import { type ArticleData, extractFromHtml } from '@extractus/article-extractor'
import { bodyOnly, type Engine } from '../engine.ts'
import { textOf } from '../text.ts'

export const extractus: Engine<ArticleData | null> = {
  fields: ['text', 'headline', 'bylines', 'published'],
  read: ({ html, url }) => extractFromHtml(html, url),
  reading: (article) => ({
    ...bodyOnly(textOf(article?.content ?? '')),
    headline: article?.title ?? null,
    bylines: article?.author ?? null,
    published: article?.published ?? null,
  }),
}

import { type Article, readPage } from '../../../src/page/index.ts'
import type { Engine } from '../engine.ts'

export const hearsay: Engine<Article> = {
  fields: ['text', 'headline', 'bylines', 'published', 'modified', 'dateline', 'wire', 'deck', 'images', 'related'],
  read: ({ html, url }) => readPage(html, { url }),
  reading: (article) => article,
}

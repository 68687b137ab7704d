// Firefox's reader view, on the DOM that servers mostly run it on. linkedom shows what is inside <template> as if it
// were on the page, so that goes first.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { bodyOnly, type Engine } from '../engine.ts'
import { textOf } from '../text.ts'

export const readability: Engine<ReturnType<Readability['parse']>> = {
  fields: ['text', 'headline', 'bylines', 'published'],
  read({ html }) {
    const { document } = parseHTML(html)
    for (const template of document.querySelectorAll('template')) template.remove()
    return new Readability(document).parse()
  },
  reading: (article) => ({
    ...bodyOnly(textOf(article?.content ?? '')),
    headline: article?.title ?? null,
    bylines: article?.byline ?? null,
    published: article?.publishedTime ?? null,
  }),
}

// Obsidian's clipper. Left to itself it asks third parties about pages that it cannot read; here it may not.
import { Defuddle, type DefuddleResponse } from 'defuddle/node'
import { bodyOnly, type Engine } from '../engine.ts'
import { textOf } from '../text.ts'

export const defuddle: Engine<DefuddleResponse> = {
  fields: ['text', 'headline', 'bylines', 'published'],
  read: ({ html, url }) => Defuddle(html, url, { useAsync: false }),
  reading: ({ content, title, author, published }) => ({
    ...bodyOnly(textOf(content)),
    headline: title,
    bylines: author,
    published,
  }),
}

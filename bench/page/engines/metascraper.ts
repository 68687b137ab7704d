// Fields only: it reads no body.
import makeMetascraper, { type Metadata } from 'metascraper'
import author from 'metascraper-author'
import date from 'metascraper-date'
import title from 'metascraper-title'
import { bodyOnly, type Engine } from '../engine.ts'

const scrape = makeMetascraper([author(), date(), title()])

export const metascraper: Engine<Metadata> = {
  fields: ['headline', 'bylines', 'published'],
  read: ({ html, url }) => scrape({ html, url }),
  reading: (found) => ({
    ...bodyOnly(''),
    headline: found.title ?? null,
    bylines: found.author ?? null,
    published: found.date ?? null,
  }),
}

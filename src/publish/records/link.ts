/** The chain of a claim: by whose word it came, the outlet first, each further one closer to what happened. */
import { z } from 'zod'
import type { Link as Read, Speaker as ReadSpeaker, SpeakerKind } from '../../claims/claim.ts'
import { outletAt, speakerAt, unnamedAt } from '../addresses.ts'
import { type Pinned, quoteRecord } from './pinned.ts'
import { Permalink, Quote, SPEAKER_KINDS } from './words.ts'

export const LINK_KINDS = ['wire', 'quotes', 'cites', 'told', 'own reporting', 'unnamed'] as const

export const Link = z
  .object({
    name: z.string(),
    kind: z.enum(SPEAKER_KINDS),
    link: z.enum(LINK_KINDS).describe('How it has what the next, inner one says.'),
    anchor: Quote.nullable().describe('Where the text says so; null for the outlet and for a credit beside the text.'),
  })
  .meta({
    id: 'Link',
    description: 'One source of a chain. The outlet is the first; the last is the innermost that the article names.',
    examples: [
      { name: 'The Harbour Post', kind: 'outlet', link: 'quotes', anchor: null },
      {
        name: 'Ilse Maren',
        kind: 'person',
        link: 'own reporting',
        anchor: { start: 190, end: 200, text: 'Ilse Maren' },
      },
    ],
  })
export type Link = z.infer<typeof Link>

export const linkRecord = ({ name, kind, link, anchor }: Read, pinned: Pinned): Link => ({
  name,
  kind,
  link,
  anchor: anchor && quoteRecord(anchor, pinned),
})

export const Speaker = z
  .object({
    name: z.string().describe('The full name as the article gives it, or the description of an unnamed source.'),
    kind: z.enum(SPEAKER_KINDS),
    key: z.string().nullable().describe('The same in every article, whatever the spelling; null for unnamed sources.'),
    permalink: Permalink,
  })
  .meta({
    id: 'Speaker',
    description: 'Who answers for a claim.',
    examples: [
      {
        name: 'Ilse Maren',
        kind: 'person',
        key: 'person:maren:ilse',
        permalink: 'https://hearsay.example/speaker/person%3Amaren%3Ailse',
      },
    ],
  })
export type Speaker = z.infer<typeof Speaker>

/** The page of a source on the site: an outlet's own, a speaker's by the key, else that of the words that describe it. */
const sourceAt = (name: string, kind: SpeakerKind, key: string | null): string =>
  key !== null ? speakerAt(key) : kind === 'outlet' ? outletAt(name) : unnamedAt(name)

export const speakerRecord = ({ name, kind, key }: ReadSpeaker, { site }: Pick<Pinned, 'site'>): Speaker => ({
  name,
  kind,
  key,
  permalink: site + sourceAt(name, kind, key),
})

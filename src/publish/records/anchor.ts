/** Anchors: where words stand, exactly (W3C Web Annotation calls it a text position and a text quote). */
import { z } from 'zod'
import type { Quote } from '../../claims/claim.ts'
import type { TellingPlace } from '../../stories/drift/drift.ts'
import { addressOf } from '../address.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Numbered } from './words.ts'

export const Anchor = z
  .object({
    article: Numbered.nullable().describe("The article's number; null where the ledger no longer shows it."),
    in: z
      .enum(['text', 'headline', 'deck', 'caption', 'slug'])
      .describe(
        "The string that `start` and `end` index: the article's text, headline or deck, a caption, or its address.",
      ),
    start: z.int().min(0),
    end: z.int().min(0),
    text: z.string().describe('The exact words; cut, with an ellipsis, where the site shows excerpts.'),
    url: z.string().nullable().describe("The outlet's page, landing on the words (a text fragment)."),
  })
  .meta({
    id: 'Anchor',
    description: 'Where words stand: `start` and `end` are UTF-16 offsets, and `text` is what was read there.',
    examples: [
      {
        article: 7,
        in: 'text',
        start: 212,
        end: 251,
        text: 'up to 40 people were hurt at the harbour',
        url: 'https://harbour.example/ferry#:~:text=up%20to%2040%20people%20were,people%20hurt%20at%20the%20harbour',
      },
    ],
  })
export type Anchor = z.infer<typeof Anchor>

/** Where words stand, and in which article. */
export interface Standing extends Quote {
  readonly in: TellingPlace
  readonly article: number | null
  /** The address of the article's page. */
  readonly url: string | null
}

export function anchorRecord({ article, in: where, start, end, text, url }: Standing, pinned: Pinned): Anchor {
  const words = excerptOf(text, pinned)
  return { article, in: where, start, end, text: words, url: addressOf(url, where === 'text' ? text : '') }
}

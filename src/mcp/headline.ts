/** A headline held against its text: which claim it reports, and what it left out or changed of it. */
import { z } from 'zod'
import { anchorRecord } from '../publish/records/anchor.ts'
import type { Pinned } from '../publish/records/pinned.ts'
import { headlineCheck } from '../stories/drift/headline.ts'
import type { Held } from './drifts.ts'
import { quotation } from './quotation.ts'
import { anchorWords, nameWords } from './words.ts'

export const Headline = z
  .object({
    words: z.string(),
    claim: z
      .int()
      .nullable()
      .describe('The number of the claim that it reports; null for a draft, and where there is none.'),
    reports: z
      .object({
        speaker: z.string().nullable(),
        in: z.enum(['text', 'headline', 'deck']),
        start: z.int(),
        end: z.int(),
        text: z.string(),
      })
      .nullable()
      .describe('That claim of the text. null: none was found, so nothing is known of what the headline left out.'),
    lost: z.array(z.string()).describe('Words of that claim which the headline leaves out.'),
    changed: z.array(z.object({ from: z.string(), to: z.string() })),
  })
  .meta({ id: 'Headline', description: 'A headline held against its text.' })
export type Headline = z.infer<typeof Headline>

/** The longest headline that is shown, in characters. */
const LONGEST = 500

/** @returns null where there is no headline */
export function headlineHeld({ article, claims, numbers }: Held, pinned: Pinned): Headline | null {
  const check = headlineCheck(article, claims)
  if (check === null || article.headline === null) return null
  const told = claims.find(({ id }) => id === check.claim) ?? null
  return {
    words: article.headline.slice(0, LONGEST),
    claim: numbers.get(check.claim ?? '') ?? null,
    reports: told && {
      speaker: told.speaker?.name ?? null,
      in: told.in,
      start: told.content.start,
      end: told.content.end,
      text: anchorRecord({ ...told.content, in: told.in, article: null, url: null }, pinned).text,
    },
    lost: [...check.lost],
    changed: check.changed.map((one) => ({ ...one })),
  }
}

export function headlineLines(headline: Headline | null): string[] {
  if (headline === null) return ['There is no headline to hold against the text.']
  const { words, claim, reports, lost, changed } = headline
  const own = `Headline: ${quotation(words)}`
  if (reports === null)
    return [
      own,
      'No claim of the text was found that it reports, so nothing is known of what it left out. That is not to say that it left nothing out.',
    ]
  const number = claim === null ? 'a claim' : `claim ${claim}`
  return [
    own,
    `It reports ${number} of the text: ${nameWords(reports.speaker)}: ${quotation(reports.text)} (${anchorWords(reports)})`,
    ...lost.map((one) => `The headline left out ${quotation(one, 100)}.`),
    ...changed.map(({ from, to }) => `The headline changed ${quotation(from, 100)} to ${quotation(to, 100)}.`),
  ]
}

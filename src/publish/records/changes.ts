/** What changed between two versions of an article, in claims and words. */
import { z } from 'zod'
import type { Claim as Read } from '../../claims/claim.ts'
import type { Changes as Found } from '../../ledger/changes.ts'
import { claimAt, versionAt } from '../addresses.ts'
import { Drift, driftRecord } from './drift.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Wording } from './report.ts'
import { Numbered, Permalink } from './words.ts'

const ClaimWords = z
  .object({ claim: Numbered, words: z.string(), permalink: Permalink })
  .meta({ id: 'ClaimWords', description: 'A claim of one version, in its words.' })

export const Changes = z
  .object({
    article: Numbered,
    from: Numbered.describe('The older version.'),
    to: Numbered.describe('The newer one.'),
    claims: z
      .array(
        z.object({
          before: ClaimWords,
          now: ClaimWords.nullable().describe('The same claim in the newer version; null where there is none.'),
          anchor: z.enum(['exact', 'moved', 'changed', 'orphan']).describe('Orphan: its words are gone.'),
          drift: z.array(Drift),
        }),
      )
      .describe("What became of the older version's claims."),
    added: z.array(ClaimWords).describe('Claims that only the newer version has.'),
    headline: z.array(Wording).nullable().describe('Word by word; null where it is as before.'),
    deck: z.array(Wording).nullable(),
    permalink: Permalink.describe('Of the newer version.'),
  })
  .meta({ id: 'Changes', description: 'What changed from one version of an article to another.' })
export type Changes = z.infer<typeof Changes>

/** @param numberOf the numbers of the claims of both versions */
export function changesRecord(
  { article, from, to }: { readonly article: number; readonly from: number; readonly to: number },
  found: Found,
  numberOf: ReadonlyMap<Read, number>,
  pinned: Pinned,
): Changes {
  const wordsOf = (claim: Read | null) => {
    const number = claim === null ? undefined : numberOf.get(claim)
    if (claim === null || number === undefined) return null
    return {
      claim: number,
      words: excerptOf(claim.content.text, pinned),
      permalink: pinned.site + claimAt(number, pinned.seq),
    }
  }
  const line = (words: Found['headline']) =>
    words?.map((one) => ({ ...one, words: excerptOf(one.words, pinned) })) ?? null
  return {
    article,
    from,
    to,
    claims: found.claims.flatMap(({ claim, now, anchor, drift }) => {
      const before = wordsOf(claim)
      return before === null
        ? []
        : [{ before, now: wordsOf(now), anchor, drift: drift.map((one) => driftRecord(one, pinned)) }]
    }),
    added: found.added.flatMap((claim) => wordsOf(claim) ?? []),
    headline: line(found.headline),
    deck: line(found.deck),
    permalink: pinned.site + versionAt(article, to),
  }
}

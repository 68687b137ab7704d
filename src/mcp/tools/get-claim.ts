/** A claim with all that is known of it. */
import { z } from 'zod'
import { claimsPlaced } from '../../ledger/placed.ts'
import type { ClaimStood } from '../../ledger/stood.ts'
import { pageAddress } from '../../publish/cite/claim.ts'
import { counted } from '../../publish/numbers.ts'
import { Claim, claimRecord } from '../../publish/records/claim.ts'
import type { Pinned } from '../../publish/records/pinned.ts'
import { when } from '../../publish/when.ts'
import { claimAskedFor } from '../ask-for.ts'
import { claimNumber, pinnedTo, position } from '../fields.ts'
import { pinnedNow } from '../pinned.ts'
import { quotation } from '../quotation.ts'
import type { Serving } from '../serving.ts'
import { type Answer, tool } from '../tool.ts'
import { chainLines, claimLines } from '../words.ts'

const input = z.object({ claim: claimNumber, at: position.optional() })

const Fixed = z
  .object({ field: z.string(), by: z.string(), at: z.string(), why: z.string() })
  .meta({ id: 'Fixed', description: 'A correction by a person that is in force.' })

const Stood = z
  .object({
    version: z.int().describe('Which version of the article, from 1.'),
    captures: z.array(z.string()).describe('When it was captured so, the first and the last.'),
    stands: z.boolean().describe('Whether the claim was read in it.'),
  })
  .meta({ id: 'Stood', description: 'A version of the article, and whether the claim stood in it.' })

const output = z.object({
  claim: Claim,
  position: pinnedTo,
  origin: z.int().nullable(),
  articles: z.int().describe('How many articles report its origin: reports, not confirmations.'),
  story: z.int().nullable(),
  isCurrent: z.boolean().describe('Whether it stands in the version seen last, in the reading that counts.'),
  current: z.int().nullable().describe('The claim of these words that counts now; null where none does.'),
  corrections: z.array(Fixed),
  versions: z.array(Stood),
})

/** A claim as it stood, as a record. */
export function stoodRecord(stood: ClaimStood, pinned: Pinned): Claim {
  const { claim: number, corrected, article, version, reading, page, captures } = stood
  const { headline, outlet, published, wire } = page
  const where = { article, version: version.id, reading: reading.id, headline, outlet, published, wire }
  const shown = { ...where, number, claim: corrected.claim, url: pageAddress(stood) }
  return claimRecord(shown, pinned, captures[0] ?? null)
}

/** The most versions of an article that are told of. */
const VERSIONS = 20

export const getClaim = tool({
  name: 'get_claim',
  title: 'A claim in full',
  description:
    'One claim with all that is known of it: the exact words and where they stand, who says it, on whose word, figures with their bounds, hedges, times, the capture that proves it, what people corrected, and in which versions of the article it stood. For who else carries it: trace_claim.',
  input,
  output,
  answer: (serving, { claim, at }) => claimAnswer(serving, claim, at),
})

/** A claim's answer, which its resource gives too. */
export async function claimAnswer(
  serving: Serving,
  number: number,
  at?: number,
): Promise<Answer<z.input<typeof output>>> {
  const stood = await claimAskedFor(serving, number, at)
  const pinned = await pinnedNow(serving, stood.pinned.seq)
  const claim = stoodRecord(stood, pinned)
  const { corrected, reading, version, history } = stood
  const placed = await claimsPlaced(serving.ledger, [{ number, claim: corrected.claim, reading: reading.id }])
  const { origin = null, articles = 0, story = null } = placed.get(number) ?? {}
  const isCurrent = reading.isCurrent && version.isCurrent
  const corrections = corrected.by.map(({ change, by, at: made, why }) => ({ field: change.field, by, at: made, why }))
  const versions = history.versions.slice(-VERSIONS).map((one) => ({
    version: one.number,
    captures: [one.captures[0], one.captures.length > 1 ? one.captures.at(-1) : undefined].flatMap(
      (seen) => seen?.at ?? [],
    ),
    stands: one.stands.length > 0,
  }))
  const { hedges, place, eventTime, capture, confidence, why, chain } = claim
  return {
    value: {
      claim,
      position: stood.pinned.seq,
      origin,
      articles,
      story,
      isCurrent,
      current: history.current,
      corrections,
      versions,
    },
    text: [
      ...claimLines(claim, 1200),
      ...(claim.isExcerpt ? ['  The words are cut: this site shows excerpts. The original page has them all.'] : []),
      'On whose word:',
      ...chainLines(chain, claim.in),
      `Hedges: ${hedges.length === 0 ? 'none found' : hedges.map(({ text, kind }) => `${quotation(text, 60)} (${kind})`).join('; ')}`,
      `Where: ${place === null ? 'not known' : quotation(place.name, 100)}. When it happened: ${eventTime === null ? 'not known' : `${quotation(eventTime.text, 60)}, ${eventTime.start ?? 'open'} to ${eventTime.end ?? 'open'}`}.`,
      `Proof: ${capture === null ? 'no capture is kept' : `captured ${when(capture.capturedAt)}, SHA-256 ${capture.sha256}`}; original page: ${claim.url ?? 'address not known'}`,
      `Read with confidence ${confidence} (how often such readings are right): ${quotation(why)}`,
      ...corrections.map(
        ({ field, by, why: reason }) =>
          `A person corrected it: ${field}, by ${quotation(by, 60)}: ${quotation(reason, 200)}`,
      ),
      ...(isCurrent
        ? []
        : [
            `It is not in the last version of the page, as it is read now${history.current === null ? '.' : `: claim ${history.current} stands for it.`}`,
          ]),
      ...versions
        .filter(({ stands }) => !stands)
        .map(
          (one) =>
            `It was not read in version ${one.version} of the page, captured ${one.captures.map(when).join(' to ')}.`,
        ),
      `Origin ${origin ?? 'not known'}, reported by ${counted(articles, 'article')} (reports, not confirmations): trace_claim tells them. Story: ${story ?? 'none'}.`,
    ].join('\n'),
  }
}

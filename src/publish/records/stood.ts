/** A claim by its number, with what proves it and what people made of it: now, or as it stood at a position of the log. */
import { z } from 'zod'
import type { ClaimStood } from '../../ledger/stood.ts'
import { webAddress } from '../address.ts'
import { Capture, captureRecord } from './capture.ts'
import { Claim, claimRecord } from './claim.ts'
import type { Pinned } from './pinned.ts'
import { Position, positionRecord } from './position.ts'
import { Count, Moment, Numbered } from './words.ts'

export const ClaimAsked = Claim.extend({
  version: z
    .object({ number: Numbered, isCurrent: z.boolean(), firstSeen: Moment, lastSeen: Moment })
    .describe('The version of the article that it was read in.'),
  reading: z
    .object({ engine: z.string(), edition: z.string(), readAt: Moment, isCurrent: z.boolean() })
    .describe('Who read it, and when.'),
  isAdded: z.boolean().describe('Whether a person added it, since it was missed.'),
  isHidden: z.boolean().describe('Whether a person has hidden it.'),
  corrected: z.array(Numbered).describe('Corrections in force on it.'),
  captures: z.array(Capture).describe('Captures of the version, the earliest first.'),
  position: Position.describe(
    'The entry with which it came to stand as it is told here; its permalink is pinned to it.',
  ),
  thread: Numbered.describe('The first claim of those that are this one in other versions and readings.'),
  current: Numbered.nullable().describe('The claim of the thread that counts now; null where none does.'),
  seenIn: Count.describe('Versions of the article that have it.'),
}).meta({
  id: 'ClaimAsked',
  description: 'A claim by its number, with its reading, its captures, and what people made of it.',
})
export type ClaimAsked = z.infer<typeof ClaimAsked>

export function claimAskedRecord(stood: ClaimStood, { site, excerpt }: Omit<Pinned, 'seq'>): ClaimAsked {
  const { claim: number, corrected, page, version, reading, captures, pinned, history } = stood
  const [first] = captures
  const { headline, outlet, published, wire } = page
  const url = webAddress(page.url) ?? webAddress(first?.finalUrl ?? first?.url ?? null)
  const shown = {
    number,
    claim: corrected.claim,
    article: stood.article,
    version: version.id,
    reading: reading.id,
    headline,
    outlet,
    published,
    wire,
    url,
  }
  return {
    ...claimRecord(shown, { site, excerpt, seq: pinned.seq }, first ?? null),
    version: {
      number: version.number,
      isCurrent: version.isCurrent,
      firstSeen: version.firstSeen,
      lastSeen: version.lastSeen,
    },
    reading: {
      engine: reading.engine,
      edition: reading.edition,
      readAt: reading.readAt,
      isCurrent: reading.isCurrent,
    },
    isAdded: stood.isAdded,
    isHidden: corrected.isHidden,
    corrected: corrected.by.map(({ id }) => id),
    captures: captures.map(captureRecord),
    position: positionRecord(pinned),
    thread: stood.thread,
    current: history.current,
    seenIn: history.versions.filter(({ stands }) => stands.length > 0).length,
  }
}

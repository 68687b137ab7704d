/** Claims as programs get them: the reading contract's, with number, article, address, anchor and the capture that proves it. */
import { z } from 'zod'
import type { Claim as Read } from '../../claims/claim.ts'
import type { ClaimShown } from '../../ledger/shown.ts'
import type { CaptureShown } from '../../ledger/stood.ts'
import { webAddress } from '../address.ts'
import { claimAt } from '../addresses.ts'
import { Anchor, anchorRecord } from './anchor.ts'
import { Capture, captureRecord } from './capture.ts'
import { Figure, figureRecord } from './figure.ts'
import { Link, linkRecord, Speaker, speakerRecord } from './link.ts'
import { excerptOf, type Pinned, quoteRecord } from './pinned.ts'
import { Numbered, PageAddress, Permalink, Published, Quote, Span, STRINGS } from './words.ts'

const CLAIM_TYPES = ['direct', 'indirect', 'mixed', 'none'] as const
const HEDGES = ['bound', 'approximation', 'modal', 'hearsay', 'unverified', 'conditional', 'denial'] as const

const offset = z.int().min(0)

const Hedge = z.object({ start: offset, end: offset, text: z.string(), kind: z.enum(HEDGES), scope: Span }).meta({
  id: 'Hedge',
  description: 'Words that bound, weaken, deny or leave open; `scope` is what they weaken.',
  examples: [{ start: 212, end: 217, text: 'up to', kind: 'bound', scope: { start: 212, end: 220 } }],
})

const Place = z.object({ start: offset, end: offset, text: z.string(), name: z.string() }).meta({
  id: 'Place',
  description: 'Where what is claimed happened.',
  examples: [{ start: 240, end: 251, text: 'the harbour', name: 'the harbour' }],
})

const EventTime = z
  .object({ text: z.string(), start: z.string().nullable(), end: z.string().nullable(), anchor: Span })
  .meta({
    id: 'EventTime',
    description: 'When what is claimed happened: first and last day; null where the words leave an end open.',
    examples: [{ text: 'on Monday', start: '2031-05-12', end: '2031-05-12', anchor: { start: 260, end: 269 } }],
  })

const SaidTime = z.object({ text: z.string(), date: z.string().nullable(), anchor: Span }).meta({
  id: 'SaidTime',
  description: 'When it was said, as exact as the words are: `2031`, `2031-05` or `2031-05-12`.',
  examples: [{ text: 'on Tuesday', date: '2031-05-13', anchor: { start: 201, end: 211 } }],
})

const example = {
  number: 41,
  id: 'c3',
  article: 7,
  outlet: 'The Harbour Post',
  headline: '40 hurt as ferry strikes pier',
  published: '2031-05-13T08:30:00Z',
  wire: null,
  url: 'https://harbour.example/ferry',
  in: 'text' as const,
  type: 'indirect' as const,
  act: 'speech' as const,
  source: { start: 190, end: 200, text: 'Ilse Maren' },
  cue: { start: 201, end: 205, text: 'said' },
  content: {
    start: 206,
    end: 246,
    text: 'up to 40 people were hurt at the harbour',
    parts: [{ start: 206, end: 246 }],
  },
  speaker: {
    name: 'Ilse Maren',
    kind: 'person' as const,
    key: 'person:maren:ilse',
    permalink: 'https://hearsay.example/speaker/person%3Amaren%3Ailse',
  },
  chain: [
    { name: 'The Harbour Post', kind: 'outlet' as const, link: 'quotes' as const, anchor: null },
    {
      name: 'Ilse Maren',
      kind: 'person' as const,
      link: 'own reporting' as const,
      anchor: { start: 190, end: 200, text: 'Ilse Maren' },
    },
  ],
  hedges: [{ start: 206, end: 211, text: 'up to', kind: 'bound' as const, scope: { start: 206, end: 214 } }],
  figures: [
    {
      start: 206,
      end: 214,
      text: 'up to 40',
      low: null,
      high: 40,
      approximate: false,
      qualifier: 'up to',
      unit: 'people',
      measure: 'hurt',
      population: 'people',
    },
  ],
  place: { start: 235, end: 246, text: 'the harbour', name: 'the harbour' },
  eventTime: null,
  saidTime: { text: 'on Tuesday', date: '2031-05-13', anchor: { start: 179, end: 189 } },
  confidence: 0.93,
  why: 'model: "said" with its subject before it',
  isExcerpt: false,
  anchor: {
    article: 7,
    in: 'text' as const,
    start: 206,
    end: 246,
    text: 'up to 40 people were hurt at the harbour',
    url: 'https://harbour.example/ferry#:~:text=up%20to%2040%20people%20were%20hurt%20at%20the%20harbour',
  },
  capture: {
    number: 3,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    size: 48_210,
    url: 'https://harbour.example/ferry',
    finalUrl: 'https://harbour.example/ferry',
    status: 200,
    capturedAt: '2031-05-12T09:00:00.000Z',
    how: 'fetched' as const,
  },
  permalink: 'https://hearsay.example/claim/41?at=118',
}

export const Claim = z
  .object({
    number: Numbered.describe('Its number in the ledger, which stays for ever.'),
    id: z.string().describe('Its id in its reading: `c3`.'),
    article: Numbered,
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
    published: Published,
    wire: z.string().nullable().describe('The agency whose copy the article prints or leans on.'),
    url: PageAddress,
    in: z.enum(STRINGS).describe('The string of the article that every span of the claim indexes.'),
    type: z.enum(CLAIM_TYPES).describe('`none` is an unattributed statement that carries a figure.'),
    act: z.enum(['speech', 'belief', 'intention']),
    source: Quote.nullable().describe('The words that name who says it.'),
    cue: Quote.nullable().describe('The words that mark it as said: `said`, `according to`.'),
    content: z
      .object({ start: offset, end: offset, text: z.string(), parts: z.array(Span) })
      .describe('What is said, in the words of the article.'),
    speaker: Speaker.nullable().describe('Who answers for it; null where nobody is named.'),
    chain: z.array(Link).describe('By whose word it came, the outlet first.'),
    hedges: z.array(Hedge),
    figures: z.array(Figure),
    place: Place.nullable(),
    eventTime: EventTime.nullable(),
    saidTime: SaidTime.nullable(),
    confidence: z.number().min(0).max(1).describe('How often readings like this one are right.'),
    why: z.string().describe('The rule or the model that read it, in words.'),
    isExcerpt: z.boolean().describe("Whether the words of `content` are cut to the site's excerpt."),
    anchor: Anchor.describe('Where what is said stands.'),
    capture: Capture.nullable().describe('The first capture in which it was seen so; null where none is kept.'),
    permalink: Permalink,
  })
  .meta({
    id: 'Claim',
    description:
      'Who said what, on whose word, how many, where, when, how sure: as it was read, and as people corrected it.',
    examples: [example],
  })
export type Claim = z.infer<typeof Claim>

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })

/** What of a claim is the reading's own, whether the ledger has it or not. */
export const readOf = (claim: Read, pinned: Pinned) => ({
  in: claim.in,
  type: claim.type,
  act: claim.act,
  source: claim.source && quoteRecord(claim.source, pinned),
  cue: claim.cue && quoteRecord(claim.cue, pinned),
  content: {
    ...spanOf(claim.content),
    text: excerptOf(claim.content.text, pinned),
    parts: claim.content.parts.map(spanOf),
  },
  speaker: claim.speaker && speakerRecord(claim.speaker, pinned),
  chain: claim.chain.map((link) => linkRecord(link, pinned)),
  hedges: claim.hedges.map((hedge) => ({
    ...quoteRecord(hedge, pinned),
    kind: hedge.kind,
    scope: spanOf(hedge.scope),
  })),
  figures: claim.figures.map(figureRecord),
  place: claim.place && { ...quoteRecord(claim.place, pinned), name: claim.place.name },
  eventTime: claim.eventTime && { ...claim.eventTime, anchor: spanOf(claim.eventTime.anchor) },
  saidTime: claim.saidTime && { ...claim.saidTime, anchor: spanOf(claim.saidTime.anchor) },
  confidence: claim.confidence,
  why: excerptOf(claim.why, pinned),
})

/**
 * A claim as programs get it.
 * @param capture the first by which its version is known; null where none is kept
 */
export function claimRecord(shown: ClaimShown, pinned: Pinned, capture: CaptureShown | null): Claim {
  const { number, claim, article, headline, outlet, published, wire, url } = shown
  const { content } = claim
  return {
    number,
    id: claim.id,
    article,
    outlet,
    headline: headline && excerptOf(headline, pinned),
    published,
    wire,
    url: webAddress(url),
    ...readOf(claim, pinned),
    isExcerpt: pinned.excerpt !== null && content.text.length > pinned.excerpt,
    anchor: anchorRecord({ ...content, in: claim.in, article, url }, pinned),
    capture: capture && captureRecord(capture),
    permalink: pinned.site + claimAt(number, pinned.seq),
  }
}

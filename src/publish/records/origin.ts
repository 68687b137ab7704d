/** Origins: one original statement each, with its account and the tree of those who carry it. */
import { z } from 'zod'
import { numberOf } from '../../ledger/settled.ts'
import type { Anchored } from '../../stories/reading.ts'
import type { CarrierEvidence, Carrier as Told } from '../../stories/told/carriers.ts'
import type { OriginTold } from '../../stories/told/told.ts'
import { claimAt, outletAt, speakerAt } from '../addresses.ts'
import { Account, accountRecord } from './account.ts'
import { Anchor, anchorRecord } from './anchor.ts'
import type { StoryNames } from './names.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Day, Numbered, Permalink, SPEAKER_KINDS } from './words.ts'

const Evidence = z
  .object({
    kind: z.enum(['credit', 'text', 'peculiarity']),
    because: z.string().describe('For people: `cites Coast Wire`, `shares 92 % of the text with The Bay Post`.'),
    article: Numbered.nullable().describe('The article whose evidence it is.'),
    anchor: Anchor.nullable().describe('Where that article prints it; null for a credit outside its text.'),
    other: Anchor.nullable().describe('Where the article that it is held against prints the same.'),
  })
  .meta({ id: 'Evidence', description: 'Why somebody is held to have something from another.' })

const carrier = {
  name: z.string().describe('The outlet, or the name that is credited.'),
  kind: z.enum(SPEAKER_KINDS),
  articles: z.array(Numbered).describe('Articles that carry it as one text; none for one who is only credited.'),
  claims: z.array(Numbered),
  lineage: z.enum(['traced', 'unknown']).describe('Whether it is known whom it has it from.'),
  from: z.array(Evidence).describe('For what it hangs under the one above it.'),
  also: z.array(Evidence).describe('What else it shares with others.'),
}

/** Who carries an origin, and those who have it from them. */
export interface Carrier extends z.infer<z.ZodObject<typeof carrier>> {
  carriers: Carrier[]
}

export const Carrier: z.ZodType<Carrier> = z
  .object({ ...carrier, carriers: z.lazy(() => z.array(Carrier)) })
  .meta({ id: 'Carrier', description: 'Who carries an origin, with those who have it from them.' })

export const Origin = z
  .object({
    number: Numbered,
    speaker: z.string().nullable(),
    speakerKey: z.string().nullable(),
    kind: z.enum([...SPEAKER_KINDS, 'unattributed', 'unstated']),
    said: Day,
    words: z.string().describe('The words of its fullest telling.'),
    claims: z.array(Numbered).describe('All claims in all articles that trace to it.'),
    account: Account,
    carriers: z
      .array(Carrier)
      .describe('Each under whom it has it from; those of unknown lineage at the top and last.'),
    permalink: Permalink.describe('Of the first of its claims.'),
    speakerPermalink: Permalink.nullable(),
  })
  .meta({ id: 'Origin', description: 'One original statement: all claims in all articles that trace to it.' })
export type Origin = z.infer<typeof Origin>

/** An origin of a told story. */
export function originRecord(told: OriginTold, names: StoryNames, pinned: Pinned): Origin {
  const claims = names.claims(told.claims)
  const key = names.speaker(told.id)
  const [first] = claims
  const source =
    key !== null ? speakerAt(key) : told.kind === 'outlet' && told.speaker !== null ? outletAt(told.speaker) : null
  return {
    number: numberOf(told.id),
    speaker: told.speaker,
    speakerKey: key,
    kind: told.kind,
    said: told.said,
    words: excerptOf(told.words, pinned),
    claims,
    account: accountRecord(told.account),
    carriers: told.carriers.map((one) => carrierRecord(one, names, pinned)),
    permalink: pinned.site + (first === undefined ? '/stories' : claimAt(first, pinned.seq)),
    speakerPermalink: source && pinned.site + source,
  }
}

function carrierRecord(told: Told, names: StoryNames, pinned: Pinned): Carrier {
  const evidence = (some: readonly CarrierEvidence[]) =>
    some.map(({ kind, because, article, anchor, other }) => ({
      kind,
      because,
      article: names.article(article),
      anchor: anchor && anchoredRecord(anchor, names, pinned),
      other: other && anchoredRecord(other, names, pinned),
    }))
  return {
    name: told.name,
    kind: told.kind,
    articles: told.articles.flatMap((id) => names.article(id) ?? []),
    claims: names.claims(told.claims),
    lineage: told.lineage,
    from: evidence(told.from),
    also: evidence(told.also),
    carriers: told.carriers.map((one) => carrierRecord(one, names, pinned)),
  }
}

/** Words of an article of a told story. */
export const anchoredRecord = (
  anchored: Anchored,
  names: Pick<StoryNames, 'article' | 'url'>,
  pinned: Pinned,
): Anchor =>
  anchorRecord({ ...anchored, article: names.article(anchored.article), url: names.url(anchored.article) }, pinned)

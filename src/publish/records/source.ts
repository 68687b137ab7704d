/** Sources: what a speaker, an outlet or somebody without a name said, counted. Counts come with what they are counted of. */
import { z } from 'zod'
import type { Parties, Party as Told } from '../../ledger/source-parties.ts'
import type { Source as Asked, SourceCounts } from '../../ledger/sources.ts'
import { outletAt, speakerAt, unnamedAt } from '../addresses.ts'
import { LINK_KINDS } from './link.ts'
import type { Pinned } from './pinned.ts'
import { Count, Day, Permalink } from './words.ts'

export const Share = z
  .object({ count: Count, of: Count })
  .meta({ id: 'Share', description: 'So many of so many.', examples: [{ count: 7, of: 12 }] })

const Party = z.object({ name: z.string(), key: z.string().nullable(), claims: Count }).meta({
  id: 'Party',
  description: 'Who has part in what a source said, with how many of its claims.',
  examples: [{ name: 'Coast Wire', key: null, claims: 4 }],
})

export const Source = z
  .object({
    kind: z.enum(['speaker', 'outlet', 'unnamed']),
    name: z.string().describe('The name that most claims have; of an unnamed source the words that describe it.'),
    key: z.string().nullable().describe('Of a speaker: the same in every article, whatever the spelling.'),
    names: z.array(z.object({ name: z.string(), claims: Count })).describe('How articles name it.'),
    claims: Count.describe('Claims that count and are not hidden.'),
    articles: Count,
    outlets: Count.describe('Outlets that carry them.'),
    origins: Count.describe('Origins that these claims are of.'),
    own: Share.describe("Of the claims whose chain tells: a speaker's own word, an outlet's own reporting."),
    relayed: Share.describe('Of the same, those that pass on what another says.'),
    via: z
      .partialRecord(z.enum(LINK_KINDS), Count)
      .describe('How outlets have them: claims by the first link of their chains.'),
    first: Day,
    last: Day,
    speakers: z.array(Party).describe('Who answers for the claims.'),
    carriedBy: z.array(Party).describe('Outlets that print them.'),
    wires: z.array(Party).describe('Agencies whose copy is printed.'),
    permalink: Permalink,
  })
  .meta({
    id: 'Source',
    description: 'A speaker, an outlet or a source without a name, counted. Nobody is scored.',
    examples: [
      {
        kind: 'speaker',
        name: 'Ilse Maren',
        key: 'person:maren:ilse',
        names: [{ name: 'Ilse Maren', claims: 12 }],
        claims: 12,
        articles: 5,
        outlets: 4,
        origins: 3,
        own: { count: 7, of: 12 },
        relayed: { count: 5, of: 12 },
        via: { quotes: 8, wire: 4 },
        first: '2031-05-12',
        last: '2031-05-14',
        speakers: [{ name: 'Ilse Maren', key: 'person:maren:ilse', claims: 12 }],
        carriedBy: [{ name: 'The Harbour Post', key: null, claims: 8 }],
        wires: [{ name: 'Coast Wire', key: null, claims: 4 }],
        permalink: 'https://hearsay.example/speaker/person%3Amaren%3Ailse',
      },
    ],
  })
export type Source = z.infer<typeof Source>

/** The site's page of a source. */
export const addressOfSource = (source: Asked): string =>
  source.kind === 'speaker'
    ? speakerAt(source.key)
    : source.kind === 'outlet'
      ? outletAt(source.name)
      : unnamedAt(source.name)

const partyRecord = ({ name, key, claims }: Told): z.infer<typeof Party> => ({ name, key, claims: Number(claims) })

export function sourceRecord(
  source: Asked,
  counts: SourceCounts,
  parties: Parties,
  { site }: Pick<Pinned, 'site'>,
): Source {
  return {
    kind: source.kind,
    name: source.kind === 'speaker' ? (counts.names[0]?.name ?? source.key) : source.name,
    key: source.kind === 'speaker' ? source.key : null,
    names: counts.names.map(({ name, claims }) => ({ name, claims })),
    claims: counts.claims,
    articles: counts.articles,
    outlets: counts.outlets,
    origins: counts.origins,
    own: { ...counts.own },
    relayed: { ...counts.relayed },
    via: { ...counts.via },
    first: counts.first,
    last: counts.last,
    speakers: parties.speakers.map(partyRecord),
    carriedBy: parties.outlets.map(partyRecord),
    wires: parties.wires.map(partyRecord),
    permalink: site + addressOfSource(source),
  }
}

/** Sources: a speaker, an outlet or one without a name - counted, with claims, figures, and panels of these. */
import { z } from 'zod'
import { ownFigures, sourcePanels } from '../../../ledger/source-panels.ts'
import { sourceParties } from '../../../ledger/source-parties.ts'
import { type Source as Asked, sourceClaims, sourceCounts, sourceFigures } from '../../../ledger/sources.ts'
import { Claim } from '../../../publish/records/claim.ts'
import { Panel, panelParts } from '../../../publish/records/panel.ts'
import { addressOfSource, Source, sourceRecord } from '../../../publish/records/source.ts'
import { SourceFigure, sourceFigureRecord } from '../../../publish/records/source-figure.ts'
import { Count } from '../../../publish/records/words.ts'
import { list, one, type Route } from '../route.ts'
import { claimRecords, LIMIT } from './given.ts'

const params = {
  kind: z.enum(['speaker', 'outlet', 'unnamed']).describe('What it is.'),
  name: z
    .string()
    .min(1)
    .max(1000)
    .describe("A speaker's key, as claims have it; an outlet's name; the words that describe an unnamed source."),
}
const NONE = 'The ledger has no claim of this source: /search/names finds what sources are called.'

const sourceOf = ({ kind, name }: { readonly kind: Asked['kind']; readonly name: string }): Asked =>
  kind === 'speaker' ? { kind, key: name } : { kind, name }

/** Days sort as they are written; of one day the claim's number counts. */
const CLAIM_PLACE = /^\d{4}-\d{2}-\d{2}\.\d{1,15}$/

const getSource = one({
  path: '/sources/{kind}/{name}',
  name: 'getSource',
  tag: 'sources',
  summary: 'What a source said, counted, and with whom it goes together',
  params,
  example: '/sources/outlet/{outlet}',
  answer: Source,
  missing: NONE,
  read: async ({ ledger, pinned }, asked) => {
    const source = sourceOf(asked.params)
    const counts = await sourceCounts(ledger, source)
    return counts && sourceRecord(source, counts, await sourceParties(ledger, source), pinned)
  },
})

const listSourceClaims = list({
  path: '/sources/{kind}/{name}/claims',
  name: 'listSourceClaims',
  tag: 'sources',
  summary: "A source's claims, the newest first",
  params,
  example: '/sources/outlet/{outlet}/claims',
  item: Claim,
  limit: LIMIT,
  place: CLAIM_PLACE,
  missing: NONE,
  read: async (api, asked, { limit, place }) => {
    const source = sourceOf(asked.params)
    const { claims, next } = await sourceClaims(api.ledger, source, { limit, after: place })
    if (claims.length === 0 && place === null && (await sourceCounts(api.ledger, source)) === null) return null
    return { items: await claimRecords(api, claims), next }
  },
})

const SourceFigures = z
  .object({
    figures: z.array(SourceFigure).describe('Of its newest claims, in the order of their days, undated ones last.'),
    panels: z.array(Panel).describe('Its own figures side by side, where they can be compared.'),
    single: Count.describe('Things counted with one number, which no panel shows.'),
  })
  .meta({ id: 'SourceFigures', description: 'Figures that a source gave.' })

/** Claims whose figures are told, the newest. */
const CLAIMS = 500

const getSourceFigures = one({
  path: '/sources/{kind}/{name}/figures',
  name: 'getSourceFigures',
  tag: 'sources',
  summary: 'Figures that a source gave, and panels of its own over time',
  params,
  example: '/sources/outlet/{outlet}/figures',
  answer: SourceFigures,
  missing: NONE,
  read: async ({ ledger, pinned }, asked) => {
    const source = sourceOf(asked.params)
    const counts = await sourceCounts(ledger, source)
    if (counts === null) return null
    const figures = await sourceFigures(ledger, source, CLAIMS)
    const { panels, single, claims } = await sourcePanels(ledger, asked.params.name, ownFigures(source, figures))
    const byReading = new Map(figures.map((figure) => [`r${figure.reading}`, figure]))
    const names = {
      article: (id: string) => byReading.get(id)?.article ?? null,
      url: (id: string) => byReading.get(id)?.url ?? null,
      claims: (mentions: readonly string[]) => mentions.flatMap((mention) => claims.get(mention as never) ?? []),
    }
    return {
      figures: figures.map((figure) => sourceFigureRecord(figure, pinned)),
      panels: panels.map((panel) => ({
        number: null,
        story: null,
        ...panelParts(panel, names, pinned),
        permalink: pinned.site + addressOfSource(source),
      })),
      single,
    }
  },
})

export const sourceRoutes: readonly Route[] = [getSource, listSourceClaims, getSourceFigures]

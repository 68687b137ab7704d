/**
 * A source's own figures over time: those of one measure and population side by side, each number of an origin once, by the
 * day it was said. What can be compared is for `panelsOf` to say.
 */
import { NOTHING } from '../page/article.ts'
import { givenOf } from '../stories/figures/given.ts'
import { type Panels, panelsOf } from '../stories/figures/panels.ts'
import { type Mention, mentionOf, type Read } from '../stories/reading.ts'
import { decidedGroups } from './corrections/decided.ts'
import type { Ledger } from './open.ts'
import { nameOf } from './settled.ts'
import type { Source, SourceFigure } from './sources.ts'

/** Figures that are the source's own: a speaker's own word, an outlet's own reporting. */
export const ownFigures = (source: Source, figures: readonly SourceFigure[]): SourceFigure[] =>
  figures.filter(({ voice, told: { chain } }) =>
    source.kind === 'outlet' ? chain[0]?.kind === 'outlet' && chain[0].link === 'own reporting' : voice !== 'relay',
  )

/** The panels of a source's figures, and the numbers of the claims in them. */
export interface SourcePanels extends Panels {
  readonly claims: ReadonlyMap<Mention, number>
}

/** @param name by which the source is called */
export async function sourcePanels(
  ledger: Pick<Ledger, 'db'>,
  name: string,
  figures: readonly SourceFigure[],
): Promise<SourcePanels> {
  const byMention = new Map(figures.map((one) => [mentionOf(nameOf(one.reading), one.told.id), one]))
  const claims = new Map([...byMention].map(([mention, { claim }]) => [mention, claim]))
  if (byMention.size === 0) return { panels: [], single: 0, claims }
  const told: Read = {
    claims: new Map([...byMention].map(([mention, one]) => [mention, one.told])),
    readings: new Map(
      figures.map(({ reading, outlet, published, wire }) => [
        nameOf(reading),
        { id: nameOf(reading), article: { ...NOTHING, outlet, published, wire }, claims: [] },
      ]),
    ),
  }
  const origins = [...(await byOrigin(ledger, [...byMention.keys()]))].map(([id, mentions]) => ({
    id,
    said: dayOf(mentions.map((mention) => byMention.get(mention) as SourceFigure)),
    claims: mentions,
    voice: null,
  }))
  const claimant = { key: 'source', name, kind: 'person' } as const
  const given = givenOf(origins, told).map((one) => ({ ...one, claimant }))
  return { ...panelsOf(given), claims }
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** The day on which an origin was said: what its reports say, else the first on which a page has it. */
function dayOf(figures: readonly SourceFigure[]): string | null {
  const days = (some: readonly SourceFigure[]) =>
    some.flatMap(({ day }) => (day !== null && DAY.test(day) ? [day] : []))
  const said = days(figures.filter(({ isSaidDay }) => isSaidDay))
  return (said.length > 0 ? said : days(figures)).sort()[0] ?? null
}

/** Claims by the origin that they are of, as people decided; one that is in none is by itself. */
async function byOrigin(ledger: Pick<Ledger, 'db'>, mentions: readonly Mention[]): Promise<Map<string, Mention[]>> {
  const decided = await decidedGroups(ledger)
  const rows = await ledger.db
    .selectFrom('member')
    .select(['mention', 'originId'])
    .where('mention', 'in', mentions)
    .execute()
  const originOf = new Map(rows.map(({ mention, originId }) => [mention, originId]))
  return Map.groupBy(mentions, (mention) => {
    const group = decided.get(mention)
    if (group !== undefined) return `decided ${group}`
    const origin = originOf.get(mention)
    return origin === undefined ? mention : `o${origin}`
  })
}

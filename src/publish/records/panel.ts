/** Panels: rival figures of one measure and population side by side, and those that are not comparable, with the reason. */
import { z } from 'zod'
import type { Panel as Told } from '../../stories/figures/panels.ts'
import { figuresAt } from '../addresses.ts'
import { Anchor } from './anchor.ts'
import type { StoryNames } from './names.ts'
import { anchoredRecord } from './origin.ts'
import type { Pinned } from './pinned.ts'
import { Count, Day, Numbered, Permalink, SPEAKER_KINDS } from './words.ts'

const Point = z
  .object({
    said: Day.describe('The day it was said, as exact as is known.'),
    asOf: Day.describe('The day up to which it counts, where the claim says so.'),
    low: z.number().nullable(),
    high: z.number().nullable(),
    approximate: z.boolean(),
    qualifier: z.string().nullable(),
    words: z.array(z.string()).describe('As it was put, the wording that most use first.'),
    claims: z.array(Numbered),
    anchors: z.array(Anchor),
  })
  .meta({ id: 'PanelPoint', description: 'What a claimant gave on a day: a number with its bounds, or words.' })

const lane = {
  claimant: z.string().describe('The key of who answers for it, the same in every panel.'),
  name: z.string(),
  kind: z.enum(SPEAKER_KINDS),
  points: z.array(Point),
}
const Lane = z.object(lane).meta({ id: 'Lane', description: "One claimant's figures, by the day they were said." })

const Apart = z
  .object({
    ...lane,
    measure: z.string().nullable(),
    population: z.string().nullable(),
    place: z.string().nullable(),
    unit: z.string().nullable(),
    reason: z.string().describe('Why it is not comparable.'),
  })
  .meta({ id: 'Apart', description: 'Figures that look like rivals and count something else.' })

export const Panel = z
  .object({
    number: Numbered.nullable().describe("Which of the story's panels, from 1; null for a source's own."),
    story: Numbered.nullable(),
    measure: z.string().describe('What befell those who are counted.'),
    population: z.string().nullable(),
    place: z.string().nullable(),
    unit: z.string().nullable(),
    window: z
      .object({ start: z.string().nullable(), end: z.string().nullable() })
      .nullable()
      .describe('The time over which all of it counts; null where it counts up to a day.'),
    lanes: z.array(Lane).describe('Those whom most reports carry first.'),
    apart: z.array(Apart),
    reports: Count.describe('Articles that carry one of its figures.'),
    permalink: Permalink,
  })
  .meta({ id: 'Panel', description: 'Figures that can be compared: one measure, one population.' })
export type Panel = z.infer<typeof Panel>

/** A panel of a story. @param at the story, and which of its panels, from 1 */
export const panelRecord = (
  told: Told,
  { story, panel }: { readonly story: number; readonly panel: number },
  names: Pick<StoryNames, 'article' | 'url' | 'claims'>,
  pinned: Pinned,
): Panel => ({
  number: panel,
  story,
  ...panelParts(told, names, pinned),
  permalink: pinned.site + figuresAt(story, panel),
})

type LaneTold = Told['lanes'][number]

/** What a panel lays side by side, wherever it stands. */
export function panelParts(
  told: Told,
  names: Pick<StoryNames, 'article' | 'url' | 'claims'>,
  pinned: Pinned,
): Omit<Panel, 'number' | 'story' | 'permalink'> {
  const laneRecord = ({ claimant, name, kind, points }: LaneTold) => ({
    claimant,
    name,
    kind,
    points: points.map(({ said, asOf, low, high, approximate, qualifier, words, mentions }) => ({
      said,
      asOf,
      low,
      high,
      approximate,
      qualifier,
      words: [...words],
      claims: names.claims(mentions.map(({ mention }) => mention)),
      anchors: mentions.map((mention) => anchoredRecord(mention, names, pinned)),
    })),
  })
  return {
    measure: told.measure,
    population: told.population,
    place: told.place,
    unit: told.unit,
    window: told.window && { ...told.window },
    lanes: told.lanes.map(laneRecord),
    apart: told.apart.map((one) => ({
      ...laneRecord(one),
      measure: one.measure,
      population: one.population,
      place: one.place,
      unit: one.unit,
      reason: one.reason,
    })),
    reports: told.reports,
  }
}

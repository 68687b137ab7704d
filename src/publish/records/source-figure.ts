/** A figure that a source gave: whose word it is, on which day, and where it stands. */
import { z } from 'zod'
import type { SourceFigure as Given } from '../../ledger/sources.ts'
import { claimAt } from '../addresses.ts'
import { Anchor, anchorRecord } from './anchor.ts'
import { Figure, figureRecord } from './figure.ts'
import type { Pinned } from './pinned.ts'
import { Day, Numbered, Permalink } from './words.ts'

export const SourceFigure = z
  .object({
    claim: Numbered,
    outlet: z.string().nullable(),
    figure: Figure,
    day: Day.describe('The day it was said or, where that is not told, of publication.'),
    isSaidDay: z.boolean().describe('Whether `day` is when it was said.'),
    voice: z
      .enum(['own', 'relay'])
      .nullable()
      .describe("Whether it is the source's own word; null where it is not told."),
    anchor: Anchor,
    permalink: Permalink,
  })
  .meta({ id: 'SourceFigure', description: 'A figure that a source gave.' })
export type SourceFigure = z.infer<typeof SourceFigure>

export const sourceFigureRecord = (given: Given, pinned: Pinned): SourceFigure => ({
  claim: given.claim,
  outlet: given.outlet,
  figure: figureRecord(given.figure),
  day: given.day,
  isSaidDay: given.isSaidDay,
  voice: given.voice,
  anchor: anchorRecord({ ...given.figure, in: given.told.in, article: given.article, url: given.url }, pinned),
  permalink: pinned.site + claimAt(given.claim, pinned.seq),
})

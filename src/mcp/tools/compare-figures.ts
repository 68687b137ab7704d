/** Rival figures side by side, by claimant, and why others cannot stand beside them. */
import { z } from 'zod'
import { numbersIn } from '../../ledger/numbers.ts'
import { claimsPlaced } from '../../ledger/placed.ts'
import { figuresAt } from '../../publish/addresses.ts'
import { counted } from '../../publish/numbers.ts'
import { namesOf } from '../../publish/records/names.ts'
import { Panel, panelRecord } from '../../publish/records/panel.ts'
import { numberWords, panelTitle } from '../../publish/story/words.ts'
import { AskError } from '../ask-error.ts'
import { claimAskedFor, storyAskedFor } from '../ask-for.ts'
import { paged } from '../cursor.ts'
import { claimNumber, cursor, limit, next, pinnedTo, storyNumber } from '../fields.ts'
import { listed, pinnedNow } from '../pinned.ts'
import { cut, quotation } from '../quotation.ts'
import type { Serving } from '../serving.ts'
import { tool } from '../tool.ts'
import { anchorWords, leftWords, titleWords } from '../words.ts'

const input = z.object({
  story: storyNumber.optional(),
  claim: claimNumber.optional().describe('A claim with a figure, instead of a story: what can be compared with it.'),
  measure: z.string().max(100).optional().describe('Only panels of this measure: killed, wounded, deployed ...'),
  limit: limit(10, 2).describe('How many panels to give.'),
  cursor: cursor.optional(),
})

const output = z.object({
  story: z.int(),
  permalink: z.string(),
  position: pinnedTo,
  panels: z.array(Panel).describe('Only figures in the lanes of one panel can be compared; those of `apart` cannot.'),
  found: z.int().describe('Panels on all pages.'),
  single: z.int().describe('Things counted by one claimant with one number, which no panel shows.'),
  leftOut: z.int().describe('Lanes, points, and rows of `apart`, that are left out of the panels here.'),
  next,
})

/** Of a panel so many lanes and rows apart are given, of a lane so many points, of a point so many reports. */
const MOST = { lanes: 8, apart: 4, points: 4, pointsApart: 1, wordings: 2, reports: 1 }

export const compareFigures = tool({
  name: 'compare_figures',
  title: 'Rival figures',
  description:
    'Who gave which number of the same thing: panels of one measure and one population, a lane for each claimant, with the words as they were put; and those that look like rivals and are not comparable, with the reason. Give a story, or a claim with a figure. Figures of different panels, or set apart, must not be laid side by side, added or averaged; a null bound is open, and words such as "dozens" have no number.',
  input,
  output,
  answer: async (serving, { story: asked, claim, measure, limit: most, cursor: from }) => {
    if ((asked === undefined) === (claim === undefined))
      throw new AskError('Give exactly one of story and claim, each a number.')
    const { number, told } = await storyAskedFor(serving, asked ?? (await storyOf(serving, claim as number)))
    const pinned = listed(await pinnedNow(serving))
    const names = namesOf(told, await numbersIn(serving.ledger, told))
    const wanted = measure?.toLowerCase() ?? ''
    const all = told.figures
      .map((figures, at) => ({ figures, panel: at + 1 }))
      .filter(({ figures }) => figures.measure.toLowerCase().includes(wanted))
      .filter(
        ({ figures: { lanes, apart } }) => claim === undefined || [...lanes, ...apart].some(hasClaim(claim, names)),
      )
    const {
      items,
      next: further,
      left,
    } = paged(all, { of: `figures ${number} ${claim} ${wanted}`, cursor: from, limit: most })
    const whole = items.map(({ figures, panel }) => panelRecord(figures, { story: number, panel }, names, pinned))
    const panels = whole.map(shortenedPanel)
    const leftOut = whole.reduce((sum, panel, at) => sum + sizeOf(panel) - sizeOf(panels[at] as Panel), 0)
    const permalink = pinned.site + figuresAt(number)
    return {
      value: {
        story: number,
        permalink,
        position: pinned.seq,
        panels,
        found: all.length,
        single: told.single,
        leftOut,
        next: further,
      },
      text: [
        `Story ${number}: ${titleWords(told.title)}: ${permalink}`,
        all.length === 0
          ? 'No figures here can be compared: no two claimants gave a number of the same thing, or none is known to have.'
          : `${counted(all.length, 'panel')} of figures that can be compared.`,
        ...panels.flatMap(panelLines),
        ...(leftOut === 0
          ? []
          : [`${leftOut} lanes, points or rows are left out of these panels; the page has them all.`]),
        ...leftWords(left, 'panel', further),
        ...(told.single === 0 ? [] : [`${counted(told.single, 'thing')} counted by one claimant alone: in no panel.`]),
      ].join('\n'),
    }
  },
})

type Names = ReturnType<typeof namesOf>

const hasClaim =
  (claim: number, names: Names) =>
  ({
    points,
  }: {
    readonly points: readonly { readonly mentions: readonly { readonly mention: string }[] }[]
  }): boolean =>
    points.some(({ mentions }) => names.claims(mentions.map(({ mention }) => mention)).includes(claim))

async function storyOf(serving: Serving, claim: number): Promise<number> {
  const { corrected, reading } = await claimAskedFor(serving, claim)
  const placed = await claimsPlaced(serving.ledger, [{ number: claim, claim: corrected.claim, reading: reading.id }])
  const story = placed.get(claim)?.story ?? null
  if (story === null)
    throw new AskError(`Claim ${claim} is in no story, so nothing is known that it could be compared with.`)
  return story
}

type Lane = Panel['lanes'][number]

const shortenedLane = <One extends Lane>(lane: One, most: number): One => ({
  ...lane,
  points: lane.points.slice(0, most).map((point) => ({
    ...point,
    words: point.words.slice(0, MOST.wordings),
    claims: point.claims.slice(0, MOST.reports),
    anchors: point.anchors.slice(0, MOST.reports),
  })),
})

const shortenedPanel = (panel: Panel): Panel => ({
  ...panel,
  lanes: panel.lanes.slice(0, MOST.lanes).map((lane) => shortenedLane(lane, MOST.points)),
  apart: panel.apart.slice(0, MOST.apart).map((lane) => shortenedLane(lane, MOST.pointsApart)),
})

const sizeOf = ({ lanes, apart }: Panel): number =>
  [...lanes, ...apart].reduce((sum, { points }) => sum + 1 + points.length, 0)

const panelLines = (panel: Panel): string[] => [
  `Panel ${panel.number}: ${quotation(panelTitle(panel), 200)}, in ${counted(panel.reports, 'article')}: ${panel.permalink}`,
  ...panel.lanes.flatMap((lane) => [
    `- ${quotation(lane.name, 80)} (${lane.kind}):`,
    ...lane.points.map((point) => `    ${pointWords(point)}`),
  ]),
  ...(panel.apart.length === 0 ? [] : ['  Not comparable with these:']),
  ...panel.apart.map(
    (one) =>
      `  - ${quotation(one.name, 80)}: ${one.points.slice(0, 1).map(pointWords).join('; ')} - because ${quotation(cut(one.reason, 200))}`,
  ),
]

function pointWords({ said, asOf, words, claims, anchors, ...figure }: Lane['points'][number]): string {
  const [anchor] = anchors
  const where =
    anchor === undefined
      ? ''
      : ` (claim ${claims[0] ?? 'not known'}, article ${anchor.article ?? 'not known'}, ${anchorWords(anchor)})`
  const day = `said ${said ?? 'on a day not known'}${asOf === null ? '' : `, as of ${asOf}`}`
  return `${words.map((one) => quotation(one, 80)).join(', ')} = ${numberWords(figure) ?? 'words, no number'}; ${day}${where}`
}

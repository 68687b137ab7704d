/** A story's report for the terminal: account, origins, rival figures, what the retelling changed, what nobody says. */
import { chartOf } from '../publish/chart/chart.ts'
import { claimantName } from '../publish/chart/words.ts'
import { counted } from '../publish/numbers.ts'
import { shownOrigins } from '../publish/story/choice.ts'
import {
  alsoIn,
  apartHead,
  articlesById,
  driftPlaces,
  HEADINGS,
  numberWords,
  panelTitle,
  pointDays,
  pointOutlets,
  publishedWords,
  quoted,
  reasonsOf,
  UNTITLED,
} from '../publish/story/words.ts'
import type { Panel } from '../stories/figures/panels.ts'
import type { StoryTold } from '../stories/told/told.ts'
import { headLines, matterLines, originHeadLines, restLines } from './origins.ts'
import type { Look } from './paint.ts'
import { chartLines } from './story-chart.ts'
import { branchKey, treeLines } from './story-tree.ts'
import { pad, widthOf, wrap } from './wrap.ts'

/** A look with the columns that charts and tables may take. */
export type Wide = Look & { readonly wide: number }

const IN = { first: '  ', rest: '  ' }
const DEEPER = { first: '    ', rest: '    ' }
const ITEM = { first: '  - ', rest: '    ' }

/** A heading with its lines; nothing where there are none. */
function section(heading: string, lines: readonly string[], { width, paint }: Look): string[] {
  return lines.length === 0 ? [] : [...wrap(heading, width).map((line) => paint.headline(line)), ...lines, '']
}

/** The report of a story, ending in a line feed. */
export function storyView(story: StoryTold, look: Wide, all: boolean): string {
  const { width, paint } = look
  const { account } = story
  return `${[
    ...headLines(story, look),
    '',
    ...wrap(account.sentence, width).map((line) => paint.heading(line)),
    ...reasonsOf(account).flatMap((reason) => wrap(reason, width, ITEM).map((line) => paint.dim(line))),
    '',
    ...section(HEADINGS.origins, originLines(story, look, all), look),
    ...section(
      HEADINGS.figures,
      story.figures.flatMap((panel, at) => [...(at > 0 ? [''] : []), ...panelLines(panel, look)]),
      look,
    ),
    ...singleLines(story, look),
    ...section(HEADINGS.drift, driftLines(story, look), look),
    ...section(HEADINGS.unsaid, unsaidLines(story, look), look),
    ...section(HEADINGS.articles, articleLines(story, look), look),
  ].join('\n')}\n`
}

function originLines(story: StoryTold, look: Look, all: boolean): string[] {
  const byId = articlesById(story)
  const shown = shownOrigins(story, all)
  const lines = [
    ...(shown.length > 0 ? [...branchKey(look), ''] : []),
    ...shown.flatMap((origin) => [...originHeadLines(origin, look), ...treeLines(origin.carriers, byId, look), '']),
    ...matterLines(story, look),
    ...restLines(story.origins.length - shown.length, look),
  ]
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function panelLines(panel: Panel, { wide, ...look }: Wide): string[] {
  const { width, paint } = look
  const { apart } = panel
  return [
    ...wrap(panelTitle(panel), width, { first: '', rest: '  ' }).map((line) => paint.heading(line)),
    ...chartLines(chartOf(panel), { ...look, width: wide }),
    '',
    ...tableLines(panel, { ...look, width: wide }),
    ...(apart.length > 0 ? ['', `  ${paint.label(`${HEADINGS.apart}:`)}`] : []),
    ...apart.flatMap((one) => [
      ...wrap(apartHead(one), width, ITEM),
      ...wrap(one.reason, width, DEEPER).map((line) => paint.dim(line)),
    ]),
  ]
}

/** The figures as columns; one under another where they are too wide for the terminal. */
function tableLines({ lanes }: Panel, { width, paint }: Look): string[] {
  const head = ['Who gave it', 'Said on', 'Figure', 'As it was put']
  const rows = lanes.flatMap(({ name, points }) =>
    points.map((point) => ({
      cells: [
        claimantName(name),
        pointDays(point),
        numberWords(point) ?? 'in words',
        point.words.map((words) => quoted(words, 60)).join(', '),
      ],
      outlets: pointOutlets(point).join(', '),
    })),
  )
  const widths = head.map((title, at) => Math.max(widthOf(title), ...rows.map(({ cells }) => widthOf(cells[at] ?? ''))))
  const fits = widths.reduce((sum, own) => sum + own + 2, 2) <= width
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => pad(cell, widths[at] as number)).join('  ')}`.trimEnd()
  return [
    ...(fits ? [paint.dim(line(head))] : []),
    ...rows.flatMap(({ cells, outlets }) => [
      ...(fits ? [line(cells)] : wrap(cells.join('; '), width, { first: '  ', rest: '    ' })),
      ...wrap(outlets, width, DEEPER).map((one) => paint.dim(one)),
    ]),
  ]
}

function singleLines({ figures, single }: StoryTold, { width, paint }: Look): string[] {
  if (figures.length === 0 || single === 0) return []
  const line = `${counted(single, 'thing')} counted by one claimant alone, with one number: not shown`
  return [...wrap(line, width).map((one) => paint.dim(one)), '']
}

function driftLines(story: StoryTold, { width, paint }: Look): string[] {
  const byId = articlesById(story)
  return story.drift.flatMap((drift) => {
    const { kind, from, to, lost, why } = drift
    const words = lost
      ? `${quoted(from.text, 120)} is not in ${quoted(to.text, 160)}`
      : `${quoted(from.text, 120)} -> ${quoted(to.text, 120)}`
    const places = [driftPlaces(drift), alsoIn(drift, byId)].filter(Boolean).join('; ')
    return [
      `  ${paint.label(kind)}`,
      ...wrap(words, width, DEEPER),
      ...wrap(places, width, DEEPER).map((line) => paint.dim(line)),
      ...wrap(why, width, DEEPER).map((line) => paint.dim(line)),
    ]
  })
}

function unsaidLines({ unsaid }: StoryTold, { width, paint }: Look): string[] {
  return unsaid.flatMap(({ kind, about, sentence, why, origins }) => [
    ...wrap(`${kind}: ${quoted(about, 120)}: ${sentence} [${origins.join(', ')}]`, width, ITEM),
    ...wrap(why, width, DEEPER).map((line) => paint.dim(line)),
  ])
}

function articleLines({ articles }: StoryTold, { width, paint }: Look): string[] {
  return articles.flatMap((article) => {
    const { id, outlet, headline, url, wire } = article
    const from = [outlet ?? '(outlet not known)', wire === null ? null : `copy of ${wire}`, publishedWords(article)]
    return [
      ...wrap(headline ?? UNTITLED, width, IN),
      ...wrap(`${from.filter(Boolean).join(', ')} [${id}]`, width, DEEPER).map((line) => paint.dim(line)),
      ...(url === null ? [] : wrap(`<${url}>`, width, DEEPER).map((line) => paint.dim(line))),
    ]
  })
}

/** What could not be read, as lines; none where all was. */
export function unreadLines(unread: readonly string[], look: Look): string[] {
  return section(
    HEADINGS.unread,
    unread.flatMap((line) => wrap(line, look.width, ITEM)),
    look,
  )
}

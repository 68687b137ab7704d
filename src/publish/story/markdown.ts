/**
 * A story's report as Markdown (CommonMark with GitHub's tables), to be pasted into a content system or an issue: the
 * words of articles stay words, links are of the web only.
 */

import type { Panel } from '../../stories/figures/panels.ts'
import type { Carrier } from '../../stories/told/carriers.ts'
import type { ArticleTold, OriginTold, StoryTold } from '../../stories/told/told.ts'
import { addressOf } from '../address.ts'
import { chartOf } from '../chart/chart.ts'
import { claimantName, wordsOf } from '../chart/words.ts'
import { escaped, link, opening } from '../markdown.ts'
import { counted } from '../numbers.ts'
import { shownOrigins } from './choice.ts'
import type { Report } from './report.ts'
import {
  alsoIn,
  apartHead,
  articlesById,
  CREDITED,
  EDGE_NAMES,
  edgeOf,
  evidenceWords,
  extentOf,
  FOOTNOTE,
  HEADINGS,
  numberWords,
  originHead,
  panelTitle,
  pointDays,
  pointOutlets,
  publishedWords,
  quoted,
  reasonsOf,
  standsIn,
  UNTITLED,
} from './words.ts'

type ById = ReadonlyMap<string, ArticleTold>

/** The report of some stories, the largest first, ending in a line feed. */
export function storyMarkdown(stories: readonly StoryTold[], { all, unread }: Report): string {
  const failures = unread.length === 0 ? [] : [`## ${HEADINGS.unread}`, list(unread)]
  const none = stories.length === 0 ? ['No articles, so no story.'] : []
  const told = stories.flatMap((story) => storyParts(story, all))
  return `${[...none, ...told, ...failures, `*${FOOTNOTE}*`].join('\n\n')}\n`
}

const list = (items: readonly string[]): string => items.map((item) => `- ${opening(item)}`).join('\n')

/** A heading with its parts; nothing where there are none. */
const section = (heading: string, parts: readonly string[]): string[] =>
  parts.length === 0 ? [] : [`## ${heading}`, ...parts]

function storyParts(story: StoryTold, all: boolean): string[] {
  const { title, summary, account, figures, single, drift, unsaid } = story
  const byId = articlesById(story)
  const shown = shownOrigins(story, all)
  const rest = story.origins.length - shown.length
  return [
    `# ${escaped(title ?? UNTITLED)}`,
    escaped(extentOf(story)),
    ...(summary === null ? [] : [`> ${opening(summary)}`]),
    `**${escaped(account.sentence)}**`,
    list(reasonsOf(account)),
    ...section(HEADINGS.origins, [
      ...shown.flatMap((origin) => originParts(origin, byId)),
      ...matterParts(story),
      ...(rest > 0
        ? [`*${counted(rest, 'statement')} that one outlet alone carries ${rest === 1 ? 'is' : 'are'} not listed.*`]
        : []),
    ]),
    ...section(HEADINGS.figures, figures.flatMap(panelParts)),
    ...(figures.length > 0 && single > 0
      ? [`*${counted(single, 'thing')} counted by one claimant alone, with one number: not shown.*`]
      : []),
    ...section(HEADINGS.drift, drift.length === 0 ? [] : [driftTable(story, byId)]),
    ...section(
      HEADINGS.unsaid,
      unsaid.length === 0
        ? []
        : [list(unsaid.map(({ about, sentence, why }) => `${quoted(about, 160)}: ${sentence} (${why})`))],
    ),
    ...section(HEADINGS.articles, [articlesTable(story)]),
  ].filter((part) => part !== '')
}

function originParts({ id, speaker, said, words, account, carriers }: OriginTold, byId: ById): string[] {
  return [
    `### ${escaped(originHead({ speaker, said }))} (${id})`,
    `> ${opening(quoted(words))}`,
    escaped(account.sentence),
    treeOf(carriers, byId, ''),
  ]
}

/** The carriers as nested lists, each with its evidence. */
function treeOf(carriers: readonly Carrier[], byId: ById, before: string): string {
  return carriers
    .flatMap((carrier) => {
      const { from, also } = carrier
      const edge = edgeOf(carrier)
      const why = edge === 'unknown' ? [EDGE_NAMES.unknown] : evidenceWords(from)
      const others = evidenceWords(also).map((words) => `also ${words}`)
      const under = treeOf(carrier.carriers, byId, `${before}  `)
      const line = `${before}- **${printed(carrier, byId)}** - ${escaped([...why, ...others].join('; '))}`
      return under === '' ? [line] : [line, under]
    })
    .join('\n')
}

const printed = ({ name, articles, from }: Carrier, byId: ById): string =>
  articles.length === 0
    ? escaped(`${name} (${CREDITED})`)
    : articles
        .map((id) => {
          const words = from.find(({ article }) => article === id)?.anchor
          const article = byId.get(id)
          return link(article?.outlet ?? id, addressOf(article?.url ?? null, words?.in === 'text' ? words.text : ''))
        })
        .join(' = ')

function matterParts({ matters }: StoryTold): string[] {
  if (matters.length === 0) return []
  const lines = matters.map(
    ({ words, origins, account }) => `${quoted(words, 160)} (${origins.join(', ')}): ${account.sentence}`,
  )
  return [`### ${HEADINGS.matters}`, list(lines)]
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  )

function panelParts(panel: Panel): string[] {
  const { lanes, apart } = panel
  const rows = lanes.flatMap(({ name, points }) =>
    points.map((point) =>
      [
        claimantName(name),
        pointDays(point),
        numberWords(point) ?? 'in words',
        point.words.map((words) => quoted(words, 60)).join(', '),
        pointOutlets(point).join(', '),
      ].map(escaped),
    ),
  )
  const { words } = chartOf(panel)
  return [
    `### ${escaped(panelTitle(panel))}`,
    table(['Who gave it', 'Said on', 'Figure', 'As it was put', 'Carried by'], rows),
    ...(words.length > 0 ? [`In words, with no number: ${escaped(words.map(wordsOf).join('; '))}.`] : []),
    ...(apart.length > 0
      ? [`**${HEADINGS.apart}:**`, list(apart.map((one) => `${apartHead(one)}: ${one.reason}`))]
      : []),
  ]
}

function driftTable({ drift }: StoryTold, byId: ById): string {
  return table(
    ['Change', 'From', 'To', 'Also in'],
    drift.map((one) => {
      const { kind, from, to, lost } = one
      const before = `${quoted(from.text, 120)} (${standsIn(from)})`
      const after = lost
        ? `left out: ${quoted(to.text, 120)} (${standsIn(to)})`
        : `${quoted(to.text, 120)} (${standsIn(to)})`
      return [kind, before, after, alsoIn(one, byId)?.replace('also in ', '') ?? ''].map(escaped)
    }),
  )
}

const articlesTable = ({ articles }: StoryTold): string =>
  table(
    ['Published', 'Outlet', 'Article', 'Id'],
    articles.map((article) => {
      const { id, outlet, headline, url, wire } = article
      const name = `${outlet ?? '(outlet not known)'}${wire === null ? '' : ` (copy of ${wire})`}`
      return [escaped(publishedWords(article)), escaped(name), link(headline ?? UNTITLED, url), escaped(id)]
    }),
  )

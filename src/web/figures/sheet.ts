/** A panel's chart as a picture that stands alone: with its title, what its marks mean, and where it is from. */
import { type Charted, chartOf, type Mark } from '../../publish/chart/chart.ts'
import { chartSvg } from '../../publish/chart/svg.ts'
import { describe, NO_PLACE, noteOf, readingWords, wordsOf } from '../../publish/chart/words.ts'
import { Html, html } from '../../publish/html.ts'
import { panelTitle } from '../../publish/story/words.ts'
import type { Panel } from '../../stories/figures/panels.ts'
import { FIGURES } from '../words/figures.ts'

/** What a picture is made of beside its panel. */
export interface Sheet {
  readonly charted: Charted
  /** The headline of the story. */
  readonly story: string
  /** Where the figures are on the site. */
  readonly address: string
  readonly linkOf: (mark: Mark) => string | null
}

/** Pixels: the picture, its margin, and a line of its text. */
const WIDTH = 760
const MARGIN = 28
const LINE = 17
/** Characters that a line of 12 px has room for. */
const COLUMNS = 112
const INK = '#1d1c1a'
const PAPER = '#fffefb'

/** The picture as SVG; the words of a panel that has no chart are in it all the same. */
export function sheetSvg(panel: Panel, { charted, story, address, linkOf }: Sheet): string {
  const chart = chartOf(panel, charted)
  const title = panelTitle(panel)
  const width = WIDTH - 2 * MARGIN
  const drawn = chartSvg(chart, { width, title, description: describe(chart), linkOf })
  const [, high = '0'] = /^<svg[^>]* height="([\d.]+)"/.exec(drawn ?? '') ?? []
  const read = chart.lanes.flatMap(({ marks }) =>
    marks.flatMap(({ reading }) => (reading ? readingWords(reading) : [])),
  )
  const below = [
    ...(chart.words.length > 0 ? [`${NO_PLACE}: ${chart.words.map(wordsOf).join('; ')}`] : []),
    noteOf(chart, 'page'),
    ...(read.length > 0 ? [[...new Set(read)].join('; ')] : []),
    `${FIGURES.from} “${story}”, ${address}`,
  ].flatMap((line) => wrapped(line, COLUMNS))
  const heads = wrapped(title, 72)
  const top = MARGIN + heads.length * 24 + 12
  const under = top + Number(high) + 24
  const height = under + below.length * LINE + MARGIN
  const text = (lines: readonly string[], y: number, step: number) =>
    lines.map((line, at) => html`<text x="${MARGIN}" y="${y + at * step}">${line}</text>`)
  const sheet = html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" color="${INK}" fill="${INK}" font-family="Libre Franklin, Helvetica, Arial, sans-serif">
<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>
<g font-size="18" font-weight="600">${text(heads, MARGIN + 14, 24)}</g>
<g transform="translate(${MARGIN},${top})">${drawn !== null && new Html(drawn)}</g>
<g font-size="12">${text(below, under + 12, LINE)}</g>
</svg>
`
  return sheet.source
    .replaceAll('font-family="system-ui, sans-serif"', '')
    .replaceAll('var(--paper, Canvas)', PAPER)
    .replaceAll('currentColor', INK)
}

/** Words in lines of so many characters at most, broken where a word ends. */
function wrapped(words: string, most: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, most).toWellFormed())
  }
  return lines.slice(0, MOST_LINES)
}

/** Lines of one kind that a picture has room for. */
const MOST_LINES = 12

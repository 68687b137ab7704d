/** A story on the site: the parts of its report, each leading to what the ledger has. */

import type { Numbers } from '../../ledger/numbers.ts'
import type { Position } from '../../ledger/position.ts'
import { figuresAt, storyAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { driftSection } from '../../publish/story/changes.ts'
import { articlesSection, unsaidSection } from '../../publish/story/closing.ts'
import type { Places } from '../../publish/story/places.ts'
import { panelApart, panelChart } from '../../publish/story/rivals.ts'
import { section } from '../../publish/story/section.ts'
import { originsSection } from '../../publish/story/tree.ts'
import { extentOf, HEADINGS, panelTitle, quoted, UNTITLED } from '../../publish/story/words.ts'
import { moment } from '../../publish/when.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import { takenAlong } from '../export/line.ts'
import { asOfWords, capturedWords, moreFigures, STORY } from '../words/story.ts'
import { headView } from './head.ts'
import { placesOf } from './places.ts'
import { timelineSection } from './timeline.ts'

/** Digits by which a capture's hash is known from all others of a ledger; its article has all of them. */
const DIGITS = 16

/** Origins that are open: the rest is folded. */
const OPEN = 12

/** Which story it is, and as of when. */
export interface StoryShown {
  /** By which the ledger knows it. */
  readonly number: number
  readonly numbers: Numbers
  /** The address of the site. */
  readonly site: string
  /** The ledger's last entry. */
  readonly position: Pick<Position, 'seq' | 'at'>
}

/** A story. */
export function storyView(story: StoryTold, { number, numbers, site, position }: StoryShown): Html {
  const places = placesOf(numbers)
  const captured = ({ id }: { readonly id: string }): string | null => {
    const capture = numbers.captures.get(id)
    return capture === undefined ? null : capturedWords(moment(capture.capturedAt), capture.sha256.slice(0, DIGITS))
  }
  const parts: readonly (readonly [place: string, name: string, part: Html | null])[] = [
    ['origins', HEADINGS.origins, originsSection(story, { all: false, places, open: OPEN })],
    ['figures', HEADINGS.figures, rivalsSection(story, number, places)],
    ['timeline', STORY.timeline, timelineSection(story, places)],
    ['drift', HEADINGS.drift, driftSection(story, { places, open: OPEN, key: 'd' })],
    ['unsaid', HEADINGS.unsaid, unsaidSection(story, places)],
    ['articles', HEADINGS.articles, articlesSection(story, places, captured)],
  ]
  const there = parts.filter(([, , part]) => part !== null)
  return html`<article class="story">
${headView(story, {
  number,
  permalink: storyAt(number),
  citation: storyCitation(story, `${site}${storyAt(number)}`, position),
  parts: there.map(([place, name]) => [`${story.id}-${place}`, name]),
})}
${there.map(([, , part]) => part)}
${takenAlong(number)}
</article>`
}

/** A story as a line of a list of sources. @param address its address */
function storyCitation(story: StoryTold, address: string, { seq, at }: StoryShown['position']): string {
  const { title, account } = story
  return `${quoted(title ?? UNTITLED)}, ${extentOf(story)}. ${account.sentence} ${address}, ${asOfWords(seq, moment(at))}`
}

/** The chart of the figures that most reports carry, and where all of them are. */
function rivalsSection(story: StoryTold, number: number, places: Places): Html | null {
  const [first] = story.figures
  if (first === undefined) return null
  return section(
    `${story.id}-figures`,
    HEADINGS.figures,
    html`<div class="panel"><h3>${panelTitle(first)}</h3>
${panelChart(first, { places, charted: { by: 'said', vague: false } })}
${panelApart(first, places)}
</div>
<p class="onward"><a href="${figuresAt(number)}">${moreFigures(story.figures.length)}</a></p>`,
  )
}

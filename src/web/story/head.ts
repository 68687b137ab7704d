/** The head of a story: its plain sentence, and the loudest change of its retelling. */
import { type Html, html } from '../../publish/html.ts'
import { extentOf, isWithin, quoted, RESTS, reasonsOf, UNTITLED } from '../../publish/story/words.ts'
import type { DriftTold } from '../../stories/told/changes.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import { copyButton } from '../parts/copy.ts'
import { followLine } from '../parts/follow.ts'
import { DROPPED, STORY } from '../words/story.ts'

/** What the sentence counts, that a reader is to see first. */
const COUNTED = /\b(\d[\d,]*)(?= (?:outlets?|origins?|is unknown)\b)/g

/** The sentence with the numbers that it turns on set as numerals. */
export function accountView(sentence: string): Html {
  const parts = sentence.split(COUNTED)
  return html`<p class="account">${parts.map((part, at) => (at % 2 === 1 ? html`<b>${part}</b>` : part))}</p>`
}

/**
 * The change that is heard by most: of what headlines dropped that which most articles dropped, then that of the statement
 * that most outlets carry; what headlines put in its place, then what reports changed, only where none dropped anything.
 */
export function loudestOf({ drift, origins }: Pick<StoryTold, 'drift' | 'origins'>): DriftTold | null {
  const outlets = new Map(origins.map(({ id, account }) => [id, account.outlets]))
  const heard = ({ from, to }: DriftTold): number => outlets.get(from.origin ?? to.origin ?? '') ?? 0
  const [dropped, put] = [drift.filter((one) => isHeadline(one) && one.lost), drift.filter(isHeadline)]
  const some = dropped.length > 0 ? dropped : put.length > 0 ? put : drift
  return (
    some.toSorted((one, other) => other.articles.length - one.articles.length || heard(other) - heard(one))[0] ?? null
  )
}

const isHeadline = ({ to, where }: DriftTold): boolean => to.in === 'headline' && where === 'within'

/** Words of one headline's changes that a sentence holds. */
const TOGETHER = 3

/** All that a headline dropped, what is heard by most first. */
function droppedWith(drift: DriftTold, { drift: all }: Pick<StoryTold, 'drift'>): readonly DriftTold[] {
  if (!drift.lost || !isHeadline(drift)) return [drift]
  const others = all.filter(
    (one) => one !== drift && one.lost && isHeadline(one) && one.articles.includes(drift.to.article),
  )
  return [drift, ...others].slice(0, TOGETHER)
}

/** The loudest change in a sentence, which leads to all of them. */
function loudestView(story: StoryTold): Html | null {
  const drift = loudestOf(story)
  if (drift === null) return null
  const { from, to, lost, articles } = drift
  const outlet = to.outlet ?? to.article
  const inHeadline = to.in === 'headline'
  const together = droppedWith(drift, story)
  const own = isWithin(drift)
  const was = html`${together.map(
    (one, at) =>
      html`${at > 0 && (at === together.length - 1 ? DROPPED.and : ', ')}<q class="was">${quoted(one.from.text, 90)}</q>`,
  )}`
  const is = html`<q class="is">${quoted(to.text, 90)}</q>`
  const where = own ? DROPPED.own : DROPPED.other(from.outlet ?? from.article)
  const sentence = lost
    ? html`${(inHeadline ? DROPPED.headline : DROPPED.part)(outlet)} ${was}.`
    : html`${(inHeadline ? DROPPED.headlineChanged : DROPPED.partChanged)(outlet)} ${is} ${where} ${was}.`
  const more = together.length > 1 ? '' : DROPPED.andMore(articles.length - 1, lost)
  return html`<p class="loudest"><span class="label">${STORY.loudest}</span>
<a href="#${story.id}-drift">${sentence}</a>${more !== '' && html` <span class="meta">${more}</span>`}</p>`
}

/** What the head of a story leads to. */
export interface StoryDoors {
  /** By which the ledger knows it. */
  readonly number: number
  /** The story's address. */
  readonly permalink: string
  /** The story as a line of a list of sources. */
  readonly citation: string
  /** The parts that it has, by their places in the page. */
  readonly parts: readonly (readonly [place: string, name: string])[]
}

/** The head of a story. */
export function headView(story: StoryTold, { number, permalink, citation, parts }: StoryDoors): Html {
  const { title, summary, account } = story
  const reasons = reasonsOf(account)
  return html`<header class="head">
<p class="meta">${STORY.kicker} · ${extentOf(story)}</p>
<h1>${title ?? UNTITLED}</h1>
${accountView(account.sentence)}
${loudestView(story)}
${
  reasons.length > 0 &&
  html`<details class="rests"><summary>${RESTS}</summary><ul class="reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul></details>`
}
${summary !== null && html`<p class="summary">${summary}</p>`}
<p class="doors screen-only"><a href="${permalink}" data-key="y">${STORY.permalink}</a> ${copyButton(citation, { label: STORY.copy, copied: STORY.copied, key: 'c' })}</p>
${followLine({ kind: 'story', story: number })}
<nav class="parts" aria-label="${STORY.parts}"><ul>${parts.map(([place, name]) => html`<li><a href="#${place}">${name}</a></li>`)}</ul></nav>
</header>`
}

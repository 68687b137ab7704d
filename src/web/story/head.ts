/** The head of a story: its plain sentence, and the loudest change of its retelling. */
import { type Html, html } from '../../publish/html.ts'
import { extentOf, isWithin, quoted, reasonsOf, UNTITLED } from '../../publish/story/words.ts'
import type { DriftTold } from '../../stories/told/changes.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import { DROPPED, STORY } from '../words/story.ts'

/** What the sentence counts, that a reader is to see first. */
const COUNTED = /\b(\d[\d,]*|no|one)(?= (?:outlets?|origins?)\b)/gi

/** The sentence with the numbers that it turns on set as numerals. */
export function accountView(sentence: string): Html {
  const parts = sentence.split(COUNTED)
  return html`<p class="account">${parts.map((part, at) => (at % 2 === 1 ? html`<b>${part}</b>` : part))}</p>`
}

/** The change that most headlines have; where no headline has one, the most serious. */
export function loudestOf(drift: readonly DriftTold[]): DriftTold | null {
  const inHeadlines = drift.filter(({ to, where }) => to.in === 'headline' && where === 'within')
  const [first = null] = inHeadlines.length > 0 ? inHeadlines : drift
  return inHeadlines.reduce((most, one) => (most && most.articles.length >= one.articles.length ? most : one), first)
}

/** The loudest change in a sentence, which leads to all of them. */
function loudestView(story: StoryTold): Html | null {
  const drift = loudestOf(story.drift)
  if (drift === null) return null
  const { from, to, lost, articles } = drift
  const outlet = to.outlet ?? to.article
  const isHeadline = to.in === 'headline'
  const own = isWithin(drift)
  const was = html`<q class="was">${quoted(from.text, 90)}</q>`
  const is = html`<q class="is">${quoted(to.text, 90)}</q>`
  const where = own ? DROPPED.own : DROPPED.other(from.outlet ?? from.article)
  const sentence = lost
    ? html`${(isHeadline ? DROPPED.headline : DROPPED.part)(outlet)} ${was}.`
    : html`${(isHeadline ? DROPPED.headlineChanged : DROPPED.partChanged)(outlet)} ${is} ${where} ${was}.`
  const more = DROPPED.andMore(articles.length - 1)
  return html`<p class="loudest"><span class="label">${STORY.loudest}</span>
<a href="#${story.id}-drift">${sentence}</a>${more !== '' && html` <span class="meta">${more}</span>`}</p>`
}

/** The head of a story. @param parts the parts that it has, by their places in the page */
export function headView(story: StoryTold, parts: readonly (readonly [place: string, name: string])[]): Html {
  const { title, summary, account } = story
  const reasons = reasonsOf(account)
  return html`<header class="head">
<p class="meta">${STORY.kicker} · ${extentOf(story)}</p>
<h1>${title ?? UNTITLED}</h1>
${accountView(account.sentence)}
${loudestView(story)}
${
  reasons.length > 0 &&
  html`<details class="rests"><summary>${STORY.why}</summary><ul class="reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul></details>`
}
${summary !== null && html`<p class="summary">${summary}</p>`}
<nav class="parts" aria-label="${STORY.parts}"><ul>${parts.map(([place, name]) => html`<li><a href="#${place}">${name}</a></li>`)}</ul></nav>
</header>`
}

/** A letter in words: its subject, its text and its HTML, of the same parts in the same order. */
import type { Development } from '../../ledger/developments/development.ts'
import { storyAt } from '../addresses.ts'
import { line } from '../cite/cited.ts'
import { developmentHtml, developmentText } from '../developments/told.ts'
import { developmentTitle, kindName } from '../developments/words.ts'
import { type Html, html } from '../html.ts'
import { shortened } from '../story/words.ts'
import { moment } from '../when.ts'
import { sheet } from './html.ts'
import type { Links } from './links.ts'
import type { LetterTold, StoryNews } from './told.ts'
import { LETTER } from './words.ts'
import { wrapped } from './wrapped.ts'

/** A letter as it is read. */
export interface LetterWritten {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Characters of a subject: more is cut in lists of letters anyway. */
const SUBJECT = 150
/** Characters of what something is called; of it in a subject, where a number follows. */
const [NAME, IN_SUBJECT] = [200, 100]

/** Developments told in full; a letter of more is cut by some programs (102 KB). The others are on the letter's page. */
const IN_FULL = 60

/** Writes a letter. @param site the site's own address, without a slash at its end */
export function written(told: LetterTold, links: Links, site: string): LetterWritten {
  const host = new URL(site).host
  const { subject, parts } = told.kind === 'news' ? newsOf(told, links, site, host) : askedOf(told, links, host)
  const foot = footOf(told, links)
  return {
    subject: subjectOf(subject),
    text: `${wrapped([...parts, ...foot].map(({ text }) => text).join('\n\n'))}\n`,
    html: sheet(
      subjectOf(subject),
      parts.map((part) => part.html),
      foot.map((part) => part.html),
    ),
  }
}

/** Something that is said, in both forms. */
interface Part {
  readonly text: string
  readonly html: Html
}

const said = (text: string): Part => ({ text, html: html`<p>${text}</p>` })
const heading = (text: string, address: string | null): Part => ({
  text: `${text}\n${'-'.repeat(Math.min(72, text.length))}${address === null ? '' : `\n${address}`}`,
  html: address === null ? html`<h2>${text}</h2>` : html`<h2><a href="${address}">${text}</a></h2>`,
})
const linked = (text: string, address: string): Part => ({
  text: `${text}\n${address}`,
  html: html`<p><a href="${address}">${text.replace(/:$/, '')}</a></p>`,
})

/** What something is called, on one line that is not too long. */
const named = (text: string): string => line(shortened(text, NAME))

/** One line that a header can hold. */
function subjectOf(text: string): string {
  const one = line(text)
    .slice(0, SUBJECT + 1)
    .toWellFormed()
  return one.length > SUBJECT
    ? `${one
        .slice(0, SUBJECT)
        .replace(/\s+\S*$/, '')
        .toWellFormed()} …`
    : one
}

function newsOf(
  { stories, missed, about }: LetterTold,
  links: Links,
  site: string,
  host: string,
): { subject: string; parts: Part[] } {
  const all = stories.flatMap(({ developments }) => developments)
  const isOne = stories.length === 1
  const parts = missed.map(({ letter, madeAt }) => linked(LETTER.news.missed(moment(madeAt)), links.missed(letter)))
  let left = IN_FULL
  for (const story of stories) {
    const shown = story.developments.slice(0, Math.max(0, left))
    left -= shown.length
    if (shown.length > 0) parts.push(...storyParts(story, shown, site))
  }
  if (left <= 0 && all.length > IN_FULL) parts.push(linked(LETTER.news.more(all.length - IN_FULL), links.letter))
  parts.push(said(LETTER.news.independence))
  return {
    subject: subjectFor(all, isOne ? (about.length === 1 ? about[0] : stories[0]?.title) : null, host),
    parts,
  }
}

/** One development is the subject itself; several of one thing are counted under its name. */
function subjectFor(all: readonly Development[], name: string | null | undefined, host: string): string {
  const [first] = all
  if (first !== undefined && all.length === 1) return developmentTitle(first)
  return LETTER.news.subject(all.length, name ? line(shortened(name, IN_SUBJECT)) : host)
}

function storyParts({ story, title }: StoryNews, shown: readonly Development[], site: string): Part[] {
  const name = story === null ? LETTER.news.noStory : named(title ?? `story ${story}`)
  return [
    heading(name, story === null ? null : site + storyAt(story)),
    // The story is led to above: not from each of its developments once more.
    ...shown
      .map((one) => ({ ...one, story: null }))
      .map((one) => ({
        text: `* ${kindName(one.kind)}\n${developmentText(one, site)}`,
        html: html`<h3>${kindName(one.kind)}</h3>${developmentHtml(one, site)}`,
      })),
  ]
}

function askedOf({ kind, about }: LetterTold, links: Links, host: string): { subject: string; parts: Part[] } {
  const what = named(about[0] ?? '')
  if (kind === 'access') {
    const { subject, asked, known, how } = LETTER.access
    return { subject: subject(host), parts: [said(asked(host)), said(what), said(known), linked(how, links.manage)] }
  }
  const { subject, asked, how, button, ignore, refuse } = LETTER.confirm
  return {
    subject: subject(what, host),
    parts: [
      said(asked(host)),
      said(what),
      {
        text: `${how}\n${links.confirm}`,
        html: html`<p>${how}</p><p><a class="button" href="${links.confirm}">${button}</a></p><p><a href="${links.confirm}">${links.confirm}</a></p>`,
      },
      said(ignore),
      linked(refuse, links.refuse),
    ],
  }
}

function footOf({ kind, follows }: LetterTold, links: Links): Part[] {
  const { foot } = LETTER
  if (kind === 'confirmation') return [linked(foot.kept, links.privacy)]
  return [
    ...(follows.length === 0 ? [] : [said(foot.follows(follows.slice(0, 20).map(named).join('; ')))]),
    ...(kind === 'news' ? [linked(foot.read, links.letter)] : []),
    ...(kind === 'news' ? [linked(foot.change, links.manage)] : []),
    linked(foot.end, links.end),
    linked(foot.kept, links.privacy),
  ]
}

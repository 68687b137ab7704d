/** Screens of following by mail: what was asked, what one follows, a letter. */
import { storyAt } from '../../publish/addresses.ts'
import { followedAt } from '../../publish/developments/followed.ts'
import { developmentHtml } from '../../publish/developments/told.ts'
import { kindName } from '../../publish/developments/words.ts'
import type { Follower } from '../../publish/following/follower.ts'
import { RHYTHMS } from '../../publish/following/rhythm.ts'
import { type Html, html } from '../../publish/html.ts'
import type { LetterTold } from '../../publish/mail/told.ts'
import { UNTITLED } from '../../publish/story/words.ts'
import { moment } from '../../publish/when.ts'
import { FOLLOWING, PRIVACY, TERMS } from '../words/following.ts'

/** A heading and paragraphs. */
export const plainView = (title: string, paragraphs: readonly (string | Html)[]): Html =>
  html`<article class="plain"><h1>${title}</h1>${paragraphs.map((one) => (typeof one === 'string' ? html`<p>${one}</p>` : one))}</article>`

/** A button that does one thing: links alone change nothing, since mail scanners follow them. */
export const buttonView = (label: string, fields: Readonly<Record<string, string>> = {}, name?: string): Html =>
  html`<form method="post">${Object.entries(fields).map(
    ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
  )}<button${name !== undefined && html` aria-label="${name}"`}>${label}</button></form>`

/** What an address follows, each with a button that ends it. @param names of what it follows, in their order */
export function mineView(follower: Follower, names: readonly string[], done: string | null): Html {
  const { address, follows, letters } = follower
  return html`<article class="plain mine"><h1>${FOLLOWING.mineTitle}</h1>
${done !== null && html`<p class="done" role="status">${done}</p>`}
<p>${FOLLOWING.mine(address)}</p>
<ul class="follows">${follows.map(
    ({ id, followed, since }, at) =>
      html`<li><a href="${followedAt(followed)}">${names[at] ?? ''}</a> <span class="meta">${FOLLOWING.since} ${moment(since)}</span>
${buttonView(FOLLOWING.end, { do: 'end', following: String(id) }, FOLLOWING.endOf(names[at] ?? ''))}</li>`,
  )}</ul>
${rhythmForm(follower)}
<h2>${FOLLOWING.forgetTitle}</h2>
<p>${FOLLOWING.forget} ${FOLLOWING.keptOf(letters)}</p>
${buttonView(FOLLOWING.forgetButton, { do: 'forget' })}
</article>`
}

const option = (value: string, label: string, isChosen: boolean): Html =>
  html`<option value="${value}"${isChosen && html` selected`}>${label}</option>`

const RHYTHM_WORDS = { 'at once': FOLLOWING.atOnce, daily: FOLLOWING.daily, weekly: FOLLOWING.weekly } as const

const rhythmForm = ({ rhythm, hour, weekday }: Follower): Html =>
  html`<form method="post" class="fields"><input type="hidden" name="do" value="rhythm">
<p class="field"><label for="rhythm">${FOLLOWING.rhythm}</label> <select id="rhythm" name="rhythm">${RHYTHMS.map((one) => option(one, RHYTHM_WORDS[one], one === rhythm))}</select></p>
<p class="field"><label for="hour">${FOLLOWING.hour}</label> <select id="hour" name="hour">${Array.from({ length: 24 }, (_, at) => option(String(at), `${String(at).padStart(2, '0')}:00`, at === hour))}</select></p>
<p class="field"><label for="weekday">${FOLLOWING.weekday}</label> <select id="weekday" name="weekday">${FOLLOWING.days.map((day, at) => option(String(at), day, at === weekday))}</select></p>
<button>${FOLLOWING.change}</button></form>`

/** A letter as a page. @param site the site's own address @param missed addresses of letters that it says may be missing */
export const letterView = (
  { madeAt, stories, missed }: LetterTold,
  { site, manage, missedAt }: { site: string; manage: string; missedAt: (letter: number) => string },
): Html =>
  html`<article class="plain letter"><h1>${FOLLOWING.letterOf(moment(madeAt))}</h1>
${missed.map((one) => html`<p><a href="${missedAt(one.letter)}">${FOLLOWING.missed(moment(one.madeAt))}</a></p>`)}
${stories.map(
  ({ story, title, developments }) =>
    html`<section><h2>${story === null ? FOLLOWING.noStory : html`<a href="${storyAt(story)}">${title ?? UNTITLED}</a>`}</h2>
${developments.map((one) => html`<h3>${kindName(one.kind)}</h3>${developmentHtml({ ...one, story: null }, site)}`)}</section>`,
)}
<p class="meta"><a href="${manage}">${FOLLOWING.manage}</a></p></article>`

/** What following by mail is. */
export const termsView = (): Html =>
  html`<article class="plain"><h1>${TERMS.title}</h1><ol>${TERMS.lines.map((line) => html`<li>${line}</li>`)}</ol></article>`

/** What is kept of whom. */
export const privacyView = (): Html =>
  html`<article class="plain privacy"><h1>${PRIVACY.title}</h1><p>${PRIVACY.intro}</p>
<div class="scroll"><table><thead><tr><th scope="col">${PRIVACY.heading.what}</th><th scope="col">${PRIVACY.heading.why}</th><th scope="col">${PRIVACY.heading.long}</th></tr></thead>
<tbody>${PRIVACY.kept.map(({ what, why, long }) => html`<tr><th scope="row">${what}</th><td>${why}</td><td>${long}</td></tr>`)}</tbody></table></div>
<p>${PRIVACY.who}</p><p>${PRIVACY.letters}</p><p>${PRIVACY.deleted}</p></article>`

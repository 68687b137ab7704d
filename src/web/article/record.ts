/** How an article is known: what was left out of it, its captures with their hashes, its addresses, its versions, its stories. */
import type { ArticleStood, CaptureOf, VersionOf } from '../../ledger/article-stood.ts'
import { changesBetween } from '../../ledger/changes.ts'
import type { Article } from '../../page/article.ts'
import { webAddress } from '../../publish/address.ts'
import { storyAt, versionAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { shortened } from '../../publish/story/words.ts'
import { dateOf } from '../../publish/when.ts'
import { momentOf } from '../parts/moment.ts'
import { ARTICLE } from '../words/article.ts'
import { changesView } from './changes.ts'

/** Runs of text that are listed one by one, and the longest of them that is shown whole, in characters. */
const MOST = 200
const LONGEST = 400

const cut = (words: string): string => shortened(words, LONGEST)

/** A section below the text. */
const part = (name: string, heading: string, body: Html, key = ''): Html =>
  html`<section class="record" aria-labelledby="${name}"${key !== '' && html` data-key="${key}"`}><h2 id="${name}">${heading}</h2><div>${body}</div></section>`

/** What was left out, folded, with reasons. @param words whether the words may be shown */
export function leftOutSection({ leftOut }: Article, words: boolean): Html {
  if (leftOut.length === 0) return part('left-out', ARTICLE.leftOut, html`<p class="soft">${ARTICLE.leftOutNone}</p>`)
  const reasons = [...Map.groupBy(leftOut, ({ reason }) => reason)].map(([reason, own]) => ({
    reason,
    own: own.length,
  }))
  return part(
    'left-out',
    ARTICLE.leftOut,
    html`<details><summary>${ARTICLE.leftOutMany(leftOut.length)}</summary>
${
  words
    ? html`<ol class="left-out">${leftOut
        .slice(0, MOST)
        .map(({ text, reason }) => html`<li><span class="label">${reason}</span> <span>${cut(text)}</span></li>`)}</ol>`
    : html`<p class="soft">${ARTICLE.leftOutHidden}</p>`
}
${leftOut.length > MOST && html`<p class="soft">${ARTICLE.leftOutMore(leftOut.length - MOST)}</p>`}</details>
<p class="meta facts">${reasons.map(({ reason, own }) => html`<span>${reason} ${own}</span> `)}</p>`,
  )
}

/** Pictures without a caption in the text, and what the page points to. */
export function besideSection({ images, related, text }: Article): Html | null {
  const loose = images.filter(({ caption }) => caption === null || !text.includes(caption)).slice(0, MOST)
  const pointers = related.slice(0, MOST)
  if (loose.length === 0 && pointers.length === 0) return null
  return html`${
    loose.length > 0 &&
    part(
      'pictures',
      ARTICLE.pictures,
      html`<ul class="plain-list">${loose.map(
        ({ caption, credit }) =>
          html`<li>${cut(caption ?? ARTICLE.noCaption)}${credit !== null && html` <span class="meta">${ARTICLE.credit(cut(credit))}</span>`}</li>`,
      )}</ul>`,
    )
  }${
    pointers.length > 0 &&
    part(
      'related',
      ARTICLE.related,
      html`<ul class="plain-list">${pointers.map(({ label, title, url }) => {
        const address = webAddress(url)
        return html`<li>${label !== null && html`<span class="label">${cut(label)}</span> `}${address === null ? cut(title) : html`<a href="${address}" rel="noreferrer">${cut(title)}</a>`}</li>`
      })}</ul>`,
    )
  }`
}

/** Captures, addresses and who read it: a sourced memo's record. @param site the address of the site */
export function recordSection(stood: ArticleStood, site: string): Html {
  const { id, version, captures, captureCount, addresses, reading } = stood
  const more = captureCount - captures.length
  const [captured, how, answer, address, hash] = ARTICLE.captureHead
  return part(
    'record',
    ARTICLE.record,
    html`<div class="scroll"><table class="stack captures"><caption class="aside">${ARTICLE.captures}</caption>
<thead><tr><th scope="col">${captured}</th><th scope="col">${how}</th><th scope="col">${answer}</th><th scope="col">${address}</th><th scope="col">${hash}</th></tr></thead>
<tbody>${captures.map(captureRow)}</tbody></table></div>
${more > 0 && html`<p class="soft">${ARTICLE.capturesMore(more)}</p>`}
<dl class="known"><div><dt>${ARTICLE.addresses}</dt><dd>${
      addresses.length === 0
        ? ARTICLE.noAddress
        : html`<ul>${addresses.map((url) => html`<li>${linked(url)}</li>`)}</ul>`
    }</dd></div>
<div><dt>${ARTICLE.versionAddress}</dt><dd><a href="${versionAt(id, version.number)}">${site}${versionAt(id, version.number)}</a></dd></div>
<div><dt>${ARTICLE.read}</dt><dd>${reading === null ? ARTICLE.notRead : html`${ARTICLE.readBy(reading.engine, reading.edition)}, ${momentOf(reading.readAt)}`}</dd></div></dl>`,
  )
}

function captureRow({ capturedAt, how, status, url, finalUrl, sha256 }: CaptureOf): Html {
  const address = finalUrl ?? url
  return html`<tr><th scope="row">${momentOf(capturedAt)}</th><td>${ARTICLE.how[how]}</td><td>${status}</td><td>${address === null ? ARTICLE.noAddress : linked(address)}</td><td><code>${sha256}</code></td></tr>`
}

/** The longest address that is shown whole, in characters. */
const LONG_ADDRESS = 160

function linked(url: string): Html {
  const address = webAddress(url)
  const words = url.length > LONG_ADDRESS ? `${url.slice(0, LONG_ADDRESS).toWellFormed()} …` : url
  return address === null ? html`${words}` : html`<a href="${address}" rel="noreferrer">${words}</a>`
}

/** Texts longer than this, and more claims, are not compared while somebody waits. */
const COMPARED = { characters: 300_000, claims: 500 }

/** The versions of an article, and what changed to the one shown. @param words whether words of claims may be shown */
export function versionsSection(
  { id, versions, version, before, read, isCurrent }: ArticleStood,
  words: boolean,
): Html {
  if (versions.length < 2)
    return part(
      'versions',
      ARTICLE.versions,
      html`<p>${ARTICLE.versionsOne} <span class="meta">${seen(version)}</span></p>`,
      't',
    )
  const at = versions.indexOf(version)
  const [older, newer] = [versions[at - 1], versions[at + 1]]
  const isLong =
    before !== null &&
    [read, before].some(
      ({ article, claims }) => article.text.length > COMPARED.characters || claims.length > COMPARED.claims,
    )
  return part(
    'versions',
    ARTICLE.versions,
    html`<ol class="versions">${versions
      .slice(-MOST)
      .map(
        (one) =>
          html`<li${one === version && html` aria-current="true"`}><a href="${versionAt(id, one.number)}"${one === older && html` data-key="["`}${one === newer && html` data-key="]"`}>${ARTICLE.version(one.number)}</a> ${one === version && html`<b>${ARTICLE.shown}</b> `}<span class="meta">${seen(one)}</span>${one.isPartial && html` <span class="meta">${ARTICLE.partial}</span>`}${one.headline !== null && html`<span class="headline">${cut(one.headline)}</span>`}</li>`,
      )}</ol>
${!isCurrent && html`<p class="soft">${ARTICLE.older}</p>`}
${
  before !== null &&
  html`<h3>${ARTICLE.changes(before.number)}</h3>${
    isLong
      ? html`<p class="soft">${ARTICLE.changesLong}</p>`
      : changesView(changesBetween(before, read), { before: before.lastSeen, after: version.firstSeen, words })
  }`
}`,
    't',
  )
}

const seen = ({ firstSeen, lastSeen }: VersionOf): Html =>
  firstSeen.slice(0, 16) === lastSeen.slice(0, 16)
    ? html`${ARTICLE.seen} ${momentOf(firstSeen)}`
    : html`${ARTICLE.seen} ${momentOf(firstSeen)} ${ARTICLE.seenTo} ${momentOf(lastSeen)}`

const DAY = 86_400_000

/** The stories that an article is in. @param titles what they are called, where that is known */
export const storiesSection = ({ stories }: ArticleStood, titles: ReadonlyMap<number, string>): Html =>
  part(
    'stories',
    ARTICLE.stories,
    stories.length === 0
      ? html`<p class="soft">${ARTICLE.noStory}</p>`
      : html`<ul class="plain-list">${stories.map(
          ({ id, size, lastDay }) =>
            html`<li><a href="${storyAt(id)}">${cut(titles.get(id) ?? ARTICLE.story(id))}</a> <span class="meta">${ARTICLE.storySize(size)}</span>${lastDay !== null && html` <span class="meta">${dateOf(new Date(lastDay * DAY).toISOString().slice(0, 10))}</span>`}</li>`,
        )}</ul>`,
  )

/** The frame of every screen: masthead, search, what the screen shows, and what is true of all of it. */
import type { Followed } from '../ledger/developments/development.ts'
import { API_AT, webhooksAt } from '../publish/addresses.ts'
import { type Html, html } from '../publish/html.ts'
import { FIRST_LETTERS, ICON_PATH, island, SHEET } from './assets.ts'
import { fieldsOf } from './follow/asked.ts'
import { followPart } from './follow/form.ts'
import { feedLinks } from './parts/follow.ts'
import type { Asking } from './site.ts'
import { FRAME } from './words/frame.ts'
import { WEBHOOKS } from './words/webhooks.ts'

/** What a screen shows. */
export interface Shown {
  /** Its name in the window's title. */
  readonly title: string
  /** Which part of the site it belongs to. */
  readonly part?: keyof typeof FRAME.parts
  readonly main: Html
  /** The islands that it has, besides those of every screen. */
  readonly islands?: readonly string[]
  /** Its address for ever, where that is another than the one asked for. */
  readonly permalink?: string
  /** What of it can be followed, by feeds and by mail. */
  readonly followed?: Followed
  /** The address of the same as linked data. */
  readonly linked?: string
  /** Seconds after which browsers without scripts ask again, where there is more to come. */
  readonly again?: number
  /** What is looked for, in the search field. */
  readonly query?: string
}

/** Islands of every screen: keys to walk by, and times in the reader's zone. */
const EVERYWHERE = ['keys', 'times']

/** A screen as a whole document. */
export function shown(
  c: Asking,
  { title, part, main, islands = [], permalink, followed, linked, again, query = '' }: Shown,
  status: 200 | 404 | 400 | 403 | 410 | 429 | 500 = 200,
) {
  const { role, hasSignIn, hasMail } = c.var
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Hearsay</title>
${FIRST_LETTERS.map((path) => html`<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>`)}
<link rel="icon" href="${ICON_PATH}" type="image/svg+xml">
<link rel="stylesheet" href="${SHEET}">
${again !== undefined && html`<noscript><meta http-equiv="refresh" content="${again}"></noscript>`}
${permalink !== undefined && html`<link rel="canonical" href="${permalink}">`}
${linked !== undefined && html`<link rel="alternate" type="application/ld+json" href="${linked}">`}
${followed !== undefined && feedLinks(followed, title)}${[...EVERYWHERE, ...islands].map((name) => html`<script type="module" src="${island(name)}"></script>`)}
</head>
<body class="site">
<a class="skip" href="#main">${FRAME.skip}</a>
<header class="masthead">
<a class="wordmark" href="/">Hearsay</a>
<nav aria-label="${FRAME.nav}"><ul>${Object.entries(FRAME.parts).map(
    ([name, { path, label }]) =>
      html`<li><a href="${path}"${name === part && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>
<form class="find" role="search" action="/search"><label class="aside" for="find">${FRAME.find}</label><input id="find" type="search" name="q" value="${query}" placeholder="${FRAME.find}" autocomplete="off"></form>
</header>
<main id="main" tabindex="-1">
${main}
${followed !== undefined && hasMail && followPart(followed)}${followed !== undefined && role === 'editor' && html`<p class="meta to-program screen-only"><a href="${webhooksAt(fieldsOf(followed))}">${WEBHOOKS.follow}</a></p>`}</main>
<footer class="colophon"><p>${FRAME.colophon} <a href="/methods">${FRAME.methods}</a> <a href="${API_AT}">${FRAME.api}</a></p>
${role === 'reader' && hasSignIn && html`<p class="screen-only"><a href="/sign-in">${FRAME.signIn}</a></p>`}
${role === 'editor' && hasSignIn && html`<form class="screen-only" method="post" action="/sign-out"><button class="quiet">${FRAME.signOut}</button></form>`}
<p class="screen-only">${FRAME.keys}</p></footer>
<dialog id="keys-help" aria-labelledby="keys-title"><form method="dialog"><h2 id="keys-title">${FRAME.keysTitle}</h2>
<dl>${FRAME.keyList.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
<button>${FRAME.close}</button></form></dialog>
</body>
</html>
`
  return c.html(page.source, status)
}

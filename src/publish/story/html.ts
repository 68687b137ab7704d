/**
 * A story's report as one HTML file: no script, nothing fetched, every word of an article escaped. It reads on a phone, on
 * a wide screen, in the dark and on paper.
 */
import type { StoryTold } from '../../stories/told/told.ts'
import { Html, html } from '../html.ts'
import { driftSection } from './changes.ts'
import { articlesSection, failuresSection, unsaidSection } from './closing.ts'
import type { Report } from './report.ts'
import { figuresSection } from './rivals.ts'
import { STYLE } from './style.ts'
import { originsSection } from './tree.ts'
import { extentOf, FOOTNOTE, reasonsOf, UNTITLED } from './words.ts'

/** Nothing may run, load or be sent, whatever should slip through; the styles alone are the page's own. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The report of some stories, the largest first, as a whole document. */
export function storyHtml(stories: readonly StoryTold[], { all, unread }: Report): string {
  const [first] = stories
  const title =
    stories.length === 1 && first
      ? (first.title ?? UNTITLED)
      : stories.length === 0
        ? 'No articles'
        : `${stories.length} stories`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} - Hearsay</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
${stories.length > 1 && contents(stories)}
${stories.length === 0 && html`<h1>No articles, so no story.</h1>`}
${stories.map((story) => storyArticle(story, all))}
${failuresSection(unread)}
</main>
<footer><p class="meta">${FOOTNOTE}</p></footer>
</body>
</html>
`
  return page.source
}

function contents(stories: readonly StoryTold[]): Html {
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${stories.length} stories</h2><ol>${stories.map(
    (story) =>
      html`<li><a href="#${story.id}">${story.title ?? UNTITLED}</a> <span class="meta">${extentOf(story)}</span></li>`,
  )}</ol></nav>`
}

function storyArticle(story: StoryTold, all: boolean): Html {
  const { id, title, summary, account } = story
  return html`<article class="story" id="${id}">
<header class="head">
<h1>${title ?? UNTITLED}</h1>
<p class="meta">${extentOf(story)}</p>
${summary !== null && html`<p class="summary">${summary}</p>`}
<p class="account">${account.sentence}</p>
<ul class="reasons">${reasonsOf(account).map((reason) => html`<li>${reason}</li>`)}</ul>
</header>
${originsSection(story, { all })}
${figuresSection(story)}
${driftSection(story)}
${unsaidSection(story)}
${articlesSection(story)}
</article>`
}

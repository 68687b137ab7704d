/** The list of stories: each on a line, with what is said of it and when. */

import { storiesAt, storyAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { extentOf, UNTITLED } from '../../publish/story/words.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import { STORY } from '../words/story.ts'
import { accountView } from './head.ts'

/** A story of the list. */
export interface Listed {
  readonly id: number
  readonly story: Pick<StoryTold, 'title' | 'account' | 'articles' | 'first' | 'last'>
}

/** @param older where the list goes on; null at its end */
export function listView(
  listed: readonly Listed[],
  { older, isFirst }: { older: string | null; isFirst: boolean },
): Html {
  return html`<div class="stories">
<h1>${STORY.title}</h1>
<p class="lead">${STORY.lead}</p>
${listed.length === 0 && html`<p>${STORY.none}</p>`}
<ol>${listed.map(
    ({ id, story }) => html`<li data-stop>
<h2><a href="${storyAt(id)}">${story.title ?? UNTITLED}</a></h2>
${accountView(story.account.sentence)}
<p class="meta">${extentOf(story)}</p></li>`,
  )}</ol>
<p class="onward">${older !== null && html`<a href="${older}" data-key="]">${STORY.more}</a>`} ${!isFirst && html`<a href="${storiesAt()}">${STORY.newest}</a>`}</p>
</div>`
}

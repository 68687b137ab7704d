/** What is shown where there is no such story. */

import { storiesAt } from '../../publish/addresses.ts'
import { html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asking } from '../site.ts'
import { STORY } from '../words/story.ts'

export const noStory = (c: Asking) =>
  shown(
    c,
    {
      title: STORY.missing,
      part: 'stories',
      main: html`<article class="plain"><h1>${STORY.missing}</h1><p>${STORY.missingWhy}</p><p><a href="${storiesAt()}">${STORY.title}</a></p></article>`,
    },
    404,
  )

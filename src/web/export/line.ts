/** One quiet line under a story: what of it can be taken along. */
import { storyFileAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { EXPORT } from '../words/export.ts'

/** @param story its number */
export const takenAlong = (story: number): Html =>
  html`<p class="meta screen-only">${EXPORT.lead} <a href="${storyFileAt(story, 'data.zip')}">${EXPORT.package}</a> (${EXPORT.packageForm}), <a href="${storyFileAt(story, 'claims.csv')}">${EXPORT.claims}</a> (${EXPORT.claimsForm})</p>`

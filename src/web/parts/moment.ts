/** Times on a screen, which the reader's browser adds to in its own zone. */
import { type Html, html } from '../../publish/html.ts'
import { moment, when } from '../../publish/when.ts'
import { PARTS } from '../words/parts.ts'

/** A moment of ours. @param iso in UTC with milliseconds */
export const momentOf = (iso: string): Html => html`<time datetime="${iso}" data-local>${moment(iso)}</time>`

const ZONED = /T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/
const DATED = /^\d{4}-\d{2}-\d{2}/

/** When a page says that it was published, as exact as it says. */
export function publishedAt(published: string | null): Html {
  if (published === null) return html`${PARTS.undated}`
  if (!DATED.test(published)) return html`${published.slice(0, 40)}`
  return html`<time datetime="${published}"${ZONED.test(published) && html` data-local`}>${when(published)}</time>`
}

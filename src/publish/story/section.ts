/** A section of a report as HTML: its heading beside it where the page is wide, above it where it is not. */
import { type Html, html } from '../html.ts'

/** @param name its name in the page, that links to it use */
export function section(name: string, heading: string, body: Html): Html {
  return html`<section aria-labelledby="${name}">
<h2 id="${name}">${heading}</h2>
<div>
${body}
</div>
</section>`
}

/** A section of a report as HTML: its heading beside it where the page is wide, above it where it is not. */
import { type Html, html } from '../html.ts'

/**
 * @param name its name in the page, that links to it use
 * @param key the key that goes to it, where the page has keys
 */
export function section(name: string, heading: string, body: Html, key: string | null = null): Html {
  return html`<section aria-labelledby="${name}"${key !== null && html` data-key="${key}"`}>
<h2 id="${name}">${heading}</h2>
<div>
${body}
</div>
</section>`
}

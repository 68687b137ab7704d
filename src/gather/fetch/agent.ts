/** How a request says who asks: one honest name, the version, and whom to write to (RFC 9110, 10.1.5; RFC 9309, 2.2.1). */
import { readFileSync } from 'node:fs'

/** The name by which robots.txt may speak of this crawler. */
export const PRODUCT_TOKEN = 'Hearsay'

/** Longer contacts are cut: a header line has its limits. */
const MAX_CONTACT_CHARS = 200

/** `Hearsay/0.1.0 (+https://www.example.org/bot)`. What cannot stand in a comment of a header is left out. */
export function userAgentOf(contact: string | null, version: string = hearsayVersion()): string {
  const said = (contact ?? '')
    .replace(/[^\x21-\x7e]|[()\\]/g, '')
    .slice(0, MAX_CONTACT_CHARS)
    .replace(/^\+/, '')
  return `${PRODUCT_TOKEN}/${version} (${said === '' ? 'no contact given' : `+${said}`})`
}

/** The version in package.json, which stands two folders above both `src/` and `dist/`. */
function hearsayVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  return version
}

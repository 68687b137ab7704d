/** Where an answer leads on (RFC 9110, 15.4). */
import { isUtf8 } from 'node:buffer'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * What the Location of a redirect says, as text that a URL is read from: empty where it says nothing, null where the
 * answer is no redirect.
 */
export function redirectOf(status: number, headers: Readonly<Record<string, string>>): string | null {
  if (!REDIRECTS.has(status)) return null
  const location = headers.location ?? ''
  // Header lines come as Latin-1; addresses beyond ASCII are mostly sent as UTF-8, and browsers read them so.
  const bytes = Buffer.from(location, 'latin1')
  return isUtf8(bytes) ? bytes.toString() : location
}

/**
 * What a page asks of those who keep or show it: `noarchive`, `nosnippet`, `noindex` and their like, in X-Robots-Tag
 * headers and `<meta name="robots">`. A fact of the capture, like the reservation of mining.
 */

/** Directives that carry a value after a colon, which is no name of a crawler. */
const VALUED = new Set(['max-image-preview', 'max-snippet', 'max-video-preview', 'unavailable_after'])
/** Longer lists are no page's; RFC 9110 allows headers of any length. */
const MAX_DIRECTIVES = 50
const MAX_CHARS = 100

/**
 * What a header or a meta element asks of a crawler, in lower case: `noarchive`, `max-snippet: 50`.
 * @param value `noarchive, otherbot: noindex`: a crawler's name holds for what follows it
 */
export function directivesIn(value: string, token: string): string[] {
  const asked: string[] = []
  let forUs = true
  for (const part of value.toLowerCase().split(',', MAX_DIRECTIVES)) {
    const words = part.trim().replace(/\s+/g, ' ').slice(0, MAX_CHARS)
    const colon = words.indexOf(':')
    const before = words.slice(0, Math.max(0, colon)).trimEnd()
    const names = colon > 0 && !VALUED.has(before) && /^[a-z0-9_*-]+$/.test(before)
    if (names) forUs = before === token.toLowerCase() || before === '*' || before === 'robots'
    const directive = names ? words.slice(colon + 1).trim() : words
    if (forUs && directive !== '') asked.push(directive)
  }
  return asked
}

/**
 * All that an answer's headers and a page's meta elements ask of a crawler, each once, in order.
 * @param tags the X-Robots-Tag lines apart, since a crawler's name holds to the end of its line
 */
export function directivesOf(
  tags: readonly string[],
  meta: ReadonlyMap<string, readonly string[]>,
  token: string,
): string[] {
  const own = token.toLowerCase()
  const inPage = [...(meta.get('robots') ?? []), ...(own === 'robots' ? [] : (meta.get(own) ?? []))]
  return [...new Set([...tags, ...inPage].flatMap((value) => directivesIn(value, token)))]
}

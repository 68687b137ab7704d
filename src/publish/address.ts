/**
 * Addresses of articles as links: of the web only, and where words are named landing on them (text fragments, WICG).
 */

/** The address where it is one of the web, as a browser reads it; else null. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/** The address of an article's page: the one that it names, else one that leads to it. */
export const articleAddress = (url: string | null, addresses: readonly string[]): string | null =>
  webAddress(url) ?? addresses.map(webAddress).find((address) => address !== null) ?? null

/** Words at either end of a passage by which a browser finds it; shorter passages are named whole. */
const ENDS = 5

const encoded = (words: readonly string[]): string =>
  words.map((word) => encodeURIComponent(word.toWellFormed()).replaceAll('-', '%2D')).join('%20')

/** The address that lands on a passage of the article's text; null for what is not of the web. */
export function addressOf(url: string | null, passage: string): string | null {
  const address = webAddress(url)
  const words = passage.trim().split(/\s+/).filter(Boolean)
  if (address === null || words.length === 0) return address
  const ends =
    words.length <= 2 * ENDS ? [encoded(words)] : [encoded(words.slice(0, ENDS)), encoded(words.slice(-ENDS))]
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${ends.join(',')}`
}

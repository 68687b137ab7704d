/**
 * Whether what was captured is only the beginning of an article, or the door before it. It is marked as such and never
 * got around: no cookies are kept, no other name is given, no cached or AMP copy is asked for in its place.
 */
import type { Article } from '../../page/index.ts'
import type { Fetched } from '../fetch/fetcher.ts'

/** How a capture is known to be a stub, and what to do. */
export interface Stub {
  readonly from: 'page' | 'redirect'
  readonly message: string
}

/** Where sites send readers who are to log in or pay, by the names of folders and files in the address. */
const DOORS =
  /\/(?:abo|checkout|join|log-?in|membership|meter|offer|offers|paywall|plans|regist(?:er|ration)|regwall|sign-?in|sign-?up|subscri(?:be|ption|ptions))(?:\/|\.[a-z]{2,5}$|$)/i

/**
 * Why an article as captured is a stub; null where it is not known to be one.
 * @param article the reading of the captured bytes: `readPage` notes a page that declares itself not free
 *   (schema.org `isAccessibleForFree`, in `hasPart` too) or offers a subscription after a few lines
 */
export function stubOf(
  { url, finalUrl }: Pick<Fetched, 'url' | 'finalUrl'>,
  article: Pick<Article, 'notes'>,
): Stub | null {
  const note = article.notes.find(({ kind }) => kind === 'paywall')
  if (note) return { from: 'page', message: note.message }
  const [asked, reached] = [new URL(url).pathname, new URL(finalUrl).pathname]
  if (asked === reached || DOORS.test(asked) || !DOORS.test(reached)) return null
  return {
    from: 'redirect',
    message: `The site led from the article to ${finalUrl}, where readers log in or subscribe. Read it where you have access and give the saved page to Hearsay.`,
  }
}

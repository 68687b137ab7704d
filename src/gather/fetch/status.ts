/** What a status that brings no page means for a person (RFC 9110, 15; RFC 7725). */
import { FetchError } from './errors.ts'

const SAVE = 'Save the page in a browser and give Hearsay the file.'
const WORDS: Readonly<Record<number, string>> = {
  204: 'there is nothing in it.',
  401: `the site wants a user name and password. ${SAVE}`,
  403: `the site does not let this reader in. ${SAVE}`,
  404: 'there is no such page. Check the address; it may have moved.',
  406: `the site has no version of it that can be read here. ${SAVE}`,
  407: 'something on the way wants a password. Check the connection to the internet.',
  408: 'the site waited for the request and did not get all of it. Try again later.',
  410: 'the page is gone for good.',
  414: 'the site finds the address too long. Shorten it.',
  421: 'the site does not answer for this host. Check the address.',
  425: 'the site does not take requests so early. Try again later.',
  451: 'the site may not show the page, for legal reasons.',
}

/** The error for an answer that is no page. */
export function refusedStatus(url: URL, status: number): FetchError {
  if (status === 402)
    return new FetchError('paywall', url.href, `the answer was 402: the site asks to be paid for it. ${SAVE}`, {
      status,
    })
  const words =
    WORDS[status] ??
    (status >= 500
      ? 'the site has trouble of its own. Try again later.'
      : status >= 400
        ? `the site refuses the request. ${SAVE}`
        : 'no page comes with that. Check the address in a browser.')
  return new FetchError('status', url.href, `the answer was ${status}: ${words}`, { status })
}

/** The API's page, in English. */
import type { ProblemKind } from '../api/problem.ts'

export const API = {
  title: 'API',
  lede: 'What the site shows, for programs: JSON over HTTP, described by an OpenAPI 3.1 document. Readers need no key. Nothing here says that something is true; it says who said it, on whose word.',
  waysTitle: 'How to ask',
  ways: [
    'Numbers are those of the addresses of this site. What is not known is null. Every record has a permalink, and where it has words the place where they stand: UTF-16 offsets into the text, headline or deck of the article.',
    'Lists come in pages: ask with limit, go on with the cursor that the page before gave as next, or with the address in its Link header. With fields, only some fields are answered: fields=speaker,figures.low.',
    'An answer has an ETag. Ask again with If-None-Match, and 304 says that nothing changed. RateLimit says how much may still be asked.',
    'Who writes says a token: Authorization: Bearer, never in the address. Private sites want one for reading too. Whoever runs the site gives tokens.',
    'What goes wrong is told as application/problem+json: what is wrong, what to do, and where in the request it is.',
  ],
  example: 'An example',
  problemsTitle: 'Problems',
  writes: 'writes',
  asked: 'Asked with:',
} as const

export const PROBLEM_WORDS: Readonly<Record<ProblemKind, string>> = {
  'bad-parameter':
    'A parameter of the path or the query is unknown, given twice, or not what it has to be; errors says which.',
  'bad-query': 'The query cannot be understood; detail says where, and what to write instead.',
  'bad-cursor': 'The cursor is of another list or another query. Begin at the first page, without one.',
  'not-json': 'The body cannot be read as JSON.',
  unauthorized: 'Say a token: Authorization: Bearer, then the token.',
  forbidden: 'The token is right, and may not do this.',
  'cross-site':
    'A page of another site sent this through its reader’s browser. Programs write from outside a browser, with a token.',
  'not-found': 'There is nothing at this address, or no thing of this number or name.',
  'method-not-allowed': 'The address takes other methods; the Allow header lists them.',
  gone: 'A person has hidden this claim. The corrections say who, when and why.',
  'too-large': 'The body is larger than is taken at once. Files of many pages go in with hearsay ingest.',
  'unsupported-media-type': 'Send JSON, with Content-Type: application/json.',
  'other-host': 'The request names a host that is not this site’s.',
  unprocessable: 'The body says something that cannot be done; errors says where, or detail why.',
  'too-many-requests': 'Wait as many seconds as Retry-After says.',
  failed: 'Something went wrong here, and whoever runs the site was told.',
}

/** The addresses of the site: what each thing of the ledger is called by, for ever; all begin with the site's own. */

const path = (...parts: readonly (string | number)[]): string =>
  `/${parts.map((part) => encodeURIComponent(String(part).toWellFormed())).join('/')}`

/** The desk. @param since the ledger's version since which changes are shown */
export const deskAt = (since?: number): string => (since === undefined ? '/' : `/?since=${since}`)

/** The desk's pages that were read before one. @param reading its reading's number */
export const olderAt = (reading: number): string => `/?before=${reading}`

/** An article as it stands now. @param id its number in the ledger */
export const articleAt = (id: number): string => path('article', id)

/** An article as it stood. @param number of the version, from 1 */
export const versionAt = (id: number, number: number): string => path('article', id, number)

/** A part of a long article. @param article its address @param part from 1, which is where it begins */
export const partAt = (article: string, part: number): string => (part === 1 ? article : `${article}?part=${part}`)

/** All articles, newest first. @param before those before this place of the list */
export const articlesAt = (before?: number): string => `/articles${before === undefined ? '' : `?before=${before}`}`

/** Where a claim is corrected. @param id its number */
export const fixAt = (id: number): string => `${path('claim', id)}#fix`

/**
 * A claim by its number, which stays for ever.
 * @param at the ledger's version that it is pinned to; without one, as it is known now
 */
export const claimAt = (id: number, at?: number): string => `${path('claim', id)}${at === undefined ? '' : `?at=${at}`}`

/** The further reports of a claim's origin. @param from how many come before them */
export const reportsAt = (id: number, from: number, at?: number): string =>
  `${path('claim', id)}?${new URLSearchParams({ ...(at === undefined ? {} : { at: `${at}` }), reports: `${from}` })}#reports`

/** A claim's citation as a file. @param at the ledger's version that it is pinned to */
export const citeAt = (id: number, format: 'txt' | 'json' | 'ris' | 'bib', at: number): string =>
  `${path('claim', id, `cite.${format}`)}?at=${at}`

/** An article as linked data. @param version its number, where it is not the one seen last */
export const articleLinkedAt = (id: number, version?: number): string =>
  `${version === undefined ? articleAt(id) : versionAt(id, version)}.jsonld`

/** A claim as linked data. @param at the ledger's version that it is pinned to */
export const claimLinkedAt = (id: number, at?: number): string =>
  `${path('claim', id)}.jsonld${at === undefined ? '' : `?at=${at}`}`

/** A story as linked data. */
export const storyLinkedAt = (id: number): string => `${path('story', id)}.jsonld`

/** Where corrections of a claim are sent. */
export const correctAt = (id: number): string => path('claim', id, 'correct')

/** Where a correction's undoing and redoing is sent. @param id of the claim that it is shown with */
export const reverseAt = (id: number, how: 'undo' | 'redo'): string => path('claim', id, how)

/** Where what people said of a claim is listed. */
export const correctionsAt = (id: number): string => `${path('claim', id)}#corrections`

/** A story. @param id its number, without the `s` */
export const storyAt = (id: number): string => path('story', id)

/** A story's tables as a file: all of them, or its claims. */
export const storyFileAt = (id: number, file: 'data.zip' | 'claims.csv'): string => path('story', id, file)

/** The list of a story's articles. */
export const storyArticlesAt = (id: number): string => `${storyAt(id)}#s${id}-articles`

/** The rival figures of a story. @param panel which of them, from 1 */
export const figuresAt = (story: number, panel?: number): string =>
  panel === undefined ? path('story', story, 'figures') : `${path('story', story, 'figures')}#panel-${panel}`

/** A panel of a story's figures as a file. @param panel which of them, from 1 */
export const panelFileAt = (story: number, panel: number, format: 'svg' | 'png' | 'csv'): string =>
  path('story', story, 'figures', `${panel}.${format}`)

/** A speaker. @param key what all articles have for them, whatever the spelling */
export const speakerAt = (key: string): string => path('speaker', key)

/** An outlet, by its name. */
export const outletAt = (name: string): string => path('outlet', name)

/** A source without a name, by the words that describe it. */
export const unnamedAt = (words: string): string => path('unnamed', words)

/** Claims of a source further back. @param source its address @param after where they begin, as the list names it */
export const claimsFurtherAt = (source: string, after: string): string =>
  `${source}?${new URLSearchParams({ after })}#claims`

/** What a query finds. @param show articles instead of claims @param after where the page before ended */
export const searchAt = (
  query: string,
  { show, after }: { readonly show?: 'articles' | undefined; readonly after?: string } = {},
): string =>
  `/search?${new URLSearchParams({ q: query, ...(show === undefined ? {} : { show }), ...(after === undefined ? {} : { after }) })}`

/**
 * Claims for people to look at.
 * @param at which of them, as the list names it @param done the correction that was made last @param before a reading's
 * number: what entered before it
 */
export const reviewAt = ({
  at,
  done,
  before,
}: {
  readonly at?: string | undefined
  readonly done?: number | undefined
  readonly before?: number | undefined
} = {}): string => {
  const asked = Object.entries({ at, done, before }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return asked.length === 0 ? '/review' : `/review?${new URLSearchParams(asked)}`
}

/** All corrections, newest first. @param before a correction's number @param all claims that were found right, too */
export const recordAt = ({
  before,
  all = false,
}: {
  readonly before?: number | undefined
  readonly all?: boolean
} = {}): string => {
  const asked = [...(all ? [['all', 'yes']] : []), ...(before === undefined ? [] : [['before', String(before)]])]
  return asked.length === 0 ? '/corrections' : `/corrections?${new URLSearchParams(asked)}`
}

/** The list of stories. @param after the story after which it goes on, as the list names it */
export const storiesAt = (after?: string): string =>
  after === undefined ? '/stories' : `/stories?${new URLSearchParams({ after })}`

/** Where something is followed by mail. @param what it is asked with: see askedIn in web/follow */
export const followAt = (what: Readonly<Record<string, string>> = {}): string =>
  Object.keys(what).length === 0 ? '/follow' : `/follow?${new URLSearchParams(what)}`

/** Where following is confirmed, by the signed part of a letter's link. */
export const confirmAt = (signed: string): string => path('follow', 'confirm', signed)

/** Where what an address follows is seen and changed. */
export const followsAt = (signed: string): string => path('follow', 'mine', signed)

/** Where letters are ended: by a person's button, or by a mail program's post (RFC 8058). */
export const endLettersAt = (signed: string): string => path('follow', 'end', signed)

/** Where somebody says that they want no letter ever. */
export const refuseLettersAt = (signed: string): string => path('follow', 'never', signed)

/** A letter as a page. */
export const letterAt = (signed: string): string => path('letter', signed)

/** Where the API is, with its page for people. */
export const API_AT = '/api/v1'

/** What following by mail is, and what is kept of whom. */
export const TERMS_AT = '/terms'
export const PRIVACY_AT = '/privacy'

/** All webhooks, with the form that adds one. @param what is followed: see askedIn in web/follow */
export const webhooksAt = (what: Readonly<Record<string, string>> = {}): string =>
  Object.keys(what).length === 0 ? '/webhooks' : `/webhooks?${new URLSearchParams(what)}`

/** A webhook, with what was sent to it. @param before messages before this one */
export const webhookAt = (id: number, before?: number): string =>
  `${path('webhooks', id)}${before === undefined ? '' : `?before=${before}`}`

/** Where something is done with a webhook. */
export const webhookDoAt = (id: number, what: 'try' | 'again' | 'secret' | 'on' | 'off' | 'remove'): string =>
  path('webhooks', id, what)

/**
 * A feed of what changed in claims.
 * @param page where what is followed is shown @param before the development before which a further page begins
 */
export const feedAt = (page: string, format: 'atom' | 'rss' | 'json', before?: number): string => {
  const [place = '', query] = page.split('?')
  const asked = new URLSearchParams(query)
  if (before !== undefined) asked.set('before', String(before))
  return `${place === '/' ? '' : place}/feed.${format}${asked.size === 0 ? '' : `?${asked}`}`
}

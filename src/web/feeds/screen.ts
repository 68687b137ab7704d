/** Feeds: of every story, speaker, outlet, unnamed source and search, and of all, each in three formats. */
import { Hono } from 'hono'
import type { Followed } from '../../ledger/developments/development.ts'
import { developmentsOf } from '../../ledger/developments/list.ts'
import { beginning } from '../../ledger/position.ts'
import { parseQuery } from '../../ledger/search/parse.ts'
import { queryOf } from '../../ledger/search/query.ts'
import { QueryError } from '../../ledger/search/query-error.ts'
import { storyNow } from '../../ledger/told.ts'
import { feedAt } from '../../publish/addresses.ts'
import { followedAt, followedName } from '../../publish/developments/followed.ts'
import { atomFeed } from '../../publish/feeds/atom.ts'
import { FEED_FORMATS, FEED_TYPES, type Feed, type FeedFormat, feedOf } from '../../publish/feeds/feed.ts'
import { jsonFeed } from '../../publish/feeds/json-feed.ts'
import { rssFeed } from '../../publish/feeds/rss.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { FOLLOW } from '../words/follow.ts'
import { noticing } from './noticing.ts'

/** Entries of a page. */
const PAGE = 50
/** A longer key or name is none, in characters. */
const LONGEST = 1000

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { atom: atomFeed, rss: rssFeed, json: jsonFeed }

/** A feed beside what it follows: `feed.atom`. */
const FILE = ':file{feed\\.(?:atom|rss|json)}'

const formatIn = (c: Asking): FeedFormat =>
  FEED_FORMATS.find((format) => c.req.param('file') === `feed.${format}`) ?? 'atom'

export function feedScreen(site: Site): Screen {
  const { ledger, settings } = site
  const notice = noticing(site)
  const feed = async (c: Asking, followed: Followed) => {
    const format = formatIn(c)
    if (!(await notice())) c.set('keep', false)
    const name = await followedName(ledger, followed)
    if (name === null) return c.text(FOLLOW.missing, 404)
    const before = numberIn(c.req.query('before'))
    const asked = { limit: PAGE + 1, ...(before === undefined ? {} : { before }) }
    const all = await developmentsOf(ledger, followed, asked)
    const made = feedOf({
      followed,
      name,
      format,
      site: settings.address,
      beginning: await beginning(ledger),
      developments: all.slice(0, PAGE),
      before,
      hasMore: all.length > PAGE,
    })
    const headers = {
      'content-type': `${FEED_TYPES[format]}; charset=utf-8`,
      'last-modified': new Date(made.updated).toUTCString(),
    }
    return c.body(WRITERS[format](made), 200, headers)
  }
  const named = (c: Asking): string => (c.req.param('name') ?? '').toWellFormed().replaceAll('\u0000', '\ufffd')
  const source = async (c: Asking, of: (name: string) => Followed): Promise<Response> =>
    named(c).length > LONGEST ? c.text(FOLLOW.missing, 404) : feed(c, of(named(c)))
  return new Hono<Asked>()
    .get(`/${FILE}`, (c) => feed(c, { kind: 'all' }))
    .get(`/story/:id{[0-9]{1,15}}/${FILE}`, async (c) => {
      const id = Number(c.req.param('id'))
      const story = await storyNow(ledger, id)
      if (story === null || story === id) return feed(c, { kind: 'story', story: id })
      return c.redirect(feedAt(followedAt({ kind: 'story', story }), formatIn(c)), 301)
    })
    .get(`/speaker/:name/${FILE}`, (c) => source(c, (key) => ({ kind: 'speaker', key })))
    .get(`/outlet/:name/${FILE}`, (c) => source(c, (name) => ({ kind: 'outlet', name })))
    .get(`/unnamed/:name/${FILE}`, (c) => source(c, (name) => ({ kind: 'unnamed', name })))
    .get(`/search/${FILE}`, async (c): Promise<Response> => {
      try {
        return await feed(c, { kind: 'search', query: queryOf(parseQuery(c.req.query('q') ?? '')) })
      } catch (error) {
        if (error instanceof QueryError) return c.text(error.message, 400)
        throw error
      }
    })
}

/** A development's number; undefined for none and for what is none. */
const numberIn = (given: string | undefined): number | undefined =>
  given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : undefined

/** A feed before it has a format: what changed in claims of what is followed, a development an entry, the newest first. */
import { createHash } from 'node:crypto'
import type { Development, Followed } from '../../ledger/developments/development.ts'
import { webAddress } from '../address.ts'
import { feedAt } from '../addresses.ts'
import { line } from '../cite/cited.ts'
import { followedAt } from '../developments/followed.ts'
import { developmentAddress, developmentHtml, developmentText } from '../developments/told.ts'
import { developmentTitle, kindName } from '../developments/words.ts'
import { shortened } from '../story/words.ts'

/** The formats of feeds, as their addresses end. */
export const FEED_FORMATS = ['atom', 'rss', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

/** Atom is RFC 4287, RSS 2.0 has its type by custom, JSON Feed is 1.1. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
}

/** What tells of a development in a feed. What it says stays as it is for ever. */
export interface FeedEntry {
  readonly id: string
  readonly title: string
  /** The claim, pinned to what was known then. */
  readonly address: string
  /** The page that it was read from. */
  readonly page: string | null
  /** ISO in UTC. */
  readonly at: string
  /** The kind of development, and how it is shown. */
  readonly kind: string
  readonly kindName: string
  /** Whose words they are: of a retelling the outlet's, else the speaker's; null where nobody is named. */
  readonly author: string | null
  readonly html: string
  readonly text: string
}

export interface Feed {
  readonly id: string
  readonly title: string
  readonly description: string
  /** Where what is followed is shown. */
  readonly page: string
  /** This page of the feed, the newest, and the older ones; null where there are none. */
  readonly self: string
  readonly first: string
  readonly next: string | null
  /** When its newest entry was noticed, ISO in UTC. */
  readonly updated: string
  readonly entries: readonly FeedEntry[]
}

/** What a page of a feed is made of. */
export interface FeedMaking {
  readonly followed: Followed
  readonly name: string
  readonly format: FeedFormat
  /** The site's own address, without a slash at its end. */
  readonly site: string
  /** The first entry of the ledger's log: ids follow from its hash, whatever address the ledger is served under. */
  readonly beginning: { readonly hash: string; readonly at: string }
  /** The newest first. */
  readonly developments: readonly Development[]
  /** Those before which one the page begins; undefined for the newest. */
  readonly before: number | undefined
  readonly hasMore: boolean
}

/** A page of a feed. */
export function feedOf(making: FeedMaking): Feed {
  const { followed, name, format, site, beginning, developments, before, hasMore } = making
  const last = developments.at(-1)
  const at = (page?: number): string => `${site}${feedAt(followedAt(followed), format, page)}`
  return {
    id: idOf(beginning.hash, 'feed', JSON.stringify(followed)),
    title: `${name} - Hearsay`,
    description: `What changed in claims: ${name}. New origins, changed figures, dropped hedges, denials, corrections.`,
    page: `${site}${followedAt(followed)}`,
    self: at(before),
    first: at(),
    next: hasMore && last !== undefined ? at(last.id) : null,
    updated: developments[0]?.at ?? beginning.at,
    entries: developments.map((one) => entryOf(one, site, beginning.hash)),
  }
}

/** The longest name of an author, in characters. */
const NAME = 100

function entryOf(development: Development, site: string, beginning: string): FeedEntry {
  const { id, kind, at, claim, toldIn } = development
  const author = toldIn === null ? (claim.claim.speaker?.name ?? null) : claim.outlet
  return {
    id: idOf(beginning, 'development', String(id)),
    title: developmentTitle(development),
    address: developmentAddress(development, site),
    page: webAddress(claim.url),
    at,
    kind,
    kindName: kindName(kind),
    author: author === null ? null : line(shortened(author, NAME)) || null,
    html: developmentHtml(development, site).source,
    text: developmentText(development, site),
  }
}

/** A name that is the same for ever and nowhere else: a UUID of RFC 9562, version 8, of a hash. */
function idOf(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16)
  const groups = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`]
  return `urn:uuid:${[...groups, hash.slice(20, 32)].join('-')}`
}

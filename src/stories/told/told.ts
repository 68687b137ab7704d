/**
 * What a story tells: its origins with who carries them, the rival figures, what the tellings changed, and what nobody
 * says. All of it is plain data for a page.
 */

import type { Collection } from '../collection.ts'
import { givenOf } from '../figures/given.ts'
import { type Panel, panelsOf } from '../figures/panels.ts'
import type { Overlap } from '../lineage/copies.ts'
import { type Kinship, kinshipOf } from '../lineage/kinship.ts'
import type { Report } from '../lineage/lineage.ts'
import { type Matter, mattersOf } from '../matters.ts'
import { type Brought, broughtTogether, type Joined, type OriginIndex, originOf } from '../origins.ts'
import { articleOf, type Mention, mentionOf, type Read, type Reading } from '../reading.ts'
import { dateOfDay } from '../said.ts'
import type { Statement } from '../statement.ts'
import { articlesByStory, calledBy, type Story, storyOf } from '../stories.ts'
import { type Account, accountOf } from './account.ts'
import type { Carrier } from './carriers.ts'
import { changesOf, type DriftTold, type DriftWithin, driftWithinEach } from './changes.ts'
import { firstSentence } from './first-sentence.ts'
import { partiesOf, type Sourced } from './parties.ts'
import { spokenOf } from './spoken.ts'
import { type StoryAccount, storyAccountOf } from './story-account.ts'
import { type Unsaid, unsaidOf } from './unsaid.ts'

/** An article of a story, as it is listed. */
export interface ArticleTold {
  readonly id: string
  readonly outlet: string | null
  readonly headline: string | null
  readonly published: string | null
  readonly url: string | null
  /** The agency whose copy it prints. */
  readonly wire: string | null
}

/** An origin with all that is known of it. */
export interface OriginTold {
  readonly id: string
  readonly speaker: string | null
  readonly kind: Statement['voice']['kind']
  /** The day it was said, as the articles that date it say most often; null where none does. */
  readonly said: string | null
  /** The words of its fullest telling. */
  readonly words: string
  readonly claims: readonly Mention[]
  readonly joined: readonly Joined[]
  readonly reports: readonly Report[]
  /** Its reports as a tree: each under whom it has it from, those of unknown lineage at the top and last. */
  readonly carriers: readonly Carrier[]
  readonly account: Account
}

/** A story with its origins, those that most outlets carry first. */
export interface StoryTold {
  readonly id: string
  /** The headline of its most central article; null where none has a headline. */
  readonly title: string | null
  /** The first sentence of that article. */
  readonly summary: string | null
  /** The article that title and summary are of. */
  readonly from: string | null
  /** The earliest first, undated ones last. */
  readonly articles: readonly ArticleTold[]
  readonly first: string | null
  readonly last: string | null
  readonly origins: readonly OriginTold[]
  /** What several origins tell alike, with its account. */
  readonly matters: readonly Matter[]
  readonly account: StoryAccount
  /** Rival figures that can be laid side by side, those that most reports carry first. */
  readonly figures: readonly Panel[]
  /** Things counted by one claimant with one number, which no panel shows. */
  readonly single: number
  readonly drift: readonly DriftTold[]
  readonly unsaid: readonly Unsaid[]
}

/**
 * The stories of a collection, the largest first.
 * @param readings the articles that it was made of
 * @param within the drift within an article, where it is known already
 */
export function told(
  collection: Collection,
  readings: readonly Reading[],
  within: DriftWithin = driftWithinEach(),
): StoryTold[] {
  const read = { ...readOf(collection, readings), within }
  const originsIn = Map.groupBy(broughtTogether(collection.origins), (origin) => homeOf(collection, origin))
  return [...collection.stories.stories.values()]
    .sort((one, other) => other.size - one.size || one.id - other.id)
    .map((story) => withMatters(collection.origins, partsOf(collection, story, originsIn.get(story.id) ?? [], read)))
}

/**
 * One story of a collection.
 * @param id `s12`, as `told` has it
 * @param readings its articles, and others that carry its origins: see `articlesOf`
 * @param within the drift within an article, where it is known already
 * @returns null where the collection has no such story
 */
export function toldStory(
  collection: Collection,
  readings: readonly Reading[],
  id: string,
  within?: DriftWithin,
): StoryTold | null {
  const parts = storyParts(collection, readings, id, within)
  return parts === null ? null : withMatters(collection.origins, parts)
}

/** What of a story is told by itself, however rare its words are elsewhere; `sourced` are its origins with their voices. */
export interface StoryParts {
  readonly story: Omit<StoryTold, 'matters'>
  readonly sourced: readonly Sourced[]
}

/** The story with what its origins tell alike, which is weighed by how rare words are among all statements. */
export function withMatters(index: OriginIndex, { story, sourced }: StoryParts): StoryTold {
  const { account, figures, single, drift, unsaid, ...head } = story
  const matters = mattersOf(index, story.origins).map((matter) => ofParties(matter, sourced))
  return { ...head, matters, account, figures, single, drift, unsaid }
}

/** One story of a collection but for its matters: see `toldStory`. */
export function storyParts(
  collection: Collection,
  readings: readonly Reading[],
  id: string,
  within: DriftWithin = driftWithinEach(),
): StoryParts | null {
  const story = collection.stories.stories.get(Number(id.slice(1)))
  if (story === undefined) return null
  const read = { ...readOf(collection, readings), within }
  const own = read.articles.get(story.id) ?? []
  const origins = originsAt(collection, own, readings).filter((origin) => homeOf(collection, origin) === story.id)
  return partsOf(collection, story, origins, read)
}

/**
 * The articles that are needed to tell a story: its own and those of others that carry its origins.
 * @param readings its own articles
 */
export function articlesOf(collection: Collection, readings: readonly Reading[], id: string): readonly string[] {
  const story = collection.stories.stories.get(Number(id.slice(1)))
  if (story === undefined) return []
  const own = articlesByStory(collection.stories).get(story.id) ?? []
  const others = originsAt(collection, own, readings).flatMap(({ joined }) => joined.map(({ mention }) => mention))
  return [...new Set([...own, ...others.map(articleOf)])]
}

/** The origins of a story's claims. */
function originsAt({ origins }: Collection, articles: readonly string[], readings: readonly Reading[]): Brought[] {
  const own = new Set(articles)
  const ids = new Set(
    readings
      .filter(({ id }) => own.has(id))
      .flatMap(({ id, claims }) => claims.flatMap((claim) => originOf(origins, mentionOf(id, claim.id)) ?? [])),
  )
  return broughtTogether(origins).filter(({ id }) => ids.has(id))
}

/** What is read, the articles of each story, by article the text that it shares, and the drift within it. */
interface Shown extends Read {
  readonly articles: ReadonlyMap<number, readonly string[]>
  readonly beside: ReadonlyMap<string, readonly Overlap[]>
  readonly within: DriftWithin
}

function readOf({ overlaps, stories }: Collection, readings: readonly Reading[]): Omit<Shown, 'within'> {
  const byId = new Map(readings.map((reading) => [reading.id, reading]))
  const beside = new Map<string, Overlap[]>()
  for (const overlap of overlaps)
    for (const id of [overlap.one, overlap.other]) {
      if (!byId.has(id)) continue
      const own = beside.get(id)
      if (own === undefined) beside.set(id, [overlap])
      else own.push(overlap)
    }
  const claims = [...byId.values()].flatMap(({ id, claims: own }) =>
    own.map((claim) => [mentionOf(id, claim.id), claim] as const),
  )
  return { readings: byId, claims: new Map(claims), articles: articlesByStory(stories), beside }
}

/** The story that most of an origin's articles tell. */
function homeOf({ stories }: Collection, origin: Brought): number {
  const times = new Map<number, number>()
  for (const { mention } of origin.joined) {
    const id = storyOf(stories, articleOf(mention)) as number
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  return [...times].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] as number
}

function partsOf(collection: Collection, story: Story, some: readonly Brought[], read: Shown): StoryParts {
  const articles = read.articles.get(story.id) ?? []
  const kinship = kinshipAt(articles, some, read)
  const spoken = some
    .map((origin) => spokenOf(collection.origins, origin, read, kinship))
    .sort(
      ({ origin: one }, { origin: other }) =>
        other.account.outlets - one.account.outlets || other.claims.length - one.claims.length,
    )
  const origins = spoken.map(({ origin }) => origin)
  const stated = spoken.map(({ origin: { id, said, claims }, voice }) => ({ id, said, claims, voice }))
  const sourced = spoken.map(({ origin, voices, called }) => ({ ...origin, voices, called }))
  const given = givenOf(stated, read)
  const { panels, single } = panelsOf(given)
  const called = calledBy(story, articles, read.readings, firstSentence)
  const own = articles
    .flatMap((id) => read.readings.get(id) ?? [])
    .sort((one, other) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0))
  const told = {
    id: `s${story.id}`,
    title: called?.title ?? null,
    summary: called?.summary ?? null,
    from: called?.from ?? null,
    articles: own.map(articleTold),
    first: story.first === null ? null : dateOfDay(story.first),
    last: story.last === null ? null : dateOfDay(story.last),
    origins,
    account: storyAccountOf(sourced, own.length),
    figures: panels,
    single,
    drift: changesOf(own, origins, read, read.within),
    unsaid: unsaidOf(given, origins, read),
  }
  return { story: told, sourced: sourced.map(({ id, reports, voices, called }) => ({ id, reports, voices, called })) }
}

/** A matter with the account of its origins, where what one party says is one origin. */
function ofParties(matter: Matter, origins: readonly Sourced[]): Matter {
  const ids = new Set(matter.origins)
  const own = origins.filter(({ id }) => ids.has(id))
  const parties = partiesOf(own)
  return {
    ...matter,
    account: accountOf(
      own.map(({ reports }) => reports),
      own.map(({ id }) => parties.get(id) ?? id),
    ),
  }
}

/** What the articles of a story, and those that carry its origins, show of each other. */
function kinshipAt(articles: readonly string[], some: readonly Brought[], { readings, beside }: Shown): Kinship {
  const carrying = some.flatMap(({ joined }) => joined.map(({ mention }) => articleOf(mention)))
  const ids = [...new Set([...articles, ...carrying])]
  return kinshipOf(
    ids.flatMap((id) => readings.get(id) ?? []),
    new Set(ids.flatMap((id) => beside.get(id) ?? [])),
  )
}

/** Days sort as they are written; an article without one comes last. */
const order = ({ article: { published } }: Reading): string => published ?? '~'

const articleTold = ({ id, article: { outlet, headline, published, url, wire } }: Reading): ArticleTold => ({
  id,
  outlet,
  headline,
  published,
  url,
  wire,
})

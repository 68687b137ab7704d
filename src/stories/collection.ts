/**
 * A Collection: articles with the origins of their claims, the text they share, and their stories. It grows by an article
 * at a time, at a cost that does not grow with it; all of it is plain data that a ledger can keep.
 */
import type { Claim } from '../claims/claim.ts'
import { type Account, accountOf } from './account.ts'
import { addText, type CopyIndex, newCopyIndex, type Overlap } from './copies.ts'
import { firstSentence } from './firstsentence.ts'
import { type Report, reportsOf } from './lineage.ts'
import { type Matter, mattersOf } from './matters.ts'
import { type Joined, learn, newIndex, type Origin, type OriginIndex, placeAll, statementsOf } from './origins.ts'
import { type Mention, mentionOf, type Reading } from './reading.ts'
import { dateOfDay } from './said.ts'
import type { Statement } from './statement.ts'
import { addToStory, type Called, calledBy, newStoryIndex, type StoryIndex, storiesSharing } from './stories.ts'

export interface Collection {
  readonly origins: OriginIndex
  readonly copies: CopyIndex
  readonly overlaps: Overlap[]
  readonly stories: StoryIndex
}

/** A collection of nothing. */
export const newCollection = (): Collection => ({
  origins: newIndex(),
  copies: newCopyIndex(),
  overlaps: [],
  stories: newStoryIndex(),
})

/** Adds an article; one whose id is there already is passed over. */
export function addArticle(collection: Collection, reading: Reading): void {
  if (collection.stories.storyOf.has(reading.id)) return
  const statements = statementsOf(reading)
  learn(collection.origins, statements)
  settle(collection, reading, statements)
}

/**
 * A collection of many articles at once: the oldest first and undated ones last, with all their words counted before any
 * claim is placed. Of articles of one id the first counts.
 */
export function collectionOf(readings: readonly Reading[]): Collection {
  const collection = newCollection()
  const first = [...new Map([...readings].reverse().map((reading) => [reading.id, reading])).values()].reverse()
  const dated = ({ article }: Reading) => article.published?.slice(0, 10) ?? '9999'
  const inOrder = first.sort((one, other) => (dated(one) < dated(other) ? -1 : dated(one) > dated(other) ? 1 : 0))
  const statements = inOrder.map(statementsOf)
  for (const some of statements) learn(collection.origins, some)
  inOrder.forEach((reading, at) => {
    settle(collection, reading, statements[at] as Statement[])
  })
  return collection
}

function settle(
  { origins, copies, overlaps, stories }: Collection,
  reading: Reading,
  statements: readonly Statement[],
): void {
  placeAll(origins, statements)
  overlaps.push(...addText(copies, reading))
  const own = new Set(statements.map(({ mention }) => origins.originOf.get(mention) as number))
  const others = [...own].map((id) => (origins.origins.get(id) as Origin).exemplars)
  addToStory(stories, reading, storiesSharing(stories, others))
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
  readonly account: Account
}

/** A story with its origins, those that most outlets carry first. */
export interface StoryTold extends Partial<Called> {
  readonly id: string
  readonly articles: readonly string[]
  readonly first: string | null
  readonly last: string | null
  readonly origins: readonly OriginTold[]
  /** What several origins tell alike, with its account. */
  readonly matters: readonly Matter[]
  readonly account: Account
}

/** The stories of a collection, the largest first. `readings` are the articles that it was made of. */
export function told(collection: Collection, readings: readonly Reading[]): StoryTold[] {
  const byId = new Map(readings.map((reading) => [reading.id, reading]))
  const claims = new Map(
    [...byId.values()].flatMap(({ id, claims: own }) => own.map((claim) => [mentionOf(id, claim.id), claim] as const)),
  )
  const beside = Map.groupBy(
    collection.overlaps.flatMap((overlap) => [
      { id: overlap.one, overlap },
      { id: overlap.other, overlap },
    ]),
    ({ id }) => id,
  )
  const originsIn = Map.groupBy(collection.origins.origins.values(), (origin) => homeOf(collection, origin))
  return [...collection.stories.stories.values()]
    .sort((one, other) => other.articles.length - one.articles.length || one.id - other.id)
    .map((story) => {
      const origins = (originsIn.get(story.id) ?? [])
        .map((origin) => originTold(collection, origin, { readings: byId, claims }, beside))
        .sort((one, other) => other.account.outlets - one.account.outlets || other.claims.length - one.claims.length)
      return {
        id: `s${story.id}`,
        ...calledBy(story, byId, firstSentence),
        articles: story.articles,
        first: story.first === null ? null : dateOfDay(story.first),
        last: story.last === null ? null : dateOfDay(story.last),
        origins,
        matters: mattersOf(collection.origins, origins),
        account: accountOf(origins.map(({ reports }) => reports)),
      }
    })
}

/** The story that most of an origin's articles tell. */
function homeOf({ stories }: Collection, origin: Origin): number {
  const times = new Map<number, number>()
  for (const { mention } of origin.joined) {
    const id = stories.storyOf.get(mention.slice(0, mention.lastIndexOf('#'))) as number
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  return [...times].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] as number
}

type Beside = ReadonlyMap<string, readonly { readonly overlap: Overlap }[]>

/** The articles told of, and their claims by name. */
interface Read {
  readonly readings: ReadonlyMap<string, Reading>
  readonly claims: ReadonlyMap<Mention, Claim>
}

function originTold(
  { origins }: Collection,
  origin: Origin,
  { readings, claims: claimsBy }: Read,
  beside: Beside,
): OriginTold {
  const claims = origin.joined.map(({ mention }) => mention)
  const statements = claims.map((mention) => origins.statements.get(mention) as Statement)
  const articles = new Set(statements.map(({ article }) => article))
  const overlaps = [...articles].flatMap((id) => (beside.get(id) ?? []).map(({ overlap }) => overlap))
  const reports = reportsOf({ mentions: claims, readings, claims: claimsBy, overlaps: [...new Set(overlaps)] })
  const voice = voiceMost(statements)
  const fullest = statements.reduce((most, one) => (one.words.length > most.words.length && !one.headline ? one : most))
  return {
    id: `o${origin.id}`,
    speaker: voice === null ? null : voice.name,
    kind: voice === null ? 'unattributed' : voice.kind,
    said: saidMost(statements),
    words: claimsBy.get(fullest.mention)?.content.text ?? '',
    claims,
    joined: origin.joined,
    reports,
    account: accountOf([reports]),
  }
}

/** The voice that most statements have, named ones before the others. */
function voiceMost(statements: readonly Statement[]): Statement['voice'] | null {
  const voices = statements.map(({ voice }) => voice).filter(({ kind }) => kind !== 'unattributed')
  const named = voices.filter(({ key }) => key !== null)
  return mostOf(named.length > 0 ? named : voices, ({ key, name }) => key ?? name)
}

function saidMost(statements: readonly Statement[]): string | null {
  const exact = statements.filter(({ said }) => said.from !== null && said.from === said.to)
  const some = exact.length > 0 ? exact : statements.filter(({ said }) => said.from !== null)
  const { said } = mostOf(some, ({ said: { from } }) => String(from)) ?? {}
  if (said === undefined || said.from === null) return null
  const date = dateOfDay(said.from)
  return said.from === said.to ? date : (said.to as number) - said.from < 32 ? date.slice(0, 7) : date.slice(0, 4)
}

/** The first of those that most have in common. */
function mostOf<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing | null {
  const groups = [...Map.groupBy(things, key).values()].sort((one, other) => other.length - one.length)
  return groups[0]?.[0] ?? null
}

/** The numbers by which the ledger knows what a story tells: its articles, claims and speakers have pages under them. */
import { type Mention, mentionOf } from '../stories/reading.ts'
import type { StoryTold } from '../stories/told/told.ts'
import type { Ledger } from './open.ts'
import { nameOf, numberOf } from './settled.ts'

/** By the names that a told story has for them. */
export interface Numbers {
  /** The article that a reading is of. */
  readonly articles: ReadonlyMap<string, number>
  /** The number of the version that a reading is of. */
  readonly versions: ReadonlyMap<string, number>
  /** The first capture of what a reading was made of. */
  readonly captures: ReadonlyMap<string, { readonly capturedAt: string; readonly sha256: string }>
  readonly claims: ReadonlyMap<Mention, number>
  /** By origins: the key of who said it, where they have one. */
  readonly speakers: ReadonlyMap<string, string>
}

const NO_NUMBERS: Numbers = {
  articles: new Map(),
  versions: new Map(),
  captures: new Map(),
  claims: new Map(),
  speakers: new Map(),
}

/** The numbers of what a story tells. */
export async function numbersIn({ db }: Pick<Ledger, 'db'>, story: StoryTold): Promise<Numbers> {
  const mentions = story.origins.flatMap(({ claims }) => claims)
  const others = mentions.map((mention) => mention.slice(0, mention.lastIndexOf('#')))
  const readings = [...new Set([...story.articles.map(({ id }) => id), ...others])].map(numberOf)
  if (readings.length === 0) return NO_NUMBERS
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'readingId', 'local', 'articleId', 'speakerKey', 'speaker'])
    .where('readingId', 'in', readings)
    .execute()
  const claims = new Map(rows.map((row) => [mentionOf(nameOf(row.readingId), row.local), row]))
  const read = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.versionId')
    .select(['reading.id', 'reading.versionId', 'version.articleId', 'version.number'])
    .where('reading.id', 'in', readings)
    .execute()
  const captures = await db
    .selectFrom('capture')
    .select(['versionId', 'capturedAt', 'sha256'])
    .where('versionId', 'in', [...new Set(read.map(({ versionId }) => versionId))])
    .orderBy('capturedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const first = new Map(captures.map(({ versionId, ...capture }) => [versionId, capture]))
  return {
    articles: new Map(read.map(({ id, articleId }) => [nameOf(id), articleId])),
    versions: new Map(read.map(({ id, number }) => [nameOf(id), number])),
    captures: new Map(
      read.flatMap(({ id, versionId }) => {
        const capture = first.get(versionId)
        return capture === undefined ? [] : [[nameOf(id), capture] as const]
      }),
    ),
    claims: new Map([...claims].map(([mention, { id }]) => [mention, id])),
    speakers: new Map(
      story.origins.flatMap(({ id, speaker, claims: own }) => {
        const known = own
          .flatMap((mention) => claims.get(mention) ?? [])
          .filter(({ speakerKey }) => speakerKey !== null)
        const key = (known.find((row) => row.speaker === speaker) ?? known[0])?.speakerKey
        return speaker === null || key == null ? [] : [[id, key] as const]
      }),
    ),
  }
}

/** The numbers by which the ledger knows what a told story names, and the addresses of its articles. */
import type { Numbers } from '../../ledger/numbers.ts'
import type { Mention } from '../../stories/reading.ts'
import type { StoryTold } from '../../stories/told/told.ts'

/** What a told story's names are in the ledger, and the addresses of its articles. */
export interface StoryNames {
  article(id: string): number | null
  url(id: string): string | null
  claims(mentions: readonly Mention[]): number[]
  speaker(origin: string): string | null
}

/** The names of a told story, by the numbers that the ledger has for them. */
export function namesOf({ articles }: StoryTold, numbers: Numbers): StoryNames {
  const urls = new Map(articles.map(({ id, url }) => [id, url]))
  return {
    article: (id) => numbers.articles.get(id) ?? null,
    url: (id) => urls.get(id) ?? null,
    claims: (mentions) => mentions.flatMap((mention) => numbers.claims.get(mention) ?? []),
    speaker: (origin) => numbers.speakers.get(origin) ?? null,
  }
}

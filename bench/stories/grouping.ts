// How well articles are grouped to stories: B-cubed over articles, and how many pairs that have nothing to do with each
// other stand in one story.

import { collectionOf } from '../../src/stories/collection.ts'
import type { Reading } from '../../src/stories/reading.ts'
import { storyOf as storyTold } from '../../src/stories/stories.ts'
import { type BCubed, bCubed } from './origins.ts'

export interface Grouping {
  readonly articles: number
  readonly stories: number
  readonly found: number
  readonly score: BCubed
  /** Pairs of articles of different stories put in one, and how many pairs there are. */
  readonly joined: number
  readonly apart: number
}

/** The story that an article is of, where its id has it: `kursk/00-inquirer`; a story of its own where it has none. */
export const storyOf = (id: string): string => /^(\w+)\/[\w-]+$/.exec(id)?.[1] ?? id

/** How some articles are grouped, against the stories that they are of. */
export function groupingOf(readings: readonly Reading[], story: (id: string) => string): Grouping {
  const { stories } = collectionOf(readings)
  const wanted = new Map(readings.map(({ id }) => [id, story(id)]))
  const found = new Map(readings.map(({ id }) => [id, String(storyTold(stories, id))]))
  const sizes = [...Map.groupBy(wanted.values(), (name) => name).values()].map(({ length }) => length)
  const pairs = (n: number): number => (n * (n - 1)) / 2
  const together = [...Map.groupBy(found.keys(), (id) => found.get(id)).values()]
  const joined = together.reduce((sum, ids) => {
    const right = [...Map.groupBy(ids, (id) => wanted.get(id)).values()].reduce(
      (own, { length }) => own + pairs(length),
      0,
    )
    return sum + pairs(ids.length) - right
  }, 0)
  return {
    articles: readings.length,
    stories: sizes.length,
    found: together.length,
    score: bCubed(wanted, found),
    joined,
    apart: pairs(readings.length) - sizes.reduce((sum, size) => sum + pairs(size), 0),
  }
}

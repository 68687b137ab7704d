/**
 * Stories for programs, in the shape that `docs/story.md` documents. What can be had from the rest (the reasons why each
 * claim joined its origin) is left to `hearsay origins --json`.
 */
import type { OriginTold, StoryTold } from '../../stories/told/told.ts'

/** Raised when a field goes or changes its meaning; a new field leaves it as it is. */
const VERSION = 1

/** The value that is written; `unread` are inputs that could not be read, a line each. */
export const storiesJson = (stories: readonly StoryTold[], unread: readonly string[]) => ({
  version: VERSION,
  stories: stories.map(storyJson),
  unread,
})

const storyJson = ({ origins, ...story }: StoryTold) => ({ ...story, origins: origins.map(originJson) })

const originJson = ({ id, speaker, kind, said, words, claims, account, carriers }: OriginTold) => ({
  id,
  speaker,
  kind,
  said,
  words,
  claims,
  account,
  carriers,
})

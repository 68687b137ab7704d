/** Stories: the list, and each with all that it tells. */
import { numbersIn } from '../../../ledger/numbers.ts'
import { storiesListed, storyNow, storyTold } from '../../../ledger/told.ts'
import { Story, StoryListed, storyListedRecord, storyRecord } from '../../../publish/records/story.ts'
import { list, one, type Route } from '../route.ts'
import { numbered } from './given.ts'

/** A story in the order of the list: its last day, how many articles it has, its number. */
const STORY_PLACE = /^(none|-?\d{1,8})\.(\d{1,9})\.(\d{1,15})$/

/** The story after which the list goes on. */
function afterOf(place: string | null) {
  const [, day, articles, id] = STORY_PLACE.exec(place ?? '') ?? []
  if (day === undefined) return null
  return { lastDay: day === 'none' ? null : Number(day), articles: Number(articles), id: Number(id) }
}

const listStories = list({
  path: '/stories',
  name: 'listStories',
  tag: 'stories',
  summary: 'Stories, those told last first',
  example: '/stories',
  item: StoryListed,
  limit: { usual: 20, most: 50 },
  place: STORY_PLACE,
  read: async ({ ledger, pinned }, _, { limit, place }) => {
    const rows = await storiesListed(ledger, { limit: limit + 1, after: afterOf(place) })
    const shown = rows.slice(0, limit)
    const items: StoryListed[] = []
    for (const { id } of shown) {
      const story = await storyTold(ledger, id)
      if (story !== null) items.push(storyListedRecord(story, await numbersIn(ledger, story), pinned))
    }
    const last = rows.length > limit ? shown.at(-1) : undefined
    return { items, next: last === undefined ? null : `${last.lastDay ?? 'none'}.${last.articles}.${last.id}` }
  },
})

const getStory = one({
  path: '/stories/{story}',
  name: 'getStory',
  tag: 'stories',
  summary: 'A story: its origins, what they tell alike, rival figures, drift, and what nobody says',
  description:
    'A story that became one with another is answered as that one: `number` says which. Ask for parts of it with `fields`: `figures`, `drift,unsaid`, `origins.account`.',
  params: { story: numbered('story') },
  example: '/stories/1',
  answer: Story,
  missing: 'The ledger has no story of this number.',
  read: async ({ ledger, pinned }, { params }) => {
    const now = await storyNow(ledger, params.story)
    const story = now === null ? null : await storyTold(ledger, now)
    return story && storyRecord(story, await numbersIn(ledger, story), pinned)
  },
})

export const storyRoutes: readonly Route[] = [listStories, getStory]

// Which articles tell one matter: by names and words of their openings, by shared origins, and in its time.
import { expect, test } from 'vitest'
import { NOTHING } from '../page/article.ts'
import type { Reading } from './reading.ts'
import { addToStory, newStoryIndex, storyOf } from './stories.ts'

const article = (id: string, text: string, published: string | null = '2031-05-06'): Reading => ({
  id,
  article: { ...NOTHING, published, text },
  claims: [],
})

/** The story of each article, added in turn. */
function storiesOf(...articles: readonly Reading[]): number[] {
  const index = newStoryIndex()
  for (const one of articles) addToStory(index, one)
  return articles.map(({ id }) => storyOf(index, id) as number)
}

const ferry =
  'Divers searched the wreck of the ferry Halcyon off Lorham Point for a second day after it sank in a gale.'
const again = 'The search for those missing from the Halcyon, the ferry that sank off Lorham Point, went on in a gale.'
const other = 'Divers searched the wreck of the ferry Castor off Brenn Island for a second day after it sank in a gale.'
const tax = 'Members of the council of Dunvale voted for a higher levy on parking in the streets around the market.'

test('one matter in other words is one story, another matter is not', () => {
  const [one, two, three] = storiesOf(article('a', ferry), article('b', again), article('c', tax))
  expect(two).toBe(one)
  expect(three).not.toBe(one)
})

test('the names tell two wrecks apart that are told alike', () => {
  const [one, two] = storiesOf(article('a', ferry), article('b', other))
  expect(two).not.toBe(one)
})

test('a story that nobody told for months is another', () => {
  const [one, two] = storiesOf(article('a', ferry), article('b', again, '2032-05-06'))
  expect(two).not.toBe(one)
})

test('an article without a date joins where its words say so, and does not bring two stories together', () => {
  const [one, two] = storiesOf(article('a', ferry), article('b', again, null))
  expect(two).toBe(one)
  const [first, second, third] = storiesOf(
    article('a', ferry, '2031-05-06'),
    article('b', ferry, '2033-05-06'),
    article('c', again, null),
  )
  expect(first).not.toBe(second)
  expect([first, second]).toContain(third)
})

test('stories that an article shares origins with are one', () => {
  const index = newStoryIndex()
  const one = addToStory(index, article('a', ferry))
  const before = index.stories.size
  const two = addToStory(index, article('b', `${tax} It was after the loss of the ferry Halcyon off Lorham Point.`))
  const three = addToStory(
    index,
    article('c', `${again} ${tax}`),
    new Map([
      [one, 1],
      [two, 1],
    ]),
  )
  expect(index.stories.size).toBe(before)
  expect([...index.placed.keys()].every((id) => storyOf(index, id) === three)).toBe(true)
})

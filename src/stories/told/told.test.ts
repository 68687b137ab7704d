// What a story tells, over articles that are read here: the tree of carriers, the rival figures, the changes, what nobody
// says; and one story of many told by itself.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../claims/attribution.ts'
import { loadEngine } from '../../claims/engines.ts'
import { readClaims } from '../../claims/index.ts'
import { readPage } from '../../page/index.ts'
import { collectionOf } from '../collection.ts'
import type { Reading } from '../reading.ts'
import type { Carrier } from './carriers.ts'
import { articlesOf, type StoryTold, told, toldStory } from './told.ts'

interface Page {
  readonly id: string
  readonly outlet: string
  readonly published?: string
  readonly headline: string
  readonly text: string
}

let engine: Engine
let readings: readonly Reading[]
let story: StoryTold

const PAGES: readonly Page[] = [
  {
    id: 'quay',
    outlet: 'The Quay Gazette',
    published: '2031-03-04',
    headline: 'Up to 40 miners killed in Dorford, minister says',
    text: `Up to 40 Talvian miners were killed in the collapse of the Dorford pit, mining minister Anna Kovac said on Monday.

Rescue teams dug through the night with two cranes that the railway had lent, and by noon the road to the east gate was
open again for lorries and for the families who wait there.`,
  },
  {
    id: 'bay',
    outlet: 'Bay Courier',
    published: '2031-03-05',
    headline: '40 miners killed in Dorford',
    text: `40 Talvian miners were killed in the collapse of the Dorford pit, mining minister Anna Kovac said on Monday, The Quay Gazette reported.

Shops in the old town stayed shut, and a service is planned in the church of Saint Barbara, whose bells rang at the hour
of the blast; schools open again next week.`,
  },
  {
    id: 'hill',
    outlet: 'Hill Times',
    published: '2031-03-05',
    headline: 'Union counts 55 miners killed in Dorford pit collapse',
    text: `At least 55 Talvian miners were killed in the collapse of the Dorford pit, union leader Jon Abel said on Tuesday.

Mining minister Anna Kovac said on Monday that up to 40 Talvian miners were killed in the collapse of the Dorford pit.

Its owner bought the pit nine years ago from the state railway, which had worked it for coal since the war, and closed
two of its five shafts for lack of buyers.`,
  },
  {
    id: 'moor',
    outlet: 'Moor Post',
    published: '2031-03-06',
    headline: 'Dorford pit collapse: union says at least 55 miners killed',
    text: `At least 55 Talvian miners were killed in the collapse of the Dorford pit, union leader Jon Abel said on Tuesday, Hill Times reported.

Pumps from three provinces keep the water from the lower galleries, where engineers hope that pockets of air may have
formed behind the fallen props.`,
  },
  {
    id: 'grain',
    outlet: 'The Grain Letter',
    published: '2031-03-06',
    headline: 'Wheat prices fall for a third month',
    text: `Wheat fell by a tenth in the markets of the south, trader Ilse Brandt said on Thursday.`,
  },
]

const read = async (pages: readonly Page[]): Promise<Reading[]> => {
  const articles = pages.map(({ text, outlet, published = null, headline }) =>
    readPage(text, { as: 'article', given: { outlet, headline, ...(published === null ? {} : { published }) } }),
  )
  const claims = await readClaims(articles, engine)
  return pages.map(({ id }, at) => ({ id, article: articles[at] as Reading['article'], claims: claims[at] ?? [] }))
}

beforeAll(async () => {
  engine = await loadEngine('rules')
  readings = await read(PAGES)
  story = told(collectionOf(readings), readings)[0] as StoryTold
})

const outline = ({ name, articles, carriers }: Carrier): unknown => [name, articles, carriers.map(outline)]

test('a report hangs under the report of the collection that it credits, by the words that say so', () => {
  const minister = story.origins.find(({ speaker }) => speaker === 'Anna Kovac')
  const [first] = minister?.carriers ?? []
  expect(first && outline(first)).toEqual(['The Quay Gazette', ['quay'], [['Bay Courier', ['bay'], []]]])
  const [edge] = first?.carriers[0]?.from ?? []
  expect(edge).toMatchObject({ kind: 'credit', article: 'bay', anchor: { in: 'text', text: 'The Quay Gazette' } })
  expect(first?.from[0]?.anchor?.article).toBe('quay')
})

test('its articles are listed the earliest first, with a title and a line of their own', () => {
  expect(story.articles.map(({ id }) => id)).toEqual(['quay', 'bay', 'hill', 'moor'])
  expect(PAGES.map(({ headline }) => headline)).toContain(story.title)
  expect(PAGES.find(({ id }) => id === story.from)?.text).toContain(story.summary)
})

test('the rival figures stand in one panel, each mention where its words are', () => {
  const [panel] = story.figures
  expect(panel?.measure).toBe('killed')
  expect(panel?.lanes.map(({ name, points }) => [name, points.map(({ low, high }) => [low, high])])).toEqual(
    expect.arrayContaining([
      ['Anna Kovac', [[null, 40]]],
      ['Jon Abel', [[55, null]]],
    ]),
  )
  const mentions = panel?.lanes.flatMap(({ points }) => points.flatMap((point) => point.mentions)) ?? []
  expect(mentions.length).toBeGreaterThan(3)
  for (const { article, in: place, start, end, text } of mentions) {
    const page = readings.find(({ id }) => id === article)?.article
    expect((place === 'text' ? page?.text : page?.headline)?.slice(start, end)).toBe(text)
  }
})

test('a change is told once, between reports and within them, the words where they stand', () => {
  const dropped = story.drift.filter(({ from }) => from.text.toLowerCase() === 'up to')
  expect(dropped.map(({ where, articles }) => [where, articles])).toContainEqual(['between', ['bay']])
  for (const { from, to } of story.drift)
    for (const side of [from, to]) {
      const page = readings.find(({ id }) => id === side.article)?.article
      const string = side.in === 'headline' ? page?.headline : page?.text
      expect(string?.slice(side.start, side.end)).toBe(side.text)
    }
})

test('one story is told by itself as it is among all', () => {
  const collection = collectionOf(readings)
  const own = readings.filter(({ id }) => story.articles.some((article) => article.id === id))
  expect(articlesOf(collection, own, story.id)).toEqual(['quay', 'bay', 'hill', 'moor'])
  expect(toldStory(collection, own, story.id)).toEqual(story)
  expect(toldStory(collection, own, 's99')).toBe(null)
  expect(articlesOf(collection, own, 's99')).toEqual([])
})

describe('who carries it', () => {
  const KOVAC =
    'Up to 40 Talvian miners were killed in the collapse of the Dorford pit, mining minister Anna Kovac said on Monday'
  const carriersOf = async (pages: readonly Page[]) => {
    const some = await read(pages)
    return told(collectionOf(some), some).flatMap(({ origins }) =>
      origins.filter(({ speaker }) => speaker === 'Anna Kovac').flatMap(({ carriers }) => carriers),
    )
  }
  const page = (id: string, outlet: string, published: string, text: string): Page => ({
    id,
    outlet,
    published,
    headline: `Dorford pit, ${outlet}`,
    text,
  })

  test('who is credited and not in the collection is a carrier of its own', async () => {
    const carriers = await carriersOf([page('a', 'Bay Courier', '2031-03-05', `${KOVAC}, Reuters reported.`)])
    expect(carriers.map(outline)).toEqual([['Reuters', [], [['Bay Courier', ['a'], []]]]])
  })

  const CRANES =
    'Two cranes that the railway lent stood at the shaft by noon, and the road to the east gate was open again for lorries and for families. The owner bought the pit nine years ago and closed two of its five shafts.'
  const NOTES = [
    'Rain is forecast for the rest of the week in the valley, where rivers already stand high after a wet and mild winter.',
    'The province has set up a telephone line for relatives, and volunteers from the rowing club hand out soup and blankets.',
  ]

  test('a dateline, a closing line, and another sentence place a report as its line of sources does', async () => {
    const own = page('own', 'Hill Times', '2031-03-04', `${KOVAC}.\n\n${CRANES}`)
    const credits = [
      `DORFORD (Hill Times) - ${KOVAC}.\n\n${NOTES[0]}`,
      `${KOVAC}.\n\n${NOTES[1]}\n\nSource: Hill Times`,
      `${KOVAC}, in an interview with Hill Times.\n\n${NOTES[1]}`,
    ]
    for (const text of credits) {
      const carriers = await carriersOf([own, page('b', 'Bay Courier', '2031-03-05', text)])
      expect(carriers.map(outline)).toEqual([['Hill Times', ['own'], [['Bay Courier', ['b'], []]]]])
    }
  })

  test('an agency that is only credited is one carrier, with all who print it under it', async () => {
    const carriers = await carriersOf([
      page('a', 'Bay Courier', '2031-03-05', `DORFORD (Reuters) - ${KOVAC}.\n\n${NOTES[0]}`),
      page('b', 'Hill Times', '2031-03-05', `${KOVAC}, Reuters reported.\n\n${NOTES[1]}`),
    ])
    expect(carriers.map(({ name, articles, carriers: under }) => [name, articles, under.length])).toEqual([
      ['Reuters', [], 2],
    ])
  })

  test('who credits the speaker in any spelling stands at the top, and by one spelling', async () => {
    const other = KOVAC.replace('Anna Kovac', 'Anna Kovač')
    const carriers = await carriersOf([
      page('a', 'Bay Courier', '2031-03-05', `${KOVAC}.\n\n${NOTES[0]}`),
      page('b', 'Hill Times', '2031-03-05', `${other}.\n\n${NOTES[1]}`),
    ])
    expect(carriers.map(({ articles, from }) => [articles, from.map(({ because }) => because)])).toEqual([
      [['a'], ['cites Anna Kovac']],
      [['b'], ['cites Anna Kovac']],
    ])
  })

  test('a report never hangs under one of a later day', async () => {
    const carriers = await carriersOf([
      page('late', 'Hill Times', '2031-03-09', `${KOVAC}.\n\n${NOTES[0]}`),
      page('early', 'Bay Courier', '2031-03-05', `${KOVAC}, Hill Times reported.\n\n${NOTES[1]}`),
    ])
    const tops = carriers.map(({ name, articles }) => [name, articles])
    expect(tops).toContainEqual(['Hill Times', ['late']])
    expect(tops).toContainEqual(['Hill Times', []])
  })

  test('two who credit each other make no circle', async () => {
    const carriers = await carriersOf([
      page('a', 'Hill Times', '2031-03-05', `${KOVAC}, Bay Courier reported.\n\n${NOTES[0]}`),
      page('b', 'Bay Courier', '2031-03-05', `${KOVAC}, Hill Times reported.\n\n${NOTES[1]}`),
    ])
    const all = (some: readonly Carrier[]): string[] => some.flatMap((one) => [...one.articles, ...all(one.carriers)])
    expect(all(carriers).sort()).toEqual(['a', 'b'])
  })

  test('what is printed by many as one text is one carrier', async () => {
    const long = Array.from(
      { length: 9 },
      (_, n) => `Boat ${n} went out with a crew of ${n + 3} before dawn, and came back.`,
    )
    const text = `${KOVAC}.\n\n${long.join('\n\n')}`
    const carriers = await carriersOf(['a', 'b', 'c'].map((id) => page(id, `Outlet ${id}`, '2031-03-05', text)))
    expect(carriers.map(({ articles }) => articles)).toEqual([['a', 'b', 'c']])
  })
})

test('a credit of the speaker counts whoever prints it', async () => {
  const texts = [
    'Harbour chief Marta Oduya said on Monday that 23 people were killed when a ferry sank off Dorford.',
    'On Monday harbour chief Marta Oduya said 23 people had been killed when the ferry sank off Dorford.',
  ]
  const articles = texts.map((text) => readPage(text, { as: 'article', given: { published: '2031-05-05' } }))
  const claims = await readClaims(articles, engine)
  const own = articles.map((article, n) => ({ id: `p${n}`, article, claims: claims[n] ?? [] }))
  const [only] = told(collectionOf(own), own)
  expect(only?.origins.map(({ account }) => account.sentence)).toEqual([
    '2 articles of unknown outlets carry this. They trace to 1 origin.',
  ])
  expect(only?.account.sentence).toBe(
    '2 articles of unknown outlets tell this. What several of them carry traces to 1 origin.',
  )
  expect(only?.origins[0]?.carriers.map(({ lineage }) => lineage)).toEqual(['traced', 'traced'])
})

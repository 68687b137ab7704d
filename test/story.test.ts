// The reports of the example family, in every form, are those of examples/story: a change in what is told is a change that
// one can look at. `npx vitest run test/story.test.ts -u` writes them again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { paints } from '../src/cli/paint.ts'
import { storyView } from '../src/cli/story-view.ts'
import { widthOf } from '../src/cli/wrap.ts'
import { storyHtml } from '../src/publish/story/html.ts'
import { storiesJson } from '../src/publish/story/json.ts'
import { storyMarkdown } from '../src/publish/story/markdown.ts'
import { type Reading, readAll } from '../src/read/index.ts'
import { collectionOf } from '../src/stories/collection.ts'
import { type StoryTold, told } from '../src/stories/told/told.ts'
import { storyTold } from './told.ts'

const folder = join(import.meta.dirname, '..', 'examples', 'story')
const report = { all: false, unread: ['no-such-page.html: there is no such file. Check the spelling and the folder.'] }
const look = (width: number) => ({ width, wide: width, paint: paints(false) })
const golden = (name: string) => join(folder, name)

let stories: readonly StoryTold[]
beforeAll(async () => {
  const lines = readFileSync(join(folder, 'depot-fire.jsonl'), 'utf8').trim().split('\n')
  const inputs = lines.map((line) => {
    const { id, text, url, outlet, published, headline } = JSON.parse(line)
    const given = { outlet, headline, ...(published === null ? {} : { published }) }
    return { id, page: text, as: 'article' as const, url, given }
  })
  const readings: Reading[] = []
  for await (const one of readAll(inputs)) if ('article' in one) readings.push(one)
  stories = told(collectionOf(readings), readings)
}, 60_000)

describe('the depot fire', () => {
  test('text', () =>
    expect(stories.map((one) => storyView(one, look(78), false)).join('\n')).toMatchFileSnapshot(
      golden('depot-fire.txt'),
    ))
  test('Markdown', () => expect(storyMarkdown(stories, report)).toMatchFileSnapshot(golden('depot-fire.md')))
  test('HTML', () => expect(storyHtml(stories, report)).toMatchFileSnapshot(golden('depot-fire.html')))
  test('JSON', () =>
    expect(`${JSON.stringify(storiesJson(stories, report.unread), null, 2)}\n`).toMatchFileSnapshot(
      golden('depot-fire.json'),
    ))

  test('reads as it should: one fire, one chief behind most of it, what the headlines lost', () => {
    expect(stories).toHaveLength(1)
    const [story] = stories as [StoryTold]
    expect(story.origins[0]).toMatchObject({ speaker: 'Ilse Maren' })
    expect(story.origins[0]?.account).toMatchObject({ outlets: 8, origins: 1, unknown: 1 })
    expect(story.figures[0]?.lanes.map(({ name }) => name)).toContain('Tomas Reke')
    expect(story.drift.map(({ from }) => from.text.toLowerCase())).toContain('up to')
  })
})

test.each([20, 40, 80, 120, 200])('a story of every part fits %d columns', (width) => {
  // Addresses stay whole, to be copied, and words are never narrower than eight columns.
  const lines = storyView(storyTold(), look(width), true)
    .split('\n')
    .filter((line) => !line.includes('https://'))
  const over = lines.filter((line) => widthOf(line) > Math.max(width, 34))
  expect(over).toEqual([])
})

test('docs/story.md names every field of the JSON', () => {
  const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'story.md'), 'utf8')
  const names = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (value !== null && typeof value === 'object')
      for (const [name, own] of Object.entries(value)) {
        names.add(name)
        collect(own)
      }
  }
  collect(storiesJson([...stories, storyTold()], []))
  expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { entitiesOf } from '../language/entities.ts'
import type { Passage } from '../language/mentions.ts'
import { markedOf } from '../language/phrases.ts'
import type { Attribution } from './attribution.ts'
import { headlineAttributions } from './headlines.ts'
import { plainSpeechOf } from './rules/engine.ts'
import { heardIn, isCount, isTopic } from './topics.ts'

/** Whether a headline's first part is only its topic, beside an article's text. */
function topicOf(headline: string, text: string): boolean {
  const [head, body] = entitiesOf([headline, text].map((words) => markedOf(documentOf(words)))) as [Passage, Passage]
  const colon = headline.indexOf(':')
  const one: Attribution = {
    source: [{ start: 0, end: colon }],
    cue: [{ start: colon, end: colon + 1 }],
    content: [{ start: colon + 2, end: headline.length }],
    act: 'speech',
    confidence: 1,
    why: '',
  }
  const { plain, named } = plainSpeechOf(body.document)
  return isTopic(head, one, heardIn(body, [...plain, ...named]))
}

test.each<[string, string, boolean]>([
  ['Measles: 57 cases in Tarn', 'Doctors in Tarn said on Monday that 57 children had measles.', true],
  ['Tarnfoot: the port paralysed', 'The union said on Monday that the port of Tarnfoot was shut.', true],
  ['Oslo: the port paralysed', 'The union said on Monday that the port was shut.', true],
  ['Oslo: 40 ships lost', "Norway's navy said on Monday that 40 ships were lost.", false],
  ['Veltor: 40 jobs to go', 'The carmaker Veltor said on Monday that 40 jobs would go.', false],
  ['Union: thousands strike', 'Thousands of dockers were on strike on Monday.', false],
  ['Maria Lund: I will stay', 'The minister stays in office.', false],
  ['Tarnfoot: "Nobody helped us"', 'The flood came on Monday.', false],
])('%s', (headline, text, expected) => {
  expect(topicOf(headline, text)).toBe(expected)
})

test.each<[string, boolean]>([
  ['1.1 million affected', true],
  ['3,000 pages of files', true],
  ['40 experts', false],
  ['12 states', false],
  ['A 37-year-old', false],
  ['60 percent of voters', false],
])('a number of things is nobody: %s', (words, expected) => {
  const source = [{ start: 0, end: words.length }]
  expect(isCount(words, { source, cue: null, content: [], act: 'speech', confidence: 1, why: '' })).toBe(expected)
})

test('the words that a speaker says of himself after a colon are no attribution of theirs', () => {
  const sources = headlineAttributions(documentOf('Lund: I always wanted to play here'), 0).map(({ source }) => source)
  expect(sources).toEqual([[{ start: 0, end: 4 }]])
})

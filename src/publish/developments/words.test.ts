// What a development says is borne out by the claims that it shows.
import { expect, test } from 'vitest'
import type { Claim } from '../../claims/claim.ts'
import type { Development } from '../../ledger/developments/development.ts'
import type { ClaimShown } from '../../ledger/shown.ts'
import { developmentSentences, developmentTitle } from './words.ts'

const shown = (number: number, text: string, over: Partial<ClaimShown> = {}): ClaimShown => ({
  number,
  article: 1,
  version: 1,
  reading: 1,
  headline: 'Dozens hurt',
  outlet: 'Post 1',
  published: null,
  wire: null,
  url: 'https://news.example/dozens-hurt',
  claim: {
    in: 'text',
    content: { start: 0, end: text.length, text, parts: [] },
    speaker: { name: 'Ilse Maren', kind: 'person', key: null },
    chain: [],
    saidTime: null,
  } as unknown as Claim,
  ...over,
})

const retold = (over: Partial<Development>): Development => ({
  id: 1,
  seq: 1,
  at: '2031-05-10T10:00:00.000Z',
  kind: 'hedge dropped',
  story: 1,
  storyTitle: null,
  claim: shown(2, '40 were hurt'),
  before: shown(1, 'up to 40 were hurt'),
  from: 'up to',
  to: '40',
  lost: true,
  toldIn: 'text',
  ...over,
})

test('a text that has the words at another passage does not leave them out', () => {
  expect(developmentSentences(retold({}))).toEqual([
    'A passage of Post 1 leaves out “up to”.',
    'Ilse Maren said, in Post 1: “40 were hurt”',
    'Another passage: Ilse Maren said, in Post 1: “up to 40 were hurt”',
  ])
  const other = retold({ before: shown(1, 'up to 40 were hurt', { version: 2, outlet: 'Post 2' }) })
  expect(developmentTitle(other)).toBe('Hedge dropped: Post 1 leaves out “up to”')
  expect(developmentSentences(other).at(-1)).toBe('Another telling: Ilse Maren said, in Post 2: “up to 40 were hurt”')
})

test('what a headline or an address tells is shown, and the text beside it is called so', () => {
  const text = 'Its text: Ilse Maren said, in Post 1: “up to 40 were hurt”'
  const claim = shown(1, 'up to 40 were hurt')
  expect(developmentSentences(retold({ claim, before: null, toldIn: 'headline' }))).toEqual([
    'The headline of Post 1 leaves out “up to”.',
    'The headline: “Dozens hurt”',
    text,
  ])
  const slug = retold({ claim, before: null, toldIn: 'slug', from: 'up to 40', to: 'dozens', lost: false })
  expect(developmentSentences(slug).slice(1)).toEqual(['The address: “https://news.example/dozens-hurt”', text])
  expect(developmentSentences(retold({ claim, before: null, toldIn: 'deck' })).slice(1)).toEqual([text])
})

test('that something is new is told as what was found, not as what there is', () => {
  const told = developmentSentences(retold({ kind: 'new origin', before: null, toldIn: null }))
  expect(told.at(-1)).toBe('In no page that entered before was it found.')
})

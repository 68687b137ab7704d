// What two reports share by mistake, and what they may share without one.
import { expect, test } from 'vitest'
import { peculiaritiesOf } from './peculiarity.ts'

const told = (...texts: readonly string[]) => texts.map((text, n) => ({ id: `a${n}`, text }))
const shared = (...texts: readonly string[]) =>
  peculiaritiesOf(told(...texts)).map(({ kind, text, instead, places }) => [
    kind,
    text,
    instead,
    ...places.map(({ article }) => article),
  ])

const RIGHT = [
  'Boats left Grangemouth at dawn, the harbour master said.',
  'The ferry never came to Grangemouth.',
  'Lights were out in Grangemouth for a week.',
]

test('a name spelled as hardly anyone spells it, by the same slip', () => {
  const slip = ['A ferry was lost off Grangemuoth.', 'In Grangemuoth nobody slept.']
  expect(shared(...RIGHT, ...slip)).toEqual([['odd spelling', 'Grangemuoth', 'Grangemouth', 'a3', 'a4']])
  expect(shared(...RIGHT, slip[0] as string)).toEqual([])
})

test('letters tell a slip that as many have as have it right', () => {
  const slips = ['Fog off Grangemuoth.', 'Fog came to Grangemuoth.', 'At Grangemuoth it rained.']
  expect(shared(...RIGHT, ...slips)).toEqual([['odd spelling', 'Grangemuoth', 'Grangemouth', 'a3', 'a4', 'a5']])
})

test('where letters do not tell, as many one way as the other leave it open which is odd', () => {
  const both = ['Yarport', 'Yarport', 'Yarport', 'Yaroprt', 'Yaroprt', 'Yaroprt']
  const texts = both.map((name, n) => `On day ${n} fog came to ${name}.`)
  expect(shared(...texts)).toEqual([])
  expect(shared(...texts, 'Fog left Yarport.', 'Fog off Yarport.', 'Yarport slept.')).toHaveLength(1)
})

test('copies of one text are one witness of how a name is spelled', () => {
  const names = ['Yarport', 'Yarport', 'Yarport', 'Yarport', 'Yaroprt', 'Yaroprt']
  const texts = told(...names.map((name, n) => `On day ${n} fog came to ${name}.`))
  const overlaps = [1, 2, 3].map((n) => ({ one: 'a0', other: `a${n}`, share: 1, copy: true }))
  expect(peculiaritiesOf(texts)).toHaveLength(1)
  expect(peculiaritiesOf(texts, overlaps)).toEqual([])
})

test.each([
  ['Zelensky', 'Zelenskyy'],
  ['Mohamed', 'Mohammed'],
  ['Mahmoud', 'Mahmood'],
  ['Kharkiv', 'Harkiv'],
  ['Galgaard', 'Galgard'],
])('house styles are no errors: %s, %s', (one, other) => {
  const texts = [one, one, one, other, other].map((name, n) => `On day ${n} they spoke of ${name} at length.`)
  expect(shared(...texts)).toEqual([])
})

test('people with names alike are two people where others are named beside them', () => {
  const texts = ['Ida Breton', 'Ida Breton', 'Ida Breton', 'Otto Berton', 'Otto Berton']
  expect(shared(...texts.map((name, n) => `On day ${n} the clerk ${name} spoke.`))).toEqual([])
})

test('a name that lost a letter is one where the same people stand beside it', () => {
  const texts = ['Ida Brandtner', 'Ida Brandtner', 'Ida Brandtner', 'Ida Brandtner', 'Ida Brantner', 'Ida Brantner']
  expect(shared(...texts.map((name, n) => `On day ${n} the clerk ${name} spoke.`))).toEqual([
    ['odd spelling', 'Brantner', 'Brandtner', 'a4', 'a5'],
  ])
})

test('a word doubled by mistake, before the same words', () => {
  expect(shared('He said the the boat left.', 'Later: the the boat left.', 'She had had enough.')).toEqual([
    ['doubled word', 'the the boat left', null, 'a0', 'a1'],
  ])
  expect(shared('They sang in New New York again.', 'Then New New York again.')).toEqual([])
})

test('a quotation with the same word dropped', () => {
  const right = '"We searched the whole bay until dawn and found no boat"'
  const wrong = '"We searched the bay until dawn and found no boat"'
  expect(shared(right, right, right, wrong, wrong)).toEqual([
    ['altered quotation', wrong.slice(1, -1), right.slice(1, -1), 'a3', 'a4'],
  ])
})

test("a quotation cut at its end, or in another country's spelling, is not altered", () => {
  const right = '"We searched the whole harbour until dawn and found no boat"'
  const cut = '"We searched the whole harbour until dawn and found no"'
  const spelled = right.replace('harbour', 'harbor')
  expect(shared(right, right, right, cut, cut, spelled, spelled)).toEqual([])
})

test('each place is where the article has it', () => {
  const texts = told(...RIGHT, 'A ferry was lost off Grangemuoth.', 'In Grangemuoth nobody slept.')
  const [odd] = peculiaritiesOf(texts)
  const words = odd?.places.map(({ article, start, end }) =>
    texts.find(({ id }) => id === article)?.text.slice(start, end),
  )
  expect(words).toEqual(['Grangemuoth', 'Grangemuoth'])
})

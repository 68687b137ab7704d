// Who is credited, by which words; and who is only spoken of.
import { expect, test } from 'vitest'
import type { Article } from '../../page/article.ts'
import { creditsIn } from './credits.ts'
import { outletNames } from './outlet-names.ts'

const NAMES = outletNames(['Radio Grange', 'The Bay Post'])
const credits = (text: string, fields: Partial<Article> = {}) => {
  const article = { outlet: 'Harbour Daily', text, wire: null, bylines: [], blocks: [], related: [], ...fields }
  return creditsIn({ id: 'a', article: article as unknown as Article, claims: [] }, NAMES)
}
const named = (text: string, fields: Partial<Article> = {}) => credits(text, fields).map(({ name }) => name)

test.each([
  ['The mayor told Radio Grange on Monday that the ferry was lost.', 'Radio Grange'],
  ['In an interview with the Bay Post, she said that the light was out.', 'Bay Post'],
  ['The light was out, the Bay Post reported on Monday, citing a pilot.', 'Bay Post'],
  ['A pilot, as quoted by Radio Grange, said that the light was out.', 'Radio Grange'],
  ['According to a report by Radio Grange, the light was out.', 'Radio Grange'],
  ["The light was out, according to Radio Grange's report.", 'Radio Grange'],
  ['He told the news agency Ostland Press Agency that the light was out.', 'Ostland Press Agency'],
  ['The light was out, sources told Reuters.', 'Reuters'],
  ['GRANGE (Ostland Press Agency) - The light was out.', 'Ostland Press Agency'],
  ['The light was out.\n\nSource: Radio Grange', 'Radio Grange'],
  ['The light was out.\n\n(Bay Post)', 'Bay Post'],
  ['The light was out.\n\nThis article was first published by Radio Grange.', 'Radio Grange'],
  ['The light was out.\n\nWith reporting from Radio Grange.', 'Radio Grange'],
])('%s', (text, name) => {
  expect(named(text)).toEqual([name])
})

test.each([
  'Reuters cut 200 jobs in its London office.',
  'Reuters said it would cut 200 jobs.',
  'Reuters reported a quarterly loss of 3 million dollars.',
  'Deputy Press Secretary Ida Brandt spoke to them, according to Deputy Press Secretary Ida Brandt.',
  'Harbour Daily reported that the light was out.',
  'The harbour master told the Nuclear Energy Agency that the light was out.',
])('no credit: %s', (text) => {
  expect(named(text)).toEqual([])
})

test('a credit in a sentence holds for the sentence, a closing line for the whole', () => {
  const text = 'Fog came early. The light was out, Radio Grange reported. Boats turned back.\n\nSource: The Bay Post'
  const [whole, passing] = credits(text)
  expect(whole).toMatchObject({ name: 'Bay Post', link: 'wire', reach: null })
  expect(text.slice(passing?.reach?.start, passing?.reach?.end)).toBe('The light was out, Radio Grange reported.')
  expect(text.slice(passing?.anchor?.start, passing?.anchor?.end)).toBe('Radio Grange')
})

test('a caption and a pointer to another article credit nobody', () => {
  const text = 'The light was out.\n\nA boat, Radio Grange reported.'
  expect(named(text, { blocks: [{ kind: 'caption', start: 20, end: text.length }] })).toEqual([])
})

test('local media are credited without a name', () => {
  expect(credits('The light was out, local media reported.')).toMatchObject([{ name: 'local media', kind: 'unnamed' }])
  expect(credits('She works in local media.')).toEqual([])
})

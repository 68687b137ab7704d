import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { withWholeSources } from './sources.ts'

/** `source | content` of an attribution whose parts are given by their words. */
function whole(text: string, source: string, cue: string, content: string): string {
  const spanOf = (words: string) => {
    const start = text.lastIndexOf(words)
    return { start, end: start + words.length }
  }
  const given = { source: [spanOf(source)], cue: [spanOf(cue)], content: [spanOf(content)] }
  const [found] = withWholeSources(documentOf(text), [{ ...given, act: 'speech', confidence: 0.5, why: '' }])
  const words = (parts: readonly { start: number; end: number }[]) =>
    parts.map(({ start, end }) => text.slice(start, end)).join(' ')
  return `${words(found?.source ?? [])} | ${words(found?.content ?? [])}`
}

test.each([
  // left in what is said
  [
    'Ten people died, a witness and police said.',
    'police',
    'said',
    'Ten people died, a witness',
    'a witness and police | Ten people died',
  ],
  // left to nobody
  [
    'Residents and a local official said the dam broke.',
    'a local official',
    'said',
    'the dam broke',
    'Residents and a local official | the dam broke',
  ],
  [
    'The bridge fell, Anna Lund and police said.',
    'police',
    'said',
    'The bridge fell',
    'Anna Lund and police | The bridge fell',
  ],
  // a list
  [
    'The kiln burst, a witness, a doctor and police said.',
    'police',
    'said',
    'The kiln burst, a witness, a doctor',
    'a witness, a doctor and police | The kiln burst',
  ],
])('%s', (text, source, cue, content, expected) => {
  expect(whole(text, source, cue, content)).toBe(expected)
})

test.each([
  // two clauses
  ['The roof fell in and police said two were hurt.', 'police', 'said', 'two were hurt'],
  ['Fire hit the council and residents said two were hurt.', 'residents', 'said', 'two were hurt'],
  ['They fled, and police said two were hurt.', 'police', 'said', 'two were hurt'],
  // what speaks is not joined
  ['It struck a school, a barn and a mill, police said.', 'police', 'said', 'It struck a school, a barn and a mill'],
  // a day, a thing
  ['On Monday and police said so.', 'police', 'said', 'so'],
  ['Bread, milk and police said so.', 'police', 'said', 'so'],
  // nothing would be left of what is said
  ['A witness and police said.', 'police', 'said', 'A witness'],
])('%s stays as it is', (text, source, cue, content) => {
  expect(whole(text, source, cue, content)).toBe(`${source} | ${content}`)
})

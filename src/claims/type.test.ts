import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import type { Attribution } from './attribution.ts'
import { attributionsOf } from './rules/engine.ts'
import { contentOf, typeOf } from './type.ts'

const typed = (text: string): string[] => {
  const document = documentOf(text)
  return attributionsOf(document).map(({ content }) => typeOf(document, content))
}

test.each([
  // whole in marks
  ['“The dam will not hold,” Berg said.', ['direct']],
  ['“It is early,” she said, “but we hope.”', ['direct']],
  // part in marks, or a phrase only
  ['Berg said the dam was “at the end of its life”.', ['mixed']],
  ['Berg praised the “quiet heroism” of the crews.', ['mixed']],
  ['Berg emphasized "shared discipline".', ['mixed']],
  // none
  ['Berg said the dam would fail.', ['indirect']],
  ["Berg said the village's dam wouldn't hold.", ['indirect']],
])('%s', (text, expected) => {
  expect(typed(text)).toEqual(expected)
})

test.each([
  ['Berg said that the dam would fail.', 'that the dam would fail'],
  ['The firm declined to comment.', 'declined to comment'],
  ['The firm did not respond to questions.', 'did not respond to questions'],
  ['The union vowed to strike.', 'to strike'],
  ['OSLO (Reuters) - The dam failed, Berg said.', 'The dam failed'],
])('%s', (text, expected) => {
  const document = documentOf(text)
  const said = contentOf(document, attributionsOf(document)[0] as Attribution)
  expect(said.map(({ start, end }) => text.slice(start, end))).toEqual([expected])
})

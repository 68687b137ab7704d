import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import type { Attribution } from './attribution.ts'
import { attributionsOf } from './rules/engine.ts'
import { contentOf, typeOf } from './type.ts'

const typed = (text: string): string[] => {
  const document = documentOf(text)
  return attributionsOf(document).map(({ content, cue }) => typeOf(document, content, cue))
}

test.each([
  // whole in marks
  ['“The dam will not hold,” Berg said.', ['direct']],
  ['“It is early,” she said, “but we hope.”', ['direct']],
  // short, but set as a sentence
  ['"Nobody knows," she said.', ['direct']],
  ['"Everyone ran," said Berg.', ['direct']],
  ['Berg shouted: "Stop!"', ['direct']],
  ["'Nobody knows', she said.", ['direct']],
  ['Berg said: "Pure luck."', ['direct']],
  ['Berg told reporters: "No comment."', ['direct']],
  // part in marks, or a phrase only
  ['Berg said the dam was “at the end of its life”.', ['mixed']],
  ['Berg praised the “quiet heroism” of the crews.', ['mixed']],
  ['Berg emphasized "shared discipline".', ['mixed']],
  ['Berg called it "a disaster."', ['mixed']],
  ['Berg called them "Vandals."', ['mixed']],
  ['Berg said the dam was "Finished."', ['mixed']],
  ['Berg said "a disaster" was near.', ['mixed']],
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

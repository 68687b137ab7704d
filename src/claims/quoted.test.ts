import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { carriedOn } from './quoted.ts'

/** The parts of contents, carried on; an attribution is given by its cue and the parts of its content. */
function contents(text: string, ...given: [cue: string, ...parts: string[]][]): string[][] {
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const attributions = given.map(([cue, ...parts]) => ({
    source: null,
    cue: [spanOf(cue)],
    content: parts.map(spanOf),
    act: 'speech' as const,
    confidence: 0.5,
    why: '',
  }))
  return carriedOn(documentOf(text), attributions).map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)),
  )
}

test('a quotation open over paragraphs is one content, with its last stop', () => {
  const said = '"We counted 40 boats.\n\n"Then the storm came back.\n\n"We rowed. Nobody was lost."'
  const text = `He said: ${said}\n\nThe harbour is closed.`
  expect(contents(text, ['said', '"We counted 40 boats'])).toEqual([[said]])
})

test('a quotation goes on in the sentences after its speaker, and from there over paragraphs', () => {
  const text = '"We wait," Berg said. "It is cold.\n\n"It is dark."\n\n"Who knows?" Lund asked.'
  expect(contents(text, ['Berg said', '"We wait,"'])).toEqual([['"We wait,"', '"It is cold.\n\n"It is dark."']])
  // an engine may have found the last part by itself
  expect(contents(text, ['Berg said', '"We wait,"', '"It is dark."'])).toEqual([
    ['"We wait,"', '"It is cold.\n\n"It is dark."'],
  ])
})

test('what another cue takes is not carried on to', () => {
  const text = '"We wait," Berg said. "It is cold.\n\n"It is dark," Lund said.'
  expect(contents(text, ['Berg said', '"We wait,"'], ['Lund said', '"It is dark,"'])).toEqual([
    ['"We wait,"', '"It is cold.'],
    ['"It is dark,"'],
  ])
})

test.each([
  // closed, and the next paragraph may be anybody's
  ['"We wait," Berg said.\n\n"It is dark."', 'Berg said', '"We wait,"'],
  // a sentence that only begins with a quotation
  ['"We wait," Berg said. "Cold" was the word.', 'Berg said', '"We wait,"'],
  // its closing mark was forgotten, and more than the quotation stands before the paragraph's end
  ['"We wait, Berg said and left.\n\n"It is dark," Lund said.', 'Berg said', '"We wait,'],
  // its closing mark is an opening one, so that the speaker stands within
  ['“We wait,“ Berg said. “It is dark.”', 'Berg said', '“We wait,“'],
  // no quotation
  ['Berg said it was cold.\n\n"It is dark."', 'Berg said', 'it was cold'],
])('%j stays as it is', (text, cue, content) => {
  expect(contents(text, [cue, content])).toEqual([[content]])
})

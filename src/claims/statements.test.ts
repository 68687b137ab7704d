import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import type { Attribution } from './attribution.ts'
import { figuresOf } from './figures.ts'
import { statementsOf, unattributed } from './statements.ts'

/** The statements of a text in which each of the words given is the content of an attribution. */
function stated(text: string, ...taken: string[]): string[] {
  const document = documentOf(text)
  const attributions = taken.map((words): Attribution => {
    const start = text.indexOf(words)
    return { ...unattributed({ start, end: start + words.length, figures: [] }), why: '' }
  })
  return statementsOf(document, figuresOf(document), attributions).map(({ start, end }) => text.slice(start, end))
}

test.each([
  // what is counted is known
  ['At least 40 people were hurt.', ['At least 40 people were hurt']],
  // an amount of money or a share that a verb tells of
  ['The broker defrauded investors of $340 million.', ['The broker defrauded investors of $340 million']],
  ['The ferry line paid 30 million euros for it.', ['The ferry line paid 30 million euros for it']],
  [
    'Right now the port recovers 10 percent, but it has hopes.',
    ['Right now the port recovers 10 percent, but it has hopes'],
  ],
  // a label with a price, a question, a number of nothing
  ['Tickets: $12.', []],
  ['From $3 a night.', []],
  ['And where is that $115 to come from?', []],
  ['It was 31.', []],
])('%s', (text, expected) => {
  expect(stated(text)).toEqual(expected)
})

test.each([
  [
    'Shares fell 3.1% in early trading after the board said it would sell.',
    ['the board said it would sell'],
    ['Shares fell 3.1% in early trading'],
  ],
  [
    'Inflation slowed to 2.1% from 2.4% and the bank expects it to fall on.',
    ['the bank expects it to fall on'],
    ['Inflation slowed to 2.1% from 2.4%'],
  ],
  [
    'The road is safe, the mayor said, but at least 12 people have drowned there.',
    ['The road is safe, the mayor said'],
    ['at least 12 people have drowned there'],
  ],
  // what stands at a sentence's own end stays
  [
    'At least 12 people were hurt on the road they ran along.',
    [],
    ['At least 12 people were hurt on the road they ran along'],
  ],
])('%s, without %j', (text, taken, expected) => {
  expect(stated(text, ...taken)).toEqual(expected)
})

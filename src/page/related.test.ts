// Lines that point to other articles.
import { describe, expect, test } from 'vitest'
import { isRelatedLabel, relatedLine } from './related.ts'

describe('a labelled line is a pointer without a link too', () => {
  test.each([
    ['READ: Ferry boss took a bonus in a year of delays', 'READ', 'Ferry boss took a bonus in a year of delays'],
    ['READ MORE: Seagull stole my ring, says bride', 'READ MORE', 'Seagull stole my ring, says bride'],
    ['Also read: Kestrel delays its van to 2027', 'Also read', 'Kestrel delays its van to 2027'],
    ['SEE ALSO | The quake that moved an island', 'SEE ALSO', 'The quake that moved an island'],
    ['READ ‘Several hundred’ boats have left the harbour', 'READ', '‘Several hundred’ boats have left the harbour'],
    ['>> Read more: Why tides are late this year', 'Read more', 'Why tides are late this year'],
    ['Lesen Sie auch: Wie gefährlich ist der Dünger?', 'Lesen Sie auch', 'Wie gefährlich ist der Dünger?'],
    ['À lire aussi : Le port fermé pour trois jours', 'À lire aussi', 'Le port fermé pour trois jours'],
    ['Lea también: El puerto cierra tres días', 'Lea también', 'El puerto cierra tres días'],
    ['[READ: The harbour wall that would not hold]', 'READ', 'The harbour wall that would not hold'],
  ])('%j', (line, label, title) => {
    expect(relatedLine(line, false)).toEqual({ label, title })
  })
})

describe('a sentence is none', () => {
  test.each([
    'More: the council wants money for the wall.',
    'Opinion: divided, as ever, said the mayor.',
    'Read the full report before Monday, he said.',
    'He said: the boats had left before the storm.',
    'Watch out for the tide, she said.',
    'The minister read: a poem, a letter and a bill.',
    'Related parties must be named: that is the law.',
    'READ: it',
    'READ',
    '',
    'Reading: the town where boats are built',
  ])('%j', (line) => {
    expect(relatedLine(line, false)).toBeNull()
  })
})

describe('where most of the line is a link, plainer labels do', () => {
  test.each([
    ['More: Kestrel delays its van to 2027', 'More', 'Kestrel delays its van to 2027'],
    ['Opinion: The wall must go up', 'Opinion', 'The wall must go up'],
    ['Read: Ferry boss took a bonus', 'Read', 'Ferry boss took a bonus'],
    ['Lesen Sie auch Wie gefährlich ist der Dünger?', 'Lesen Sie auch', 'Wie gefährlich ist der Dünger?'],
    ['Also read Kestrel delays its van to 2027', 'Also read', 'Kestrel delays its van to 2027'],
  ])('%j', (line, label, title) => {
    expect(relatedLine(line, true)).toEqual({ label, title })
  })
  test.each([
    'Kestrel delays its van to 2027',
    'More than 40 boats have left',
    'Watch makers gather in Basel',
    'council: wall will hold',
  ])('but not %j', (line) => {
    expect(relatedLine(line, true)).toBeNull()
  })
})

describe('isRelatedLabel', () => {
  test.each(['Related', 'RELATED:', 'Read more »', 'Lesen Sie auch', 'Don’t miss', '관련기사'])('%j', (text) => {
    expect(isRelatedLabel(text)).toBe(true)
  })
  test.each(['', 'Related parties', 'Reading', 'The harbour', 'constructor'])('not %j', (text) => {
    expect(isRelatedLabel(text)).toBe(false)
  })
})

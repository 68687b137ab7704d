// What the formats make of words that mean something to them.
import { expect, test } from 'vitest'
import { paints } from '../paint.ts'
import type { Checked, Reported } from './checked.ts'
import { githubOf } from './github.ts'
import { nearest } from './ids.ts'
import { uriOf } from './sarif.ts'
import { textOf } from './text.ts'

const finding = (words: string, line: string): Reported => {
  const start = line.indexOf(words)
  const place = {
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: start + words.length + 1,
    start,
    end: start + words.length,
  }
  return {
    rule: 'quote-altered',
    severity: 'warning',
    message: `100% of "${words}"`,
    advice: 'Look: again, soon',
    place: { ...place, precision: 'words' },
    words,
    other: null,
  }
}
const result = (line: string, reported: readonly Reported[]): Checked => ({
  file: 'a:b,c%.md',
  source: line,
  reported,
  suppressed: [],
  notes: [],
  refusal: null,
})
const look = { width: 60, paint: paints(false) }

test('a workflow command cannot be broken out of', () => {
  const out = githubOf([result('x', [finding('x', 'x'), { ...finding('x', 'x'), message: 'one\r\n::error::two' }])])
  expect(out.split('\n')).toEqual([
    '::warning file=a%3Ab%2Cc%25.md,line=1,endLine=1,col=1,endColumn=2,title=quote-altered::100%25 of "x".%0ALook: again, soon',
    expect.stringContaining('::one%0A::error::two.%0A'),
    '',
  ])
})

test.each([
  ['in the middle', 'The 40 boats', '40'],
  ['after wide characters', '沈んだ船 40 boats', '40'],
  ['far into a long line', `${'word '.repeat(60)}40 ${'word '.repeat(60)}`, '40'],
  ['over the margin', `The ${'boats '.repeat(40)}`, `${'boats '.repeat(30)}`.trim()],
])('the mark stands under the words: %s', (_, line, words) => {
  const [, shown = '', under = ''] = textOf(result(line, [finding(words, line)]), look).split('\n')
  const wide = (text: string) => Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)
  const at = shown.indexOf(words.slice(0, 2), 5)
  expect(under.indexOf('^')).toBe(wide(shown.slice(0, at)))
  expect(wide(shown)).toBeLessThanOrEqual(60)
  expect(under.length).toBeLessThanOrEqual(wide(shown))
})

test('escape sequences of a draft do not reach the terminal', () => {
  expect(textOf(result('a \u001b[31mred', [finding('red', 'a \u001b[31mred')]), look)).not.toContain('\u001b')
})

test('paths become references', () => {
  expect(uriOf('a b/ü#1.md')).toBe('a%20b/%C3%BC%231.md')
  expect(uriOf('-')).toBe('stdin')
})

test.each([
  ['quote-alterd', 'quote-altered'],
  ['plural', 'source-made-plural'],
  ['xyzzy', null],
])('%s is near to %s', (word, meant) => {
  expect(nearest(word, ['quote-altered', 'source-made-plural', 'hedge-dropped'])).toBe(meant)
})

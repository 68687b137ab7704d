import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from './document.ts'

function quotations(text: string): string[] {
  return documentOf(text).quotations.map(
    ({ start, end, depth, closed }) => `${'>'.repeat(depth)}${text.slice(start, end)}${closed ? '' : ' ...'}`,
  )
}

describe('quotations', () => {
  test.each<[string, string[]]>([
    ['“We won,” he said. “At last.”', ['“We won,”', '“At last.”']],
    ['"We won," he said. "At last."', ['"We won,"', '"At last."']],
    ["``We won,'' he said.", ["``We won,''"]],
    ["''We won,'' he said. ''At last.''", ["''We won,''", "''At last.''"]],
    ["'We won,' he said, and the soldiers' families cheered.", ["'We won,'"]],
    ["She called it 'the soldiers' day' and left.", ["'the soldiers' day'"]],
    ['“He said ‘no’ twice,” she said.', ['“He said ‘no’ twice,”', '>‘no’']],
    ['"He said \'no\' twice," she said.', ['"He said \'no\' twice,"', ">'no'"]],
    ["It's the '90s, isn't it?", []],
    ['„Nein“ was all, «non» too.', ['„Nein“', '«non»']],
  ])('%s', (text, expected) => {
    expect(quotations(text)).toEqual(expected)
  })

  test('a quotation over several paragraphs opens again in each and is closed in the last', () => {
    expect(quotations('“One day it rained.\n“The next it snowed,” she said.')).toEqual([
      '“One day it rained. ...',
      '“The next it snowed,”',
    ])
  })

  test('a missing closing mark ends with the paragraph', () => {
    expect(quotations('He said: “Not now\nNothing more was said.')).toEqual(['“Not now ...'])
  })

  test('200 marks that never close', () => {
    const { quotations: found } = documentOf('“'.repeat(200))
    expect(found.length).toBeLessThanOrEqual(2)
  })

  test('lie in their paragraph, marks and all', () => {
    const pieces = fc.constantFrom(
      'a',
      's',
      ' ',
      '\n',
      '"',
      "'",
      '“',
      '”',
      '‘',
      '’',
      '«',
      '»',
      "''",
      '``',
      ',',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { text, quotations: found, paragraphs } = documentOf(parts.join(''))
        for (const { start, end, inner } of found) {
          expect(start).toBeLessThan(inner.start)
          expect(inner.start).toBeLessThanOrEqual(inner.end)
          expect(inner.end).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true)
        }
      }),
    )
  })
})

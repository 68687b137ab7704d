import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bodyOnly, type Reading } from './engine.ts'
import { scoreFacts } from './facts.ts'
import { agreementF1, scorePage, scoreSet } from './score.ts'
import { textOf } from './text.ts'
import { fold, shinglesOf, wordsOf } from './words.ts'

const body = 'The bridge was closed at noon. Two people were hurt.'

describe('the body', () => {
  test('shingles are four words in a row; a shorter text is one', () => {
    expect(shinglesOf(wordsOf('one two three four five'))).toEqual(['one two three four', 'two three four five'])
    expect(shinglesOf(['one', 'two'])).toEqual(['one two'])
    expect(shinglesOf([])).toEqual([])
  })

  test('a body told word for word is right, whatever stands between its words', () => {
    const page = scorePage({ text: body }, bodyOnly(body.replaceAll('. ', '.\n\n')))
    expect(page).toMatchObject({ precision: 1, recall: 1, words: 1, empty: false })
  })

  test('an extra sentence costs precision, a missing one recall', () => {
    const extra = scorePage({ text: body }, bodyOnly(`${body} Sign up for our letter.`))
    expect(extra.recall).toBe(1)
    expect(extra.precision).toBeCloseTo(7 / 12)
    const missing = scorePage({ text: body }, bodyOnly('The bridge was closed at noon.'))
    expect(missing.precision).toBe(1)
    expect(missing.recall).toBeCloseTo(3 / 7)
  })

  test('a summary may be told or not', () => {
    const gold = { body: { summary: ['A short account of it.'], sections: [{ headline: [], paragraphs: [body] }] } }
    expect(scorePage(gold, bodyOnly(body)).recall).toBe(1)
    expect(scorePage(gold, bodyOnly(`A short account of it.\n${body}`)).precision).toBe(1)
  })

  test('a page without a reading counts against recall alone', () => {
    const set = scoreSet([scorePage({ text: body }, null), scorePage({ text: body }, bodyOnly(body))])
    expect(set).toMatchObject({ pages: 2, empty: 1, precision: 1, recall: 0.5, words: 0.5 })
  })

  test('captions are no part of it', () => {
    const text = `${body}\n\nThe bridge, seen from the north bank`
    const caption = { kind: 'caption' as const, start: body.length + 2, end: text.length }
    const page = scorePage(
      { text: body, images: [{ caption: 'The bridge, seen from the north bank' }] },
      { text, blocks: [{ kind: 'paragraph', start: 0, end: body.length }, caption] },
    )
    expect(page.precision).toBe(1)
    expect(page.answers.leaks).toMatchObject([{ right: false }])
  })
})

describe('the fields', () => {
  const gold = {
    text: body,
    title: 'Bridge “closed”',
    authors: ['Ana Ruiz', 'Tom Okoye'],
    publishing_date: '2025-01-05 15:48:00+00:00',
    images: [{ caption: 'The bridge, seen from the north bank', authors: ['Mia Lindqvist'] }],
  }
  const reading: Reading = {
    ...bodyOnly(body),
    headline: 'Bridge "closed"',
    bylines: 'By Ana Ruiz and Tom Okoye',
    published: '2025-01-05T16:48:20+01:00',
    images: [{ caption: 'The bridge, seen from the north bank.', credit: 'Photo: Mia Lindqvist' }],
  }

  test('a line of names is taken apart', () => {
    expect(agreementF1(scoreSet([scorePage(gold, reading)]).authors)).toBe(1)
  })

  test('each is asked for and found', () => {
    const { title, day, instant, captions, credits, leaks } = scoreSet([scorePage(gold, reading)])
    const found = { right: 1, of: 1 }
    expect({ title, day, instant, captions, credits }).toEqual({
      title: found,
      day: found,
      instant: found,
      captions: found,
      credits: found,
    })
    expect(leaks).toEqual({ right: 0, of: 1 })
  })

  test('our own marks: a wrong value is one too many and one missed', () => {
    const words = fold('Nobody can say yet who will pay for it').split(' ')
    const seal = (some: readonly string[]) => createHash('sha256').update(some.join(' ')).digest('hex').slice(0, 12)
    const facts = {
      set: 'fundus' as const,
      id: 'x',
      dateline: 'HARBOUR CITY, Jan. 5 (Wire)',
      wire: 'Wire',
      modified: '2025-01-06T09:00:00Z',
      deck: { words: words.length, first: seal(words.slice(0, 6)), last: seal(words.slice(-6)) },
      related: ['/2025/01/04/bridge', '/2025/01/03/ferry/'],
    }
    const scored = scoreFacts(
      facts,
      {
        ...reading,
        dateline: 'Harbour City, Jan 5 (Wire)',
        wire: 'Another',
        deck: 'Nobody can say yet who will pay for it.',
        modified: null,
        related: [
          { label: 'READ', title: 'Ferry', url: 'https://news.example/2025/01/03/ferry?from=body', start: 3, end: 9 },
          { label: null, title: 'A card beside the article', url: 'https://news.example/other' },
        ],
      },
      'https://news.example/2025/01/05/x',
    )
    expect(scored).toEqual({
      dateline: { agreed: 1, given: 1, wanted: 1 },
      wire: { agreed: 0, given: 1, wanted: 1 },
      deck: { agreed: 1, given: 1, wanted: 1 },
      modified: { agreed: 0, given: 0, wanted: 1 },
      related: { agreed: 1, given: 1, wanted: 2 },
    })
  })
})

test('the text of HTML keeps blocks apart and words together', () => {
  expect(textOf('<div><p>One <b>bo</b>ld</p><p>two</p><script>no</script></div>')).toBe('One bold\ntwo')
})

// Selectors find their words again, and give no words that an excerpt does not have.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL, selecting, shownAround } from './selectors.ts'

const page = (text: string) => ({ text, headline: 'Blaze at the tank farm', deck: null })
const TEXT = 'Smoke rose 🔥 over the port. Up to 40 workers may have been hurt, Maren said. 🔥 The road is shut.'
const hurt = { start: TEXT.indexOf('Up to 40'), end: TEXT.indexOf(', Maren') }

test('words are selected by themselves, with 32 characters around, and by their place in code points', () => {
  expect(selecting(page(TEXT), ALL).selectors('text', hurt)).toEqual([
    {
      type: 'TextQuoteSelector',
      exact: 'Up to 40 workers may have been hurt',
      prefix: 'Smoke rose 🔥 over the port. ',
      suffix: ', Maren said. 🔥 The road is shu',
    },
    { type: 'TextPositionSelector', start: hurt.start - 1, end: hurt.end - 1 },
  ])
})

test('a headline is no part of the text, and has no places in it', () => {
  expect(selecting(page(TEXT), ALL).selectors('headline', { start: 0, end: 5 })).toEqual([
    { type: 'TextQuoteSelector', exact: 'Blaze', suffix: ' at the tank farm' },
  ])
})

test('an empty span selects nothing', () => {
  expect(selecting(page(TEXT), ALL).selectors('text', { start: 4, end: 4 })).toEqual([])
})

describe('an excerpt', () => {
  const claim = (start: number, end: number) =>
    ({ in: 'text', content: { start, end, text: TEXT.slice(start, end), parts: [] } }) as const

  test.each([
    [null, ALL],
    [200, { start: 0, end: 200 }],
    [40, { start: 29, end: 69 }],
    [10, { start: 29, end: 39 }],
  ])('of %s characters around a claim', (excerpt, shown) => {
    expect(shownAround(claim(hurt.start, hurt.end), excerpt)).toEqual(shown)
  })

  test('gives no words beyond it', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), fc.nat(TEXT.length), fc.nat(60), (a, b, from, most) => {
        const shown = { start: from, end: from + most }
        const span = { start: Math.min(a, b), end: Math.max(a, b) }
        const selectors = selecting(page(TEXT), shown).selectors('text', span)
        for (const { type, exact, prefix = '', suffix = '' } of selectors) {
          if (type !== 'TextQuoteSelector') continue
          expect(TEXT.slice(shown.start, shown.end)).toContain(`${prefix}${exact}${suffix}`)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantitiesOf } from './quantities.ts'

const read = (text: string) =>
  quantitiesOf(text).map(({ start, end, low, high, kind }) => [text.slice(start, end), low, high, kind])

describe('quantities', () => {
  test.each([
    [
      'more than -> low',
      'More than 4,100 fled, over 20% by boat',
      [
        ['More than 4,100', 4100, null, 'number'],
        ['over 20%', 20, null, 'percent'],
      ],
    ],
    [
      'at least -> low',
      'at least 35 dead, no fewer than nine hurt',
      [
        ['at least 35', 35, null, 'number'],
        ['no fewer than nine', 9, null, 'number'],
      ],
    ],
    [
      'verbs -> low',
      'the dead passed 900; losses topped $3 million',
      [
        ['passed 900', 900, null, 'number'],
        ['topped $3 million', 3e6, null, 'money'],
      ],
    ],
    [
      'up to -> high',
      'up to 60 men, as many as 2,000',
      [
        ['up to 60', null, 60, 'number'],
        ['as many as 2,000', null, 2000, 'number'],
      ],
    ],
    [
      'fewer than -> high',
      'fewer than 80 ships, under 5 percent',
      [
        ['fewer than 80', null, 80, 'number'],
        ['under 5 percent', null, 5, 'percent'],
      ],
    ],
    [
      'nearly -> high',
      'nearly 700 homes, almost half a million',
      [
        ['nearly 700', null, 700, 'number'],
        ['almost half a million', null, 500000, 'number'],
      ],
    ],
    [
      'about -> both',
      'about 450 tents, an estimated 90,000',
      [
        ['about 450', 450, 450, 'number'],
        ['an estimated 90,000', 90000, 90000, 'number'],
      ],
    ],
    [
      'or more, or so',
      '250 or more, 300 or so',
      [
        ['250 or more', 250, null, 'number'],
        ['300 or so', 300, 300, 'number'],
      ],
    ],
    [
      'plus',
      '600+ seats, a 40-odd crew',
      [
        ['600+', 600, null, 'number'],
        ['40-odd', 40, 40, 'number'],
      ],
    ],
    [
      'stretches',
      'between 8,000 and 9,000; 50–60 tanks',
      [
        ['between 8,000 and 9,000', 8000, 9000, 'number'],
        ['50–60', 50, 60, 'number'],
      ],
    ],
    [
      'a lent scale',
      '3 to 4 million, $7-8 billion',
      [
        ['3 to 4 million', 3e6, 4e6, 'number'],
        ['$7-8 billion', 7e9, 8e9, 'money'],
      ],
    ],
    ['alternatives', '200 or 300 boats', [['200 or 300', 200, 300, 'number']]],
    [
      'a change is no stretch',
      'rose from 500 to 800',
      [
        ['500', 500, 500, 'number'],
        ['800', 800, 800, 'number'],
      ],
    ],
    [
      'a change with its size is no stretch',
      'fell by 250 to 900; lost 4.5 to 610',
      [
        ['250', 250, 250, 'number'],
        ['900', 900, 900, 'number'],
        ['4.5', 4.5, 4.5, 'number'],
        ['610', 610, 610, 'number'],
      ],
    ],
    [
      'a change between two sizes is one',
      'fell by 4 to 6 percent; lost 50 to 60 men',
      [
        ['4 to 6 percent', 4, 6, 'percent'],
        ['50 to 60', 50, 60, 'number'],
      ],
    ],
    [
      'basis points',
      'a 75-basis-point rise, 10 to 20 basis points, 5 bps',
      [
        ['75-basis-point', 75, 75, 'percent'],
        ['10 to 20 basis points', 10, 20, 'percent'],
        ['5 bps', 5, 5, 'percent'],
      ],
    ],
    [
      'vague',
      'several hundred, tens of thousands',
      [
        ['several hundred', null, null, 'vague'],
        ['tens of thousands', null, null, 'vague'],
      ],
    ],
    [
      'units of an army',
      'up to a brigade; a regiment’s worth',
      [
        ['up to a brigade', null, null, 'unit'],
        ['a regiment’s worth', null, null, 'unit'],
      ],
    ],
    [
      'durations',
      'nine days, a few weeks',
      [
        ['nine days', 9, 9, 'duration'],
        ['a few weeks', null, null, 'duration'],
      ],
    ],
    [
      'quotation marks',
      'lost “up to” 90 trucks, “at least 40” of them',
      [
        ['“up to” 90'.slice(1), null, 90, 'number'],
        ['at least 40', 40, null, 'number'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    ['dates', 'On March 9 and 10, 2019, and the 4th of May'],
    ['years', 'in 2019, since 1987, the 1990s'],
    ['times of day', 'at 10:45, by 6pm, 7 p.m.'],
    ['ages', 'Ana Ruiz, 44, said; a man aged 61'],
    ['names', 'a Tu-95, Article 7, the Group of Eight, page 12, Boeing 747'],
    ['scores and telephones', 'won 4-2; call 555-3131-2020'],
    ['addresses', 'at 14 Baker Street'],
    ['pronouns', 'no one, one another, the one that, one of them'],
    ['a unit that is named', 'the brigade, a battalion commander'],
    ['emergency calls', 'a 999 call'],
    ['networks and times of a file', '10.0.0.1; 7/14/2011'],
  ])('no quantities: %s', (_, text) => {
    expect(read(text).filter(([, , , kind]) => kind !== 'ordinal')).toEqual([])
  })

  test.each([
    ['a particle is no bound', 'They handed over 80 cars, after talks about 90 seats', ['80', '90']],
    ['a comparison is no bound', 'That is more than the 60 needed', ['60']],
    ['bills passed are no bound', 'Parliament passed 70 laws', ['70']],
    ['a million, where something is counted', '1.4m homes', ['1.4m']],
    ['half a century is a duration', 'nearly half a century', ['nearly half a century']],
    ['in a headline', 'Denmark Loses 300 Tanks', ['300']],
  ])('%s', (_, text, expected) => {
    expect(quantitiesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  test('the bare number lies within, and the qualifier is kept', () => {
    const text = 'some 5,000 or more'
    const [quantity] = quantitiesOf(text)
    expect(quantity?.qualifier).toBe('some or more')
    expect(text.slice(quantity?.number.start, quantity?.number.end)).toBe('5,000')
  })

  test('quantities lie in the text, in order, without overlap', () => {
    const words = fc.constantFrom(
      'up',
      'to',
      'more',
      'than',
      'a',
      'battalion',
      'of',
      '3,000',
      '10',
      '-',
      '%',
      '$',
      'several',
      'hundred',
      'between',
      'and',
      'May',
      '"',
      'third',
      '\udc00',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
          fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
        ),
        (text) => {
          let last = 0
          for (const { start, end, number } of quantitiesOf(text)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(number.start).toBeGreaterThanOrEqual(start)
            expect(number.end).toBeLessThanOrEqual(end)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  test('a part of a text is read by itself', () => {
    const text = 'more than 40 ships and 50 boats'
    expect(quantitiesOf(text, 10, 18).map(({ start, end }) => text.slice(start, end))).toEqual(['40'])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNTED } from './durations.ts'
import { PARTS_OF_PERIODS, PLAIN_PERIODS } from './periods.ts'
import { POINTS } from './points.ts'
import { RANGES } from './ranges.ts'
import { OTHERS } from './recurring.ts'
import type { TimeExpression } from './time.ts'
import { type Reference, timesOf } from './times.ts'

/** A Wednesday. */
const PUBLISHED = '2025-01-15T09:30:00+01:00'

const read = (text: string, reference: Partial<Reference> = {}): TimeExpression[] =>
  timesOf(text, { published: PUBLISHED, ...reference })

/** `words: first/last`, the days open or unknown as `..`. */
const shown = (text: string, { start, end, first, last }: TimeExpression): string =>
  `${text.slice(start, end)}: ${first ?? '..'}/${last ?? '..'}`

/** For each rule, sentences with one expression => the words read and its days. */
const EXAMPLES: Readonly<Record<string, readonly (readonly [sentence: string, expected: string])[]>> = {
  'two joined': [
    ['Fighting went on there today and yesterday.', 'today and yesterday: 2025-01-14/2025-01-15'],
    ['They came in October and November.', 'October and November: 2024-10-01/2024-11-30'],
  ],
  'from one to another': [
    ['She led the bank from 2011 to 2016.', 'from 2011 to 2016: 2011-01-01/2016-12-31'],
    ['Shops closed between January 2 and January 9.', 'between January 2 and January 9: 2025-01-02/2025-01-09'],
  ],
  'days of one month': [
    ['The poll was held on January 3-4.', 'January 3-4: 2025-01-03/2025-01-04'],
    ['It rained from 14 to 17 December 2024.', 'from 14 to 17 December 2024: 2024-12-14/2024-12-17'],
  ],
  'weekdays of one week': [
    ['They met last week from Monday to Wednesday.', 'last week from Monday to Wednesday: 2025-01-06/2025-01-08'],
    [
      'They will meet next week between Tuesday and Friday.',
      'next week between Tuesday and Friday: 2025-01-21/2025-01-24',
    ],
  ],
  'open at one end': [
    ['Prices have risen since October.', 'since October: 2024-10-01/..'],
    ['None has sailed since the ferry’s fire in October.', 'since the ferry’s fire in October: 2024-10-01/..'],
    ['None has sailed since they last met on Friday.', 'since they last met on Friday: 2025-01-10/..'],
    ['The bridge is to be open by mid-April 2025.', 'by mid-April 2025: ../2025-04-15'],
  ],
  'weekday and date': [
    ['The mayor resigned on Friday, Jan. 10.', 'Friday, Jan. 10: 2025-01-10/2025-01-10'],
    ['He was seen on Thursday the 9th.', 'Thursday the 9th: 2025-01-09/2025-01-09'],
  ],
  'month and day': [
    ['On December 23 the dam broke.', 'December 23: 2024-12-23/2024-12-23'],
    ['He wrote on Sept. 11, 2001.', 'Sept. 11, 2001: 2001-09-11/2001-09-11'],
  ],
  'day and month': [
    ['The strike began on 17 December.', '17 December: 2024-12-17/2024-12-17'],
    ['The law dates from 3 May 1998.', '3 May 1998: 1998-05-03/1998-05-03'],
  ],
  'year, month and day': [
    ['The minutes are of 2016 November 3.', '2016 November 3: 2016-11-03/2016-11-03'],
    ['Signed 1999, May 12, in Rome.', '1999, May 12: 1999-05-12/1999-05-12'],
  ],
  'date in figures': [
    ['The file is dated 2024-12-31.', '2024-12-31: 2024-12-31/2024-12-31'],
    ['Posted 21/04/2016 by the ministry.', '21/04/2016: 2016-04-21/2016-04-21'],
  ],
  'day of this or another month': [
    ['Wages are due on the 6th of next month.', 'the 6th of next month: 2025-02-06/2025-02-06'],
    ['It closed on the 3rd of this month.', 'the 3rd of this month: 2025-01-03/2025-01-03'],
  ],
  'weekday of this or another week': [
    ['The court sat on Monday last week.', 'on Monday last week: 2025-01-06/2025-01-06'],
    ['The vote is next Tuesday.', 'next Tuesday: 2025-01-21/2025-01-21'],
  ],
  'nth weekday of a month': [
    ['Elections fall on the first Sunday of February.', 'the first Sunday of February: 2025-02-02/2025-02-02'],
    ['It met on the last Friday of last month.', 'the last Friday of last month: 2024-12-27/2024-12-27'],
  ],
  'counted from the day': [
    ['The line reopened yesterday.', 'yesterday: 2025-01-14/2025-01-14'],
    ['They arrived last night.', 'last night: 2025-01-14/2025-01-14'],
  ],
  weekday: [
    ['The agency reported Saturday that two bridges fell.', 'Saturday: 2025-01-11/2025-01-11'],
    ['The council will vote on Friday.', 'Friday: 2025-01-17/2025-01-17'],
  ],
  'length ago or ahead': [
    ['The plant shut two weeks ago.', 'two weeks ago: 2025-01-01/2025-01-01'],
    ['The ban ends three days from now.', 'three days from now: 2025-01-18/2025-01-18'],
  ],
  'within a length': [
    ['The town lost its mayor and its bank in two days.', 'in two days: 2025-01-14/2025-01-15'],
    ['The parties will meet within five days.', 'within five days: 2025-01-15/2025-01-19'],
  ],
  'last or next length': [
    ['Over the past two days 40 homes burnt.', 'Over the past two days: 2025-01-14/2025-01-15'],
    ['The sluice broke twice in only the past month.', 'in only the past month: 2024-12-15/2025-01-15'],
  ],
  'length from a day': [
    ['Roads close for three days from January 20.', 'for three days from January 20: 2025-01-20/2025-01-22'],
    ['Roads close for 2 days from tomorrow.', 'for 2 days from tomorrow: 2025-01-16/2025-01-17'],
  ],
  'length ahead': [
    ['Aid will arrive over several weeks.', 'over several weeks: 2025-01-15/..'],
    ['The airport will stay shut for ten days.', 'for ten days: 2025-01-15/2025-01-25'],
  ],
  'part of a period': [
    ['The fleet had 31 boats by the end of 2023.', 'the end of 2023: 2023-12-31/2023-12-31'],
    ['It was lost in late December.', 'late December: 2024-12-21/2024-12-31'],
  ],
  'half of a period': [
    ['It was dry in the second half of December.', 'the second half of December: 2024-12-16/2024-12-31'],
    ['It was dry in the first half of last month.', 'the first half of last month: 2024-12-01/2024-12-15'],
  ],
  'length up to a day': [
    ['Sales fell in the six months ended June 30, 2024.', 'the six months ended June 30, 2024: 2024-01-01/2024-06-30'],
    ['It lost money in the year ending 31 March 2024.', 'the year ending 31 March 2024: 2023-04-01/2024-03-31'],
  ],
  'side of a period': [
    ['He said so earlier this week.', 'earlier this week: 2025-01-13/2025-01-14'],
    ['It will open later this month.', 'later this month: 2025-01-15/2025-01-31'],
  ],
  'this or another unit': [
    ['Rain fell over the weekend.', 'the weekend: 2025-01-11/2025-01-12'],
    ['Sales fell last month.', 'last month: 2024-12-01/2024-12-31'],
  ],
  'unit after next': [
    ['The fair opens the week after next.', 'the week after next: 2025-01-27/2025-02-02'],
    ['It was built the year before last.', 'the year before last: 2023-01-01/2023-12-31'],
  ],
  'month and year': [
    ['The port closed in August 2024.', 'August 2024: 2024-08-01/2024-08-31'],
    ['It opened in June of last year.', 'June of last year: 2024-06-01/2024-06-30'],
  ],
  'month in figures': [
    ['The figures are for 2024-11.', '2024-11: 2024-11-01/2024-11-30'],
    ['Expires 3/2026 at the latest.', '3/2026: 2026-03-01/2026-03-31'],
  ],
  month: [
    ['The firm cut jobs last August.', 'last August: 2024-08-01/2024-08-31'],
    ['The ship sank in March.', 'March: 2024-03-01/2024-03-31'],
  ],
  season: [
    ['The troops arrived last fall.', 'last fall: 2024-09-01/2024-11-30'],
    ['Grain rotted in the summer of 2010.', 'the summer of 2010: 2010-06-01/2010-08-31'],
  ],
  'quarter or half': [
    ['It closes in the second quarter of this year.', 'the second quarter of this year: 2025-04-01/2025-06-30'],
    ['Profits fell in the first half of 2024.', 'the first half of 2024: 2024-01-01/2024-06-30'],
  ],
  decade: [
    ['Rents were frozen in the 1970s.', 'the 1970s: 1970-01-01/1979-12-31'],
    ['She trained in the eighties.', 'the eighties: 1980-01-01/1989-12-31'],
  ],
  century: [
    ['The 18th-century church burnt down.', 'The 18th-century: 1700-01-01/1799-12-31'],
    ['It is the oldest of the twentieth century.', 'the twentieth century: 1900-01-01/1999-12-31'],
  ],
  'numbered week': [
    ['Flu peaked in week 5 of 2024.', 'week 5 of 2024: 2024-01-29/2024-02-04'],
    ['Deliveries start in week 31 of next year.', 'week 31 of next year: 2026-07-27/2026-08-02'],
  ],
  'nth week': [
    ['It snowed in the first week of October.', 'the first week of October: 2024-09-30/2024-10-06'],
    ['Talks are set for the third week of next month.', 'the third week of next month: 2025-02-17/2025-02-23'],
  ],
  'first or last units': [
    ['It froze in the first two weeks of December.', 'the first two weeks of December: 2024-12-01/2024-12-14'],
    ['He left on the last day of October.', 'the last day of October: 2024-10-31/2024-10-31'],
  ],
  'to date': [
    ['Sales, year to date, doubled.', 'year to date: 2025-01-01/2025-01-15'],
    ['The month to date has been dry.', 'The month to date: 2025-01-01/2025-01-15'],
  ],
  'week of a date': [
    ['Hearings begin the week of January 20.', 'the week of January 20: 2025-01-20/2025-01-26'],
    ['The week commencing 6 January was quiet.', 'The week commencing 6 January: 2025-01-06/2025-01-12'],
  ],
  year: [
    ['The same firm cut 12,000 posts in 2016.', '2016: 2016-01-01/2016-12-31'],
    ['The town burnt in the year 1666.', 'the year 1666: 1666-01-01/1666-12-31'],
  ],
  recurring: [
    ['It meets every Monday.', 'every Monday: ../..'],
    ['Shells fall every two hours.', 'every two hours: ../..'],
  ],
  'from the day named last': [
    ['He resigned on January 7, it said. The next day he left.', 'The next day: 2025-01-08/2025-01-08'],
    ['She landed on Monday. Later that day she spoke.', 'Later that day: 2025-01-13/2025-01-13'],
  ],
  vague: [
    ['Nine bodies have been found so far.', 'so far: ../2025-01-15'],
    ['The ministry recently moved.', 'recently: ../..'],
  ],
  length: [
    ['The siege lasted more than three months.', 'more than three months: ../..'],
    ['It was a two-day march.', 'two-day: ../..'],
  ],
}

const RULES = [...RANGES, ...POINTS, ...COUNTED, ...PLAIN_PERIODS, ...PARTS_OF_PERIODS, ...OTHERS].map(([name]) => name)

describe('rules', () => {
  for (const [rule, examples] of Object.entries(EXAMPLES))
    test(rule, () => {
      expect(examples.length).toBeGreaterThanOrEqual(2)
      for (const [sentence, expected] of examples) {
        const found = read(sentence)
        const last = found.at(-1)
        expect(last && shown(sentence, last)).toBe(expected)
        expect(last?.why).toBe(rule)
      }
    })

  test('every rule has its examples', () => {
    // read in a diary only
    const told = new Set([...Object.keys(EXAMPLES), 'day of the month alone'])
    expect(RULES.filter((rule) => !told.has(rule))).toEqual([])
  })
})

describe('the reference day', () => {
  test('on its own weekday, a weekday is that day', () => {
    expect(read('It said on Wednesday that rain fell.')[0]?.first).toBe('2025-01-15')
  })

  test('quoted words are counted from the day they were said', () => {
    const text = 'We lost two bridges today and yesterday.'
    expect(read(text, { anchor: '2025-01-11' })[0]).toMatchObject({ first: '2025-01-10', last: '2025-01-11' })
  })

  test('without one, only what names its year is resolved', () => {
    const times = timesOf('He came on Friday, left on May 3, 2024 and wrote last week.', { published: null })
    expect(times.map(({ first, value }) => [first, value])).toEqual([
      [null, 'XXXX-WXX-5'],
      ['2024-05-03', '2024-05-03'],
      [null, 'XXXX-WXX'],
    ])
  })

  test('the nearest verb says which way a date lies', () => {
    expect(read('The firm is set to close plants, it said late Tuesday.')[0]?.first).toBe('2025-01-14')
    expect(read('The firm will close plants on Tuesday.')[0]?.first).toBe('2025-01-21')
    expect(read('The festival will be held in August.')[0]?.first).toBe('2025-08-01')
  })
})

describe('a date near the end of the year', () => {
  const first = (text: string) => read(text, { published: '2024-11-14' })[0]?.first

  test('lies ahead of what is to come, whoever says it', () => {
    for (const text of [
      'The ferry firm told its staff that sailings would start again on Dec. 9.',
      'The council said Dec. 9 is the last day for bids.',
      'The deadline for bids is Dec. 9, the council said.',
      'Bids are due Dec. 9.',
      'Tolls are to rise on Dec. 9.',
      'The road can be used from Dec. 9.',
      'The gale will hit the coast on Dec. 9.',
    ])
      expect([text, first(text)]).toEqual([text, '2024-12-09'])
    expect(read('The hearing was adjourned until Dec. 9.', { published: '2024-11-14' })[0]?.last).toBe('2024-12-09')
  })

  test('and behind what has been', () => {
    for (const text of [
      'The dam burst on Dec. 9.',
      'The council said the dam burst on Dec. 9.',
      'The guard may have slept on Dec. 9.',
      'The miller told the inquest on Dec. 9 that he was abroad.',
      'The clerk would not comment on Dec. 9.',
      'It has been shut since Dec. 9.',
    ])
      expect([text, first(text)]).toEqual([text, '2023-12-09'])
  })

  test('and nearest where no verb tells', () => {
    expect(first('A concert, Dec. 9')).toBe('2024-12-09')
    expect(first('A concert, Oct. 9')).toBe('2024-10-09')
  })
})

test('a length within which something may be done lies ahead', () => {
  expect(read('The lock can be mended within three weeks.')[0]?.first).toBe('2025-01-15')
  expect(read('The tenants must leave within ten days.')[0]?.first).toBe('2025-01-15')
  expect(read('The lock was mended within three weeks.')[0]?.last).toBe('2025-01-15')
  expect(read('The lock may have been mended within three weeks.')[0]?.last).toBe('2025-01-15')
})

test('a part of a weekend is one of its days', () => {
  expect(read('The fair was early last weekend.')[0]).toMatchObject({ first: '2025-01-11', last: '2025-01-11' })
  expect(read('The fair was late last weekend.')[0]).toMatchObject({ first: '2025-01-12', last: '2025-01-12' })
})

test('an age is no length ahead', () => {
  expect(read('Those over 70 years old will pay less.')[0]?.first).toBeNull()
  expect(read('The lift will be out of use over 70 days.')[0]?.first).toBe('2025-01-15')
})

describe('a diary', () => {
  const diary = (text: string) => timesOf(text, { published: '2016-11-07', register: 'diary' })

  test('gives both readings of what fits the past and the future', () => {
    expect(diary('back on Friday')[0]).toMatchObject({
      value: 'XXXX-WXX-5',
      past: { start: '2016-11-04', end: '2016-11-04' },
      future: { start: '2016-11-11', end: '2016-11-11' },
    })
    expect(diary('away in February')[0]).toMatchObject({ value: 'XXXX-02', future: { end: '2017-02-28' } })
  })

  test('reads bare days of the month, which news does not', () => {
    expect(diary('see you on the 27th')[0]).toMatchObject({ value: 'XXXX-XX-27', why: 'day of the month alone' })
    expect(diary('see you on 15')[0]).toMatchObject({ past: { start: '2016-10-15' }, future: { start: '2016-11-15' } })
    expect(read('He voted for the second.')).toEqual([])
  })

  test('knows days that no calendar has', () => {
    expect(diary('Feb 30')[0]).toMatchObject({ past: null, future: null })
  })
})

test('words that only look like times are left alone', () => {
  for (const text of [
    'It may rain; they march on.',
    'Of 6,107.31 dollars, 2,016 were spent.',
    'It told USA Today so.',
    'The Daily Mail wrote of 1,500 men in 2000 cases.',
    'A second man left.',
    'The version 4.22 is at 10.1.2.3 now closed.',
  ])
    expect(read(text).filter(({ kind }) => kind === 'date' || kind === 'period')).toEqual([])
})

const pieces = fc.oneof(
  fc.constantFrom(
    ...`on in from to and the last next this first Friday Monday May Jan. January 3 4 2016 2024-12-31 10 twenty two
    days week weeks month year ago later since by between until past few half of quarter Q3 '40s 1970s weekend early late
    end , . - – ' tomorrow yesterday said will`.split(/\s+/),
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)

test('spans lie in the text, in order, none within another, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, news) => {
      const text = parts.join(' ')
      let at = 0
      for (const { start, end, first, last } of read(text, { register: news ? 'news' : 'diary' })) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        for (const day of [first, last]) expect(day ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
        if (first !== null && last !== null) expect(first <= last).toBe(true)
        at = end
      }
    }),
    { numRuns: 500 },
  )
})

test('a part of a text is read by itself', () => {
  const text = 'On Monday he left. On Friday he came.'
  const times = timesOf(text, { published: PUBLISHED }, 19, text.length)
  expect(times.map(({ start, end }) => text.slice(start, end))).toEqual(['Friday'])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { figuresOf } from './figures.ts'

/** Text, low, high, unit, measure, population of each figure. */
const read = (text: string) =>
  figuresOf(documentOf(text)).map((figure) => [
    figure.text,
    figure.low,
    figure.high,
    figure.unit,
    figure.measure,
    figure.of,
  ])

describe('what is measured, and of whom', () => {
  test.each([
    [
      'a passive verb',
      'Some 6,000 Danish troops have been sent north.',
      [['Some 6,000', 6000, 6000, 'people', 'sent', 'Danish troops']],
    ],
    [
      'a nation by its initials',
      'Some 3,000 U.S. troops have been deployed.',
      [['Some 3,000', 3000, 3000, 'people', 'deployed', 'U.S. troops']],
    ],
    [
      'a shortened name in a headline',
      'Army lost brigade of S. Ruritanian soldiers',
      [['brigade', null, null, 'brigade', 'lost', 'S. Ruritanian soldiers']],
    ],
    [
      'a verb before',
      'The flood killed at least 42 villagers.',
      [['at least 42', 42, null, 'people', 'killed', 'villagers']],
    ],
    [
      'killed or wounded',
      'More than 700 miners were killed or injured.',
      [['More than 700', 700, null, 'people', 'killed or wounded', 'miners']],
    ],
    [
      'two figures',
      'About 30 sailors died and another 200 were hurt.',
      [
        ['About 30', 30, 30, 'people', 'killed', 'sailors'],
        ['200', 200, 200, 'people', 'wounded', 'sailors'],
      ],
    ],
    [
      'the main verb, not the participle',
      'At least 60 guards posted to the border have died.',
      [['At least 60', 60, null, 'people', 'killed', 'guards']],
    ],
    [
      'both nations',
      'The fleet lost up to a brigade of Danish soldiers and Swedish marines.',
      [['up to a brigade', null, null, 'brigade', 'lost', 'Danish soldiers and Swedish marines']],
    ],
    [
      'casualties',
      'Denmark has suffered more than 900 casualties.',
      [['more than 900', 900, null, 'people', 'casualties', 'Danish']],
    ],
    [
      'still to come',
      'Volvo plans to cut nearly 15% of its workforce.',
      [['nearly 15%', null, 15, 'percent', 'to be cut', 'Volvo workforce']],
    ],
    [
      'the same again',
      'Last May 4,000 posts were cut, or 8% of the staff.',
      [
        ['4,000', 4000, 4000, 'jobs', 'cut', 'posts'],
        ['8%', 8, 8, 'percent', 'cut', 'staff'],
      ],
    ],
    [
      'before a change',
      'Volvo had 41,000 employees, down from 52 300.',
      [
        ['41,000', 41000, 41000, 'people', 'employed', 'Volvo employees'],
        ['52 300', 52300, 52300, 'people', 'employed', 'Volvo employees'],
      ],
    ],
    [
      'goods',
      'They handed over 70 pieces of heavy artillery.',
      [['70', 70, 70, 'heavy artillery', 'supplied', 'heavy artillery']],
    ],
    ['money', 'The storm caused $3 billion in damage.', [['$3 billion', 3e9, 3e9, 'USD', 'damage', null]]],
    [
      'vague money',
      'The plan could save millions of euros.',
      [['millions of euros', null, null, 'EUR', 'to be saved', null]],
    ],
    [
      'soldiers who are somewhere',
      'There are 5,000 Swedish soldiers in the region.',
      [['5,000', 5000, 5000, 'people', 'deployed', 'Swedish soldiers']],
    ],
    [
      'a part of a whole',
      'A third of the hostages are dead.',
      [['A third', null, null, 'fraction', 'killed', 'hostages']],
    ],
    [
      'vague',
      '“Several hundred” casualties were reported.',
      [['Several hundred', null, null, 'people', 'casualties', null]],
    ],
    [
      'what hangs on another count',
      'Of 40 drones, 31 were shot down.',
      [
        ['40', 40, 40, 'drones', null, 'drones'],
        ['31', 31, 31, 'drones', 'lost', 'drones'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('small numbers beside a word of harm', () => {
  test.each([
    ['an object', 'The avalanche killed 11 near the pass.', ['11 people killed']],
    ['an object by a noun', 'Thieves shot at a van, killing a driver and injuring 4.', ['4 people wounded']],
    ['a subject', 'Five died and nine were hurt.', ['Five people killed', 'nine people wounded']],
    ['a headline', 'Landslide kills 7 in Ruritania', ['7 people killed']],
    ['what was said', 'The coastguard said 6 drowned and 3 remain missing.', ['6 people killed', '3 people missing']],
    [
      'arrests and rescues',
      'Police arrested 8 on Monday; two were rescued.',
      ['8 people arrested', 'two people rescued'],
    ],
    [
      'people, though drones are counted before',
      'They launched 60 drones, killing 9.',
      ['60 drones null', '9 people killed'],
    ],
    ['a series', 'They captured 5 in a row, and lost 30 in a row.', []],
    ['a score', 'The visitors were hurt 3-1 and captured 4 of 6 sets.', ['4 sets captured']],
    ['an adjective', 'A wounded 7 foot bear, killing 3 wild boar.', []],
    ['those named before', 'The two were arrested and the 9 died.', []],
    ['a thing', 'Of the films, one captured by a tourist was sold.', []],
  ])('%s', (_, text, expected) => {
    expect(figuresOf(documentOf(text)).map((figure) => `${figure.text} ${figure.unit} ${figure.measure}`)).toEqual(
      expected,
    )
  })
})

describe('change and level', () => {
  test.each([
    ['the size of a change', 'Unemployment rose 0.4%.', ['0.4% rise']],
    ['with by, past the object', 'The mill will cut costs by $6 million.', ['$6 million to be cut']],
    ['before its noun', 'It saw a 7% drop in profit.', ['7% fall']],
    ['levels after and before', 'Unemployment fell to 6% from 7%.', ['6% rate', '7% rate']],
    ['a level with its sign left out', 'Inflation slid to 6.2 percent from 7.1.', ['6.2 percent rate', '7.1 rate']],
    ['of what changed', 'The shop cut its staff to 400 from 650.', ['400 employed', '650 employed']],
    ['of what no measure names', 'The panel cut its outlook to 3% from 5%.', ['3% null', '5% null']],
    ['against another', 'Its stake fell to 30% against 45% in May.', ['30% stake', '45% stake']],
    [
      'compared with another',
      'Profit rose to $9 million, compared with $5 million.',
      ['$9 million profit', '$5 million profit'],
    ],
    ['change and level', 'Profit fell by $3 million to $5 million.', ['$3 million fall', '$5 million profit']],
    ['losses that end somewhere', 'The gauge lost 14.5 to 2,090.25.', ['14.5 lost', '2,090.25 null']],
    ['a range of one unit', 'Output fell by 3 to 4 percent.', ['3 to 4 percent fall']],
    ['a range of people', 'The rebels lost 80 to 90 men.', ['80 to 90 lost']],
  ])('%s', (_, text, expected) => {
    expect(figuresOf(documentOf(text)).map((figure) => `${figure.text} ${figure.measure}`)).toEqual(expected)
  })
})

describe('whose the measure is', () => {
  test.each([
    ['of the part, not of the whole', 'The guns shot down 33 of 70 balloons.', ['33 lost', '70 null']],
    ['a whole that is told by itself', 'Of 90 soldiers sent abroad, 14 died.', ['90 sent', '14 killed']],
    ['with an article', 'Judges freed 15 of the 40 people arrested.', ['15 rescued', '40 arrested']],
    ['a part in a clause of its own', 'They met 50 miners, 14 of whom were arrested.', ['50 null', '14 arrested']],
    ['a small part', 'There were six thieves, two of whom were captured.', ['two captured']],
    ['all of them', 'They met 50 miners, all of whom were arrested.', ['50 arrested']],
    ['what is so far contained', 'Flames destroyed 80 barns; they are 35% contained.', ['80 lost', '35% null']],
    ['what is so far counted', 'With 60 percent of the votes counted, he led.', ['60 percent null']],
    ['no stake', 'She won by a majority of 8,400.', ['8,400 null']],
    ['what was said', 'There are 45 barns, she added.', ['45 null']],
    ['who was driven out', 'Rains have driven 200 people from their homes.', ['200 displaced']],
    ['how far a van was driven', 'Nurses have driven 200 vans.', ['200 null']],
  ])('%s', (_, text, expected) => {
    expect(figuresOf(documentOf(text)).map((figure) => `${figure.text} ${figure.measure}`)).toEqual(expected)
  })
})

describe('whether a bare number counts people', () => {
  test.each([
    ['beside a measure of people only', 'The fever infected 900.', 'people'],
    ['people are named', 'The rebels lost 900.', 'people'],
    ['a nation is named', 'The Danes sent 900.', 'people'],
    ['nobody is named', 'The index lost 900.', null],
    ['a decimal', 'Soldiers saw the share lose 900.25.', null],
    ['points', 'The index lost 900 points.', 'points'],
  ])('%s', (_, text, unit) => {
    expect(figuresOf(documentOf(text)).map((figure) => figure.unit)).toEqual([unit])
  })
})

describe('what is no figure', () => {
  test.each([
    ['durations and dates', 'For nine days from March 3 to March 12, 2019, it rained for hours.'],
    ['ranks', 'It was the third time, and the 21st century.'],
    ['small counts that measure nothing', 'The two ministers met in three cities.'],
    ['sources', 'Two officials and several analysts said so.'],
    ['lengths and calibres', 'It fired 155 mm guns from 20 km away.'],
    ['vague words of degree', 'How many believe it? Few options remain for many parties.'],
    ['a unit that is described', 'A battalion is led by a colonel.'],
    ['ages that a person had', 'She was 15 when it began, and turned eighteen in March. He is 34 now. He was 40.'],
    ['screens, networks and races', 'A 5G network, 4K screens, 720p video and a 10K run.'],
    ['postal codes', 'Write to Tulsa, Oklahoma 74103 or to Reno, NV 89501-1234.'],
    ['a margin of length', 'The mare won by half a length.'],
    ['ages', 'The plan is for people under 30, and for those between the ages of 50 and 64.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

test.each([
  ['a change by a part', 'Rain cut the harvest by a third.', ['a third']],
  ['people beside such words', 'He turned 40 people away and was 20 points ahead.', ['40', '20']],
  ['thousands of money and people', 'They raised $4K from 5K people.', ['$4K', '5K']],
  ['a state that is no address', 'In Kansas 15,000 voted.', ['15,000']],
])('what is a figure: %s', (_, text, expected) => {
  expect(figuresOf(documentOf(text)).map((figure) => figure.text)).toEqual(expected)
})

test.each([
  ['About 80 people died.', 80, 80, true],
  ['Nearly 80 people died.', null, 80, true],
  ['Up to 80 people died.', null, 80, false],
  ['More than 80 people died.', 80, null, false],
])('what is approximate: %s', (text, low, high, approximate) => {
  expect(figuresOf(documentOf(text))).toMatchObject([{ low, high, approximate }])
})

test('figures of a part are those whose number lies in it, read from the whole sentence', () => {
  const text = 'The mayor said that 80 houses burned, while the police spoke of 95.'
  const document = documentOf(text)
  const part = { start: text.indexOf('80'), end: text.indexOf(',') }
  expect(figuresOf(document, [part]).map(({ text: words }) => words)).toEqual(['80'])
  expect(figuresOf(document).length).toBe(2)
})

test('every figure is the text it names, in any text', () => {
  const words = fc.constantFrom(
    'killed',
    '3,000',
    'soldiers',
    'and',
    'of',
    'a',
    'battalion',
    '"',
    'its',
    '20%',
    ',',
    'North',
    'Korean',
    'sent',
    'or',
    'from',
    '\ud83d',
    '.',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
        fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
      ),
      (text) => {
        let last = 0
        for (const figure of figuresOf(documentOf(text))) {
          expect(figure.text).toBe(text.slice(figure.start, figure.end))
          expect(figure.start).toBeGreaterThanOrEqual(last)
          last = figure.end
        }
      },
    ),
  )
})

// What of a panel stands on the scale, and what in words beside it; the chart as SVG and in words.
import { expect, test } from 'vitest'
import { chartOf, daysOfChart } from '../src/publish/chart/chart.ts'
import { chartSvg } from '../src/publish/chart/svg.ts'
import { describe as inWords, noteOf } from '../src/publish/chart/words.ts'
import { panel, point } from './told.ts'

const drawn = { width: 680, title: 'Missing: passengers', description: 'who said how many' }

test('bounds, intervals and round numbers keep what their words say', () => {
  const { lanes, words } = chartOf(
    panel([
      [
        'A',
        [
          point('up to 40', '2031-05-12', null, 40),
          point('at least 26', '2031-05-13', 26, null),
          point('between 30 and 34', '2031-05-14', 30, 34),
          point('about 30', null, 30, 30, true),
          point('dozens', '2031-05-12', null),
        ],
      ],
    ]),
  )
  expect(lanes[0]?.marks.map(({ low, high, open, approximate }) => [low, high, open, approximate])).toEqual([
    [40, 40, 'below', false],
    [26, 26, 'above', false],
    [30, 34, null, false],
    [30, 30, null, true],
  ])
  expect(words).toEqual([{ name: 'A', said: '2031-05-12', words: 'dozens', mention: 'a#c1' }])
})

test('all vague: no scale, no picture, the words told', () => {
  const chart = chartOf(
    panel([
      ['A', [point('dozens', null, null)]],
      ['B', [point('a battalion', '2031', null)]],
    ]),
  )
  expect(chart.scale).toBeNull()
  expect(chart.lanes).toEqual([])
  expect(chartSvg(chart, drawn)).toBeNull()
  expect(inWords(chart)).toBe('A: “dozens”, in words alone. B: “a battalion” (2031), in words alone.')
})

test('no lanes at all', () => {
  expect(chartSvg(chartOf(panel([])), drawn)).toBeNull()
})

test.each([
  ['one point', panel([['A', [point('12', '2031-05-12', 12)]]])],
  [
    'nought',
    panel([
      ['A', [point('0', '2031-05-12', 0)]],
      ['B', [point('none', '2031-05-13', 0)]],
    ]),
  ],
  [
    '1 to 1,000,000',
    panel([
      ['A', [point('1', '2031-05-12', 1)]],
      ['B', [point('a million', '2031-05-14', 1e6)]],
    ]),
  ],
  [
    'nought and a million',
    panel([
      ['A', [point('0', null, 0)]],
      ['B', [point('a million', null, 1e6)]],
    ]),
  ],
  [
    'no dates',
    panel([
      ['A', [point('up to 9', null, null, 9)]],
      ['B', [point('7 to 12', null, 7, 12)]],
    ]),
  ],
  ['dates and none', panel([['A', [point('9', '2031-05-12', 9), point('8', '2031-05-13', 8), point('7', null, 7)]]])],
  [
    'no number that is one',
    panel([
      ['A', [point('many', null, Number.NaN, Number.POSITIVE_INFINITY)]],
      ['B', [point('3', null, 3)]],
    ]),
  ],
])('%s: every coordinate is a number, at every width', (_, { lanes }) => {
  for (const width of [350, 680]) {
    const svg = chartSvg(chartOf({ lanes }), { ...drawn, width }) as string
    expect(svg).toContain('role="img"')
    expect(svg).toMatch(/<svg[^>]*><title>Missing: passengers<\/title><desc>who said how many<\/desc>/)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(svg).not.toMatch(/<script|<style|\sstyle=|\son\w+=|href/)
  }
})

test('the same chart is the same picture', () => {
  const chart = chartOf(
    panel([
      ['A', [point('9', '2031-05-12', 9)]],
      ['B', [point('up to 20', '2031-05-14', null, 20)]],
    ]),
  )
  expect(chartSvg(chart, drawn)).toBe(chartSvg(chart, drawn))
  const linked = (to: string) => chartSvg(chart, { ...drawn, linkOf: () => to })
  expect(linked('/claim/1')).not.toBe(linked('/claim/2'))
  expect(chartSvg(chart, { ...drawn, width: 350 })).not.toBe(chartSvg(chart, drawn))
})

test('words of the outside world are text in the picture', () => {
  const hostile = '</text><script>alert(1)</script>"\'&'
  const chart = chartOf(panel([[hostile, [point(hostile, '2031-05-12', 9), point(hostile, '2031-05-14', null, 20)]]]))
  const svg = chartSvg(chart, { width: 680, title: hostile, description: hostile }) as string
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script')
})

test('days that are not exact to the day have no place in time', () => {
  const chart = chartOf(panel([['A', [point('9', '2031-05', 9), point('8', '2031-05-13', 8), point('7', null, 7)]]]))
  expect(daysOfChart(chart)).toEqual(['2031-05-13'])
})

test('a logarithmic scale, and lanes left to the table, are said', () => {
  const many = Array.from({ length: 13 }, (_, at) => [`A${at}`, [point(`${4 ** at}`, null, 4 ** at)]] as const)
  expect(noteOf(chartOf(panel(many)), 'page')).toBe('The scale is logarithmic. 3 claimants more in the table.')
})

test('every mark leads to its claim, by a link with a name; nothing in the picture is an image then', () => {
  const chart = chartOf(panel([['A <b>', [point('9', '2031-05-12', 9), point('up to 20', '2031-05-14', null, 20)]]]))
  const svg = chartSvg(chart, { ...drawn, linkOf: ({ mention }) => `/claim/${mention}` }) as string
  expect(svg).toContain('role="group"')
  expect([...svg.matchAll(/<a href="\/claim\/a#c1"[^>]*><title>([^<]+)<\/title>/g)].map(([, name]) => name)).toEqual([
    'A &lt;b&gt;: “9”, 12 May 2031',
    'A &lt;b&gt;: “up to 20”, 14 May 2031',
  ])
})

test('vague words are read only where it is asked for, with the name of the convention', () => {
  const some = panel([
    ['A', [point('dozens', '2031-05-12', null)]],
    ['B', [{ ...point('up to a battalion', '2031-05-13', null), qualifier: 'up to' }]],
    ['C', [point('an unknown number', '2031-05-13', null)]],
  ])
  expect(chartOf(some).lanes).toEqual([])
  const chart = chartOf(some, { by: 'said', vague: true })
  expect(chart.lanes.map(({ marks: [mark] }) => [mark?.low, mark?.high, mark?.open])).toEqual([
    [24, 99, null],
    [300, 1000, 'below'],
  ])
  expect(chart.words.map(({ words }) => words)).toEqual(['an unknown number'])
  expect(chartSvg(chart, drawn)).toContain('“dozens” read as 24 to 99 (two or more of it, fewer than the next size)')
  expect(noteOf(chart, 'page')).toContain('read by the convention named')
})

test('by the day up to which they count, figures that say none have no day', () => {
  const some = panel([['A', [{ ...point('9', '2031-05-12', 9), asOf: '2031-05-10' }, point('12', '2031-05-13', 12)]]])
  const marks = chartOf(some, { by: 'asOf', vague: false }).lanes[0]?.marks
  expect(marks?.map(({ said }) => said)).toEqual(['2031-05-10', null])
})

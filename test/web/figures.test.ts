// Rival figures on the site: as a reader asks for them, and as files to take along.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storiesListed, storyTold } from '../../src/ledger/told.ts'
import { panelCsv } from '../../src/web/figures/csv.ts'
import { sfntOf } from '../../src/web/figures/letters.ts'
import { pngOf } from '../../src/web/figures/png.ts'
import { sheetSvg } from '../../src/web/figures/sheet.ts'
import { panel, point } from '../told.ts'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite
let depot: number
beforeAll(async () => {
  site = await exampleSite()
  const all = await storiesListed(site.ledger)
  depot = all.toSorted((one, other) => other.articles - one.articles)[0]?.id ?? 0
}, 120_000)
afterAll(() => site.close())

const page = async (path: string): Promise<string> => (await site.ask(path)).text()

test('a panel for each count, its chart over its table, what cannot be compared with the reason', async () => {
  const html = await page(`/story/${depot}/figures`)
  const story = await storyTold(site.ledger, depot)
  expect(story?.figures.length).toBeGreaterThan(0)
  expect([...html.matchAll(/id="panel-(\d+)"/g)].map(([, at]) => Number(at))).toEqual(
    story?.figures.map((_, at) => at + 1),
  )
  expect(html.indexOf('<svg role="group"')).toBeLessThan(html.indexOf('<table'))
  expect(html).toContain('Tomas Reke')
  const marks = [...html.matchAll(/<a href="\/claim\/\d+"[^>]*><title>([^<]+)<\/title>/g)].map(([, name]) => name)
  expect(marks.some((name) => name?.startsWith('Ilse Maren: “Up to 40”'))).toBe(true)
  expect(html).not.toMatch(/\sstyle=|<style/)
})

test('words are read as numbers only where it is asked for, with the convention named', async () => {
  expect(await page(`/story/${depot}/figures`)).not.toContain('read as')
  const read = await page(`/story/${depot}/figures?vague=on`)
  expect(read).toContain('“several dozen” read as 24 to 99')
  expect(read).toContain('two or more of it, fewer than the next size')
  expect(await page(`/story/${depot}/figures?by=asof`)).toMatch(/aria-current="true">the day up to which they count/)
  expect(await page(`/story/${depot}/figures?by=%22%3E&vague=1`)).toMatch(/aria-current="true">the day they were said/)
})

describe('files', () => {
  test('SVG stands alone: no style, no variable, links to claims in full', async () => {
    const answer = await site.ask(`/story/${depot}/figures/1.svg`)
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    const svg = await answer.text()
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).not.toMatch(/var\(|currentColor|style=/)
    expect(svg).toContain(`${site.address}/claim/`)
    expect(svg).toContain(`${site.address}/story/${depot}/figures#panel-1`)
  })

  test('PNG shows its words on a machine without fonts', async () => {
    const answer = await site.ask(`/story/${depot}/figures/1.png`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    const svg = (words: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text x="9" y="25" font-family="sans-serif">${words}</text></svg>`
    const [written, blank] = [await pngOf(svg('Illimitable')), await pngOf(svg(''))]
    expect(written.length).toBeGreaterThan(2 * blank.length)
  })

  test('CSV is a table that no program takes for formulas', async () => {
    const answer = await site.ask(`/story/${depot}/figures/1.csv`)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('.csv"')
    const lines = (await answer.text()).split('\r\n')
    expect(lines[0]).toMatch(/^panel,measure,of whom,/)
    expect(lines.some((line) => line.includes('Ilse Maren') && line.includes(`${site.address}/claim/`))).toBe(true)
    const hostile = ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', 'a "b", c', '=HYPERLINK("x")']
    const csv = panelCsv(panel(hostile.map((name) => [name, [point('9', null, -9)]])), 1, () => null)
    const cells = csv.split('\r\n').slice(1, -1)
    expect(cells).toHaveLength(hostile.length)
    expect(csv).not.toMatch(/(?:^|,|\r\n)"?[=+@\t]/)
    expect(csv).toContain('"a ""b"", c"')
    expect(csv).toContain('"\'=HYPERLINK(""x"")"')
    expect(csv).toContain(',-9,-9,')
  })

  test.each(['99.svg', '0.csv', '1.gif', '1', '../1.svg', '1.svg.png'])('%s is missing', async (file) => {
    expect((await site.ask(`/story/${depot}/figures/${file}`)).status).toBe(404)
  })

  test('of a story that has no such panel it is said that it has none', async () => {
    const said = await (await site.ask(`/story/${depot}/figures/0.svg`)).text()
    expect(said).toContain('This story has no panel of this number.')
    expect(said).toContain(`href="/story/${depot}/figures"`)
  })
})

test('a picture of words alone has them, in lines that fit', () => {
  const svg = sheetSvg(panel([['A <b>', [point('dozens', '2031-05-12', null)]]]), {
    charted: { by: 'said', vague: false },
    story: 'word '.repeat(400),
    address: 'https://site.example/story/1',
    linkOf: () => null,
  })
  expect(svg).toContain('A &lt;b&gt;: “dozens” (12 May 2031)')
  expect(svg).not.toContain('NaN')
  for (const [, line = ''] of svg.matchAll(/<text[^>]*>([^<]*)</g)) expect(line.length).toBeLessThan(140)
})

test('what is no WOFF file is refused', () => {
  expect(() => sfntOf(Buffer.from('wOF2 and more than enough bytes for a head of a file'))).toThrow('no WOFF file')
})

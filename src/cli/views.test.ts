// Every view of an article: hostile words only show, Markdown's marks stay words, tables and lists are set.
import { expect, test } from 'vitest'
import type { Article } from '../page/index.ts'
import { markdown } from './markdown.ts'
import { paints } from './paint.ts'
import { pageView } from './terminal.ts'
import { when } from './when.ts'
import { whyView } from './why.ts'

/** An article of the given blocks, with `word` in every field. */
function articleOf(blocks: readonly (readonly [Article['blocks'][number]['kind'], string])[], word = 'w'): Article {
  let text = ''
  const spans = blocks.map(([kind, words]) => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += words
    return { kind, start, end: text.length, ...(kind === 'live-entry' ? { time: word } : {}) }
  })
  const why = { from: word, because: word }
  return {
    amphtml: null,
    url: word,
    outlet: word,
    headline: word,
    deck: word,
    bylines: [word],
    published: word,
    modified: word,
    dateline: word,
    wire: word,
    tags: [word],
    section: word,
    copyright: word,
    lang: word,
    text,
    blocks: spans,
    images: [
      { caption: word, credit: word, url: word },
      { caption: `${word}2`, credit: word, url: word },
    ],
    related: [{ label: word, title: word, url: word }],
    leftOut: [{ text: word, reason: 'navigation' }],
    notes: [{ kind: 'truncated', message: word }],
    why: { headline: why, encoding: why, text: why },
  }
}

/** Control characters but the line feed, and direction controls. */
const RAW = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u
const look = { width: 60, paint: paints(false) }
const kinds = ['paragraph', 'heading', 'quote', 'list-item', 'table-row', 'caption', 'note', 'live-entry'] as const

test('no field of an article reaches the terminal raw', () => {
  const word = 'a\u001b[31m\u0007\u009b1m\u202e\u2066\u0000\u007fb'
  const article = articleOf(
    kinds.map((kind) => [kind, word]),
    word,
  )
  const views = [
    pageView(article, { ...look, unfold: false }),
    pageView(article, { ...look, unfold: true }),
    whyView(article, look),
    markdown(article),
  ]
  for (const view of views) expect(view).not.toMatch(RAW)
  const ours = [1, 2, 4, 22, 24, 33, 36, 39].map((code) => `\u001b[${code}m`)
  const coloured = pageView(article, { width: 60, paint: paints(true), unfold: true })
  expect(ours.reduce((text, sequence) => text.replaceAll(sequence, ''), coloured)).not.toMatch(RAW)
})

test('lists and tables are set', () => {
  const view = pageView(
    articleOf([
      ['list-item', 'first'],
      ['list-item', 'second'],
      ['table-row', 'Site\tJobs'],
      ['table-row', 'Ashby, Ohio\t2,100'],
    ]),
    { ...look, unfold: false },
  )
  expect(view).toContain('  * first\n  * second\n')
  expect(view).toContain('  Site         Jobs\n  Ashby, Ohio  2,100\n')
})

test("Markdown: the page's words stay words", () => {
  const text = markdown(
    articleOf([
      ['paragraph', '# not a heading'],
      ['paragraph', '1. not a list, *not* _emphasis_ but snake_case, <b>not HTML</b> &amp; [no](link)'],
      ['paragraph', '- 3 degrees'],
      ['table-row', 'a|b\tc'],
      ['table-row', 'd'],
      ['quote', 'said'],
    ]),
  )
  expect(text).toContain('\n\\# not a heading\n')
  expect(text).toContain(
    '\n1\\. not a list, \\*not\\* \\_emphasis\\_ but snake_case, \\<b>not HTML\\</b> \\&amp; \\[no\\](link)\n',
  )
  expect(text).toContain('\n\\- 3 degrees\n')
  expect(text).toContain('\n| a\\|b | c |\n| --- | --- |\n| d |  |\n')
  expect(text).toContain('\n> said\n')
})

test('Markdown links only to the web', () => {
  const article = articleOf([['paragraph', 'READ: more']])
  const pointed = (url: string) =>
    markdown({ ...article, blocks: [], related: [{ label: 'READ', title: 'more', url, start: 0, end: 10 }] })
  expect(pointed('https://a.example/x(1)?q=a b')).toContain('READ: [more](https://a.example/x%281%29?q=a%20b)')
  expect(pointed('javascript:alert(1)')).toContain('READ: more\n')
})

test('times: nothing is added that the page did not print', () => {
  expect(when('2025-01-05')).toBe('2025-01-05')
  expect(when('2025-01-05T15:48:00')).toBe('2025-01-05 15:48 (no time zone given)')
  expect(when('2025-01-05T15:48:00.000Z')).toBe('2025-01-05 15:48 UTC')
  expect(when('2025-01-05T15:48:00+08:00')).toBe('2025-01-05 15:48 UTC+08:00')
  expect(when('yesterday')).toBe('yesterday')
})

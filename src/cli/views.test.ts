// Every view of an article: hostile words only show, Markdown's marks stay words, tables and lists are set, claims are
// numbered where they end.
import { expect, test } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/index.ts'
import { markdown } from './markdown.ts'
import { paints } from './paint.ts'
import { pageView } from './terminal.ts'
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

/** A claim whose content is `words` where they first stand in `text`. */
function claimOf(text: string, words: string, more: Partial<Claim> = {}): Claim {
  const start = text.indexOf(words)
  const content = { start, end: start + words.length, text: words }
  return {
    id: 'c1',
    in: 'text',
    type: 'indirect',
    act: 'speech',
    source: content,
    cue: content,
    content: { ...content, parts: [content] },
    speaker: { name: words, kind: 'person', key: null },
    chain: [{ name: words, kind: 'outlet', link: 'wire', anchor: content }],
    hedges: [{ ...content, kind: 'modal', scope: content }],
    figures: [],
    place: { ...content, name: words },
    eventTime: { text: words, start: null, end: null, anchor: content },
    saidTime: { text: words, date: null, anchor: content },
    confidence: 0.9,
    why: 'a rule',
    ...more,
  }
}

/** Control characters but the line feed, and direction controls. */
const RAW = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u
const look = { width: 60, paint: paints(false), all: false, minConfidence: null }
const kinds = ['paragraph', 'heading', 'quote', 'list-item', 'table-row', 'caption', 'note', 'live-entry'] as const

test('no field of an article reaches the terminal raw', () => {
  const word = 'a\u001b[31m\u0007\u009b1m\u202e\u2066\u0000\u007fb'
  const article = articleOf(
    kinds.map((kind) => [kind, word]),
    word,
  )
  const claims = (['text', 'headline', 'deck'] as const).map((place) => claimOf(word, word, { in: place, why: word }))
  const views = [
    pageView(article, claims, look),
    pageView(article, claims, { ...look, all: true }),
    whyView(article, claims, look),
    markdown(article, claims),
  ]
  for (const view of views) expect(view).not.toMatch(RAW)
  const ours = [1, 2, 4, 22, 24, 32, 33, 36, 39].map((code) => `\u001b[${code}m`)
  const coloured = pageView(article, claims, { ...look, paint: paints(true), all: true })
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
    [],
    look,
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

test('claims are numbered where they end, in paragraphs, lists, tables and the headline', () => {
  const said = 'The bridge is safe, she said, and the crane will stay.'
  const article = articleOf([
    ['paragraph', said],
    ['list-item', 'one lorry'],
    ['table-row', 'Ashby\t2,100 jobs'],
  ])
  const claims = [
    claimOf(article.text, 'The bridge is safe'),
    claimOf(article.text, 'the crane will stay', { id: 'c2' }),
    claimOf(article.text, 'will stay', { id: 'c3' }),
    claimOf(article.text, 'one lorry', { id: 'c4' }),
    claimOf(article.text, '2,100 jobs', { id: 'c5' }),
    claimOf('w', 'w', { id: 'c6', in: 'headline' }),
  ]
  const view = pageView(article, claims, look)
  expect(view).toMatch(/^w\[6\]\n/)
  expect(view).toContain('The bridge is safe[1], she said, and the crane will\nstay[2][3].')
  expect(view).toContain('  * one lorry[4]\n')
  expect(view).toContain('  Ashby  2,100 jobs[5]\n')
  const text = markdown(article, claims)
  expect(text).toContain('\n# w[^6]\n')
  expect(text).toContain('The bridge is safe[^1], she said, and the crane will stay[^2][^3].')
  expect(text).toContain('| Ashby | 2,100 jobs[^5] |')
  expect(text).toMatch(/\n\[\^4\]: one lorry: /)
})

test('a mark in the page that looks like ours is only taken out', () => {
  const article = articleOf([['paragraph', 'one \ufff9[7]\ufffb two']])
  expect(pageView(article, [], look)).toContain('one [7] two')
})

test('no claims: the reason; claims that are not shown: how to see them', () => {
  const article = articleOf([['paragraph', 'Nothing happened.']])
  const view = (lang: string | null, claims: Claim[] = [], choice = {}) =>
    pageView({ ...article, lang }, claims, { ...look, ...choice }).replace(/\n(?=\S)/g, ' ')
  expect(view('de')).toContain('claims are read in English only, and this page is in German.')
  expect(view('en')).toContain('nothing here is attributed to anyone')
  expect(pageView({ ...article, text: '', headline: null, blocks: [] }, [], look)).toContain('there is no text')
  const unsure = claimOf(article.text, 'Nothing', { confidence: 0.2 })
  const belief = claimOf(article.text, 'happened', { id: 'c2', act: 'belief' })
  expect(view('en', [unsure, belief])).toContain('not shown: 1 of low confidence, 1 belief; --all shows them')
  expect(view('en', [unsure, belief])).toContain('claims: 0')
  expect(view('en', [unsure, belief], { all: true })).toContain('claims: 2')
  expect(view('en', [unsure, belief], { all: true })).toMatch(/\(belief; /)
  expect(view('en', [unsure, belief], { all: true, minConfidence: 0.5 })).toContain('Nothing happened[2].')
})

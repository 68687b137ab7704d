import { describe, expect, test } from 'vitest'
import { readPage } from './index.ts'

const PARAGRAPH =
  'The ferry company said on Tuesday that it would run two boats fewer this winter, because repairs take longer than it had planned.'

const page = (jsonLd: unknown, paragraphs: number): string =>
  `<!doctype html><html><head><title>Two ferries fewer this winter</title><script type="application/ld+json">${JSON.stringify(jsonLd)}</script></head>
<body><article><h1>Two ferries fewer this winter</h1>${`<p>${PARAGRAPH}</p>`.repeat(paragraphs)}</article></body></html>`

const article = { '@type': 'NewsArticle', headline: 'Two ferries fewer this winter' }

describe('a page that is not free to read', () => {
  test.each([
    ['says so', { ...article, isAccessibleForFree: false }],
    ['says so in words', { ...article, isAccessibleForFree: 'False' }],
    ['says so as schema.org spells it', { ...article, isAccessibleForFree: 'http://schema.org/False' }],
    ['says so of a part', { ...article, hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false } }],
    [
      'says so of one of its parts',
      { ...article, hasPart: [{ isAccessibleForFree: true }, { isAccessibleForFree: 'false', cssSelector: '.rest' }] },
    ],
  ])('%s, and is a stub where it is short', (_, jsonLd) => {
    expect(readPage(page(jsonLd, 2)).notes.map(({ kind }) => kind)).toEqual(['paywall'])
    expect(readPage(page(jsonLd, 40)).notes).toEqual([])
  })

  test.each([
    ['is free', { ...article, isAccessibleForFree: true, hasPart: { isAccessibleForFree: true } }],
    ['says nothing', article],
  ])('not where it %s', (_, jsonLd) => {
    expect(readPage(page(jsonLd, 2)).notes).toEqual([])
  })
})

describe('a page with other articles beside it', () => {
  const card = (at: number): string =>
    `<div class="teaser"><h3><a href="/news/${at}">Harbour council agrees on plan number ${at}</a></h3></div>`
  const cards = Array.from({ length: 12 }, (_, at) => card(at))
  const short = Array.from(
    { length: 14 },
    (_, at) => `<p>The ferry of quay ${at} will not run on Tuesday, the company said.</p>`,
  )
  const kinds = (inside: string): string[] =>
    readPage(`<!doctype html><html><head><title>Ferries</title></head><body>${inside}</body></html>`).notes.map(
      ({ kind }) => kind,
    )

  test('is an article where it runs on, however short its paragraphs', () => {
    const text = `<main><h1>Ferries stop on Tuesday</h1>${short.join('')}</main>`
    expect(kinds(`${text}<aside>${cards.join('')}</aside>`)).not.toContain('index')
    expect(kinds(`<aside>${cards.join('')}</aside>${text}`)).not.toContain('index')
  })

  test('is an index where it says a few words of each', () => {
    const each = cards.map((one, at) => `${one}${short[at]}`)
    expect(kinds(`<main><h1>News</h1>${each.join('')}</main>`)).toContain('index')
  })
})

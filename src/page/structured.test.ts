import { describe, expect, it } from 'vitest'
import { readPage } from './index.ts'

const BODY = `${'<p>The harbour master said on Monday that the north quay would stay shut for at least nine days, until divers have looked at the piles below the water line.</p>'.repeat(
  6,
)}`

describe('what a page says of itself', () => {
  it('reads hAtom and hNews: entry-title, abbr.published, author vcard', () => {
    const article = readPage(
      `<html><body><div class="hentry hnews"><h2 class="entry-title">North quay shut for nine days</h2>
       <span class="author vcard"><span class="fn">Ann Lee</span></span>
       <abbr class="published" title="2025-01-05T15:48:00+08:00">Sunday</abbr>
       <abbr class="updated" title="2025-01-05T17:00:00+08:00">later</abbr>
       <div class="entry-content">${BODY}</div></div></body></html>`,
    )
    expect(article.headline).toBe('North quay shut for nine days')
    expect(article.published).toBe('2025-01-05T15:48:00+08:00')
    expect(article.modified).toBe('2025-01-05T17:00:00+08:00')
    expect(article.bylines).toEqual(['Ann Lee'])
  })

  it('names the canonical and the AMP address, resolved', () => {
    const article = readPage(
      `<html><head><link rel="canonical" href="/news/quay"><link rel="amphtml" href="/amp/quay"></head><body><h1>North quay shut</h1>${BODY}</body></html>`,
      { url: 'https://harbour.example/news/quay?ref=x' },
    )
    expect(article.url).toBe('https://harbour.example/news/quay')
    expect(article.amphtml).toBe('https://harbour.example/amp/quay')
  })

  it('takes the site for the outlet where JSON-LD names the agency whose copy it is', () => {
    const article = readPage(
      `<html><head><meta property="og:site_name" content="Harbour Courier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"North quay shut","publisher":{"@type":"Organization","name":"Associated Press"}}</script></head><body><h1>North quay shut</h1>${BODY}</body></html>`,
      { url: 'https://harbour.example/a' },
    )
    expect(article.outlet).toBe('Harbour Courier')
  })

  it.each([
    ['a trailing comma', '{"@type":"NewsArticle","headline":"North quay shut","datePublished":"2025-01-05",}'],
    ['a line end in a string', '{"@type":"NewsArticle","headline":"North\nquay shut","datePublished":"2025-01-05"}'],
    [
      'a CDATA wrapper',
      '//<![CDATA[\n{"@type":"NewsArticle","headline":"North quay shut","datePublished":"2025-01-05"}\n//]]>',
    ],
    ['a loose quote', '{"@type":"NewsArticle","headline":"North "quay" shut","datePublished":"2025-01-05"}'],
  ])('mends JSON-LD with %s', (_, block) => {
    const article = readPage(
      `<html><head><script type="application/ld+json">${block}</script></head><body><h1>North quay shut</h1>${BODY}</body></html>`,
    )
    expect(article.published).toBe('2025-01-05')
    expect(article.notes).toEqual([])
  })
})

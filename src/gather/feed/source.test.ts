import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { sourceOf } from './source.ts'

// Machines that run many tests at once are slow; what may take long is bounded by the tests themselves.
vi.setConfig({ testTimeout: 30_000 })

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const url = 'https://harbour.example/'
const of = (text: string | Uint8Array, type: string | null = null) => sourceOf(Buffer.from(text as string), type, url)

describe('what an address gives is told by its bytes', () => {
  test.each([
    ['harbour.rss.xml', { kind: 'feed', format: 'rss' }],
    ['harbour.atom.xml', { kind: 'feed', format: 'atom' }],
    ['harbour.feed.json', { kind: 'feed', format: 'json' }],
    ['news.sitemap.xml', { kind: 'news-sitemap', format: 'xml' }],
    ['list.opml', { kind: 'opml' }],
  ])('%s', (name, source) => {
    for (const type of [null, 'text/html', 'application/xml; charset=utf-8'])
      expect(of(fixture(name), type)).toMatchObject(source)
    expect(of(gzipSync(fixture(name)))).toMatchObject(source)
  })

  test.each([
    ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel>', { kind: 'feed', format: 'rss' }],
    ['<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', { kind: 'feed', format: 'atom' }],
    ['<?xml version="1.0"?><!-- <html> --><sitemapindex>', { kind: 'sitemap-index' }],
    ['<urlset><url><loc>https://harbour.example/a</loc></url>', { kind: 'sitemap', format: 'xml' }],
    ['https://harbour.example/a\nhttps://harbour.example/b', { kind: 'sitemap', format: 'text' }],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>', { kind: 'page', feeds: [] }],
    [
      '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/feed" title="News"></head>',
      { kind: 'page', feeds: [{ url: 'https://harbour.example/feed', title: 'News', format: 'rss' }] },
    ],
    ['<p>A page of few tags <feed>', { kind: 'feed', format: 'atom' }],
    ['<div><p>A page of few tags</div>', { kind: 'page', feeds: [] }],
  ])('%s', (text, source) => {
    expect(of(text)).toEqual(source)
  })

  test('in UTF-16, marked or not', () => {
    const rss = Buffer.from('<?xml version="1.0"?><rss><channel></channel></rss>', 'utf16le')
    expect(of(rss)).toEqual({ kind: 'feed', format: 'rss' })
    expect(of(Buffer.concat([Buffer.from([0xff, 0xfe]), rss]))).toEqual({ kind: 'feed', format: 'rss' })
  })
})

describe('what cannot be watched is refused with what to do', () => {
  test.each([
    ['', 'empty', 'browser'],
    [' \n', 'empty', 'browser'],
    ['%PDF-1.7', 'binary', 'a PDF document'],
    ['\x1f\x8bnot gzip', 'malformed', 'damaged'],
    ['User-agent: *\nSitemap: https://harbour.example/news.xml', 'unknown', 'https://harbour.example/news.xml'],
    ['User-agent: *\nDisallow:', 'unknown', 'names no sitemap'],
    ['{"items":[]}', 'unknown', 'JSON, but no JSON Feed'],
    ['<?xml version="1.0"?><catalogue/>', 'unknown', 'XML of another kind'],
    ['Eleven boats.', 'unknown', 'plain text'],
  ])('%j', (text, code, said) => {
    expect(() => of(Buffer.from(text, 'latin1'))).toThrow(
      expect.objectContaining({ name: 'SourceError', code, message: expect.stringContaining(said) }),
    )
  })

  test('and nothing else is thrown', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          of(bytes)
        } catch (error) {
          expect(error).toMatchObject({ name: 'SourceError' })
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each(['<!--', '<a ', '<!doctype ', '<', 'https://', '\n', 'sitemap:'])('a megabyte of %j', (piece) => {
    const start = performance.now()
    try {
      of(piece.repeat(1_000_000 / piece.length))
    } catch {}
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

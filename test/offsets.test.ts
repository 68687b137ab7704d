// The offsets contract (DESIGN: one text per article, every span into it valid), on every example page, whole and cut
// short, and on pages and texts made up by fast-check.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPage } from '../src/page/index.ts'
import { brokenSpans, halfCharacters } from './spans.ts'

const examples = join(import.meta.dirname, '..', 'examples')
const pages = readdirSync(examples).filter((name) => /\.(?:html|txt)$/.test(name))

/** The same made-up pages in every run. */
const RUNS = { seed: 20_250_105, numRuns: 400 }

const WORDS =
  'the a council said on Monday that up to 40 people “many of them” had left, according to officials. READ: Watch By Ann Lee ' +
  'Advertisement Photo: Reuters (AP) © 2025 SEOUL, Jan. 5 (Yonhap) -- 12:30 😀 👩‍👩‍👧 é e\u0301 한국 지진 大地震。 שלום  \u00a0 \u200b \u00ad \t'
const word = fc.constantFrom(...WORDS.split(' '), '\ud83d\ude00', '\u2028')
const words = fc.array(word, { maxLength: 40 }).map((list) => list.join(' '))
const prose = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 60 }))

const NAMES =
  'p div h1 h2 ul li ol table tr td th figure figcaption img blockquote article main section aside nav header footer a b em span br hr form time pre script style title meta'.split(
    ' ',
  )
const CLASSES = [
  '',
  ' class="caption"',
  ' class="credit"',
  ' class="ad"',
  ' class="newsletter"',
  ' class="article-body"',
  ' hidden',
  ' href="/a?b=1"',
  ' datetime="2025-01-05"',
]
const element = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    prose,
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...CLASSES),
        fc.array(tie('node'), { maxLength: 5 }),
        fc.boolean(),
      )
      .map(
        ([name, attributes, children, closed]) =>
          `<${name}${attributes}>${children.join('')}${closed ? `</${name}>` : ''}`,
      ),
  ),
})).node

describe('the examples', () => {
  test.each(pages)('%s', (page) => {
    const article = readPage(readFileSync(join(examples, page)))
    expect(brokenSpans(article)).toEqual([])
    expect(halfCharacters(article)).toEqual([])
  })

  test.each(pages)('%s, cut off at every tenth', (page) => {
    const bytes = readFileSync(join(examples, page))
    for (let tenth = 1; tenth < 10; tenth++) {
      const article = readPage(bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)))
      expect(brokenSpans(article), `at ${tenth}/10`).toEqual([])
      expect(halfCharacters(article), `at ${tenth}/10`).toEqual([])
    }
  })

  test.each(pages)('%s, as the article already', (page) => {
    const source = readFileSync(join(examples, page), 'utf8')
    const article = readPage(source, { as: 'article' })
    expect(brokenSpans(article, source)).toEqual([])
    expect(article.leftOut).toEqual([])
  })
})

describe('made-up input', () => {
  test('HTML', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 12 }), (nodes) => {
        const article = readPage(`<!doctype html><body>${nodes.join('\n')}`)
        expect(brokenSpans(article)).toEqual([])
        expect(halfCharacters(article)).toEqual([])
      }),
      RUNS,
    )
  })

  test('copied text', () => {
    fc.assert(
      fc.property(fc.array(prose, { maxLength: 30 }), fc.constantFrom('\n', '\n\n', '\r\n', '\r'), (lines, ending) => {
        const article = readPage(lines.join(ending), { as: 'text' })
        expect(brokenSpans(article)).toEqual([])
        expect(halfCharacters(article)).toEqual([])
      }),
      RUNS,
    )
  })

  test('text that is the article already comes back as it is', () => {
    fc.assert(
      fc.property(fc.array(prose, { maxLength: 30 }), fc.constantFrom('\n', '\n\n', '\r\n', ' \n'), (lines, ending) => {
        const source = lines.join(ending)
        expect(brokenSpans(readPage(source, { as: 'article' }), source)).toEqual([])
      }),
      RUNS,
    )
  })

  test('any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(brokenSpans(readPage(bytes))).toEqual([])
        expect(halfCharacters(readPage(bytes))).toEqual([])
      }),
      RUNS,
    )
  })

  test('any string at all, half characters included', () => {
    const unit = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(unit, fc.constantFrom('html' as const, 'text' as const), (source, as) => {
        expect(brokenSpans(readPage(source, { as }))).toEqual([])
      }),
      RUNS,
    )
  })
})

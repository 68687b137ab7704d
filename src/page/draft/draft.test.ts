// Drafts as writers have them: what becomes headline, deck, date and text, and the way back from each word to the file.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Draft, DraftError, linesIn, placeOf, readDraft } from './index.ts'

const read = (source: string, name = 'a.md'): Draft => readDraft(Buffer.from(source), name)

/** The words of the file at the place of words of the text. */
function sourceOf(draft: Draft, words: string, where: 'text' | 'headline' | 'deck' = 'text'): string {
  const start = (draft.article[where] ?? '').indexOf(words)
  expect(start, words).toBeGreaterThanOrEqual(0)
  const place = placeOf(draft, linesIn(draft.source), { in: where, start, end: start + words.length })
  expect(place.precision).toBe('words')
  return draft.source.slice(place.start, place.end)
}

const FRONT = `---
title: "The \\"big\\" storm"
standfirst: >-
  What it took
  and what it left
# hearsay-disable-file relative-day -- house style
date: 2031-03-05
author:
  - Ann Lee
  - Bo Ray
---

Up to **40** boats were lost, _Marta Oduya_ said on Tuesday.
`

describe('Markdown', () => {
  test('front matter gives headline, deck, date and authors', () => {
    const { article, remarks, notes } = read(FRONT)
    expect(article).toMatchObject({
      headline: 'The "big" storm',
      deck: 'What it took and what it left',
      published: '2031-03-05',
      bylines: ['Ann Lee', 'Bo Ray'],
      text: 'Up to 40 boats were lost, Marta Oduya said on Tuesday.',
    })
    expect(remarks.map(({ words }) => words)).toEqual(['hearsay-disable-file relative-day -- house style'])
    expect(notes).toEqual([])
  })

  test('words lead back to where they are written', () => {
    const draft = read(FRONT)
    expect(sourceOf(draft, 'Up to 40 boats')).toBe('Up to **40** boats')
    expect(sourceOf(draft, 'big', 'headline')).toBe('big')
    expect(sourceOf(draft, 'took and what', 'deck')).toBe('took\n  and what')
  })

  test.each([
    ['an entity', 'Lund &amp; Sons said', 'Lund & Sons', 'Lund &amp; Sons'],
    ['an escape', 'about 5\\*3 boats', '5*3', '5\\*3'],
    ['a soft line end', 'lost in\nthe storm', 'in the', 'in\nthe'],
    ['a line end of Windows', 'lost in\r\nthe storm', 'in the', 'in\r\nthe'],
    ['a quotation', '> lost in\n> the storm', 'in the storm', 'in\n> the storm'],
    ['a list', '- first\n- lost in the storm', 'lost in', 'lost in'],
    ['a link', 'lost in [the storm](https://a.example/x)', 'the storm', 'the storm'],
    ['a table', '| a | b |\n| - | - |\n| boats | 40 |', '40', '40'],
  ])('%s', (_, source, words, written) => {
    expect(sourceOf(read(`# Head\n\n${source}\n`), words)).toBe(written)
  })

  test('struck-out words, code, pictures, footnote marks and comments are not said', () => {
    const { article, remarks } = read(
      '# Head\n\nLost ~~won~~ boats[^1] ![alt](a.png)\n\n```\ncode\n```\n\n<!-- a note -->\n\n[^1]: foot\n',
    )
    expect(article.text).toBe('Lost  boats')
    expect(remarks.map(({ words }) => words)).toEqual(['a note'])
  })

  test('a paragraph in italics below the headline is the deck, one below a picture its caption', () => {
    const { article } = read(
      '# Head of it\n\n*All that is known about it*\n\n![x](x.png)\n*The harbour on Monday*\n\nText here.\n',
    )
    expect(article.deck).toBe('All that is known about it')
    expect(article.blocks.map(({ kind }) => kind)).toEqual(['caption', 'paragraph'])
  })

  test('byline and date below the headline', () => {
    const { article } = read('# Head\n\nBy Ann Lee\n\nMarch 5, 2031\n\nThe text begins here.\n')
    expect(article).toMatchObject({ bylines: ['Ann Lee'], published: '2031-03-05', text: 'The text begins here.' })
  })
})

describe('plain text', () => {
  test('first line, byline, wrapped lines, remarks', () => {
    const draft = read(
      'Storm takes 40 boats\nBy Ann Lee\n\nUp to 40 boats were lost in the storm that came over the\nharbour on Monday night.\n\nhearsay-disable-next-line hedge-dropped -- as said\n40 boats were lost.\n',
      'a.txt',
    )
    expect(draft.article).toMatchObject({ headline: 'Storm takes 40 boats', bylines: ['Ann Lee'] })
    expect(draft.article.text).toBe(
      'Up to 40 boats were lost in the storm that came over the harbour on Monday night.\n\n40 boats were lost.',
    )
    expect(sourceOf(draft, 'the harbour')).toBe('the\nharbour')
    expect(draft.remarks).toHaveLength(1)
  })

  test('a first line that is a sentence is no headline', () => {
    const { article, notes } = read('The storm took forty boats.\n\nMore on Tuesday.\n', 'a.txt')
    expect(article.headline).toBeNull()
    expect(notes.map(({ kind }) => kind)).toEqual(['no-headline'])
  })
})

describe('HTML', () => {
  test('words lead back through entities, tags and line ends', () => {
    const draft = read(
      '<!doctype html>\n<title>Other</title>\n<article><h1>Storm &amp; harbour: forty boats gone</h1>\n<p>Up to 40&nbsp;boats were <b>lost</b> in the\n   storm, harbour master Marta Oduya said on Tuesday.</p>\n<!-- hearsay-disable x --><p>The town had been warned for years, she said at the harbour.</p></article>',
      'a.html',
    )
    expect(sourceOf(draft, 'Storm & harbour', 'headline')).toBe('Storm &amp; harbour')
    expect(sourceOf(draft, 'lost in the storm')).toBe('lost</b> in the\n   storm')
    expect(sourceOf(draft, '40 boats')).toBe('40&nbsp;boats')
    expect(draft.remarks.map(({ words }) => words)).toEqual(['hearsay-disable x'])
  })
})

describe('bad input', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\n\t', 'empty'],
    ['a byte order mark alone', '\ufeff', 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'binary'],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, 'a '), 'too-large'],
    ['a book', 'word '.repeat(300_000), 'too-large'],
    ['a paragraph of marks', '*a_ '.repeat(20_000), 'too-large'],
    ['broken front matter', '---\ntitle: "never closed\ndate: 2031-01-01\n---\n\nText.', 'front-matter'],
    ['front matter without an end', '---\ntitle: A\n\nText.', 'front-matter'],
  ])('%s', (_, input, kind) => {
    expect(() => readDraft(Buffer.from(input), 'a.md')).toThrow(expect.objectContaining({ name: 'DraftError', kind }))
  })

  test('a remark behind a value of the front matter is one, in quotes it is the value', () => {
    const { remarks, article } = read(
      '---\ntitle: "A # hearsay-disable-file x"\ndate: 2031-03-05 # hearsay-disable relative-day\n---\n\nText.\n',
    )
    expect(remarks.map(({ words }) => words)).toEqual(['hearsay-disable relative-day'])
    expect(article.headline).toBe('A # hearsay-disable-file x')
  })

  test('broken front matter has its line', () => {
    try {
      read('---\ntitle: A\ndeck: [b\n---\n\nText.')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DraftError)
      expect((error as DraftError).line).toBeGreaterThanOrEqual(3)
    }
  })

  test.each([
    ['another encoding', Buffer.from('Caf\xe9 owners met.\n\nThe caf\xe9 said so.', 'latin1'), 'encoding'],
    ['only a headline', Buffer.from('# Only this'), 'no-text'],
    ['a date that is none', Buffer.from('---\ndate: soon\n---\n\n# Head\n\nText.'), 'front-matter'],
    ['TOML', Buffer.from('+++\ntitle = "A"\n+++\n\n# Head\n\nText.'), 'front-matter'],
    [
      'another language',
      Buffer.from(`# Kopf\n\n${'Das ist der Text, und er ist nicht in der Sprache, die wir lesen. '.repeat(5)}`),
      'language',
    ],
  ])('%s is told in a note', (_, bytes, kind) => {
    expect(readDraft(bytes, 'a.md').notes.map((note) => note.kind)).toContain(kind)
  })

  test('a rule across the page is no front matter', () => {
    expect(read('---\n\n# Head\n\nText.').article.text).toBe('Text.')
  })
})

const piece = fc.constantFrom(
  'boats',
  '**40**',
  '&amp;',
  '\\*',
  'ß',
  '👩‍🚒',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '# ',
  '`x`',
  '~~',
  '<b>',
  '\ud800',
  '“',
  '| a |',
  'שלום',
  '\r\n',
  '---\n',
)
test.each(['a.md', 'a.txt', 'a.html'])('any %s: places are within the file, in order, and hold the words', (name) => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      let draft: Draft
      try {
        draft = read(pieces.join(' ').toWellFormed(), name)
      } catch (error) {
        if (error instanceof DraftError) return
        throw error
      }
      const lines = linesIn(draft.source)
      for (const { start, end } of draft.article.blocks) {
        const place = placeOf(draft, lines, { in: 'text', start, end })
        expect(place.start).toBeLessThanOrEqual(place.end)
        expect(place.end).toBeLessThanOrEqual(draft.source.length)
        expect(place.line).toBeLessThanOrEqual(lines.length)
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
        if (place.precision === 'words' && name === 'a.txt')
          expect(letters(draft.source.slice(place.start, place.end))).toBe(
            letters(draft.article.text.slice(start, end)),
          )
      }
    }),
    { numRuns: 300 },
  )
})

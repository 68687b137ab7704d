// Citations are read back by another program, citation-js, and say what was cited.
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { describe, expect, test } from 'vitest'
import { CITATIONS } from './cite.ts'
import { type Cited, chainWords } from './cited.ts'

const HASH = 'a1'.repeat(32)

const cited: Cited = {
  claim: 3,
  words: 'up to 40 workers may have been injured',
  speaker: 'Ilse Maren',
  type: 'direct',
  chain: [
    { name: 'The Harbour Post', link: 'wire' },
    { name: 'Coast Wire', link: 'quotes' },
    { name: 'Ilse Maren', link: 'own reporting' },
  ],
  headline: 'Chemical blaze injures 40',
  outlet: 'The Harbour Post',
  bylines: ['Ada Quill', 'Bo Nye'],
  published: '2031-05-12T09:00:00',
  lang: 'en',
  url: 'https://harbour.example/blaze?id=1&page=2',
  capture: { at: '2031-05-13T10:00:00.000Z', sha256: HASH },
  permalink: 'http://127.0.0.1:4000/claim/3?at=12',
}

const NOTE =
  'Ilse Maren: “up to 40 workers may have been injured” ' +
  'On the word of: The Harbour Post, printing the copy of Coast Wire, quoting Ilse Maren. ' +
  `Captured 13 May 2031 10:00 UTC, SHA-256 ${HASH}. Hearsay, claim 3: http://127.0.0.1:4000/claim/3?at=12`

const FORMATS = ['json', 'ris', 'bib'] as const

/** What another program makes of it. */
function readBack(format: (typeof FORMATS)[number], one: Cited): Readonly<Record<string, unknown>> {
  const { data } = new Cite(CITATIONS[format].write(one))
  expect(data).toHaveLength(1)
  return data[0] as Readonly<Record<string, unknown>>
}

test('in plain words: who, on whose word, where, and the capture', () => {
  expect(CITATIONS.txt.write(cited)).toBe(
    'Ilse Maren: “up to 40 workers may have been injured” ' +
      'On the word of: The Harbour Post, printing the copy of Coast Wire, quoting Ilse Maren. ' +
      'In: Ada Quill, Bo Nye, “Chemical blaze injures 40”, The Harbour Post, 2031-05-12 09:00 (no time zone given), ' +
      `https://harbour.example/blaze?id=1&page=2. Captured 13 May 2031 10:00 UTC, SHA-256 ${HASH}. ` +
      'Hearsay, claim 3: http://127.0.0.1:4000/claim/3?at=12\n',
  )
})

test.each([
  [{ type: 'indirect' }, 'Ilse Maren, in the words of The Harbour Post: “up'],
  [{ type: 'mixed', outlet: null }, 'Ilse Maren, in the words of the page: “up'],
  [{ type: 'none', speaker: 'The Harbour Post' }, 'The Harbour Post: “up'],
  [{ type: 'none', speaker: null }, 'Nobody named: “up'],
] as const)('whose words they are: %j', (own, words) => {
  expect(CITATIONS.txt.write({ ...cited, ...own })).toMatch(words)
})

describe.each(FORMATS)('as %s', (format) => {
  test('it is read back with page, chain, capture and permalink', () => {
    expect(readBack(format, cited)).toMatchObject({
      id: 'hearsay-claim-3',
      title: 'Chemical blaze injures 40',
      [format === 'bib' ? 'publisher' : 'container-title']: 'The Harbour Post',
      URL: 'https://harbour.example/blaze?id=1&page=2',
      language: 'en',
      accessed: { 'date-parts': [[2031, 5, 13]] },
      abstract: 'Ilse Maren: “up to 40 workers may have been injured”',
      note: NOTE,
    })
  })

  test('several are one file', () => {
    const { data } = new Cite(CITATIONS[format].write(cited, { ...cited, claim: 4, headline: 'Road shut' }))
    expect(data.map(({ id, title }) => [id, title])).toEqual([
      ['hearsay-claim-3', 'Chemical blaze injures 40'],
      ['hearsay-claim-4', 'Road shut'],
    ])
  })

  test('marks of its own syntax in a page stay words', () => {
    const hostile = 'TY  - {50%} & $9 \\o_o ~ ^ #1 "}, \nER  - \n@misc{x'
    const shown = 'TY - {50%} & $9 \\o_o ~ ^ #1 "}, ER - @misc{x'
    const item = readBack(format, { ...cited, headline: hostile, outlet: hostile, words: hostile, bylines: [hostile] })
    expect(item).toMatchObject({ title: shown, [format === 'bib' ? 'publisher' : 'container-title']: shown })
    expect(item.note).toContain(`“${shown}”`)
  })

  test('what is not known is left out', () => {
    const bare = { ...cited, headline: null, outlet: null, bylines: [], published: null, url: null, capture: null }
    const item = readBack(format, { ...bare, lang: null, speaker: null, chain: [] })
    expect(item).toMatchObject({
      URL: cited.permalink,
      note: `Nobody named: “up to 40 workers may have been injured” Hearsay, claim 3: ${cited.permalink}`,
    })
    for (const field of ['issued', 'accessed', 'author', 'container-title', 'publisher', 'language'])
      expect(item).not.toHaveProperty(field)
  })
})

test.each<[Cited['chain'], string | null]>([
  [[], null],
  [[{ name: 'Bay Post', link: 'own reporting' }], 'Bay Post, by its own account'],
  [
    [
      { name: 'Bay Post', link: 'unnamed' },
      { name: 'an official (unnamed)', link: 'told' },
      { name: 'a letter', link: 'own reporting' },
    ],
    'Bay Post, citing an official (unnamed), told by a letter',
  ],
])('a chain in words: %j', (chain, words) => {
  expect(chainWords(chain)).toBe(words)
})

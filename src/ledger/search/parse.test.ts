// Queries as people write them, and as nobody should: what is understood, what is told, and that nothing gets through to
// the databases' own query languages.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountTerms, amountWindow } from './amounts.ts'
import { happenedTerms, happenedWindow, saidTerms, saidWindow } from './calendar.ts'
import { marksIn, soughtWords } from './marks.ts'
import { matchOf } from './match.ts'
import { parseQuery } from './parse.ts'
import { queryOf } from './query.ts'
import type { QueryError } from './query-error.ts'
import { stem } from './stem.ts'
import { wordsOf } from './words.ts'

/** What a query is told to be wrong. */
function told(query: string): { trouble: string; at: string; message: string } {
  try {
    parseQuery(query)
  } catch (error) {
    const { trouble, span, message } = error as QueryError
    return { trouble, at: span === null ? '' : query.slice(span.start, span.end), message }
  }
  return { trouble: 'none', at: '', message: '' }
}

describe('a query', () => {
  test.each([
    ['bridge Collapse', 'bridge Collapse'],
    ['  "state  of   emergency" ', '"state of emergency"'],
    ['“curly quotes”', '"curly quotes"'],
    ['-Lifted -"laid off"', '-Lifted -"laid off"'],
    ['emerg* "state of emerg*"', 'emerg* "state of emerg*"'],
    ['speaker:Zelensky SPEAKER:"Marta Díaz"', 'speaker:Zelensky speaker:"Marta Díaz"'],
    ['-outlet:bugle', '-outlet:bugle'],
    ['figure:3,000', 'figure:3000'],
    ['figure:>=100 figure:100..', 'figure:>=100 figure:>=100'],
    ['figure:<2.5', 'figure:<2.5'],
    ['figure:0.000001..1', 'figure:0.000001..1'],
    ['figure:100..300', 'figure:100..300'],
    ['said:2025-01', 'said:2025-01-01..2025-01-31'],
    ['said:2024-02', 'said:2024-02-01..2024-02-29'],
    ['published:>2025', 'published:2026-01-01..'],
    ['published:<=2025', 'published:..2025-12-31'],
    ['happened:2025-01-05', 'happened:2025-01-05'],
    ['kind:Unnamed drift:"Hedge  dropped"', 'kind:unnamed drift:"hedge dropped"'],
    ['claim:12 article:3', 'claim:12 article:3'],
    ['10:30 https://news.example/a', '"10 30" "https news example a"'],
    ['well-known', '"well known"'],
    ['- -- * "" ...', ''],
  ])('%s is %s', (given, canonical) => {
    expect(queryOf(parseQuery(given))).toBe(canonical)
  })

  test.each([
    ['bridge "state of', 'unclosed', '"state of'],
    ['bridge spaeker:x', 'unknown field', 'spaeker:x'],
    ['speaker: x', 'empty', 'speaker:'],
    ['place:"..."', 'empty', 'place:"..."'],
    ['a said:2025-02-30', 'not a day', 'said:2025-02-30'],
    ['said:..', 'not a day', 'said:..'],
    ['said:2025-02..2025-01', 'reversed', 'said:2025-02..2025-01'],
    ['figure:many', 'not a number', 'figure:many'],
    ['figure:300..100', 'reversed', 'figure:300..100'],
    ['kind:anonymous', 'unknown value', 'kind:anonymous'],
    ['drift:dropped', 'unknown value', 'drift:dropped'],
    ['a b*', 'short beginning', 'b*'],
    ['claim:x', 'not a number', 'claim:x'],
    ['x'.repeat(1001), 'too long', 'x'],
    [Array.from({ length: 33 }, (_, i) => `a${i}`).join(' '), 'too many', 'a32'],
  ])('%s is told to be: %s', (given, trouble, at) => {
    const error = told(given)
    expect([error.trouble, error.at]).toEqual([trouble, at])
    expect(error.message).toMatch(/\.$/)
  })

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '"',
            '“',
            '*',
            '-',
            ':',
            '..',
            '>=',
            '(',
            ')',
            '&',
            '|',
            '!',
            "'",
            'NEAR',
            'AND',
            'OR',
            'NOT',
            '^',
          ),
          fc.constantFrom(
            ' ',
            ' ',
            'speaker:',
            'figure:',
            'said:',
            'measure:',
            'kind:',
            'bridge',
            'ß',
            'U.S.',
            '1,000',
          ),
          fc.string({ unit: 'grapheme', maxLength: 4 }),
        ),
        { maxLength: 14 },
      )
      .map((parts) => parts.join('')),
  )

  const item = fc.oneof(
    fc.constantFrom(
      'bridge',
      '"state of emergency"',
      'emerg*',
      'speaker:Zelensky',
      'speaker:"marta di*"',
      'outlet:bugle',
    ),
    fc.constantFrom(
      'kind:unnamed',
      'type:direct',
      'drift:"hedge dropped"',
      'lang:fr',
      'measure:"laid off"',
      'unit:km/h',
    ),
    fc
      .tuple(fc.constantFrom('figure:', 'figure:>', 'figure:<='), fc.double({ min: -1e9, max: 1e12, noNaN: true }))
      .map(([field, number]) => `${field}${number.toFixed(4)}`),
    fc.tuple(fc.nat(1000), fc.nat(1000)).map(([low, more]) => `figure:${low}..${low + more}`),
    fc
      .tuple(
        fc.constantFrom('said', 'published', 'happened'),
        fc.constantFrom(':', ':>', ':<=', ':..'),
        fc.constantFrom('2024', '2024-02', '2025-12-31', '1999-01-01'),
      )
      .map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('claim:', 'article:'), fc.integer({ min: 1, max: 1e9 })).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => `"${text.replace(/["“”*]/g, '')}"`),
    fc
      .tuple(fc.constantFrom('unit', 'of', 'place'), fc.string({ unit: 'grapheme', maxLength: 6 }))
      .map(([field, text]) => `${field}:"a ${text.replace(/["“”*]/g, '')}"`),
  )
  const query = fc
    .array(fc.tuple(fc.constantFrom('', '-'), item), { maxLength: 8 })
    .map((items) => parseQuery(items.map((parts) => parts.join('')).join(' ')))

  test('is read or told where it is wrong, and written again it is the same', () => {
    fc.assert(
      fc.property(anything, (given) => {
        let query: ReturnType<typeof parseQuery>
        try {
          query = parseQuery(given)
        } catch (error) {
          const { name, span } = error as QueryError
          expect(name).toBe('QueryError')
          expect(span && span.start >= 0 && span.start < span.end && span.end <= given.length).toBe(true)
          return
        }
        const canonical = queryOf(query)
        expect(parseQuery(canonical)).toEqual(query)
        expect(queryOf(parseQuery(canonical))).toBe(canonical)
      }),
      { numRuns: 3000 },
    )
  })

  test('keeps each of its conditions in an address: alone, without another, and the other way round', () => {
    fc.assert(
      fc.property(query, ({ conditions }) => {
        for (const [i, condition] of conditions.entries()) {
          expect(parseQuery(queryOf({ conditions: [condition] })).conditions).toEqual([condition])
          const opposite = { ...condition, not: !condition.not }
          expect(parseQuery(queryOf({ conditions: [opposite] })).conditions).toEqual([opposite])
          const others = conditions.toSpliced(i, 1)
          expect(parseQuery(queryOf({ conditions: others })).conditions).toEqual(others)
        }
        const address = new URL(`https://desk.example/search?${new URLSearchParams({ q: queryOf({ conditions }) })}`)
        expect(parseQuery(address.searchParams.get('q') ?? '').conditions).toEqual(conditions)
      }),
      { numRuns: 2000 },
    )
  })

  test('is told to be too long where it would be so once it is written again', () => {
    expect(told('a-'.repeat(500))).toMatchObject({ trouble: 'too long' })
    expect(told('a-'.repeat(400))).toMatchObject({ trouble: 'none' })
    expect(queryOf(parseQuery('figure:999999999999999.999999'))).toBe('figure:1000000000000000')
    expect(queryOf(parseQuery('figure:1000000000000000'))).toBe('figure:1000000000000000')
  })

  test('asks the index for letters, digits and _ only', () => {
    fc.assert(
      fc.property(anything, (given) => {
        if (told(given).trouble !== 'none') return
        const { all, none } = matchOf(parseQuery(given))
        for (const { terms } of [...all, ...none].flat()) {
          expect(terms.length).toBeGreaterThan(0)
          for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}\p{M}_]+$/u)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe('words', () => {
  test.each([
    ['3,000 of 1.5 and 12,5', '3000 of 1_5 and 12 5'],
    ['The U.S. and the EU', 'the us and the eu'],
    ["Zelensky's men don’t wait", 'zelenski men dont wait'],
    ['l’État, d’urgence; qu’il', 'l etat d urgenc qu il'],
    ['Łódź, Øresund, Straße, İzmir', 'lodz oresund strass izmir'],
    ['東京 ソウル', '東 京 ソ ウ ル'],
    ['Київ Москва', 'киів москва'],
    ['½ ㎏ ℌ', '12 h'],
    ['\ud800 a\udc00b', 'a b'],
  ])('%s', (text, terms) => {
    expect(
      wordsOf(text)
        .map(({ term }) => term)
        .join(' '),
    ).toBe(terms)
  })

  test('stand where they are told to stand, in long texts too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let before = 0
        for (const { start, end, term } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(term).not.toBe('')
          before = end
        }
        expect(before).toBeLessThanOrEqual(text.length)
      }),
    )
    for (const piece of ['1,234', "a'", 'A.', '́', '1.', ',', '京', '1,1234'])
      expect(wordsOf(piece.repeat(200_000)).length).toBeGreaterThanOrEqual(0)
  })

  // The examples of Porter's paper, step by step.
  test.each([
    ['caresses ponies ties caress cats', 'caress poni ti caress cat'],
    ['feed agreed plastered bled motoring sing', 'feed agre plaster bled motor sing'],
    [
      'conflated troubled sized hopping falling hissing fizzed failing filing',
      'conflat troubl size hop fall hiss fizz fail file',
    ],
    ['happy sky', 'happi sky'],
    ['relational conditional valenci digitizer conformabli radicalli', 'relat condit valenc digit conform radic'],
    ['vietnamization predication operator feudalism decisiveness hopefulness', 'vietnam predic oper feudal decis hope'],
    ['triplicate formative formalize electriciti electrical goodness', 'triplic form formal electr electr good'],
    [
      'revival allowance inference airliner adjustable defensible irritant',
      'reviv allow infer airlin adjust defens irrit',
    ],
    [
      'replacement adjustment dependent adoption communism activate effective',
      'replac adjust depend adopt commun activ effect',
    ],
    ['probate rate cease controlling roll', 'probat rate ceas control roll'],
    ['yellow by yes', 'yellow by ye'],
  ])('%s have the stems %s', (words, stems) => {
    expect(words.split(' ').map(stem).join(' ')).toBe(stems)
  })
})

const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
const iso = day.map((date) => date.toISOString().slice(0, 10))
const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((term) => other.includes(term))

describe('ranges as terms', () => {
  test('a window finds just what could have been said in it', () => {
    fc.assert(
      fc.property(iso, iso, iso, fc.constantFrom(4, 7, 10), (one, other, date, length) => {
        const [from, to] = [one, other].sort() as [string, string]
        const said = date.slice(0, length)
        const last = length === 4 ? `${said}-12-31` : length === 7 ? `${said}-31` : said
        const first = length === 4 ? `${said}-01-01` : length === 7 ? `${said}-01` : said
        expect(shares(saidTerms(said), saidWindow(from, to))).toBe(first <= to && last >= from)
      }),
    )
  })

  test('a window finds all that could have happened in it', () => {
    const end = fc.option(iso)
    fc.assert(
      fc.property(end, end, end, end, (a, b, c, d) => {
        const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b]
        const [start, stop] = c !== null && d !== null && c > d ? [d, c] : [c, d]
        if ((from === null && to === null) || (start === null && stop === null)) return
        const overlaps = (start ?? '0') <= (to ?? '9') && (stop ?? '9') >= (from ?? '0')
        if (overlaps) expect(shares(happenedTerms(start, stop), happenedWindow(from, to))).toBe(true)
      }),
    )
  })

  test('a range finds all figures that could be in it', () => {
    const number = fc.option(
      fc.oneof(fc.nat(2000), fc.double({ min: 0, max: 1e17, noNaN: true }), fc.integer({ min: -5 })),
    )
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, d) => {
        const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b]
        const [from, to] = c !== null && d !== null && c > d ? [d, c] : [c, d]
        if ((low === null && high === null) || (from === null && to === null)) return
        const overlaps = (low ?? -Infinity) <= (to ?? Infinity) && (high ?? Infinity) >= (from ?? -Infinity)
        if (overlaps) expect(shares(amountTerms({ low, high }), amountWindow({ low: from, high: to }))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

test('marks cover what was asked for and do not overlap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('bridge', 'Bridges', 'the', 'fell', '“', ', ', ' ', ' ', '😀', 'é'), { maxLength: 30 }),
      (parts) => {
        const text = parts.join('')
        let before = -1
        for (const { start, end } of marksIn(text, soughtWords(parseQuery('bridge "the bridge" fel*')))) {
          expect(start).toBeGreaterThan(before)
          expect(text.slice(start, end)).toMatch(/^(?:the|bridge|fell)/i)
          before = end
        }
      },
    ),
  )
})

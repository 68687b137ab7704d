// Origins, lineage and stories over whole articles: what is joined, what is kept apart, and input that is bad in the ways
// that collections of news are.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim, Figure, Link, SpeakerKind } from '../src/claims/claim.ts'
import { organisationKey, personKey } from '../src/language/keys.ts'
import { type Article, NOTHING } from '../src/page/article.ts'
import { addArticle, collectionOf, newCollection } from '../src/stories/collection.ts'
import { originOf } from '../src/stories/origins.ts'
import type { Reading } from '../src/stories/reading.ts'
import { told } from '../src/stories/told/told.ts'

interface Said {
  readonly by: string | null
  readonly kind?: SpeakerKind
  readonly words: string
  readonly said?: string
  readonly through?: readonly string[]
  readonly figures?: readonly (readonly [text: string, number: number, measure: string])[]
}

const claimOf = (
  { by, kind = 'person', words, said, through = [], figures = [] }: Said,
  id: string,
  start: number,
  outlet: string,
): Claim => {
  const span = { start, end: start + words.length }
  const links: Link[] = [
    { name: outlet, kind: 'outlet', link: 'cites', anchor: null },
    ...through.map((name): Link => ({ name, kind: 'outlet', link: 'cites', anchor: null })),
    ...(by === null ? [] : [{ name: by, kind, link: 'own reporting', anchor: null } as const]),
  ]
  const key = by === null || kind === 'unnamed' ? null : kind === 'person' ? personKey(by) : organisationKey(by)
  return {
    id,
    in: 'text',
    type: by === null ? 'none' : words.includes('"') ? 'mixed' : 'indirect',
    act: 'speech',
    source: null,
    cue: null,
    content: { ...span, text: words, parts: [span] },
    speaker: by === null ? { name: outlet, kind: 'outlet', key: null } : { name: by, kind, key },
    chain: links,
    hedges: [],
    figures: figures.map(
      ([text, number, measure]): Figure => ({
        ...span,
        text,
        low: number,
        high: number,
        approximate: false,
        qualifier: null,
        unit: 'people',
        measure,
        of: null,
      }),
    ),
    place: null,
    eventTime: null,
    saidTime: said === undefined ? null : { text: said, date: said, anchor: span },
    confidence: 0.9,
    why: 'made up',
  }
}

/** An article in which all is said that is given, a paragraph each. */
function article(id: string, fields: Partial<Article>, said: readonly Said[], rest = ''): Reading {
  const outlet = fields.outlet ?? `Outlet ${id}`
  let text = ''
  const claims = said.map((one, at) => {
    const claim = claimOf(one, `c${at + 1}`, text.length, outlet)
    text += `${one.words}, ${one.by ?? 'it is known'}.\n\n`
    return claim
  })
  return { id, article: { ...NOTHING, outlet, published: '2031-03-04', ...fields, text: text + rest }, claims }
}

const FERRY: Said = {
  by: 'Marta Oduya',
  words: 'the ferry Calder lost 14 passengers when it struck the Grange lighthouse in fog',
  figures: [['14', 14, 'lost']],
  said: '2031-03-03',
}

const originsOf = (readings: readonly Reading[]) =>
  told(collectionOf(readings), readings).flatMap(({ origins }) => origins)
const together = (readings: readonly Reading[], one: string, other: string): boolean => {
  const { origins } = collectionOf(readings)
  return originOf(origins, one) === originOf(origins, other)
}

describe('an origin', () => {
  test('is one when the same speaker says the same in two articles', () => {
    const readings = [
      article('a', {}, [FERRY]),
      article('b', {}, [
        { ...FERRY, words: 'the Calder, a ferry, struck the lighthouse at Grange and 14 passengers were lost' },
      ]),
    ]
    expect(together(readings, 'a#c1', 'b#c1')).toBe(true)
  })

  test('is another when the speaker gives another figure at another time', () => {
    const later = {
      ...FERRY,
      words: FERRY.words.replace('14', '31'),
      figures: [['31', 31, 'lost']] as const,
      said: '2031-03-09',
    }
    expect(
      together([article('a', {}, [FERRY]), article('b', { published: '2031-03-10' }, [later])], 'a#c1', 'b#c1'),
    ).toBe(false)
  })

  test('is another when somebody else says so in other words', () => {
    const other = { ...FERRY, by: 'Piet Haan', words: 'some 14 people died as the Calder sank' }
    expect(together([article('a', {}, [FERRY]), article('b', {}, [other])], 'a#c1', 'b#c1')).toBe(false)
  })

  test('keeps apart two speakers of one name who speak of other things', () => {
    const other = { by: 'Marta Oduya', words: 'the national team would open its season against Lisbon in August' }
    expect(together([article('a', {}, [FERRY]), article('b', {}, [other])], 'a#c1', 'b#c1')).toBe(false)
  })

  test('is one for a speaker with two names where the words are the same to the letter', () => {
    const words =
      '"we searched the whole bay until dawn and we will search it again tomorrow with every boat the harbour has"'
    const one = { by: 'Marta Oduya', words, said: '2031-03-03' }
    expect(
      together([article('a', {}, [one]), article('b', {}, [{ ...one, by: 'Sister Agnes' }])], 'a#c1', 'b#c1'),
    ).toBe(true)
  })

  test('takes in an unattributed statement that plainly comes from it', () => {
    const readings = [article('a', {}, [FERRY]), article('b', {}, [{ ...FERRY, by: null }])]
    expect(together(readings, 'a#c1', 'b#c1')).toBe(true)
    const [origin] = originsOf(readings)
    expect(origin?.speaker).toBe('Marta Oduya')
    expect(origin?.said).toBe('2031-03-03')
  })

  test('gives a reason and a confidence for each claim that joins', () => {
    const [origin] = originsOf([article('a', {}, [FERRY]), article('b', {}, [FERRY])])
    const joined = origin?.joined.find(({ to }) => to !== null)
    expect(joined?.to).toBe('a#c1')
    expect(joined?.confidence).toBeGreaterThan(0.9)
    expect(joined?.reasons.map(({ words }) => words)).toContain('the same speaker')
  })
})

describe('the account', () => {
  const LONG = Array.from(
    { length: 12 },
    (_, n) =>
      `Paragraph ${n} tells of boat ${n * 7} and of what its crew of ${n + 3} saw on the water that night near Grange.`,
  ).join('\n\n')

  test('counts a text that many print once, whatever their headlines', () => {
    const readings = ['a', 'b', 'c', 'd'].map((id, n) =>
      article(id, { headline: `Headline of desk ${n}`, wire: 'Harbour Press' }, [FERRY], LONG),
    )
    const [origin] = originsOf(readings)
    expect(origin?.account).toMatchObject({ outlets: 4, reports: 1, origins: 1, unknown: 0 })
    expect(origin?.account.sentence).toBe('4 outlets carry this. They trace to 1 origin.')
    expect(origin?.reports[1]?.evidence.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['credit', 'text']))
  })

  test('says of how many outlets the lineage is unknown', () => {
    const words = 'the Calder, a ferry, lost 14 passengers in fog when the Grange lighthouse was struck'
    const readings = [article('a', {}, [FERRY]), article('b', {}, [{ ...FERRY, words, by: null }])]
    expect(originsOf(readings)[0]?.account.sentence).toBe(
      '2 outlets carry this. They trace to 1 origin; the lineage of 1 is unknown.',
    )
  })

  test('does not take two origins for independent', () => {
    const other = { ...FERRY, by: 'Piet Haan', words: 'the Calder lost 14 passengers in fog at the Grange lighthouse' }
    const headline = 'Ferry Calder lost at Grange lighthouse'
    const readings = [
      article('a', { headline }, [FERRY]),
      article('b', { headline }, [other]),
      article('c', { headline }, [FERRY]),
    ]
    const [story] = told(collectionOf(readings), readings).filter(({ origins }) => origins.length > 1)
    expect(story?.matters[0]?.account.sentence).toBe(
      '3 outlets carry this. They trace to 2 origins. Independence is not established.',
    )
  })
})

describe('bad input', () => {
  test('ten copies of one file are one report of one origin', () => {
    const readings = Array.from({ length: 10 }, (_, n) =>
      article(
        `copy-${n}`,
        { outlet: 'The Bay Post' },
        [FERRY, { by: 'Piet Haan', words: 'the light had been out for a week' }],
        'Boats went out at dawn. '.repeat(30),
      ),
    )
    const origins = originsOf(readings)
    expect(origins).toHaveLength(2)
    expect(origins[0]?.account).toMatchObject({ outlets: 1, reports: 1, origins: 1 })
  })

  test('an id that is given twice counts once', () => {
    const readings = [article('a', {}, [FERRY]), article('a', {}, [FERRY])]
    expect(originsOf(readings).map(({ claims }) => claims)).toEqual([['a#c1']])
  })

  test('articles without dates, and with dates that are none or far ahead', () => {
    const dates = [null, 'yesterday', '9999-12-31', '2031-13-45', '']
    const readings = dates.map((published, n) => article(`d${n}`, { published }, [FERRY]))
    expect(originsOf(readings).flatMap(({ claims }) => claims)).toHaveLength(5)
  })

  test('what an article from before reports is not what was said after', () => {
    const said = { ...FERRY, said: '2031-03-20' }
    const before = {
      ...FERRY,
      said: undefined,
      words: 'the ferry lost 14 passengers last winter',
      by: 'Marta Oduya',
    } as unknown as Said
    expect(
      together(
        [article('a', { published: '2031-03-21' }, [said]), article('b', { published: '2031-02-01' }, [before])],
        'a#c1',
        'b#c1',
      ),
    ).toBe(false)
  })

  test('an article that quotes itself is one outlet', () => {
    const readings = [
      article('a', { outlet: 'The Bay Post' }, [FERRY, FERRY, { ...FERRY, by: 'The Bay Post', kind: 'outlet' }]),
    ]
    const [origin] = originsOf(readings)
    expect(origin?.account.outlets).toBe(1)
  })

  test('ten thousand claims in one article', { timeout: 60_000 }, () => {
    const many = Array.from(
      { length: 10_000 },
      (_, n): Said => ({
        by: n % 3 ? 'Marta Oduya' : `Witness ${n % 100}`,
        words: `boat ${n} carried ${n * 3} people past buoy ${n % 71} of the ${n % 13} channel`,
        figures: [[String(n * 3), n * 3, 'sent']],
      }),
    )
    const readings = [article('a', {}, many)]
    expect(originsOf(readings).reduce((sum, { claims }) => sum + claims.length, 0)).toBe(10_000)
  })

  test('no text, no claims, lone surrogates, other scripts', () => {
    const readings = [
      article('a', { headline: null, outlet: null }, []),
      article('b', {}, [{ by: '\ud800', words: '\udfff \ud800 \u202e' }]),
      article('c', { lang: 'ko' }, [{ by: '김철수', words: '배가 등대에 부딪혔다' }]),
      article('d', {}, [{ by: null, words: '' }]),
    ]
    expect(() => originsOf(readings)).not.toThrow()
  })

  test('any words: every claim is in one origin, the same twice over', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 })
    const said = fc.record({ by: fc.option(fc.constantFrom('Marta Oduya', 'Piet Haan', 'M. Oduya')), words })
    fc.assert(
      fc.property(fc.array(fc.array(said, { maxLength: 4 }), { maxLength: 5 }), (all) => {
        const readings = all.map((some, n) => article(`r${n}`, {}, some))
        const claims = originsOf(readings).flatMap((origin) => origin.claims)
        expect([...claims].sort()).toEqual(
          readings.flatMap(({ id, claims: own }) => own.map((claim) => `${id}#${claim.id}`)).sort(),
        )
        expect(originsOf(readings)).toEqual(originsOf(readings))
      }),
      { numRuns: 60 },
    )
  })
})

test('a collection that grows by an article at a time is plain data', () => {
  const collection = newCollection()
  for (const id of ['a', 'b', 'c']) addArticle(collection, article(id, {}, [FERRY]))
  addArticle(collection, article('c', {}, [FERRY]))
  const kept = structuredClone(collection)
  addArticle(kept, article('d', {}, [FERRY]))
  addArticle(collection, article('d', {}, [FERRY]))
  expect(kept).toEqual(collection)
  expect([...collection.origins.origins.values()].map(({ size }) => size)).toEqual([4])
})

test('a story is called by its own words', () => {
  const readings = [
    article('a', { headline: 'Ferry Calder strikes Grange lighthouse' }, [FERRY]),
    article('b', { headline: 'Fourteen lost as ferry Calder strikes lighthouse at Grange' }, [FERRY]),
    article('z', { headline: 'Wheat prices fall for a third month', outlet: 'The Grain Letter' }, [
      { by: 'Ilse Brandt', words: 'wheat fell by a tenth in the markets of the south' },
    ]),
  ]
  const stories = told(collectionOf(readings), readings)
  expect(stories.map(({ articles }) => articles.map(({ id }) => id))).toEqual([['a', 'b'], ['z']])
  expect(readings.map((reading) => reading.article.headline)).toContain(stories[0]?.title)
  expect(readings.some(({ article: { text } }) => text.includes(stories[0]?.summary ?? 'none'))).toBe(true)
})

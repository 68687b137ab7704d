// What stories make of articles as they ought not to be: copies, clocks that are wrong, names that mislead, no text at
// all. Through the public functions alone: readings in, what is told of them out.
import { describe, expect, test } from 'vitest'
import type { Claim, Link } from '../src/claims/claim.ts'
import type { Article } from '../src/page/article.ts'
import { collectionOf } from '../src/stories/collection.ts'
import type { Reading } from '../src/stories/reading.ts'
import { told } from '../src/stories/told/told.ts'

const NOTHING: Article = {
  url: null,
  outlet: null,
  headline: null,
  deck: null,
  bylines: [],
  published: '2031-03-04',
  modified: null,
  dateline: null,
  wire: null,
  tags: [],
  section: null,
  copyright: null,
  lang: 'en',
  text: '',
  blocks: [],
  images: [],
  related: [],
  leftOut: [],
  notes: [],
  amphtml: null,
  why: {},
}

const FERRY = 'the ferry Calder lost 14 passengers when it struck the Grange lighthouse in thick fog'

interface Given extends Partial<Article> {
  readonly by?: string | null
  readonly key?: string | null
  /** What is claimed; it must stand in the text. */
  readonly words?: string
}

/** An article with one claim; without a text it is no more than what the speaker says. */
function reading(id: string, { by = 'Marta Oduya', key, words = FERRY, ...fields }: Given): Reading {
  const outlet = fields.outlet === undefined ? `Outlet ${id}` : fields.outlet
  const text = fields.text ?? `${words}, ${by ?? 'it is known'}.`
  const start = Math.max(0, text.indexOf(words))
  const span = { start, end: start + words.length }
  const chain: Link[] = [{ name: outlet ?? id, kind: 'outlet', link: 'cites', anchor: null }]
  const speaker = by === null ? null : ({ name: by, kind: 'person', key: key ?? `person:${by.toLowerCase()}` } as const)
  if (speaker) chain.push({ name: speaker.name, kind: 'person', link: 'own reporting', anchor: null })
  const claim: Claim = {
    id: 'c1',
    in: 'text',
    type: by === null ? 'none' : 'indirect',
    act: 'speech',
    source: null,
    cue: null,
    content: { ...span, text: text.slice(span.start, span.end), parts: [span] },
    speaker,
    chain,
    hedges: [],
    figures: [],
    place: null,
    eventTime: null,
    saidTime: null,
    confidence: 0.9,
    why: 'made up',
  }
  return { id, article: { ...NOTHING, ...fields, outlet, text }, claims: text === '' ? [] : [claim] }
}

const originsOf = (readings: readonly Reading[]) =>
  told(collectionOf(readings), readings).flatMap(({ origins }) => origins)
const evidenceOf = (readings: readonly Reading[], id: string) =>
  originsOf(readings).flatMap(({ reports }) =>
    reports.filter(({ article }) => article === id).flatMap((r) => r.evidence),
  )

describe('copies', () => {
  test('ten copies of one file are one report of one outlet, and trace to one origin', () => {
    const readings = Array.from({ length: 10 }, (_, n) => reading(`copy-${n}`, { outlet: 'The Bay Post' }))
    const [origin, ...more] = originsOf(readings)
    expect(more).toEqual([])
    expect(origin?.account).toMatchObject({ outlets: 1, reports: 1, origins: 1, unknown: 0 })
    expect(origin?.account.sentence).toBe('1 outlet carries this. It traces to 1 origin.')
  })

  test('two undated articles share text, and nobody knows which was first', () => {
    const line = `Boats were out all night and ${FERRY}.`
    const readings = ['a', 'b'].map((id) => reading(id, { published: null, by: null, text: line }))
    const [origin] = originsOf(readings)
    expect(origin?.reports.map(({ lineage }) => lineage)).toEqual(['unknown', 'traced'])
    expect(evidenceOf(readings, 'a')).toMatchObject([{ kind: 'text', from: 'b', directed: false }])
    expect(origin?.account).toMatchObject({ origins: 0, unknown: 2 })
    expect(origin?.account.sentence).toBe('2 outlets carry this. The lineage of both is unknown.')
  })

  test('a clock in the future copies, and is not copied from', () => {
    const around =
      'Divers searched the wreck below the cliffs while relatives waited at the chapel beside the old quay.'
    const line = `${around}\n\nBoats were out all night and ${FERRY}.\n\nThe harbour stayed closed until the tide had turned.`
    const readings = [
      reading('late', { published: '2999-01-01T00:00:00Z', by: null, text: line }),
      reading('now', { published: '2031-03-04T08:00:00Z', by: null, text: line }),
    ]
    expect(evidenceOf(readings, 'now')).toEqual([])
    expect(evidenceOf(readings, 'late')).toMatchObject([{ kind: 'text', from: 'now', directed: true }])
  })
})

describe('credits', () => {
  test('an article that cites its own outlet has nobody else for it', () => {
    const text = `The Bay Post reported earlier that ${FERRY}.`
    expect(evidenceOf([reading('a', { outlet: 'The Bay Post', by: null, text })], 'a')).toEqual([])
  })

  test('a credit to an outlet whose article is at hand names it, but none that came later', () => {
    const text = `Radio Grange reported on Monday that ${FERRY}.`
    const readings = (day: string) => [
      reading('grange', { outlet: 'Radio Grange', published: day, by: null }),
      reading('b', { by: null, text }),
    ]
    expect(evidenceOf(readings('2031-03-03'), 'b')).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'credit', from: 'Radio Grange', article: 'grange' })]),
    )
    expect(evidenceOf(readings('2031-03-05'), 'b')).toMatchObject([{ from: 'Radio Grange', article: null }])
  })

  test('local media are nobody to trace a report to', () => {
    const [origin] = originsOf([reading('a', { by: null, text: `According to local media, ${FERRY}.` })])
    expect(origin?.reports[0]).toMatchObject({
      lineage: 'unknown',
      evidence: [{ source: 'unnamed', strength: 'weak' }],
    })
    expect(origin?.account.sentence).toBe('1 outlet carries this. Its lineage is unknown.')
  })
})

describe('names', () => {
  test('a speaker with two names is one where the name is in part the same', () => {
    const readings = [
      reading('a', { by: 'Marta Oduya', key: 'person:oduya:m-rtA' }),
      reading('b', { by: 'Oduya', key: 'person:oduya' }),
    ]
    expect(originsOf(readings)).toHaveLength(1)
  })

  test('two speakers with one name say two things', () => {
    const words = 'the national team would open its season against Lisbon in August at home'
    expect(originsOf([reading('a', {}), reading('b', { words })])).toHaveLength(2)
  })
})

describe('texts', () => {
  test('none, lone surrogates, marks of direction, several scripts', () => {
    const readings = [
      reading('none', { text: '', outlet: null }),
      reading('half', { text: '\udc00 \ud800 said "\ud83d', words: '\ud800', by: '\udfff' }),
      reading('turned', { text: '\u202e\u2067 Grange \u2069', words: 'Grange' }),
      reading('ko', {
        text: '배가 등대에 부딪혔다고 연합뉴스가 보도했다.',
        words: '등대에',
        lang: 'ko',
        outlet: '한겨레',
      }),
      reading('ru', { text: 'Паром ударился о маяк, сообщает ТАСС.', words: 'Паром', lang: 'ru' }),
      reading('ar', { text: 'قالت رويترز إن العبارة اصطدمت بالمنارة.', words: 'العبارة', lang: 'ar' }),
    ]
    const origins = originsOf(readings)
    expect(origins.flatMap(({ claims }) => claims)).toHaveLength(5)
    expect(originsOf(readings)).toEqual(origins)
  })

  test('twenty thousand credits and claims in one article', { timeout: 60_000 }, () => {
    const line = (n: number) => `Boat ${n} went past buoy ${n % 71}, Radio Grange reported.`
    const text = Array.from({ length: 20_000 }, (_, n) => line(n)).join('\n')
    const one = reading('a', { text, words: 'Boat 7 went past buoy 7' })
    const claims = Array.from({ length: 20_000 }, (_, n): Claim => ({ ...(one.claims[0] as Claim), id: `c${n}` }))
    const readings = [{ ...one, claims }]
    const [origin] = originsOf(readings)
    expect(origin?.claims).toHaveLength(20_000)
    expect(origin?.reports[0]?.evidence.map(({ from }) => from)).toEqual(['Radio Grange', 'Marta Oduya'])
  })
})

// Which statements are one and which are not: the evidence case by case, and what must never join.
import { describe, expect, test } from 'vitest'
import type { Claim, SpeakerKind } from '../claims/claim.ts'
import { organisationKey, personKey } from '../language/keys.ts'
import { NOTHING } from '../page/article.ts'
import { learn, newIndex, originOf, placeAll, statementsOf } from './origins.ts'
import type { Reading } from './reading.ts'

interface Told {
  readonly by: string | null
  readonly kind?: SpeakerKind
  readonly words: string
  readonly said?: string
  readonly through?: string
  readonly killed?: number
  readonly cue?: string
  readonly source?: string
}

interface Printed {
  readonly outlet?: string
  readonly published?: string | null
  readonly told: readonly Told[]
}

function claimOf(
  { by, kind = 'person', words, said, through, killed, cue, source }: Told,
  start: number,
  outlet: string,
): Claim {
  const span = { start, end: start + words.length }
  const name = by ?? outlet
  const key = by === null || kind === 'unnamed' ? null : kind === 'person' ? personKey(by) : organisationKey(by)
  return {
    id: `c${start}`,
    in: 'text',
    type: by === null ? 'none' : words.startsWith('“') ? 'direct' : 'indirect',
    act: 'speech',
    source: source === undefined ? null : { start: 0, end: source.length, text: source },
    cue: cue === undefined ? null : { start: 0, end: cue.length, text: cue },
    content: { ...span, text: words, parts: [span] },
    speaker: { name, kind: by === null ? 'outlet' : kind, key },
    chain: [
      { name: outlet, kind: 'outlet', link: 'cites', anchor: null },
      ...(through === undefined ? [] : [{ name: through, kind: 'outlet', link: 'cites', anchor: null } as const]),
      ...(by === null ? [] : [{ name: by, kind, link: 'own reporting', anchor: null } as const]),
    ],
    hedges: [],
    figures:
      killed === undefined
        ? []
        : [
            {
              ...span,
              text: String(killed),
              low: killed,
              high: killed,
              approximate: false,
              qualifier: null,
              unit: 'people',
              measure: 'killed',
              of: null,
            },
          ],
    place: null,
    eventTime: null,
    saidTime: said === undefined ? null : { text: said, date: said, anchor: span },
    confidence: 0.9,
    why: 'made up',
  }
}

/** The origin of each statement of some articles, article by article. */
function originsOf(...printed: readonly Printed[]): number[][] {
  const readings = printed.map(({ outlet = null, published = '2031-05-06', told }, at): Reading => {
    const name = outlet ?? `Outlet ${at}`
    let text = ''
    const claims = told.map((one) => {
      const claim = claimOf(one, text.length, name)
      text += `${one.words}, ${one.by ?? 'it was known'}. `
      return claim
    })
    return { id: `a${at}`, article: { ...NOTHING, outlet: name, published, text }, claims }
  })
  const index = newIndex()
  const statements = readings.map(statementsOf)
  for (const some of statements) learn(index, some)
  for (const some of statements) placeAll(index, some)
  return readings.map(({ id, claims }) => claims.map((claim) => originOf(index, `${id}#${claim.id}`) as number))
}

const areOne = (one: Told, other: Told, fields: Partial<Printed> = {}): boolean => {
  const [[first], [second]] = originsOf({ told: [one] }, { ...fields, told: [other] }) as [[number], [number]]
  return first === second
}

const bridge = 'the old swing bridge at Lorham will stay shut until divers have looked at its piers'
const retold = 'divers must look at the piers of the swing bridge at Lorham, which remains shut till then'

describe('who says it', () => {
  test('the same speaker in other words of one day', () => {
    expect(
      areOne(
        { by: 'Wilma Tarrant', words: bridge, said: '2031-05-06' },
        { by: 'Wilma Tarrant', words: retold, said: '2031-05-06' },
      ),
    ).toBe(true)
  })

  test('two of one surname are two, and so are two offices', () => {
    expect(areOne({ by: 'Wilma Tarrant', words: bridge }, { by: 'Conrad Tarrant', words: retold })).toBe(false)
    expect(
      areOne(
        { by: 'Lorham Harbour Board', kind: 'organisation', words: bridge },
        { by: 'Lorham Fire Brigade', kind: 'organisation', words: retold },
      ),
    ).toBe(false)
  })

  test('a surname with a letter wrong is the same, with the forename; another surname is not', () => {
    const told = { by: 'Wilma Tarrant', words: bridge, said: '2031-05-06' }
    expect(areOne(told, { ...told, by: 'Wilma Tarant', words: retold })).toBe(true)
    expect(areOne(told, { ...told, by: 'Wilma Tarrand', words: retold })).toBe(true)
    expect(areOne(told, { ...told, by: 'Wilma Garrick', words: retold })).toBe(false)
  })

  test('what an agency tells, and who told the agency', () => {
    expect(
      areOne(
        { by: 'Wilma Tarrant', words: bridge, through: 'Northern Press Agency', said: '2031-05-06' },
        { by: 'Northern Press Agency', kind: 'organisation', words: retold, said: '2031-05-06' },
      ),
    ).toBe(true)
  })

  test('a company and its unnamed spokesman', () => {
    expect(
      areOne(
        { by: 'Marlow Ferries', kind: 'organisation', words: bridge },
        { by: 'Marlow Ferries spokesman (unnamed)', kind: 'unnamed', words: retold },
      ),
    ).toBe(true)
  })

  test.each([
    ['diplomat in Oslo', 'diplomat in Geneva', false],
    ['source at the Lorham Rovers', 'source at the Tarn Athletic', false],
    ['person close to the miners', 'person close to the owners', false],
    ['person close to the union', 'official of the union', false],
    ['source in the government', 'source in the navy', false],
    ['diplomat in Geneva', 'diplomat', true],
    ['Geneva-based diplomat', 'diplomat in Geneva', true],
  ])('a %s and a %s', (one, other, same) => {
    const told = { kind: 'unnamed', words: bridge } as const
    expect(areOne({ ...told, by: `${one} (unnamed)` }, { ...told, by: `${other} (unnamed)` })).toBe(same)
  })

  test('an employee, and another employee', () => {
    const told = { by: 'Marlow employee (unnamed)', kind: 'unnamed', words: bridge } as const
    const one = { ...told, source: 'an employee of Marlow' }
    expect(areOne(one, { ...told, source: 'another employee' })).toBe(false)
    expect(areOne(one, { ...told, source: 'the employee' })).toBe(true)
  })

  test('in one article two names a letter apart are two people', () => {
    const [[one, other]] = originsOf({
      told: [
        { by: 'Wilma Tarrant', words: bridge },
        { by: 'Wilma Tarrand', words: retold },
      ],
    }) as [[number, number]]
    expect(other).not.toBe(one)
  })

  test('one figure of two claimants is two statements', () => {
    expect(
      areOne(
        { by: 'Wilma Tarrant', words: '41 people were killed when the ferry went down', killed: 41 },
        { by: 'Boris Ostrow', words: 'the sinking of the ferry killed 41 people', killed: 41 },
      ),
    ).toBe(false)
  })
})

describe('when it was said', () => {
  test('the same words of two speakers years apart are two statements', () => {
    const words = '“Nobody in this town will be left to stand in the rain,”'
    expect(areOne({ by: 'Wilma Tarrant', words }, { by: 'Boris Ostrow', words }, { published: '2028-01-02' })).toBe(
      false,
    )
  })

  test('a figure revised on a later day is another', () => {
    const told = { by: 'Wilma Tarrant', words: '41 people were killed on the ferry', killed: 41 }
    expect(
      areOne(
        { ...told, said: '2031-05-04' },
        { ...told, words: '44 people were killed on the ferry', killed: 44, said: '2031-05-06' },
      ),
    ).toBe(false)
  })

  test('an undated figure takes the day of what else its speaker says in the article', () => {
    const words = '41 people were killed on the ferry'
    const other = { by: 'Wilma Tarrant', words: 'the town would pay for a chapel', said: '2031-05-06' }
    const [[first], [second]] = originsOf(
      { published: '2031-05-01', told: [{ by: 'Wilma Tarrant', words, killed: 41, said: '2031-05-01' }] },
      { told: [{ by: 'Wilma Tarrant', words: words.replace('41', '44'), killed: 44 }, other] },
    ) as [[number], [number, number]]
    expect(first).not.toBe(second)
  })

  test('a clock that runs decades ahead joins nothing', () => {
    const told = { by: 'Wilma Tarrant', words: bridge }
    expect(areOne(told, { ...told, words: retold }, { published: '2099-01-01' })).toBe(false)
  })

  test('without any date, little in common is too little', () => {
    const words = 'the town would look at the piers of the market hall'
    expect(areOne({ by: 'Wilma Tarrant', words: bridge }, { by: 'Wilma Tarrant', words }, { published: null })).toBe(
      false,
    )
  })
})

describe('what stands around it', () => {
  test('a quotation that follows what its speaker says belongs to it', () => {
    const [[first, second]] = originsOf({
      told: [
        { by: 'Wilma Tarrant', words: bridge },
        { by: 'Wilma Tarrant', words: '“I would not send my own mother across,”' },
      ],
    }) as [[number, number]]
    expect(second).toBe(first)
  })

  test('a quotation of somebody else that follows does not', () => {
    const [[first, second]] = originsOf({
      told: [
        { by: 'Wilma Tarrant', words: bridge },
        { by: 'Boris Ostrow', words: '“I would not send my own mother across,”' },
      ],
    }) as [[number, number]]
    expect(second).not.toBe(first)
  })

  test('what nobody is named for makes no bridge between two who are', () => {
    const [[one], [other], [bare]] = originsOf(
      { told: [{ by: 'Wilma Tarrant', words: '41 people were killed when the ferry went down', killed: 41 }] },
      { told: [{ by: 'Boris Ostrow', words: 'the sinking of the ferry killed 41 people', killed: 41 }] },
      { told: [{ by: null, words: '41 people were killed on the ferry', killed: 41 }] },
    ) as [[number], [number], [number]]
    expect(one).not.toBe(other)
    expect([one, other]).toContain(bare)
  })
})

describe('figures', () => {
  const told = { by: 'Wilma Tarrant', words: '23 people were killed when the ferry went down off Lorham', killed: 23 }
  const revised = { ...told, words: told.words.replace('23', '31'), killed: 31 }

  test.each([
    ['on the next day', '2031-05-05', '2031-05-06'],
    ['on the same day', '2031-05-05', '2031-05-05'],
    ['on days not told', undefined, undefined],
  ])('one speaker revises a figure %s: two statements', (_, one, other) => {
    expect(areOne({ ...told, ...(one && { said: one }) }, { ...revised, ...(other && { said: other }) })).toBe(false)
  })

  test('the same figure on the next day is the same, for a day may be read wrong', () => {
    expect(areOne({ ...told, said: '2031-05-05' }, { ...told, said: '2031-05-06' })).toBe(true)
  })

  test('two who are named and give two figures in the same words are two', () => {
    expect(areOne(told, { ...revised, by: 'Boris Ostrow' })).toBe(false)
  })
})

describe('what is denied', () => {
  const shut = 'the swing bridge at Lorham will close for repairs in August'
  const open = 'the swing bridge at Lorham will not close for repairs in August'

  test('a statement and its contrary are two, whoever says them', () => {
    expect(areOne({ by: 'Wilma Tarrant', words: shut }, { by: 'Wilma Tarrant', words: open })).toBe(false)
    expect(areOne({ by: 'Wilma Tarrant', words: shut }, { by: 'Wilma Tarrant', words: shut, cue: 'denied' })).toBe(
      false,
    )
    expect(areOne({ by: null, words: shut }, { by: 'Wilma Tarrant', words: shut, cue: 'ruled out' })).toBe(false)
  })

  test('a denial told in two ways is one', () => {
    const said = '2031-05-06'
    expect(
      areOne({ by: 'Wilma Tarrant', words: open, said }, { by: 'Wilma Tarrant', words: shut, cue: 'denied', said }),
    ).toBe(true)
    const other = 'in August the bridge at Lorham is not going to close for any repairs'
    expect(areOne({ by: 'Wilma Tarrant', words: open, said }, { by: 'Wilma Tarrant', words: other, said })).toBe(true)
  })

  test('what happened in a shooting did not happen in a flood', () => {
    const killed = { by: 'Lorham Police', kind: 'organisation', killed: 2 } as const
    const shot = 'two people were killed in a shooting in Lorham'
    expect(
      areOne({ ...killed, words: shot }, { ...killed, words: 'two people were killed in a flood in Lorham' }),
    ).toBe(false)
    expect(areOne({ ...killed, words: shot }, { ...killed, words: 'gunfire in Lorham killed two people' })).toBe(true)
  })
})

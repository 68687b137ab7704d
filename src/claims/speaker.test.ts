import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { entitiesOf } from '../language/entities.ts'
import { markedOf } from '../language/phrases.ts'
import type { Speaker } from './claim.ts'
import { placeOf, surroundingsOf } from './place.ts'
import { speakerOf } from './speaker.ts'

/** The speakers of the sources set in [brackets]. */
function speakersIn(marked: string, outlet: string | null = null): Speaker[] {
  const sources: { start: number; end: number }[] = []
  let text = ''
  for (const char of marked) {
    if (char === '[') sources.push({ start: text.length, end: text.length })
    else if (char === ']') (sources.at(-1) as { end: number }).end = text.length
    else text += char
  }
  const document = documentOf(text)
  const entities = entitiesOf([markedOf(document)])
  return sources.map((source) => speakerOf([source], document, entities, { outlet }))
}

const namesIn = (marked: string): string[] => speakersIn(marked).map(({ name, kind }) => `${kind}: ${name}`)

describe('people', () => {
  test.each<[string, string[]]>([
    [
      '[Norwegian Finance Minister Maria Lund] resigned, and [Lund] said why.',
      ['person: Maria Lund', 'person: Maria Lund'],
    ],
    ['[Maria Lund, the finance minister,] said so.', ['person: Maria Lund']],
    ["[The army's chief of staff, Gen. Pavel Horak,] said so.", ['person: Pavel Horak']],
    ['Maria Lund resigned on Friday. “It was time,” [she] said.', ['person: Maria Lund']],
    ['President Pavel Horak spoke on Friday. The war is over, [the president] said.', ['person: Pavel Horak']],
    ['Czech President Pavel Horak met Maria Lund. [The Czech president] said little.', ['person: Pavel Horak']],
    [
      'Maria Lund and Pavel Horak met. “We agreed,” [Lund] said. [Horak] told reporters they had.',
      ['person: Maria Lund', 'person: Pavel Horak'],
    ],
    ['[Maria Lund and Pavel Horak] said they agreed.', ['person: Maria Lund and Pavel Horak']],
    ['[Minister of mines and energy Maria Lund] said so.', ['person: Maria Lund']],
    ['[A friend of the lawyer Maria Lund] said so.', ['unnamed: friend of the lawyer Maria Lund (unnamed)']],
    ['Maria Lund, 37, told her story. [The 37-year-old] said it was long.', ['person: Maria Lund']],
    ['According to [Lund the best time] is May, said Maria Lund.', ['person: Maria Lund']],
    [
      '[Czech President Pavel Horak], citing [his military], said so.',
      ['person: Pavel Horak', "organisation: Czech Republic's military"],
    ],
    // nobody was told of before
    [
      '[She] said it rained. [They] agreed.',
      ['unnamed: unstated source (unnamed)', 'unnamed: unstated source (unnamed)'],
    ],
    [
      '[A lawmaker] said the count was wrong. Later Maria Lund, a lawmaker from Bergen, said it again.',
      ['person: Maria Lund'],
    ],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })
})

test('he is the last who spoke, however long before', () => {
  const rain = 'It rained. '.repeat(12)
  expect(namesIn(`Pavel Horak said the dam would hold. ${rain}“It did,” [he] said.`)).toEqual(['person: Pavel Horak'])
})

test('US in capitals is a country, us the paper', () => {
  const names = speakersIn('[US official]: the road is closed. [US officials] told [us] so.', 'The Paper')
  expect(names.map(({ name }) => name)).toEqual(['US official (unnamed)', 'US officials (unnamed)', 'The Paper'])
})

describe('organisations', () => {
  test.each<[string, string[]]>([
    // a name that outlets of several countries have
    ['[Turkish broadcaster CNN] reported it. [CNN] said no more.', ['outlet: CNN Türk', 'outlet: CNN Türk']],
    [
      '[The Lund administration] said so. [Police] did too.',
      ['organisation: Lund administration', 'organisation: Police'],
    ],
    ['[Research by the Bergen Institute] shows it.', ['document: Bergen Institute research']],
    [
      "[Norway's Defence Ministry] confirmed it. [The ministry] said no more.",
      ['organisation: Defence Ministry (Norway)', 'organisation: Defence Ministry (Norway)'],
    ],
    [
      'The Federal Water Agency (FWA) closed two wells. [The FWA] said they were dry. [The agency] tests 90 wells.',
      ['organisation: Federal Water Agency', 'organisation: Federal Water Agency'],
    ],
    ["[South Korea's spy agency] said so.", ['organisation: National Intelligence Service (South Korea)']],
    ['[The Pentagon] said so.', ['organisation: US Department of Defense']],
    ['[Seoul] said so.', ['organisation: South Korea']],
    ['[Seoul, Oslo and Rome] said so.', ['organisation: South Korea, Norway and Italy']],
    ['Reuters reported the sale. The price was high, [the report] said.', ['outlet: Reuters']],
    ['[The Financial Times] reported the sale.', ['outlet: Financial Times']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  test('this newspaper is the outlet itself', () => {
    expect(speakersIn('[This newspaper] has seen the letter.', 'The Bergen Echo')[0]?.name).toBe('The Bergen Echo')
  })
})

describe('people unnamed', () => {
  test.each<[string, string[]]>([
    [
      '[A senior U.S. official], speaking on condition of anonymity, said so.',
      ['unnamed: senior US official (unnamed)'],
    ],
    [
      '[A person with knowledge of the matter] said so. [The person] said no more.',
      [
        'unnamed: person with knowledge of the matter (unnamed)',
        'unnamed: person with knowledge of the matter (unnamed)',
      ],
    ],
    ['[U.S. and Norwegian officials] said so.', ['unnamed: US and Norwegian officials (unnamed)']],
    ['[A representative for Acme] declined to comment.', ['unnamed: Acme representative (unnamed)']],
    ['Boeing cut 900 jobs. [A spokesperson] called it hard.', ['unnamed: Boeing spokesperson (unnamed)']],
    ['[Reports] said so.', ['unnamed: Reports (unnamed)']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  test('no source at all', () => {
    const document = documentOf('About 90 are believed to have died.')
    const entities = entitiesOf([markedOf(document)])
    expect(speakerOf(null, document, entities, { outlet: null })).toEqual({
      name: 'unstated source (unnamed)',
      kind: 'unnamed',
      key: null,
    })
  })
})

test('keys are the same whatever the spelling, and null for the unnamed', () => {
  const [one, other, unnamed] = speakersIn(
    '[Volodymyr Zelenskyy] said it. [Zelensky] said it again, and [an aide] too.',
  )
  expect(one?.key).toBe(other?.key)
  expect(unnamed?.key).toBeNull()
})

test('a headline is read in the light of the text', () => {
  const text = documentOf('Maria Lund, the mayor of Bergen, said the bridge would open.')
  const headline = documentOf('Bridge to open: Lund')
  const entities = entitiesOf([markedOf(text), markedOf(headline)])
  const { name } = speakerOf([{ start: 16, end: 20 }], headline, entities, { outlet: null })
  expect(name).toBe('Maria Lund')
})

test('a headline names the office, the text who holds it', () => {
  const text = documentOf('Norwegian Prime Minister Maria Lund said on Monday that the bridge would open.')
  const headline = documentOf("Norway's prime minister: bridge to open")
  const entities = entitiesOf([markedOf(headline), markedOf(text)])
  const { name } = speakerOf([{ start: 0, end: 23 }], headline, entities, { outlet: null })
  expect(name).toBe('Maria Lund')
})

test('any span of any text has a speaker, and any content a place within the text or none', () => {
  const pieces = fc.constantFrom(
    'President',
    'Anna Lund',
    'Lund',
    'he',
    'they',
    'the agency',
    'South Korea',
    "'s",
    'spy agency',
    '(NIS)',
    'said',
    ',',
    'and',
    '“',
    '”',
    'one of',
    'there',
    'near Oslo',
    '.',
    '\n',
    '\ud800',
    'שלום',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(), fc.nat(), (parts, a, b) => {
      const document = documentOf(parts.join(' '))
      const { length } = document.text
      const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number]
      const marked = markedOf(document)
      const { name } = speakerOf([{ start, end }], document, entitiesOf([marked]), { outlet: 'The Bergen Echo' })
      const place = placeOf([{ start, end }], marked, surroundingsOf(marked), null)
      return name.length > 0 && (place === null || document.text.slice(place.start, place.end) === place.text)
    }),
  )
})

describe('bodies without a name', () => {
  test.each<[string, string[]]>([
    [
      '[The interior ministry] said so. [It] said more. [The ministry] knew.',
      Array(3).fill('organisation: interior ministry'),
    ],
    [
      '[The dockers’ union] agreed, and [the port authority] said no.',
      ["organisation: dockers' union", 'organisation: port authority'],
    ],
    ['[The company] declined to comment.', ['organisation: company']],
    [
      '[A rights group] said so, and [two unions] agreed.',
      ['unnamed: rights group (unnamed)', 'unnamed: two unions (unnamed)'],
    ],
    [
      '[A source at the ministry] said so. [Officials] agreed.',
      ['unnamed: source at the ministry (unnamed)', 'unnamed: Officials (unnamed)'],
    ],
    ['The ferry Olga sank, according to [the operator, Tarn Lines].', ['organisation: Tarn Lines']],
    ['[Tarn Lines] denied it.', ['organisation: Tarn Lines']],
    ['[SEOUL] denied it.', ['organisation: South Korea']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  test('a bare noun has no key: it is any article’s', () => {
    expect(speakersIn('[The company] said so.')[0]?.key).toBeNull()
    expect(speakersIn('[The port authority] said so.')[0]?.key).toBe('organisation:port authority')
  })
})

test.each<[string, string[]]>([
  ['Boats sank, [agency head Bo Ek] said.', ['person: Bo Ek']],
  [
    '“We won,” [Norwegian president] said. Earlier President Pavel Horak of Norway had flown in.',
    ['person: Pavel Horak'],
  ],
  [
    '[Norwegian president] said so. President Pavel Horak met President Maria Lund.',
    ['unnamed: Norwegian president (unnamed)'],
  ],
])('who holds an office: %s', (text, expected) => {
  expect(namesIn(text)).toEqual(expected)
})

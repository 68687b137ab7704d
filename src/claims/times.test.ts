import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { timesOf } from '../language/times/times.ts'
import type { Attribution } from './attribution.ts'
import { claimTimes, eventTimeOf, saidDaysOf, saidTimeOf } from './times.ts'

/** A Sunday. */
const PUBLISHED = '2025-01-05T15:48:00'

/** The attribution whose content, cue and source are these words of the text. */
function attribution(text: string, content: string, cue: string | null, source: string | null): Attribution {
  const at = (words: string, from = 0) => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`"${words}" is not in the text`)
    return [{ start, end: start + words.length }]
  }
  return {
    source: source === null ? null : at(source),
    cue: cue === null ? null : at(cue),
    content: at(content),
    act: 'speech',
    confidence: 1,
    why: 'test',
  }
}

/** The same attribution, so many characters on. */
const shifted =
  (by: number) =>
  (one: Attribution): Attribution => {
    const on = (parts: Attribution['cue']) =>
      parts?.map(({ start, end }) => ({ start: start + by, end: end + by })) ?? null
    return { ...one, source: on(one.source), cue: on(one.cue), content: on(one.content) ?? [] }
  }

function read(text: string, content: string, cue: string | null, source: string | null, said: string | null = null) {
  const reference = { published: PUBLISHED }
  const document = documentOf(text)
  const times = timesOf(text, reference)
  const one = attribution(text, content, cue, source)
  return { said: saidTimeOf(document, one, times), event: eventTimeOf(document, one, times, reference, said) }
}

describe('when it was said', () => {
  test('stands after the cue', () => {
    const { said, event } = read(
      'Two bridges had fallen, the mayor said on Saturday.',
      'Two bridges had fallen',
      'said',
      'the mayor',
    )
    expect(said).toMatchObject({ text: 'Saturday', date: '2025-01-04' })
    expect(event).toBeNull()
  })

  test('or before the source', () => {
    const text = 'On December 23, the minister put the dead at more than thirty.'
    expect(read(text, 'the dead at more than thirty', 'put', 'the minister').said?.date).toBe('2024-12-23')
  })

  test('is as exact as its words', () => {
    const text = 'Sales will fall, the firm said last month.'
    expect(read(text, 'Sales will fall', 'said', 'the firm').said).toMatchObject({
      text: 'last month',
      date: '2024-12',
    })
    const vague = 'The toll was higher, the agency said earlier.'
    expect(read(vague, 'The toll was higher', 'said', 'the agency').said).toMatchObject({ text: 'earlier', date: null })
  })

  test('is not what belongs to another clause', () => {
    const text = 'Ada Reyes, who took office in March, said that the dam would hold.'
    expect(read(text, 'the dam would hold', 'said', 'Ada Reyes').said).toBeNull()
  })

  test('is its own, where two speak in one sentence', () => {
    const text = 'The army said on Friday that the town was lost, while the mayor said on Saturday that it was held.'
    const army = attribution(text, 'the town was lost', 'said', 'The army')
    const held = text.indexOf('said', 20)
    const mayor = { ...attribution(text, 'it was held', 'said', 'the mayor'), cue: [{ start: held, end: held + 4 }] }
    const both = claimTimes(documentOf(text), [army, mayor], { published: PUBLISHED })
    expect(both.map(({ said }) => said?.date)).toEqual(['2025-01-03', '2025-01-04'])
  })
})

describe('when it happened', () => {
  test('stands within the content', () => {
    const text = 'The fleet had 31 boats at the end of 2023, the filing said on Friday.'
    const { said, event } = read(text, 'The fleet had 31 boats at the end of 2023', 'said', 'the filing')
    expect(event).toMatchObject({ text: 'the end of 2023', start: '2023-12-31', end: '2023-12-31' })
    expect(said?.date).toBe('2025-01-03')
  })

  test('is counted from the day it was said', () => {
    const text = 'The army lost two tanks today and yesterday, the general said.'
    const content = 'The army lost two tanks today and yesterday'
    expect(read(text, content, 'said', 'the general', '2025-01-04').event).toMatchObject({
      text: 'today and yesterday',
      start: '2025-01-03',
      end: '2025-01-04',
    })
  })

  test('the same speaker’s nearest day serves where none is said', () => {
    const text = 'The army had retreated, Osei said on Saturday. Two tanks were lost yesterday and today, Osei added.'
    const first = attribution(text, 'The army had retreated', 'said', 'Osei')
    const start = text.lastIndexOf('Osei')
    const second = {
      ...attribution(text, 'Two tanks were lost yesterday and today', 'added', 'Osei'),
      source: [{ start, end: start + 4 }],
    }
    const [, times] = claimTimes(documentOf(text), [first, second], { published: PUBLISHED })
    expect(times?.event).toMatchObject({ start: '2025-01-03', end: '2025-01-04' })
  })

  test('a speech dates what was told of it before', () => {
    for (const opening of ['Speaking on Saturday night, Osei said', 'In his address on Saturday, Osei said']) {
      const text = `Osei said two boats were lost yesterday and today. ${opening} it was over.`
      const one = attribution(text, 'two boats were lost yesterday and today', 'said', 'Osei')
      const on = text.lastIndexOf('Osei')
      const two = {
        ...attribution(text, 'it was over', 'said', 'Osei'),
        source: [{ start: on, end: on + 4 }],
        cue: [{ start: on + 5, end: on + 9 }],
      }
      const times = claimTimes(documentOf(text), [one, two], { published: PUBLISHED })
      expect(times[1]?.said?.date).toBe('2025-01-04')
      expect(times[0]).toMatchObject({ said: null, event: { start: '2025-01-03', end: '2025-01-04' } })
    }
  })

  test('another’s day serves only where it is this news', () => {
    const text = 'On December 17 a firm reported a fire. Two tanks were lost yesterday and today, Osei said.'
    const firm = attribution(text, 'a fire', 'reported', 'a firm')
    const osei = attribution(text, 'Two tanks were lost yesterday and today', 'said', 'Osei')
    const times = claimTimes(documentOf(text), [firm, osei], { published: PUBLISHED })
    expect(times[0]?.said?.date).toBe('2024-12-17')
    expect(times[1]?.event).toMatchObject({ start: '2025-01-04', end: '2025-01-05' })
    const near = claimTimes(documentOf(text.replace('December 17', 'Saturday')), [firm, osei].map(shifted(-3)), {
      published: PUBLISHED,
    })
    expect(near[1]?.event).toMatchObject({ start: '2025-01-03', end: '2025-01-04' })
  })

  test('is the length that has led up to the saying', () => {
    const text = 'Two days of floods have cut off the valley, the mayor said on Saturday.'
    const { event } = read(text, 'Two days of floods have cut off the valley', 'said', 'the mayor', '2025-01-04')
    expect(event).toMatchObject({ text: 'Two days', start: '2025-01-03', end: '2025-01-04' })
    const ahead = 'Two days of rain are forecast, the mayor said.'
    expect(read(ahead, 'Two days of rain are forecast', 'said', 'the mayor').event).toBeNull()
  })

  test('is open where the words leave it open', () => {
    const text = 'Ten thousand have come since October, the agency estimates.'
    const { event } = read(text, 'Ten thousand have come since October', 'estimates', 'the agency')
    expect(event).toMatchObject({ text: 'since October', start: '2024-10-01', end: null })
  })

  test('is counted in a headline from the day that the text tells', () => {
    const reference = { published: PUBLISHED }
    const body = 'Forty boats sank, Osei said Friday. On December 17 Lund spoke of six, Lund said.'
    const parts = [attribution(body, 'Forty boats sank', 'said', 'Osei'), attribution(body, 'six', 'spoke of', 'Lund')]
    const days = saidDaysOf(claimTimes(documentOf(body), parts, reference), ['osei', 'lund'], PUBLISHED)
    expect([...days]).toEqual([['osei', '2025-01-03']])
    const headline = 'Forty boats sank in two days - Osei'
    const line = [attribution(headline, 'Forty boats sank in two days', null, 'Osei')]
    const eventOf = (speaker: string) => claimTimes(documentOf(headline), line, reference, [speaker], days)[0]?.event
    expect(eventOf('osei')).toMatchObject({ start: '2025-01-02', end: '2025-01-03' })
    expect(eventOf('lund')).toMatchObject({ start: '2025-01-04', end: '2025-01-05' })
  })

  test('is not what the most of something is measured by', () => {
    for (const content of [
      'the harvest was the poorest in three years',
      'this was the worst frost in nearly 40 years',
      'the lake froze for the first time in a decade',
      'rents are at their highest since October',
      'it was the dirtiest that the river has been in the past two years',
    ])
      expect([content, read(`${content}, the mayor said.`, content, 'said', 'the mayor').event]).toEqual([
        content,
        null,
      ])
    for (const content of [
      'the oldest have left since October',
      'one forest has burnt since October',
      'the largest mill was shut in the past two years',
      'two mills were shut in two days',
      'the worst frost came in October',
    ])
      expect([content, read(`${content}, the mayor said.`, content, 'said', 'the mayor').event]).toEqual([
        content,
        expect.objectContaining({ text: expect.stringMatching(/since October|years|days|October/) }),
      ])
  })

  test('is none where the words name no day at all', () => {
    const event = (content: string) => read(`${content}, the firm said.`, content, 'said', 'the firm').event
    expect(event('Profit was lower than a year earlier')).toBeNull()
    expect(event('The mill was sold the next day')).toBeNull()
    expect(event('The mill was sold three years ago')).toMatchObject({ start: '2022-01-01', end: '2022-12-31' })
    expect(event('The mill was sold on February 30')).toMatchObject({ text: 'February 30', start: null })
  })

  test('lies ahead by the verb of the content, whatever the verb of saying', () => {
    const text = 'The minister said that the bridge will open on Friday.'
    expect(read(text, 'the bridge will open on Friday', 'said', 'The minister').event?.start).toBe('2025-01-10')
  })
})

test('anchors are the words, whatever the text and wherever the spans', () => {
  const words = fc.constantFrom(
    ...'said on Friday yesterday today he . , “ ” in March since last week 2024 that'.split(' '),
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 3, maxLength: 30 }), fc.nat(), fc.nat(), fc.nat(), (list, a, b, c) => {
      const text = list.join(' ')
      const span = (from: number, length: number) => {
        const start = from % text.length
        return [{ start, end: Math.min(text.length, start + 1 + (length % 20)) }]
      }
      const one: Attribution = {
        source: null,
        cue: span(a, 3),
        content: span(b, c),
        act: 'speech',
        confidence: 1,
        why: 'test',
      }
      const [times] = claimTimes(documentOf(text), [one], { published: PUBLISHED })
      for (const time of [times?.said, times?.event])
        if (time) expect(text.slice(time.anchor.start, time.anchor.end)).toBe(time.text)
    }),
  )
})

// What a language model answers, read: JSON however it is wrapped, each attribution by itself, nothing believed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AnswerError, offeredIn } from './answer.ts'

const offered = { source: 'the mayor', cue: 'said', content: ['it rained'] }
const answer = JSON.stringify({ attributions: [offered] })

describe('an answer', () => {
  test.each([
    ['alone', answer],
    ['with space around it', `\n\n ${answer}\n`],
    ['in a code block', `\`\`\`json\n${answer}\n\`\`\``],
    ['between words', `Here you are:\n${answer}\nAnything else?`],
    ['after thoughts', `<think>They want {"attributions": ...}, hm.</think>\n${answer}`],
    ['with more than was asked for', JSON.stringify({ notes: 1, attributions: [{ ...offered, sure: 'very' }] })],
  ])('%s', (_, text) => {
    expect(offeredIn(text)).toEqual([offered])
  })

  test.each([
    ['nothing', ''],
    ['words', 'I am sorry, I cannot do that.'],
    ['half of it', answer.slice(0, -5)],
    ['no list', '{"attributions": {}}'],
    ['another name', '{"claims": []}'],
    ['a list alone', '[]'],
    ['null', 'null'],
    ['NaN', '{"attributions": NaN}'],
    ['many brackets', '['.repeat(100_000)],
    ['many braces', '{"a":'.repeat(100_000)],
  ])('that is %s is an error', (_, text) => {
    expect(() => offeredIn(text)).toThrow(AnswerError)
  })
})

describe('an attribution', () => {
  const one = (given: unknown) => offeredIn(JSON.stringify({ attributions: [given] }))[0]

  test.each([
    ['content in one piece', { ...offered, content: 'it rained' }, offered],
    ['space at the ends', { source: ' the mayor ', cue: 'said\n', content: [' it rained'] }, offered],
    ['no source', { cue: 'said', content: ['it rained'] }, { ...offered, source: null }],
    ['an empty cue', { ...offered, cue: ' ' }, { ...offered, cue: null }],
  ])('with %s', (_, given, expected) => {
    expect(one(given)).toEqual(expected)
  })

  test.each([
    ['wrong form', null],
    ['wrong form', 'the mayor said it rained'],
    ['wrong form', []],
    ['wrong form', { ...offered, content: [] }],
    ['wrong form', { ...offered, content: [{ text: 'it rained' }] }],
    ['wrong form', { ...offered, content: Array(17).fill('it rained') }],
    ['wrong form', { ...offered, source: 7 }],
    ['wrong form', { source: 'the mayor', cue: 'said' }],
    ['no source and no cue', { source: null, cue: null, content: ['it rained'] }],
    ['no words', { ...offered, content: ['it rained', '“”'] }],
    ['no words', { ...offered, source: '—' }],
  ])('%s: %j', (drop, given) => {
    expect(one(given)).toBe(drop)
  })

  test('too many: beyond what a passage can hold', () => {
    const found = offeredIn(JSON.stringify({ attributions: Array(1_000).fill(offered) }))
    expect(found.filter((one) => one === 'too many')).toHaveLength(800)
  })
})

test('reads any text or says why not', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ attributions: value })),
    fc.array(fc.jsonValue()).map((values) => JSON.stringify({ attributions: values })),
  )
  fc.assert(
    fc.property(anything, (text) => {
      try {
        for (const one of offeredIn(text)) if (typeof one !== 'string') expect(one.content.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toBeInstanceOf(AnswerError)
      }
    }),
    { numRuns: 1_000 },
  )
})

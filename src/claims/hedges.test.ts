import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import type { Attribution } from './attribution.ts'
import { HEDGE_WORDS, VAGUE_QUANTITIES } from './hedge-words.ts'
import { hedgesOf } from './hedges.ts'

function attribution(text: string, content: string, cue: string | null): Attribution {
  const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  return {
    source: null,
    cue: cue === null ? null : at(cue),
    content: at(content),
    act: 'speech',
    confidence: 1,
    why: '',
  }
}

/** `kind: words`, or `kind: words > scope`. */
function read(text: string, content = text, cue: string | null = null, scopes = false): string[] {
  return hedgesOf(documentOf(text), attribution(text, content, cue)).map((hedge) => {
    const said = `${hedge.kind}: ${hedge.text}`
    return scopes ? `${said} > ${text.slice(hedge.scope.start, hedge.scope.end)}` : said
  })
}

describe('figures', () => {
  test('are bounded and loosened', () => {
    expect(read('Up to a battalion and more than 3,000 men, about $2 million in all.', undefined, null, true)).toEqual([
      'bound: Up to > a battalion',
      'bound: more than > 3,000 men',
      'approximation: about > $2 million in',
    ])
    expect(read('Some 11,000 were sent, nearly half of them in several weeks.')).toEqual([
      'approximation: Some',
      'approximation: nearly',
      'approximation: several',
    ])
  })

  test('a bound’s scope is the figure that stands there', () => {
    const text = 'At least 40 people died.'
    const figure = { start: 0, end: 18 }
    expect(hedgesOf(documentOf(text), attribution(text, text, null), [figure])[0]?.scope).toEqual(figure)
  })

  test('a vague quantity is one hedge, however many words it has', () => {
    expect(read('Hundreds of thousands of trees and tens of millions of bees were lost.')).toEqual([
      'approximation: Hundreds of thousands',
      'approximation: tens of millions',
    ])
    expect(read('Several thousands came, then dozens, then a few hundred.')).toEqual([
      'approximation: Several thousands',
      'approximation: dozens',
      'approximation: a few',
    ])
    expect(read('Her scores were in the tens.')).toEqual([])
  })

  test('perhaps loosens a quantity, and else weakens the statement', () => {
    const kinds = (text: string) => read(text).map((hedge) => hedge.split(':')[0])
    for (const text of ['It took maybe three weeks.', 'It took perhaps a month.', 'Possibly another 20 came.'])
      expect([text, kinds(text)]).toEqual([text, ['approximation']])
    for (const text of ['It was maybe the wind.', 'They leave perhaps this week.', 'It is possibly one of the oldest.'])
      expect([text, kinds(text)]).toEqual([text, ['modal']])
    expect(read('Maybe as many as 30 came.')).toEqual(['approximation: Maybe', 'bound: as many as'])
  })

  test('the same words without a number are none', () => {
    for (const text of [
      'Some said it was over.',
      'They talked about the war.',
      'He has to live up to the name.',
      'In the past two days and over three years it rained.',
      'It was almost certainly more than a pity.',
    ])
      expect(read(text)).toEqual([])
  })
})

describe('statements', () => {
  test('that nobody could check are told so at their cue too', () => {
    const text = 'The paper could not independently verify the letter.'
    expect(read(text, 'the letter', 'could not independently verify', true)).toEqual([
      'unverified: could not independently verify > the letter',
    ])
    expect(read(text, 'the letter', 'verify')).toEqual(['unverified: could not independently verify'])
    expect(read('The paper was unable to confirm the letter.', 'the letter', 'was unable to confirm')).toEqual([
      'unverified: unable to confirm',
    ])
    expect(read('The paper could confirm the letter.', 'the letter', 'could confirm')).toEqual(['modal: could'])
  })

  test('of a risk are hedged where they warn of it', () => {
    for (const text of [
      'There is a risk of frost.',
      'They warned of the risk of frost.',
      'The dam runs the risk of collapse.',
    ])
      expect([text, read(text)]).toEqual([text, ['modal: risk of']])
    for (const text of ['Dikes reduced the risk of floods.', 'Salt raises the risk of strokes.'])
      expect([text, read(text)]).toEqual([text, []])
  })

  test('are weakened by modals', () => {
    expect(read('The toll could rise and may double; the firm plans to close, likely in May.')).toEqual([
      'modal: could',
      'modal: may',
      'modal: plans to',
      'modal: likely',
    ])
  })

  test('plain statements of what will be are not', () => {
    expect(read('The firm will close in May and should reopen.')).toEqual([])
  })

  test('are passed on, left unverified, hung on a condition', () => {
    expect(read('He reportedly fled; the claim could not be independently verified.')).toEqual([
      'hearsay: reportedly',
      'unverified: could not be independently verified',
    ])
    expect(read('Trade would stop if the road closed.')).toEqual(['conditional: if'])
    expect(read('He asked if it rained, even if it did not.')).toEqual([])
  })

  test('other senses of the words are none', () => {
    for (const text of [
      'She appears on stage each night.',
      'They live to their full potential.',
      'It had announced plans to expand.',
      'The signs were taken down.',
      'Every kind of fish was sold.',
    ])
      expect(read(text)).toEqual([])
  })
})

describe('at the saying', () => {
  test('a cue can hedge, and an adverb the attribution', () => {
    const text = 'The minister has reportedly claimed that ten died.'
    expect(read(text, 'ten died', 'claimed', true)).toEqual(['hearsay: reportedly > claimed'])
    expect(read('Officials estimate that ten died.', 'ten died', 'estimate', true)).toEqual([
      'modal: estimate > ten died',
    ])
  })

  test('a condition or a doubt beside the content counts', () => {
    const text = 'Ten ships sank, the navy said, citing preliminary data.'
    expect(read(text, 'Ten ships sank', 'said', true)).toEqual(['unverified: preliminary data > Ten ships sank'])
    const other = 'If confirmed, the loss would be the first, the navy said.'
    expect(read(other, 'the loss would be the first', 'said')).toEqual(['conditional: If confirmed'])
  })

  test('denials', () => {
    expect(read('The ministry denied that ten died.', 'ten died', 'denied')).toEqual(['denial: denied'])
  })
})

test('the words are listed once each, in lower case', () => {
  for (const words of [...HEDGE_WORDS.keys(), ...VAGUE_QUANTITIES]) {
    expect(words).toBe(words.toLowerCase())
    expect(words).toMatch(/^\S+(?: \S+)*$/)
  }
})

test('spans lie within the text, do not overlap, and are what was read', () => {
  const words = fc.constantFrom(
    ...'up to at least about 3,000 a battalion may could if confirmed reportedly said likely several or more . , “ ” not verified'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 30 }), fc.nat(), fc.nat(), (list, a, b) => {
      const text = list.join(' ')
      const start = a % text.length
      const content = [{ start, end: Math.min(text.length, start + 1 + (b % 60)) }]
      const cue = [{ start: 0, end: 2 }]
      let at = 0
      for (const hedge of hedgesOf(documentOf(text), {
        source: null,
        cue,
        content,
        act: 'speech',
        confidence: 1,
        why: '',
      })) {
        expect(hedge.start).toBeGreaterThanOrEqual(at)
        expect(text.slice(hedge.start, hedge.end)).toBe(hedge.text)
        expect(hedge.scope.end).toBeLessThanOrEqual(text.length)
        at = hedge.end
      }
    }),
  )
})

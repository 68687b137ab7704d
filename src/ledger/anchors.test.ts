import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { follower } from './anchors.ts'

const OLD = 'The fire began on Monday. Up to 40 people were hurt, the mayor said. Two houses burned down.'
const spanOf = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})
const followed = (to: string, words: string) => {
  const { state, span } = follower(OLD, to)(spanOf(OLD, words))
  return [state, span === null ? null : to.slice(span.start, span.end)]
}

describe('an anchor followed to another text', () => {
  test('is exact where nothing before it changed', () => {
    expect(followed(`${OLD} More soon.`, 'Up to 40 people were hurt')).toEqual(['exact', 'Up to 40 people were hurt'])
  })
  test('is moved with its words', () => {
    expect(followed(`Updated. ${OLD}`, 'Up to 40 people were hurt')).toEqual(['moved', 'Up to 40 people were hurt'])
    const turned = 'Two houses burned down. The fire began on Monday. Up to 40 people were hurt, the mayor said.'
    expect(followed(turned, 'Two houses burned down.')).toEqual(['moved', 'Two houses burned down.'])
  })
  test('is changed where some of its words are others', () => {
    expect(followed(OLD.replace('Up to 40', '43'), 'Up to 40 people were hurt')).toEqual([
      'changed',
      '43 people were hurt',
    ])
    expect(followed(OLD.replace('were hurt', 'had been injured'), '40 people were hurt')).toEqual([
      'changed',
      '40 people had been injured',
    ])
  })
  test('is changed, not gone, where a word before it fell and the next one begins the line', () => {
    const from = 'Up to forty people hurt, police say'
    const to = 'Forty people hurt, police say'
    const { state, span } = follower(from, to)(spanOf(from, 'Up to forty people hurt'))
    expect([state, span && to.slice(span.start, span.end)]).toEqual(['changed', 'Forty people hurt'])
    expect(follower('He told us.', 'He told US.')({ start: 8, end: 10 }).state).toBe('changed')
  })
  test('is an orphan where its words are gone, whatever looks like them', () => {
    expect(followed('The fire began on Monday. Two houses burned down.', 'Up to 40 people were hurt')[0]).toBe('orphan')
    expect(followed('', 'Two houses')[0]).toBe('orphan')
    const lookalikes = OLD.replace('Two houses burned down.', 'Three barns burned down. Four barns burned down.')
    expect(followed(lookalikes, 'Two houses')[0]).toBe('orphan')
  })
  test('gives spans of the other text, whatever the texts are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'the', '.', ' ', '\n', '\ud800', 'é', '40'), { maxLength: 40 })
    fc.assert(
      fc.property(words, words, fc.nat(40), fc.nat(40), (one, other, a, b) => {
        const [from, to] = [one.join(' '), other.join(' ')]
        const span = { start: Math.min(a, b, from.length), end: Math.min(Math.max(a, b), from.length) }
        const found = follower(from, to)(span)
        if (found.state === 'orphan') return
        const text = to.slice(found.span.start, found.span.end)
        expect(found.span.start).toBeGreaterThanOrEqual(0)
        expect(found.span.end).toBeLessThanOrEqual(to.length)
        if (found.state !== 'changed')
          expect(text.split(/\s+/).join(' ')).toBe(from.slice(span.start, span.end).trim().split(/\s+/).join(' '))
      }),
      { seed: 5 },
    )
  })
})

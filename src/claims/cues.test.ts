import { expect, test } from 'vitest'
import { actOf, cueOf } from './cues.ts'

test('a cue is known by any form of its verb', () => {
  for (const word of ['say', 'says', 'said', 'Saying', 'denied', 'referring', 'wrote', 'argued', 'vies'])
    expect(cueOf(word)?.act ?? null, word).toBe(word === 'vies' ? null : 'speech')
  expect(cueOf('thought')).toEqual({ act: 'belief', class: 'adjective', lemma: 'thought' })
  expect(cueOf('SOUGHT')).toEqual({ act: 'intention', class: 'verb', lemma: 'seek' })
  expect(cueOf('replies')).toEqual({ act: 'speech', class: 'verb', lemma: 'reply' })
  expect(cueOf('table')).toBeNull()
})

test('the act of a cue of several words is that of its first telling word', () => {
  expect(actOf(['has', 'said'])).toBe('speech')
  expect(actOf(['is', 'believed', 'to'])).toBe('belief')
  expect(actOf(['made', 'a', 'promise'])).toBe('intention')
  expect(actOf(['expressed', 'doubt'])).toBe('belief')
  expect(actOf(['expressed'])).toBe('speech')
  expect(actOf(['called', 'for'])).toBe('intention')
  expect(actOf(['called'])).toBe('speech')
  expect(actOf(['asked', 'them', 'to'])).toBe('intention')
  expect(actOf(['frobnicated'])).toBe('speech')
})

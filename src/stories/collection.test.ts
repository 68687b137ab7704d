// A collection of many articles at once: the order in which they are given changes nothing; and what makes a copy.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import { personKey } from '../language/keys.ts'
import { NOTHING } from '../page/article.ts'
import { collectionOf } from './collection.ts'
import { broughtTogether } from './origins.ts'
import type { Reading } from './reading.ts'

type Told = readonly [by: string, words: string]

function reading(id: string, published: string | null, ...told: readonly Told[]): Reading {
  let text = ''
  const claims = told.map(([name, words], at): Claim => {
    const span = { start: text.length, end: text.length + words.length }
    text += `${words}, ${name} said. `
    return {
      id: `c${at}`,
      in: 'text',
      type: 'indirect',
      act: 'speech',
      source: null,
      cue: null,
      content: { ...span, text: words, parts: [span] },
      speaker: { name, kind: 'person', key: personKey(name) },
      chain: [{ name, kind: 'person', link: 'own reporting', anchor: null }],
      hedges: [],
      figures: [],
      place: null,
      eventTime: null,
      saidTime: null,
      confidence: 1,
      why: 'made up',
    }
  })
  return { id, article: { ...NOTHING, outlet: `Outlet ${id}`, published, text }, claims }
}

const BRIDGE = 'The old swing bridge at Lorham will stay shut until divers have looked at its piers'
const PIERS = 'Divers must look at the piers of the swing bridge at Lorham, which remains shut till then'
const MARKET = 'The market hall at Lorham gets a new roof and stays shut while divers look at its cellar'
const ROOF = 'A new roof is needed for the market hall, whose cellar divers are looking at'
const FERRY = 'The ferry at Lorham takes no cars while the swing bridge stays shut'

const READINGS = [
  reading('a', '2031-05-06', ['Wilma Tarrant', BRIDGE], ['Wilma Tarrant', MARKET]),
  reading('b', '2031-05-06', ['Wilma Tarrant', PIERS], ['Boris Ostrow', FERRY]),
  reading('c', '2031-05-06', ['Wilma Tarrand', PIERS], ['Wilma Tarrant', ROOF]),
  reading('d', '2031-05-05', ['Wilma Tarrant', ROOF], ['Boris Ostrow', BRIDGE]),
  reading('e', '2031-05-07T09:00:00Z', ['Boris Ostrow', FERRY], ['Wilma Tarrant', BRIDGE]),
  reading('f', '2031-05-07', ['Tarrant', MARKET], ['Ostrow', FERRY]),
  reading('g', null, ['Wilma Tarrant', FERRY], ['Wilma Tarrant', MARKET]),
  reading('h', null, ['Boris Ostrow', ROOF], ['Wilma Tarrant', PIERS]),
]

test('any order of the same readings gives the same origins, numbers and confidences', () => {
  const told = (readings: readonly Reading[]) => {
    const { origins, overlaps, stories } = collectionOf(readings)
    return { origins: broughtTogether(origins), overlaps, stories: [...stories.placed] }
  }
  const wanted = told(READINGS)
  expect(wanted.origins.some(({ joined }) => joined.length > 2)).toBe(true)
  fc.assert(
    fc.property(fc.shuffledSubarray(READINGS, { minLength: READINGS.length }), (shuffled) => {
      expect(told(shuffled)).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})

test('one sentence in common makes no copy; a text in common does, and so does all of a short one', () => {
  const copies = (one: string, other: string): boolean => {
    const given = [one, other].map(
      (text, at): Reading => ({
        id: `t${at}`,
        article: { ...NOTHING, published: '2031-05-06', text },
        claims: [],
      }),
    )
    return collectionOf(given).overlaps.some(({ copy }) => copy)
  }
  const sentence = `${BRIDGE}, the harbour master of the town told the council on Monday.`
  const text = `${sentence} ${MARKET}, he added, and nobody knows who will pay for the scaffolding. ${FERRY}.`
  expect(copies(`${sentence} Nobody answered.`, `${sentence} The tide was out.`)).toBe(false)
  expect(copies(`${text} Nobody answered.`, `${text} The tide was out.`)).toBe(true)
  expect(copies(sentence, sentence)).toBe(true)
})

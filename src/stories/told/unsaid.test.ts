// What nobody says: told only where the words of all reports leave it open.
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../claims/attribution.ts'
import { loadEngine } from '../../claims/engines.ts'
import { readClaims } from '../../claims/index.ts'
import { readPage } from '../../page/index.ts'
import { collectionOf } from '../collection.ts'
import { told } from './told.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine('rules')
})

const FILLERS = [
  'The ferry company owns nine boats and has carried salt and timber on this coast for a hundred years and more.',
  'Gulls gathered over the harbour mouth as the tide went out, and the market stalls were packed up early again.',
  'A choir from the north sang at the town hall, where tickets had sold out within minutes of going on sale online.',
]

/** What nobody says of the first statements of texts, each text an article of its own. */
async function unsaid(...texts: string[]) {
  const articles = texts.map((text, n) =>
    readPage(`${text}\n\n${FILLERS[n]}`, {
      as: 'article',
      given: { outlet: `Post ${n}`, published: '2031-03-05', headline: `Calder ferry, edition ${n}` },
    }),
  )
  const claims = await readClaims(articles, engine)
  const readings = articles.map((article, n) => ({ id: `a${n}`, article, claims: claims[n] ?? [] }))
  return told(collectionOf(readings), readings)
    .flatMap((story) => story.unsaid)
    .map(({ kind, sentence }) => `${kind}: ${sentence}`)
}

const LOST = 'The ferry Calder lost 300 Talvian passengers, harbour chief Marta Oduya said.'
const LOST_TOO = 'The Calder ferry has lost 300 Talvian passengers, said Marta Oduya, the harbour chief.'

test('a number on one person’s word, of those lost', async () => {
  expect(await unsaid(LOST, LOST_TOO)).toEqual([
    'who counted: No report says who counted.',
    'killed or wounded: No report says whether lost means killed, wounded, captured or missing.',
    'over what time: No report says from when to when it counts.',
    'where: No report says where.',
  ])
})

test('what any report tells is not unsaid', async () => {
  const found = await unsaid(
    LOST,
    'In the past two days near Grange the Calder ferry has lost 300 Talvian passengers, all of them dead, said Marta Oduya, the harbour chief, citing hospital records.',
  )
  expect(found).toEqual([])
})

test('one report alone leaves nothing for others to say', async () => {
  expect(await unsaid(LOST)).toEqual([])
})

test('numbers of one kind and plans are not asked how they split', async () => {
  const one = 'The ferry line would cut 300 jobs, harbour chief Marta Oduya said.'
  expect(await unsaid(one, 'The ferry line would cut 300 jobs, said Marta Oduya, the harbour chief.')).toEqual([])
})

test('casualties that nobody splits', async () => {
  const one =
    'Since Monday the blaze at Grange has caused 300 casualties among Talvian soldiers, the defence ministry said.'
  const other =
    'The defence ministry said the blaze at Grange has caused 300 casualties among Talvian soldiers since Monday.'
  const split = 'killed or wounded: No report says how many of them were killed and how many wounded.'
  expect(await unsaid(one, other)).toContain(split)
  expect(await unsaid(one, `${other} The ministry said 40 soldiers were killed.`)).not.toContain(split)
})

test('a source without a name', async () => {
  const one =
    'The ferry line plans to sell the Calder to a shipyard in the south, a person familiar with the matter said.'
  const other =
    'A person familiar with the matter said the ferry line plans to sell the Calder to a shipyard in the south.'
  const named = 'Harbour chief Marta Oduya said the ferry line plans to sell the Calder to a shipyard in the south.'
  expect(await unsaid(one, other)).toEqual(['source: No report names the source.'])
  expect(await unsaid(named, named.replace('plans to', 'will'))).toEqual([])
})

test('records that are lost are not asked who of them were killed', async () => {
  const one =
    'The insurer Calder lost the records of 300 Talvian patients in the flood, harbour chief Marta Oduya said.'
  const other =
    'Harbour chief Marta Oduya said Calder, the insurer, lost the records of 300 Talvian patients in the flood.'
  expect((await unsaid(one, other)).filter((found) => found.startsWith('killed'))).toEqual([])
})

test('a body is a source that is named, one of its officials is not', async () => {
  const one = 'The ferry line plans to sell the Calder to a shipyard in the south, the transport ministry said.'
  const other = 'The transport ministry said the ferry line plans to sell the Calder to a shipyard in the south.'
  expect(await unsaid(one, other)).toEqual([])
  const official = [one, other].map((text) => text.replace(/[Tt]he (transport ministry) said/, 'a $1 official said'))
  expect(await unsaid(official[0] ?? '', official[1] ?? '')).toEqual(['source: No report names the source.'])
})

test('one event has no time over which it counts', async () => {
  const one = 'Twelve Talvian sailors were killed when the Calder sank off Grange, harbour chief Marta Oduya said.'
  const other = 'Harbour chief Marta Oduya said twelve Talvian sailors were killed when the Calder sank off Grange.'
  expect((await unsaid(one, other)).filter((found) => found.startsWith('over'))).toEqual([])
})

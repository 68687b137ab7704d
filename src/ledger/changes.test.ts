import { beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../claims/attribution.ts'
import { loadEngine } from '../claims/engines.ts'
import { readClaims } from '../claims/index.ts'
import { readPage } from '../page/index.ts'
import { changesBetween } from './changes.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine('rules')
})

const LEDE = '"Up to 40 villagers were killed," Mayor Ana Ruiz said on Monday.'
const REST = 'The fire began near the mill, police said. Rain fell all day, the forecaster said.'

async function stood(text: string, headline: string) {
  const article = readPage(text, { as: 'article', given: { headline } })
  const [claims = []] = await readClaims([article], engine)
  return { article, claims }
}

describe('what changed between two versions', () => {
  test('is nothing where only the place of the words is another', async () => {
    const older = await stood(`${LEDE}\n\n${REST}`, 'Up to 40 killed, mayor says')
    const newer = await stood(`Updated at noon.\n\n${LEDE}\n\n${REST}`, 'Up to 40 killed, mayor says')
    const { claims, added, headline } = changesBetween(older, newer)
    expect(claims.filter(({ claim }) => claim.in === 'text').map(({ anchor }) => anchor)).toEqual([
      'moved',
      'moved',
      'moved',
    ])
    expect([added, headline, claims.flatMap(({ drift }) => drift)]).toEqual([[], null, []])
  })

  test('is what one speaker no longer says, though another says it in the same words', async () => {
    const authority = 'The harbour authority said on Monday that 12 people were injured at the quay.'
    const police = 'The police said on Tuesday that 12 people were injured at the quay.'
    const older = await stood(`${authority}\n\n${police}`, 'Crane falls')
    const newer = await stood(`${police}\n\nIt rained all day and nobody could see the ships.`, 'Crane falls')
    const inText = changesBetween(older, newer).claims.filter(({ claim }) => claim.in === 'text')
    expect(inText.map(({ claim, now, anchor }) => [claim.source?.text, now?.source?.text, anchor])).toEqual([
      ['The harbour authority', undefined, 'orphan'],
      ['The police', 'The police', 'moved'],
    ])
    const back = changesBetween(newer, older)
    expect(back.claims.map(({ now, anchor }) => [now?.source?.text, anchor])).toContainEqual(['The police', 'moved'])
    expect(back.added.map(({ source }) => source?.text)).toContain('The harbour authority')
  })

  test('is told in claims, in words and as drift', async () => {
    const older = await stood(`${LEDE}\n\n${REST}`, 'Up to 40 killed, mayor says')
    const newer = await stood(
      `${LEDE.replace('"Up to 40', '"40')}\n\nThe fire began near the mill, police said. The mill's owner was arrested, police said.`,
      '40 killed, mayor says',
    )
    const { claims, added, headline } = changesBetween(older, newer)
    const [ruiz, police, forecaster] = claims.filter(({ claim }) => claim.in === 'text')
    expect(ruiz?.anchor).toBe('changed')
    expect(ruiz?.drift.map(({ kind, from }) => [kind, from.text])).toContainEqual(['hedge dropped', 'Up to'])
    expect(police).toMatchObject({ anchor: expect.stringMatching(/exact|moved/), drift: [] })
    expect(forecaster).toMatchObject({ now: null, anchor: 'orphan' })
    expect(added.filter((claim) => claim.in === 'text').map(({ content }) => content.text)).toEqual([
      "The mill's owner was arrested",
    ])
    expect(headline?.filter(({ is }) => is !== 'kept')).toContainEqual({ words: 'Up to ', is: 'gone' })
  })

  test('is told of a headline, though its next word begins it now', async () => {
    const older = await stood(REST, 'Up to forty people hurt, police say')
    const newer = await stood(REST, 'Forty people hurt, police say')
    const { claims, added, headline } = changesBetween(older, newer)
    const [own] = claims.filter(({ claim }) => claim.in === 'headline')
    expect(own).toMatchObject({ anchor: 'changed', now: { content: { text: 'Forty people hurt' } } })
    expect(own?.drift.map(({ kind, from }) => [kind, from.text])).toEqual([['hedge dropped', 'Up to']])
    expect([added, headline?.map(({ words, is }) => [words.trim(), is])]).toEqual([
      [],
      [
        ['Up to', 'gone'],
        ['Forty people hurt, police say', 'kept'],
      ],
    ])
    const shouted = changesBetween(older, await stood(REST, 'Up to forty people HURT, police say'))
    expect(shouted.headline?.filter(({ is }) => is === 'new').map(({ words }) => words)).toEqual(['HURT'])
  })
})

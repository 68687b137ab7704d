// The check as a whole: findings in the order of the page, each anchored to its words, the same at every run.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClaims } from '../../claims/index.ts'
import { rules as engine } from '../../claims/rules/engine.ts'
import { NOTHING } from '../../page/article.ts'
import { readPage } from '../../page/index.ts'
import { check, RULES } from './index.ts'

const TEXT = `Up to 40 boats were lost in the storm, harbour master Marta Oduya said on Tuesday, March 5.

“We will rebuild every single boat that this storm has taken from us,” Oduya said.

Sources said the wall had been weak for years. The council met yesterday, Monday.

“We will rebuild each and every boat that this storm has taken from us,” Oduya said.`

async function findings(text: string, headline: string | null = 'Storm takes 40 boats, Oduya says') {
  const article = { ...readPage(text, { as: 'article' }), headline, published: '2031-03-05', deck: null }
  const [claims = []] = await readClaims([article], engine)
  return { article, found: check(article, claims, () => 'warning') }
}

describe('check', () => {
  test('finds in the order of the page, each finding on its words', async () => {
    const { article, found } = await findings(TEXT)
    expect(found.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['quote-altered', 'source-undescribed', 'stale-time-word', 'weekday-not-the-dates']),
    )
    for (const { at, other } of found)
      for (const anchor of [at, other])
        if (anchor !== null) expect((article[anchor.in] ?? '').slice(anchor.start, anchor.end)).toBe(anchor.text)
    const inText = found.filter(({ at }) => at.in === 'text').map(({ at }) => at.start)
    expect(inText).toEqual(inText.toSorted((a, b) => a - b))
    expect((await findings(TEXT)).found).toEqual(found)
  })

  test.each([
    ['the election commission', 'headline-as-fact'],
    ['the company', 'headline-as-fact'],
    ['the police', 'headline-as-fact'],
    ['a rights group', 'headline-without-source'],
    ['a government source', 'headline-without-source'],
    ['a person close to the company', 'headline-without-source'],
  ])('a fact of the headline that %s tells: %s', async (source, rule) => {
    const { found } = await findings(
      `The storm destroyed 40 boats in Pellmouth harbour, ${source} said on Tuesday.`,
      'Storm destroyed 40 boats in Pellmouth harbour',
    )
    expect(found.map((one) => one.rule).filter((id) => id.startsWith('headline'))).toEqual([rule])
  })

  test('sources in the headline are held against a person of the text, by whatever words', async () => {
    const { found } = await findings(
      'The harbour will sell 40 boats by the end of the year, a person familiar with the matter said on Tuesday.',
      'Harbour to sell 40 boats, sources say',
    )
    expect(found.map(({ rule }) => rule)).toContain('source-made-plural')
  })

  test('a short statement that is told again whole is one statement', async () => {
    const { found } = await findings(
      'The wall is safe, mayor Ana Reyle said on Tuesday.\n\nReyle claimed the wall is safe.',
    )
    expect(found.map(({ rule }) => rule)).toContain('said-made-claimed')
    const other = await findings(
      'The wall is safe, mayor Ana Reyle said on Tuesday.\n\nReyle claimed the harbour is safe.',
    )
    expect(other.found.map(({ rule }) => rule)).not.toContain('said-made-claimed')
  })

  test('the number of a caption is looked for in the text, not in the caption', async () => {
    const caption = 'The fire killed 11 people in Pellmouth'
    const text = `Nine people were killed in the fire in Pellmouth, police said.\n\n${caption}\n\nThe mill will stay shut.`
    const read = readPage(text, { as: 'article' })
    const start = read.text.indexOf(caption)
    const blocks = read.blocks.map((block) => (block.start === start ? { ...block, kind: 'caption' as const } : block))
    const article = { ...read, blocks, headline: 'Fire in Pellmouth' }
    const [claims = []] = await readClaims([article], engine)
    expect(check(article, claims).map(({ rule }) => rule)).toContain('caption-differs')
  })

  test('a rule that is off is not asked', async () => {
    const { article } = await findings(TEXT)
    expect(check(article, [], () => 'off')).toEqual([])
  })

  test('nothing is found in nothing', () => {
    expect(check(NOTHING, [])).toEqual([])
  })

  test('rules have ids of their own, in order', () => {
    const ids = RULES.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  const words = fc.constantFrom(
    '“We',
    'will',
    'rebuild',
    'it”',
    '40',
    'boats',
    'today,',
    'Monday',
    'Oduya',
    'said',
    'sources',
    '\n\n',
    'killed',
    'March 5',
    '\ud83d',
    '"',
    'up to',
    '.',
  )
  test('any words: no crash, and every finding on its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), async (some) => {
        const { article, found } = await findings(some.join(' '), some.slice(0, 8).join(' '))
        for (const { at } of found) expect((article[at.in] ?? '').slice(at.start, at.end)).toBe(at.text)
      }),
      { numRuns: 150 },
    )
  })
})

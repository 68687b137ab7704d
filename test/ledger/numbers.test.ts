// What a story tells has numbers in the ledger; what was told is kept, and told anew when something of it changes.
import { expect, test } from 'vitest'
import { correct } from '../../src/ledger/corrections/correct.ts'
import { numbersIn } from '../../src/ledger/numbers.ts'
import { type Ledger, openLedger } from '../../src/ledger/open.ts'
import { storiesListed, storyTold } from '../../src/ledger/told.ts'
import { onEachDatabase } from './databases.ts'
import { tell } from './telling.ts'

const TOLD = [
  'Fourteen passengers died when the ferry Calder struck the Grange lighthouse in fog, Captain Ada Moss said on Monday.',
  'The ferry Calder struck the Grange lighthouse in fog and 14 passengers died, Captain Ada Moss told reporters on Monday.',
  'The harbour of Selm will get a third crane next spring, port director Ilo Brandt said on Monday.',
]

async function filled(where: string): Promise<Ledger> {
  const ledger = await openLedger(where)
  for (const [n, text] of TOLD.entries())
    await tell(ledger, text, { url: `https://news.example/${n}`, outlet: `Post ${n}` })
  return ledger
}

onEachDatabase(({ fresh }) => {
  test('every article, claim and speaker of a story has its number', async () => {
    const ledger = await filled(await fresh())
    for (const { id } of await storiesListed(ledger)) {
      const story = await storyTold(ledger, id)
      if (story === null) throw new Error('no story')
      const { articles, captures, claims, speakers } = await numbersIn(ledger, story)
      for (const one of story.articles) {
        expect(articles.get(one.id)).toBeGreaterThan(0)
        expect(captures.get(one.id)?.sha256).toMatch(/^[0-9a-f]{64}$/)
      }
      for (const origin of story.origins) {
        for (const mention of origin.claims) {
          const row = await ledger.db
            .selectFrom('claim')
            .select('local')
            .where('id', '=', claims.get(mention) ?? 0)
            .executeTakeFirst()
          expect(mention.endsWith(`#${row?.local}`)).toBe(true)
        }
        expect(speakers.has(origin.id)).toBe(origin.speaker !== null)
      }
    }
    await ledger.close()
  })

  test('a story is told the same again, and otherwise when a person corrected it or a report joined', async () => {
    const ledger = await filled(await fresh())
    const [listed] = (await storiesListed(ledger)).toSorted((one, other) => other.articles - one.articles)
    const id = listed?.id ?? 0
    const before = await storyTold(ledger, id)
    expect(await storyTold(ledger, id)).toEqual(before)
    const claims = await ledger.db.selectFrom('claim').select('id').where('speaker', '=', 'Ada Moss').execute()
    for (const [n, claim] of claims.entries())
      await correct(
        ledger,
        claim.id,
        { field: 'speaker', speaker: { name: 'Ada Mosse', kind: 'person', key: null } },
        { by: 'Kim', at: `2031-03-05T10:00:00.00${n}Z`, why: 'Spelt with an e.' },
      )
    const after = await storyTold(ledger, id)
    expect(after?.origins.map(({ speaker }) => speaker)).toContain('Ada Mosse')
    await tell(ledger, `${TOLD[1]} Divers are on their way.`, { url: 'https://news.example/9', outlet: 'Post 9' })
    expect((await storyTold(ledger, id))?.account.outlets).toBe(3)
    await ledger.close()
  })

  test('the list goes on after any story of it', async () => {
    const ledger = await filled(await fresh())
    const all = await storiesListed(ledger)
    expect(all.length).toBeGreaterThan(1)
    for (const [at, after] of all.entries()) expect(await storiesListed(ledger, { after })).toEqual(all.slice(at + 1))
    await ledger.close()
  })
})

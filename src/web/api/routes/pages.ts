/** Entering pages: an address, HTML or text is taken in as the desk does, and what became of it can be asked for. */
import { z } from 'zod'
import { API_AT, articleAt } from '../../../publish/addresses.ts'
import type { Pinned } from '../../../publish/records/pinned.ts'
import { Count, Numbered, Permalink } from '../../../publish/records/words.ts'
import type { Brought } from '../../desk/brought.ts'
import type { Became, Item } from '../../desk/intake.ts'
import { one, type Route, write } from '../route.ts'

const address = z.url({ protocol: /^https?$/ }).max(4000)

const PageGiven = z
  .strictObject({
    url: address.optional().describe('The page to fetch or, with its words, where they are from.'),
    html: z.string().min(1).optional().describe('The page, where it is at hand.'),
    text: z.string().min(1).optional().describe('Its text, where that is all.'),
  })
  .refine(({ html, text }) => html === undefined || text === undefined, 'give html or text, not both')
  .refine(({ url, html, text }) => (url ?? html ?? text) !== undefined, 'give url, html or text')
  .meta({
    id: 'PageGiven',
    description: 'A page to enter: fetched politely from its address, or read as it is given.',
    examples: [
      {
        url: 'https://harbour.example/ferry',
        text: 'Ferry strikes pier\n\nUp to 40 people were hurt, Ilse Maren said.',
      },
    ],
  })

const PageEntering = z
  .object({
    name: z.string(),
    is: z.enum(['waiting', 'working', 'entered', 'unchanged', 'watched', 'failed']),
    article: Numbered.nullable(),
    isNew: z.boolean().nullable().describe('Whether the article is new in the ledger; null where nothing entered.'),
    claims: Count.nullable().describe('Claims that were read.'),
    reason: z.string().nullable().describe('Why it failed.'),
    permalink: Permalink.nullable(),
  })
  .meta({ id: 'PageEntering', description: 'What became of something that was brought.' })

const Batch = z
  .object({
    batch: z.string().describe('By which it is asked for, as long as the site runs.'),
    isDone: z.boolean(),
    items: z.array(PageEntering),
  })
  .meta({
    id: 'Batch',
    description: 'What was brought together.',
    examples: [
      {
        batch: '0f8fad5b-d9cb-469f-a165-70867728950e',
        isDone: true,
        items: [
          {
            name: 'https://harbour.example/ferry',
            is: 'entered',
            article: 7,
            isNew: true,
            claims: 9,
            reason: null,
            permalink: 'https://hearsay.example/article/7',
          },
        ],
      },
    ],
  })

const numberIn = (became: Became): number | null =>
  became.is === 'entered' ? became.entered.article : became.is === 'unchanged' ? became.article : null

function itemRecord({ name, became }: Item, { site }: Pinned): z.infer<typeof PageEntering> {
  const article = numberIn(became)
  return {
    name,
    is: became.is,
    article,
    isNew: became.is === 'entered' ? became.entered.isNewArticle : null,
    claims: became.is === 'entered' ? became.page.found.claims.length : null,
    reason: became.is === 'failed' ? became.reason : null,
    permalink: article === null ? null : site + articleAt(article),
  }
}

function broughtBy({ url, html, text }: z.infer<typeof PageGiven>): Brought {
  const words = html ?? text
  if (words === undefined) return { is: 'address', name: url as string, url: url as string }
  return { is: 'page', name: url ?? 'page', bytes: new TextEncoder().encode(words), url: url ?? null }
}

const enterPage = write({
  path: '/pages',
  name: 'enterPage',
  tag: 'pages',
  summary: 'Enters a page',
  description:
    'It is read beside; ask at `Location` until `isDone`. An address that is no page and names some, as a feed, is watched.',
  example: '/pages',
  body: PageGiven,
  answer: Batch,
  status: 202,
  read: async ({ intake, pinned }, { body }) => {
    const batch = intake.take([broughtBy(body)])
    const { items, isDone } = intake.batch(batch) ?? { items: [], isDone: false }
    return {
      value: { batch, isDone, items: items.map((item) => itemRecord(item, pinned)) },
      location: `${API_AT}/pages/${batch}`,
    }
  },
})

const getBatch = one({
  path: '/pages/{batch}',
  name: 'getBatch',
  tag: 'pages',
  summary: 'What became of a page that was entered',
  scope: 'write',
  isKept: false,
  params: { batch: z.string().max(100).describe('The `batch` that entering answered.') },
  example: '/pages/{batch}',
  answer: Batch,
  missing: 'There is no such batch any more: what it entered is in the ledger.',
  read: async ({ intake, pinned }, { params: { batch } }) => {
    const found = intake.batch(batch)
    return found && { batch, isDone: found.isDone, items: found.items.map((item) => itemRecord(item, pinned)) }
  },
})

export const pageRoutes: readonly Route[] = [enterPage, getBatch]

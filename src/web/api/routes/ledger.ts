/** The ledger as a whole: its position, what it holds, and how it is read. */
import { z } from 'zod'
import { positionNow } from '../../../ledger/position.ts'
import { statsOf } from '../../../ledger/stats.ts'
import { Position, positionRecord } from '../../../publish/records/position.ts'
import { Stats, statsRecord } from '../../../publish/records/stats.ts'
import { Permalink } from '../../../publish/records/words.ts'
import { METHODS } from '../../words/methods.ts'
import { one, type Route } from '../route.ts'

const getPosition = one({
  path: '/position',
  name: 'getPosition',
  tag: 'ledger',
  summary: "The position of the ledger's log: whether anything entered since",
  example: '/position',
  answer: Position,
  read: async ({ ledger }) => positionRecord(await positionNow(ledger)),
})

const getStats = one({
  path: '/stats',
  name: 'getStats',
  tag: 'ledger',
  summary: 'What the ledger holds, and how its readings stood up to people',
  example: '/stats',
  answer: Stats,
  read: async ({ ledger }) => statsRecord(await statsOf(ledger)),
})

const named = z.array(z.object({ name: z.string(), text: z.string() }))

const Methods = z
  .object({
    summary: z.string(),
    steps: named.describe('What is done with a page, in order.'),
    marks: named.describe('What marks of the site mean.'),
    measured: z
      .array(z.object({ what: z.string(), figure: z.string(), beside: z.string(), by: z.string() }))
      .describe('How well, beside what, and the command that measures it.'),
    limits: z.array(z.string()),
    corrections: z.array(z.string()),
    permalink: Permalink,
  })
  .meta({ id: 'Methods', description: 'How a page is read, how well that goes, where it fails.' })

const pairs = (some: readonly (readonly string[])[]) => some.map(([name = '', text = '']) => ({ name, text }))

const getMethods = one({
  path: '/methods',
  name: 'getMethods',
  tag: 'ledger',
  summary: 'How pages are read, how well that goes, and where it fails',
  example: '/methods',
  answer: Methods,
  read: async ({ pinned }) => ({
    summary: METHODS.lede,
    steps: pairs(METHODS.steps),
    marks: pairs(METHODS.marks),
    measured: METHODS.measured.map(({ what, figure, beside, by }) => ({ what, figure, beside, by })),
    limits: [...METHODS.limits],
    corrections: [...METHODS.corrections],
    permalink: `${pinned.site}/methods`,
  }),
})

export const ledgerRoutes: readonly Route[] = [getPosition, getStats, getMethods]

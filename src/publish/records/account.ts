/** Accounts: how many outlets carry something, how few origins they trace to, and of how many the lineage is unknown. */
import { z } from 'zod'
import type { Account as Told } from '../../stories/told/account.ts'
import { Count } from './words.ts'

export const Account = z
  .object({
    outlets: Count.describe('Outlets that carry it; an article of which no outlet is known counts as one.'),
    nameless: Count.describe('Articles among them of which no outlet is known.'),
    reports: Count.describe('Texts: what is printed by many as one is one.'),
    origins: Count.describe('Origins to which at least one report traces. Several are not for that independent.'),
    unknown: Count.describe('Outlets none of whose reports is traced to anybody: they count as no origin.'),
    sentence: z.string().describe('The account in words.'),
    reasons: z.array(z.string()).describe('What the sentence rests on.'),
  })
  .meta({
    id: 'Account',
    description: 'Origins are counted, not outlets.',
    examples: [
      {
        outlets: 6,
        nameless: 0,
        reports: 3,
        origins: 1,
        unknown: 2,
        sentence: '6 outlets, 1 origin; of 2 the lineage is unknown.',
        reasons: ['4 outlets print one text'],
      },
    ],
  })
export type Account = z.infer<typeof Account>

export const accountRecord = (told: Told): Account => {
  const { outlets, nameless, reports, origins, unknown, sentence, reasons } = told
  return { outlets, nameless, reports, origins, unknown, sentence, reasons: [...reasons] }
}

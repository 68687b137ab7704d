/** Corrections: what a person said of a claim, or of what is one origin, kept beside the reading and never over it. */
import { z } from 'zod'
import { Change } from '../../ledger/corrections/change.ts'
import type { Reversal as Reversed } from '../../ledger/corrections/correction.ts'
import type { CorrectionListed } from '../../ledger/corrections/listed.ts'
import { correctionsAt } from '../addresses.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Moment, Numbered, Permalink } from './words.ts'

const said = {
  number: Numbered,
  by: z.string().describe('Who says so.'),
  at: Moment,
  why: z.string(),
}

export const Reversal = z
  .object({
    ...said,
    kind: z.enum(['undo', 'redo']),
    correction: Numbered.describe('The correction that it is about.'),
  })
  .meta({
    id: 'Reversal',
    description: 'That a correction was taken back, or put in force again: an entry of its own.',
    examples: [
      { number: 6, by: 'M. Voss', at: '2031-05-14T10:00:00.000Z', why: 'Misread.', kind: 'undo', correction: 5 },
    ],
  })
export type Reversal = z.infer<typeof Reversal>

export const Correction = z
  .object({
    ...said,
    claim: Numbered.describe('The claim that the person had before them.'),
    change: Change,
    isInForce: z.boolean(),
    reversals: z.array(Reversal).describe('What undid it and put it in force again, in order.'),
    words: z.string().nullable().describe('What the claim says; null for one that people have hidden.'),
    headline: z.string().nullable(),
    outlet: z.string().nullable(),
    permalink: Permalink,
  })
  .meta({
    id: 'Correction',
    description: 'What a person said of a reading.',
    examples: [
      {
        number: 5,
        by: 'M. Voss',
        at: '2031-05-14T09:30:00.000Z',
        why: 'The caption names the harbour.',
        claim: 41,
        change: { field: 'place', name: 'Elling harbour' },
        isInForce: true,
        reversals: [],
        words: 'up to 40 people were hurt at the harbour',
        headline: '40 hurt as ferry strikes pier',
        outlet: 'The Harbour Post',
        permalink: 'https://hearsay.example/claim/41#corrections',
      },
    ],
  })
export type Correction = z.infer<typeof Correction>

export const reversalRecord = ({ id, kind, target, by, at, why }: Reversed): Reversal => ({
  number: id,
  by,
  at,
  why,
  kind,
  correction: target,
})

/** A change without more of an article's words than may be shown: none of a claim that is hidden. */
function changeRecord(change: Change, isShown: boolean, pinned: Pinned): Change {
  if (!('words' in change)) return change
  const text = isShown ? excerptOf(change.words.text, pinned) : '\u2026'
  return { ...change, words: { ...change.words, text } }
}

export const correctionRecord = (listed: CorrectionListed, pinned: Pinned): Correction => {
  const { correction, isInForce, reversals, words, headline, outlet } = listed
  const { id, by, at, why, claim, change } = correction
  return {
    number: id,
    by,
    at,
    why,
    claim,
    change: changeRecord(change, words !== null, pinned),
    isInForce,
    reversals: reversals.map(reversalRecord),
    words: words && excerptOf(words, pinned),
    headline: headline && excerptOf(headline, pinned),
    outlet,
    permalink: pinned.site + correctionsAt(claim),
  }
}

/** Correcting: what of a claim is otherwise or was missed, undoing and redoing, and deciding what is one origin. */
import { z } from 'zod'
import { Change } from '../../../ledger/corrections/change.ts'
import { addClaim, correct, MOST_SAID, redo, type Saying, undo } from '../../../ledger/corrections/correct.ts'
import { claimStood } from '../../../ledger/stood.ts'
import { API_AT } from '../../../publish/addresses.ts'
import { Correction, Reversal, reversalRecord } from '../../../publish/records/correction.ts'
import { SPEAKER_KINDS, STRINGS } from '../../../publish/records/words.ts'
import { type Api, type Route, write } from '../route.ts'
import { correctionOf } from './corrections.ts'
import { numbered } from './given.ts'

const claim = numbered('claim')
const correction = numbered('correction')

const saying = {
  by: z.string().min(1).max(MOST_SAID.by).describe('Who says so.'),
  why: z.string().min(1).max(MOST_SAID.why).describe('Why: what the page says, and where.'),
}

const saidBy = ({ by, why }: { readonly by: string; readonly why: string }, { now }: Api): Saying => ({
  by,
  why,
  at: now(),
})

/** The correction that was just written. */
const written = async (api: Api, number: number) => {
  const value = await correctionOf(api, number)
  if (value === null) throw new Error(`correction ${number} was written and is not there`)
  return { value, location: `${API_AT}/corrections/${number}` }
}

const CorrectionGiven = z.strictObject({ ...saying, change: Change }).meta({
  id: 'CorrectionGiven',
  description: 'What is otherwise than it was read.',
  examples: [
    { by: 'M. Voss', why: 'The caption names the harbour.', change: { field: 'place', name: 'Elling harbour' } },
  ],
})

const correctClaim = write({
  path: '/claims/{claim}/corrections',
  name: 'correctClaim',
  tag: 'corrections',
  summary: 'Says what of a claim is otherwise, or that it is right',
  params: { claim },
  example: '/claims/1/corrections',
  body: CorrectionGiven,
  answer: Correction,
  status: 201,
  missing: 'The ledger has no claim of this number.',
  read: async (api, { params, body }) => {
    if ((await claimStood(api.ledger, params.claim)) === null) return null
    const { id } = await correct(api.ledger, params.claim, body.change, saidBy(body, api))
    return written(api, id)
  },
})

const reversed = (how: 'undo' | 'redo', summary: string) =>
  write({
    path: `/corrections/{correction}/${how}`,
    name: `${how}Correction`,
    tag: 'corrections',
    summary,
    params: { correction },
    example: `/corrections/{correction}/${how}`,
    body: z.strictObject(saying).meta({
      id: 'Saying',
      description: 'Who says so, and why.',
      examples: [{ by: 'M. Voss', why: 'The caption is of another picture.' }],
    }),
    answer: Reversal,
    status: 201,
    missing: 'There is no correction of this number.',
    read: async (api, { params, body }) => {
      if ((await correctionOf(api, params.correction)) === null) return null
      const reversal = await (how === 'undo' ? undo : redo)(api.ledger, params.correction, saidBy(body, api))
      return { value: reversalRecord(reversal), location: `${API_AT}/corrections/${params.correction}` }
    },
  })

const Missed = z
  .strictObject({
    ...saying,
    in: z.enum(STRINGS).default('text'),
    text: z.string().min(1).max(5000).describe('Words of the article as it stands now.'),
    nth: z
      .int()
      .min(0)
      .optional()
      .describe('The how manieth time that they stand there, from 0; needed where they stand there several times.'),
    type: z.enum(['direct', 'indirect', 'mixed', 'none']),
    speaker: z
      .strictObject({
        name: z.string().min(1).max(500),
        kind: z.enum(SPEAKER_KINDS),
        key: z.string().nullable().default(null),
      })
      .nullable(),
  })
  .meta({
    id: 'Missed',
    description: 'A claim that was missed: words of an article, and who answers for them.',
    examples: [
      {
        by: 'M. Voss',
        why: 'It was missed.',
        in: 'text',
        text: 'the pier will stay closed',
        type: 'indirect',
        speaker: { name: 'Ilse Maren', kind: 'person', key: null },
      },
    ],
  })

const addMissedClaim = write({
  path: '/articles/{article}/claims',
  name: 'addClaim',
  tag: 'corrections',
  summary: 'Adds a claim that was missed in an article',
  params: { article: numbered('article') },
  example: '/articles/1/claims',
  body: Missed,
  answer: Correction,
  status: 201,
  read: async (api, { params, body: { by, why, nth, ...missed } }) => {
    const given = { ...missed, ...(nth === undefined ? {} : { nth }) }
    const { id } = await addClaim(api.ledger, params.article, given, saidBy({ by, why }, api))
    return written(api, id)
  },
})

const claims = z.array(z.int().positive()).max(1000)
const Decision = z
  .strictObject({
    ...saying,
    how: z.enum(['merge', 'split', 'move']),
    one: claims.min(1).describe('Numbers of claims that are of one origin,'),
    not: claims.default([]).describe('and of claims that are none of it.'),
  })
  .meta({
    id: 'Decision',
    description: 'Which claims are of one origin, and which are not.',
    examples: [{ by: 'M. Voss', why: 'Both quote the same briefing.', how: 'merge', one: [41, 52], not: [] }],
  })

const decideOrigin = write({
  path: '/decisions',
  name: 'decideOrigin',
  tag: 'corrections',
  summary: 'Decides which claims are of one origin',
  example: '/decisions',
  body: Decision,
  answer: Correction,
  status: 201,
  read: async (api, { body: { by, why, how, one: own, not } }) => {
    const change = { field: 'origin', how, one: own, not } as const
    const { id } = await correct(api.ledger, own[0] as number, change, saidBy({ by, why }, api))
    return written(api, id)
  },
})

export const correctingRoutes: readonly Route[] = [
  correctClaim,
  reversed('undo', 'Takes a correction back'),
  reversed('redo', 'Puts a correction in force again that was taken back'),
  addMissedClaim,
  decideOrigin,
]

/** A claim's columns and figures, as it is looked for: as it was read, or as people corrected it. */
import type { Claim } from '../claims/claim.ts'
import type { Writing } from './open.ts'
import type { Tables } from './tables.ts'

/** What of a claim is looked for. */
export const claimColumns = (claim: Claim) =>
  ({
    type: claim.type,
    speaker: claim.speaker?.name ?? null,
    speakerKey: claim.speaker?.key ?? null,
    speakerKind: claim.speaker?.kind ?? null,
    saidOn: claim.saidTime?.date ?? null,
    happenedFrom: claim.eventTime?.start ?? null,
    happenedTo: claim.eventTime?.end ?? null,
    place: claim.place?.name ?? null,
    voice: voiceIn(claim),
    via: claim.chain[0]?.kind === 'outlet' ? claim.chain[0].link : null,
  }) satisfies Partial<Tables['claim']>

/** Whether the chain ends with the speaker, or goes on to whom the speaker has it from. */
function voiceIn({ speaker, chain }: Claim): Tables['claim']['voice'] {
  const at = chain.findLastIndex(({ name }) => name === speaker?.name)
  if (at === -1) return null
  return at === chain.length - 1 ? 'own' : 'relay'
}

/** Keeps a claim's figures as they are looked for. */
export async function addFigures(db: Writing, claimId: number, { figures }: Claim): Promise<void> {
  if (figures.length === 0) return
  const rows = figures.map(({ text, low, high, measure, unit, of }) => ({
    claimId,
    text,
    low,
    high,
    measure,
    unit,
    population: of,
  }))
  await db.insertInto('figure').values(rows).execute()
}

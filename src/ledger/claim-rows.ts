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

/** What of a figure is looked for. */
export const figureColumns = ({ text, low, high, measure, unit, of }: Claim['figures'][number]) =>
  ({ text, low, high, measure, unit, population: of }) satisfies Omit<Tables['figure'], 'id' | 'claimId'>

/** Rows of one statement: well below what both databases take as parameters. */
const TOGETHER = 500

/** Keeps claims' figures as they are looked for. @param claims each with its number */
export async function addFigures(db: Writing, claims: readonly (readonly [id: number, claim: Claim])[]): Promise<void> {
  const rows = claims.flatMap(([claimId, { figures }]) =>
    figures.map((figure) => ({ claimId, ...figureColumns(figure) })),
  )
  for (let at = 0; at < rows.length; at += TOGETHER)
    await db
      .insertInto('figure')
      .values(rows.slice(at, at + TOGETHER))
      .execute()
}

type NewClaim = Omit<Tables['claim'], 'id'>

/** Keeps claims. @returns their numbers, in their order */
export async function addClaims(db: Writing, rows: readonly NewClaim[]): Promise<number[]> {
  const ids: number[] = []
  for (let at = 0; at < rows.length; at += TOGETHER) {
    const some = await db
      .insertInto('claim')
      .values(rows.slice(at, at + TOGETHER))
      .returning('id')
      .execute()
    // Both databases number the rows of a statement in their order, but need not return them in it.
    ids.push(...some.map(({ id }) => id).sort((one, other) => one - other))
  }
  return ids
}

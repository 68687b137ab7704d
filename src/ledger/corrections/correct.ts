/**
 * Correcting: a person says of a claim what is otherwise than it was read, or of origins which claims are one. Each
 * correction, undo and redo is an entry of its own, written in one transaction with all that follows from it.
 */
import type { Ledger, Writing } from '../open.ts'
import { resettled } from '../settled.ts'
import { Change, type ClaimChange, figureAt, type OriginChange } from './change.ts'
import { changed } from './corrected.ts'
import { type Correction, inForce, type Reversal } from './correction.ts'
import { CorrectionError } from './correction-error.ts'
import { membersOf } from './reapply.ts'
import { correctionEntries, writeEntry } from './record.ts'

/** Who says so, when and why. */
export interface Saying {
  readonly by: string
  /** ISO time in UTC, with milliseconds. */
  readonly at: string
  readonly why: string
}

/**
 * Corrects a claim, or what is one origin.
 * @param claim its number
 * @throws {CorrectionError} where it says nothing that can be written down
 */
export function correct(ledger: Ledger, claim: number, change: Change, saying: Saying): Promise<Correction> {
  return ledger.write((db) => addCorrection(db, claim, change, saying))
}

/** The same as a part of a transaction. */
export async function addCorrection(db: Writing, claim: number, given: Change, who: Saying): Promise<Correction> {
  const saying = checked(who)
  const parsed = Change.safeParse(given)
  if (!parsed.success) throw new CorrectionError(parsed.error.issues.map(({ message }) => message).join('; '))
  const change = parsed.data
  const row = await db.selectFrom('claim').select(['articleId', 'thread']).where('id', '=', claim).executeTakeFirst()
  if (row === undefined) throw new CorrectionError(`There is no claim ${claim}.`)
  const threads = change.field === 'origin' ? await threadsOf(db, change) : []
  if (change.field !== 'origin') await checkEffect(db, claim, row.thread ?? claim, change)
  const write = () =>
    writeEntry(db, {
      kind: 'change',
      claimId: claim,
      articleId: row.articleId,
      target: null,
      field: change.field,
      changeJson: JSON.stringify(change),
      person: saying.by,
      at: saying.at,
      why: saying.why,
    })
  const id = change.field === 'origin' ? await write() : await resettled(db, row.articleId, write)
  if (threads.length > 0)
    await db
      .insertInto('decision')
      .values(threads.map((decided) => ({ correctionId: id, ...decided })))
      .execute()
  return { id, kind: 'change', claim, change, ...saying }
}

/**
 * Takes a correction back.
 * @throws {CorrectionError} where it is not in force
 */
export const undo = (ledger: Ledger, correction: number, saying: Saying): Promise<Reversal> =>
  ledger.write((db) => reverse(db, 'undo', correction, saying))

/**
 * Puts a correction in force again that was taken back.
 * @throws {CorrectionError} where it is in force
 */
export const redo = (ledger: Ledger, correction: number, saying: Saying): Promise<Reversal> =>
  ledger.write((db) => reverse(db, 'redo', correction, saying))

async function reverse(db: Writing, kind: 'undo' | 'redo', target: number, given: Saying): Promise<Reversal> {
  const saying = checked(given)
  const row = await db.selectFrom('correction').selectAll().where('id', '=', target).executeTakeFirst()
  if (row?.kind !== 'change') throw new CorrectionError(`There is no correction ${target}.`)
  const entries = await correctionEntries({ db }, { articles: [row.articleId] })
  const isInForce = inForce(entries).some(({ id }) => id === target)
  if (isInForce !== (kind === 'undo'))
    throw new CorrectionError(`Correction ${target} is ${isInForce ? 'in force already' : 'not in force'}.`)
  const { claimId, articleId, field } = row
  const { by: person, at, why } = saying
  const write = () => writeEntry(db, { kind, claimId, articleId, target, field, changeJson: null, person, at, why })
  const id = field === 'origin' ? await write() : await resettled(db, articleId, write)
  return { id, kind, target, ...saying }
}

/** Words as both databases keep them. */
const kept = (words: string): string => words.trim().toWellFormed().replaceAll('\u0000', '\ufffd')

function checked({ by, at, why }: Saying): Saying {
  const saying = { by: kept(by), at, why: kept(why) }
  if (saying.by === '') throw new CorrectionError('Say who corrects.')
  if (saying.why === '') throw new CorrectionError('Say why.')
  return saying
}

/** A correction that changes nothing is a mistake, and so is one that leaves a figure that cannot be. */
async function checkEffect(db: Writing, claim: number, thread: number, change: ClaimChange): Promise<void> {
  const member = (await membersOf(db, [thread])).find(({ id }) => id === claim)
  if (member === undefined) throw new CorrectionError(`Claim ${claim} is not in its reading; hearsay verify says more.`)
  const { claim: now, isHidden } = member.corrected
  if (change.field === 'figure') {
    const figure = now.figures[figureAt(member.read.figures, change.figure)]
    if (figure === undefined) throw new CorrectionError(`Claim ${claim} has no such figure.`)
    const { low, high } = { ...figure, ...change.set }
    if (low !== null && high !== null && low > high)
      throw new CorrectionError(`The lower bound, ${low}, would be above the higher one, ${high}.`)
  }
  if (change.field === 'right') return
  if (change.field === 'hidden' && change.hidden === isHidden)
    throw new CorrectionError(`Claim ${claim} is ${isHidden ? 'hidden' : 'shown'} already.`)
  if (change.field !== 'hidden' && JSON.stringify(changed(now, change)) === JSON.stringify(now))
    throw new CorrectionError(`Claim ${claim} says so already. hearsay correct ${claim} --right says that it is right.`)
}

interface Side {
  readonly claimId: number
  readonly thread: number
  readonly side: 'one' | 'not'
}

/** The claims of a decision with their threads; a thread cannot be on both sides. */
async function threadsOf(db: Writing, { one, not }: OriginChange): Promise<Side[]> {
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'thread'])
    .where('id', 'in', [...one, ...not])
    .execute()
  const threadOf = new Map(rows.map(({ id, thread }) => [id, thread ?? id]))
  const sides = new Map<number, Side>()
  for (const [claims, side] of [
    [one, 'one'],
    [not, 'not'],
  ] as const)
    for (const claim of claims) {
      const thread = threadOf.get(claim)
      if (thread === undefined) throw new CorrectionError(`There is no claim ${claim}.`)
      const known = sides.get(thread)
      if (known !== undefined && known.side !== side)
        throw new CorrectionError(`Claim ${claim} is the same claim as one of the other origin, in another reading.`)
      sides.set(thread, known ?? { claimId: claim, thread, side })
    }
  return [...sides.values()]
}

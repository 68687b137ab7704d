/**
 * Correcting: a person says of a claim what is otherwise than it was read, or of origins which claims are one. Each
 * correction, undo and redo is an entry of its own, written in one transaction with all that follows from it.
 */
import type { Ledger, Writing } from '../open.ts'
import { currentReadings } from '../search/current.ts'
import { resettled } from '../settled.ts'
import { articleOfVersion } from '../threads.ts'
import { enterAdded } from './added.ts'
import { type AddedClaim, Change, type ClaimChange, type OriginChange, placeOf } from './change.ts'
import { correctedClaim } from './corrected.ts'
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
export async function addCorrection(
  db: Writing,
  claim: number,
  given: Change,
  who: Saying,
  entersAt: string = who.at,
): Promise<Correction> {
  const saying = checked(who)
  const parsed = Change.safeParse(given)
  if (!parsed.success) throw new CorrectionError(parsed.error.issues.map(({ message }) => message).join('; '))
  const change = parsed.data
  const row = await db.selectFrom('claim').select(['articleId', 'thread']).where('id', '=', claim).executeTakeFirst()
  if (row === undefined) throw new CorrectionError(`There is no claim ${claim}.`)
  const threads = change.field === 'origin' ? await threadsOf(db, change) : []
  if (change.field !== 'origin') await checkEffect(db, claim, row.thread ?? claim, change)
  const write = () => writeChange(db, { claim, article: row.articleId, change, saying, entersAt })
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

/** Characters of who says so, and of why, at most. */
export const MOST_SAID = { by: 200, why: 2000 } as const

function checked({ by, at, why }: Saying): Saying {
  const saying = { by: kept(by), at, why: kept(why).replaceAll('\r\n', '\n') }
  if (saying.by === '') throw new CorrectionError('Say who corrects.')
  if (saying.why === '') throw new CorrectionError('Say why.')
  if (saying.by.length > MOST_SAID.by) throw new CorrectionError(`Say who in ${MOST_SAID.by} characters at most.`)
  if (saying.why.length > MOST_SAID.why) throw new CorrectionError(`Say why in ${MOST_SAID.why} characters at most.`)
  return saying
}

/** A correction that changes nothing is a mistake, and so is one that leaves a figure that cannot be. */
async function checkEffect(db: Writing, claim: number, thread: number, change: ClaimChange): Promise<void> {
  const member = (await membersOf(db, [thread])).find(({ id }) => id === claim)
  if (member === undefined) throw new CorrectionError(`Claim ${claim} is not in its reading; hearsay verify says more.`)
  const [{ corrected: now, read, isAdded }, correction] = [
    member,
    { id: Number.MAX_SAFE_INTEGER, kind: 'change', claim, change, by: '', at: '', why: '' } as const,
  ]
  const then = correctedClaim(read, [...member.entries, correction], { isAdded })
  if (then.missed.includes(correction))
    throw new CorrectionError(
      change.field === 'added figure'
        ? `These words are not in claim ${claim}, or not in one piece.`
        : `Claim ${claim} has no such figure.`,
    )
  const wrong = then.claim.figures.find(({ low, high }) => low !== null && high !== null && low > high)
  if (wrong !== undefined)
    throw new CorrectionError(`The lower bound, ${wrong.low}, would be above the higher one, ${wrong.high}.`)
  if (change.field === 'claim') throw new CorrectionError(`Claim ${claim} is there already.`)
  if (change.field === 'right') return
  if (change.field === 'hidden' && change.hidden === now.isHidden)
    throw new CorrectionError(`Claim ${claim} is ${now.isHidden ? 'hidden' : 'shown'} already.`)
  if (change.field !== 'hidden' && JSON.stringify(then.claim) === JSON.stringify(now.claim))
    throw new CorrectionError(`Claim ${claim} says so already. hearsay correct ${claim} --right says that it is right.`)
}

/** What was missed: words of an article as it stands now, and who answers for them. */
export interface Missed extends Omit<AddedClaim, 'field' | 'words'> {
  readonly text: string
  /** The how manieth time that they stand there, from 0; may be left out where they stand there once. */
  readonly nth?: number
}

/**
 * Adds a claim that was missed in an article.
 * @param article its number
 * @returns the correction that did so; its `claim` is the number of the new claim
 * @throws {CorrectionError} where the words do not stand there, or are a claim already
 */
export function addClaim(ledger: Ledger, article: number, missed: Missed, saying: Saying): Promise<Correction> {
  return ledger.write((db) => addMissed(db, article, missed, saying))
}

/** The same as a part of a transaction. */
export async function addMissed(
  db: Writing,
  article: number,
  missed: Missed,
  who: Saying,
  entersAt: string = who.at,
): Promise<Correction> {
  const saying = checked(who)
  const { text, nth, ...said } = missed
  const parsed = Change.safeParse({ field: 'claim', ...said, words: { text: text.trim(), nth: nth ?? 0 } })
  if (!parsed.success) throw new CorrectionError(parsed.error.issues.map(({ message }) => message).join('; '))
  const change = parsed.data as AddedClaim
  const place = (await currentReadings(db, [article])).get(article)
  if (place === undefined) throw new CorrectionError(`There is no article ${article}.`)
  const page = (await articleOfVersion({ db }, place.version))[change.in] ?? ''
  const start = placeOf(page, change.words)
  if (start === -1)
    throw new CorrectionError(`These words do not stand in the ${change.in} of article ${article} as it is now.`)
  if (nth === undefined && placeOf(page, { ...change.words, nth: 1 }) !== -1)
    throw new CorrectionError('These words stand there several times: point at more of them, or say at which.')
  const at = { start, end: start + change.words.text.length }
  const known = await db
    .selectFrom('claim')
    .select('id')
    .where('readingId', '=', place.reading)
    .where('standsIn', '=', change.in)
    .where('start', '=', at.start)
    .where('end', '=', at.end)
    .executeTakeFirst()
  if (known !== undefined) throw new CorrectionError(`These words are claim ${known.id} already.`)
  const [claim, id] = await resettled(db, article, async () => {
    const added = await enterAdded(db, place, { change, at, isCurrent: true })
    return [added, await writeChange(db, { claim: added, article, change, saying, entersAt })] as const
  })
  return { id, kind: 'change', claim, change, ...saying }
}

const writeChange = (
  db: Writing,
  {
    claim,
    article,
    change,
    saying,
    entersAt,
  }: { claim: number; article: number; change: Change; saying: Saying; entersAt: string },
): Promise<number> =>
  writeEntry(
    db,
    {
      kind: 'change',
      claimId: claim,
      articleId: article,
      target: null,
      field: change.field,
      changeJson: JSON.stringify(change),
      person: saying.by,
      at: saying.at,
      why: saying.why,
    },
    entersAt,
  )

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

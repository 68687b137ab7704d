/**
 * Composing: who is due gets a letter with what came since their last one. The letter and how far it has told are written in
 * one transaction for each follower: killed at any time, no development is told in two letters, and none is in none.
 */
import { lastDevelopment } from '../../ledger/developments/list.ts'
import type { Ledger } from '../../ledger/open.ts'
import { begin, type LetterPart } from '../following/letters.ts'
import { type News, newsIn } from '../following/news.ts'
import type { Following, FollowingWriting } from '../following/open.ts'
import { nextDue } from '../following/rhythm.ts'
import { type Due, dueAfter, type Mark } from './due.ts'

/** What is told, to whom, of it. */
interface ToTell extends Mark {
  readonly news: News
}

/**
 * Begins a letter to everyone who is due and has something to be told. Who has a letter waiting gets no other before it.
 * @param told is told how many were begun so far
 * @returns how many were begun
 * @throws {LedgerError} where the ledger cannot be read or the store not be written to
 */
export async function compose(
  ledger: Ledger,
  following: Following,
  now: string,
  signal: AbortSignal,
  told: (begun: number) => void = () => {},
): Promise<number> {
  const last = await lastDevelopment(ledger)
  const newsOf = newsIn(ledger, last)
  let [begun, after] = [0, 0]
  while (!signal.aborted) {
    const due = await dueAfter(following, { after, last, now })
    if (due.length === 0) break
    after = due.at(-1)?.id ?? after
    const idle: (readonly [Due, readonly ToTell[]])[] = []
    for (const one of due) {
      if (signal.aborted) break
      const toTell: ToTell[] = []
      for (const mark of one.marks) toTell.push({ ...mark, news: await newsOf(mark) })
      if (toTell.every(({ news }) => news.ids.length === 0)) idle.push([one, toTell])
      else if (await following.write((db) => letterTo(db, one, toTell, { last, now }))) told(++begun)
    }
    if (idle.length > 0) await following.write((db) => moveOn(db, idle, { last, now }))
  }
  return begun
}

/** When is composed, and the last development there is. */
interface Moment {
  readonly last: number
  readonly now: string
}

/** Whether more came than one letter tells: the rest is told soon, not with the next digest, or digests would fall behind. */
const isMore = (toTell: readonly ToTell[], last: number): boolean => toTell.some(({ news }) => news.upTo < last)

/** One letter, and how far it has told. @returns whether it was begun: not where somebody else did so meanwhile */
async function letterTo(
  db: FollowingWriting,
  due: Due,
  toTell: readonly ToTell[],
  { last, now }: Moment,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('follower')
    .set({ dueAt: nextDue(isMore(toTell, last) ? { ...due, rhythm: 'at once' } : due, now) })
    .where('id', '=', due.id)
    .where('dueAt', '=', due.dueAt)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  const parts: LetterPart[] = []
  const isTold = new Set<number>()
  for (const { id, followed, after, news } of toTell) {
    const moved = await db
      .updateTable('following')
      .set({ after: news.upTo })
      .where('id', '=', id)
      .where('after', '=', after)
      .executeTakeFirst()
    // Ended, or told by another, since it was looked at.
    if (moved.numUpdatedRows !== 1n) continue
    const ids = news.ids.filter((one) => !isTold.has(one))
    for (const one of ids) isTold.add(one)
    if (ids.length > 0) parts.push({ following: id, followed, ids })
  }
  if (parts.length === 0) return false
  const letter = await begin(db, { follower: due.id, kind: 'news', parts }, now)
  await db
    .updateTable('letter')
    .set({ toldIn: letter })
    .where('followerId', '=', due.id)
    .where('kind', '=', 'news')
    .where('state', 'in', ['doubtful', 'refused'])
    .where('toldIn', 'is', null)
    .execute()
  return true
}

/** Of those without news: how far was looked, and when is looked next. */
async function moveOn(
  db: FollowingWriting,
  idle: readonly (readonly [Due, readonly ToTell[]])[],
  { last, now }: Moment,
): Promise<void> {
  const moves = new Map(
    idle.flatMap(([, toTell]) => toTell.map((one) => [`${one.after} ${one.subject}`, one] as const)),
  )
  for (const { subject, after, news } of moves.values())
    if (news.upTo > after)
      await db
        .updateTable('following')
        .set({ after: news.upTo })
        .where('subject', '=', subject)
        .where('after', '=', after)
        .where('confirmedAt', 'is not', null)
        .execute()
  for (const [due, toTell] of idle)
    if (due.rhythm !== 'at once' && !isMore(toTell, last))
      await db
        .updateTable('follower')
        .set({ dueAt: nextDue(due, now) })
        .where('id', '=', due.id)
        .where('dueAt', '=', due.dueAt)
        .execute()
}

/**
 * Sending what is due: over several connections, at a set pace, each letter once. What a server does not take now is tried
 * again later, ever less often, for days (RFC 5321, 4.5.4.1); what it will never take is written down, and said to the
 * reader in the next letter.
 */
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Following } from '../following/open.ts'
import { openConnection, ServerError, USUAL_WAITS, type Waits } from './connection.ts'
import { type Delivered, deliver, type Outgoing } from './delivery.ts'
import type { Lease } from './lease.ts'
import type { Marks } from './marks.ts'
import { paceOf } from './pace.ts'
import { failedOnce } from './returns.ts'
import type { MailSettings } from './settings.ts'

/** Letters taken from the store at once. */
const TAKEN = 20

/** Letters after which a connection is opened anew: some servers end it after a hundred. */
const MOST_PER_CONNECTION = 100

/** How long one waits before a letter is tried again, in minutes, and for how long in all, in milliseconds. */
const AGAIN = [5, 15, 30, 60, 120, 240]
const GIVEN_UP = 3 * 24 * 3600_000

/** Connections in a row that may fail before a pass ends. */
const MOST_FAILURES = 3

export interface Sent {
  sent: number
  /** To be tried again. */
  later: number
  refused: number
  doubtful: number
}

export interface Sending {
  readonly following: Following
  readonly settings: MailSettings
  readonly lease: Lease
  readonly marks: Marks
  /** A letter as it goes out; null where there is nothing left to tell. */
  readonly write: (letter: number) => Promise<Outgoing | null>
  /** What this machine calls itself. */
  readonly name: string
  readonly signal: AbortSignal
  readonly waits?: Waits
  /** Is told of each letter that went out or not. */
  readonly told?: (sent: Readonly<Sent>) => void
}

/**
 * Sends what is due, until nothing is or the signal says so: what was begun is finished.
 * @throws {ServerError} where the server cannot be used; what was not sent stays due
 */
export async function sendDue(sending: Sending): Promise<Sent> {
  const { following, settings, lease, signal } = sending
  const sent: Sent = { sent: 0, later: 0, refused: 0, doubtful: 0 }
  const taken: number[] = []
  const broken = new AbortController()
  const stop = AbortSignal.any([signal, lease.lost, broken.signal])
  let taking: Promise<void> | null = null
  const next = async (): Promise<number | undefined> => {
    while (taken.length === 0 && !stop.aborted) {
      taking ??= take(following, lease.number).then((letters) => {
        taken.push(...letters)
        taking = null
        if (letters.length === 0) throw NOTHING
      })
      try {
        await taking
      } catch (error) {
        taking = null
        if (error === NOTHING) return undefined
        throw error
      }
    }
    return stop.aborted ? undefined : taken.shift()
  }
  const pace = paceOf(settings.pace)
  let failure: unknown
  const workers = Array.from({ length: settings.connections }, () =>
    work(sending, { next, pace, stop, sent }).catch((error) => {
      failure ??= error
      broken.abort()
    }),
  )
  await Promise.all(workers)
  await giveBack(following, lease.number)
  if (failure !== undefined) throw failure
  return sent
}

const NOTHING = Symbol('nothing is due')

/** Takes letters: asked-for ones first, then by their age. */
async function take(following: Following, sender: number): Promise<number[]> {
  const now = new Date().toISOString()
  const due = await following.db
    .selectFrom('letter')
    .select('id')
    .where('state', '=', 'due')
    .where('dueAt', '<=', now)
    .orderBy(({ eb }) => eb.case().when('kind', '=', 'news').then(1).else(0).end())
    .orderBy('id')
    .limit(TAKEN)
    .execute()
  if (due.length === 0) return []
  const rows = await following.write((db) =>
    db
      .updateTable('letter')
      .set(({ eb }) => ({ state: 'taken', sender, attempts: eb('attempts', '+', 1) }))
      .where(
        'id',
        'in',
        due.map(({ id }) => id),
      )
      .where('state', '=', 'due')
      .returning('id')
      .execute(),
  )
  return rows.map(({ id }) => id)
}

/** What was taken and not begun is due again. */
async function giveBack(following: Following, sender: number): Promise<void> {
  await following.write((db) =>
    db
      .updateTable('letter')
      .set(({ eb }) => ({ state: 'due', sender: null, attempts: eb('attempts', '-', 1) }))
      .where('state', '=', 'taken')
      .where('sender', '=', sender)
      .execute(),
  )
}

interface Work {
  readonly next: () => Promise<number | undefined>
  readonly pace: (signal: AbortSignal) => Promise<void>
  readonly stop: AbortSignal
  readonly sent: Sent
}

/** What one connection does: letter after letter. */
async function work(sending: Sending, { next, pace, stop, sent }: Work): Promise<void> {
  const { settings, marks, name, waits = USUAL_WAITS, told } = sending
  let connection: SMTPConnection | null = null
  let [carried, failures] = [0, 0]
  try {
    for (;;) {
      const letter = await next()
      if (letter === undefined) return
      const outgoing = await sending.write(letter)
      if (outgoing === null) {
        await drop(sending.following, letter)
        continue
      }
      await pace(stop)
      if (stop.aborted) return
      if (connection !== null && carried >= MOST_PER_CONNECTION) {
        connection.quit()
        connection = null
      }
      if (connection === null) {
        connection = await openConnection(settings.server, name, waits)
        connection.on('error', () => {})
        carried = 0
      }
      const delivered = await deliver(connection, outgoing, marks)
      if (!delivered.isOpen) connection = null
      carried++
      await settle(sending, letter, delivered, sent)
      told?.(sent)
      failures = delivered.outcome === 'broken' ? failures + 1 : 0
      if (failures >= MOST_FAILURES) throw new ServerError(`${settings.server.host}: ${delivered.answer}`, true)
    }
  } finally {
    connection?.quit()
  }
}

/** Writes down what became of a letter. */
async function settle({ following, marks }: Sending, letter: number, delivered: Delivered, sent: Sent): Promise<void> {
  const { outcome, answer } = delivered
  switch (outcome) {
    case 'sent':
      sent.sent++
      return marks.settle(letter, { state: 'sent', answer })
    case 'doubtful':
      sent.doubtful++
      return marks.settle(letter, { state: 'doubtful', answer })
    case 'not ours':
      return
    case 'refused':
      sent.refused++
      await marks.settle(letter, { state: 'refused', answer })
      return failedOnce(following, letter, answer)
    case 'sender refused':
      await marks.settle(letter, { state: 'due', answer })
      throw new ServerError(`the server refuses whom letters are from: ${answer}`, false)
    case 'broken':
    case 'later': {
      const due = await nextTry(following, letter)
      if (due === null) {
        sent.refused++
        await marks.settle(letter, { state: 'refused', answer })
        return outcome === 'later' ? failedOnce(following, letter, answer) : undefined
      }
      sent.later++
      return marks.settle(letter, { state: 'due', answer, dueAt: due })
    }
  }
}

/** When a letter is tried again; null where it was tried often enough, and for long enough. */
async function nextTry({ db }: Following, letter: number): Promise<string | null> {
  const row = await db.selectFrom('letter').select(['attempts', 'madeAt']).where('id', '=', letter).executeTakeFirst()
  const now = Date.now()
  if (row === undefined || (row.attempts > AGAIN.length && now - Date.parse(row.madeAt) > GIVEN_UP)) return null
  const minutes = AGAIN[Math.min(row.attempts, AGAIN.length) - 1] ?? (AGAIN[0] as number)
  return new Date(now + minutes * 60_000).toISOString()
}

/** A letter with nothing left in it is none. */
async function drop(following: Following, letter: number): Promise<void> {
  await following.write((db) => db.deleteFrom('letter').where('id', '=', letter).execute())
}

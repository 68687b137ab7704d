/** One pass of following by mail: what is new is noticed, letters are begun, and what is due is sent. */
import { noticeDevelopments } from '../../ledger/developments/notice.ts'
import type { Ledger } from '../../ledger/open.ts'
import { forgetOld } from '../following/follower.ts'
import { keepHorizon } from '../following/horizon.ts'
import type { Following } from '../following/open.ts'
import { secretOf } from '../following/secret.ts'
import { compose } from './compose.ts'
import type { Waits } from './connection.ts'
import { knownOf } from './known.ts'
import { takeLease } from './lease.ts'
import { openMarks } from './marks.ts'
import { type Message, messageOf, type Sender } from './message.ts'
import { type Sent, sendDue } from './send.ts'
import type { MailSettings } from './settings.ts'
import { letterTold } from './told.ts'

/** What a pass works with. */
export interface Passing {
  readonly ledger: Ledger
  readonly following: Following
  readonly settings: MailSettings
  /** The site's own address, without a slash at its end: links of letters begin with it. */
  readonly site: string
  readonly signal: AbortSignal
  readonly waits?: Waits
  readonly onBegun?: (letters: number) => void
  readonly onSent?: (sent: Readonly<Sent>) => void
}

/** What a pass did. */
export interface Passed extends Sent {
  readonly begun: number
}

/**
 * Does one pass.
 * @returns null where another process is at it
 * @throws {ServerError} where the server cannot be used; what was not sent stays due
 * @throws {LedgerError} where the ledger or the store cannot be used
 */
export async function pass(passing: Passing): Promise<Passed | null> {
  const { ledger, following, settings, site, signal, waits, onBegun, onSent } = passing
  const lease = await takeLease(following)
  if (lease === null) return null
  try {
    const begun = await begin(ledger, following, signal, onBegun)
    const marks = await openMarks(following, lease.number)
    try {
      const write = await writer(ledger, following, { settings, site })
      const sent = await sendDue({
        following,
        settings,
        lease,
        marks,
        write,
        name: new URL(site).hostname,
        signal,
        ...(waits === undefined ? {} : { waits }),
        ...(onSent === undefined ? {} : { told: onSent }),
      })
      return { begun, ...sent }
    } finally {
      await marks.close()
    }
  } finally {
    await lease.end()
  }
}

/** Notices what is new, and begins letters. @returns how many */
export async function begin(
  ledger: Ledger,
  following: Following,
  signal: AbortSignal,
  onBegun?: (letters: number) => void,
): Promise<number> {
  const now = new Date().toISOString()
  await forgetOld(following, now)
  await noticeDevelopments(ledger, now, signal)
  await keepHorizon(ledger, following)
  return compose(ledger, following, now, signal, onBegun)
}

/** Writes letters as they go out; null where nothing is left to tell. */
export async function writer(
  ledger: Ledger,
  following: Following,
  sender: Omit<Sender, 'secret'>,
): Promise<(letter: number) => Promise<Message | null>> {
  const [secret, known] = [await secretOf(following), knownOf(ledger)]
  return async (letter) => {
    const told = await letterTold(known, following, letter)
    if (told === null || (told.kind === 'news' && told.stories.length === 0 && told.missed.length === 0)) return null
    return messageOf(told, { ...sender, secret })
  }
}

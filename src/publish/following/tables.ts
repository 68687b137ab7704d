/**
 * The tables of who follows what. They stand beside the ledger and not in it: a ledger is copied and mailed, and people's
 * addresses must not go with it. Times are ISO 8601 in UTC with milliseconds; what ends in `Json` is JSON text.
 */
import type { Generated } from 'kysely'

/** What this store signs with, made when it is first needed. */
interface SecretTable {
  name: string
  /** Random bytes, in hexadecimal. */
  value: string
}

/** An address that letters go to, and when it wants them. Deleted with all that belongs to it when nothing is followed. */
interface FollowerTable {
  id: Generated<number>
  /** As it was given. */
  address: string
  /** As it is compared. */
  addressKey: string
  rhythm: 'at once' | 'daily' | 'weekly'
  /** The hour of digests, 0 to 23 in UTC. */
  hour: number
  /** The day of weekly digests, 0 for Sunday. */
  weekday: number
  /** Since when it is known. */
  since: string
  /** Before this nothing is told: the next digest, or the pause after a letter. */
  dueAt: string
  /** Letters in a row that were refused or came back, and when the last of them was. */
  failures: Generated<number>
  failedAt: string | null
}

/** Something that is followed by an address. */
interface FollowingTable {
  id: Generated<number>
  followerId: number
  /** What is followed, as it is compared: see subject.ts. */
  subject: string
  /** The Followed. */
  followedJson: string
  /** The last development that was told, or that was there when it was confirmed. */
  after: number
  askedAt: string
  /** When it was confirmed from the address; null until then. */
  confirmedAt: string | null
}

/** A letter to one address. What it tells is told from the ledger when it is sent: here are only numbers. */
interface LetterTable {
  id: Generated<number>
  followerId: number
  kind: 'confirmation' | 'access' | 'news'
  /** What it tells: LetterPart[]. */
  partsJson: string
  /**
   * `due`: to be sent. `taken`: a sender has it, and has not let its end out. `handed over`: its end was let out, and no
   * answer came yet. `sent`: the server said that it has it. `doubtful`: the sender was cut off in between. `refused`: the
   * server will not have it.
   */
  state: 'due' | 'taken' | 'handed over' | 'sent' | 'doubtful' | 'refused'
  /** The sender that has it: the number of its lease. */
  sender: number | null
  attempts: Generated<number>
  madeAt: string
  dueAt: string
  /** When it became sent, doubtful or refused. */
  settledAt: string | null
  /** What the server said last. */
  answer: string | null
  /** Of a letter that may not have arrived: the one that tells its reader so. */
  toldIn: number | null
}

/** Who asked for letters to which address lately, both as keyed hashes: against floods. */
interface AskingTable {
  id: Generated<number>
  at: string
  addressHash: string
  fromHash: string
}

/** Addresses that are not to be written to, as keyed hashes. */
interface RefusalTable {
  addressHash: string
  at: string
  why: 'asked' | 'complaint'
}

/** Who does what one process at a time does. */
interface LeaseTable {
  name: string
  /** Rising with each who takes it: what an earlier one still writes is not taken. */
  number: number
  /** The machine, its start and the process. */
  holder: string
  until: string
}

/** A letter that came back, or that was complained of. */
interface ReturnTable {
  id: Generated<number>
  letterId: number
  followerId: number
  at: string
  kind: 'failed' | 'complaint'
  /** Of RFC 3463: `5.1.1`; null where none was said. */
  status: string | null
  said: string | null
}

/** Where developments are sent to. */
interface WebhookTable {
  id: Generated<number>
  url: string
  /** The Followed. */
  followedJson: string
  /** What messages are signed with; the one before it too until its time is over, while the receiver changes over. */
  secret: string
  oldSecret: string | null
  oldUntil: string | null
  /** The last development that was put among its deliveries, or that was there when it was added. */
  after: number
  addedAt: string
  /** Before this nothing is sent there: its receiver is in trouble. */
  dueAt: string
  /** Failures in a row that were the receiver's own. */
  failures: Generated<number>
  /** Since when it takes nothing, whether it fails or refuses. */
  failingSince: string | null
  /** Since when nothing is sent, and why; null where it is on. */
  offAt: string | null
  offWhy: string | null
}

/** A message to a webhook. What it tells is told from the ledger when it is sent. */
interface DeliveryTable {
  id: Generated<number>
  webhookId: number
  /** Its name, the same at each attempt: its receiver knows by it what came before. */
  message: string
  /** Null for a trial. */
  development: number | null
  /** `withdrawn`: what it tells of was hidden by a person before it was sent. */
  state: 'due' | 'delivered' | 'failed' | 'withdrawn'
  /** How often its receiver refused it: what was the receiver's own trouble is not counted. */
  refusals: Generated<number>
  madeAt: string
  /** When it is sent; while somebody sends it, when it would be sent again if they were cut off. */
  dueAt: string
  settledAt: string | null
}

/** One attempt to deliver. */
interface AttemptTable {
  id: Generated<number>
  deliveryId: number
  at: string
  /** Milliseconds. */
  duration: number
  /** Of HTTP; null where no answer came. */
  status: number | null
  /** How the answer begins, or why none came. */
  said: string
}

/** The last development that was looked at, one row: where the ledger has it no more, it was put back from a backup. */
interface HorizonTable {
  development: number
  key: string
  /** When it was noticed. */
  at: string
}

/** All tables. */
export interface FollowingTables {
  secret: SecretTable
  follower: FollowerTable
  following: FollowingTable
  letter: LetterTable
  asking: AskingTable
  refusal: RefusalTable
  lease: LeaseTable
  return: ReturnTable
  webhook: WebhookTable
  delivery: DeliveryTable
  attempt: AttemptTable
  horizon: HorizonTable
}

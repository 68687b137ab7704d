/**
 * One attempt to deliver: a POST to an address that is guarded like any other, where it is written and where the connection
 * is made. Nothing is followed elsewhere: a redirect is a failure.
 */
import type { Dispatcher } from 'undici'
import type { NamedHosts } from '../../gather/address/guard.ts'
import { userAgentOf } from '../../gather/fetch/agent.ts'
import { FetchError } from '../../gather/fetch/errors.ts'
import { type Answer, type Ask, exchange } from '../../gather/fetch/exchange.ts'
import type { Limits } from '../../gather/fetch/settings.ts'
import { printable } from '../printable.ts'
import { signedHeaders } from './signature.ts'
import { receiverAt } from './webhook.ts'

/** What is sent where. */
export interface Message {
  readonly url: string
  /** Its name, the same at each attempt. */
  readonly message: string
  readonly body: string
  readonly secrets: readonly string[]
}

/** What an attempt goes through. */
export interface Wire {
  readonly dispatcher: Dispatcher
  /** Hosts outside the open internet that may be sent to. */
  readonly hosts: NamedHosts
  readonly contact: string | null
  readonly limits?: Limits
}

/**
 * What became of it. `refused`: this message is not wanted as it is. `trouble`: the receiver cannot take any. `gone`: it
 * wants no more, ever.
 */
export interface Attempted {
  readonly is: 'delivered' | 'refused' | 'trouble' | 'gone'
  /** Of HTTP; null where no answer came. */
  readonly status: number | null
  /** How the answer begins, or why none came: printable. */
  readonly said: string
  /** Milliseconds that the receiver asks to be left alone; null where it does not say. */
  readonly pause: number | null
}

/** The specification asks for 15 to 30 seconds; of answers only how they begin is kept. */
const LIMITS: Limits = { headersMs: 20_000, totalMs: 25_000, receivedBytes: 4096, bytes: 4096 }
/** Characters of an answer that are kept. */
const SAID = 300
/** Milliseconds for which a receiver is left alone at most on its own word. */
const LONGEST_PAUSE = 24 * 3600_000

/**
 * Tries once. What is answered counts by its status: what becomes of the words below it changes nothing.
 * @param now in milliseconds since 1970
 * @throws {FetchError} `stopped` where the signal says so
 */
export async function attempt(
  { url, message, body, secrets }: Message,
  { dispatcher, hosts, contact, limits = LIMITS }: Wire,
  now: number,
  signal: AbortSignal,
): Promise<Attempted> {
  let answered: Pick<Answer, 'status' | 'headers'> | null = null
  const became = (answer: Pick<Answer, 'status' | 'headers'>, bytes: Uint8Array): Attempted => ({
    is: kindOf(answer.status),
    status: answer.status,
    said: said(answer, bytes),
    pause: pauseOf(answer, now),
  })
  try {
    const headers = {
      'content-type': 'application/json',
      'user-agent': userAgentOf(contact),
      'accept-encoding': 'identity',
      ...signedHeaders({ message, at: Math.floor(now / 1000), body }, secrets),
    }
    const wanted: Ask['wanted'] = (status, lines) => {
      answered = { status, headers: lines }
      return true
    }
    const answer = await exchange(receiverAt(url, hosts), {
      dispatcher,
      headers,
      limits,
      wanted,
      cut: true,
      sent: body,
      signal,
    })
    return became(answer, answer.bytes)
  } catch (error) {
    if (answered !== null) return became(answered, new Uint8Array())
    if (error instanceof FetchError && error.kind === 'stopped') throw error
    const why = error instanceof FetchError ? error.reason : (error as Error).message
    return { is: 'trouble', status: null, said: printable(why).slice(0, SAID).toWellFormed(), pause: null }
  }
}

/** Statuses of 4xx that are not about the message: timed out, too early, too many. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429])

function kindOf(status: number): Attempted['is'] {
  if (status >= 200 && status < 300) return 'delivered'
  if (status === 410) return 'gone'
  return status >= 400 && status < 500 && !LATER.has(status) ? 'refused' : 'trouble'
}

/** How an answer begins, on one line. */
const said = ({ status, headers }: Pick<Answer, 'status' | 'headers'>, bytes: Uint8Array): string => {
  const words = printable(new TextDecoder().decode(bytes.subarray(0, 4 * SAID)))
  const led =
    status >= 300 && status < 400 ? `It leads on to ${headers.location ?? 'nowhere'}, which is not followed. ` : ''
  return `${printable(led)}${words}`.replace(/\s+/g, ' ').trim().slice(0, SAID).toWellFormed()
}

/** Retry-After (RFC 9110, 10.2.3), in seconds or as a date. */
function pauseOf({ headers }: Pick<Answer, 'headers'>, now: number): number | null {
  const given = headers['retry-after']?.trim() ?? ''
  const asked = /^\d{1,9}$/.test(given) ? Number(given) * 1000 : Date.parse(given) - now
  return Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_PAUSE) : null
}

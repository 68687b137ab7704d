/**
 * Signatures of webhooks, by the Standard Webhooks specification (standardwebhooks.com, version 1): an HMAC with SHA-256
 * over the message's name, the time of the attempt and the body, so that who receives it knows who sent it, and when.
 */
import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** The specification asks for 24 to 64 random bytes. */
const BYTES = 32

/** A new secret, as its receiver writes it down: `whsec_` and base64. */
export const newSecret = (): string => PREFIX + randomBytes(BYTES).toString('base64')

/**
 * The headers by which a message is known for what it is.
 * @param message its name, the same at each attempt
 * @param at when it is sent, in seconds since 1970
 * @param secrets those that hold: two while a receiver changes over
 */
export function signedHeaders(
  { message, at, body }: { readonly message: string; readonly at: number; readonly body: string },
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${message}.${at}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': message, 'webhook-timestamp': String(at), 'webhook-signature': signatures.join(' ') }
}

/**
 * What this store signs links with, and hashes addresses by. It stands in the store and nowhere else: without the store no
 * link means anything, and with it none need be kept.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Following } from './open.ts'

const NAME = 'links'
const KNOWN = new WeakMap<Following, Promise<Buffer>>()

/** The secret of a store, made when it is first asked for. */
export function secretOf(following: Following): Promise<Buffer> {
  const known = KNOWN.get(following)
  if (known !== undefined) return known
  const secret = made(following)
  KNOWN.set(following, secret)
  secret.catch(() => KNOWN.delete(following))
  return secret
}

async function made(following: Following): Promise<Buffer> {
  const find = following.db.selectFrom('secret').select('value').where('name', '=', NAME)
  const found = await find.executeTakeFirst()
  if (found !== undefined) return Buffer.from(found.value, 'hex')
  await following.write((db) =>
    db
      .insertInto('secret')
      .values({ name: NAME, value: randomBytes(32).toString('hex') })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return Buffer.from((await find.executeTakeFirstOrThrow()).value, 'hex')
}

/** What is known of an address, or of who asks, without keeping it: an HMAC (RFC 2104) of 128 bits. */
export const hashed = (secret: Buffer, what: string): string =>
  createHmac('sha256', secret).update(what).digest().subarray(0, 16).toString('base64url')

/** What a link allows. */
export type Purpose = 'confirm' | 'manage' | 'end' | 'letter' | 'refuse' | 'return'

/**
 * A link's own part: what it is about, until when it holds, and a signature that nobody else can make.
 * @param id of the follower, the following or the letter @param until milliseconds since 1970; null for ever
 */
export function signed(secret: Buffer, purpose: Purpose, id: number, until: number | null = null): string {
  const what = `${id.toString(36)}-${until === null ? '' : Math.floor(until / 1000).toString(36)}`
  return `${what}-${hashed(secret, `${purpose} ${what}`).replaceAll('-', '~')}`
}

const SIGNED = /^([0-9a-z]{1,11})-([0-9a-z]{0,8})-([\w~]{22})$/

/** What a link is about; `expired` where its time is over, null where nobody here signed it. */
export function readSigned(secret: Buffer, purpose: Purpose, given: string, now: number): number | 'expired' | null {
  const [, id = '', until = ''] = SIGNED.exec(given) ?? []
  if (id === '') return null
  const own = signed(secret, purpose, Number.parseInt(id, 36), until === '' ? null : Number.parseInt(until, 36) * 1000)
  if (own.length !== given.length || !timingSafeEqual(Buffer.from(own), Buffer.from(given))) return null
  return until !== '' && Number.parseInt(until, 36) * 1000 < now ? 'expired' : Number.parseInt(id, 36)
}

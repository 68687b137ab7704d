/**
 * Messages that come back: delivery status notifications (RFC 3464) and complaints (RFC 5965). Which letter one is about is
 * said by the address that it came to, or by the letter itself, under a name that only we can have given it.
 */
import PostalMime, { type Attachment } from 'postal-mime'
import { readSigned } from '../following/secret.ts'
import type { Returned } from './returns.ts'

/** The most bytes of a message that comes back: with the whole letter in it, and no more. */
const MOST = 5 * 1024 * 1024

/** The name of a letter: in the address that it returns to, and in its Message-ID. */
const NAME = /(?:\+|<letter\.)([0-9a-z]{1,11}--[\w~]{22})@/g

/**
 * Reads a message that came back.
 * @param secret by which letters were named
 * @returns null where it is about none of our letters, or of one that is only late
 * @throws {Error} where it is no message
 */
export async function readReturned(bytes: Uint8Array, secret: Buffer): Promise<Returned | null> {
  if (bytes.length > MOST) throw new Error('a message of more than 5 MB is none that came back')
  const message = await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' })
  const parts = message.attachments
  const letter = letterIn(
    [
      ...message.headers.filter(({ key }) => RECIPIENTS.has(key)).map(({ value }) => value),
      ...parts.filter(({ mimeType }) => ORIGINAL.has(mimeType)).map(textOf),
    ].join('\n'),
    secret,
  )
  if (letter === null) return null
  const complaint = parts.find(({ mimeType }) => mimeType === 'message/feedback-report')
  if (complaint !== undefined)
    return { letter, kind: 'complaint', status: null, said: fieldIn(textOf(complaint), 'feedback-type') }
  const report = parts.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (report === undefined) return null
  const text = textOf(report)
  const status = fieldIn(text, 'status')
  if (fieldIn(text, 'action')?.toLowerCase() !== 'failed' || !/^5\./.test(status ?? '5.')) return null
  return { letter, kind: 'failed', status, said: fieldIn(text, 'diagnostic-code') }
}

/** Headers that say to whom a message came. */
const RECIPIENTS = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to'])

/** Parts that hold the letter, or its headers. */
const ORIGINAL = new Set(['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'])

/** The letter that a text names; null where it names none of ours. */
function letterIn(text: string, secret: Buffer): number | null {
  for (const [, name = ''] of text.matchAll(NAME)) {
    const letter = readSigned(secret, 'return', name, 0)
    if (typeof letter === 'number') return letter
  }
  return null
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')

/** A field of a report, its lines joined (RFC 5322, 2.2.3). */
function fieldIn(text: string, name: string): string | null {
  const lines = text
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
  const found = lines.find((line) => line.toLowerCase().startsWith(`${name}:`))
  return found === undefined ? null : found.slice(name.length + 1).trim()
}

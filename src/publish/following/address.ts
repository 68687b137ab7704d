/**
 * Addresses of mail as people give them: `local@domain` of RFC 5321, in letters of any script (RFC 6531). What only a
 * quoted string could hold is refused: nobody's address has it, and headers are forged with it. So are `%` and `!`, by which
 * some servers still send on to another address (RFC 1123, 5.2.16).
 */
import { domainToASCII } from 'node:url'

/** The most bytes of a whole address and of what is before its @ (RFC 5321, 4.5.3.1). */
const MOST = { whole: 254, local: 64 } as const

const LOCAL = /^[\p{L}\p{M}\p{N}#$&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}#$&'*+/=?^_`{|}~-]+)*$/u
/** What ends a host in an address of the web: read as one, the rest would be lost without a word. */
const NO_HOST = /[/?#\\:%@]/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

export interface MailAddress {
  /** As letters go to it: the domain in ASCII. */
  readonly address: string
  /** As it is compared: nobody tells mailboxes apart by capitals. */
  readonly key: string
  /** Whose it is: without what follows a plus (RFC 5233), of which everyone can have as many as they like. */
  readonly mailbox: string
}

/** An address as somebody wrote it; null where it is none that a letter could reach. */
export function mailAddress(given: string): MailAddress | null {
  const text = given.trim().normalize('NFC')
  const at = text.lastIndexOf('@')
  const [local, host] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || Buffer.byteLength(local) > MOST.local || host.length > MOST.whole || NO_HOST.test(host)) return null
  const domain = domainToASCII(host).toLowerCase()
  if (!LOCAL.test(local) || !DOMAIN.test(domain)) return null
  const address = `${local}@${domain}`
  if (Buffer.byteLength(address) > MOST.whole) return null
  const key = address.toLowerCase()
  return { address, key, mailbox: mailboxOf(key) }
}

/** Whose mailbox an address is, of its key. */
export const mailboxOf = (key: string): string => key.replace(/(?<=.)\+[^@]*(?=@)/, '')

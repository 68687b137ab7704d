/**
 * Addresses of mail as people give them: `local@domain` of RFC 5321, in letters of any script (RFC 6531). What only a
 * quoted string could hold is refused: nobody's address has it, and headers are forged with it.
 */
import { domainToASCII } from 'node:url'

/** The most bytes of a whole address and of what is before its @ (RFC 5321, 4.5.3.1). */
const MOST = { whole: 254, local: 64 } as const

const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

export interface MailAddress {
  /** As letters go to it: the domain in ASCII. */
  readonly address: string
  /** As it is compared: nobody tells mailboxes apart by capitals. */
  readonly key: string
}

/** An address as somebody wrote it; null where it is none that a letter could reach. */
export function mailAddress(given: string): MailAddress | null {
  const text = given.trim().normalize('NFC')
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), domainToASCII(text.slice(at + 1)).toLowerCase()]
  if (at < 1 || !LOCAL.test(local) || !DOMAIN.test(domain)) return null
  const address = `${local}@${domain}`
  if (Buffer.byteLength(local) > MOST.local || Buffer.byteLength(address) > MOST.whole) return null
  return { address, key: address.toLowerCase() }
}

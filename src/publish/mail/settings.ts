/**
 * How letters are sent, as the environment says it: `HEARSAY_SMTP` names the server, `HEARSAY_MAIL_FROM` whom letters are
 * from; both or neither. A password goes over an encrypted connection or to this machine, and nowhere else.
 */
import { mailAddress } from '../following/address.ts'

export interface MailSettings {
  readonly server: SmtpServer
  /** What letters say they are from. */
  readonly from: { readonly name: string; readonly address: string }
  /** Where servers send back what they cannot deliver: `local+LETTER@domain`; null for the address letters are from. */
  readonly returns: string | null
  /** Letters in a second, over all connections. */
  readonly pace: number
  readonly connections: number
}

/** A server that takes letters. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** `always`: encrypted from the start (RFC 8314); `asked`: encrypted before anything is said (STARTTLS); `never`. */
  readonly encryption: 'always' | 'asked' | 'never'
  readonly user: string | null
  readonly password: string | null
}

/** What is wrong with the settings of mail, and what to write instead. */
class MailSettingsError extends Error {
  override readonly name = 'MailSettingsError'
}

const EXAMPLE = 'smtps://user:password@mail.example:465'
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/

/** Letters in a second and connections, where nothing is said of them: what a small server takes from anyone. */
const USUAL = { pace: 5, connections: 2 } as const

/**
 * How letters are sent; null where nothing is set.
 * @throws {MailSettingsError} where something is missing or cannot be followed
 */
export function mailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const { HEARSAY_SMTP: smtp, HEARSAY_MAIL_FROM: from, HEARSAY_MAIL_RETURNS: returns } = environment
  if (!smtp && !from) return null
  if (!smtp) throw new MailSettingsError(`HEARSAY_SMTP is not set: the server that takes letters, such as ${EXAMPLE}.`)
  if (!from)
    throw new MailSettingsError(
      'HEARSAY_MAIL_FROM is not set: whom letters are from, such as Hearsay <letters@site.example>.',
    )
  return {
    server: serverOf(smtp),
    from: senderOf(from),
    returns: returns ? returnsTo(returns) : null,
    pace: numberOf('HEARSAY_MAIL_PACE', environment, USUAL.pace, 1000),
    connections: Math.ceil(numberOf('HEARSAY_MAIL_CONNECTIONS', environment, USUAL.connections, 20)),
  }
}

function numberOf(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  usual: number,
  most: number,
): number {
  const given = environment[name]
  if (!given) return usual
  const number = Number(given)
  if (!(number > 0 && number <= most))
    throw new MailSettingsError(`${name} is ${given}: it wants a number up to ${most}.`)
  return number
}

function serverOf(given: string): SmtpServer {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new MailSettingsError(`HEARSAY_SMTP cannot be followed: it wants an address such as ${EXAMPLE}.`)
  const always = url.protocol === 'smtps:'
  const never = url.searchParams.get('encryption') === 'never' || (!always && LOOPBACK.test(url.hostname))
  const [user = null, password = ''] = url.username === '' ? [] : [url.username, url.password].map(decoded)
  if (user !== null && never && !LOOPBACK.test(url.hostname))
    throw new MailSettingsError('HEARSAY_SMTP would send the password unencrypted: leave encryption=never out.')
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (always ? 465 : 587) : Number(url.port),
    encryption: always ? 'always' : never ? 'never' : 'asked',
    user,
    password: user === null ? null : password,
  }
}

/** A user or a password as an address has it: its percent signs are written %25. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new MailSettingsError('HEARSAY_SMTP cannot be followed: a % in its user or password is written %25.')
  }
}

function senderOf(given: string): MailSettings['from'] {
  const [, name = '', inside] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(given) ?? []
  const address = mailAddress(inside ?? given)?.address
  if (address === undefined)
    throw new MailSettingsError(
      `HEARSAY_MAIL_FROM is ${given}: it wants an address, such as Hearsay <letters@site.example>.`,
    )
  return { name: name.trim() || 'Hearsay', address }
}

function returnsTo(given: string): string {
  const address = mailAddress(given)?.address
  if (address === undefined)
    throw new MailSettingsError(`HEARSAY_MAIL_RETURNS is ${given}: it wants an address, such as returns@site.example.`)
  return address
}

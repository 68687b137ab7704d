/** A connection to the server that takes letters (RFC 5321): opened, encrypted and signed in, by nodemailer. */
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SmtpServer } from './settings.ts'

/** What may be waited for, in milliseconds. */
export interface Waits {
  readonly connecting: number
  readonly greeting: number
  /** Without a sign of the server: RFC 5321 (4.5.3.2.6) gives it ten minutes to take a letter. */
  readonly silence: number
}

export const USUAL_WAITS: Waits = { connecting: 30_000, greeting: 60_000, silence: 600_000 }

/** A server that cannot be used now. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  /** Whether it is worth trying again: it is not where user, password or sender are refused. */
  readonly passing: boolean

  constructor(message: string, passing: boolean) {
    super(message)
    this.passing = passing
  }
}

/** Opens a connection. @param name by which this machine calls itself @throws {ServerError} where it does not come about */
export async function openConnection(
  server: SmtpServer,
  name: string,
  waits: Waits = USUAL_WAITS,
): Promise<SMTPConnection> {
  const { host, port, encryption, user, password } = server
  const connection = new SMTPConnection({
    host,
    port,
    name,
    secure: encryption === 'always',
    requireTLS: encryption === 'asked',
    ignoreTLS: encryption === 'never',
    connectionTimeout: waits.connecting,
    greetingTimeout: waits.greeting,
    socketTimeout: waits.silence,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (user !== null)
      await new Promise<void>((resolve, reject) =>
        connection.login({ user, pass: password ?? '' }, (error) => (error ? reject(error) : resolve())),
      )
  } catch (error) {
    connection.on('error', () => {})
    connection.close()
    const { code, responseCode = 0, message } = error as Error & { code?: string; responseCode?: number }
    const isRefused = code === 'EAUTH' && (responseCode === 0 || responseCode >= 500)
    throw new ServerError(`${host}:${port}: ${message}`, !isRefused)
  }
  return connection
}

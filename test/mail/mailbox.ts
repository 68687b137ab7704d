// A mail server of one's own: what it received, read back by mailparser, and how it behaves.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailSettings } from '../../src/publish/mail/settings.ts'

/** A letter as it was received. */
interface Received {
  readonly from: string
  readonly to: string
  readonly source: string
  readonly read: ParsedMail
}

export interface Mailbox {
  readonly letters: Received[]
  readonly settings: MailSettings
  close(): Promise<void>
}

/** Starts a server. @param behaves where it does otherwise than to take every letter */
export async function startMailbox(
  behaves: SMTPServerOptions = {},
  encryption: MailSettings['server']['encryption'] = 'never',
): Promise<Mailbox> {
  const letters: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: encryption === 'never' ? ['STARTTLS', 'AUTH'] : [],
    logger: false,
    closeTimeout: 10,
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', async () => {
        const source = Buffer.concat(pieces)
        const { mailFrom, rcptTo } = session.envelope
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo[0]?.address ?? '',
          source: source.toString('latin1'),
          read: await simpleParser(source),
        })
        done(null)
      })
    },
    ...behaves,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    letters,
    settings: {
      server: { host: '127.0.0.1', port, encryption, user: null, password: null },
      from: { name: 'Hearsay', address: 'letters@hearsay.example' },
      returns: 'returns@hearsay.example',
      pace: 1000,
      connections: 2,
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** An answer that refuses. */
export const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

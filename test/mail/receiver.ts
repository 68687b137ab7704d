// A mail server in a process of its own, which writes down every letter that it takes before it says so.
// node receiver.ts FILE [--slow MS]: prints its port; a line of FILE is {"id", "to"} of one letter.
import { appendFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

const [file = '', , slow = '0'] = process.argv.slice(2)

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, session, done) {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', async () => {
      const [, id] = /^Message-ID:\s*<([^>]+)>/im.exec(Buffer.concat(pieces).toString('latin1')) ?? []
      await sleep(Number(slow) * Math.random())
      appendFileSync(file, `${JSON.stringify({ id, to: session.envelope.rcptTo[0]?.address })}\n`)
      done(null)
    })
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`)
})

// Connections to a mail server that encrypts: a certificate that is trusted, one that nobody vouches for, one for another name.
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { openConnection } from '../../src/publish/mail/connection.ts'
import type { SmtpServer } from '../../src/publish/mail/settings.ts'
import { selfSigned } from '../certificate.ts'
import { startMailbox } from './mailbox.ts'

const QUICK = { connecting: 2000, greeting: 2000, silence: 1000 }
const TRUSTED = getCACertificates('default')
afterEach(() => setDefaultCACertificates(TRUSTED))

/** Opens a connection to a server with a certificate. @returns the commands that the server was sent in the clear */
async function connected(
  { certificateFor = 'localhost', isTrusted = true, host = 'localhost' },
  encryption: SmtpServer['encryption'],
): Promise<boolean> {
  const own = selfSigned(certificateFor)
  if (isTrusted) setDefaultCACertificates([...TRUSTED, own.cert])
  const box = await startMailbox(
    {
      ...own,
      secure: encryption === 'always',
      onAuth: (auth, _, done) => done(null, { user: auth.username as string }),
    },
    encryption,
  )
  try {
    const server = { ...box.settings.server, host, user: 'me', password: 'secret' }
    const connection = await openConnection(server, 'hearsay.example', QUICK)
    const { secure } = connection as unknown as { secure: boolean }
    connection.close()
    return secure
  } finally {
    await box.close()
  }
}

test.each(['always', 'asked'] as const)(
  'encrypted (%s), a server that is trusted is signed in to',
  async (encryption) => {
    expect(await connected({}, encryption)).toBe(true)
  },
)

test.each(['always', 'asked'] as const)(
  'encrypted (%s), a server that nobody vouches for gets no password',
  async (encryption) => {
    await expect(connected({ isTrusted: false }, encryption)).rejects.toMatchObject({
      name: 'ServerError',
      message: expect.stringMatching(/certificate/i),
    })
  },
)

test.each(['always', 'asked'] as const)(
  'encrypted (%s), a certificate for another name is none',
  async (encryption) => {
    await expect(connected({ certificateFor: 'other.example' }, encryption)).rejects.toMatchObject({
      name: 'ServerError',
      message: expect.stringMatching(/altnames|hostname/i),
    })
  },
)

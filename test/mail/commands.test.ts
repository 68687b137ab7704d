// hearsay send and hearsay bounces as they are typed: what is printed, what is kept, and how they end.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { secretOf } from '../../src/publish/following/secret.ts'
import { takeLease } from '../../src/publish/mail/lease.ts'
import { letterName } from '../../src/publish/mail/message.ts'
import { selfSigned } from '../certificate.ts'
import { type Office, openOffice } from './fixture.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { reportOf } from './report.ts'

vi.setConfig({ testTimeout: 60_000 })

const COMMAND = join(import.meta.dirname, '../../src/cli/hearsay.ts')
let [folder, where, office, box] = ['', '', null as unknown as Office, null as unknown as Mailbox]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-send-'))
  where = join(folder, 'news.ledger')
  office = await openOffice(where)
  box = await startMailbox()
})
afterAll(async () => {
  await box.close()
  await office.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await office.clear()
  await office.follows('reader@site.example', { kind: 'all' })
})

const mail = (): NodeJS.ProcessEnv => ({
  HEARSAY_SMTP: `smtp://127.0.0.1:${box.settings.server.port}`,
  HEARSAY_MAIL_FROM: 'Hearsay <letters@hearsay.example>',
  HEARSAY_ADDRESS: 'https://hearsay.example',
})

function hearsay(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  input: string | Buffer = '',
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [COMMAND, '--ledger', where, ...args], { env: { ...process.env, ...env } })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, err }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

test('a preview prints what is due, or writes it to a folder, and nothing is sent or marked', async () => {
  const printed = await hearsay(['send', '--preview'])
  expect(printed).toMatchObject({ code: 0, err: expect.stringContaining('1 letter; nothing was sent or marked') })
  expect(printed.out).toMatch(/^To: reader@site\.example\nSubject: .+\n\n/)
  expect(printed.out).not.toMatch(/=3D|Content-Type/)
  const to = join(folder, 'letters')
  expect(await hearsay(['send', '--preview', '--to-folder', to], mail())).toMatchObject({ code: 0, out: '' })
  const [name = ''] = await readdir(to)
  const read = await simpleParser(await readFile(join(to, name)))
  expect(read.from?.text).toContain('letters@hearsay.example')
  expect(await office.states()).toEqual([])
  expect(box.letters).toEqual([])
  expect((await hearsay(['send', '--to-folder', to], mail())).code).toBe(2)
})

test('it sends what is due, and says what it could not: exit codes', async () => {
  expect(await hearsay(['send'])).toMatchObject({ code: 1, err: expect.stringContaining('Mail is not set up') })
  const { HEARSAY_ADDRESS: _, ...homeless } = mail()
  expect(await hearsay(['send'], homeless)).toMatchObject({ code: 1, err: expect.stringContaining('--address') })
  const away = { ...mail(), HEARSAY_SMTP: 'smtp://127.0.0.1:1' }
  expect(await hearsay(['send'], away)).toMatchObject({ code: 1, err: expect.stringContaining('stays due') })
  const lease = await takeLease(office.following)
  expect(await hearsay(['send'], mail())).toMatchObject({ code: 3, err: expect.stringContaining('another process') })
  await lease?.end()
  expect(await hearsay(['send'], mail())).toMatchObject({ code: 0, out: expect.stringContaining('1 sent') })
  expect(await hearsay(['send'], mail())).toMatchObject({ code: 0, out: expect.stringContaining('0 sent') })
  expect(box.letters).toHaveLength(1)
})

test('two that are started at once send each letter once', async () => {
  box.letters.length = 0
  for (let at = 0; at < 8; at++) await office.follows(`reader${at}@site.example`, { kind: 'all' })
  const both = await Promise.all([hearsay(['send'], mail()), hearsay(['send'], mail())])
  expect(both.every(({ code }) => code === 0 || code === 3)).toBe(true)
  expect(box.letters.map(({ to }) => to).toSorted()).toEqual([...new Set(box.letters.map(({ to }) => to))].toSorted())
  expect(box.letters).toHaveLength(9)
})

test('letters in doubt are listed', async () => {
  expect(await hearsay(['send', '--doubtful'])).toMatchObject({ code: 0, out: 'None is in doubt.\n' })
  await hearsay(['send'], mail())
  await office.following.write((db) => db.updateTable('letter').set({ state: 'doubtful' }).execute())
  expect((await hearsay(['send', '--doubtful'])).out).toMatch(/^\d+\tnews\t.+\treader@site\.example\tnot said yet\t/)
})

test('a server whose certificate an authority of one’s own signed is trusted where NODE_EXTRA_CA_CERTS names it', async () => {
  const own = selfSigned('localhost')
  const secured = await startMailbox({ ...own, secure: true }, 'always')
  const env = { ...mail(), HEARSAY_SMTP: `smtps://localhost:${secured.settings.server.port}` }
  try {
    expect(await hearsay(['send'], env)).toMatchObject({ code: 1, err: expect.stringMatching(/certificate/) })
    const authority = join(folder, 'authority.pem')
    await writeFile(authority, own.cert)
    expect(await hearsay(['send'], { ...env, NODE_EXTRA_CA_CERTS: authority })).toMatchObject({ code: 0 })
    expect(secured.letters).toHaveLength(1)
  } finally {
    await secured.close()
  }
})

test('a copy of the ledger says that followers are not in it', async () => {
  const copied = await hearsay(['backup', join(folder, 'copy.ledger')])
  expect(copied).toMatchObject({ code: 0, err: expect.stringContaining('news.followers') })
  expect(await readdir(folder)).not.toContain('copy.followers')
})

test('letters that came back are read from standard input, files and a maildir', async () => {
  await hearsay(['send'], mail())
  const secret = await secretOf(office.following)
  const letters = await office.following.db.selectFrom('letter').select('id').execute()
  const report = reportOf(letterName(secret, letters[0]?.id ?? 0))
  expect(await hearsay(['bounces'], {}, report)).toMatchObject({ code: 0, out: expect.stringMatching(/^1 counted, /) })
  const eml = join(folder, 'back.eml')
  await writeFile(eml, report)
  const missing = await hearsay(['bounces', eml, join(folder, 'missing.eml')])
  expect(missing).toMatchObject({ code: 1, out: expect.stringContaining('1 known already') })
  const maildir = join(folder, 'Maildir')
  expect((await hearsay(['bounces', folder])).err).toContain('no maildir')
  await mkdir(join(maildir, 'new'), { recursive: true })
  const complaint = reportOf(letterName(secret, letters[0]?.id ?? 0), { type: 'feedback-report' })
  await writeFile(join(maildir, 'new', 'a'), complaint)
  await writeFile(join(maildir, 'new', 'b'), 'From: a@site.example\r\nSubject: lunch\r\n\r\nhello')
  const read = await hearsay(['bounces', maildir])
  expect(read).toMatchObject({ code: 0, out: expect.stringMatching(/1 forgotten, .* 1 about no letter/) })
  expect(await readdir(join(maildir, 'new'))).toEqual([])
  expect((await readdir(join(maildir, 'cur'))).toSorted()).toEqual(['a:2,S', 'b:2,S'])
  expect(await office.following.db.selectFrom('follower').select('id').execute()).toEqual([])
})

// hearsay webhook as it is typed: added, tried, listed, logged, sent again and removed; what is wrong is said.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openLedger } from '../../src/ledger/open.ts'
import { tell } from '../ledger/telling.ts'
import { type Site, startSite } from '../site.ts'

vi.setConfig({ testTimeout: 60_000 })

const COMMAND = join(import.meta.dirname, '../../src/cli/hearsay.ts')
const SITE = ['--address', 'https://hearsay.example']
const arrived: { headers: Record<string, string>; body: string }[] = []
let [folder, where, receiver, answer] = ['', '', null as unknown as Site, 204]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-webhook-'))
  where = join(folder, 'news.ledger')
  await (await openLedger(where)).close()
  receiver = await startSite({
    '/hook': async (request, response) => {
      arrived.push({ headers: request.headers as Record<string, string>, body: await text(request) })
      response.writeHead(answer).end()
    },
  })
})
afterAll(async () => {
  await receiver.close()
  await rm(folder, { recursive: true, force: true })
})

/** A command as it is typed. */
async function webhook(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { HEARSAY_ADDRESS: _, ...env } = process.env
  const child = spawn(process.execPath, [COMMAND, '--ledger', where, 'webhook', ...args], {
    env: { ...env, HEARSAY_HOSTS: receiver.host },
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, out, err }
}

test('from adding it to removing it', async () => {
  expect(await webhook()).toMatchObject({ code: 0, err: expect.stringContaining('There is no webhook yet') })
  const added = await webhook('add', `${receiver.origin}/hook`, '--outlet', 'Post 1')
  expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^webhook 1: Post 1\nwhsec_\S+\n$/) })
  const standard = new Webhook(added.out.trim().split('\n')[1] as string)

  expect(await webhook('try', '1')).toMatchObject({ code: 1, err: expect.stringContaining('--address') })
  expect(arrived).toEqual([])
  expect(await webhook('try', '1', ...SITE)).toMatchObject({ code: 0, out: expect.stringContaining('1 delivered') })
  expect(standard.verify(arrived[0]?.body ?? '', arrived[0]?.headers ?? {})).toMatchObject({ type: 'trial' })

  const ledger = await openLedger(where)
  const said = 'said the Weyland mill in Karsholm would close in March with the loss of 14 jobs'
  await tell(ledger, `Ilse Maren, the mayor, ${said}.`, { outlet: 'Post 1' })
  await ledger.close()
  answer = 503
  const failed = await webhook('send', ...SITE)
  expect(failed).toMatchObject({ code: 1, err: expect.stringContaining('503') })
  answer = 204
  const [sent] = /^\d+/m.exec((await webhook('log', '1')).out) ?? []
  expect(await webhook('on', '1')).toMatchObject({ code: 0 })
  expect(await webhook('send', ...SITE)).toMatchObject({ code: 0, out: expect.stringContaining('1 delivered') })
  expect(arrived.at(-1)?.body).toContain('"permalink":"https://hearsay.example/claim/')
  expect(await webhook('again', sent as string, ...SITE)).toMatchObject({ code: 0 })
  expect(arrived.at(-1)?.headers['webhook-id']).toBe(arrived.at(-2)?.headers['webhook-id'])
  expect((await webhook('log', '1')).out).toMatch(/503[\s\S]*204/)

  expect(await webhook('off', '1')).toMatchObject({ code: 0 })
  expect((await webhook('list')).out).toContain('turned off by hand')
  expect((await webhook('secret', '1')).out).toMatch(/^whsec_/)
  expect(await webhook('remove', '1')).toMatchObject({ code: 0 })
  expect(await webhook('log', '1')).toMatchObject({ code: 1, err: expect.stringContaining('no webhook 1') })
})

test.each([
  [['add', 'https://10.0.0.7/hook'], 1, 'no address of the open internet'],
  [['add', 'http://receiver.org/hook'], 1, 'unencrypted'],
  [['add', 'https://receiver.org/hook', '--story', '99'], 1, 'nothing of that'],
  [['add'], 2, 'missing'],
  [['log', 'x'], 2, 'whole number'],
  [['again', '99', ...SITE], 1, 'no message 99'],
] as const)('%j ends with %i', async (args, code, words) => {
  expect(await webhook(...args)).toMatchObject({ code, err: expect.stringContaining(words) })
})

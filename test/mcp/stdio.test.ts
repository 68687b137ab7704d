// The process that an assistant's program begins: what it writes, how it bears bad questions, and how it ends.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openLedger } from '../../src/ledger/open.ts'
import { type ExampleSite, exampleSite } from '../web/site.ts'
import { answer, mcpCommand, overStdio } from './clients.ts'

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite()
})
afterAll(() => site.close())

const begun: ChildProcessWithoutNullStreams[] = []
afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL')
})

/** A process that is spoken to line by line. */
async function begin(...more: readonly string[]) {
  const [command, args] = mcpCommand(site.ledger.where, ...more)
  const child = spawn(command, args)
  begun.push(child)
  child.stdin.on('error', () => {})
  let errors = ''
  child.stderr.on('data', (words) => {
    errors += words
  })
  const lines: string[] = []
  const waiting: (() => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    for (const wake of waiting.splice(0)) wake()
  })
  const say = (message: object | string): void => {
    child.stdin.write(`${typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  }
  const answered = async (id: number): Promise<Record<string, unknown>> => {
    for (;;) {
      const found = lines.map((line) => JSON.parse(line)).find((message) => message.id === id)
      if (found !== undefined) return found
      await new Promise<void>((wake) => waiting.push(wake))
    }
  }
  say({
    id: 0,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'tests', version: '1' } },
  })
  await answered(0)
  say({ method: 'notifications/initialized' })
  return { child, lines, say, answered, errors: () => errors, ended: once(child, 'exit') }
}

const call = (id: number, name: string, given: object) => ({
  id,
  method: 'tools/call',
  params: { name, arguments: given },
})

test('standard output carries nothing but the protocol; the rest is on standard error', async () => {
  const { child, lines, say, answered, errors, ended } = await begin()
  say('this is no message')
  say(call(1, 'search_claims', { query: 'Varnholt' }))
  say(call(2, 'no_such_tool', {}))
  say(call(3, 'get_claim', { claim: 999_999 }))
  await Promise.all([answered(1), answered(2), answered(3)])
  child.stdin.end()
  expect((await ended)[0]).toBe(0)
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' })
  expect(errors()).toContain('ledger: ')
})

test('it ends when the assistant has gone, and leaves the ledger free', async () => {
  const { child, ended, say, answered } = await begin('--write')
  say(call(1, 'drift_report', { headline: 'Three hurt', text: 'Up to three people were hurt, police said.' }))
  await answered(1)
  child.stdin.end()
  expect(await ended).toEqual([0, null])
  const ledger = await openLedger(site.ledger.where)
  await ledger.write(async () => {})
  await ledger.close()
})

test('it ends in the middle of a question', async () => {
  const { child, ended, say } = await begin()
  say(call(1, 'drift_report', { headline: 'A', text: 'Police said that up to 40 were hurt. '.repeat(4000) }))
  child.stdin.end()
  expect(await ended).toEqual([0, null])
})

test.each(['SIGTERM', 'SIGINT'] as const)('it ends on %s, and its threads with it', async (signal) => {
  const { child, ended, say, answered } = await begin()
  say(call(1, 'read_page', { text: 'Police said that up to 40 people were hurt at the mill on Monday.' }))
  await answered(1)
  const threads = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  expect(threads).toMatch(/Threads:\s+\d+/)
  child.kill(signal)
  expect(await ended).toEqual([0, null])
})

test('it ends when nobody reads its answers any more', async () => {
  const { child, ended, say } = await begin()
  child.stdout.destroy()
  say(call(1, 'search_claims', { query: '' }))
  say(call(2, 'search_claims', { query: '' }))
  await ended
})

test('a question that is taken back is not answered, and the next one is', async () => {
  const { lines, say, answered } = await begin()
  say(call(1, 'drift_report', { headline: 'A', text: 'Police said that up to 40 were hurt. '.repeat(1000) }))
  say({ method: 'notifications/cancelled', params: { requestId: 1, reason: 'changed my mind' } })
  say(call(2, 'search_claims', { query: 'Varnholt' }))
  expect(await answered(2)).toHaveProperty('result')
  expect(lines.some((line) => JSON.parse(line).id === 1)).toBe(false)
})

test('many questions at once are all answered', async () => {
  const client = await overStdio(site.ledger.where)
  const texts = await Promise.all(
    Array.from({ length: 60 }, (_, at) =>
      at % 3 === 0
        ? answer(client, 'search_claims', { query: 'Varnholt' })
        : at % 3 === 1
          ? answer(client, 'get_claim', { claim: 1 + (at % 40) })
          : answer(client, 'read_page', {
              text: `Police said that up to ${at} people were hurt at the mill on Monday.`,
            }),
    ),
  )
  expect(texts.filter((text) => text.startsWith('error'))).toEqual([])
  expect(new Set(texts.filter((_, at) => at % 3 === 0)).size).toBe(1)
  await client.close()
})

test('a page is stored where it may be and is asked for, and found again', async () => {
  const client = await overStdio(site.ledger.where, '--write')
  const { tools } = await client.listTools()
  const hints = new Map(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]))
  expect([hints.get('read_page'), hints.get('cite')]).toEqual([false, true])
  const text =
    'Quarry wall falls in Tolmere\n\nUp to 7 people were hurt when a quarry wall fell in Tolmere, mayor Ada Lund said on Monday.\n\nThe wall had stood for forty years, she said.'
  const words = await answer(client, 'read_page', { text, outlet: 'Tolmere Echo', store: true })
  expect(words).toMatch(/Stored as article \d+/)
  expect(await answer(client, 'read_page', { text, outlet: 'Tolmere Echo', store: true })).toMatch(/Stored as article/)
  expect(await answer(client, 'search_claims', { query: 'Tolmere' })).toContain('⟦Ada Lund⟧')
  await client.close()
  const reading = await overStdio(site.ledger.where)
  expect(await answer(reading, 'read_page', { text, store: true })).toMatch(/^error: This server may not write/)
  expect(await answer(reading, 'read_page', { url: 'https://news.example/a' })).toMatch(
    /^error: This server fetches nothing/,
  )
  await reading.close()
})

test('an address of this machine is not fetched, with gathering allowed', async () => {
  const client = await overStdio(site.ledger.where, '--gather')
  for (const url of [site.address, 'http://169.254.169.254/latest/meta-data', 'file:///etc/passwd'])
    expect(await answer(client, 'read_page', { url })).toMatch(/^error: /)
  await client.close()
})

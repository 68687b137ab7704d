import type { LookupAddress } from 'node:dns'
import { type AddressInfo, createServer, type Server, Socket } from 'node:net'
import type { buildConnector } from 'undici'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { guardedConnector, type Resolve } from './connector.ts'

let server: Server
let port: number
let connections = 0
beforeEach(async () => {
  connections = 0
  server = createServer((socket) => {
    connections++
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  vi.restoreAllMocks()
  server.close()
})

const answers = (...addresses: readonly string[]): readonly LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

/** Connects, and tells where to, or why not. */
function connected(hostname: string, resolve: Resolve, named: readonly string[] = []): Promise<string> {
  const options = { hostname, host: `${hostname}:${port}`, protocol: 'http:', port: String(port) }
  return new Promise((done) => {
    const callback: buildConnector.Callback = (error, socket) => {
      if (error) done(error.message)
      else done(`connected to ${socket?.remoteAddress}`)
      socket?.destroy()
    }
    guardedConnector(named, resolve)(options as buildConnector.Options, callback)
  })
}

describe('the guarded connector', () => {
  test('connects to an address that it looked at', async () => {
    expect(await connected('wiki.corp', async () => answers('127.0.0.1'), ['wiki.corp'])).toBe('connected to 127.0.0.1')
  })

  test.each([[['10.0.0.1']], [['127.0.0.1']], [['127.0.0.1', '::1']], [['::ffff:127.0.0.1']], [['169.254.169.254']]])(
    'refuses a stranger that leads to %j',
    async (addresses) => {
      expect(await connected('news.org', async () => answers(...addresses))).toContain(`leads to ${addresses[0]}`)
      expect(connections).toBe(0)
    },
  )

  test('leaves out the private ones of several addresses', async () => {
    // The connection goes to the public one, and no further than here.
    const tried: unknown[] = []
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
      const options = (args[0] as { lookup: (n: string, o: object, d: (...found: unknown[]) => void) => void }[])[0]
      options?.lookup('news.org', { all: true }, (...found) => {
        tried.push(found[1])
        this.destroy(new Error('no further'))
      })
      return this
    })
    const outcome = await connected('news.org', async () => answers('127.0.0.1', '8.8.8.8', '10.0.0.1'))
    expect(outcome).toBe('no further')
    expect(tried).toEqual([answers('8.8.8.8')])
  })

  test('refuses a name that answers with a public address when asked, and is on loopback when connected', async () => {
    // As if the system had gone elsewhere than where it was sent.
    const real = Socket.prototype.connect
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket) {
      return real.apply(this, [{ port, host: '127.0.0.1' }] as never)
    })
    const outcome = await connected('news.org', async () => answers('8.8.8.8'))
    expect(outcome).toContain('leads to 127.0.0.1')
  })

  test('judges each answer anew: public at first, private afterwards', async () => {
    const given = [answers('8.8.8.8'), answers('127.0.0.1')]
    const resolve = vi.fn<Resolve>(async () => given.shift() ?? [])
    const spy = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
      const options = (args[0] as { lookup: (n: string, o: object, d: (...found: unknown[]) => void) => void }[])[0]
      options?.lookup('news.org', { all: true }, (error) => this.destroy(new Error(`looked: ${error}`)))
      return this
    })
    expect(await connected('news.org', resolve)).toBe('looked: null')
    spy.mockRestore()
    expect(await connected('news.org', resolve)).toContain('leads to 127.0.0.1')
    expect(connections).toBe(0)
  })

  test.each(['127.0.0.1', '10.0.0.1', '[::1]', '169.254.169.254'])('judges the literal address %s', async (address) => {
    const resolve = vi.fn<Resolve>()
    expect(await connected(address, resolve)).toContain('no address of the open internet')
    expect(resolve).not.toHaveBeenCalled()
  })

  test('says that there is no such host where the answer is empty', async () => {
    expect(await connected('news.org', async () => [])).toContain('no address for news.org')
  })
})

/**
 * A small news site on loopback that misbehaves on demand. Each path is a behaviour, written out by the test; the site
 * keeps what it was asked for.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Socket,
  type Server as SocketServer,
} from 'node:net'

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

export interface Site {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  readonly origin: string
  /** `127.0.0.1:PORT`, as a setting names it. */
  readonly host: string
  readonly port: number
  /** The requests so far, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  /** The paths asked for, without the site's own files. */
  pages(): string[]
  close(): Promise<void>
}

const SITE_FILES = new Set(['/robots.txt', '/.well-known/tdmrep.json'])

function listening(server: Server | SocketServer, scheme: string, asked: Site['asked']): Promise<Site> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({
        origin: `${scheme}://127.0.0.1:${port}`,
        host: `127.0.0.1:${port}`,
        port,
        asked,
        pages: () => asked.map(({ path }) => path).filter((path) => !SITE_FILES.has(path)),
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            for (const socket of sockets) socket.destroy()
          }),
      })
    })
  })
}

/** A site whose paths behave as written; any other path is 404. A text stands for a page of that text. */
export function startSite(
  paths: Readonly<Record<string, Behaviour | string>>,
  tls?: { readonly key: string; readonly cert: string },
): Promise<Site> {
  const asked: Site['asked'] = []
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const behaviour = paths[path] ?? paths[path.replace(/\?.*/, '')]
    if (typeof behaviour === 'function') behaviour(request, response)
    else if (behaviour !== undefined) response.setHeader('content-type', typeOf(path)).end(behaviour)
    else response.writeHead(404).end('No such page.')
  }
  return tls
    ? listening(createTlsServer(tls, listener), 'https', asked)
    : listening(createServer(listener), 'http', asked)
}

const typeOf = (path: string): string => (path.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8')

/** A server that writes to its sockets what the test says, HTTP or not, once it has been sent something. */
export function startSocket(answer: (socket: Socket, request: string) => void): Promise<Site> {
  const asked: Site['asked'] = []
  const server = createSocketServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const text = data.toString('latin1')
      asked.push({ path: /^\w+ (\S+)/.exec(text)?.[1] ?? '', headers: {} })
      answer(socket, text)
    })
  })
  return listening(server, 'http', asked)
}

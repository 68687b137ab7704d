// A language model for tests: an OpenAI-compatible endpoint on loopback that answers as the test says, well or badly.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { attributionsOf } from '../src/claims/rules/engine.ts'
import { type LanguageModelSettings, languageModelSettings } from '../src/gather/language-model/settings.ts'
import { documentOf } from '../src/language/document.ts'

/** A request as the endpoint got it. */
export interface Asked {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: {
    readonly model: string
    readonly temperature: number
    readonly seed?: number
    readonly stream: boolean
    readonly response_format?: { readonly type: string }
    readonly messages: readonly { readonly role: string; readonly content: string }[]
  }
  /** The passage that it asks about. */
  readonly passage: string
}

/** Answers a request: the words of the answer, or whatever it does itself with the response. */
export type Script = (
  asked: Asked,
  response: ServerResponse,
  number: number,
) => string | undefined | Promise<string | undefined>

export interface TestLanguageModel extends AsyncDisposable {
  readonly url: string
  readonly asked: readonly Asked[]
  /** Settings that ask it, without a folder of kept answers. */
  settings(environment?: Readonly<Record<string, string>>): LanguageModelSettings
}

/** Starts an endpoint. */
export async function startLanguageModel(script: Script): Promise<TestLanguageModel> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    // Who is asked badly on purpose may hang up.
    response.on('error', () => {})
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = JSON.parse(Buffer.concat(pieces).toString()) as Asked['body']
    const one = { path: request.url ?? '', headers: request.headers, body, passage: body.messages[1]?.content ?? '' }
    asked.push(one)
    const answer = await script(one, response, asked.length)
    if (answer === undefined) return
    if (body.stream) streamed(response, answer)
    else
      json(response, {
        choices: [{ message: { content: answer }, finish_reason: 'stop' }],
        usage: { total_tokens: 99 },
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return {
    url,
    asked,
    settings: (environment = {}) =>
      languageModelSettings({
        HEARSAY_LM_URL: url,
        HEARSAY_LM_MODEL: 'parrot',
        HEARSAY_LM_CACHE: 'no',
        ...environment,
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Sends a value as JSON. */
export function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof value === 'string' ? value : JSON.stringify(value))
}

/** An answer's piece as an event. */
export const event = (content: string, more: object = {}): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content }, ...more }] })}\n\n`

/** Sends an answer in pieces of seven characters. */
function streamed(response: ServerResponse, answer: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.write(': to keep the connection\n\n')
  for (let at = 0; at < answer.length; at += 7) response.write(event(answer.slice(at, at + 7)))
  response.write(`data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: 'stop' }] })}\n\n`)
  response.write(`data: ${JSON.stringify({ choices: [], usage: { total_tokens: 99 } })}\n\n`)
  response.end('data: [DONE]\n\n')
}

/** What the rules read in a passage, as a language model would answer it. */
export function byTheRules({ passage }: Pick<Asked, 'passage'>): string {
  const words = (parts: readonly { readonly start: number; readonly end: number }[] | null) =>
    (parts ?? []).map(({ start, end }) => passage.slice(start, end))
  const attributions = attributionsOf(documentOf(passage)).map(({ source, cue, content }) => ({
    source: words(source)[0] ?? null,
    cue: words(cue)[0] ?? null,
    content: words(content),
  }))
  return JSON.stringify({ attributions })
}

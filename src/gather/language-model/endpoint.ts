/**
 * One question to an OpenAI-compatible endpoint: `POST {url}/chat/completions`. The endpoint is the operator's own and may
 * be local, so its address is asked as it was set; nobody else's ever is, since no redirect is followed.
 */
import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import type { Question } from '../../claims/language-model/question.ts'
import { retryAfter } from '../fetch/again.ts'
import { explained } from '../fetch/failures.ts'
import { type Completion, completionIn, completionOf, MOST_BYTES, troubleIn } from './completion.ts'
import { LanguageModelError } from './error.ts'
import type { LanguageModelSettings } from './settings.ts'

/** An endpoint, and the connections to it. */
export interface Endpoint {
  /**
   * Asks once.
   * @throws LanguageModelError where it does not answer
   */
  ask(question: Question, signal: AbortSignal): Promise<Completion>
  close(): Promise<void>
}

/** The same for every question: a model that can give the same answer twice is asked to. */
const SEED = 7

/** Of an error's words so many bytes are read. */
const MOST_ERROR_BYTES = 64 * 1024

/** Opens an endpoint; nothing is sent before it is asked. */
export function openEndpoint({ url, model, key, stream, limits }: LanguageModelSettings): Endpoint {
  const agent = new Agent({
    connect: { timeout: limits.connectMs },
    headersTimeout: limits.firstMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: 16 * 1024,
  })
  const address = `${url}/chat/completions`
  // Not every endpoint takes what was added to the interface later: then it is asked without, from then on.
  let isPlain = false

  async function send(question: Question, plain: boolean, signal: AbortSignal): Promise<Completion> {
    const { statusCode, headers, body } = await request(address, {
      method: 'POST',
      dispatcher: agent,
      signal,
      headers: {
        'content-type': 'application/json',
        accept: stream ? 'text/event-stream, application/json' : 'application/json',
        'accept-encoding': 'identity',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(bodyOf(question, model, stream, plain)),
    })
    try {
      if (statusCode !== 200) throw await refusal(statusCode, headers, body)
      const encoding = headers['content-encoding'] ?? 'identity'
      if (encoding !== 'identity')
        throw new LanguageModelError(
          'answer',
          `The endpoint packs its answer (${encoding}), which it was not asked to.`,
        )
      const pieces = atMost(body, MOST_BYTES)
      const isStream = /^text\/event-stream\b/i.test(String(headers['content-type'] ?? ''))
      return isStream ? await completionOf(pieces) : completionIn(await textOf(pieces))
    } finally {
      // What was not read is not waited for.
      body.on('error', () => {}).destroy()
    }
  }

  return {
    async ask(question, signal) {
      const whole = AbortSignal.timeout(limits.wholeMs)
      const either = AbortSignal.any([signal, whole])
      try {
        try {
          return await send(question, isPlain, either)
        } catch (error) {
          if (isPlain || !(error instanceof LanguageModelError) || !MISUNDERSTOOD.has(error.status ?? 0)) throw error
          const answer = await send(question, true, either)
          isPlain = true
          return answer
        }
      } catch (error) {
        throw withoutKey(told(error, { url, signal, whole, limits }), key)
      }
    },
    close: () => agent.destroy(),
  }
}

/** What an endpoint says of a request that it does not take. */
const MISUNDERSTOOD: ReadonlySet<number> = new Set([400, 404, 415, 422, 501])

function bodyOf({ instructions, passage, schema }: Question, model: string, stream: boolean, plain: boolean): object {
  return {
    model,
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: passage },
    ],
    temperature: 0,
    stream,
    ...(plain
      ? {}
      : {
          seed: SEED,
          response_format: { type: 'json_schema', json_schema: { name: 'attributions', strict: true, schema } },
          ...(stream ? { stream_options: { include_usage: true } } : {}),
        }),
  }
}

async function* atMost(body: Readable, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength
    if (bytes > most)
      throw new LanguageModelError('answer', `The answer is longer than ${most} bytes; it was not read on.`)
    yield piece
  }
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

const BUSY: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529])

/** A status that is no answer, in words. */
async function refusal(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  body: Readable,
): Promise<LanguageModelError> {
  if (status >= 300 && status < 400)
    return new LanguageModelError(
      'redirect',
      `The endpoint points to another address (HTTP ${status}), which is not followed: set HEARSAY_LM_URL to where it answers itself.`,
      { status },
    )
  const said = troubleIn(await textOf(atMost(body, MOST_ERROR_BYTES)).catch(() => ''))
  const words = said === null ? '' : `: ${said}`
  if (BUSY.has(status)) {
    const after = headers['retry-after']
    const now = Date.now()
    const at = typeof after === 'string' ? retryAfter(after, now) : null
    return new LanguageModelError('busy', `The endpoint cannot answer now (HTTP ${status})${words}`, {
      status,
      waitMs: at === null ? null : at - now,
    })
  }
  const advice =
    status === 401 || status === 403
      ? ' Check HEARSAY_LM_KEY.'
      : status === 404
        ? ' Check HEARSAY_LM_URL (most end in /v1) and HEARSAY_LM_MODEL.'
        : ''
  return new LanguageModelError(
    'refused',
    `The endpoint does not take the request (HTTP ${status})${words}.${advice}`,
    {
      status,
    },
  )
}

/** Whatever was thrown while it was asked, in words. */
function told(
  error: unknown,
  {
    url,
    signal,
    whole,
    limits,
  }: { url: string; signal: AbortSignal; whole: AbortSignal; limits: LanguageModelSettings['limits'] },
): LanguageModelError {
  if (signal.aborted)
    return signal.reason instanceof LanguageModelError
      ? signal.reason
      : new LanguageModelError('stopped', 'The asking was ended.', { cause: error })
  if (whole.aborted) return slow('answering', limits.wholeMs, 'HEARSAY_LM_SECONDS', error)
  if (error instanceof LanguageModelError) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === 'UND_ERR_HEADERS_TIMEOUT')
    return slow('beginning to answer', limits.firstMs, 'HEARSAY_LM_FIRST_SECONDS', error)
  if (code === 'UND_ERR_BODY_TIMEOUT')
    return slow('going on with its answer', limits.idleMs, 'HEARSAY_LM_IDLE_SECONDS', error)
  const { kind, reason } = explained(error, url)
  const words = `The language model's endpoint (${new URL(url).host}) cannot be asked: ${reason}`
  return new LanguageModelError(kind === 'tls' ? 'refused' : 'address', words, { cause: error })
}

const slow = (what: string, ms: number, setting: string, cause: unknown): LanguageModelError =>
  new LanguageModelError('time', `The endpoint took longer than ${ms / 1000} s for ${what} (${setting}).`, { cause })

/** Endpoints repeat keys in their errors; nobody else needs to see them. */
function withoutKey(error: LanguageModelError, key: string | null): LanguageModelError {
  if (key === null || !error.message.includes(key)) return error
  return new LanguageModelError(error.kind, error.message.replaceAll(key, '(the key)'), {
    waitMs: error.waitMs,
    status: error.status,
  })
}

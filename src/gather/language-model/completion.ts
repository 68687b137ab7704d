/**
 * What an OpenAI-compatible endpoint answers, read: a chat completion in one piece, or its pieces as server-sent events
 * (WHATWG HTML, 9.2). The bytes come from outside and may hold anything.
 */
import { z } from 'zod'
import { LanguageModelError } from './error.ts'

/** An answer, and what it cost. */
export interface Completion {
  readonly text: string
  /** Tokens of question and answer, as the endpoint counts them; null where it does not. */
  readonly tokens: number | null
}

/** The answer to four thousand characters is shorter, JSON marks and thoughts included. */
export const MOST_BYTES = 4 * 1024 * 1024

/** Pieces are a few words each. */
const MOST_LINE = 256 * 1024

const Usage = z
  .object({ total_tokens: z.int().min(0).max(1e9) })
  .nullish()
  .catch(null)
const Trouble = z.object({ error: z.union([z.string(), z.looseObject({ message: z.string() })]) })
const Choice = z.object({
  message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
  finish_reason: z.string().nullish(),
})
const Whole = z.object({ choices: z.tuple([Choice], z.unknown()), usage: Usage })
const Piece = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: Usage,
})

/** What an endpoint says of its own trouble, in a line; null where it says nothing that can be read. */
export function troubleIn(body: string): string | null {
  const value = jsonOf(body)
  const parsed = Trouble.safeParse(Array.isArray(value) ? value[0] : value)
  if (!parsed.success) return null
  const { error } = parsed.data
  return lineOf(typeof error === 'string' ? error : error.message)
}

/** Somebody else's words in one line without control characters, cut. */
const lineOf = (text: string): string =>
  text
    .slice(0, 1_000)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 300)

/** A completion in one piece. @throws LanguageModelError where it is none, or was cut off */
export function completionIn(body: string): Completion {
  const parsed = Whole.safeParse(jsonOf(body))
  if (!parsed.success) throw noAnswer(troubleIn(body))
  const [{ message, finish_reason: end }] = parsed.data.choices
  return ended(message.content ?? '', message.refusal ?? null, end ?? 'stop', parsed.data.usage?.total_tokens ?? null)
}

/** A completion in pieces. @throws LanguageModelError where it is none, or was cut off */
export async function completionOf(pieces: AsyncIterable<Uint8Array>): Promise<Completion> {
  const decoder = new TextDecoder()
  let [rest, text, refusal] = ['', '', '']
  let [end, tokens, isDone]: [string | null, number | null, boolean] = [null, null, false]
  const take = (line: string): void => {
    if (!line.startsWith('data:')) return
    const data = line.slice('data:'.length).trim()
    if (data === '[DONE]') isDone = true
    if (data === '' || isDone) return
    const piece = Piece.safeParse(jsonOf(data))
    const trouble = troubleIn(data)
    if (!piece.success || trouble !== null) throw noAnswer(trouble)
    const [choice] = piece.data.choices ?? []
    text += choice?.delta?.content ?? ''
    refusal += choice?.delta?.refusal ?? ''
    end = choice?.finish_reason ?? end
    tokens = piece.data.usage?.total_tokens ?? tokens
  }
  const takeAll = (more: string, isLast: boolean): void => {
    const lines = (rest + more).split(/\r\n|\n|\r(?!$)/)
    rest = isLast ? '' : (lines.pop() ?? '')
    for (const line of lines) if (!isDone) take(line)
    if (rest.length > MOST_LINE) throw noAnswer(null)
  }
  for await (const piece of pieces) {
    takeAll(decoder.decode(piece, { stream: true }), false)
    if (isDone) break
  }
  if (!isDone) takeAll(decoder.decode(), true)
  if (!isDone && end === null) throw new LanguageModelError('busy', 'The answer broke off before it was complete.')
  return ended(text, refusal || null, end ?? 'stop', tokens)
}

/** Endpoints name the end of an answer in many ways; these say that it is no whole one. */
const CUT: ReadonlySet<string> = new Set(['length', 'max_tokens', 'model_length'])
const BAD: ReadonlySet<string> = new Set(['content_filter', 'error', 'function_call', 'tool_calls'])

function ended(text: string, refusal: string | null, end: string, tokens: number | null): Completion {
  if (refusal !== null) throw new LanguageModelError('answer', `The language model declines: ${lineOf(refusal)}`)
  if (CUT.has(end))
    throw new LanguageModelError(
      'answer',
      'The answer was cut off: the endpoint lets the model write or hold too few tokens. Let it hold at least 4,096.',
    )
  if (BAD.has(end)) throw new LanguageModelError('answer', `The answer ended with “${lineOf(end)}”, not as one does.`)
  return { text, tokens }
}

const noAnswer = (trouble: string | null): LanguageModelError =>
  new LanguageModelError(
    'answer',
    trouble === null
      ? 'What the endpoint answers is no chat completion. Is HEARSAY_LM_URL the address of an OpenAI-compatible API, with its /v1?'
      : `The endpoint answers: ${trouble}`,
  )

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

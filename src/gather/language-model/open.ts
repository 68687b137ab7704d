/**
 * A language model that can be asked: what was answered before is taken from what is kept; the rest is asked, a few
 * questions at a time, again where the endpoint is busy, and never beyond what may be spent.
 */
import type { LanguageModel } from '../../claims/language-model/engine.ts'
import type { Question } from '../../claims/language-model/question.ts'
import { backOff } from '../fetch/again.ts'
import { type Clock, systemClock } from '../fetch/clock.ts'
import type { Completion } from './completion.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'
import { LanguageModelError } from './error.ts'
import { type KeptAnswers, keptIn, keptInMemory, nameOf } from './kept.ts'
import type { LanguageModelSettings } from './settings.ts'

/** What asking took so far. */
export interface Spent {
  readonly requests: number
  /** As the endpoint counts them; where it does not, a quarter of the characters. */
  readonly tokens: number
  /** Questions that had been answered before. */
  readonly known: number
}

export interface OpenLanguageModel extends LanguageModel {
  spent(): Spent
  close(): Promise<void>
}

/** No endpoint is waited for longer. */
const LONGEST_WAIT_MS = 5 * 60_000
/** An endpoint that left so many questions in a row unanswered, however often they were asked, is left alone for a while. */
const SILENT_AFTER = 3
const SILENCE_MS = 60_000
/** English text has about so many characters a token. */
const CHARS_A_TOKEN = 4

/** Opens the language model of some settings; nothing is sent before it is asked. */
export function openLanguageModel(settings: LanguageModelSettings, clock: Clock = systemClock): OpenLanguageModel {
  const endpoint: Endpoint = openEndpoint(settings)
  const kept: KeptAnswers = settings.kept === null ? keptInMemory() : keptIn(settings.kept)
  const take = turns(settings.atOnce)
  const { run } = settings
  let [requests, tokens, known] = [0, 0, 0]
  let begun: number | null = null
  let unanswered = { inARow: 0, until: 0, last: '' }

  /** @throws LanguageModelError where no more may be asked */
  function mayAsk(): void {
    const now = clock.now()
    if (unanswered.until > now)
      throw new LanguageModelError(
        'address',
        `The endpoint left ${unanswered.inARow} questions in a row unanswered, and is left alone for a minute. ${unanswered.last}`,
      )
    begun ??= now
    const spent =
      requests >= run.requests
        ? `${run.requests} requests (HEARSAY_LM_RUN_REQUESTS)`
        : tokens >= run.tokens
          ? `${run.tokens} tokens (HEARSAY_LM_RUN_TOKENS)`
          : now - begun >= run.ms
            ? `${run.ms / 1000} s (HEARSAY_LM_RUN_SECONDS)`
            : null
    if (spent !== null)
      throw new LanguageModelError(
        'budget',
        `The language model was asked as much as one run may: ${spent}. What it answered is kept; begun anew, it goes on from there.`,
      )
  }

  /** Asks once, and counts it. */
  async function askOnce(question: Question, signal: AbortSignal): Promise<Completion> {
    mayAsk()
    requests++
    const answer = await endpoint.ask(question, signal)
    const chars = question.instructions.length + question.passage.length + answer.text.length
    tokens += answer.tokens ?? Math.ceil(chars / CHARS_A_TOKEN)
    return answer
  }

  /** Asks, again where that may help. */
  async function askAgain(question: Question, signal: AbortSignal): Promise<Completion> {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await askOnce(question, signal)
        unanswered = { inARow: 0, until: 0, last: '' }
        return answer
      } catch (error) {
        if (!(error instanceof LanguageModelError) || signal.aborted) throw error
        const wait = error.waitMs ?? backOff(tries, Math.random())
        const isHopeless = clock.now() < unanswered.until || wait > LONGEST_WAIT_MS || tries > settings.retries
        if ((error.kind === 'busy' || error.kind === 'address') && !isHopeless) {
          await clock.wait(wait, signal).catch(() => {
            throw signal.reason
          })
          continue
        }
        noteUnanswered(error)
        throw error
      }
    }
  }

  function noteUnanswered({ kind, message }: LanguageModelError): void {
    if (clock.now() < unanswered.until || (kind !== 'busy' && kind !== 'address' && kind !== 'time')) return
    const inARow = unanswered.inARow + 1
    unanswered = { inARow, until: inARow >= SILENT_AFTER ? clock.now() + SILENCE_MS : 0, last: message }
  }

  return {
    model: settings.model,
    mostChars: settings.text.chars,
    async ask(questions, check, signal) {
      const stop = new AbortController()
      const ends = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal])
      let timer: NodeJS.Timeout | null = null
      const begin = (): void => {
        timer ??= setTimeout(() => stop.abort(tooLong(settings.text.ms)), Math.min(settings.text.ms, 2 ** 31 - 1))
      }
      const answerOf = async (question: Question): Promise<string> => {
        const name = nameOf(settings.model, question)
        const before = await kept.get(name)
        if (before !== null && isRead(before.text, check)) {
          known++
          return before.text
        }
        return take(async () => {
          ends.throwIfAborted()
          begin()
          const answer = await askAgain(question, ends)
          readable(answer.text, check)
          await kept.put(name, answer)
          return answer.text
        })
      }
      try {
        return await Promise.all(
          questions.map((question) =>
            answerOf(question).catch((error: unknown) => {
              // The text cannot be read without this answer: its other questions need none.
              stop.abort(error)
              throw error
            }),
          ),
        )
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      } finally {
        if (timer !== null) clearTimeout(timer)
      }
    },
    spent: () => ({ requests, tokens, known }),
    close: () => endpoint.close(),
  }
}

const tooLong = (ms: number): LanguageModelError =>
  new LanguageModelError(
    'time',
    `Asking about one text took longer than ${ms / 1000} s (HEARSAY_LM_TEXT_SECONDS). What was answered is kept; begun anew, it goes on from there.`,
  )

/** @throws LanguageModelError where an answer cannot be read */
function readable(text: string, check: (answer: string) => void): void {
  try {
    check(text)
  } catch (cause) {
    throw new LanguageModelError(
      'answer',
      `The language model did not answer as it was asked to: ${(cause as Error).message}.`,
      {
        cause,
      },
    )
  }
}

function isRead(text: string, check: (answer: string) => void): boolean {
  try {
    check(text)
    return true
  } catch {
    return false
  }
}

/** Lets at most so many pieces of work be done at once, the others in their order. */
function turns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let working = 0
  return async (work) => {
    if (working >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else working++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) working--
      else next()
    }
  }
}

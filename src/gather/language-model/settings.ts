/**
 * Which language model is asked, by whose address, and how much: settings of the environment. Without an address and a
 * model's name nobody is asked and nothing leaves this machine.
 */
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { EngineUnavailable } from '../../claims/attribution.ts'

export interface LanguageModelSettings {
  /** The address that `/chat/completions` is put behind, without a slash at its end. */
  readonly url: string
  readonly model: string
  readonly key: string | null
  /** Whether the answer is asked for piece by piece, so that a stalled one is noticed early. */
  readonly stream: boolean
  /** Milliseconds until a connection, until the first byte of the answer, between two pieces of it, and for one answer in all. */
  readonly limits: {
    readonly connectMs: number
    readonly firstMs: number
    readonly idleMs: number
    readonly wholeMs: number
  }
  /** Of one text: characters that are asked about, and milliseconds. */
  readonly text: { readonly chars: number; readonly ms: number }
  /** Of one process: requests, tokens and milliseconds. */
  readonly run: { readonly requests: number; readonly tokens: number; readonly ms: number }
  /** Questions that are asked beside each other. */
  readonly atOnce: number
  /** How often a question is asked again that was not answered. */
  readonly retries: number
  /** Where answers are kept, and how many bytes of them; null to keep none. */
  readonly kept: { readonly folder: string; readonly bytes: number } | null
}

const SECOND = 1_000
const MB = 1024 * 1024
const UNLIMITED = Number.POSITIVE_INFINITY

/** Each setting that is a number: what it is without one, and the least and the most that it may be. */
const NUMBERS = {
  HEARSAY_LM_AT_ONCE: [2, 1, 64],
  HEARSAY_LM_CACHE_MB: [256, 1, 1_000_000],
  HEARSAY_LM_CONNECT_SECONDS: [10, 0.001, 3_600],
  HEARSAY_LM_FIRST_SECONDS: [120, 0.001, 86_400],
  HEARSAY_LM_IDLE_SECONDS: [60, 0.001, 86_400],
  HEARSAY_LM_RETRIES: [3, 0, 20],
  HEARSAY_LM_RUN_REQUESTS: [UNLIMITED, 1, 1e9],
  HEARSAY_LM_RUN_SECONDS: [UNLIMITED, 0.001, 1e9],
  HEARSAY_LM_RUN_TOKENS: [UNLIMITED, 1, 1e12],
  HEARSAY_LM_SECONDS: [300, 0.001, 86_400],
  HEARSAY_LM_TEXT_CHARACTERS: [60_000, 1, 1e9],
  HEARSAY_LM_TEXT_SECONDS: [1_800, 0.001, 86_400],
} as const

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings of a language model.
 * @throws EngineUnavailable where an address or a model is missing, or a setting cannot be followed; the message never
 *   holds the key
 */
export function languageModelSettings(environment: Environment = process.env): LanguageModelSettings {
  const { HEARSAY_LM_URL = '', HEARSAY_LM_MODEL = '', HEARSAY_LM_KEY = '' } = environment
  const [url, model, key] = [HEARSAY_LM_URL.trim(), HEARSAY_LM_MODEL.trim(), HEARSAY_LM_KEY.trim()]
  const missing = [...(url === '' ? ['HEARSAY_LM_URL'] : []), ...(model === '' ? ['HEARSAY_LM_MODEL'] : [])]
  if (missing.length > 0)
    throw new EngineUnavailable(
      `No language model is set: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing. Set HEARSAY_LM_URL to the address of an OpenAI-compatible endpoint (http://127.0.0.1:11434/v1) and HEARSAY_LM_MODEL to the name of its model; pages' text is sent there. docs/engines.md tells all settings.`,
    )
  if (/[\p{Cc}\p{Cs}]/u.test(model) || model.length > 200)
    throw wrong('HEARSAY_LM_MODEL', "wants a model's name, in one line of at most 200 characters")
  if (!/^[\x21-\x7e]*$/.test(key)) throw wrong('HEARSAY_LM_KEY', 'wants a key: printable ASCII without spaces')
  const number = (name: keyof typeof NUMBERS): number => numberIn(environment, name)
  const ms = (name: keyof typeof NUMBERS): number => number(name) * SECOND
  return {
    url: addressIn(url),
    model,
    key: key || null,
    stream: yesOrNo(environment, 'HEARSAY_LM_STREAM'),
    limits: {
      connectMs: ms('HEARSAY_LM_CONNECT_SECONDS'),
      firstMs: ms('HEARSAY_LM_FIRST_SECONDS'),
      idleMs: ms('HEARSAY_LM_IDLE_SECONDS'),
      wholeMs: ms('HEARSAY_LM_SECONDS'),
    },
    text: { chars: number('HEARSAY_LM_TEXT_CHARACTERS'), ms: ms('HEARSAY_LM_TEXT_SECONDS') },
    run: {
      requests: number('HEARSAY_LM_RUN_REQUESTS'),
      tokens: number('HEARSAY_LM_RUN_TOKENS'),
      ms: ms('HEARSAY_LM_RUN_SECONDS'),
    },
    atOnce: number('HEARSAY_LM_AT_ONCE'),
    retries: number('HEARSAY_LM_RETRIES'),
    kept: keptIn(environment, number('HEARSAY_LM_CACHE_MB') * MB),
  }
}

const wrong = (name: string, wants: string): EngineUnavailable => new EngineUnavailable(`${name} ${wants}.`)

/** The address without what follows its path; one with a name or a password in it is none. */
function addressIn(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw wrong('HEARSAY_LM_URL', 'wants a whole address, such as http://127.0.0.1:11434/v1 or https://lm.example/v1')
  if (url.username !== '' || url.password !== '')
    throw wrong('HEARSAY_LM_URL', 'wants an address without a name and a password in it; HEARSAY_LM_KEY is for the key')
  const address = url.href.replace(/\/+$/, '')
  return address.replace(/\/chat\/completions$/, '')
}

function numberIn(environment: Environment, name: keyof typeof NUMBERS): number {
  const [usual, least, most] = NUMBERS[name]
  const given = environment[name]?.trim() ?? ''
  if (given === '') return usual
  const number = Number(given)
  const isWhole = Number.isInteger(number) || name.endsWith('SECONDS')
  if (!(number >= least && number <= most && isWhole)) throw wrong(name, `wants a number from ${least} to ${most}`)
  return number
}

function yesOrNo(environment: Environment, name: string): boolean {
  const given = environment[name]?.trim().toLowerCase() ?? ''
  if (given === '' || given === 'yes') return true
  if (given === 'no') return false
  throw wrong(name, 'wants yes or no')
}

/** As the XDG Base Directory Specification has it, in the folder for what can be made again. */
function keptIn(environment: Environment, bytes: number): LanguageModelSettings['kept'] {
  const given = environment.HEARSAY_LM_CACHE?.trim() ?? ''
  if (given.toLowerCase() === 'no') return null
  if (given !== '') return { folder: given, bytes }
  const own = environment.XDG_CACHE_HOME
  const caches = own !== undefined && isAbsolute(own) ? own : join(homedir(), '.cache')
  return { folder: join(caches, 'hearsay', 'language-model'), bytes }
}

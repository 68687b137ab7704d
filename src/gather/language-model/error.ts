/** Why a language model gave no answer that can be read. */

/**
 * - `address`: it cannot be reached
 * - `refused`: it says no: a wrong key, an unknown model, a request that it does not take; or its certificate is not trusted
 * - `redirect`: it points elsewhere, which is never followed
 * - `busy`: it is overloaded or broken for now
 * - `time`: it took longer than it may
 * - `answer`: what it answers is no answer
 * - `budget`: what may be asked is used up
 * - `stopped`: the asking was ended from outside
 */
export type LanguageModelErrorKind =
  | 'address'
  | 'refused'
  | 'redirect'
  | 'busy'
  | 'time'
  | 'answer'
  | 'budget'
  | 'stopped'

/** A question that was not answered. The message says what was wrong and what to do, and never holds the key. */
export class LanguageModelError extends Error {
  override readonly name = 'LanguageModelError'
  readonly kind: LanguageModelErrorKind
  /** Milliseconds to wait at least before it is asked again, where it says so. */
  readonly waitMs: number | null
  /** The status that it answered with. */
  readonly status: number | null

  constructor(
    kind: LanguageModelErrorKind,
    message: string,
    { waitMs = null, status = null, cause }: { waitMs?: number | null; status?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.kind = kind
    this.waitMs = waitMs
    this.status = status
  }
}

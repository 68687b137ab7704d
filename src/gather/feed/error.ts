/** What goes wrong with a watched address, for people: what was wrong, where, what to do. */

/**
 * `empty`: no bytes, or white space. `binary`: a file that is no text. `unknown`: text that is no feed, sitemap, list of
 * feeds or page. `malformed`: it says what it is, but cannot be read as that.
 */
export type SourceErrorCode = 'empty' | 'binary' | 'unknown' | 'malformed'

/** What an address gave cannot be watched or read. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode

  constructor(code: SourceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A correction that cannot be written down: what is wrong with it, in a person's words. Nothing was changed. */
export class CorrectionError extends Error {
  override readonly name = 'CorrectionError'
}

/** A question that cannot be answered as it was asked: what was wrong and what to do, in words for an assistant. */
export class AskError extends Error {
  override readonly name = 'AskError'
}

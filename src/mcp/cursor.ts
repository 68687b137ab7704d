/** Cursors: where a list goes on, as an opaque name that an assistant hands back. */
import { AskError } from './ask-error.ts'

/** A cursor for the items from `offset` on. @param of what the list is of, so that no cursor is taken for another's */
export const cursorAt = (of: string, offset: number): string => Buffer.from(`${of} ${offset}`).toString('base64url')

/**
 * The offset that a cursor names; 0 without one.
 * @throws {AskError} where it is none of this list
 */
export function offsetIn(cursor: string | undefined, of: string): number {
  if (cursor === undefined) return 0
  const [name, offset] = [
    ...Buffer.from(cursor, 'base64url')
      .toString()
      .split(/ (?=\d+$)/),
  ]
  if (name === of && /^\d{1,9}$/.test(offset ?? '')) return Number(offset)
  throw new AskError(
    'This cursor is not one of this list. Ask again without a cursor, with the same arguments as before.',
  )
}

/** A page of a list. */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  /** Where the next begins; null where this is the last. */
  readonly next: string | null
  /** How many come after these. */
  readonly left: number
}

/** The items of a list from a cursor on. */
export function paged<Item>(
  all: readonly Item[],
  { of, cursor, limit }: { readonly of: string; readonly cursor: string | undefined; readonly limit: number },
): PageOf<Item> {
  const from = offsetIn(cursor, of)
  const items = all.slice(from, from + limit)
  const left = Math.max(0, all.length - from - items.length)
  return { items, next: left === 0 ? null : cursorAt(of, from + items.length), left }
}

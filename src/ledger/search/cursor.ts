/**
 * Where a page of results ended. It names the window of keys that is ranked together and the last result's score and key,
 * so that the next page goes on right there, whatever was added since.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { QueryError } from './query-error.ts'

const key = z.number().int().nonnegative()

const PLACE = z.object({
  /** The window's highest and lowest key; where it is not begun, it is the newest from `high` on. */
  high: key,
  low: key.nullable(),
  /** The result shown last; null where none of the window was shown. */
  last: z.object({ score: z.number(), key }).nullable(),
  /** Whether there are older results than the window's. */
  isOlder: z.boolean(),
  /** How many there were when the first page was asked for. */
  found: z.object({ count: z.number().int().nonnegative(), isMore: z.boolean() }),
})

export type Place = Readonly<z.infer<typeof PLACE>>

const digestOf = (asked: string): string => createHash('sha256').update(asked).digest('base64url').slice(0, 8)

/** A place in the results of a query, as text that may stand in an address. */
export const cursorOf = (place: Place, asked: string): string =>
  Buffer.from(JSON.stringify({ asked: digestOf(asked), place: PLACE.parse(place) })).toString('base64url')

/**
 * The place that a cursor tells.
 * @throws {QueryError} where it is none, or one of another query
 */
export function placeOf(cursor: string, asked: string): Place {
  const told = z.object({ asked: z.literal(digestOf(asked)), place: PLACE }).safeParse(read(cursor))
  if (!told.success)
    throw new QueryError('stale page', null, 'This page belongs to another search. Start again at the first page.')
  return told.data.place
}

function read(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/**
 * Where a page of results ended. It names the window of keys that is ranked together and the last result's score and key,
 * so that the next page goes on right there, whatever was added since.
 */
import { createHash } from 'node:crypto'
import { QueryError } from './query-error.ts'

export interface Place {
  /** The window's highest and lowest key; where it is not begun, it is the newest from `high` on. */
  readonly high: number
  readonly low: number | null
  /** The result shown last; null where none of the window was shown. */
  readonly last: { readonly score: number; readonly key: number } | null
  /** Whether there are older results than the window's. */
  readonly isOlder: boolean
  /** How many there were when the first page was asked for. */
  readonly found: { readonly count: number; readonly isMore: boolean }
}

/** Bytes of a query's digest, of a number, and of all of it. */
const DIGEST = 6
const NUMBER = 8
const LENGTH = DIGEST + 5 * NUMBER + 1

const digestOf = (asked: string): Buffer => createHash('sha256').update(asked).digest().subarray(0, DIGEST)

/** A place in the results of a query, as text that may stand in an address. */
export function cursorOf({ high, low, last, isOlder, found }: Place, asked: string): string {
  const bytes = Buffer.alloc(LENGTH)
  digestOf(asked).copy(bytes)
  const numbers = [high, low ?? -1, last?.key ?? -1, last?.score ?? 0, found.count]
  for (const [i, number] of numbers.entries()) bytes.writeDoubleBE(number, DIGEST + i * NUMBER)
  bytes.writeUInt8((isOlder ? 1 : 0) + (found.isMore ? 2 : 0), LENGTH - 1)
  return bytes.toString('base64url')
}

/**
 * The place that a cursor tells.
 * @throws {QueryError} where it is none, or one of another query
 */
export function placeOf(cursor: string, asked: string): Place {
  const bytes = Buffer.from(cursor, 'base64url')
  const numbers =
    bytes.length === LENGTH ? Array.from({ length: 5 }, (_, i) => bytes.readDoubleBE(DIGEST + i * NUMBER)) : []
  const [high = -1, low = -1, key = -1, score = Number.NaN, count = -1] = numbers
  const isKey = (value: number) => Number.isSafeInteger(value) && value >= -1
  if (
    !bytes.subarray(0, DIGEST).equals(digestOf(asked)) ||
    ![high, low, key, count].every(isKey) ||
    Number.isNaN(score)
  )
    throw new QueryError('stale page', null, 'This page belongs to another search. Start again at the first page.')
  const flags = bytes.readUInt8(LENGTH - 1)
  return {
    high,
    low: low < 0 ? null : low,
    last: key < 0 ? null : { score, key },
    isOlder: (flags & 1) !== 0,
    found: { count, isMore: (flags & 2) !== 0 },
  }
}

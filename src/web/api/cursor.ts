/** Cursors: where a page of a list ended, as opaque text that stands in an address. One of another list is refused. */
import { ProblemError } from './problem.ts'

const MARK = '\n'

/** @param list which list it is a place of @param place in the list's own words */
export const cursorOf = (list: string, place: string): string =>
  Buffer.from(`${list}${MARK}${place}`, 'utf8').toString('base64url')

/**
 * The place that a cursor tells.
 * @param form the list's own words for places
 * @throws {ProblemError} where it is none of this list
 */
export function placeIn(list: string, cursor: string, form: RegExp): string {
  const [of, place, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(MARK)
  if (of !== list || place === undefined || rest.length > 0 || !form.test(place))
    throw new ProblemError('bad-cursor', 'This cursor is none of this list: begin at the first page, without one.', {
      errors: [{ in: 'query', pointer: '/cursor', detail: 'not a cursor of this list' }],
    })
  return place
}

/** A number as a place of a list: it is whole, and no larger than the ledger's. */
export const NUMBER_PLACE = /^\d{1,15}$/

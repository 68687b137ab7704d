/**
 * A number told as another number of the same count. What is said on a later day is news, and no drift.
 */
import type { Figure } from '../../claims/claim.ts'
import { countedTwice } from './counted.ts'
import type { Drift } from './drift.ts'
import { agrees, isSameCount } from './figure.ts'
import { anchorOf, type Telling } from './telling.ts'

/** A number told as another: the only ones of their measure and of whom they count, and not one of them rounded. */
export function numberDrift(from: Telling, to: Telling): Drift[] {
  const [pair, ...more] = countedAnew(from, to)
  if (pair === undefined || more.length > 0 || agrees(pair[0], pair[1], ROUNDED)) return []
  const [figure, told] = pair
  return [
    {
      kind: 'figure changed',
      from: anchorOf(from, figure),
      to: anchorOf(to, told),
      lost: false,
      why: `${figure.text} there, ${told.text} here`,
    },
  ]
}

/** Figures of one count that differ in number, though neither number is in both tellings. */
function countedAnew(from: Telling, to: Telling): readonly (readonly [Figure, Figure])[] {
  const same = countedTwice(from, to)
  return from.figures
    .filter((figure) => !same.some(([own]) => own === figure))
    .flatMap((figure) =>
      to.figures
        .filter((told) => !same.some(([, own]) => own === told) && isSameCount(from, figure, to, told))
        .map((told) => [figure, told] as const),
    )
}

/** Were they said on one day, by the words of both? */
const saidTogether = ({ saidTime: one }: Telling, { saidTime: other }: Telling): boolean =>
  one?.date != null && one.date === other?.date

/** Were they said on different days? A later number is news, not drift. */
function saidApart({ saidTime: one }: Telling, { saidTime: other }: Telling): boolean {
  if (one?.date == null || other?.date == null) return false
  const shorter = Math.min(one.date.length, other.date.length)
  return one.date.slice(0, shorter) !== other.date.slice(0, shorter)
}

/** Nearer than this, one report's number is the other's rounded. */
const ROUNDED = 0.02

/**
 * Does the second telling give a later number, so that it is another statement?
 * @param apart were their articles published on different days?
 */
export const isLater = (from: Telling, to: Telling, apart: boolean): boolean =>
  (saidApart(from, to) || (apart && !saidTogether(from, to))) && countedAnew(from, to).length > 0

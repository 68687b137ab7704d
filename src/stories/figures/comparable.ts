/**
 * Which figures can be laid side by side: those of the same measure, unit, population, place and window. Of others the
 * reason why not is given, in words for the page.
 */
import type { EventTime, Figure } from '../../claims/claim.ts'
import { conceptOf, conceptsApart, sameConcept } from './concepts.ts'
import { isNamed, populationKey } from './populations.ts'

/** A figure with what its claim says of where and when. */
export interface Count {
  readonly figure: Pick<Figure, 'text' | 'low' | 'high' | 'approximate' | 'qualifier' | 'unit' | 'measure' | 'of'>
  /** From the nearest place outward: `Makhnovka, Kursk region, Russia`. */
  readonly place: string | null
  readonly when: Pick<EventTime, 'start' | 'end'> | null
}

/** Why two figures cannot be compared: by which of their sides, and the reason in words. */
export interface Apart {
  readonly by: 'measure' | 'unit' | 'population' | 'place' | 'window'
  readonly reason: string
}

/** True, or why not. The first reason counts: measure, unit, population, place, window. */
export function comparable(one: Count, other: Count): true | Apart {
  return (
    measuresApart(one.figure, other.figure) ??
    unitsApart(one.figure, other.figure) ??
    populationsApart(one.figure, other.figure) ??
    placesApart(one.place, other.place) ??
    windowsApart(one.when, other.when) ??
    populationUnknown(one.figure, other.figure) ??
    true
  )
}

type Told = Count['figure']

function measuresApart(one: Told, other: Told): Apart | null {
  if (one.measure === null || other.measure === null)
    return { by: 'measure', reason: `what "${(one.measure === null ? one : other).text}" measures is not known` }
  const [a, b] = [conceptOf(one.measure), conceptOf(other.measure)]
  return sameConcept(a, b) ? null : { by: 'measure', reason: conceptsApart(a, b) }
}

/** Army units are words for a number that nobody said. */
const UNITS_OF_ARMIES = /^(?:battalion|brigade|company|division|platoon|regiment|squad)s?$/

function unitsApart(one: Told, other: Told): Apart | null {
  const [a, b] = [one.unit, other.unit]
  if (a === b) return a === null ? { by: 'unit', reason: 'what is counted is not known' } : null
  if (a === null || b === null)
    return { by: 'unit', reason: `what "${(a === null ? one : other).text}" counts is not known` }
  const unit = [a, b].find((word) => UNITS_OF_ARMIES.test(word))
  if (unit) return { by: 'unit', reason: `a ${unit} is no number; its size differs` }
  if ([a, b].some((word) => word === 'percent' || word === 'fraction'))
    return { by: 'unit', reason: `one is a share, the other a number` }
  return { by: 'unit', reason: `one counts ${a}, the other ${b}` }
}

function populationsApart(one: Told, other: Told): Apart | null {
  const [a, b] = [populationKey(one.of), populationKey(other.of)]
  if (a === b) return null
  if (a === null || b === null)
    return { by: 'population', reason: `one counts ${(a === null ? other : one).of}; the other does not say of whom` }
  const unnamed = [one, other].find(({ of }) => of !== null && !isNamed(of))
  if (unnamed !== undefined)
    return {
      by: 'population',
      reason: `one counts ${(unnamed === one ? other : one).of}; the other says "${unnamed.of}" and not whose`,
    }
  return { by: 'population', reason: `one counts ${one.of}, the other ${other.of}` }
}

/** Nobody says of whom: the last reason, where all else agrees. */
function populationUnknown(one: Told, other: Told): Apart | null {
  const unknown = populationKey(one.of) === null && populationKey(other.of) === null
  return unknown ? { by: 'population', reason: 'neither says of whom it counts' } : null
}

const partsOf = (place: string): string[] => place.toLowerCase().split(/\s*,\s*/)

/** A place that is not said is where the matter is, and keeps nothing apart. */
function placesApart(one: string | null, other: string | null): Apart | null {
  if (one === null || other === null || one === other) return null
  const [a, b] = [partsOf(one), partsOf(other)]
  const [within, around] = a.length >= b.length ? [a, b] : [b, a]
  if (within.slice(within.length - around.length).join() === around.join()) {
    if (within.length === around.length) return null
    const [small, large] = a.length >= b.length ? [one, other] : [other, one]
    return { by: 'place', reason: `one counts ${large}, the other ${small} alone` }
  }
  return { by: 'place', reason: `one is of ${one}, the other of ${other}` }
}

const windowOf = ({ start, end }: Pick<EventTime, 'start' | 'end'>): string =>
  start === end ? `${start}` : `${start} to ${end}`

/** Counts up to a day can be compared however far apart; counts over a time only with those over the same. */
function windowsApart(one: Count['when'], other: Count['when']): Apart | null {
  const [a, b] = [one?.start ?? null, other?.start ?? null]
  if (a === null && b === null) return null
  if (a !== null && b !== null && one && other)
    return one.start === other.start && one.end === other.end
      ? null
      : { by: 'window', reason: `one counts ${windowOf(one)}, the other ${windowOf(other)}` }
  const window = a !== null ? one : other
  return {
    by: 'window',
    reason: `one counts ${windowOf(window as Pick<EventTime, 'start' | 'end'>)} alone, the other all up to its day`,
  }
}

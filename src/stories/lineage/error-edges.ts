/**
 * Shared errors as evidence: odd spellings, altered quotations and odd numbers that a report has in common with one that
 * is not younger.
 */
import type { Reading } from '../reading.ts'
import type { Among, Edge } from './evidence.ts'
import type { Kinship } from './kinship.ts'
import type { OddNumber } from './odd-number.ts'
import type { Peculiarity, Place } from './peculiarity.ts'

/** For each error the first two articles that have it. */
export function firstWithErrors(ordered: readonly Reading[], { peculiarities }: Kinship): Map<Peculiarity, Place[]> {
  const first = new Map<Peculiarity, Place[]>()
  for (const { id } of ordered)
    for (const { peculiarity, place } of peculiarities.get(id) ?? []) {
      const some = first.get(peculiarity)
      if (some === undefined) first.set(peculiarity, [place])
      else if (some.length < 2) some.push(place)
    }
  return first
}

/** What an article shares with others, not younger, that is no accident. */
export function errorEdges({ id }: Reading, { kinship, errors }: Among): Edge[] {
  return (kinship.peculiarities.get(id) ?? []).flatMap(({ peculiarity, place: own }): Edge[] => {
    const first = errors.get(peculiarity)?.find(({ article }) => article !== id)
    if (first === undefined || kinship.precedence(first.article, id) === 'younger') return []
    return [
      {
        kind: 'peculiarity',
        from: first.article,
        article: first.article,
        link: null,
        source: null,
        because: `shares ${errorOf(peculiarity)} with ${kinship.readings.get(first.article)?.article.outlet ?? first.article}`,
        strength: peculiarity.strength,
        anchor: { start: own.start, end: own.end },
        in: 'text',
        other: { start: first.start, end: first.end },
        directed: kinship.precedence(first.article, id) === 'older',
      },
    ]
  })
}

/** An odd number that an article has with one that is not younger. */
export function numberEdges({ id }: Reading, odd: readonly OddNumber[], { kinship }: Among): Edge[] {
  return odd.flatMap(({ text, instead, usual, places }): Edge[] => {
    const own = places.find(({ article }) => article === id)
    const first = places.find(({ article }) => article !== id)
    if (own === undefined || first === undefined || kinship.precedence(first.article, id) === 'younger') return []
    return [
      {
        kind: 'peculiarity',
        from: first.article,
        article: first.article,
        link: null,
        source: null,
        because: `shares the odd number "${text}" with ${kinship.readings.get(first.article)?.article.outlet ?? first.article}, where ${usual} have "${instead}"`,
        strength: 'fair',
        anchor: { start: own.start, end: own.end },
        in: 'text',
        other: { start: first.start, end: first.end },
        directed: kinship.precedence(first.article, id) === 'older',
      },
    ]
  })
}

const errorOf = ({ kind, text, instead, usual }: Peculiarity): string =>
  `the ${kind} "${text}"${instead === null ? '' : `, where ${usual} have "${instead}"`}`

/**
 * What a figure leaves open, compared: "up to a battalion" told as "a battalion" has lost its hedge, told as "more than a
 * battalion" it is turned round.
 */
import type { Figure, Quote } from '../../claims/claim.ts'
import { AFTER, BEFORE } from '../../language/quantities/qualifiers.ts'
import type { Drift } from './drift.ts'
import { anchorOf, type Telling } from './telling.ts'

/** `exact` is a number as it stands; `near` is nearly, almost: below, but not by much. */
type Bound = 'low' | 'high' | 'about' | 'near' | 'range' | 'exact'

/** The words at a figure that leave it open, in order: `some`, `or more`. */
function qualifiersOf({ hedges }: Telling, figure: Figure): readonly Quote[] {
  const own = hedges.filter(
    ({ kind, start, end }) =>
      (kind === 'bound' || kind === 'approximation') && start >= figure.start - 1 && end <= figure.end + 1,
  )
  return own.filter(({ text }) => boundNamed(text) !== null)
}

function boundNamed(words: string): Bound | null {
  const key = words.toLowerCase().replace(/\s+/g, ' ')
  const known = BEFORE.get(key) ?? AFTER.get(key)
  if (known === undefined) return null
  return known.soft ? 'near' : known.bound
}

/** What a figure leaves open, by its qualifier where it has one. */
export function boundOf({ low, high, approximate, qualifier }: Figure): Bound {
  const named = qualifier === null ? null : boundNamed(qualifier)
  if (low !== null && high !== null && low !== high) return 'range'
  if (low !== null && high === null) return 'low'
  if (low === null && high !== null) return named === 'near' ? 'near' : 'high'
  if (low !== null) return approximate ? 'about' : 'exact'
  return named ?? 'exact'
}

/** The words that leave a figure open: the bound before the approximation ("some 3,000 or more"). */
function openWords(telling: Telling, figure: Figure): Quote | null {
  const words = qualifiersOf(telling, figure)
  const bound = boundOf(figure)
  const own = words.find(({ text }) => boundNamed(text) === bound) ?? words[0]
  if (own !== undefined) return own
  if (figure.qualifier === null) return null
  const at = figure.text.toLowerCase().indexOf(figure.qualifier.toLowerCase())
  if (at < 0) return null
  const start = figure.start + at
  return { start, end: start + figure.qualifier.length, text: figure.text.slice(at, at + figure.qualifier.length) }
}

const TURNED: ReadonlySet<string> = new Set(['low high', 'high low', 'low near', 'near low'])

/**
 * The drift of one figure's bounds between two tellings that give the same number.
 * @param tellsOtherwise does the statement's side give the number in another way elsewhere, so that nothing is lost?
 */
export function boundDrift(
  from: Telling,
  figure: Figure,
  to: Telling,
  told: Figure,
  tellsOtherwise: (bound: Bound) => boolean,
): Drift | null {
  const before = boundOf(figure)
  const after = boundOf(told)
  if (before === after || tellsOtherwise(after)) return null
  const place = { from: anchorOf(from, figure), to: anchorOf(to, told) }
  if (TURNED.has(`${before} ${after}`))
    return { kind: 'bound turned', ...place, lost: false, why: `${saying(before)} there, ${saying(after)} here` }
  if (before === 'exact' && after !== 'range')
    return { kind: 'hedge added', ...place, lost: false, why: `${saying(before)} there, ${saying(after)} here` }
  if (after !== 'exact') return null
  if (before === 'range')
    return { kind: 'hedge dropped', ...place, lost: false, why: 'a range there, one of its ends here' }
  const words = openWords(from, figure)
  if (words === null) return null
  return {
    kind: 'hedge dropped',
    from: anchorOf(from, words),
    to: place.to,
    lost: true,
    why: `the figure stands without "${words.text}"`,
  }
}

const SAYING: Readonly<Record<Bound, string>> = {
  about: 'about',
  exact: 'exactly so many',
  high: 'at most so many',
  low: 'at least so many',
  near: 'not quite so many',
  range: 'a range',
}
const saying = (bound: Bound): string => SAYING[bound]

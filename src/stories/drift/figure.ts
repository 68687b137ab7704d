/**
 * Figures told as other figures: a number that stands nowhere in the text, or a word of size in a number's place.
 */
import type { Figure } from '../../claims/claim.ts'
import type { Alignment } from './alignment.ts'
import { boundOf } from './bound.ts'
import { numberOf, sameMatter, sameNumber, sameUnit } from './counted.ts'
import type { Drift } from './drift.ts'
import { groupsOf } from './groups.ts'
import { sameOutcome } from './measure.ts'
import { meets } from './population.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'

/** Words of size that stand for a number before what is counted. */
const SIZE =
  /\b(?:heavy|huge|mass|massive|major|enormous|staggering|catastrophic|devastating|minor|small|slight|record) (?=(?:\p{L}{1,20} ){0,2}?(?:casualt|loss|death|layoff|cuts?\b|injur|damage|fall|rise|increase|drop))/iu

/** The least number that a vague word can mean. */
const LEAST: readonly (readonly [RegExp, number])[] = [
  [/\bmillions\b/i, 2e6],
  [/\bthousands\b/i, 2000],
  [/\bhundreds\b/i, 200],
  [/\bscores\b/i, 40],
  [/\bdozens\b/i, 24],
]

/** Nearer than this, a number in a headline is rounded. */
const ROUNDED = 0.1
/** How like the rest must be before two numbers are taken for one count. */
const SURE = 0.6

/** The figures of a report that a line tells as others. `body` is all that the text says. */
export function figureDrift(
  { telling, score, figures }: Alignment,
  line: Telling,
  body: readonly Telling[],
  text: string,
): Drift[] {
  const all = body.flatMap((own) => own.figures)
  if (figures > 0) return []
  const sized =
    line.figures.length === 0 ? foundIn({ ...line, content: { ...line.words, parts: [line.words] } }, SIZE) : null
  if (sized !== null && !SIZE.test(text)) {
    const vague = telling.figures.filter((figure) => numberOf(figure) === null || telling.figures.length === 1)
    const [only] = vague
    const bare = { start: sized.start, end: sized.end - 1, text: sized.text.trimEnd() }
    if (only !== undefined && vague.length === 1 && only.measure !== null)
      return [
        {
          kind: 'figure changed',
          from: anchorOf(telling, only),
          to: anchorOf(line, bare),
          lost: false,
          why: `a figure there ("${only.text}"), a word of size here`,
        },
      ]
  }
  const [told, ...more] = line.figures
  if (told === undefined || more.length > 0 || all.some((own) => sameNumber(own, told))) return []
  const counted = telling.figures.filter((figure) => isSameCount(telling, figure, line, told))
  const [figure] = counted
  if (figure === undefined || counted.length > 1 || score < SURE - FIGURE_SHARE || agrees(figure, told, ROUNDED))
    return []
  // A caption stands in the text itself, and is no ground for what it says.
  const { start, end } = line.words
  const rest = line.in === 'caption' ? `${text.slice(0, start)} ${text.slice(end)}` : text
  if (standsIn(told, rest) || isWorkedOut(told, all)) return []
  return [
    {
      kind: 'figure changed',
      from: anchorOf(telling, figure),
      to: anchorOf(line, told),
      lost: false,
      why: `the text gives ${figure.text}; ${told.text} stands nowhere in it`,
    },
  ]
}

/** The figure itself weighs in the score, and is not the same. */
const FIGURE_SHARE = 0.2

/** Does a figure's number stand anywhere in a text, read as a figure or not? */
function standsIn(told: Figure, text: string): boolean {
  const digits = /\d[\d.,]*/.exec(told.text)?.[0].replace(/[.,]+$/, '')
  if (digits === undefined) return false
  const plain = digits.replaceAll(',', '').replaceAll('.', '\\.')
  return new RegExp(`(?<![\\d.,])(?:${digits.replaceAll('.', '\\.')}|${plain})(?![\\d]|[.,]\\d)`).test(text)
}

/** So many figures of a text are added up. */
const ADDED = 40

/** Is a number the sum of two of the text's, or what is between them? */
function isWorkedOut(told: Figure, all: readonly Figure[]): boolean {
  const number = numberOf(told)
  const numbers = [...new Set(all.flatMap((figure) => numberOf(figure) ?? []))].slice(0, ADDED)
  return numbers.some((one, i) =>
    numbers.slice(i + 1).some((other) => one + other === number || Math.abs(one - other) === number),
  )
}

/** Do two figures count the same, whatever their numbers: the same measure of the same people or things? */
export function isSameCount(from: Telling, figure: Figure, to: Telling, told: Figure): boolean {
  if (numberOf(figure) === null || numberOf(told) === null || !sameUnit(figure, told)) return false
  const outcome = sameOutcome(from, figure, to, told)
  if (outcome === false || (outcome === null && (figure.measure === null || figure.measure !== told.measure)))
    return false
  const [there, here] = [groupsOf(from, figure).groups, groupsOf(to, told).groups]
  if (there.length === 0 || here.length === 0) return sameMatter(figure, told)
  return there.some((group) => here.some((own) => meets(group, own)))
}

/** Does the text's number fit the line's words: 4,950 told as "about 5,000", 98 as "nearly 100", 230 as "hundreds"? */
export function agrees(figure: Figure, told: Figure, rounded: number): boolean {
  const number = numberOf(figure)
  const other = numberOf(told)
  if (number === null) return true
  if (other === null) {
    const least = LEAST.find(([words]) => words.test(told.text))?.[1]
    return least === undefined || number >= least || boundOf(figure) === 'low'
  }
  const near = Math.abs(number - other) / Math.max(number, other)
  if (near <= EXACT || (near <= rounded && digitsOf(other) < digitsOf(number))) return true
  const bound = boundOf(told)
  if (bound === boundOf(figure)) return false
  if (boundOf(figure) === 'low' ? other > number : boundOf(figure) === 'high' && other < number) return true
  return (bound === 'low' && number > other) || (bound === 'high' && number < other)
}

/** Nearer than this, numbers are not told apart. */
const EXACT = 0.02

/** The digits of a number up to its last that is not nought: 2 of 4,900. */
const digitsOf = (number: number): number => String(Math.round(number)).replace(/0+$/, '').length

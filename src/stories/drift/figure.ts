/**
 * Figures told as other figures: a number that stands nowhere in the text, or a word of size in a number's place.
 */
import type { Figure } from '../../claims/claim.ts'
import type { Alignment } from './alignment.ts'
import { boundOf } from './bound.ts'
import { numberOf, sameMatter, sameNumber } from './counted.ts'
import type { Drift } from './drift.ts'
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
export function figureDrift({ telling, score, figures }: Alignment, line: Telling, body: readonly Telling[]): Drift[] {
  const all = body.flatMap((own) => own.figures)
  if (figures > 0) return []
  const sized =
    line.figures.length === 0 ? foundIn({ ...line, content: { ...line.words, parts: [line.words] } }, SIZE) : null
  if (sized !== null) {
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
  const counted = telling.figures.filter((figure) => isSameCount(figure, told))
  const [figure] = counted
  if (figure === undefined || counted.length > 1 || score < SURE - FIGURE_SHARE || agrees(figure, told, ROUNDED))
    return []
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

/** Do two figures count the same, whatever their numbers? */
export const isSameCount = (one: Figure, other: Figure): boolean =>
  one.measure !== null && one.measure === other.measure && one.unit === other.unit && sameMatter(one, other)

/** Does the text's number fit the line's words: 4,950 told as "about 5,000", 98 as "nearly 100", 230 as "hundreds"? */
export function agrees(figure: Figure, told: Figure, rounded: number): boolean {
  const number = numberOf(figure)
  const other = numberOf(told)
  if (number === null) return true
  if (other === null) {
    const least = LEAST.find(([words]) => words.test(told.text))?.[1]
    return least === undefined || number >= least || boundOf(figure) === 'low'
  }
  if (Math.abs(number - other) <= rounded * Math.max(number, other)) return true
  if (boundOf(figure) === 'low' ? other > number : boundOf(figure) === 'high' && other < number) return true
  const bound = boundOf(told)
  if (bound === boundOf(figure)) return false
  return (bound === 'low' && number > other) || (bound === 'high' && number < other)
}

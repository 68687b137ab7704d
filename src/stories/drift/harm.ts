/**
 * Measures that are taken for each other: killed, wounded, casualties, lost. Casualties are killed and wounded; told as
 * killed they are another measure under the same number.
 */
import type { Figure, Quote } from '../../claims/claim.ts'
import { MEASURES } from '../../claims/figures/measures.ts'
import type { Drift } from './drift.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'
import { wordsOf } from './words.ts'

const HARM: readonly string[] = ['killed', 'wounded', 'missing', 'captured', 'casualties', 'lost']
const MONEY: readonly string[] = ['profit', 'revenue']

const partsOf = (measure: string): readonly string[] => measure.split(/ (?:or|and) |, /)

const groupOf = (measure: string | null): readonly string[] | null =>
  measure === null
    ? null
    : partsOf(measure).every((part) => HARM.includes(part))
      ? HARM
      : MONEY.includes(measure)
        ? MONEY
        : null

const WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  ['killed', 'wounded', 'casualties', 'lost'].map((name) => [
    name,
    MEASURES.filter((measure) => measure.name === name).flatMap(({ words }) =>
      words.filter((word) => !word.includes(' ') && word !== 'toll'),
    ),
  ]),
)

/** The measures of harm that a text has words for. */
function harmsIn(text: string): Set<string> {
  const words = new Set(wordsOf(text).map(({ low }) => low))
  return new Set([...WORDS].flatMap(([name, own]) => (own.some((word) => words.has(word)) ? [name] : [])))
}

/** The measure of a figure; where it is read as none of these, the only harm that its telling has words for. */
function measureIn({ words }: Telling, { measure }: Figure): string | null {
  if (groupOf(measure) !== null) return measure
  const [only, ...others] = harmsIn(words.text)
  return only !== undefined && others.length === 0 ? only : null
}

/** The words of a telling that give a measure: "killed or wounded". */
function measureWords(telling: Telling, measure: string): Quote | null {
  const words = partsOf(measure).flatMap((part) => WORDS.get(part) ?? [part])
  const any = `(?:${words.map((word) => word.replace(/[^\p{L}]/gu, '')).join('|')})`
  return foundIn(telling, new RegExp(`\\b${any}\\b(?:(?:,? (?:or|and|been) |, | or been )${any}\\b)?`, 'iu'))
}

/** Dead or injured is what casualties means: no change of measure. */
const MEANING: Readonly<Record<string, string>> = { 'killed or wounded': 'casualties' }
const meaning = (measure: string): string => MEANING[measure] ?? measure

/**
 * The drift of one figure's measure between two tellings that give the same number.
 * @param measures the measures that the statement's side gives for this number anywhere
 */
export function measureDrift(
  from: Telling,
  figure: Figure,
  to: Telling,
  told: Figure,
  measures: ReadonlySet<string | null>,
): Drift | null {
  const before = measureIn(from, figure)
  const after = measureIn(to, told)
  if (before === null || after === null || meaning(before) === meaning(after)) return null
  if (groupOf(before) !== groupOf(after) || measures.has(after)) return null
  // what was lost may be told as casualties: it is the narrower word
  if (before === 'lost' && after === 'casualties') return null
  // "several hundred, from killed to wounded" is read as killed, and tells both
  if (partsOf(after).includes(before) && partsOf(after).every((part) => harmsIn(from.words.text).has(part))) return null
  if (partsOf(before).every((part) => harmsIn(to.words.text).has(part))) return null
  const [words, instead] = [measureWords(from, before), measureWords(to, after)]
  if (words === null || instead === null || words.text.toLowerCase() === instead.text.toLowerCase()) return null
  return {
    kind: 'measure changed',
    from: anchorOf(from, words),
    to: anchorOf(to, instead),
    lost: false,
    why: `${figure.text} is ${before} there, ${after} here`,
  }
}

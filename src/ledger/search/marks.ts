/** What was found, marked: where the words of a query stand in a text, and how well they fit it. */
import type { Span } from '../../page/article.ts'
import type { NameField } from './fields.ts'
import { type AnyOf, nameAsked, type Phrase, wordsAsked } from './match.ts'
import type { Query } from './query.ts'
import { nameTerm, WRITTEN } from './terms.ts'
import { type Word, wordsOf } from './words.ts'

/** What is looked for in a text: the terms that the index was asked for, of words or of a field's names. */
export interface Sought {
  readonly field: 'words' | NameField
  readonly any: AnyOf
}

/** The words and phrases that a query asks for. */
export const soughtWords = ({ conditions }: Query): Sought[] =>
  conditions.flatMap((condition) =>
    condition.about === 'words' && !condition.not ? [{ field: 'words' as const, any: wordsAsked(condition) }] : [],
  )

/** The names that a query asks for in a field. */
export const soughtNames = ({ conditions }: Query, field: NameField): Sought[] =>
  conditions.flatMap((condition) =>
    condition.about === field && !condition.not && 'text' in condition ? [{ field, any: nameAsked(condition) }] : [],
  )

/** A word as the index has it for a field, in the form that a term is of. */
function formOf(word: Word, field: Sought['field'], term: string): string {
  if (field !== 'words') return nameTerm(field, word)
  return term.startsWith(WRITTEN) ? WRITTEN + word.plain : word.term
}

/** Where something that is sought stands in a text's words. */
function placesOf({ field, any }: Sought, text: readonly Word[]): Span[] {
  const stands = ({ terms, isPrefix }: Phrase, at: number) =>
    terms.every((term, i) => {
      const word = text[at + i]
      const form = word && formOf(word, field, term)
      return isPrefix && i === terms.length - 1 ? form?.startsWith(term) : form === term
    })
  return text.flatMap(({ start }, at) => {
    const found = any.find((phrase) => stands(phrase, at))
    return found === undefined ? [] : [{ start, end: text[at + found.terms.length - 1]?.end ?? start }]
  })
}

/** All places of what is sought, in UTF-16 units of the text, in order; those that touch are one. */
export function marksIn(text: string, sought: readonly Sought[]): Span[] {
  if (sought.length === 0) return []
  const words = wordsOf(text)
  const marks: { start: number; end: number }[] = []
  for (const { start, end } of sought
    .flatMap((one) => placesOf(one, words))
    .sort((one, other) => one.start - other.start || one.end - other.end)) {
    const before = marks.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else marks.push({ start, end })
  }
  return marks
}

/** BM25's two numbers as Robertson and Zaragoza give them (2009): how soon more of a word counts no more, and how length does. */
const SATURATION = 1.2
const LENGTH = 0.75
/** Words of a usual claim. */
const USUAL = 25

/** A text that something was found in, and how much it weighs: content more than the speaker's name. */
export interface Weighed {
  readonly text: string | null
  readonly weight: number
}

/**
 * How well texts fit the words that are sought: BM25F without the part that tells rare words from common ones, since
 * everything that is sought is in everything that is found.
 */
export function scoreOf(texts: readonly Weighed[], sought: readonly Sought[], initials: ReadonlySet<string>): number {
  const fields = texts.map(({ text, weight }) => ({ words: wordsOf(text ?? '', { initials }), weight }))
  const length = fields.reduce((sum, { words, weight }) => sum + weight * words.length, 0)
  const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL)
  let score = 0
  for (const one of sought) {
    const often = fields.reduce((sum, { words, weight }) => sum + weight * placesOf(one, words).length, 0)
    score += (often * (SATURATION + 1)) / (often + norm)
  }
  return score
}

/** The first letters of the terms of words that are sought. */
export const initialsOf = (sought: readonly Sought[]): Set<string> =>
  new Set(
    sought.flatMap(({ any }) =>
      any.flatMap(({ terms }) =>
        terms.map((term) => (term.startsWith(WRITTEN) ? term.slice(WRITTEN.length) : term).slice(0, 1)),
      ),
    ),
  )

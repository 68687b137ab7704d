/** A sentence as figures are read from it: its lexemes, the quantities in them, and the words that tell a measure. */
import { type Lexeme, lexemesOf } from '../../language/quantities/lexemes.ts'
import { type Phrases, phraseAt, phrasesOf } from '../../language/quantities/phrases.ts'
import { type Quantity, quantitiesOf } from '../../language/quantities/quantities.ts'
import type { Span } from '../../page/article.ts'
import { MEASURES, type Measure } from './measures.ts'

/** A word of a measure: lexemes `first` up to, not with, `next`. */
export interface Told {
  readonly first: number
  readonly next: number
  readonly measure: Measure
}

/** A quantity in its sentence: lexemes `first` up to, not with, `next`. */
export interface Placed {
  readonly quantity: Quantity
  readonly first: number
  readonly next: number
}

/** A sentence, read once for all its figures. */
export interface Clause {
  readonly text: string
  readonly lexemes: readonly Lexeme[]
  readonly told: readonly Told[]
  readonly placed: readonly Placed[]
}

const MEASURE_PHRASES: Phrases<Measure> = phrasesOf(
  MEASURES.flatMap((measure) => measure.words.map((word) => [word, measure] as const)),
)

export const QUOTE = /^["“”‘’«»'„]$/
export const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''
export const isCapital = (lexeme: Lexeme | undefined): boolean => /^\p{Lu}/u.test(lexeme?.text ?? '')

/** The sentence at a span of the text, or null where it holds no quantity. */
export function clauseOf(text: string, { start, end }: Span): Clause | null {
  const quantities = quantitiesOf(text, start, end)
  if (quantities.length === 0) return null
  const lexemes = lexemesOf(text, start, end)
  let at = 0
  const placed = quantities.map((quantity) => {
    while (at < lexemes.length && (lexemes[at] as Lexeme).start < quantity.start) at++
    const first = at
    while (at < lexemes.length && (lexemes[at] as Lexeme).end <= quantity.end) at++
    return { quantity, first, next: at }
  })
  const told: Told[] = []
  for (let i = 0; i < lexemes.length; i++) {
    if (lexemes[i]?.kind !== 'word') continue
    const found = phraseAt(MEASURE_PHRASES, lexemes, i)
    if (!found) continue
    // passed 1,000: the qualifier's own word tells nothing
    if (!placed.some(({ first, next }) => i >= first && i < next))
      told.push({ first: i, next: found.next, measure: found.value })
    i = found.next - 1
  }
  return { text, lexemes, told, placed }
}

/** The measure told at lexeme i, if a word of one stands there. */
export function toldAt({ told }: Clause, i: number): Told | null {
  return told.find(({ first, next }) => i >= first && i < next) ?? null
}

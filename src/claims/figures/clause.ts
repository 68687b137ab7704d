/** A sentence as figures are read from it: its lexemes, the quantities in them, and the words that tell a measure. */
import { type Lexeme, lexemesOf } from '../../language/quantities/lexemes.ts'
import { type Phrases, phraseAt, phrasesOf } from '../../language/quantities/phrases.ts'
import { type Quantity, quantitiesIn } from '../../language/quantities/quantities.ts'
import type { Span } from '../../page/article.ts'
import { MEASURES, type Measure } from './measures.ts'

/** A word of a measure: lexemes `first` up to, not with, `next`. */
export interface Told {
  /** Its place among the clause's measures. */
  readonly index: number
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
  /** By lexeme: the measure told there, and the quantity that lies there. */
  readonly toldBy: readonly (Told | undefined)[]
  readonly placedBy: readonly (Placed | undefined)[]
}

const MEASURE_PHRASES: Phrases<Measure> = phrasesOf(
  MEASURES.flatMap((measure) => measure.words.map((word) => [word, measure] as const)),
)

export const QUOTE = /^["“”‘’«»'„]$/
export const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''

/** The sentence at a span of the text. */
export function clauseOf(text: string, { start, end }: Span): Clause {
  const lexemes = lexemesOf(text, start, end)
  const quantities = quantitiesIn(text, lexemes)
  let at = 0
  const placedBy: (Placed | undefined)[] = new Array(lexemes.length)
  const placed = quantities.map((quantity) => {
    while (at < lexemes.length && (lexemes[at] as Lexeme).start < quantity.start) at++
    const first = at
    while (at < lexemes.length && (lexemes[at] as Lexeme).end <= quantity.end) at++
    const one: Placed = { quantity, first, next: at }
    placedBy.fill(one, first, at)
    return one
  })
  const told: Told[] = []
  const toldBy: (Told | undefined)[] = new Array(lexemes.length)
  for (let i = 0; i < lexemes.length; i++) {
    if (lexemes[i]?.kind !== 'word') continue
    const found = phraseAt(MEASURE_PHRASES, lexemes, i)
    if (!found) continue
    // passed 1,000: the qualifier's own word tells nothing
    if (!placedBy[i]) {
      const one: Told = { index: told.length, first: i, next: found.next, measure: found.value }
      told.push(one)
      toldBy.fill(one, i, found.next)
    }
    i = found.next - 1
  }
  return { text, lexemes, told, placed, toldBy, placedBy }
}

/** The measure told at lexeme i, if a word of one stands there. */
export function toldAt({ toldBy }: Clause, i: number): Told | null {
  return toldBy[i] ?? null
}

/** Does a quantity begin between these lexemes? */
export function hasPlaced({ placedBy }: Clause, from: number, to: number): boolean {
  for (let i = Math.max(0, from); i < to; i++) if (placedBy[i]?.first === i) return true
  return false
}

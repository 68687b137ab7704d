/**
 * Readings of words that give no number: what a convention takes "dozens" or "a battalion" for. They are for people who
 * ask for them, beside the words; nothing is computed from them, no figures are compared by them.
 */

import type { PanelPoint } from './points.ts'

/** What words are taken for. */
export interface VagueReading {
  /** As they are known here: `a battalion`. */
  readonly words: string
  readonly low: number
  readonly high: number
  /** By which convention. */
  readonly convention: string
}

/** Words are looked at so far, in characters. */
const LONGEST = 200

interface Convention extends VagueReading {
  readonly pattern: RegExp
}

/** At least two of the size that is named, and fewer than would be called the next size. */
const PLURAL = 'two or more of it, fewer than the next size'
/** U.S. Army, "Operational Unit Diagrams" (army.mil/organization): how many soldiers a unit of each size has. */
const ARMY = 'U.S. Army unit sizes; other armies differ'

/** Lexicon, each word once, the larger sizes of two words first. */
const CONVENTIONS: readonly Convention[] = [
  {
    words: 'hundreds of thousands',
    low: 200_000,
    high: 999_999,
    convention: PLURAL,
    pattern: /\bhundreds of thousands\b/,
  },
  { words: 'tens of thousands', low: 20_000, high: 99_999, convention: PLURAL, pattern: /\btens of thousands\b/ },
  { words: 'tens of millions', low: 20e6, high: 100e6 - 1, convention: PLURAL, pattern: /\btens of millions\b/ },
  { words: 'dozens', low: 24, high: 99, convention: PLURAL, pattern: /\bdozens\b/ },
  { words: 'hundreds', low: 200, high: 999, convention: PLURAL, pattern: /\bhundreds\b/ },
  { words: 'millions', low: 2e6, high: 10e6 - 1, convention: PLURAL, pattern: /\bmillions\b/ },
  { words: 'scores', low: 40, high: 99, convention: PLURAL, pattern: /\bscores\b/ },
  { words: 'several dozen', low: 24, high: 99, convention: PLURAL, pattern: /\b(?:several|a few) dozen\b/ },
  { words: 'several hundred', low: 200, high: 999, convention: PLURAL, pattern: /\b(?:several|a few) hundred\b/ },
  { words: 'several thousand', low: 2000, high: 9999, convention: PLURAL, pattern: /\b(?:several|a few) thousand\b/ },
  { words: 'thousands', low: 2000, high: 9999, convention: PLURAL, pattern: /\bthousands\b/ },
  { words: 'a battalion', low: 300, high: 1000, convention: ARMY, pattern: /\b(?:an?|one) battalion\b/ },
  { words: 'a brigade', low: 3000, high: 5000, convention: ARMY, pattern: /\b(?:an?|one) brigade\b/ },
  {
    words: 'a company',
    low: 62,
    high: 190,
    convention: ARMY,
    pattern: /\b(?:an?|one) company (?:of (?:\p{L}+ )?(?:soldiers|troops|infantry)|size)/u,
  },
  { words: 'a division', low: 10_000, high: 15_000, convention: ARMY, pattern: /\b(?:an?|one) division\b/ },
  { words: 'a platoon', low: 16, high: 44, convention: ARMY, pattern: /\b(?:an?|one) platoon\b/ },
]

/**
 * The reading of a figure's words; null where they give a number, or no convention is known for them. What bounds them
 * bounds what they are read as: "up to a battalion" is up to what a battalion is read as.
 */
export function readingOf({
  words: [first = ''],
  low,
  high,
}: Pick<PanelPoint, 'words' | 'low' | 'high'>): VagueReading | null {
  if (low !== null || high !== null) return null
  const plain = first.toLowerCase().replace(/\s+/g, ' ').slice(0, LONGEST)
  const found = CONVENTIONS.find(({ pattern }) => pattern.test(plain))
  if (found === undefined) return null
  const { words, convention } = found
  return { words, low: found.low, high: found.high, convention }
}

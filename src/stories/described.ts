/**
 * What tells one unnamed source from another in the words that describe them: where he is or for whom he works, whom he is
 * only close to, and that he is another one.
 */
import { wordKeys } from './wording/words.ts'

export interface Described {
  /** Names of the place or the body that he is of: Oslo of "a diplomat in Oslo". */
  readonly names: readonly string[]
  /** The same in common words: government of "a source in the government". */
  readonly of: readonly string[]
  /** Whom he is only close to, not of. */
  readonly closeTo: readonly string[]
  /** Told to be another than one told of before. */
  readonly another: boolean
}

const ANOTHER = /(?<!\p{L})(?:another|an?other|second|third|different|separate)\s/iu
const CLOSE = /(?<!\p{L})(?:close|near|allied|loyal|sympathetic) to\s+(.+)$/iu
const OF = /(?<!\p{L})(?:at|from|in|inside|of|within)\s+(.+)$/iu
const BASED = /(\p{Lu}[\p{L}]+)-based(?!\p{L})/u

/** The words of a phrase that are names, and those that are not. */
function parted(phrase: string): [names: string[], others: string[]] {
  const names = wordKeys((phrase.match(/\p{Lu}[\p{L}\p{M}'’.-]*/gu) ?? []).join(' '))
  return [names, wordKeys(phrase).filter((word) => !names.includes(word))]
}

/**
 * What an unnamed source is told by.
 * @param name its description: `diplomat in Oslo`
 * @param source the words of the article that name it, where it has any
 */
export function describedIn(name: string, source: string): Described {
  const close = CLOSE.exec(name)?.[1]
  const of = close === undefined ? (OF.exec(name)?.[1] ?? BASED.exec(name)?.[1] ?? '') : ''
  const [names, others] = parted(of)
  return { names, of: others, closeTo: wordKeys(close ?? ''), another: ANOTHER.test(`${source} `) }
}

const areApart = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some((one) => others.includes(one))

/** Whether two descriptions are of two: of other places or bodies, one close to whom the other is of, one another. */
export function areDescribedApart(one: Described, other: Described): boolean {
  if (one.another !== other.another) return true
  if (areApart(one.names, other.names) || areApart(one.closeTo, other.closeTo)) return true
  return one.names.length === 0 && other.names.length === 0 && areApart(one.of, other.of)
}

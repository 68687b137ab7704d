/**
 * Which claim of the text a line reports: by content words, rare ones more than those that the whole article is about,
 * by figures, and by who speaks.
 */

import type { Figure } from '../../claims/claim.ts'
import { boundOf } from './bound.ts'
import { countedTwice } from './counted.ts'
import { isSameCount } from './figure.ts'
import { belongsTo, isNamedIn, isSameSource, nounOf, stateOf } from './source.ts'
import type { Telling } from './telling.ts'
import { isContent, wordsOf } from './words.ts'

export interface Alignment {
  readonly telling: Telling
  /** 0 to 1: how much of what the line tells stands in the claim. */
  readonly score: number
  /** Content words of the line that stand in the claim. */
  readonly shared: number
  readonly figures: number
}

/** A figure tells as much of what a line is about as so many words; one with other bounds somewhat less. */
const FIGURE = 2.5
const OTHER_BOUNDS = 2
/** one with another number of the same count, half as much. */
const AKIN = 1.25
/** A word that stands near by in the text, and not in the claim itself, counts so much. */
const NEAR = 0.5
/** How far around a claim words are near. */
const BEFORE = 300
const AFTER = 60
/** The share of claims that have a word takes so much of its weight. */
const COMMON = 0.4

const stems = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter(isContent)
      .map(({ stem }) => stem),
  )

/** How every telling of a text agrees with a line, the best first; those of other speakers are left out. */
export function alignmentsOf(line: Telling, tellings: readonly Telling[], text: string): Alignment[] {
  const bags = tellings.map(({ words }) => stems(words.text))
  const own = [...stems(line.content.text)]
  const weight = new Map(
    own.map((stem) => {
      const share = bags.filter((bag) => bag.has(stem)).length / Math.max(1, bags.length)
      return [stem, 1 - COMMON * share]
    }),
  )
  const whole = [...weight.values()].reduce((sum, own) => sum + own, 0)
  return tellings
    .map((telling, i) => {
      const bag = bags[i] as ReadonlySet<string>
      const { start, end } = telling.content
      const near = stems(text.slice(Math.max(0, start - BEFORE), end + AFTER))
      const shared = own.filter((stem) => bag.has(stem))
      const pairs = countedTwice(telling, line)
      const words = own.reduce((sum, stem) => {
        const at = bag.has(stem) ? 1 : near.has(stem) ? NEAR : 0
        return sum + at * (weight.get(stem) ?? 0)
      }, 0)
      const counts = pairs.reduce((sum, [a, b]) => sum + (boundOf(a) === boundOf(b) ? FIGURE : OTHER_BOUNDS), 0)
      const all = whole + FIGURE * line.figures.length
      const akin =
        pairs.length === 0 && line.figures.length === 1 && shared.length > 0
          ? telling.figures.some((figure) => isSameCount(telling, figure, line, line.figures[0] as Figure))
          : false
      return {
        telling,
        score: all === 0 ? 0 : (words + counts + (akin ? AKIN : 0)) / all,
        shared: shared.length,
        figures: pairs.length,
      }
    })
    .filter(({ telling }) => maySpeak(line, telling))
    .sort((a, b) => b.score - a.score)
}

/** May the line's speaker be the claim's: the same, one of its chain, or the state that the claim's speaker is of? */
function maySpeak(line: Telling, { speaker, source, chain, type, words }: Telling): boolean {
  if (line.speaker === null || line.source === null) return true
  if (type === 'none' || speaker === null) return false
  if (isSameSource(line.speaker, speaker) || mayBeSameNobody(line, { speaker, source })) return true
  if (source !== null && isNamedIn(source.text, { name: line.source.text })) return true
  if (chain.slice(1).some((link) => isNamedIn(link.name, line.speaker as NonNullable<typeof line.speaker>))) return true
  // "According to the Post, Kovac said that ..." may be read as the Post's
  if (isNamedIn(words.text, line.speaker)) return true
  const state = stateOf(line.speaker.name)
  return state !== null && (belongsTo(state, speaker.name) || (source !== null && belongsTo(state, source.text)))
}

/** Sources without a name, both called by a word for anybody: sources, a person familiar with the matter. */
const mayBeSameNobody = (line: Telling, { speaker, source }: Pick<Telling, 'speaker' | 'source'>): boolean =>
  line.speaker?.kind === 'unnamed' &&
  speaker?.kind === 'unnamed' &&
  line.source !== null &&
  source !== null &&
  nounOf(line.source.text) === 'source' &&
  nounOf(source.text) === 'source'

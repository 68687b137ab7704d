/**
 * Whether figures that name nobody whose people they count are of one matter: they are set in the same place, or what is
 * told around them names the same thing and says the same of it - a ferry that sank off the same harbour.
 */
import { rawWords, wordKeys } from '../wording/words.ts'
import type { Given } from './given.ts'
import { placeKey } from './scope.ts'

/** So many words around two figures must be the same, a name among them, */
const LEAST = 2
/** and such a share of the fewer. */
const SHARE = 0.5
/** Wordings of a figure that are looked at. */
const WORDINGS = 6
/** Characters of a statement that are looked at. */
const LONGEST = 400

/** Words that are around any count of people, as words are compared: they are of no matter. */
const ANY: ReadonlySet<string> = new Set(
  wordKeys(
    `killed died dead deaths toll wounded injured hurt missing lost casualties people person persons men women children
    victims number total count rose risen reached climbed far Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December`,
  ),
)

/** What a figure is of, as far as it is told: its place, words by which what is around it is compared, names among them. */
export interface Setting {
  readonly place: string | null
  readonly words: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** The setting of a figure: its place, and the words around it in the statements that give it. */
export function settingOf({ place, wordings }: Pick<Given, 'place' | 'wordings'>): Setting {
  const words = new Set<string>()
  const names = new Set<string>()
  for (const { claim, figure } of wordings.slice(0, WORDINGS)) {
    const text = claim.content.text.slice(0, LONGEST).replace(figure.text, ' ')
    const [, ...inside] = rawWords(text)
    for (const key of wordKeys(text)) if (!ANY.has(key)) words.add(key)
    for (const word of inside)
      if (/^\p{Lu}/u.test(word)) for (const key of wordKeys(word)) if (!ANY.has(key)) names.add(key)
  }
  return { place, words, names }
}

/** Are two figures of one matter, by their places or by what is told around them? */
export function isOneMatter(one: Setting, other: Setting): boolean {
  if (one.place !== null && other.place !== null && placeKey(one.place) === placeKey(other.place)) return true
  if (![...one.names].some((name) => other.names.has(name))) return false
  const shared = [...one.words].filter((word) => other.words.has(word)).length
  return shared >= LEAST && shared >= SHARE * Math.min(one.words.size, other.words.size)
}

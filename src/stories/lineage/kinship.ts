/**
 * Kinship: what the articles of one matter show of each other, whatever they report - the credits they print, the text
 * they share, the errors they share, and which came first. The evidence that lineage is traced by.
 */

import type { Reading } from '../reading.ts'
import type { Overlap } from './copies.ts'
import { type Credit, creditsIn } from './credits.ts'
import { outletNames } from './outlet-names.ts'
import { type Passage, passagesAmong, type Word, wordsOf } from './passages.ts'
import { type Peculiarity, type Place, peculiaritiesOf } from './peculiarity.ts'
import { type Precedence, precedenceAmong } from './precedence.ts'

/** An error in one of the articles that share it. */
interface Peculiar {
  readonly peculiarity: Peculiarity
  readonly place: Place
}

export interface Kinship {
  readonly readings: ReadonlyMap<string, Reading>
  readonly credits: ReadonlyMap<string, readonly Credit[]>
  /** Text that an article shares with others of these. */
  readonly overlaps: ReadonlyMap<string, readonly Overlap[]>
  /** The errors that an article shares with others of these. */
  readonly peculiarities: ReadonlyMap<string, readonly Peculiar[]>
  /** The passages of an overlap, `one` and `other` as in the overlap; aligned when asked for, and once. */
  readonly passagesOf: (overlap: Overlap) => readonly Passage[]
  readonly precedence: (one: string, other: string) => Precedence
}

/** The kinship of some articles; of the overlaps only those between two of them count. */
export function kinshipOf(articles: readonly Reading[], overlaps: Iterable<Overlap>): Kinship {
  const readings = new Map(articles.map((reading) => [reading.id, reading]))
  const names = outletNames(articles.flatMap(({ article: { outlet } }) => outlet ?? []))
  const among = [...overlaps].filter(({ one, other }) => readings.has(one) && readings.has(other))
  const aligned = new Map<Overlap, readonly Passage[]>()
  const wordsIn = worded(readings)
  return {
    readings,
    credits: new Map(articles.map((reading) => [reading.id, creditsIn(reading, names)])),
    overlaps: grouped(
      among.flatMap((overlap) => [
        [overlap.one, overlap],
        [overlap.other, overlap],
      ]),
    ),
    peculiarities: grouped(
      peculiaritiesOf(
        articles.map(({ id, article: { text } }) => ({ id, text })),
        among,
      ).flatMap((peculiarity) => peculiarity.places.map((place) => [place.article, { peculiarity, place }])),
    ),
    passagesOf: (overlap) => {
      const known = aligned.get(overlap)
      if (known !== undefined) return known
      const passages = passagesAmong(wordsIn(overlap.one), wordsIn(overlap.other))
      aligned.set(overlap, passages)
      return passages
    },
    precedence: precedenceAmong(articles),
  }
}

/** Articles whose words are kept: others that share text with them are looked at soon. */
const KEPT = 512

/** Tells the words of an article, those of the articles asked for last without reading them again. */
function worded(readings: ReadonlyMap<string, Reading>): (id: string) => readonly Word[] {
  const kept = new Map<string, readonly Word[]>()
  return (id) => {
    const words = kept.get(id) ?? wordsOf(readings.get(id)?.article.text ?? '')
    kept.delete(id)
    kept.set(id, words)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value as string)
    return words
  }
}

function grouped<Thing>(things: readonly (readonly [id: string, thing: Thing])[]): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>()
  for (const [id, thing] of things) {
    const own = found.get(id)
    if (own === undefined) found.set(id, [thing])
    else own.push(thing)
  }
  return found
}

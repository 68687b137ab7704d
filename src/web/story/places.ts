/** Where a story's parts lead on the site: to what the ledger has of each article, claim, speaker and outlet. */
import type { Numbers } from '../../ledger/numbers.ts'
import { addressOf } from '../../publish/address.ts'
import { articleAt, claimAt, outletAt, speakerAt } from '../../publish/addresses.ts'
import type { Places } from '../../publish/story/places.ts'

/** The pages of the site for what has a number; the original page beside it, landing on the words. */
export function placesOf({ articles, claims, speakers }: Numbers): Places {
  const of = <Key>(numbers: ReadonlyMap<Key, number>, key: Key, at: (id: number) => string) => {
    const number = numbers.get(key)
    return number === undefined ? null : at(number)
  }
  return {
    article: ({ id }) => of(articles, id, articleAt),
    claim: (mention) => of(claims, mention, (id) => claimAt(id)),
    speaker: ({ id }) => {
      const key = speakers.get(id)
      return key === undefined ? null : speakerAt(key)
    },
    outlet: outletAt,
    original: ({ url }, words) => addressOf(url, words),
  }
}

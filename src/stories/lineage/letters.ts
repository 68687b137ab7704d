/**
 * Letters: how likely a word is by its runs of three letters, as names and words are made. Of two spellings the one whose
 * runs of letters are rare elsewhere is the slip of the hand: `Grangemuoth` beside `Grangemouth`.
 */
import { COMPANIES } from '../../language/gazetteer/companies.ts'
import { CAPITALS, COUNTRY_NAMES, NATIONALITIES } from '../../language/gazetteer/countries.ts'
import { FORENAMES } from '../../language/gazetteer/forenames.ts'
import { ORGANISATIONS } from '../../language/gazetteer/organisations.ts'
import { REGIONS } from '../../language/gazetteer/regions.ts'
import { CITY_NAMES } from '../../page/cities.ts'

/** How likely a word is, as a power of two; the likelier the less it is below zero. */
type Likelihood = (word: string) => number

type Counts = Map<string, number>

function countInto(counts: Counts, words: Iterable<string>): Counts {
  const count = (run: string) => counts.set(run, (counts.get(run) ?? 0) + 1)
  for (const word of words) {
    const marked = marks(word)
    for (let i = 2; i < marked.length; i++) {
      count(marked.slice(i - 2, i + 1))
      count(marked.slice(i - 2, i))
    }
  }
  return counts
}

const marks = (word: string): string => `^${word.toLowerCase()}$`

/** Names that are spelled right. */
const NAMES = countInto(
  new Map(),
  new Set(
    [COMPANIES, CAPITALS, COUNTRY_NAMES, NATIONALITIES, FORENAMES, ORGANISATIONS, REGIONS, CITY_NAMES].flatMap(
      (names) => names.flatMap((name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? []),
    ),
  ),
)

/** Letters that may follow two others, for a run that is nowhere (Laplace). */
const LETTERS = 26
const UNSEEN = 0.5

/** The likelihood of words among the names of the world and the words of some texts, each counted once. */
export function likelihoodAmong(words: Iterable<string>): Likelihood {
  const all = new Set(words)
  const own = countInto(new Map(), all)
  return (word) => {
    const marked = marks(word)
    // A word is no witness for itself.
    const itself = all.has(word) ? 1 : 0
    const of = (run: string) => Math.max(0, (own.get(run) ?? 0) - itself) + (NAMES.get(run) ?? 0)
    let sum = 0
    for (let i = 2; i < marked.length; i++)
      sum += Math.log2((of(marked.slice(i - 2, i + 1)) + UNSEEN) / (of(marked.slice(i - 2, i)) + UNSEEN * LETTERS))
    return sum
  }
}

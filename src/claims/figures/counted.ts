/** What a figure counts: Danish sailors and Swedish marines, its workforce, jobs, artillery shells. */
import { countryOfAdjective } from '../../language/gazetteer/countries.ts'
import { isCapital, type Lexeme } from '../../language/quantities/lexemes.ts'
import { type Clause, hasPlaced, lowerAt, type Placed, QUOTE, toldAt } from './clause.ts'
import { BEFORE_COUNTED, ENDS, JOBS, PEOPLE, PIECES, SOURCES } from './nouns.ts'

/** The words of what is counted, lexemes `first` up to, not with, `next`; and what they are. */
export interface Counted {
  readonly first: number
  readonly next: number
  readonly kind: 'people' | 'jobs' | 'sources' | 'things'
  /** The noun that is counted, lower case. */
  readonly head: string
}

/** A noun phrase of more words than this is no name of what is counted. */
const LONGEST = 8

const isPlural = (word: string): boolean => word.length > 2 && (/[^su]s$/.test(word) || /(?:sses|xes)$/.test(word))
/** Does the name of a people, or its adjective, stand at i: Korean, Ukrainians? */
const isNation = (lexemes: readonly Lexeme[], i: number): boolean =>
  isCapital(lexemes[i]) &&
  (countryOfAdjective(lexemes[i]?.text ?? '') !== null ||
    countryOfAdjective(`${lexemes[i - 1]?.text} ${lexemes[i]?.text}`) !== null)

/** How the names of those who belong to a place, a party or a faith end, in the plural. */
const MEMBERS = /(?:ans|crats|ers|ics|ims|ists|ites|jews|hindus|kurds|sikhs|arabs|buddhists)$/

/** How nouns for people of a trade or a view end: machinists, technicians; no other plurals do. */
const DOERS = /(?:[^lw]ists|[^u]ians)$/

/** The kind of thing that a noun counts, or null where the word is no noun that can be counted here. */
function kindAt(clause: Clause, i: number): Counted['kind'] | null {
  const { lexemes } = clause
  const lexeme = lexemes[i]
  const word = lowerAt(lexemes, i)
  if (lexeme?.kind !== 'word') return null
  if (JOBS.has(word)) return 'jobs'
  if (SOURCES.has(word)) return 'sources'
  if (PEOPLE.has(word) || (isPlural(word) && (isNation(lexemes, i) || (DOERS.test(word) && !isCapital(lexeme)))))
    return 'people'
  if (!isPlural(word)) return null
  // 14 Catholics, 29 New Yorkers
  if (isCapital(lexeme)) return MEMBERS.test(word) && !isCapital(lexemes[i + 1]) ? 'people' : null
  // injuries, infections: the harm stands for the people
  const told = toldAt(clause, i)
  return told?.measure.counts.length === 1 && told.measure.counts[0] === 'people' ? 'people' : 'things'
}

/** So many lexemes are looked for people, either way. */
const WINDOW = 60

/** Does the sentence name people, or a unit of an army, about a figure? */
export function namesPeople(clause: Clause, { first, next }: Placed): boolean {
  for (let i = Math.max(0, first - WINDOW); i < next + WINDOW; i++)
    if (clause.placedBy[i]?.quantity.kind === 'unit' || kindAt(clause, i) === 'people') return true
  return false
}

/** Words between the number and what it counts. */
const BETWEEN = /^(?:of|the|its|their|his|her|our|these|those|all|your|my|whose)$/

/**
 * What is counted, its words beginning at lexeme i or soon after; null where none is named.
 * @param share the figure is a part of a whole, and any noun may name the whole: 20 % of the vote
 */
export function countedAt(clause: Clause, i: number, share: boolean): Counted | null {
  const { lexemes, placedBy } = clause
  let first = i
  // 15 units of rocket launchers, 40 pieces of artillery
  const pieces = PIECES.has(lowerAt(lexemes, i)) && lowerAt(lexemes, i + 1) === 'of'
  if (pieces) first += 2
  while (
    QUOTE.test(lexemes[first]?.text ?? '') ||
    (BEFORE_COUNTED.has(lowerAt(lexemes, first)) && !isCapital(lexemes[first])) ||
    BETWEEN.test(lowerAt(lexemes, first))
  )
    first++
  // 200 of about 900 sailors
  const within = first > i && placedBy[first]?.first === first ? placedBy[first] : null
  if (within) return within.next > first ? countedAt(clause, within.next, share || pieces) : null
  const found = nounFrom(clause, first) ?? (share || pieces ? wholeFrom(clause, first) : null)
  return found?.kind === 'people' ? joined(clause, found) : found
}

/** The noun phrase from lexeme i up to the noun that is counted. */
function nounFrom(clause: Clause, first: number): Counted | null {
  const { lexemes } = clause
  for (let at = first; at < Math.min(lexemes.length, first + LONGEST); at++) {
    const lexeme = lexemes[at] as Lexeme
    if (/^[-‐‑]$/.test(lexeme.text) || QUOTE.test(lexeme.text)) continue
    if (lexeme.kind !== 'word') return null
    // Danish and Swedish sailors
    if (lexeme.lower === 'and' && at > first && isNation(lexemes, at - 1) && isCapital(lexemes[at + 1])) continue
    // uniformed and plainclothes officers
    if (
      lexeme.lower === 'and' &&
      at > first &&
      [1, 2, 3].some((k) => kindAt(clause, at + k) === 'people' && !toldAt(clause, at + k)) &&
      !ENDS.has(lowerAt(lexemes, at + 1))
    )
      continue
    if (ENDS.has(lexeme.lower)) return null
    if (/['’]s$/.test(lexeme.text)) continue
    const kind = kindAt(clause, at)
    const told = toldAt(clause, at)
    if (told && !told.measure.weak && kind === null) {
      // wounded soldiers, tax officers; but 3,000 wounded
      if (told.measure.counts.length === 0 || kindAt(clause, at + 1) === 'people') continue
      return null
    }
    // Danish infantry soldiers: people are named by the last noun
    if (kind === null || (kind === 'people' && kindAt(clause, at + 1) === 'people' && !toldAt(clause, at + 1))) continue
    if (kind === 'people' && /^(?:infantry|police|army|crew|family|staff|union)$/.test(lexeme.lower)) {
      const further = nounFrom(clause, at + 1)
      if (further?.kind === 'people' && further.next <= at + 4 && !toldAt(clause, further.next - 1))
        return { ...further, first }
    }
    // rescue workers, rocket launchers: a noun goes on with a noun
    const next = kindAt(clause, at + 1)
    if (kind === 'things' && (next === 'people' || next === 'jobs') && !ENDS.has(lowerAt(lexemes, at + 1))) continue
    return { first, next: at + 1, kind, head: lexeme.lower }
  }
  return null
}

/** Any noun that names a whole: the vote, Greek output. */
function wholeFrom(clause: Clause, first: number): Counted | null {
  const { lexemes } = clause
  let next = first
  while (lexemes[next]?.kind === 'word' && !ENDS.has(lowerAt(lexemes, next)) && next < first + 5) {
    const told = toldAt(clause, next)
    if (told && !told.measure.weak && next > first) break
    next++
  }
  if (/['’]s$/.test(lexemes[next - 1]?.text ?? '')) return null
  return next > first ? { first, next, kind: 'things', head: lowerAt(lexemes, next - 1) } : null
}

/** People and people: soldiers and Russian paratroopers; men, women and children. */
function joined(clause: Clause, counted: Counted): Counted {
  const { lexemes } = clause
  let { next } = counted
  for (let step = 0; step < 3; step++) {
    if (!/^(?:and|,|or)$/.test(lowerAt(lexemes, next))) break
    const from = lowerAt(lexemes, next) === ',' && lowerAt(lexemes, next + 1) === 'and' ? next + 2 : next + 1
    const other = hasPlaced(clause, from, from + 5) ? null : nounFrom(clause, from)
    // killed and wounded are no people here
    if (other?.kind !== 'people' || other.next > from + 4 || toldAt(clause, other.next - 1)) break
    next = other.next
  }
  return { ...counted, next }
}

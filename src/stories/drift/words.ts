/**
 * Content words as they are compared between tellings: without inflection and without the words that any sentence has.
 * A word is cut to its first letters, so that Ukraine and Ukrainian, sanction and sanctions, report and reporting meet.
 */
import type { Span } from '../../page/article.ts'

export interface Word extends Span {
  readonly low: string
  readonly stem: string
}

/** Words that carry no content by themselves; auxiliaries, pronouns, prepositions, and what headlines are full of. */
const STOP: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both but
  by can could did do does doing down during each few for from further had has have having he her here hers him himself
  his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own
  per s said say saying says she should so some such t than that the their them themselves then there these they this
  those through to told too under until up upon us very via was we were what when where which while who whom why will with
  would you your still amid among yet one two new first last year years day days week weeks month months today
  yesterday monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr according report reports reported`.split(
    /\s+/,
  ),
)

/** Forms that do not share their first letters. */
const IRREGULAR: Readonly<Record<string, string>> = {
  dead: 'kill',
  death: 'kill',
  deaths: 'kill',
  die: 'kill',
  died: 'kill',
  dies: 'kill',
  dying: 'kill',
  employee: 'worke',
  employees: 'worke',
  fatal: 'kill',
  fought: 'fight',
  hurt: 'wound',
  injured: 'wound',
  injuries: 'wound',
  injury: 'wound',
  job: 'worke',
  jobs: 'worke',
  lose: 'lost',
  loses: 'lost',
  losing: 'lost',
  loss: 'lost',
  losses: 'lost',
  sent: 'send',
  servicemen: 'soldi',
  staff: 'worke',
  struck: 'strike',
  troop: 'soldi',
  troops: 'soldi',
  uk: 'brita',
  workforce: 'worke',
  british: 'brita',
  us: 'ameri',
  'u.s': 'ameri',
  'u.s.': 'ameri',
}

/** As many letters as words of one family share: fewer join strangers, more part Korea from Korean. */
const STEM = 5

/** A word in lower case -> what it is compared by. */
export function stemOf(low: string): string {
  const irregular = IRREGULAR[low]
  if (irregular !== undefined) return irregular
  const bare = low.replace(/(?:['’]s?)$/, '')
  const cut = bare.length > 4 ? bare.replace(/(?:ings?|edly|ed|es|s|e)$/, '') : bare.replace(/(?<=\p{L}{3})s$/u, '')
  return (cut.length >= 3 ? cut : bare).slice(0, STEM)
}

const WORD = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’.]{0,60}[\p{L}\p{M}\p{N}])?/gu

/** Every word of a text in order, numbers too. */
export function wordsOf(text: string, { start, end }: Span = { start: 0, end: text.length }): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ index, 0: word }) => {
    const low = word.toLowerCase().replace('’', "'")
    return { start: start + index, end: start + index + word.length, low, stem: stemOf(low) }
  })
}

/** Does a word carry content? Numbers are compared as figures. */
export const isContent = ({ low }: Word): boolean => !STOP.has(low) && !/^\p{N}/u.test(low) && low.length > 1

/** The stems of a text's content words. */
export const stemsOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .filter(isContent)
      .map(({ stem }) => stem),
  )

/**
 * Content words as they are compared between tellings: without inflection and without the words that any sentence has.
 * A word is cut to its first letters, so that Ukraine and Ukrainian, sanction and sanctions, report and reporting meet;
 * names of the same people, and words for what befell them, are one.
 */
import type { Span } from '../../page/article.ts'
import { OUTCOMES } from './outcomes.ts'
import { classOf } from './whom.ts'

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
  fought: 'fight',
  gone: 'send',
  job: '~employee',
  jobs: '~employee',
  lose: 'lost',
  loses: 'lost',
  losing: 'lost',
  loss: 'lost',
  losses: 'lost',
  sent: 'send',
  struck: 'strike',
  uk: 'brita',
  went: 'send',
  british: 'brita',
  us: 'ameri',
  'u.s': 'ameri',
  'u.s.': 'ameri',
}

/** Single words for what befalls people: killed, died and dead are one, and wounded, hurt and injured. */
const OUTCOME_OF: ReadonlyMap<string, string> = new Map(
  OUTCOMES.filter(({ kind, name }) => kind !== 'money' && name !== 'lost').flatMap(({ name, words }) =>
    words.split('|').flatMap((word) => (word.includes(' ') ? [] : [[word, `~${name}`] as const])),
  ),
)

/** As many letters as words of one family share: fewer join strangers, more part Korea from Korean. */
const STEM = 5

/** A word in lower case -> what it is compared by. */
export function stemOf(low: string): string {
  const known = IRREGULAR[low] ?? OUTCOME_OF.get(low)
  if (known !== undefined) return known
  const bare = low.replace(/(?:['’]s?)$/, '')
  const people = classOf(bare)
  if (people !== null) return `~${people}`
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

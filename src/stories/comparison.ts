/**
 * What two statements have in common, and what parts them: who says it, when, in which words and figures, and what their
 * articles tell around it. Only counted here; `likeness.ts` says what it is worth.
 */
import { addsUp, isSameCount, standings } from './counts.ts'
import { type Timing, timingOf } from './said.ts'
import type { Statement } from './statement.ts'
import { type Relation, relationOf } from './voice.ts'
import { areOtherEvents } from './wording/events.ts'

/** How much a word tells: the rarer among all statements, the more. */
export type Weigh = (word: string) => number

/** What was compared of two statements. Shares are of 1. */
export interface Comparison {
  readonly relation: Relation
  readonly timing: Timing
  /** Weight of the words shared, twice, of the weight of all. */
  readonly words: number
  /** Weight of the words shared of the lighter statement's, */
  readonly within: number
  /** and itself. */
  readonly mass: number
  /** Words in quotation marks that both quote, of the shorter quotation's weight; null where not both quote. */
  readonly quoted: number | null
  /** Numbers of one measure that both give, and how rare the rarest is. */
  readonly shared: readonly string[]
  readonly sharedWeight: number
  /** Of a measure that shares no number: numbers that leave room for each other, or that exclude each other. */
  readonly figures: 'near' | 'differ' | null
  /** Fingerprints shared of the fewer. */
  readonly text: number
  readonly sameArticle: boolean
  /** One of them gives a figure, the other none. */
  readonly oneFigure: boolean
  /** Both give figures, and no two of them are of one measure. */
  readonly otherFigures: boolean
  /** One goes on from the other: plainly, or in quotation marks without a figure of its own. */
  readonly continued: 'on' | 'quoted' | 'bare' | null
  /** Other origins that both articles tell. */
  readonly companions: number
  /** What is told of happened at other times, as far as both tell. */
  readonly otherEvent: boolean
  /** What is told of are events of other kinds. */
  readonly otherKind: boolean
  /** One says what the other says is not so. */
  readonly denied: boolean
  /** Share of the words, by weight, with those around. */
  readonly context: number
  /** What stands around them, apart from their own words, is nearly the same, and enough to tell. */
  readonly sameAround: boolean
}

function sumOf(words: Iterable<string>, weigh: Weigh): number {
  let sum = 0
  for (const word of words) sum += weigh(word)
  return sum
}

/** A statement made ready to be held against many. */
export interface Probe {
  readonly statement: Statement
  readonly words: ReadonlySet<string>
  readonly weight: number
  readonly weigh: Weigh
  readonly prints: ReadonlySet<number>
  /** What is told around it, */
  readonly context: ReadonlySet<string>
  /** the same with its own words, */
  readonly around: ReadonlySet<string>
  /** and what those weigh. */
  readonly weightAround: () => number
}

/** Makes a statement ready to be held against many. */
export function probeOf(statement: Statement, weigh: Weigh): Probe {
  const around = new Set([...statement.words, ...statement.context])
  let weightAround: number | null = null
  return {
    statement,
    words: new Set(statement.words),
    weight: sumOf(statement.words, weigh),
    weigh,
    prints: new Set(statement.prints),
    context: new Set(statement.context),
    around,
    weightAround: () => {
      weightAround ??= sumOf(around, weigh)
      return weightAround
    },
  }
}

/** What is left of the weight of a number of one digit: many things are two or three. */
const SMALL = 0.3

/** How much a number tells. */
function rarityOf(value: string, weigh: Weigh): number {
  return weigh(`#${value}`) * (value.length === 1 ? SMALL : 1)
}

/** What two statements have in common, but for the words around them: see `withContext`. */
export function compare(probe: Probe, other: Statement, companions = 0): Comparison {
  const { statement: one, words, weight: a, weigh, prints } = probe
  let [mass, b] = [0, 0]
  for (const word of other.words) {
    const weight = weigh(word)
    b += weight
    if (words.has(word)) mass += weight
  }
  const bothQuote = one.quoted.length > 0 && other.quoted.length > 0
  const quoted = bothQuote
    ? sumOf(
        one.quoted.filter((word) => other.quoted.includes(word)),
        weigh,
      ) / (Math.min(sumOf(one.quoted, weigh), sumOf(other.quoted, weigh)) || 1)
    : null
  const shared = one.counts.filter((count) => other.counts.some((its) => isSameCount(count, its)))
  const sum = shared.length > 0 ? null : (addsUp(one.counts, other.counts) ?? addsUp(other.counts, one.counts))
  const values = sum === null ? [...new Set(shared.map(({ value }) => value))] : [sum]
  const stand = standings(one.counts, other.counts, shared)
  const fewest = Math.min(one.prints.length, other.prints.length)
  let same = 0
  for (const print of other.prints) if (prints.has(print)) same++
  const within = mass / (Math.min(a, b) || 1)
  return {
    relation: relationOf(one.voice, other.voice),
    timing: timing(one, other),
    words: a + b === 0 ? 0 : (2 * mass) / (a + b),
    within,
    mass,
    quoted,
    shared: values,
    sharedWeight: values.reduce((most, value) => Math.max(most, rarityOf(value, weigh)), 0),
    figures: sum !== null ? null : stand.includes('near') ? 'near' : stand.includes('differ') ? 'differ' : null,
    text: fewest === 0 ? 0 : same / fewest,
    sameArticle: one.article === other.article,
    otherFigures:
      one.counts.length > 0 && other.counts.length > 0 && values.length === 0 && stand.every((how) => how === null),
    oneFigure: one.counts.length > 0 !== other.counts.length > 0,
    continued: continuation(one, other) ?? continuation(other, one),
    companions,
    context: 0,
    otherEvent: isOtherEvent(one, other),
    sameAround: one.article !== other.article && isSameAround(probe.context, other.context),
    otherKind: areOtherEvents(one.events, other.events),
    denied: within >= ALIKE && isDenied(one, other),
  }
}

/** Share of a statement's words that another has, from which they are about one thing. */
const ALIKE = 0.5

/** Whether one statement says what the other says is not so, and they deny nothing alike. */
function isDenied(one: Statement, other: Statement): boolean {
  if (one.negated.length === 0 && other.negated.length === 0) return false
  if (one.negated.length > 0 && other.negated.length > 0) {
    const its = new Set(one.negated.flat())
    if (other.negated.some((words) => words.some((word) => its.has(word)))) return false
  }
  const says = ({ words }: Statement, negated: Statement['negated']) =>
    negated.some(([word = '']) => words.includes(word))
  return says(other, one.negated) || says(one, other.negated)
}

/** Words around two statements from which they tell, and the share of them that is nearly all. */
const AROUND = { words: 8, share: 0.75 }

/** Whether the words around are nearly the same, and enough. */
function isSameAround(some: ReadonlySet<string>, others: readonly string[]): boolean {
  const most = Math.max(some.size, others.length)
  if (Math.min(some.size, others.length) < Math.max(AROUND.words, AROUND.share * most)) return false
  let both = 0
  for (const word of others) if (some.has(word)) both++
  return both >= AROUND.share * most
}

/** Whether what two statements tell of happened at different times. */
function isOtherEvent({ event: one }: Statement, { event: other }: Statement): boolean {
  return one !== null && other !== null && Math.max(one[0], other[0]) > Math.min(one[1], other[1]) + 1
}

/** How two times of saying stand: of what nobody is named for, nobody tells when it was said. */
function timing(one: Statement, other: Statement): Timing {
  const how = timingOf(one.said, other.said)
  const isBare = one.voice.kind === 'unattributed' || other.voice.kind === 'unattributed'
  return isBare && one.said.from !== other.said.from && (how === 'far' || how === 'long ago') ? 'unknown' : how
}

/** How a statement goes on from another. */
function continuation(one: Statement, other: Statement): Comparison['continued'] {
  if (other.after !== one.mention) return null
  if (other.voice.kind === 'unattributed' || other.voice.kind === 'unstated') return 'bare'
  return other.quotes && other.counts.length === 0 ? 'quoted' : 'on'
}

/** A comparison with what the articles tell around the statements: the dearest to count, and worth little. */
export const withContext = (compared: Comparison, probe: Probe, other: Statement): Comparison =>
  compared.sameArticle ? compared : { ...compared, context: contextShare(probe, other) }

/** Share of the words that two statements and what stands around them have in common, by weight, of the lighter. */
function contextShare({ around, weightAround, weigh }: Probe, other: Statement): number {
  let [both, its] = [0, 0]
  for (const words of [other.words, other.context])
    for (const word of words) {
      const weight = weigh(word)
      its += weight
      if (around.has(word)) both += weight
    }
  return both / (Math.sqrt(its * weightAround()) || 1)
}

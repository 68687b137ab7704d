/**
 * Hedges of the statement, compared: "has likely passed 3,000" told as "passes 3,000". Only words that weaken the very
 * words that were told again count, and any hedge left in the telling keeps them all.
 */
import type { Hedge, Quote } from '../../claims/claim.ts'
import { countedTwice } from './counted.ts'
import type { Drift } from './drift.ts'
import { sameOutcome, tellsOutcome } from './measure.ts'
import { isStatement } from './statement.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'
import { isContent, wordsOf } from './words.ts'

const WEAKENING: ReadonlySet<Hedge['kind']> = new Set(['modal', 'hearsay', 'unverified'])

/** Hedges that a headline's "to" keeps: it tells what is to come. */
const TO_COME =
  /^(?:about to|aim(?:s|ing)? to|anticipated|as early as|can be expected|certain to|expect(?:ed|s|ing)?(?: to)?|forecast|intend(?:s|ed)? to|likely(?: to)?|look(?:s|ed)? set|looking to|on (?:course|track) to|poised to|predict(?:ed|s)|projected|scheduled to|set to|slated to|hop(?:e|es|ing) to|meant to)$/i

/** What tells of things to come without saying how sure they are. */
const AHEAD =
  /\b(?:to|will|won['’]t|shall|['’]ll|set|plans?|planning|planned|planning|eyes|mulls?|weighs?|considers?|may|might|could)\b/i

/** Words that hedge a headline though no list of hedges has them: a question, a plan, doubt, quotation marks around a word. */
const ALSO_HEDGES =
  /\?|\b(?:alleg\w{1,10}|apparent(?:ly)?|believ(?:e|es|ed)|can|claim(?:s|ed)?|could|deni(?:es|ed)|doubts?|estimat\w{1,5}|expect\w{0,6}|fear(?:s|ed)?|hope(?:s|d)?|indicat\w{1,6}|likely|may|maybe|might|mulls?|plan(?:s|ned)?|possibl[ey]|potential(?:ly)?|predict\w{0,4}|probabl[ey]|reported(?:ly)?|risk(?:s|ed)?|rumou?r(?:s|ed)?|says? it|seem(?:s|ed)?|should|suggest(?:s|ed)?|suspect(?:s|ed)?|think(?:s)?|threat(?:s|ens?)?|unconfirmed|warn(?:s|ed|ing)?|whether|why|would)\b/i
const SCARE_QUOTES = /(?:^|[\s(])[‘“"'](?=\S)[^’”"']{2,60}[’”"'](?=[\s.,:;!?)]|$)/u

/** Is a line hedged in any way in what it tells, so that it claims no more than its source? */
export const isHedged = ({ hedges, content }: Telling): boolean =>
  hedges.some(({ kind }) => WEAKENING.has(kind) || kind === 'conditional' || kind === 'denial') ||
  ALSO_HEDGES.test(content.text) ||
  SCARE_QUOTES.test(content.text)

/** How far a hedge reaches: so many words of its clause, and where it ends. */
const REACH = 12

/** The content words that a hedge weakens, those after it up to the next mark; of one at the end, those before it. */
function weakened(telling: Telling, hedge: Quote): string[] {
  const { start, end } = telling.content
  if (hedge.start < start || hedge.end > end)
    return wordsOf(telling.content.text)
      .filter(isContent)
      .map(({ stem }) => stem)
  const after =
    telling.content.text.slice(hedge.end - start).split(/[.;:!?]|, (?:and|but|which|who|as|while)\b/, 1)[0] ?? ''
  const words = wordsOf(after)
    .slice(0, REACH)
    .filter(isContent)
    .map(({ stem }) => stem)
  if (words.length > 0) return words
  return wordsOf(telling.content.text.slice(0, hedge.start - start))
    .slice(-REACH)
    .filter(isContent)
    .map(({ stem }) => stem)
}

/** A plan that was to be put forward, and stands as the deed. */
const PLAN =
  /\b(?:(?:put(?:ting)? forward|announc(?:e|ing)|unveil(?:ing)?|present(?:ing)?|propos(?:e|ing)|draw(?:ing)? up|consider(?:ing)?|discuss(?:ing)?|draft(?:ing)?) (?:(?:its|his|her|their|a|the|new) ){0,2}(?:plans?|proposals?)|plans? to|planning to|proposal to|considering|weighing(?! on\b)|mulling)\b/iu
const PLAN_TOLD =
  /\b(?:plans?|planning|planned|proposals?|propos(?:es?|ed|ing)|consider(?:s|ing|ed)?|weigh(?:s|ing|ed)?|mull(?:s|ing|ed)?|eye(?:s|ing|d)?|gear(?:s|ing) up|getting ready|intends?|prepar(?:es?|ed|ing)|poised|ready(?:ing)? to|reportedly|set to|slated to|expected to|about to|due to|looking to|may|could|might|seeks?|wants?|hopes?|aims?)\b|\?/i

/** So many of the words that a hedge weakens must be told again, and half of them. */
const TOLD_AGAIN = 2
/** A claim read less surely than this loses no hedge. */
const SURE = 0.5
/** A plan is in the engine's eyes often an intention, of which it is less sure. */
const PLANNED = 0.42
/** What begins another clause, which the hedge does not reach. */
const ANOTHER_CLAUSE = /[;:]|, (?:and|but|with|while|including)\b|\b(?:which|who|whose|where|with)\b/iu
/** and between a figure and the hedge of what it may have befallen. */
const AFTER_CLAUSE = /[,;:]|\b(?:which|who|whose|where|that|with|but)\b/iu
/** A figure this near after a hedge is weakened by it, in characters. */
const NEAR = 70

/** The hedges that the telling of a statement leaves out. */
export function hedgeDrift(from: Telling, to: Telling): Drift[] {
  const found: Drift[] = []
  const told = new Set(wordsOf(to.words.text).map(({ stem }) => stem))
  if (from.confidence < PLANNED) return found
  const plan = planIn(from)
  if (plan !== null && !PLAN_TOLD.test(to.words.text) && isToldAgain(from, plan, to, told))
    found.push({
      kind: 'hedge dropped',
      from: anchorOf(from, plan),
      to: anchorOf(to, to.words),
      lost: true,
      why: `a plan there ("${plan.text}"), the deed here`,
    })
  if (isHedged(to) || from.confidence < SURE || !(isStatement(to.words.text) || tellsOutcome(to))) return found
  const ahead = AHEAD.test(to.words.text)
  for (const hedge of from.hedges) {
    if (!WEAKENING.has(hedge.kind)) continue
    if (to.source === null && from.cue !== null && hedge.start >= from.cue.start && hedge.end <= from.cue.end) continue
    if (ahead && (TO_COME.test(hedge.text) || PLAN.test(hedge.text))) continue
    if (plan !== null && hedge.start < plan.end && plan.start < hedge.end) continue
    if (!isToldAgain(from, hedge, to, told)) continue
    found.push({
      kind: 'hedge dropped',
      from: anchorOf(from, hedge),
      to: anchorOf(to, to.words),
      lost: true,
      why: `stated here without "${hedge.text}"`,
    })
    break
  }
  return found
}

/** Is a finding the loss of a plan, which another telling of the article keeps? */
export const isPlannedIn = ({ kind, from: { text } }: Drift, tellings: readonly Telling[]): boolean =>
  kind === 'hedge dropped' && PLAN.test(text) && tellings.some((telling) => planIn(telling) !== null)

/** The words for a plan, in what is told or at its cue. */
function planIn(telling: Telling): Quote | null {
  const { cue } = telling
  const match = cue && PLAN.exec(cue.text)
  if (!match) return foundIn(telling, PLAN)
  const start = cue.start + match.index
  return { start, end: start + match[0].length, text: match[0] }
}

/**
 * Are the words that a hedge weakens told again: the figure that it stands before, or what it stands at - the verb of a
 * "may" or the noun of a "suspected" - and half of the words after?
 */
function isToldAgain(from: Telling, hedge: Quote, to: Telling, told: ReadonlySet<string>): boolean {
  const { start: content, text } = from.content
  const counted = countedTwice(from, to).some(
    ([{ start }]) =>
      start >= hedge.end &&
      start <= hedge.end + NEAR &&
      !ANOTHER_CLAUSE.test(text.slice(hedge.end - content, start - content).replace(/^[\s,”"’]+/u, '')),
  )
  if (counted) return true
  const words = weakened(from, hedge)
  // "40 miners may have died": the figure is who it may have befallen
  const subject = countedTwice(from, to).some(
    ([own, other]) =>
      own.end <= hedge.start &&
      hedge.start <= own.end + NEAR &&
      !AFTER_CLAUSE.test(text.slice(own.end - content, hedge.start - content)) &&
      (sameOutcome(from, own, to, other) ?? words.slice(0, 1).some((stem) => told.has(stem))),
  )
  if (subject) return true
  const again = words.filter((stem) => told.has(stem)).length
  return words.slice(0, 1).some((stem) => told.has(stem)) && again >= TOLD_AGAIN && again >= words.length / 2
}

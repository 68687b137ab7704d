/** Which measure a figure's clause tells: the nearest of its words that can count what the figure counts. */
import type { Lexeme } from '../../language/quantities/lexemes.ts'
import { changedBefore, changeOf, isChange, isLevel } from './changes.ts'
import { type Clause, hasPlaced, lowerAt, type Placed, QUOTE, type Told } from './clause.ts'
import type { Counted } from './counted.ts'
import { HARM } from './measures.ts'

/** Words that a measure is looked for across at little cost: auxiliaries, articles, adverbs. */
const LIGHT = new Set(
  `a all already also an another are be been being believed by could either estimated feared further had has have in is
  its likely may might more now of others reported reportedly said so some the their thought to was were will would far`.split(
    /\s+/,
  ),
)
const BOUNDARY =
  /^(?:;|:|—|–|\.|but|while|whereas|although|though|because|which|after|before|when|if|since|unless|despite|\))$/
const AUXILIARY = /^(?:have|has|had|are|were|is|was|been|be|being)$/
/** After these, "to" opens what is said of the figure; else it opens a purpose. */
const BEFORE_TO =
  /^(?:estimated|believed|thought|feared|reported|said|known|expected|set|due|likely|presumed|going|about)$/

/** How far a measure's word is from a figure: words between, dear across a boundary or another figure. */
function distance({ lexemes, placedBy }: Clause, from: number, to: number, own: Placed): number {
  let cost = 0
  for (let i = from; i < to; i++) {
    const { text, lower } = lexemes[i] as Lexeme
    const other = placedBy[i]
    if (other && other !== own && other.first === i) cost += other.quantity.kind === own.quantity.kind ? 5 : 8
    if (QUOTE.test(text)) continue
    if (BOUNDARY.test(lower)) cost += 8
    else if (/^(?:and|or|,|\(|with)$/.test(lower)) cost += 3
    else cost += LIGHT.has(lower) ? 0.4 : 1
  }
  return cost
}

/** Farther than this, a measure's word is not the figure's; and so many lexemes are looked at, either way. */
const REACH = 16
const WINDOW = 40

const isShare = ({ quantity: { kind } }: Placed): boolean => kind === 'percent' || kind === 'fraction'

/** Can this measure count what the figure counts? */
function counts({ measure }: Told, own: Placed, counted: Counted | null): boolean {
  if (own.quantity.kind === 'money') return measure.counts.includes('money')
  // a lead of 7 points
  if (measure.counts.length === 0) return isShare(own) || /^points?$/.test(counted?.head ?? '')
  if (isShare(own)) return !measure.counts.every((one) => one === 'money')
  // a battle costs men
  if (measure.name === 'cost') return counted?.kind === 'people' || own.quantity.kind === 'unit'
  if (measure.counts.every((one) => one === 'money')) return false
  if (counted?.kind === 'people') return measure.counts.includes('people')
  return counted === null || counted.kind === 'jobs' || measure.counts.includes('things')
}

/** The measures told between two lexemes, in order. */
function* toldNear({ toldBy, lexemes }: Clause, from: number, to: number): Generator<Told> {
  for (let i = Math.max(0, from); i < Math.min(lexemes.length, to); i++) {
    const told = toldBy[i]
    if (told?.first === i) yield told
  }
}

/** A measure's word, and whether it stands so near that it tells what befell the figure. */
export interface Nearest {
  readonly told: Told
  readonly near: boolean
}

/** Nearer than this, a measure's word is the figure's own verb or noun. */
const NEAR = 4

/** How far a thing has come: 15 % contained, 98 % of the ballots counted. No measure of the sentence is its own. */
const DONE_SO_FAR = /^(?:contained|counted|complete|completed|reporting|tallied)$/

/** Does a share end at lexeme `after` that says how far something has come? */
export function isDone({ lexemes }: Clause, after: number): boolean {
  let at = after
  while (/^(?:are|is|was|were|been|being|has|have|had|now|fully)$/.test(lowerAt(lexemes, at))) at++
  return DONE_SO_FAR.test(lowerAt(lexemes, at))
}

const ARTICLE = /^(?:the|those|these|its|their|his|her|our)$/

/** Is the figure the whole of which another is a part: 40 of 60 boats; of the 60 boats, 40? What befell the part is not its. */
export function isWhole({ lexemes, placedBy }: Clause, { first }: Placed): boolean {
  const of = ARTICLE.test(lowerAt(lexemes, first - 1)) ? first - 2 : first - 1
  return lowerAt(lexemes, of) === 'of' && (of === 0 || placedBy[of - 1] !== undefined)
}

/** What a whole is told to be by itself: of 60 people sent, 12 died; three of the 20 people arrested. */
function wholeTold(clause: Clause, own: Placed, counted: Counted | null, after: number): Nearest | null {
  const { lexemes, toldBy } = clause
  const inside = counted ? toldNear(clause, counted.first, counted.next).find((one) => counts(one, own, counted)) : null
  const closed = own.first === 1 || ARTICLE.test(lowerAt(lexemes, own.first - 1))
  const told = inside ?? (closed ? toldBy[after] : null)
  return told && counts(told, own, counted) ? { told, near: false } : null
}

/** Where the sentence goes on about a part of what is counted: five gunmen, three of whom were arrested. */
function partFrom({ lexemes }: Clause, after: number): number {
  for (let i = after; i < after + WINDOW; i++)
    if (
      lowerAt(lexemes, i) === 'of' &&
      /^(?:whom|which|them)$/.test(lowerAt(lexemes, i + 1)) &&
      i > after + 1 &&
      !/^(?:all|both|each)$/.test(lowerAt(lexemes, i - 1))
    )
      return i
  return after + WINDOW
}

/** The measure of a figure as its clause tells it, or null. */
export function measureOf(clause: Clause, own: Placed, counted: Counted | null): Nearest | null {
  const { lexemes } = clause
  const after = counted && counted.first >= own.next ? counted.next : own.next
  if (isShare(own) && isDone(clause, after)) return null
  if (isWhole(clause, own)) return wholeTold(clause, own, counted, after)
  const end = partFrom(clause, after)
  const ofWhole = counted !== null && hasPlaced(clause, own.next, counted.first)
  let best: Told | null = null
  let least = REACH
  for (const told of toldNear(clause, own.first - WINDOW, end)) {
    if (!counts(told, own, counted)) continue
    const { measure, first, next } = told
    // what is counted tells the measure itself: 900 casualties, 270 employees, job cuts
    const inside = counted !== null && first >= counted.first && first < counted.next
    if (inside && measure.weak && isShare(own)) continue
    let cost: number
    if (inside) cost = 0.5
    else if (first >= after) {
      cost = distance(clause, after, first, own)
      if (lowerAt(lexemes, first - 1) === 'to' && !BEFORE_TO.test(lowerAt(lexemes, first - 2))) cost += 4
    } else if (next <= own.first) cost = distance(clause, next, own.first, own) + 1.5
    else continue
    // a 30 % stake; but 600 clerks were dismissed
    if (measure.weak && !(isShare(own) && first === after)) cost += 6
    // freed 15 of the 40 people arrested: those were the 40
    if (first === after && ofWhole) cost += 2
    if (measure.name === 'cost' && own.quantity.kind !== 'money') cost += 2
    if (cost < least) [best, least] = [told, cost]
  }
  if (best === null) return null
  if (isChange(best) && isLevel(clause, own)) {
    const changed = changedBefore(clause, own, (told) => counts(told, own, counted))
    return changed && { told: changed, near: false }
  }
  const change = own.quantity.kind === 'money' || isShare(own) ? changeOf(clause, own) : null
  if (change && change !== best && counts(change, own, counted)) return { told: change, near: !change.measure.weak }
  const told = best.first >= after ? (mainVerb(clause, own, counted, best, after) ?? best) : best
  return { told, near: least <= NEAR && !told.measure.weak }
}

/** The last measure of a sentence that can count what a figure of the next one counts. */
export function lastTold({ told }: Clause, own: Placed): Told | null {
  return told.findLast((one) => !one.measure.weak && counts(one, own, null)) ?? null
}

/** At least 100 soldiers sent to the front have died: the verb with the auxiliary, not the participle. */
function mainVerb(clause: Clause, own: Placed, counted: Counted | null, told: Told, after: number): Told | null {
  const { lexemes } = clause
  if (lexemes.slice(after, told.first).some(({ lower }) => AUXILIARY.test(lower) || lower === 'who')) return null
  if (!/^(?:sent|deployed|massed|employed|captured|hired)$/.test(told.measure.name)) return null
  const main = toldNear(clause, told.next, told.next + WINDOW).find(
    (one) =>
      one.first > told.next &&
      counts(one, own, counted) &&
      !one.measure.weak &&
      lexemes.slice(Math.max(told.next, one.first - 4), one.first).some(({ lower }) => AUXILIARY.test(lower)),
  )
  if (!main || hasPlaced(clause, told.next, main.first)) return null
  return lexemes.slice(told.next, main.first).some(({ lower }) => BOUNDARY.test(lower)) ? null : main
}

const LINK = /^(?:and|or|,|\/)$/
const LINKING = /^(?:and|or|,|\/|been|have|has|the|had|were|be|are)$/

/** Killed or wounded; killed, wounded and missing: harm that one number counts together, in the order of HARM. */
export function harmWith(clause: Clause, chosen: Told): string {
  const { told, lexemes } = clause
  const at = chosen.index
  if (!HARM.includes(chosen.measure.name)) return chosen.measure.name
  const names = new Set([chosen.measure.name])
  for (const step of [1, -1]) {
    for (let i = at; ; i += step) {
      const further = told[i + step]
      if (!further || !HARM.includes(further.measure.name)) break
      const [one, other] = step > 0 ? [told[i] as Told, further] : [further, told[i] as Told]
      const between = lexemes.slice(one.next, other.first)
      const linked =
        between.length <= 4 &&
        between.some(({ lower }) => LINK.test(lower)) &&
        between.every(({ lower }) => LINKING.test(lower))
      if (!linked || hasPlaced(clause, one.next, other.first)) break
      names.add(further.measure.name)
    }
  }
  const all = HARM.filter((name) => names.has(name))
  return all.length < 2 ? chosen.measure.name : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

const STILL_TO_COME =
  /^(?:will|would|could|may|might|can|shall|should|to|plan|plans|planned|planning|proposed|expected|looming|upcoming|potential|possible|possibly|threatens)$/
/** Forms that say what was done: after "to" they begin no plan. */
const DONE = /(?:[^hen]ed|ing|sent|gave|laid|lost|came|went|fled|rose|fell|sold|spent)$/

/** Is what the word tells still to come: to cut, could be sent, planned cuts? */
export function isToCome({ lexemes }: Clause, { first }: Told): boolean {
  for (let i = first - 1; i >= first - 4 && lexemes[i]?.kind === 'word'; i--) {
    const word = lowerAt(lexemes, i)
    if (word === 'to') return !DONE.test(lowerAt(lexemes, first)) || lowerAt(lexemes, i + 1) === 'be'
    if (STILL_TO_COME.test(word)) return true
    if (/^(?:have|has|had|was|were|already|been)$/.test(word)) return false
  }
  return false
}

/**
 * Change and level: what rose by 2 % or fell 2 % tells the rise or the fall, what rose to 5 % from 3 % where the rate stood
 * after and before. The number with "to", "from", "against" or "compared with" is a level, and measures what changed.
 */
import { type Clause, hasPlaced, lowerAt, type Placed, type Told, toldAt } from './clause.ts'

/** Measures that tell a change and not what changed. */
const CHANGES = /^(?:rise|fall|cut|raised|lost)$/
/** Where what changed cannot stand before: another clause. */
const ENDS_CLAUSE =
  /^(?:[;:—–.)]|but|while|whereas|although|though|because|which|who|as|after|before|when|if|since|unless|despite|says?|said)$/
/** So many lexemes are looked back for what changed, and for the change. */
const WINDOW = 24
const BACK = 8

export const isChange = (told: Told | null): boolean => told !== null && CHANGES.test(told.measure.name)

/** Is the figure a level, before or after a change: to 5 %, from 3 %, against 3 %, compared with 3 %? */
export function isLevel({ lexemes }: Clause, { first }: Placed): boolean {
  const at = /^(?:an?|the|just|only|record)$/.test(lowerAt(lexemes, first - 1)) ? first - 2 : first - 1
  const word = lowerAt(lexemes, at)
  return /^(?:to|from|against|versus)$/.test(word) || (word === 'with' && lowerAt(lexemes, at - 1) === 'compared')
}

/** What changed to reach a level: its measure is told before, in the same clause, as subject or object of the change. */
export function changedBefore(clause: Clause, own: Placed, counts: (told: Told) => boolean): Told | null {
  for (let i = own.first - 1; i >= Math.max(0, own.first - WINDOW); i--) {
    if (ENDS_CLAUSE.test(lowerAt(clause.lexemes, i))) return null
    const told = toldAt(clause, i)
    if (told && !isChange(told) && counts(told)) return told
  }
  return null
}

/** The change that a figure is the size of: rose 2 %, cut costs by $3 million, a 2 % rise. */
export function changeOf(clause: Clause, own: Placed): Told | null {
  const { lexemes } = clause
  const after = toldAt(clause, own.next)
  if (after && /^(?:rise|fall)$/.test(after.measure.name)) return after
  const by = lowerAt(lexemes, own.first - 1) === 'by'
  for (let i = own.first - 1; i >= Math.max(0, own.first - BACK); i--) {
    const told = toldAt(clause, i)
    if (told && /^(?:rise|fall|cut)$/.test(told.measure.name))
      return hasPlaced(clause, told.next, own.first) ? null : told
    const word = lowerAt(lexemes, i)
    if (ENDS_CLAUSE.test(word) || !(by || /^(?:an?|another|further|more)$|ly$/.test(word))) return null
  }
  return null
}

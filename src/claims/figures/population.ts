/** Of whom a figure is: what it counts, with whose that is where the clause says so (its workforce: Intel workforce). */
import { countryNamed, countryOfAdjective } from '../../language/gazetteer/countries.ts'
import { isCapital, type Lexeme } from '../../language/quantities/lexemes.ts'
import { type Clause, lowerAt, type Placed } from './clause.ts'
import type { Counted } from './counted.ts'
import { ENDS } from './nouns.ts'

/** Capitalised words that own nothing: days, months, words at the head of a sentence. */
const NO_OWNER =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Last|Next|This|Total|President|Minister)$/
/** A name after these is where or with whom, not whose. */
const ASIDE = /^(?:in|at|near|on|from|with|by|to|against|inside|across|alongside|for|outside|around|via|than|citing)$/
/** A name before these tells of others. */
const TELLS =
  /^(?:said|says|say|saying|reported|reports|reporting|told|wrote|writes|estimated|estimates|believes|claimed|claims|announced|noted|added|quoted|cited|citing)$/

/** So many lexemes are looked back for the owner. */
const WINDOW = 60

/** The name that a bare noun before `before` belongs to: the nearest that can be a subject or an owner. */
function ownerOf({ lexemes }: Clause, before: number, bare: boolean): string | null {
  for (let i = before - 1; i >= 0 && i > before - WINDOW; i--) {
    const last = lexemes[i] as Lexeme
    if (last.kind !== 'word' || !isCapital(last)) continue
    let first = i
    while (first > 0 && isCapital(lexemes[first - 1]) && lexemes[first - 1]?.kind === 'word') first--
    const end = i
    i = first
    while (first < end && (NO_OWNER.test(lexemes[first]?.text ?? '') || ENDS.has(lowerAt(lexemes, first)))) first++
    const words = lexemes.slice(first, end + 1).map(({ text }) => text.replace(/['’]s$/, ''))
    const name = words.join(' ')
    const owns = /['’]s$/.test(last.text)
    if (NO_OWNER.test(words[0] ?? '') || ENDS.has(name.toLowerCase())) continue
    const behind = lowerAt(lexemes, i - 1)
    const ahead = lexemes[end + 1]
    if (!owns && (ASIDE.test(behind) || (behind === 'the' && ASIDE.test(lowerAt(lexemes, i - 2))))) continue
    // (NASDAQ: INTC); Shannon, Co Clare
    if (/^[(:]$/.test(behind) || (behind === ',' && isCapital(lexemes[i - 2]))) continue
    if ([1, 2, 3].some((k) => TELLS.test(lowerAt(lexemes, end + k)))) continue
    // a bare noun belongs to who has, lost or sent it; "its" to any subject
    if (owns && bare && before - end > 6) continue
    if (!owns && bare && ![1, 2, 3].some((k) => HAS.test(lowerAt(lexemes, end + k)))) continue
    if (!owns && ahead?.kind !== 'word') continue
    const country = countryNamed(name)
    if (country) return country.adjectives[0] ?? country.name
    // its Israeli operations: an adjective is no owner
    if (
      countryOfAdjective(name) &&
      ahead?.kind === 'word' &&
      !/^(?:has|have|had|were|are|lost|losses)$/.test(ahead.lower)
    )
      continue
    return name
  }
  return null
}

const HAS =
  /^(?:has|have|had|having|lost|lose|loses|losing|employ|employs|employed|sent|send|sends|deployed|deploys|cut|cuts|lay|laid|suffered|suffers|fired|fire|hired|hires|massed|gathered)$/
const HARMED = /^(?:casualties|dead|deaths|fatalities|wounded|injured|injuries|bodies|losses|others)$/
const OF_PEOPLE = /^(?:killed|wounded|casualties|lost|missing|captured|sent|deployed)/

/** The population in words, or null where the clause names none. */
export function populationOf(
  clause: Clause,
  own: Placed,
  counted: Counted | null,
  measure: string | null,
): string | null {
  const { lexemes, text } = clause
  if (!counted || HARMED.test(counted.head))
    return counted || OF_PEOPLE.test(measure ?? '') ? ownerOf(clause, own.first, true) : null
  const words = text.slice(lexemes[counted.first]?.start, lexemes[counted.next - 1]?.end)
  const its = /^(?:its|their|his|her)$/.test(lowerAt(lexemes, counted.first - 1))
  const bare = counted.next - counted.first === 1 && !isCapital(lexemes[counted.first]) && counted.kind !== 'things'
  const owner = its || bare ? ownerOf(clause, own.first, !its) : null
  return owner ? `${owner} ${words}` : words
}

/**
 * The groups that a figure counts, read from the words at it: "40 residents and rescue workers", "the number of teachers
 * and librarians came to 40". A clause that only begins with "and" is no group.
 */

import type { Figure } from '../../claims/claim.ts'
import { cueOf } from '../../claims/cues.ts'
import { documentOf } from '../../language/document.ts'
import { tagsOf } from '../../language/tagger.ts'
import type { Telling } from './telling.ts'
import { classOf, singularOf } from './whom.ts'
import { isContent, stemOf, wordsOf } from './words.ts'

/** One group of people or things. */
export interface Group {
  readonly words: string
  /** What its noun is compared by. */
  readonly head: string
  /** What it is known by: its words, and the names of their classes. */
  readonly keys: ReadonlySet<string>
}

interface Token {
  readonly start: number
  readonly end: number
  readonly low: string
  readonly part: string
}

const tokensBy = new WeakMap<Telling, readonly Token[]>()

/** The tokens of what is told, with their parts of speech; spans index the content's own text. */
function tokensOf(telling: Telling): readonly Token[] {
  const known = tokensBy.get(telling)
  if (known !== undefined) return known
  const text = telling.content.text.slice(0, LONGEST)
  const document = documentOf(text)
  const { parts } = tagsOf(document)
  const tokens = document.tokens.map(({ start, end }, i) => ({
    start,
    end,
    low: text.slice(start, end).toLowerCase(),
    part: parts[i] as string,
  }))
  tokensBy.set(telling, tokens)
  return tokens
}

/** So much of a telling is read, in characters. */
const LONGEST = 2000

const NOUN = /^NN/
const BEFORE_NOUN = /^(?:JJ|NN|VBG|VBN|CD|POS|PRP\$|DT|HYPH|FW)/
const PLURAL = /^NNP?S$/

/** Several of a known class, whatever the tagger makes of them: passers-by. */
const isMany = (low: string): boolean => singularOf(low) !== low && classOf(low) !== null

/** A noun phrase from a token on: where it ends, past its last noun; null where there is none. */
function phraseAt(tokens: readonly Token[], from: number): number | null {
  let end: number | null = null
  let plural = false
  for (let i = from; i < tokens.length && i < from + 8; i++) {
    const { part, low } = tokens[i] as Token
    if (low === 'of' && end === i) {
      const inner = phraseAt(tokens, i + 1)
      return inner ?? end
    }
    const noun = NOUN.test(part) || isMany(low)
    const after = tokens[i + 1]
    const before =
      part === 'VBD' && end === null && after !== undefined && (PLURAL.test(after.part) || isMany(after.low))
    if (!noun && !before && !BEFORE_NOUN.test(part) && low !== '-') break
    // "30 people dead", "12 soldiers today": a plural ends the phrase, but for "sports fans".
    if (plural && !PLURAL.test(part)) break
    if (noun) {
      end = i + 1
      plural = PLURAL.test(part) || isMany(low)
    }
  }
  return end
}

const JOINS: ReadonlySet<string> = new Set(['and', 'or', '&', ','])

function groupAt(text: string, tokens: readonly Token[], from: number, end: number): Group | null {
  let first = from
  while (first < end && /^(?:DT|PRP\$|CD)$/.test((tokens[first] as Token).part)) first++
  const words = text.slice(tokens[first]?.start, tokens[end - 1]?.end)
  const own = wordsOf(words).filter(isContent)
  const [last, before] = [own.at(-1), own.at(-2)]
  if (last === undefined) return null
  const pairs = own.flatMap(({ low }, i) => classOf((own[i - 1]?.low ?? '').replace(/'s$/, ''), low) ?? [])
  const pair = before && classOf(before.low, last.low)
  return {
    words,
    head: pair ? `~${pair}` : last.stem,
    keys: new Set([...own.map(({ stem }) => stem), ...pairs.map((name) => `~${name}`)]),
  }
}

/** Words that go with a number of people and stand before whom it counts. */
const COUNT_OF =
  /\b(?:number|count|toll|total|casualties|deaths|infections|injuries|losses|cases|arrests|layoffs|turnout|evacuation|evacuations) (?:of|among|for|covered) /iu

/** The groups that a figure counts, in their order; none where it names nobody. */
export interface Groups {
  readonly groups: readonly Group[]
  /** Does an "and" follow that may bring another one? */
  readonly open: boolean
}

/** Whom a figure counts. */
export function groupsOf(telling: Telling, figure: Figure): Groups {
  const { content } = telling
  const tokens = tokensOf(telling)
  const groups: Group[] = []
  let first = firstOf(telling, figure, tokens)
  let end = first < 0 ? null : phraseAt(tokens, first)
  while (end !== null && groups.length < 5) {
    const group = groupAt(content.text, tokens, first, end)
    if (group === null) break
    groups.push(group)
    let next: number = end
    while (JOINS.has(tokens[next]?.low ?? '') && next < end + 2) next++
    const after = next === end ? null : phraseAt(tokens, next)
    if (after === null || !isGroup(tokens, next, after))
      return {
        groups,
        open: tokens.slice(end, next).some(({ low }) => low !== ',') && !NEARBY.test(tokens[next]?.low ?? ''),
      }
    first = next
    end = after
  }
  return { groups, open: false }
}

/** In and near a place. */
const NEARBY = /^(?:near|around|outside|beyond)$/

/** The token that whom a figure counts begins with: right after it, in its own words, or after "the number of". */
function firstOf({ content }: Telling, { start, end, of }: Figure, tokens: readonly Token[]): number {
  const at = end - content.start
  const own = of === null ? -1 : content.text.indexOf(of, Math.max(0, start - content.start))
  if (own >= 0 && own < at) return tokens.findIndex((token) => token.start >= own)
  const number = tokens.findIndex((token) => token.start >= at)
  let first = number < 0 ? tokens.length : number
  while (/^(?:of|more|or)$/.test(tokens[first]?.low ?? '') || tokens[first]?.part === 'DT') first++
  if (phraseAt(tokens, first) !== null) return first
  const before = COUNT_OF.exec(content.text)
  const from = before ? before.index + before[0].length : of === null ? -1 : content.text.indexOf(of)
  return from < 0 ? -1 : tokens.findIndex((token) => token.start >= from)
}

/** Is a phrase after an "and" a group of the same count: several of them, and not who says or does the next thing? */
function isGroup(tokens: readonly Token[], first: number, end: number): boolean {
  const some = tokens.slice(first, end)
  if (some.some(({ part }) => part === 'CD' || part === 'PRP$')) return false
  if (!some.some(({ part, low }) => PLURAL.test(part) || classOf(low) !== null)) return false
  const next = tokens[end]
  return (
    next === undefined ||
    (cueOf(next.low)?.class !== 'verb' && !/^VB[DZP]$/.test(next.part)) ||
    BEING.test(next.low) ||
    stemOf(next.low).startsWith('~')
  )
}

/** Verbs that those who are counted may be the subject of; besides these, what befalls people (injured, dismissed). */
const BEING =
  /^(?:was|were|are|is|had|have|has|died|fled|remained|remain|got|lost|took|joined|turned|fell|caught|needed|suffered|became)$/

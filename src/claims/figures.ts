/**
 * The figures of a statement: what is counted, of whom or what, and how (killed, sent, to be cut). Quantities are read by
 * the grammar of `language/quantities`; unit, measure and population from the clause they stand in, by the nearest words.
 * Durations, ranks and lengths are no figures, nor are small numbers and vague words that measure nothing.
 */
import type { Document } from '../language/document.ts'
import { countryNamed, countryOfAdjective } from '../language/gazetteer/countries.ts'
import { type Lexeme, lexemesOf } from '../language/quantities/lexemes.ts'
import { type Phrases, phraseAt, phrasesOf } from '../language/quantities/phrases.ts'
import { type Quantity, quantitiesOf } from '../language/quantities/quantities.ts'
import type { Span } from '../page/article.ts'
import type { Figure } from './claim.ts'
import { BEFORE_COUNTED, ENDS, JOBS, PEOPLE, SOURCES } from './counted.ts'
import { HARM, MEASURES, type Measure } from './measures.ts'

const MEASURE_PHRASES: Phrases<Measure> = phrasesOf(
  MEASURES.flatMap((measure) => measure.words.map((word) => [word, measure] as const)),
)

/** A word of a measure in the sentence: lexemes `first` up to, not with, `next`. */
interface Told {
  readonly first: number
  readonly next: number
  readonly measure: Measure
}

/** What a figure counts: its words, and whether they are people, jobs or other things. */
interface Counted {
  readonly first: number
  readonly next: number
  readonly kind: 'people' | 'jobs' | 'sources' | 'things'
  /** The noun that is counted, lower case. */
  readonly head: string
}

/** A quantity in its sentence: lexemes `first` up to, not with, `next`. */
interface Placed {
  readonly quantity: Quantity
  readonly first: number
  readonly next: number
}

/** A sentence, read once for all its figures. */
interface Clause {
  readonly text: string
  readonly lexemes: readonly Lexeme[]
  readonly told: readonly Told[]
  readonly placed: readonly Placed[]
}

const lowerAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.lower ?? ''
const isCapital = (lexeme: Lexeme | undefined): boolean => /^\p{Lu}/u.test(lexeme?.text ?? '')
const QUOTE = /^["“”‘’«»'„]$/

function clauseOf(text: string, { start, end }: Span): Clause | null {
  const quantities = quantitiesOf(text, start, end)
  if (quantities.length === 0) return null
  const lexemes = lexemesOf(text, start, end)
  const told: Told[] = []
  for (let i = 0; i < lexemes.length; i++) {
    if (lexemes[i]?.kind !== 'word') continue
    const found = phraseAt(MEASURE_PHRASES, lexemes, i)
    if (!found) continue
    told.push({ first: i, next: found.next, measure: found.value })
    i = found.next - 1
  }
  let at = 0
  const placed = quantities.map((quantity) => {
    while (at < lexemes.length && (lexemes[at] as Lexeme).start < quantity.start) at++
    const first = at
    while (at < lexemes.length && (lexemes[at] as Lexeme).end <= quantity.end) at++
    return { quantity, first, next: at }
  })
  return { text, lexemes, told, placed }
}

const isPlural = (word: string): boolean => /[^su]s$|(?:sses|xes)$/.test(word) && word.length > 2
const isNation = (lexemes: readonly Lexeme[], i: number): boolean =>
  countryOfAdjective(`${lexemes[i - 1]?.text} ${lexemes[i]?.text}`) !== null ||
  countryOfAdjective(lexemes[i]?.text ?? '') !== null
/** A people's name in the plural: Koreans, Ukrainians, Swiss is none. */
const isNationals = (lexemes: readonly Lexeme[], i: number): boolean =>
  isCapital(lexemes[i]) && isPlural(lowerAt(lexemes, i)) && isNation(lexemes, i)

/** The kind of thing a noun counts, or null where the word is no noun that can be counted here. */
function kindOf(lexemes: readonly Lexeme[], i: number): Counted['kind'] | null {
  const lexeme = lexemes[i]
  const word = lowerAt(lexemes, i)
  if (lexeme?.kind !== 'word') return null
  if (JOBS.has(word)) return 'jobs'
  if (SOURCES.has(word)) return 'sources'
  if (PEOPLE.has(word) || isNationals(lexemes, i)) return 'people'
  return isPlural(word) && (!isCapital(lexeme) || i === 0) ? 'things' : null
}

/** What is counted, from lexeme i: North Korean soldiers and Russian paratroopers; its workforce; artillery shells. */
function countedAt(clause: Clause, i: number, share: boolean): Counted | null {
  const { lexemes, placed, told } = clause
  let first = i
  while (
    QUOTE.test(lexemes[first]?.text ?? '') ||
    BEFORE_COUNTED.has(lowerAt(lexemes, first)) ||
    /^(?:of|the|its|their|his|her|our|these|those|all|your|my|whose)$/.test(lowerAt(lexemes, first))
  )
    first++
  // one thousand of an estimated eleven thousand men
  const within = placed.find((one) => one.first === first && one.first > i)
  if (within) return within.next > first ? countedAt(clause, within.next, share) : null
  let found: Counted | null = null
  for (let at = first; at < Math.min(lexemes.length, first + 8); at++) {
    const lexeme = lexemes[at] as Lexeme
    const word = lexeme.lower
    if (/^[-‐‑]$/.test(word) || QUOTE.test(word)) continue
    // Russian and North Korean soldiers
    const adjectives = word === 'and' && at > first && isNation(lexemes, at - 1) && isCapital(lexemes[at + 1])
    if (lexeme.kind !== 'word' ? word !== ',' || found !== null || at === first : ENDS.has(word) && !adjectives) break
    if (lexeme.kind !== 'word') break
    if (adjectives) continue
    if (/'s$/.test(word)) {
      // 20% of North Korea's troops; but "12,000 troops' families" is no matter here
      if (found) break
      continue
    }
    const kind = kindOf(lexemes, at)
    const measured = told.some((one) => at >= one.first && at < one.next && !one.measure.weak)
    if (measured && kind === null) {
      // wounded soldiers; but 3,000 wounded
      if (kindOf(lexemes, at + 1) === 'people') continue
      break
    }
    if (kind !== null) {
      found = { first, next: at + 1, kind, head: word }
      // rocket launchers, army men: a noun that follows goes on
      const next = kindOf(lexemes, at + 1)
      const measureNext = told.some((one) => one.first === at + 1 && !one.measure.weak)
      if (next === null || measureNext || ENDS.has(lowerAt(lexemes, at + 1))) break
    } else if (found) break
  }
  if (!found && share) {
    // 20% of the workforce, a third of the force: any noun
    const noun = lexemes[first]
    let next = first
    while (
      lexemes[next]?.kind === 'word' &&
      !ENDS.has(lowerAt(lexemes, next)) &&
      next < first + 5 &&
      !told.some((one) => one.first === next && !one.measure.weak)
    )
      next++
    if (noun && next > first) found = { first, next, kind: 'things', head: lowerAt(lexemes, next - 1) }
  }
  return found && found.kind === 'people' ? joined(clause, found) : found
}

/** People and people: soldiers and Russian paratroopers; men, women and children. */
function joined({ lexemes, placed }: Clause, counted: Counted): Counted {
  let { next } = counted
  for (let step = 0; step < 3; step++) {
    const and = /^(?:and|,|or)$/.test(lowerAt(lexemes, next)) ? next + 1 : -1
    if (and < 0) break
    let at = and
    while (
      at < and + 4 &&
      lexemes[at]?.kind === 'word' &&
      !ENDS.has(lowerAt(lexemes, at)) &&
      kindOf(lexemes, at) !== 'people'
    )
      at++
    if (kindOf(lexemes, at) !== 'people' || placed.some(({ first }) => first >= and && first <= at)) break
    // killed and wounded are no people here
    if (/^(?:dead|wounded|injured|casualties|deaths|missing)$/.test(lowerAt(lexemes, at))) break
    next = at + 1
  }
  return { ...counted, next }
}

/** Words that a measure is looked for across, at little cost: auxiliaries and adverbs. */
const LIGHT =
  /^(?:have|has|had|been|be|being|is|are|was|were|already|now|also|likely|believed|estimated|reportedly|feared|thought|to|more|so|far|either|in|the|its|their|by|of|a|an|all|others|another|some|another|further|may|might|could|would|will)$/
const BOUNDARY = /^(?:;|:|—|–|\.|but|while|whereas|although|though|because|which|after|before|when|if|since|unless|\))$/

/** How far a measure's word is from a figure: words between, dear across a boundary or another figure. */
function distance({ lexemes, placed }: Clause, from: number, to: number, own: Placed): number {
  let cost = 0
  for (let i = from; i < to; i++) {
    const lexeme = lexemes[i] as Lexeme
    if (QUOTE.test(lexeme.text)) continue
    if (BOUNDARY.test(lexeme.lower)) cost += 8
    else if (/^(?:and|or|,|\()$/.test(lexeme.lower)) cost += 3
    else if (LIGHT.test(lexeme.lower)) cost += 0.4
    else cost += 1
  }
  for (const one of placed) if (one !== own && one.first >= from && one.next <= to) cost += 5
  return cost
}

const REACH = 24

/** The measure that a figure's clause tells: the nearest word that can count what it counts. */
function measureOf(clause: Clause, own: Placed, counted: Counted | null): Told | null {
  const { kind } = own.quantity
  const counts = counted?.kind === 'people' ? 'people' : counted ? 'things' : null
  const after = counted && counted.first >= own.next ? counted.next : own.next
  let best: Told | null = null
  let least = REACH
  for (const told of clause.told) {
    const { measure, first, next } = told
    if (
      kind === 'money'
        ? !measure.counts.includes('money')
        : measure.counts.length > 0 && measure.counts.every((one) => one === 'money')
    )
      continue
    if (
      counts &&
      kind !== 'percent' &&
      kind !== 'fraction' &&
      !measure.counts.includes(counts) &&
      counted?.kind !== 'jobs'
    )
      continue
    if (measure.counts.length === 0 && kind !== 'percent' && kind !== 'fraction') continue
    // what is counted tells the measure itself: 3,000 casualties, 108,900 employees
    const inside = counted !== null && first >= counted.first && next <= counted.next
    let cost: number
    if (inside) cost = 0.5
    else if (first >= after) cost = distance(clause, after, first, own)
    else if (next <= own.first) cost = distance(clause, next, own.first, own) + 1.5
    else continue
    if (measure.weak) cost += 6
    if (cost < least) [best, least] = [told, cost]
  }
  return best
}

/** Killed or wounded; killed, wounded and missing: harm that one number counts together. */
function harmWith({ told, lexemes, placed }: Clause, chosen: Told): string {
  const at = told.indexOf(chosen)
  const names = new Set([chosen.measure.name])
  const linked = (one: Told, other: Told): boolean => {
    const between = lexemes.slice(one.next, other.first)
    return (
      between.length <= 4 &&
      between.some(({ lower }) => /^(?:and|or|,|\/)$/.test(lower)) &&
      !placed.some(({ first }) => first >= one.next && first < other.first) &&
      between.every(({ lower }) => /^(?:and|or|,|\/|been|have|has|the|had|were|be|are)$/.test(lower))
    )
  }
  for (const step of [1, -1]) {
    for (let i = at; told[i + step] !== undefined; i += step) {
      const [one, other] = step > 0 ? [told[i], told[i + 1]] : [told[i - 1], told[i]]
      if (!one || !other || !linked(one, other) || !HARM.includes((told[i + step] as Told).measure.name)) break
      names.add((told[i + step] as Told).measure.name)
    }
  }
  const all = HARM.filter((name) => names.has(name))
  if (!HARM.includes(chosen.measure.name) || all.length < 2) return chosen.measure.name
  return all.length === 2 ? all.join(' or ') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

const STILL_TO_COME =
  /^(?:will|would|could|may|might|can|shall|should|to|plan|plans|planned|planning|proposed|expected|looming|upcoming|about|potential|possible|possibly|threatens)$/
/** Is what the word tells still to come: to cut, could be sent, planned cuts? */
function isToCome({ lexemes }: Clause, { first }: Told): boolean {
  const base = !/(?:ed|ing|sent|gave|laid|lost|came|went|fled|rose|fell|sold|spent)$/.test(lowerAt(lexemes, first))
  for (let i = first - 1, words = 0; i >= 0 && words < 4; i--, words++) {
    const word = lowerAt(lexemes, i)
    if (lexemes[i]?.kind !== 'word') break
    if (STILL_TO_COME.test(word)) return word !== 'to' || base || lowerAt(lexemes, i + 1) === 'be'
    if (/^(?:have|has|had|was|were|already|been)$/.test(word)) return false
  }
  return false
}

/** The name that a possessive or a bare noun belongs to: the nearest before it in the sentence. */
function ownerOf({ lexemes }: Clause, before: number): string | null {
  for (let i = before - 1; i >= 0; i--) {
    const lexeme = lexemes[i] as Lexeme
    if (!isCapital(lexeme) || lexeme.kind !== 'word') continue
    let first = i
    while (first > 0 && isCapital(lexemes[first - 1]) && lexemes[first - 1]?.kind === 'word') first--
    const name = lexemes.slice(first, i + 1).map(({ text }) => text.replace(/['’]s$/, ''))
    const country = countryNamed(name.join(' '))
    if (country) return country.adjectives[0] ?? country.name
    if (
      first === 0 &&
      name.length === 1 &&
      (ENDS.has(lexeme.lower) ||
        lexemes[1]?.kind !== 'word' ||
        !/s$|^(?:had|has|will|is|was)/.test(lowerAt(lexemes, 1)))
    )
      return null
    if (NO_OWNER.test(name[0] ?? '')) continue
    return name.join(' ')
  }
  return null
}
const NO_OWNER =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|A|An|In|On|At|Some|About|Around|More|Over|Up|Nearly|Almost|Of|By|If|It|He|She|They|We|I)$/

/** The population as words: what is counted, with whose it is where the words only point there (its workforce). */
function populationOf(clause: Clause, own: Placed, counted: Counted | null, measure: string | null): string | null {
  const { lexemes, text } = clause
  if (!counted) {
    const human = measure !== null && /^(?:killed|wounded|casualties|lost|missing|captured|sent|deployed)/.test(measure)
    return human ? ownerOf(clause, own.first) : null
  }
  const [first, last] = [lexemes[counted.first], lexemes[counted.next - 1]]
  const words = text.slice(first?.start, last?.end)
  const harm = /^(?:casualties|dead|deaths|fatalities|wounded|injured|injuries|bodies)$/.test(counted.head)
  if (harm) return ownerOf(clause, own.first)
  const bare = counted.next - counted.first === 1 && !isCapital(first)
  const its = /^(?:its|their|his|her)$/.test(lowerAt(lexemes, counted.first - 1))
  const owner =
    (bare || its) && (counted.kind !== 'things' || its || own.quantity.kind === 'percent')
      ? ownerOf(clause, own.first)
      : null
  return owner ? `${owner} ${words}` : words
}

/** Vague words that count nothing by themselves. */
const WEAK_WORDS =
  /^(?:an?|only|quite|few|several|many|multiple|numerous|various|countless|untold|innumerable|large)\b/i

/** Whether a quantity is a figure about the matter: counted things, shares, money; not small change of the telling. */
function isFigure(clause: Clause, own: Placed, counted: Counted | null, told: Told | null): boolean {
  const { quantity } = own
  const { lexemes, text } = clause
  const words = text.slice(quantity.start, quantity.end)
  const before = lowerAt(lexemes, own.first - 1)
  const near = told !== null && !told.measure.weak
  switch (quantity.kind) {
    case 'percent':
    case 'money':
      return true
    case 'duration':
    case 'ordinal':
      return false
    case 'measure':
      return (
        /^(?:acre|hectare|barrel|ton|metric ton|kiloton|square|cubic|gallon|kilogram|liter|bushel)/.test(
          quantity.unit ?? '',
        ) &&
        !/[-‐‑]/.test(words) &&
        !isAdjectival(clause, own)
      )
    case 'unit':
      return (
        quantity.qualifier !== null ||
        (near && before !== 'of' && before !== 'in') ||
        /^the (?:size|strength)|worth$/i.test(words)
      )
    case 'fraction':
      if (/^(?:first|second|other|better|latter|last|final)$/.test(before)) return false
      return (
        (quantity.qualifier !== null ||
          /^(?:of|its|their|the|his|her|all|are|were|is|was)$/.test(lowerAt(lexemes, own.next)) ||
          /s$/.test(words) ||
          lowerAt(lexemes, own.first + 1) === 'in') &&
        !/^[-‐‑]$/.test(lexemes[own.next]?.text ?? '')
      )
    case 'vague': {
      if (/^(?:how|so|as|too|not|very|that|the|these|those|its|their)$/.test(before) && WEAK_WORDS.test(words))
        return false
      if (!/hundred|thousand|million|billion|trillion|dozen|score|lakh|crore/i.test(words))
        return counted?.kind !== 'sources' && counted?.kind !== 'things' && near && !/^many more$/i.test(words)
      return !/^(?:miles?|kilomet(?:er|re)s?|years?|days?|times?|feet|met(?:er|re)s?)$/.test(
        counted?.head ?? lowerAt(lexemes, own.next + 1),
      )
    }
    case 'number': {
      if (counted?.kind === 'sources') return false
      if (
        /^(?:times|points?|countries|nations|states|ways|things|sides|others|occasions|reasons|options|years?|months?|days?|hours?|minutes?)$/.test(
          counted?.head ?? lowerAt(lexemes, own.next),
        )
      )
        return false
      const value = quantity.high ?? quantity.low ?? 0
      if (value > 12 || quantity.qualifier !== null) return true
      // small numbers are figures of people or arms that something befell
      const one = /^one$/i.test(words)
      return (
        near &&
        counted !== null &&
        (counted.kind === 'people' || (!one && counted.kind === 'things')) &&
        !/^(?:the|both|all|these|those|other)$/.test(before)
      )
    }
  }
}

/** 240 mm rocket launchers: a measure that describes, and counts nothing. */
function isAdjectival({ lexemes }: Clause, own: Placed): boolean {
  const next = lexemes[own.next]
  return next?.kind === 'word' && !ENDS.has(next.lower)
}

/** The unit of the contract: people, percent, a currency, jobs, a unit of an army, or what is counted. */
function unitOf(clause: Clause, own: Placed, counted: Counted | null, told: Told | null): string | null {
  const { quantity } = own
  if (quantity.kind === 'fraction') return 'fraction'
  if (quantity.unit !== null) return quantity.unit
  if (counted?.kind === 'people') return 'people'
  if (counted?.kind === 'jobs') return 'jobs'
  if (counted)
    return clause.lexemes
      .slice(counted.first, counted.next)
      .map(({ lower }) => lower)
      .join(' ')
  return told && told.measure.counts[0] === 'people' ? 'people' : null
}

/** Jobs are cut where people are laid off, and what is lost of a workforce is cut. */
function measureName(clause: Clause, own: Placed, counted: Counted | null, told: Told | null): string | null {
  if (!told) return null
  const name = harmWith(clause, told)
  const work =
    counted?.kind === 'jobs' ||
    /^(?:workforce|staff|jobs|headcount|employees|workers|positions)$/.test(counted?.head ?? '')
  const cut =
    work &&
    (name === 'lost' ||
      (name === 'laid off' && own.quantity.kind === 'percent') ||
      (name === 'laid off' && counted?.kind === 'jobs'))
      ? 'cut'
      : name
  return told.measure.planned && isToCome(clause, told) ? `to be ${cut}` : cut
}

function figureOf(clause: Clause, own: Placed): Figure | null {
  const { quantity } = own
  const { text, lexemes } = clause
  const share = quantity.kind === 'percent' || quantity.kind === 'fraction'
  const of =
    lowerAt(lexemes, own.next) === 'of' ||
    (QUOTE.test(lexemes[own.next]?.text ?? '') && lowerAt(lexemes, own.next + 1) === 'of')
  const counts = quantity.kind === 'number' || quantity.kind === 'vague' || of
  const counted = counts && quantity.kind !== 'money' ? countedAt(clause, own.next, share && of) : null
  const told = measureOf(clause, own, counted)
  if (!isFigure(clause, own, counted, told)) return null
  const measure = measureName(clause, own, counted, told)
  const part = quantity.kind === 'fraction'
  return {
    start: quantity.start,
    end: quantity.end,
    text: text.slice(quantity.start, quantity.end),
    low: part ? null : quantity.low,
    high: part ? null : quantity.high,
    approximate: quantity.approximate,
    qualifier: quantity.qualifier,
    unit: unitOf(clause, own, counted, told),
    measure,
    of: populationOf(clause, own, counted, measure),
  }
}

/**
 * The figures of a document, or of some of its parts, in the order of the text.
 * @param parts spans of the document's text; a figure is theirs when its number lies in one. Unit, measure and population
 *   are read from the whole sentence, which may reach beyond them.
 */
export function figuresOf(
  document: Document,
  parts: readonly Span[] = [{ start: 0, end: document.text.length }],
): Figure[] {
  const { text, sentences } = document
  const within = ({ start, end }: Span) => parts.some((part) => start >= part.start && end <= part.end)
  return sentences
    .filter((sentence) => parts.some((part) => sentence.start < part.end && part.start < sentence.end))
    .flatMap((sentence) => {
      const clause = clauseOf(text, sentence)
      if (!clause) return []
      return clause.placed
        .filter(({ quantity }) => within(quantity.number))
        .map((own) => figureOf(clause, own))
        .filter((figure) => figure !== null)
    })
}

/**
 * The figures of a statement: what is counted, of whom or what, and how (killed, sent, to be cut). Quantities are read by
 * the grammar of `language/quantities`; unit, measure and population from the clause they stand in, by the nearest words.
 * Durations, ranks and lengths are no figures, nor are small numbers and vague words that measure nothing.
 */
import type { Document } from '../language/document.ts'
import { isCapital } from '../language/quantities/lexemes.ts'
import { mayCount } from '../language/quantities/quantities.ts'
import type { Span } from '../page/article.ts'
import type { Figure } from './claim.ts'
import { isChange, isLevel } from './figures/changes.ts'
import { type Clause, clauseOf, lowerAt, type Placed, QUOTE, type Told, toldAt } from './figures/clause.ts'
import { type Counted, countedAt, namesPeople } from './figures/counted.ts'
import { isHarmed } from './figures/harmed.ts'
import { harmWith, isDone, isToCome, isWhole, lastTold, measureOf } from './figures/measured.ts'
import { ENDS, MILITARY, PEOPLE } from './figures/nouns.ts'
import { populationOf } from './figures/population.ts'

/** Vague words that count nothing by themselves. */
const WEAK_WORDS =
  /^(?:an?|only|quite|few|several|many|multiple|numerous|various|countless|untold|innumerable|large)\b/i

/** What befalls people, so that "several" or "two" of them is a figure. */
const BEFALLS =
  /^(?:killed|wounded|casualties|missing|captured|arrested|rescued|survived|displaced|evacuated|hospitalised|held hostage|infected|laid off|lost|sent|deployed)$/

/** Whether a quantity is a figure about the matter: counted things, shares, money; not small change of the telling. */
function isFigure(clause: Clause, { own, counted, told, near, hangsOn }: Reading): boolean {
  const { quantity } = own
  const { lexemes, text } = clause
  const words = text.slice(quantity.start, quantity.end)
  const before = lowerAt(lexemes, own.first - 1)
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
          (before === 'by' && isAlone(clause, own)) ||
          /^(?:of|its|their|the|his|her|all|are|were|is|was)$/.test(lowerAt(lexemes, own.next)) ||
          /s$/.test(words) ||
          lowerAt(lexemes, own.first + 1) === 'in') &&
        !/^[-‐‑]$/.test(lexemes[own.next]?.text ?? '')
      )
    case 'vague': {
      if (/^(?:how|so|as|too|not|very|that|the|these|those|its|their)$/.test(before) && WEAK_WORDS.test(words))
        return false
      if (!/hundred|thousand|million|billion|trillion|dozen|score|lakh|crore/i.test(words))
        return (
          near &&
          BEFALLS.test(told?.measure.name ?? '') &&
          !/^(?:few|many more)$/i.test(words) &&
          (counted === null
            ? !isAdjectival(clause, own) || told === toldAt(clause, own.next)
            : counted.kind === 'people')
        )
      return !/^(?:miles?|kilomet(?:er|re)s?|years?|days?|times?|feet|met(?:er|re)s?)$/.test(
        counted?.head ?? (lowerAt(lexemes, own.next) === 'of' ? lowerAt(lexemes, own.next + 1) : ''),
      )
    }
    case 'number': {
      if (counted?.kind === 'sources') return false
      // they lost 14 in a row
      if (counted === null && /^(?:straight|consecutive)$/.test(lowerAt(lexemes, own.next))) return false
      if (lowerAt(lexemes, own.next) === 'in' && lowerAt(lexemes, own.next + 2) === 'row') return false
      if (
        /^(?:times|countries|nations|states|ways|things|sides|occasions|reasons|options|years?|months?|days?|hours?|minutes?)$/.test(
          counted?.head ?? lowerAt(lexemes, own.next),
        )
      )
        return false
      // a lead of 7 points, but no other points
      if (/^points?$/.test(counted?.head ?? lowerAt(lexemes, own.next))) return told !== null
      if (hangsOn?.unit === 'percent') return true
      const value = quantity.high ?? quantity.low ?? 0
      // those 45 and over
      if (counted === null && value <= 110 && /^(?:and|or) (?:over|under|above|below)$/i.test(quantity.qualifier ?? ''))
        return false
      // people under 30, those over 65: an age
      if (
        counted === null &&
        value <= 100 &&
        /^(?:under|over|above|below)$/i.test(quantity.qualifier ?? '') &&
        (PEOPLE.has(before) || /^(?:those|anyone|everyone|blacks|whites)$/.test(before))
      )
        return false
      if (value > 12 || (quantity.qualifier !== null && (near || counted?.kind === 'people'))) return true
      // small numbers are figures of people or arms that something befell
      const one = /^one$/i.test(words)
      const harmed = BEFALLS.test(told?.measure.name ?? '')
      // 50 hurt, six of them badly; two later died
      if (
        counted === null &&
        hangsOn?.unit === 'people' &&
        /^(?:killed|wounded|missing|captured|survived|arrested)$/.test(hangsOn.measure ?? '')
      )
        return near || isOfThem(clause, own)
      if (counted === null && near && told !== null && Number.isInteger(value) && isHarmed(clause, own, told))
        return true
      return (
        (near || (harmed && counted?.kind === 'people')) &&
        counted !== null &&
        (counted.kind === 'people' || (!one && counted.kind === 'things')) &&
        !/^(?:the|both|all|these|those|other)$/.test(before)
      )
    }
  }
}

/** By a third, by half: a fraction with no noun of its own; but by half a length, by a quarter mile. */
function isAlone({ lexemes }: Clause, { next }: Placed): boolean {
  const after = lexemes[next]
  return after?.kind !== 'word' || (ENDS.has(after.lower) && !/^(?:an?|the)$/.test(after.lower))
}

/** Three of them, 12 of whom: a part of what was counted before. */
function isOfThem({ lexemes }: Clause, { next }: Placed): boolean {
  return lowerAt(lexemes, next) === 'of' && /^(?:them|whom|which|those)$/.test(lowerAt(lexemes, next + 1))
}

/** 240 mm rocket launchers: a measure that describes, and counts nothing. */
function isAdjectival({ lexemes }: Clause, own: Placed): boolean {
  const next = lexemes[own.next]
  return next?.kind === 'word' && !ENDS.has(next.lower)
}

/** The unit of the contract: people, percent, a currency, jobs, a unit of an army, or what is counted. */
function unitOf(clause: Clause, { own, counted, told, hangsOn }: Reading): string | null {
  const { quantity } = own
  if (quantity.kind === 'fraction') return 'fraction'
  if (quantity.unit !== null) return quantity.unit
  if (counted === null && hangsOn !== null && quantity.kind === 'number') return hangsOn.unit
  if (counted?.kind === 'people') return 'people'
  if (counted?.kind === 'jobs') return 'jobs'
  if (counted)
    return clause.lexemes
      .slice(counted.first, counted.next)
      .map(({ lower }) => lower)
      .join(' ')
  return told !== null && isOfPeople(clause, own, told) ? 'people' : null
}

/** Does a bare number count people: beside a measure of nothing but people, or of people whom the sentence names? */
function isOfPeople(clause: Clause, own: Placed, { measure: { name, counts } }: Told): boolean {
  const { low, high } = own.quantity
  if (!counts.includes('people') || !Number.isInteger(low ?? high ?? 0)) return false
  return counts.length === 1 || name === 'captured' || namesPeople(clause, own)
}

/** Words between people and the place where they are. */
const STANDS = /^(?:is|are|was|were|be|being|now|still|currently|reportedly|already|all|who|believed|said|to|more)$/
const WHERE = /^(?:in|inside|there|near|on|at|along|across)$/

/** The measure's name: what is lost of a workforce is cut; soldiers who are somewhere are deployed there. */
function measureName(clause: Clause, { own, counted, told }: Reading): string | null {
  const head = counted?.head ?? ''
  if (!told) {
    if (counted?.kind !== 'people' || !(MILITARY.has(head) || isCapital(clause.lexemes[counted.next - 1]))) return null
    let at = counted.next
    while (STANDS.test(lowerAt(clause.lexemes, at))) at++
    return WHERE.test(lowerAt(clause.lexemes, at)) ? 'deployed' : null
  }
  const name = harmWith(clause, told)
  const jobs = counted?.kind === 'jobs'
  const work = jobs || /^(?:workforce|staff|headcount)$/.test(head)
  let said = name
  if (jobs && name === 'sent') said = 'created'
  if (work && (name === 'lost' || name === 'laid off')) said = 'cut'
  else if (name === 'cost' && own.quantity.kind !== 'money') said = 'lost'
  return told.measure.planned && isToCome(clause, told) ? `to be ${said}` : said
}

/** A quantity of a clause with what it counts and the word that tells its measure. */
interface Reading {
  readonly own: Placed
  readonly counted: Counted | null
  readonly told: Told | null
  /** Whether that word stands so near that it tells what befell the figure. */
  readonly near: boolean
  /** The figure before it in the sentence, where the words hang this one on it: 90 boats, or 12 %; down from 310. */
  readonly hangsOn: Figure | null
}

const SAME = /^(?:,|or|\(|—|–|that|is|which|would|be|about|equal|equivalent|to|it|some)$/

/** How a quantity hangs on the one before: the same said again in another unit, or the same before or after a change. */
function hangs(clause: Clause, before: Reading, own: Placed, counted: Counted | null): 'again' | 'before' | null {
  const { lexemes } = clause
  const from = Math.max(before.counted?.next ?? 0, before.own.next)
  const between = lexemes.slice(from, own.first)
  const named = own.quantity.kind !== 'number' || counted !== null
  const kinds = before.own.quantity.kind !== own.quantity.kind || counted?.kind !== before.counted?.kind
  if (
    named &&
    kinds &&
    between.length > 0 &&
    between.length < 6 &&
    between.every(({ lower }) => SAME.test(lower)) &&
    between.some(({ lower }) => /^(?:or|,|\(|—|–)$/.test(lower))
  )
    return 'again'
  const { kind } = own.quantity
  if (counted !== null) return null
  const word = lowerAt(lexemes, own.first - 1)
  // to 3.9 % from 4.1
  if (kind === 'number' && before.own.quantity.kind === 'percent')
    return /^(?:from|against)$/.test(word) && isLevel(clause, before.own) && !isAdjectival(clause, own)
      ? 'before'
      : null
  if (kind !== before.own.quantity.kind || (kind === 'number' && before.counted === null)) return null
  return word === 'than' || isLevel(clause, own) ? 'before' : null
}

function figureOf(clause: Clause, reading: Reading): Figure | null {
  const { own, counted, hangsOn } = reading
  if (!isFigure(clause, reading)) return null
  const { quantity } = own
  const measure = measureName(clause, reading) ?? hangsOn?.measure ?? null
  const part = quantity.kind === 'fraction'
  return {
    start: quantity.start,
    end: quantity.end,
    text: clause.text.slice(quantity.start, quantity.end),
    low: part ? null : quantity.low,
    high: part ? null : quantity.high,
    approximate: quantity.approximate,
    qualifier: quantity.qualifier,
    unit: unitOf(clause, reading),
    measure,
    of: (counted === null ? hangsOn?.of : null) ?? populationOf(clause, own, counted, measure),
  }
}

/** A quantity's reading, and the figure it made. */
interface Found {
  readonly reading: Reading
  readonly figure: Figure
}

/** What a quantity counts and measures, given the figure before it in the sentence. */
function readingOf(clause: Clause, own: Placed, before: Found | null): Reading {
  const { lexemes } = clause
  const { kind } = own.quantity
  const share = kind === 'percent' || kind === 'fraction'
  const at = QUOTE.test(lexemes[own.next]?.text ?? '') ? own.next + 1 : own.next
  const of = lowerAt(lexemes, at) === 'of'
  const named = kind === 'number' || kind === 'vague' || (of && kind !== 'money')
  const counted = named ? countedAt(clause, own.next, share && of) : null
  const nearest = measureOf(clause, own, counted)
  const alone = { own, counted, near: nearest?.near === true }
  if (!before) return { ...alone, told: nearest?.told ?? null, hangsOn: null }
  // 12 of the 60 died: as many of the same
  const part = before.figure.unit
  if (counted === null && kind === 'number' && isWhole(clause, own) && part !== null && !/percent|fraction/.test(part))
    return { ...alone, told: nearest?.told ?? null, hangsOn: { ...before.figure, measure: null } }
  const how = hangs(clause, before.reading, own, counted)
  // down from 310; but a staff that fell to 270 has a word of its own
  const closer =
    how === 'before' &&
    nearest !== null &&
    nearest.told.first >= before.reading.own.next &&
    nearest.told.next <= own.first
  // fell by $1 billion to $2 billion: where it stood, and no fall
  const level = isChange(before.reading.told) && isLevel(clause, own)
  const told = how === null || closer || level ? (nearest?.told ?? null) : before.reading.told
  // 60 kites, of which 35 came down; 20 dead and 85 hurt
  const unit = before.figure.unit
  const alike =
    kind === 'number' &&
    counted === null &&
    unit !== null &&
    before.reading.own.quantity.kind !== 'money' &&
    (told === null ? isOfThem(clause, own) : told.measure.counts.includes(unit === 'people' ? 'people' : 'things')) &&
    !/percent|fraction/.test(unit)
  const hangsOn = how !== null || alike ? before.figure : null
  return { ...alone, told, hangsOn: hangsOn && level ? { ...hangsOn, measure: null } : hangsOn }
}

/** The figures of a sentence, in order. */
function figuresIn(clause: Clause): Figure[] {
  const found: Found[] = []
  for (const own of clause.placed) {
    const reading = readingOf(clause, own, found.at(-1) ?? null)
    const figure = figureOf(clause, reading)
    if (figure) found.push({ reading, figure })
  }
  return found.map(({ figure }) => figure)
}

/** Opens a sentence that goes on about what the one before named. */
const GOES_ON = /^(?:It|They|That|This|These|Those|Both|Each)$/

/** "It could be 25 %": what the sentence before was about, where this one tells no measure. */
function carriedOn(figures: readonly Figure[], clause: Clause, before: () => Clause | null): Figure[] {
  const silent = figures.some(({ measure }) => measure === null)
  const previous = silent && GOES_ON.test(clause.lexemes[0]?.text ?? '') ? before() : null
  if (!previous) return [...figures]
  return figures.map((figure) => {
    if (figure.measure !== null) return figure
    const own = clause.placed.find(({ quantity }) => quantity.start === figure.start)
    const told = own && !isDone(clause, own.next) ? lastTold(previous, own) : null
    return told ? { ...figure, measure: told.measure.name } : figure
  })
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
  return sentences
    .flatMap((sentence, i) => {
      if (!parts.some((part) => sentence.start < part.end && part.start < sentence.end)) return []
      const clause = mayCount(text, sentence.start, sentence.end) ? clauseOf(text, sentence) : null
      if (!clause || clause.placed.length === 0) return []
      const previous = sentences[i - 1]
      const same = previous !== undefined && sentence.paragraph - previous.paragraph <= 1
      return carriedOn(figuresIn(clause), clause, () => (same ? clauseOf(text, previous) : null))
    })
    .filter(({ start, end }) => parts.some((part) => start < part.end && part.start < end))
}

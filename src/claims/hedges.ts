/**
 * Hedges: the words that bound a figure (up to), loosen it (about), weaken a statement (could, appears), pass it on as
 * hearsay (reportedly), leave it unverified, hang it on a condition or deny it; each with what it weakens.
 */
import type { Document } from '../language/document.ts'
import { spanAt } from '../language/order.ts'
import { TENS, UNITS } from '../language/quantities/number-words.ts'
import { AFTER, BEFORE, type Qualifier } from '../language/quantities/qualifiers.ts'
import { ROUND_WORDS } from '../language/quantities/vague.ts'
import { phraseAt, phrasesOf } from '../language/set-phrases.ts'
import type { Span } from '../page/article.ts'
import type { Attribution } from './attribution.ts'
import type { Hedge, HedgeKind } from './claim.ts'
import { HEDGE_WORDS, UNCHECKED, VAGUE_QUANTITIES } from './hedge-words.ts'

interface Word extends Span {
  readonly low: string
}

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.,-]*[\p{L}\p{M}\p{N}]|[\p{L}\p{N}]|[$€£¥~≈+]|[.,;:!?]/gu

function wordsIn(text: string, { start, end }: Span): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
    low: word.toLowerCase().replace('’', "'"),
  }))
}

const PHRASES = phrasesOf(HEDGE_WORDS)
const BOUNDS = phrasesOf(BEFORE)
const AFTERS = phrasesOf(AFTER)
const VAGUE = phrasesOf(Array.from(VAGUE_QUANTITIES, (phrase) => [phrase, true] as const))

const SCALE = /^(?:dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|percent|lakh|crore)$/
const ARTICLE = /^(?:an?|the|one|its|his|their|half)$/

/** Does a number begin at word `i`? `3,000`, `$2`, `twenty-one`, `a third`, `several hundred` */
function isNumber(words: readonly Word[], i: number): boolean {
  const word = words[i]
  if (word === undefined) return false
  if (/^\d|^[$€£¥]/.test(word.low)) return true
  const [first] = word.low.split('-') as [string]
  if (UNITS.has(first) || TENS.has(first) || SCALE.test(first)) return true
  if (/^(?:several|dozens)$/.test(word.low)) return true
  return /^an?$/.test(word.low) && SCALE.test(words[i + 1]?.low ?? '')
}

/** Bounds that are plain enough to stand before a word for a quantity too: up to a battalion, at least the commander. */
const PLAIN = /^(?:up to|as (?:many|much|high|large) as|at (?:least|most)|no (?:more|fewer|less) than|almost|nearly)$/

/** Is what follows a bound a quantity? */
function isQuantity(words: readonly Word[], i: number, bound: string): boolean {
  if (isNumber(words, i)) return true
  return PLAIN.test(bound) && /^(?:an?|half|one)$/.test(words[i]?.low ?? '')
}

/** Is it a quantity that perhaps stands before: three, another three, several, as many as three, a month? */
function isLoosened(words: readonly Word[], i: number): boolean {
  const at = words[i]?.low === 'another' ? i + 1 : i
  const word = words[at]
  if (word === undefined) return false
  const next = words[at + 1]?.low ?? ''
  // one of them, one day
  if (word.low === 'one' && (next === 'of' || next === 'day')) return false
  if (isNumber(words, at) || phraseAt(words, at, VAGUE) !== null || isRound(word)) return true
  const bound = phraseAt(words, at, BOUNDS)
  return bound === null ? /^an?$/.test(word.low) && TIME_UNIT.test(next) : isNumber(words, bound.to)
}

/** Scores are more often points than twenties: only scores of. */
const isRound = ({ low }: Word): boolean => ROUND_WORDS.has(low) && low !== 'scores'

/** Where the vague quantity at word `i` ends: dozens, tens of thousands, several thousands; null where there is none. */
function vagueEnd(words: readonly Word[], i: number): number | null {
  const phrase = phraseAt(words, i, VAGUE)
  if (phrase === null && !isRound(words[i] as Word)) return null
  let to = phrase?.to ?? i + 1
  for (;;) {
    const next = words[to]
    const after = words[to + 1]
    if (next !== undefined && phrase !== null && isRound(next)) to++
    else if (next?.low === 'of' && after !== undefined && isRound(after)) to += 2
    else break
  }
  // tens on its own is a number of another sort
  return to === i + 1 && (words[i] as Word).low === 'tens' ? null : to
}

/** Where a number that begins at word `i` ends: its words and the one that is counted. */
function quantityEnd(words: readonly Word[], i: number): number {
  let at = i
  while (at < words.length && (isNumber(words, at) || ARTICLE.test((words[at] as Word).low))) at++
  const noun = words[at]
  return noun !== undefined && /^\p{L}/u.test(noun.low) ? noun.end : ((words[at - 1] ?? words[i]) as Word).end
}

const kindOf = ({ bound, soft }: Qualifier): HedgeKind => (bound === 'about' || soft ? 'approximation' : 'bound')

/** What a case, a plan or a loss can be: reported, without a word on whose word. */
const REPORTED_NOUN =
  /^(?:attacks?|cases?|casualties|deaths?|figures?|incidents?|instance|losses|number|plans?|sightings?|toll)$/

/** What makes a risk a warning: there is one, it is posed, run or faced. */
const AT_RISK =
  /^(?:at|carr(?:y|ies|ied|ying)|fac(?:e|es|ed|ing)|pos(?:e|es|ed|ing)|ran|runs?|running|there|warn(?:s|ed|ing|ings)?)$/
const RISK_REACH = 4

/** What loosens a quantity it stands before, and else weakens the statement. */
const PERHAPS = /^(?:maybe|perhaps|possibly)$/

const BE = /^(?:be|been|being|is|are|was|were|'s|'re|also|still|now|widely|commonly)$/
const DETERMINER =
  /^(?:a|an|any|every|her|his|its|my|new|of|our|same|some|that|the|their|these|this|those|what|which|your)$/

/** Is the word at `i` one that hedges only in some company, and stands in another? */
function isOtherSense(words: readonly Word[], i: number, to: number, text: string): boolean {
  const word = words[i] as Word
  const before = words[i - 1]?.low ?? ''
  const next = words[to]?.low ?? ''
  const only = to === i + 1
  switch (word.low) {
    case 'appear':
    case 'appeared':
    case 'appearing':
    case 'appears':
      // she appears on stage
      return !/^(?:to|that|likely|unlikely|set|as|ready|poised)$/.test(next) && before !== 'it'
    case 'believed':
      return only && !BE.test(before) && next !== 'to'
    case 'considering':
    case 'weighing':
      return /^\d/.test(next)
    case 'fear':
    case 'fears':
      return /^(?:of|no|without|in|for|by)$/.test(before) || next === 'of'
    case 'going':
    case 'not':
    case 'set':
      return only
    case 'if':
      return only && isNoCondition(before, next)
    case 'kind':
    case 'sort':
      return DETERMINER.test(before)
    case 'likely':
      return next === 'voters'
    case 'may':
      // the month
      return /^\p{Lu}/u.test(text.slice(word.start, word.end)) && (i > 0 || /^\d/.test(next))
    case 'might':
      return /^(?:the|their|its|military|his)$/.test(before)
    case 'planned':
      return /^(?:the|a|un|its|their|his)$/.test(before)
    case 'plans':
      // announced plans to: a noun
      return /^(?:the|its|his|their|new|of|announced?|unveiled|any|had|has|for|with)$/.test(before)
    case 'possible':
      return /^(?:everything|as|if|where|whenever|anything)$/.test(before)
    case 'potential':
      // her full potential
      return !/^\p{L}/u.test(next) || /^(?:and|as|for|in|of|or|to)$/.test(next)
    case 'risk':
    case 'risks':
      // reduced the risk of: a measure, not a warning
      return !words.slice(Math.max(0, i - RISK_REACH), i).some(({ low }) => AT_RISK.test(low))
    case 'sign':
    case 'signs':
      return only && next !== 'that'
  }
  return false
}

/** `asked if`, `even if`, `if I may`: whether, although, and a courtesy. */
function isNoCondition(before: string, next: string): boolean {
  return /^(?:as|ask|asked|asking|even|know|no|see|sure|unclear|what|wonder|wondered)$/.test(before) || next === 'i'
}

const TIME_UNIT =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies))$/

/** Does the word before a number mean something else there: the past nine elections, over two days, live up to? */
function isNoBound(words: readonly Word[], i: number, to: number): boolean {
  const before = words[i - 1]?.low ?? ''
  const word = (words[i] as Word).low
  if (words[to + 1]?.low === ':') return true
  if (word === 'past') return /^(?:the|these|this|just|last|go|went|run|get)$/.test(before)
  if (word === 'up')
    return /^(?:add|adds|added|builds?|came|comes?|faced?|faces|is|it's|leads?|lived?|lives|owned?|stands?|stood|was)$/.test(
      before,
    )
  if (word === 'about')
    return /^(?:all|concerns?|how|know|news|questions?|reports?|statement|story|talk|talked|talking|told|think|what|worried)$/.test(
      before,
    )
  if (word !== 'over' || to !== i + 1) return false
  const unit = [1, 2, 3].some((k) => TIME_UNIT.test(words[to + k - 1]?.low ?? '') && k > 1)
  return /^(?:the|these|this|just)$/.test(before) || (unit && !/^(?:after|for|lasted|of|spent|took)$/.test(before))
}

/**
 * The hedges of an attribution in the order of the text: those within what is claimed, and those at its cue.
 * @param figures spans of the claim's figures, which a bound's scope is taken from where one stands there
 */
export function hedgesOf(document: Document, attribution: Attribution, figures: readonly Span[] = []): Hedge[] {
  const { text } = document
  const found: Hedge[] = []
  const put = (start: number, end: number, kind: HedgeKind, scope: Span) => {
    found.push({ start, end, text: text.slice(start, end), kind, scope: { start: scope.start, end: scope.end } })
  }
  for (const part of attribution.content) readContent(text, part, figures, put)
  readSaying(document, attribution, put)
  let at = 0
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < at) return false
      at = end
      return true
    })
}

type Put = (start: number, end: number, kind: HedgeKind, scope: Span) => void

function readContent(text: string, part: Span, figures: readonly Span[], put: Put): void {
  const words = wordsIn(text, part)
  const scopeOf = (from: number, i: number): Span => {
    const figure = figures.find(({ start, end }) => start < quantityEnd(words, i) && from < end)
    return figure ?? { start: (words[i] as Word).start, end: quantityEnd(words, i) }
  }
  for (const match of text.slice(part.start, part.end).matchAll(UNCHECKED))
    put(part.start + match.index, part.start + match.index + match[0].length, 'unverified', part)
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    if (PERHAPS.test(word.low) && isLoosened(words, i + 1)) {
      put(word.start, word.end, 'approximation', scopeOf(word.start, i + 1))
      i++
      continue
    }
    const bound = phraseAt(words, i, BOUNDS)
    if (
      bound !== null &&
      !PERHAPS.test(word.low) &&
      !isNoBound(words, i, bound.to) &&
      isQuantity(words, bound.to, text.slice(word.start, (words[bound.to - 1] as Word).end).toLowerCase())
    ) {
      put(word.start, (words[bound.to - 1] as Word).end, kindOf(bound.value), scopeOf(word.start, bound.to))
      i = bound.to
      continue
    }
    const vague = vagueEnd(words, i)
    if (vague !== null) {
      put(word.start, (words[vague - 1] as Word).end, 'approximation', scopeOf(word.start, i))
      i = vague
      continue
    }
    if (i > 0 && isNumber(words, i - 1)) {
      const after = phraseAt(words, i, AFTERS)
      if (after !== null && word.low !== 'at' && after.to > i + 1) {
        put(
          word.start,
          (words[after.to - 1] as Word).end,
          kindOf(after.value),
          scopeOf((words[i - 1] as Word).start, i - 1),
        )
        i = after.to
        continue
      }
    }
    const phrase = phraseAt(words, i, PHRASES)
    if (phrase !== null && phrase.value.place === 'anywhere' && !isOtherSense(words, i, phrase.to, text)) {
      put(word.start, (words[phrase.to - 1] as Word).end, phrase.value.kind, part)
      i = phrase.to
      continue
    }
    // the first reported case: reported, of a noun
    if (word.low === 'reported' && REPORTED_NOUN.test(words[i + 1]?.low ?? ''))
      put(word.start, word.end, 'hearsay', part)
    i++
  }
}

/** How far from the content a condition or a note of doubt is looked for, in characters. */
const BESIDE = 90
/** How far before a cue its negation may begin, in characters. */
const NOT_REACH = 40
const AT_CUE: ReadonlySet<HedgeKind> = new Set(['hearsay', 'unverified', 'conditional', 'modal', 'denial'])

/** The cue itself, the words between source, cue and content, and what stands just before or after them in the sentence. */
function readSaying(document: Document, attribution: Attribution, put: Put): void {
  const { text } = document
  const { cue, source, content } = attribution
  const whole: Span = { start: (content[0] as Span).start, end: (content.at(-1) as Span).end }
  for (const part of cue ?? []) {
    const words = wordsIn(text, part)
    for (let i = 0; i < words.length; ) {
      const phrase = phraseAt(words, i, PHRASES)
      if (phrase === null) {
        i++
        continue
      }
      const { kind } = phrase.value
      if (AT_CUE.has(kind)) put((words[i] as Word).start, (words[phrase.to - 1] as Word).end, kind, whole)
      i = phrase.to
    }
  }
  for (const { start, end } of cue ?? []) {
    // could not independently | verify
    const from = Math.max(spanAt(document.sentences, start)?.start ?? start, start - NOT_REACH)
    for (const { index, 0: words } of text.slice(from, end).matchAll(UNCHECKED))
      if (from + index + words.length > start) put(from + index, from + index + words.length, 'unverified', whole)
  }
  const saying = cue ?? source
  if (saying === null) return
  const [first] = saying as [Span]
  const sentence = spanAt(document.sentences, first.start)
  if (sentence === null) return
  for (const gap of gapsOf(sentence, [...content, ...(cue ?? []), ...(source ?? [])], first)) {
    const words = wordsIn(text, gap)
    for (let i = 0; i < words.length; i++) {
      const phrase = phraseAt(words, i, PHRASES)
      if (phrase === null || phrase.value.place === 'cue') continue
      const { kind } = phrase.value
      if (kind !== 'hearsay' && kind !== 'unverified' && !(kind === 'conditional' && phrase.to > i + 1)) continue
      put((words[i] as Word).start, (words[phrase.to - 1] as Word).end, kind, kind === 'hearsay' ? first : whole)
      i = phrase.to - 1
    }
  }
}

/** What of a sentence lies outside the given spans, no further than BESIDE from the saying. */
function gapsOf(sentence: Span, spans: readonly Span[], saying: Span): Span[] {
  const gaps: Span[] = []
  let at = sentence.start
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > at) gaps.push({ start: at, end: Math.min(start, sentence.end) })
    at = Math.max(at, end)
  }
  if (at < sentence.end) gaps.push({ start: at, end: sentence.end })
  return gaps
    .map(({ start, end }) => ({
      start: Math.max(start, saying.start - BESIDE),
      end: Math.min(end, saying.end + BESIDE),
    }))
    .filter(({ start, end }) => start < end)
}

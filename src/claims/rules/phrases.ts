/**
 * Noun phrases and verb groups by closed word classes alone: who stands before a verb or after "according to", and
 * which auxiliaries and adverbs belong to the verb. No tagger is needed, and none is asked.
 */
import type { Document } from '../../language/document.ts'
import { NOUN_LIKE, verbOf } from './frames.ts'
import { ADVERBS, AUXILIARIES, BOUNDARIES, DETERMINERS, SUBJECT_PRONOUNS, TIMES, WITHIN } from './words.ts'

/** Token indices, `[first, after the last]`. */
export type Range = readonly [number, number]

/** A document with what is asked of its words again and again. */
export interface Words {
  readonly document: Document
  /** Each token in lower case. */
  readonly lower: readonly string[]
  /** For each token, whether it stands in a quotation; the marks count as within. */
  readonly quoted: Uint8Array
}

/** A source is not followed further than this many words: longer ones are clauses. */
const LONGEST_SOURCE = 24

const MARK = /^[^\p{L}\p{N}]+$/u
const CAPITAL = /^[\p{Lu}\p{Lt}]/u

/** Kept as long as their documents. */
const read = new WeakMap<Document, Words>()

/** A document's words, as rules and chains ask for them. */
export function wordsOf(document: Document): Words {
  const words = read.get(document) ?? readWords(document)
  read.set(document, words)
  return words
}

function readWords(document: Document): Words {
  const lower = document.tokens.map((token) => token.text.toLowerCase())
  const quoted = new Uint8Array(lower.length)
  let t = 0
  for (const { start, end, depth } of document.quotations) {
    if (depth > 0) continue
    while (t < lower.length && (document.tokens[t]?.start ?? 0) < start) t++
    for (let i = t; i < lower.length && (document.tokens[i]?.start ?? end) < end; i++) quoted[i] = 1
  }
  return { document, lower, quoted }
}

export const textAt = ({ document }: Words, i: number): string => document.tokens[i]?.text ?? ''
const isMark = (words: Words, i: number) => MARK.test(textAt(words, i))
export const isCapital = (words: Words, i: number): boolean => CAPITAL.test(textAt(words, i))
export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) ||
  (/.{3}ly$/.test(word) && !/^(?:family|july|italy|assembly|supply|reply|ally|rally|only)$/.test(word))

/** Words in -ed and -ing before a source's noun are seldom part of it, but for these. */
const PARTICIPLES_WITHIN =
  /^(?:briefed|familiar|close|involved|based|unnamed|united|retired|ruling|outgoing|leading|armed|exiled|elected|appointed|sitting|standing|reviewed|registered|polled|surveyed)$/

const isFree = ({ document: { text, tokens } }: Words, at: number) =>
  /\s/.test(text[(tokens[at]?.start ?? 0) - 1] ?? ' ')

/** The other bracket of the pair, when it is near; -1 where none is. */
function bracket(lower: readonly string[], at: number, step: 1 | -1, sign: string): number {
  for (let i = at; Math.abs(i - at) <= 8; i += step) if (lower[i] === sign) return i
  return -1
}

/** Does a finite verb seem to stand here? Auxiliaries and attributing verbs only; the rest cannot be told. */
function isVerb(words: Words, i: number): boolean {
  const word = words.lower[i] as string
  if (AUXILIARIES.has(word)) return !/^['’]s$/.test(word)
  const verb = verbOf(word)
  return (
    verb !== null &&
    (verb.form === 'past' || verb.form === 'ing') &&
    !PARTICIPLES_WITHIN.test(word) &&
    !isCapital(words, i)
  )
}

/** The verb group that ends with token `at`: has also said, did not say, then called. */
export function groupBefore(words: Words, at: number, floor: number): number {
  let from = at
  for (let i = at - 1; i >= floor; i--) {
    const word = words.lower[i] as string
    if (AUXILIARIES.has(word)) {
      if (/^['’]s$/.test(word) && !/^(?:he|she|it|who|that|there)$/.test(words.lower[i - 1] ?? '')) break
      from = i
    } else if (isAdverb(word) && !isCapital(words, i)) from = i
    else break
  }
  return from
}

/**
 * The noun phrase that ends just before token `end`.
 * @param floor the sentence's first token
 * @returns null where no noun stands there
 */
export function phraseBefore(words: Words, end: number, floor: number): Range | null {
  const { lower, quoted } = words
  let at = end - 1
  // Smith, a lawyer for the group, said: from the second comma back to the first
  if (lower[at] === ',' || lower[at] === ')' || lower[at] === '—' || lower[at] === '–') {
    const opened = insertionBefore(words, at, floor)
    if (opened === null) return null
    const inner = phraseBefore(words, opened, floor)
    if (inner === null) return null
    // Smith, a lawyer for the group, which is new, said: the apposition's own apposition
    const before = lower[inner[0] - 1] === ',' && /^(?:a|an|the)$/.test(lower[inner[0]] as string)
    const whole = before && isCapital(words, inner[0] - 2) ? phraseBefore(words, inner[0] - 1, floor) : null
    return [whole?.[0] ?? inner[0], end]
  }
  if (at < floor || (isMark(words, at) && lower[at] !== '%') || quoted[at]) return null
  if (SUBJECT_PRONOUNS.has(lower[at] as string)) return [at, end]
  let from = end
  let determined = false
  for (; at >= floor && end - at <= LONGEST_SOURCE; at--) {
    const word = lower[at] as string
    if (quoted[at]) break
    if (/^(?:'s|’s|&|-|%|\.|\$)$/.test(word)) {
      // OSLO (Reuters) - Berg said: a hyphen that stands free is a dash
      if (determined || (word === '-' && isFree(words, at))) break
      continue
    }
    if (word === '’' || word === "'") {
      if (!/s$/.test(lower[at - 1] ?? '')) break
      continue
    }
    if (word === ')') {
      const opened = bracket(lower, at, -1, '(')
      if (opened < floor) break
      at = opened
      continue
    }
    if (isMark(words, at)) {
      // in Russia, Seoul and Kyiv said: what stands after a preposition is no item of the list
      if (word !== ',' || !isList(words, at, end) || WITHIN.has(lower[at - 2] ?? '')) break
      determined = false
      continue
    }
    if (word === 'and' || word === 'or') {
      if (!joins(words, at, floor)) break
      determined = false
      continue
    }
    if (TIMES.has(word)) break
    if (BOUNDARIES.has(word) || SUBJECT_PRONOUNS.has(word) || isVerb(words, at)) break
    if (isAdverb(word) && (!isCapital(words, at) || at === floor)) break
    if (WITHIN.has(word)) {
      // a preposition joins two nouns; at the sentence's start it fronts another phrase
      if (at === floor || at + 1 === end || !isNounLike(words, at - 1)) break
      determined = false
      continue
    }
    if (determined) break
    if (DETERMINERS.has(word) && !isCapitalWithin(words, at, floor)) determined = true
    from = at
  }
  // what was passed but joins nothing is let go
  while (from < end && (isMark(words, from) || WITHIN.has(lower[from] as string) || lower[from] === 'and')) from++
  if (from >= end) return null
  if (end - from === 1 && DETERMINERS.has(lower[from] as string))
    return /^(?:that|the|a|an|its|his|her|their|our|my|your|every|no)$/.test(lower[from] as string) ? null : [from, end]
  return [from, end]
}

const isCapitalWithin = (words: Words, i: number, floor: number) => i > floor && isCapital(words, i)

function isNounLike(words: Words, i: number): boolean {
  const word = words.lower[i] ?? ''
  if (isMark(words, i)) return word === ')' || word === '%'
  return !(
    AUXILIARIES.has(word) ||
    BOUNDARIES.has(word) ||
    WITHIN.has(word) ||
    TIMES.has(word) ||
    DETERMINERS.has(word) ||
    SUBJECT_PRONOUNS.has(word) ||
    word === 'and' ||
    word === 'or' ||
    (isAdverb(word) && !isCapital(words, i)) ||
    isVerb(words, i) ||
    (/(?:ed|ing)$/.test(word) && !isCapital(words, i) && !PARTICIPLES_WITHIN.test(word))
  )
}

/** A comma within a list of names: Ukraine, South Korea and the US. */
function isList(words: Words, at: number, end: number): boolean {
  if (!isCapital(words, at - 1) && words.lower[at - 1] !== ')') return false
  for (let i = at + 1; i < end && i < at + 8; i++) if (words.lower[i] === 'and') return true
  return false
}

/** Does this "and" join two sources (Lee and Park; American and South Korean officials), not two clauses? */
function joins(words: Words, at: number, floor: number): boolean {
  if (at <= floor || !isNounLike(words, at - 1)) return false
  if (isCapital(words, at - 1)) return true
  // military and intelligence agencies; students and their parents: no article after it
  return !/^(?:the|a|an|he|she|it|they|we|i)$/.test(words.lower[at + 1] ?? '') && !isCapital(words, at + 1)
}

function holdsVerb(words: Words, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const word = words.lower[i] as string
    if (word === 'who' || word === 'which') return false
    if (AUXILIARIES.has(word) && !/^['’]s$/.test(word)) return true
  }
  return false
}

/** Where the insertion that ends with the mark at `at` begins: the index of its first mark. */
function insertionBefore(words: Words, at: number, floor: number): number | null {
  const { lower } = words
  const closing = lower[at] as string
  const opening = closing === ')' ? '(' : closing
  for (let i = at - 1; i > floor && at - i <= LONGEST_SOURCE; i--) {
    if (lower[i] !== opening) continue
    if (words.quoted[i] !== words.quoted[at]) return null
    const first = lower[i + 1] ?? ''
    const apposed =
      opening !== ',' ||
      /^(?:who|whose|which|asking|citing|quoting|speaking)$/.test(first) ||
      (!BOUNDARIES.has(first) &&
        !WITHIN.has(first) &&
        first !== 'and' &&
        !SUBJECT_PRONOUNS.has(first) &&
        !TIMES.has(first) &&
        !isVerb(words, i + 1) &&
        !holdsVerb(words, i + 2, at))
    if (apposed && i - 1 >= floor && isNounLike(words, i - 1)) return i
    if (apposed) return null
    // Cleveland, Ohio, said; Smith, D-Calif., said
    if (at - i <= 3 && isCapital(words, i + 1) && isCapital(words, i - 1)) return i
    if (closing === ',' && lower[i] === ',' && at - i > 12) return null
  }
  return null
}

/**
 * The noun phrase that begins at token `from`: who said it in `said Smith, a lawyer` or `according to two people`.
 * @param ceiling the token after the sentence's last
 */
export function phraseAfter(words: Words, from: number, ceiling: number): Range | null {
  const { lower, quoted } = words
  let at = from
  if (
    at >= ceiling ||
    quoted[at] ||
    isMark(words, at) ||
    WITHIN.has(lower[at] as string) ||
    TIMES.has(lower[at] as string)
  )
    return null
  if (
    SUBJECT_PRONOUNS.has(lower[at] as string) ||
    (/^(?:her|him|them|us|me)$/.test(lower[at] as string) && !isCapital(words, at))
  )
    return [at, at + 1]
  for (; at < ceiling && at - from < LONGEST_SOURCE; at++) {
    const word = lower[at] as string
    if (quoted[at]) break
    if (/^(?:'s|’s|&|-|\.|’|')$/.test(word)) continue
    if (word === '(') {
      const closed = bracket(lower, at, 1, ')')
      if (closed < 0 || closed >= ceiling) break
      at = closed
      continue
    }
    if (word === ',') {
      const next = listAfter(words, at, ceiling) ?? insertionAfter(words, at, ceiling)
      if (next === null) break
      at = next - 1
      continue
    }
    if (isMark(words, at)) break
    if (word === 'and' || word === 'or') {
      const next = lower[at + 1] ?? ''
      if (SUBJECT_PRONOUNS.has(next) || isVerb(words, at + 1) || BOUNDARIES.has(next)) break
      if (!isCapital(words, at + 1) && !isCapital(words, at - 1) && /^(?:the|a|an)$/.test(next)) break
      continue
    }
    if (word === 'who' || word === 'whom' || word === 'whose') {
      // people who know the plans: to the end of the clause
      while (at + 1 < ceiling && !/^[,;:]$/.test(lower[at + 1] as string) && !quoted[at + 1]) at++
      continue
    }
    if (BOUNDARIES.has(word) || SUBJECT_PRONOUNS.has(word)) break
    if (TIMES.has(word) && at > from) break
    if (AUXILIARIES.has(word) && !/^['’]s$/.test(word)) break
    if (
      at > from &&
      (verbOf(word)?.form === 'ing' || verbOf(word)?.form === 'past') &&
      !PARTICIPLES_WITHIN.test(word) &&
      !isCapital(words, at)
    )
      break
    // memos seen by the Times indicate: a verb after a name ends it
    if (at > from && isCapital(words, at - 1) && !isCapital(words, at) && isPlainVerb(word)) break
    if (at > from && isAdverb(word) && !isCapital(words, at)) break
    if (at > from && WITHIN.has(word) && adjoins(words, at)) break
  }
  let to = at
  while (
    to > from &&
    (/^[^\p{L}\p{N}%)]+$/u.test(textAt(words, to - 1)) ||
      WITHIN.has(lower[to - 1] as string) ||
      /^(?:and|or)$/.test(lower[to - 1] as string))
  )
    to--
  // a full stop that is the abbreviation's own stays with its token
  return to > from ? [from, to] : null
}

/** say, indicate, warns: verbs, where a name stands before them; report and claim may be nouns there. */
function isPlainVerb(word: string): boolean {
  const verb = verbOf(word)
  return verb !== null && !NOUN_LIKE.has(verb.lemma)
}

/** Does this preposition begin a phrase of time, place or manner of speaking, not one of the noun's? */
function adjoins(words: Words, at: number): boolean {
  const word = words.lower[at] as string
  const next = words.lower[at + 1] ?? ''
  const after = words.lower[at + 2] ?? ''
  if (word === 'of' || word === 'with') return false
  if (TIMES.has(next) || /^(?:late|early|last|that|this)$/.test(next)) return true
  if (word === 'on' || word === 'to' || word === 'by')
    return !/^(?:familiar|briefed|close)$/.test(words.lower[at - 1] ?? '')
  if (/^\d{4}$/.test(next)) return true
  return (
    (/^(?:a|an|the|his|her|its|their|an)$/.test(next) && SAYINGS.test(after)) ||
    (word === 'in' && /^(?:a|an|his|her)$/.test(next))
  )
}

/** Ways of saying something. */
export const SAYINGS =
  /^(?:address|announcement|article|blog|briefing|broadcast|call|conference|editorial|email|e-mail|filing|hearing|interview|letter|meeting|memo|message|note|news|podcast|post|press|rally|release|remarks|report|social|speech|statement|telephone|televised|testimony|text|tweet|video|written|nightly|recent|phone|brief|debate|event|forum)$/

/** The next item of a list of names after the comma at `at`. */
function listAfter(words: Words, at: number, ceiling: number): number | null {
  if (!isCapital(words, at + 1) || !isCapital(words, at - 1)) return null
  for (let i = at + 1; i < ceiling && i < at + 8; i++) {
    if (words.lower[i] === 'and' && isCapital(words, i + 1)) return at + 1
    if (isMark(words, i) && words.lower[i] !== ',') return null
  }
  return null
}

/** The end of an apposition that opens with the comma at `at`: Smith, a lawyer for the group. */
function insertionAfter(words: Words, at: number, ceiling: number): number | null {
  const first = words.lower[at + 1] ?? ''
  const apposed =
    /^(?:a|an|the|who|whose|whom|one|head|chief|founder|director|president|chairman|spokesman|spokeswoman|spokesperson|author|editor)$/.test(
      first,
    )
  if (!apposed) return null
  for (let i = at + 1; i < ceiling && i - at <= LONGEST_SOURCE; i++) {
    if (words.quoted[i]) return null
    if (/^[,;:—–]$/.test(words.lower[i] as string) || i === ceiling - 1) {
      if (/^[.!?]$/.test(words.lower[i] as string) || /^[,;:—–]$/.test(words.lower[i] as string)) return i
      return i + 1
    }
  }
  return null
}

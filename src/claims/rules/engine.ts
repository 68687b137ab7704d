/**
 * The second engine: attributions by quotation marks, cue words and the order of words alone, as in the rule systems
 * that came before trained ones (Krestel, Bergler & Witte 2008; O'Keefe et al. 2012). It has no model and no imports
 * but the project's own, and runs wherever JavaScript does. Weaker than the trained engine on what is not said but
 * thought or meant; close to it on plain reported speech.
 */
import type { Document, Sentence } from '../../language/document.ts'
import { endingAfter } from '../../language/order.ts'
import type { Span } from '../../page/article.ts'
import type { Attribution, Engine } from '../attribution.ts'
import { actOf } from '../cues.ts'
import { carriedOn } from '../quoted.ts'
import { NOUN_LIKE, type Verb, verbOf } from './frames.ts'
import {
  groupBefore,
  isAdverb,
  isCapital,
  phraseAfter,
  phraseBefore,
  type Range,
  SAYINGS,
  textAt,
  type Words,
  wordsOf,
} from './phrases.ts'
import { ROLES } from './roles.ts'
import { ADJUNCTS, AUXILIARIES, DETERMINERS, OBJECT_PRONOUNS, PASTS, SUBJECT_PRONOUNS, TIMES, WITHIN } from './words.ts'

/**
 * How a cue stands to its content:
 * - `before`: Smith said it rained
 * - `after`: It rained, Smith said
 * - `turned`: It rained, said Smith
 * - `following`: ..., adding that it poured; ... and called it a flood
 * - `agent`: The storm was reported by the paper
 * - `passive`: It is believed to have rained
 */
type Order = 'before' | 'after' | 'turned' | 'following' | 'passive' | 'agent'

interface Group {
  readonly source: Range | null
  readonly cue: Range
  readonly verb: Verb
  readonly order: Order
}

/**
 * How often each rule was right on PolNeAR's train part: of the attributions that it finds there, those that share half of
 * their tokens with one that is marked, in source, cue and content each. Of the 36 with `reportedly` there, many are marked
 * with other ends or not at all where a reader would mark them: its number is judged.
 */
const CONFIDENCE = {
  quoted: 0.79,
  after: 0.59,
  turned: 0.52,
  before: 0.62,
  'according to': 0.72,
  following: 0.64,
  object: 0.4,
  agent: 0.35,
  passive: 0.5,
  reportedly: 0.5,
} as const
type Rule = keyof typeof CONFIDENCE

const WHY: Readonly<Record<Rule, string>> = {
  quoted: 'a quotation beside a speaker and a verb of saying',
  after: 'a clause, then speaker and verb of saying',
  turned: 'a clause, then verb of saying and speaker',
  before: 'speaker and verb of saying, then a clause',
  'according to': '"according to" and a source',
  following: 'a second verb of saying after the same speaker',
  object: 'speaker and a verb that judges or names what follows',
  agent: 'a passive verb of saying with its subject after "by"',
  passive: 'a passive verb of believing or reporting without its subject',
  reportedly: 'an adverb of hearsay without a source',
}

const ENDS = /^(?:[.!?…]|\.{2,}|;)$/
const CLOSES = /^["”’'»)\]]$/
const DASH = /^(?:[—–―]|--+)$/

/** The participles that carry a sentence's speaker on to a second content. */
const CARRIES = new Set(
  `acknowledge add allege announce argue assert blame call caution cite claim complain concede confirm contend declare
  describe emphasize emphasise explain indicate insist joke lament note point predict pledge promise recall refer report
  say state stress suggest tell tweet urge vow warn write accuse ask praise criticize criticise denounce`.split(/\s+/),
)

export const rules: Engine = {
  name: 'rules',
  async attributions(documents) {
    return documents.map(attributionsOf)
  },
}

const whyOf = (...rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.map((rule) => WHY[rule]))
/** The rules whose speech a trained engine should not have missed. */
const PLAIN = whyOf('quoted', 'after', 'turned', 'according to', 'passive', 'reportedly')

/** Speech that is told by its form alone, whatever its words. */
export interface PlainSpeech {
  /** A clause with its speaker after it, a quotation beside one, hearsay without one. */
  readonly plain: readonly Attribution[]
  /** A speaker and a verb before a thing: told by its form only where the thing is a figure, or no answer. */
  readonly named: readonly Attribution[]
}

/** The plain speech of one document. */
export function plainSpeechOf(document: Document): PlainSpeech {
  const found = attributionsOf(document)
  return {
    plain: found.filter(({ why }) => PLAIN.has(why)),
    named: found.filter(({ why }) => why === WHY.object),
  }
}

/** Kept as long as their documents: what a document's rules find is asked for again by what reads chains. */
const read = new WeakMap<Document, readonly Attribution[]>()

/** The attributions of one document, in the order of their contents. */
export function attributionsOf(document: Document): readonly Attribution[] {
  const found = read.get(document) ?? readAttributions(document)
  read.set(document, found)
  return found
}

function readAttributions(document: Document): Attribution[] {
  const words = wordsOf(document)
  const found: Attribution[] = []
  const quotations = document.quotations.filter(({ depth }) => depth === 0)
  for (const sentence of document.sentences.flatMap(piecesOf)) {
    const groups = groupsOf(words, sentence)
    const said: Attribution[] = []
    groups.forEach((group, g) => {
      const attribution = attributionOf(words, sentence, group, groups, g, quotations)
      if (attribution) said.push(attribution)
    })
    said.push(...accordingTo(words, sentence, quotations))
    // a hearsay word beside a source that is printed weakens that source's words, and is no source of its own
    const hearsay = said.some(({ act }) => act === 'speech') ? null : reportedly(words, sentence, groups, quotations)
    if (hearsay) said.push(hearsay)
    for (const one of said) found.push(one)
  }
  return carriedOn(document, found).sort(
    (a, b) => start(a.content) - start(b.content) || start(a.cue ?? a.content) - start(b.cue ?? b.content),
  )
}

/** A sentence is read in pieces of this many tokens: what is longer is no sentence, and must not cost more than its length. */
const LONGEST_SENTENCE = 400

function piecesOf(sentence: Sentence): Sentence[] {
  if (sentence.last - sentence.first <= LONGEST_SENTENCE) return [sentence]
  const pieces: Sentence[] = []
  for (let first = sentence.first; first < sentence.last; first += LONGEST_SENTENCE)
    pieces.push({ ...sentence, first, last: Math.min(first + LONGEST_SENTENCE, sentence.last) })
  return pieces
}

const start = (parts: readonly Span[]): number => parts[0]?.start ?? 0

/** The verbs of a sentence that attribute, each with its source, in order. */
function groupsOf(words: Words, { first, last }: Sentence): Group[] {
  const groups: Group[] = []
  for (let i = first; i < last; i++) {
    if (words.quoted[i]) continue
    const verb = verbOf(words.lower[i] as string)
    if (verb === null || (isCapital(words, i) && i > first)) continue
    const group = groupAt(words, i, verb, first, last, groups)
    if (group) groups.push(group)
  }
  return groups
}

function groupAt(
  words: Words,
  i: number,
  verb: Verb,
  first: number,
  last: number,
  earlier: readonly Group[],
): Group | null {
  const { lower } = words
  const from = groupBefore(words, i, first)
  const auxiliaries = lower.slice(from, i).filter((word) => AUXILIARIES.has(word))
  const before = lower[from - 1] ?? ''
  const cue: Range = [from, i + 1]
  if (
    verb.form === 'past' &&
    auxiliaries.some((word) => /^(?:am|are|be|been|being|is|was|were|['’](?:re|m))$/.test(word))
  )
    return byAgent(words, cue, verb, last) ?? passive(words, cue, verb, first)
  if (verb.form === 'ing' && auxiliaries.length === 0) {
    if (!CARRIES.has(verb.lemma) || lower[i] === 'citing') return null
    if (before !== ',' && !DASH.test(before)) {
      // with a spokesman calling it a rumour
      const apart = phraseBefore(words, from, first)
      if (apart && (lower[apart[0] - 1] === 'with' || (lower[apart[0] - 1] === ',' && words.quoted[i + 1])))
        return { source: apart, cue, verb, order: 'following' }
      return null
    }
    const source = earlier.at(-1)?.source ?? openingPhrase(words, first, from)
    return source && { source, cue, verb, order: 'following' }
  }
  if (before === 'to') {
    // used his speech to say: the opening subject speaks
    if (!/^(?:announce|say|tell|warn)$/.test(verb.lemma)) return null
    const source = openingPhrase(words, first, from)
    return source && { source, cue, verb, order: 'before' }
  }
  if (verb.form === 'past' && auxiliaries.length === 0 && (lower[i + 1] === 'by' || OWNS.test(before))) return null
  if ((verb.form === 'base' && auxiliaries.length === 0) || verb.form === 's') {
    if (isNoun(words, from, i, verb, first)) return null
  }
  if ((before === 'and' || before === 'but' || before === 'then') && earlier.length > 0) {
    const previous = earlier.at(-1) as Group
    const apart = lower[from - 2] === ',' || previous.order === 'after' || previous.order === 'turned'
    if (previous.source && apart && agrees(previous.verb, verb))
      return { source: previous.source, cue, verb, order: 'following' }
  }
  const source = phraseBefore(words, from, first)
  const turned = verb.frames.has('clause') && auxiliaries.length === 0 && stands(words, from, first)
  if (turned && (source === null || before === ',')) {
    const speaker = phraseAfter(words, i + 1, last)
    const quoted = closesQuote(words, from)
    if (
      speaker &&
      (quoted || tells(words, first, from) || !isParted(words, first, from - 1)) &&
      turnsRound(words, speaker, quoted, last)
    )
      return { source: speaker, cue, verb, order: 'turned' }
  }
  if (source === null) return null
  // Reuters could not confirm it: said of the claim, no claim of its own
  if (
    /^(?:confirm|verify|authenticate|corroborate)$/.test(verb.lemma) &&
    lower.slice(from, i).some((word) => /^(?:not|n't|n’t)$/.test(word))
  )
    return null
  if (lower[source[0]] === 'you') return null
  return { source, cue, verb, order: isAfter(words, source, cue, verb, first, last) ? 'after' : 'before' }
}

/** The reported cuts, its promised return: a participle between such a word and its noun is no verb. */
const OWNS = /^(?:an?|its|my|our|the|their|your|['’]s|['’])$/

const agrees = (a: Verb, b: Verb) => a.form === b.form || (a.form !== 'ing' && b.form !== 'ing')

/** claims, reports, plans: a noun after an article or where no subject stands before it. */
function isNoun(words: Words, from: number, i: number, verb: Verb, first: number): boolean {
  const { lower } = words
  const left = lower[from - 1] ?? ''
  if (DETERMINERS.has(left) || /^(?:of|for|in|on|with|from|by|at|to|new|'s|’s|’)$/.test(left)) return true
  if (SUBJECT_PRONOUNS.has(left)) return false
  if (countsAt(words, i + 1) || ROLES.test(left)) return false
  if (left === ',' && isCapital(words, i + 1)) return false
  if (NOUN_LIKE.has(verb.lemma) && !isCapital(words, from - 1) && lower[i + 1] !== 'that') return true
  // It rained, farmers report. Farmers read the report.
  const subject = /^[,.]$/.test(lower[i + 1] ?? '.') ? phraseBefore(words, from, first) : null
  if (subject && stands(words, subject[0], first)) return verb.form === 'base' && !/s$/.test(left)
  if (
    /^(?:of|about|from|by|in|and|at|on|as|to|,|\.)$/.test(lower[i + 1] ?? '.') &&
    !isCapital(words, from - 1) &&
    verb.lemma !== 'say'
  )
    return true
  if (verb.form === 'base') return !/s$/.test(left) && verb.lemma !== 'say' && left !== 'people'
  return false
}

/** Does what stands before token `at` look finished, so that a cue may follow it: a comma, a closing mark or a dash? */
function stands(words: Words, at: number, first: number): boolean {
  const left = words.lower[at - 1] ?? ''
  return (
    at > first && (left === ',' || DASH.test(left) || closesQuote(words, at) || (/^[?!]$/.test(left) && at - 1 > first))
  )
}

const closesQuote = (words: Words, at: number): boolean =>
  (at > 0 && words.quoted[at - 1] === 1 && (CLOSES.test(words.lower[at - 1] ?? '') || words.lower[at - 1] === "''")) ||
  (at > 1 && words.lower[at - 1] === ',' && words.quoted[at - 2] === 1 && CLOSES.test(words.lower[at - 2] ?? ''))

/** Do commas or dashes part these words, as an apposition would? */
function isParted(words: Words, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (words.lower[i] === ',' || DASH.test(words.lower[i] as string)) return true
  return false
}

/** Is there a verb in these words, so that they are a clause and not somebody's name with an apposition? */
function tells(words: Words, from: number, end: number): boolean {
  for (let i = from + 1; i < end; i++) {
    const word = words.lower[i] as string
    if (word === 'who' || word === 'which') return false
    if (
      (AUXILIARIES.has(word) && !/^['’]s$/.test(word)) ||
      PASTS.has(word) ||
      (/.{2}ed$/.test(word) && !/based$/.test(word))
    )
      return true
  }
  return false
}

/** After a turned cue and its speaker the clause is at its end: nothing that could be said by the one before the cue. */
function turnsRound(words: Words, speaker: Range, quoted: boolean, last: number): boolean {
  if (quoted) return true
  if (SUBJECT_PRONOUNS.has(words.lower[speaker[0]] as string)) return false
  const next = words.lower[speaker[1]] ?? '.'
  if (speaker[1] >= last || ENDS.test(next)) return true
  if (next === ',' || ADJUNCTS.has(next) || TIMES.has(next) || next === 'who') return !hasVerb(words, speaker[1], last)
  return false
}

/** A cue after its content: a comma or closing mark before the source, and nothing after the cue that could be content. */
function isAfter(words: Words, source: Range, cue: Range, verb: Verb, first: number, last: number): boolean {
  if (!verb.frames.has('clause') && !verb.frames.has('addressee')) return false
  if (
    source[0] <= first ||
    !(
      stands(words, source[0], first) ||
      (words.lower[source[0] - 1] === 'as' && words.lower[source[0] - 2] === ',') ||
      words.lower[source[0] - 1] === ':'
    )
  )
    return false
  let at = cue[1]
  if (verb.frames.has('addressee') || verb.lemma === 'inform') {
    const hearer = phraseAfter(words, at, last)
    if (hearer) at = hearer[1]
  }
  const next = words.lower[at] ?? '.'
  if (at >= last || ENDS.test(next) || next === ',' || DASH.test(next) || next === ')') return true
  if (next === 'that' || next === ':' || words.quoted[at] || (next === 'to' && verb.frames.has('infinitive')))
    return false
  if (ADJUNCTS.has(next) || TIMES.has(next) || isAdverb(next)) {
    // Smith said on Friday that it rained, though a comma came before
    const sentence = words.lower.slice(at, Math.min(last, at + 14))
    const that = sentence.indexOf('that')
    return !(that > 0 && !closesQuote(words, source[0]) && !sentence.slice(0, that).includes(','))
  }
  if (verbOf(next)?.form === 'ing') return true
  return (
    closesQuote(words, source[0]) && !DETERMINERS.has(next) && !SUBJECT_PRONOUNS.has(next) && !hasVerb(words, at, last)
  )
}

/** The noun phrase a sentence opens with, as the subject of what follows. */
function openingPhrase(words: Words, first: number, before: number): Range | null {
  let from = first
  while (from < before && /^(?:and|but|so|yet|["“])$/.test(words.lower[from] as string)) from++
  for (let i = from + 1; i < before; i++) {
    const word = words.lower[i] as string
    if (words.quoted[i]) return null
    if (AUXILIARIES.has(word) || verbOf(word)?.form === 'past' || PASTS.has(word)) {
      const source = phraseBefore(words, groupBefore(words, i, first), first)
      return source
    }
  }
  return null
}

/** was first reported by the paper: the source comes last. */
function byAgent(words: Words, cue: Range, verb: Verb, last: number): Group | null {
  if (words.lower[cue[1]] !== 'by' || verb.act !== 'speech') return null
  const source = phraseAfter(words, cue[1] + 1, last)
  return source && { source, cue: [cue[0], cue[1] + 1], verb, order: 'agent' }
}

/** is believed to, was reported to: nobody is named as its source. */
function passive(words: Words, cue: Range, verb: Verb, first: number): Group | null {
  const { lower } = words
  if (
    !/^(?:allege|believe|estimate|expect|fear|know|report|rumour|rumor|say|suspect|think|understand|presume|assume)$/.test(
      verb.lemma,
    )
  )
    return null
  if (!/^(?:to|that)$/.test(lower[cue[1]] ?? '')) return null
  if (verb.lemma === 'expect' || verb.lemma === 'know') return null
  let from = cue[0]
  while (from > first && !words.quoted[from - 1] && !/^(?:,|;|:|but|that|which|while)$/.test(lower[from - 1] as string))
    from--
  return from < cue[0] ? { source: [from, cue[0]], cue, verb, order: 'passive' } : null
}

function attributionOf(
  words: Words,
  sentence: Sentence,
  group: Group,
  groups: readonly Group[],
  g: number,
  quotations: readonly Span[],
): Attribution | null {
  const { first } = sentence
  const end = bodyEnd(words, sentence)
  if (group.order === 'passive') {
    const content: Range[] = [
      [(group.source as Range)[0], (group.source as Range)[1]],
      [group.cue[1], contentEnd(words, group.cue[1], end, groups, g)],
    ]
    return made(words, null, group.cue, content, 'passive', quotations)
  }
  if (group.order === 'agent') {
    const subject = phraseBefore(words, group.cue[0], first)
    return subject && made(words, group.source, group.cue, [subject], 'agent', quotations)
  }
  if (group.order === 'after' || group.order === 'turned') {
    let close = (group.order === 'after' ? (group.source as Range)[0] : group.cue[0]) as number
    if (words.lower[close - 1] === 'as') close--
    const from = contentStart(words, first, groups, g, close)
    if (close - from < 2) return null
    const content: Range[] = [[from, close]]
    const rest = restAfter(words, group, end)
    // Berg said, the paper reported: what comes next is another's cue, not what he said
    const cut = groups
      .slice(g + 1, g + 4)
      .some(({ source, cue }) => rest !== null && Math.min(source?.[0] ?? cue[0], cue[0]) <= rest + 1)
    if (rest && !cut) content.push([rest, contentEnd(words, rest, end, groups, g)])
    const quotedEnd = closesQuote(words, close)
    return made(words, group.source, group.cue, content, quotedEnd ? 'quoted' : group.order, quotations)
  }
  return forward(words, sentence, group, groups, g, end, quotations)
}

/** The sentence's last token but its closing stop. */
function bodyEnd(words: Words, { first, last }: Sentence): number {
  let end = last
  while (end > first && ENDS.test(words.lower[end - 1] as string) && !words.quoted[end - 1]) end--
  return end
}

function contentStart(words: Words, first: number, groups: readonly Group[], g: number, close: number): number {
  for (let k = g - 1; k >= 0; k--) {
    const group = groups[k] as Group
    if (group.order === 'after' || group.order === 'turned') {
      let at = Math.max(group.cue[1], group.source?.[1] ?? 0)
      while (/^[,;]$/.test(words.lower[at] ?? '')) at++
      if (/^(?:and|but|while)$/.test(words.lower[at] ?? '')) return at + 1
      // he said on Friday, the agency reports: all of it is reported
      const next = words.lower[at] ?? ''
      if (at >= close - 1 || ADJUNCTS.has(next) || TIMES.has(next)) continue
      return at
    }
  }
  return first
}

/** What goes on after "..., he said,": the token where the content is taken up again. */
function restAfter(words: Words, group: Group, end: number): number | null {
  let at = Math.max(group.cue[1], group.source?.[1] ?? 0)
  // he said on Friday, ...
  for (let i = at; i < Math.min(end, at + 25); i++) {
    if (words.quoted[i]) return i
    if (words.lower[i] === ',' && (i - at < 10 || words.quoted[i + 1])) {
      at = i
      break
    }
  }
  if (words.lower[at] !== ',' && !DASH.test(words.lower[at] ?? '')) return null
  at++
  if (at >= end) return null
  if (words.quoted[at]) return at
  const next = words.lower[at] as string
  if (
    ADJUNCTS.has(next) ||
    TIMES.has(next) ||
    /^(?:who|whose|which|and|but|a|an|according|where|adding|the|though|although|whom|because|so|if|or|nor|not|even|up|down|including|rather|he|she)$/.test(
      next,
    )
  )
    return null
  if (verbOf(next)?.form === 'ing' || /ing$/.test(next) || /ed$/.test(next)) return null
  return at
}

/** Where a content that begins at `from` ends: at the sentence's end, or where the next attribution begins. */
function contentEnd(words: Words, from: number, end: number, groups: readonly Group[], g: number): number {
  const { lower } = words
  let stop = end
  for (let i = from; i < end; i++) {
    if (words.quoted[i]) continue
    const word = lower[i] as string
    const next = lower[i + 1] ?? ''
    if (word === ';') {
      stop = i
      break
    }
    if (
      word === ',' &&
      (next === 'according' ||
        next === 'citing' ||
        next === 'per' ||
        next === 'speaking' ||
        (next === 'as' && lower[i + 2] === 'per'))
    ) {
      stop = i
      break
    }
    if (word === ',' && (next === 'which' || next === 'although' || next === 'though')) {
      stop = i
      break
    }
    if (word === 'according' && next === 'to' && i > from) {
      stop = i
      break
    }
    if (word === 'while' && i > from + 1 && isCapital(words, i + 1)) {
      stop = i
      break
    }
  }
  for (let k = g + 1; k < groups.length; k++) {
    const later = groups[k] as Group
    const begins =
      later.order === 'following' || later.source === null ? later.cue[0] : Math.min(later.cue[0], later.source[0])
    if (begins <= from || begins >= stop) continue
    const left = lower[begins - 1] ?? ''
    if (later.order === 'passive' || later.verb.act !== 'speech') continue
    if (later.order === 'before' && !/^(?:and|but|while)$/.test(left)) continue
    stop = begins
    break
  }
  while (stop > from && !words.quoted[stop - 1] && /^(?:,|;|:|and|but|while|—|–|--)$/.test(lower[stop - 1] as string))
    stop--
  return stop
}

/** Where an object ends: clauses of time and reason after it tell of the speaking. */
function phraseEnd(words: Words, from: number, close: number): number {
  for (let i = from + 2; i < close; i++) {
    if (words.quoted[i]) continue
    const word = words.lower[i] as string
    if (/^(?:after|amid|because|before|during|following|since|when|while|whose)$/.test(word)) return i
    if (TIMES.has(word) && i + 1 === close) return words.lower[i - 1] === 'on' ? i - 1 : i
    if (word === ',' && /^(?:who|but|and|where|as|so)$/.test(words.lower[i + 1] ?? '')) return i
    if (word === 'in' && /^(?:a|an)$/.test(words.lower[i + 1] ?? '') && SAYINGS.test(words.lower[i + 2] ?? '')) return i
  }
  return close
}

/** Contents after their cue. */
function forward(
  words: Words,
  sentence: Sentence,
  group: Group,
  groups: readonly Group[],
  g: number,
  end: number,
  quotations: readonly Span[],
): Attribution | null {
  const { lower } = words
  const { verb } = group
  let cueEnd = group.cue[1]
  const at = cueEnd
  const put = (from: number, rule: Rule): Attribution | null => {
    let close = contentEnd(words, from, end, groups, g)
    if (rule === 'object') close = phraseEnd(words, from, close)
    if (close <= from) return null
    return made(
      words,
      group.source,
      [group.cue[0], cueEnd],
      [[from, close]],
      group.order === 'following' && rule !== 'object' ? 'following' : rule,
      quotations,
    )
  }
  // said: "..."
  if (lower[at] === ':' && (verb.frames.has('clause') || verb.frames.has('addressee'))) {
    if (at + 1 < end) return put(at + 1, 'quoted')
    return nextParagraph(words, sentence, group, quotations)
  }
  if (lower[at] === ',' && words.quoted[at + 1]) return put(at + 1, 'quoted')
  if (words.quoted[at]) return put(at, verb.frames.has('clause') ? 'quoted' : 'object')
  if (at >= end) return null
  const next = lower[at] as string
  if (verb.frames.has('object') && countsAt(words, at)) return put(at, 'object')
  if (verb.frames.has('preposition') && verb.with.has(next)) {
    cueEnd = at + 1
    if (lower[cueEnd] === 'that' || cueEnd < end) return put(cueEnd, 'object')
    return null
  }
  if (verb.frames.has('infinitive')) {
    if (next === 'to') return verb.lemma === 'ask' ? null : put(at, 'object')
    const to = lower.slice(at, Math.min(end, at + 9)).findIndex((word) => /^[,;:.]$/.test(word) || word === 'to')
    if (
      to > 0 &&
      lower[at] !== 'not' &&
      lower[at + to] === 'to' &&
      /^(?:ask|beg|command|encourage|instruct|invite|order|request|urge|want|tell|expect|warn|advise|persuade|convince|remind)$/.test(
        verb.lemma,
      )
    )
      return put(/^(?:want|expect)$/.test(verb.lemma) ? at : at + to, 'object')
  }
  if (verb.frames.has('clause') || verb.frames.has('addressee')) {
    const from = clauseAfter(words, at, end, verb)
    if (from !== null) return put(from, words.quoted[from] ? 'quoted' : 'before')
  }
  if (
    verb.frames.has('object') &&
    !ADJUNCTS.has(next) &&
    !/^(?:,|;|\.|and|or|but|to|off|up|out|down)$/.test(next) &&
    !TIMES.has(next)
  )
    return put(at, 'object')
  return null
}

/** at least 30; up to a third; over 1,000; about ten: an amount, not a phrase of place or time. */
function countsAt(words: Words, at: number): boolean {
  const { lower } = words
  const next = lower[at] ?? ''
  const after = lower[at + 1] ?? ''
  const number = /^(?:\d[\d,.]*|a|an|half|hundreds|thousands|dozens|tens|two|three|four|five|six|seven|eight|nine|ten)$/
  if (next === 'at') return /^(?:least|most)$/.test(after)
  if (next === 'up') return after === 'to'
  if (next === 'as') return /^(?:many|much|few|little|high|low)$/.test(after)
  return (
    /^(?:over|about|around|under|from|between|nearly|some)$/.test(next) &&
    number.test(after) &&
    !/^(?:a|an)$/.test(after)
  )
}

/** Where the clause after a verb of saying begins: past time, place and hearer; null where there is none. */
function clauseAfter(words: Words, from: number, end: number, verb: Verb): number | null {
  const { lower } = words
  const begins = (i: number) => i < end && /^(?:that|how|why|whether|what|if)$/.test(lower[i] as string)
  if (begins(from)) return from
  // said on Friday that; told reporters in Kyiv that
  for (let i = from; i < Math.min(end, from + 16); i++) {
    if (words.quoted[i]) {
      if (leadsToQuote(words, from, i, verb)) return i
      break
    }
    const word = lower[i] as string
    // said on Friday: ... ; but not: says the dam fell: report
    if (word === ':' && i + 1 < end && i - from <= 8 && !hasVerb(words, from, i) && !isCapital(words, from))
      return i + 1
    if (word === ':' || word === ';') break
    if (word === ',') {
      if (words.quoted[i + 1]) return i + 1
      if (lower[i + 1] === 'that') return i + 1
    }
    if (word === 'that' && !/^(?:of|in|for|by|with|on|at|from|to)$/.test(lower[i - 1] as string)) {
      if (
        i === from ||
        ADJUNCTS.has(lower[from] as string) ||
        TIMES.has(lower[from] as string) ||
        verb.frames.has('addressee') ||
        verb.lemma === 'write' ||
        verb.lemma === 'show'
      )
        return i
      break
    }
    if (
      i > from &&
      (word === 'how' || word === 'why' || word === 'whether' || word === 'what') &&
      verb.frames.has('addressee')
    )
      return i
  }
  let at = from
  if (verb.frames.has('addressee')) {
    const hearer = hearerAfter(words, at, end)
    if (hearer === null) return null
    at = hearer
  }
  while (
    at < end &&
    (TIMES.has(lower[at] as string) ||
      ((lower[at] === 'on' || lower[at] === 'late' || lower[at] === 'early') && TIMES.has(lower[at + 1] ?? '')))
  )
    at++
  if (at >= end) return null
  const word = lower[at] as string
  if (ADJUNCTS.has(word) && word !== 'that' && word !== 'this') {
    if (!(word === 'in' && isCapital(words, at + 1)) || verb.lemma !== 'say') return null
    return null
  }
  if (/^(?:,|;|\.|and|or|but|to|so|up|out|off|down|back)$/.test(word)) return null
  if (verb.form === 'past' || verb.form === 's' || verb.form === 'base' || verb.form === 'ing') {
    // a bare clause must hold a verb; what has none is an object
    if ((verb.frames.has('object') || verb.act !== 'speech') && !hasVerb(words, at, end)) return null
  }
  return at
}

/** Does only a hearer, a time or a place stand between the verb and the quotation at token `at`? */
function leadsToQuote(words: Words, from: number, at: number, verb: Verb): boolean {
  const first = words.lower[from] as string
  if (at - from > 12 || hasVerb(words, from, at)) return false
  if (words.lower[at - 1] === ',') return ADJUNCTS.has(first) || TIMES.has(first) || verb.frames.has('addressee')
  if (DETERMINERS.has(words.lower[at - 1] as string) || WITHIN.has(words.lower[at - 1] as string)) return false
  return verb.frames.has('addressee') && hearerAfter(words, from, at) === at
}

function hasVerb(words: Words, from: number, end: number): boolean {
  for (let i = from + 1; i < Math.min(end, from + 14); i++) {
    const word = words.lower[i] as string
    if (AUXILIARIES.has(word) && !/^['’]s$/.test(word)) return true
    if (word === 'that' || word === 'which' || word === 'who') return false
  }
  return false
}

/** Past the hearer of told, assured, reminded: reporters, the BBC, a crowd in Ohio. */
function hearerAfter(words: Words, from: number, end: number): number | null {
  const { lower } = words
  const first = lower[from] as string
  if (OBJECT_PRONOUNS.has(first)) return from + 1
  let at = from
  if (DETERMINERS.has(first)) at++
  if (isCapital(words, at)) {
    while (at < end && (isCapital(words, at) || /^(?:'s|’s|&|-|of)$/.test(lower[at] as string))) at++
    return at
  }
  if (first === lower[at] && /s$|^people$|^staff$/.test(first)) return at + 1
  return null
}

/** "He continued:" at a paragraph's end: the paragraphs after it that stand in marks. */
function nextParagraph(
  words: Words,
  sentence: Sentence,
  group: Group,
  quotations: readonly Span[],
): Attribution | null {
  const { document } = words
  const next = document.paragraphs[sentence.paragraph + 1]
  if (!next) return null
  const quoted = quotations[endingAfter(quotations, next.start)]?.start === next.start
  if (!quoted && next.kind !== 'quote') return null
  return {
    source: parts(words, group.source),
    cue: parts(words, group.cue) as Span[],
    content: [{ start: next.start, end: next.end }],
    act: group.verb.act,
    confidence: CONFIDENCE.quoted,
    why: WHY.quoted,
  }
}

/** It rained, according to two people; per the report; as per a statement. */
function accordingTo(words: Words, sentence: Sentence, quotations: readonly Span[]): Attribution[] {
  const { lower } = words
  const { first, last } = sentence
  const end = bodyEnd(words, sentence)
  const found: Attribution[] = []
  for (let i = first; i < last; i++) {
    if (words.quoted[i]) continue
    const according = lower[i] === 'according' && lower[i + 1] === 'to'
    const per =
      (lower[i] === 'per' && lower[i - 1] === ',' && !/^(?:cent|capita|day|year)$/.test(lower[i + 1] ?? '')) ||
      (lower[i] === 'as' && lower[i + 1] === 'per')
    if (!according && !per) continue
    const cueEnd = according || lower[i] === 'as' ? i + 2 : i + 1
    const named = phraseAfter(words, cueEnd, last)
    if (named === null) continue
    const content: Range[] = []
    const opens = i === first || (/^(?:and|but|;|:)$/.test(lower[i - 1] as string) && !words.quoted[i - 1])
    // According to the agency, the ship sank: what follows the comma is no apposition
    const comma = opens ? lower.indexOf(',', named[0]) : -1
    const source: Range = comma > 0 && comma < named[1] && !isCapital(words, comma + 1) ? [named[0], comma] : named
    let after = source[1]
    while (after < end && lower[after] !== ',' && !words.quoted[after] && opens) after++
    if (opens) {
      if (lower[after] === ',') after++
      if (after < end) content.push([after, stopAt(words, after, end)])
    } else {
      let close = i
      while (close > first && /^(?:,|—|–|--)$/.test(lower[close - 1] as string) && !words.quoted[close - 1]) close--
      content.push([startAt(words, first, close), close])
      if (
        lower[source[1]] === ',' &&
        lower[i - 1] === ',' &&
        !/^(?:who|which|whose|and|but|while|with|a|an|citing|quoting|adding|based|published|seen)$/.test(
          lower[source[1] + 1] ?? 'and',
        ) &&
        !words.quoted[source[1] + 1] &&
        // a clause already whole before "according to" holds an auxiliary
        !lower.slice(first, i).some((word) => word === 'said' || (AUXILIARIES.has(word) && !/^['’]s$/.test(word)))
      )
        content.push([source[1] + 1, stopAt(words, source[1] + 1, end)])
    }
    if (content.length === 0 || (content[0] as Range)[1] - (content[0] as Range)[0] < 2) continue
    const attribution = made(words, source, [i, cueEnd], content, 'according to', quotations)
    if (attribution) found.push(attribution)
  }
  return found
}

function startAt(words: Words, first: number, close: number): number {
  for (let i = close - 1; i > first; i--) if (words.lower[i] === ';' && !words.quoted[i]) return i + 1
  return first
}

function stopAt(words: Words, from: number, end: number): number {
  for (let i = from; i < end; i++) if (words.lower[i] === ';' && !words.quoted[i]) return i
  return end
}

/** A sentence with "reportedly", "allegedly": no source is printed. */
function reportedly(
  words: Words,
  sentence: Sentence,
  groups: readonly Group[],
  quotations: readonly Span[],
): Attribution | null {
  const { first } = sentence
  const end = bodyEnd(words, sentence)
  for (let i = first; i < end; i++) {
    if (words.quoted[i] || !/^(?:reportedly|allegedly|purportedly|supposedly)$/.test(words.lower[i] as string)) continue
    // has reportedly said: the adverb weakens that cue, and is no second one
    if (groups.some(({ cue }) => i >= cue[0] && i < cue[1])) continue
    const content: Range[] = []
    if (i > first) content.push([first, i])
    if (i + 1 < end) content.push([i + 1, end])
    return made(words, null, [i, i + 1], content, 'reportedly', quotations)
  }
  return null
}

function made(
  words: Words,
  source: Range | null,
  cue: Range,
  content: readonly Range[],
  rule: Rule,
  quotations: readonly Span[],
): Attribution | null {
  const spans: Span[] = []
  for (const range of content) {
    const span = trimmed(words, range)
    if (!span) continue
    // a quotation that began in an earlier sentence is said as a whole
    const whole = quotations[endingAfter(quotations, span.start)]
    const open = quotations[endingAfter(quotations, span.end)]
    spans.push({
      start: whole ? Math.min(whole.start, span.start) : span.start,
      end: open && open.start < span.end ? open.end : span.end,
    })
  }
  if (spans.length === 0) return null
  return {
    source: source && parts(words, source),
    cue: parts(words, cue),
    content: spans,
    act: actOf(words.lower.slice(cue[0], cue[1])),
    confidence: CONFIDENCE[rule],
    why: WHY[rule],
  }
}

function parts(words: Words, range: Range | null): Span[] | null {
  if (range === null) return null
  const first = words.document.tokens[range[0]]
  const last = words.document.tokens[range[1] - 1]
  return first && last ? [{ start: first.start, end: last.end }] : null
}

/** A range without the commas and stops at its ends that belong to the sentence, not to the content. */
function trimmed(words: Words, [from, to]: Range): Span | null {
  let first = from
  let last = to
  while (first < last && /^[,;:.—–]$/.test(textAt(words, first))) first++
  while (last > first && !words.quoted[last - 1] && /^(?:[,;:.—–]|--+)$/.test(textAt(words, last - 1))) last--
  return last > first ? ((parts(words, [first, last]) as Span[])[0] ?? null) : null
}

/**
 * Attributions in headlines, decks, captions and lines that point to other articles. Such lines have a grammar of their
 * own (Bell 1991; Halliday's "little texts"): the speaker stands alone before a colon or after a dash, verbs are in the
 * present, articles and auxiliaries are left out, every word may be capitalised.
 */
import { type Document, documentOf } from '../language/document.ts'
import { endingAfter } from '../language/order.ts'
import type { Span } from '../page/article.ts'
import type { Attribution } from './attribution.ts'
import { attributionsOf } from './rules/engine.ts'
import { verbOf } from './rules/frames.ts'
import { ROLES } from './rules/roles.ts'
import { AUXILIARIES, BOUNDARIES, DETERMINERS, SUBJECT_PRONOUNS, WITHIN } from './rules/words.ts'

const WHY = {
  last: 'a speaker alone after a dash or colon at the end of a headline',
  first: 'a speaker alone before a colon at the start of a headline',
  quoted: 'a quotation after a colon, by whom the headline tells of before it',
} as const

/** Judged, not measured: no corpus at hand marks who speaks in headlines. */
const CONFIDENCE = { last: 0.8, first: 0.75, quoted: 0.6, told: 0.7, participle: 0.5 } as const

/** Stand before a colon, or after a dash, and name the kind of piece, not a speaker. */
const LABELS =
  /^(?:also (?:read|see|watch)|analysis|as it happened|at a glance|background|breaking(?: news)?|case study|column|comment|commentary|correction|cover story|deck|details|developing|editorial|editor['’]s (?:note|picks?)|essay|exclusive(?: interview)?|explained|explainer|fact ?(?:box|check|sheet)|feature|film|first (?:look|read)|flashback|from the archives?|full (?:interview|speech|statement|story|text|transcript|video)|gallery|glossary|graphic|guest (?:column|essay|post)|highlights?|how to|in (?:brief|depth|focus|full|numbers|photos|pics|pictures|video)|infographic|insight|inside|interactive|interview|investigation|just in|key points|latest|letters?|listen|live(?: (?:blog|updates?))?|long ?read|map|more|must[- ]read|must[- ]see|news(?: brief| analysis)?|note|now|obituary|op[- ]?ed|opinion|photos?|pictures?|podcast|poll of the day|press release|preview|profile|q ?& ?a|question|quiz|quotes?|ranked|read(?: more| also| next)?|recap|related(?: stories| story)?|remarks|review|round-?up|see(?: also| more)?|sidebar|slideshow|snapshot|source|special report|spotlight|statement|story|summary|the (?:latest|story so far|take|week)|timeline|transcript|trending|tv|update[ds]?|urgent|video|viewpoint|watch(?: live| now)?|weekend read|what we know|wrap ?up|you might like|\d+ .*|step .*|part .*|chapter .*|day .*|week .*|episode .*|season .*|round .*)$/iu

/** Topics that stand before a colon: the Ukraine war, the storm, an election. */
const TOPICS =
  /(?:^|\s)(?:accident|affair|attacks?|bid|blaze|bombing|brexit|budget|campaign|case|ceasefire|championships?|climate|collapse|conflict|coronavirus|cost of living|coup|covid(?:-19)?|crash|crisis|cuts|cup|cyclone|deal|deaths?|debate|debt|disaster|drought|earthquake|economy|elections?|explosion|fire|fires|final|flood|floods|flooding|football|hearing|heatwave|hurricane|invasion|inquiry|inquest|issue|killings?|law|layoffs|leak|league|live|massacre|match|migration|murder|offensive|olympics|outbreak|pandemic|plan|politics|primary|probe|protests?|race|raid|referendum|results?|riots?|row|scandal|shooting|shutdown|siege|storm|strikes?|summit|tariffs?|tensions?|terror|tournament|tragedy|trial|tsunami|unrest|updates?|verdict|virus|visit|vote|war|warming|weather|wildfires?|world)$/iu

/** What follows a name and a colon when the name is a topic and no speaker. */
const ABOUT =
  /^(?:a guide|all you|everything|five|four|here['’]?s|how|six|ten|the (?:man|woman|people|story) (?:who|behind)|three|what|when|where|who|why|\d+ (?:things|ways|reasons|key))(?:\s|$)/iu

/** The longest speaker of a headline, in words. */
const LONGEST_SPEAKER = 9
/** A line of more tokens is no headline. */
const LONGEST_HEADLINE = 60

interface Line {
  readonly document: Document
  /** Index of its paragraph. */
  readonly paragraph: number
  /** Its tokens. */
  readonly first: number
  readonly last: number
  readonly cased: boolean
}

/**
 * The attributions of a line with a headline's grammar.
 * @param document the text the line stands in
 * @param paragraph which of its paragraphs the line is
 * @param outlet the publisher's name: "... - The Daily Star" at the end of its own headline is no speaker
 * @returns attributions with spans into the document's text, outermost first where one holds another
 */
export function headlineAttributions(document: Document, paragraph = 0, outlet: string | null = null): Attribution[] {
  const line = lineOf(document, paragraph)
  if (line === null) return []
  const body = withoutLabel(line)
  const last = lastSpeaker(body, outlet)
  const first = last === null ? firstSpeaker(body) : null
  const found: Attribution[] = []
  if (last) found.push(last.attribution)
  if (first) found.push(first.attribution)
  const rest = last?.rest ?? first?.rest ?? body
  for (const attribution of told(rest))
    if (!first || !(attribution.source === null || isFirstPerson(document, attribution.source))) found.push(attribution)
  return found
}

/** Smith: I want to stay: what the speaker says of himself is a part of it. */
const isFirstPerson = ({ text }: Document, source: readonly Span[]): boolean =>
  source.every(({ start, end }) => /^(?:i|we)$/i.test(text.slice(start, end)))

/**
 * Whether a paragraph of an article's text looks like a headline that stands in it: short, without a full stop, and not
 * cut off from a sentence.
 */
export function isHeadlineLike(document: Document, paragraph: number): boolean {
  const span = document.paragraphs[paragraph]
  if (!span || span.end - span.start > 220) return false
  if (span.kind === 'heading') return true
  const text = document.text.slice(span.start, span.end)
  return /\s/.test(text) && !/[.!?…:;,”"]["”’')\]]*$/u.test(text) && /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text)
}

function lineOf(document: Document, paragraph: number): Line | null {
  const span = document.paragraphs[paragraph]
  if (!span) return null
  const first = endingAfter(document.tokens, span.start)
  let last = first
  while (last < document.tokens.length && (document.tokens[last]?.start ?? 0) < span.end) {
    last++
    if (last - first > LONGEST_HEADLINE) return null
  }
  return last > first ? { document, paragraph, first, last, cased: isCased(document, first, last) } : null
}

/** Is every long word capitalised, so that capitals tell nothing? */
function isCased(document: Document, first: number, last: number): boolean {
  let capital = 0
  let all = 0
  for (let i = first + 1; i < last; i++) {
    const word = document.tokens[i]?.text ?? ''
    if (!/^\p{L}{4,}/u.test(word)) continue
    all++
    if (/^\p{Lu}/u.test(word)) capital++
  }
  return all >= 3 && capital / all > 0.8
}

const wordAt = ({ document }: Line, i: number) => document.tokens[i]?.text ?? ''
const textOf = ({ document }: Line, from: number, to: number) => {
  const start = document.tokens[from]?.start
  const end = document.tokens[to - 1]?.end
  return start === undefined || end === undefined ? '' : document.text.slice(start, end)
}
const isDash = (word: string) => /^(?:[—–―|]|--?)$/.test(word)

/** WATCH: ..., Exclusive - ...: what only names the kind of piece is left out. */
function withoutLabel(line: Line): Line {
  for (let i = line.first + 1; i < Math.min(line.last - 1, line.first + 5); i++) {
    const mark = wordAt(line, i)
    if (mark !== ':' && !isDash(mark)) continue
    return LABELS.test(textOf(line, line.first, i)) ? withoutLabel({ ...line, first: i + 1 }) : line
  }
  return line
}

interface Split {
  readonly attribution: Attribution
  readonly rest: Line
}

function splitAt(
  line: Line,
  source: readonly [number, number],
  mark: number,
  rest: Line,
  rule: 'last' | 'first' | 'quoted',
): Split {
  const spanOf = (from: number, to: number): Span => ({
    start: line.document.tokens[from]?.start ?? 0,
    end: line.document.tokens[to - 1]?.end ?? 0,
  })
  return {
    attribution: {
      source: [spanOf(source[0], source[1])],
      cue: [spanOf(mark, mark + 1)],
      content: [spanOf(rest.first, rest.last)],
      act: 'speech',
      confidence: CONFIDENCE[rule],
      why: WHY[rule],
    },
    rest,
  }
}

/** It rained all week – mayor; Two ships lost: navy. */
function lastSpeaker(line: Line, outlet: string | null): Split | null {
  for (let i = line.last - 2; i > line.first + 1 && line.last - i <= LONGEST_SPEAKER + 1; i--) {
    const mark = wordAt(line, i)
    if (mark !== ':' && !isDash(mark)) continue
    if (mark === '|' || (mark === '-' && isTight(line, i))) return null
    const name = textOf(line, i + 1, line.last).replace(/[.!]$/, '')
    if (outlet !== null && sameName(name, outlet)) return null
    if (i - line.first < 3 || !isSpeaker(line, i + 1, line.last, false)) return null
    return splitAt(line, [i + 1, endOf(line)], i, { ...line, last: i }, 'last')
  }
  return null
}

/** Mayor: it rained all week; Smith on rain: "It fell". */
function firstSpeaker(line: Line): Split | null {
  for (let i = line.first + 1; i < Math.min(line.last - 1, line.first + 24); i++) {
    const mark = wordAt(line, i)
    if (mark !== ':') continue
    const rest = { ...line, first: i + 1, last: endOf(line) }
    const quoted = /^["“‘'']/.test(wordAt(line, i + 1))
    const verb = quoted ? verbIn(line, line.first, i) : -1
    if (verb > line.first && i - verb > 1 && isSpeaker(line, line.first, verb, true))
      return splitAt(line, [line.first, verb], i, rest, 'quoted')
    if (i - line.first <= LONGEST_SPEAKER && isSpeaker(line, line.first, i, true)) {
      if (
        isLabel(textOf(line, i + 1, endOf(line))) ||
        ABOUT.test(textOf(line, i + 1, line.last)) ||
        /\?$/.test(textOf(line, i + 1, line.last))
      )
        return null
      const sure =
        ROLES.test(wordAt(line, i - 1)) ||
        (!line.cased &&
          i - line.first <= 2 &&
          /^\p{L}/u.test(wordAt(line, i + 1)) &&
          !DETERMINERS.has(wordAt(line, i + 1).toLowerCase()))
      if (!sure && !tells(line, i + 1)) return null
      return splitAt(line, [line.first, i], i, rest, 'first')
    }
    const on = indexOf(line, /^on$/i, line.first, i)
    if (on > line.first && isSpeaker(line, line.first, on, true))
      return splitAt(line, [line.first, on], i, rest, 'quoted')
    return null
  }
  return null
}

/** READ MORE, "Live": words that name a kind of piece, where something said would stand; a number there counts. */
const isLabel = (words: string): boolean =>
  /^["“‘']?[^\s\d]+(?:\s[^\s\d]+)?$/.test(words) && LABELS.test(words.replace(/["“”‘’']/g, ''))

/** Does something happen in the words from token `from` on, so that they are a statement and not the name of a guide? */
function tells(line: Line, from: number): boolean {
  if (/ing$/i.test(wordAt(line, from))) return false
  for (let i = from; i < line.last; i++) {
    const lower = wordAt(line, i).toLowerCase()
    if (/^["“‘']$/.test(lower) || lower === 'to' || AUXILIARIES.has(lower)) return true
    if (
      i > from &&
      /^(?:[a-z]{3,}[^s'’]s|[a-z]{2,}ed|cut|dead|fell|found|gave|gone|got|held|hit|hurt|kept|killed|left|lost|made|met|no|not|paid|put|rose|said|sent|set|shot|sold|spent|took|went|win|won)$/.test(
        lower,
      )
    )
      return true
  }
  return false
}

/** The token after the line's last word: a full stop at its end is left out. */
function endOf(line: Line): number {
  return /^[.!]$/.test(wordAt(line, line.last - 1)) ? line.last - 1 : line.last
}

function indexOf(line: Line, pattern: RegExp, from: number, to: number): number {
  for (let i = from; i < to; i++) if (pattern.test(wordAt(line, i))) return i
  return -1
}

/** The first verb in -s, as a headline tells what someone does: Smith hammers rival. */
function verbIn(line: Line, from: number, to: number): number {
  for (let i = from + 1; i < to; i++)
    if (/^\p{L}{3,}[^s'’]s$/u.test(wordAt(line, i)) && !/^[’']/.test(wordAt(line, i + 1))) return i
  return -1
}

/** A hyphen between words without spaces joins them. */
const isTight = ({ document }: Line, i: number) => {
  const token = document.tokens[i]
  return token !== undefined && !/\s/.test(document.text[token.start - 1] ?? ' ')
}

const sameName = (a: string, b: string) => {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^the\s+/, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  return plain(a) === plain(b)
}

/**
 * Can these words be a speaker alone: a name, or a noun for those who speak, without a verb?
 * @param before whether they stand before a colon, where topics and labels stand too
 */
function isSpeaker(line: Line, from: number, to: number, before: boolean): boolean {
  let end = to
  while (end > from && /^[.,!]$/.test(wordAt(line, end - 1))) end--
  if (end <= from || end - from > LONGEST_SPEAKER) return false
  const text = textOf(line, from, end)
  if (LABELS.test(text) || TOPICS.test(text) || /[?"“”‘]/.test(text)) return false
  // a review, your guide: what begins with an article is no name
  if (DETERMINERS.has(wordAt(line, from).toLowerCase()) && !ROLES.test(wordAt(line, end - 1))) return false
  // FIRST RESPONSE: a kicker in capitals, unlike the line
  if (end - from > 1 && text === text.toUpperCase() && isLower(line, end, from)) return false
  let named = 0
  for (let i = from; i < end; i++) {
    const word = wordAt(line, i)
    const lower = word.toLowerCase()
    if (AUXILIARIES.has(lower) && !/^['’]s$/.test(lower)) return false
    if (
      SUBJECT_PRONOUNS.has(lower) ||
      BOUNDARIES.has(lower) ||
      /^(?:against|into|like|not|over|under|versus|vs)$/.test(lower)
    )
      return false
    if (lower === 'to' || (before && (lower === 'in' || lower === 'on' || lower === 'from'))) return false
    if (/^\p{Lu}/u.test(word) && !DETERMINERS.has(lower) && !WITHIN.has(lower)) named++
    else if (verbOf(lower) !== null && i > from && !ROLES.test(lower) && /ed$|ing$/.test(lower)) return false
  }
  const tail = wordAt(line, end - 1)
  const lastTwo = textOf(line, Math.max(from, end - 2), end)
  if (ROLES.test(tail) || ROLES.test(lastTwo)) return true
  // officials in Kyiv; chief of the union
  const noun = indexOf(line, /^(?:of|in|at|for|from)$/i, from + 1, end)
  if (noun > from && ROLES.test(wordAt(line, noun - 1))) return true
  if (/\d/.test(text) || !/^\p{Lu}/u.test(tail)) return false
  // a name: capitals all through, but for small words between them
  let small = 0
  for (let i = from; i < end; i++)
    if (/^\p{Ll}/u.test(wordAt(line, i)) && !/^(?:of|the|and|de|al|bin|van|von|der|la|le|['’]s)$/.test(wordAt(line, i)))
      small++
  if (line.cased && end - from > 3) return false
  return (
    named > 0 &&
    (small === 0 || (small <= 2 && ROLES.test(wordAt(line, from + 1)) && end - from <= 5) || titled(line, from, end))
  )
}

/** Are there words in small letters on the other side of a speaker's mark? */
function isLower(line: Line, end: number, from: number): boolean {
  const rest = from > line.first ? textOf(line, line.first, from) : textOf(line, end, line.last)
  return /\p{Ll}{3}/u.test(rest)
}

/** A title in small letters before a name: president Ana Diaz, police chief Bo Lund. */
function titled(line: Line, from: number, end: number): boolean {
  let i = from
  while (i < end && !ROLES.test(wordAt(line, i))) i++
  for (i++; i < end; i++) if (!/^\p{Lu}/u.test(wordAt(line, i))) return false
  return end > from + 1
}

/** Attributions told with a verb, in headlines as in sentences: Smith says it rained; It rained, navy reports. */
function told(line: Line): Attribution[] {
  const { document } = line
  const start = document.tokens[line.first]?.start ?? 0
  const end = document.tokens[line.last - 1]?.end ?? start
  const plain = line.cased ? lowered(line, start, end) : document.text.slice(start, end)
  const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start })
  const small = documentOf(plain)
  const holds = (parts: readonly Span[] | null, at: number) =>
    parts?.some((part) => part.start <= at && part.end > at) ?? false
  const found = [...attributionsOf(small), ...byPhrase(small)]
  // Judge rejects paper's request: what holds another's verb is no speaker
  const kept = found.filter(
    ({ source }) =>
      !/^(?:over|under|against|into|as)\s/i.test(source?.[0] ? plain.slice(source[0].start) : '') &&
      !found.some(({ cue }) => cue?.[0] !== undefined && holds(source, cue[0].start)),
  )
  return kept.map((attribution) => ({
    ...attribution,
    source: attribution.source?.map(moved) ?? null,
    cue: attribution.cue?.map(moved) ?? null,
    content: attribution.content.map(moved),
    confidence: Math.min(attribution.confidence, CONFIDENCE.told),
  }))
}

/** The line with verbs and small words in lower case, as if set like a sentence; as long as before. */
function lowered(line: Line, start: number, end: number): string {
  const { document } = line
  let text = document.text.slice(start, end)
  const verbs: number[] = []
  for (let i = line.first + 1; i < line.last; i++) {
    const lower = wordAt(line, i).toLowerCase()
    const verb = verbOf(lower)
    if (verb && (verb.form === 's' || verb.form === 'past' || lower === 'say')) verbs.push(i)
    else if (
      AUXILIARIES.has(lower) ||
      BOUNDARIES.has(lower) ||
      WITHIN.has(lower) ||
      DETERMINERS.has(lower) ||
      /^(?:according|reportedly|and|but|or|not)$/.test(lower)
    )
      verbs.push(i)
  }
  for (const i of verbs) {
    const token = document.tokens[i]
    if (!token) continue
    const lower = token.text.toLowerCase()
    if (lower.length !== token.text.length) continue
    text = text.slice(0, token.start - start) + lower + text.slice(token.end - start)
  }
  return text
}

/** Losses seen by bank; Toll given by ministry: a participle and its source, the auxiliary left out. */
function byPhrase({ tokens, text }: Document): Attribution[] {
  for (let i = tokens.length - 2; i > 1; i--) {
    const token = tokens[i]
    if (token?.text.toLowerCase() !== 'by') continue
    const participle = tokens[i - 1]
    if (
      !participle ||
      !/^(?:announced|claimed|confirmed|denied|estimated|expected|feared|given|predicted|reported|revealed|seen)$/i.test(
        participle.text,
      )
    )
      return []
    const source = text.slice((tokens[i + 1] as Span).start)
    if (AUXILIARIES.has(tokens[i - 2]?.text.toLowerCase() ?? '') || !/^\p{Lu}/u.test(source) || tokens.length - i > 6)
      return []
    return [
      {
        source: [{ start: (tokens[i + 1] as Span).start, end: (tokens.at(-1) as Span).end }],
        cue: [{ start: participle.start, end: token.end }],
        content: [{ start: (tokens[0] as Span).start, end: (tokens[i - 2] as Span).end }],
        act: /^(?:expected|feared|seen)$/i.test(participle.text) ? 'belief' : 'speech',
        confidence: CONFIDENCE.participle,
        why: 'a participle with "by" and a source at the end of a headline',
      },
    ]
  }
  return []
}

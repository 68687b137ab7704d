/**
 * Words by which a source says whence it has what it says: citing, told, briefed by, seen by, in a letter, on a network.
 * What MPQA calls the inner sources of a private state stands in these phrases as often as in a second verb of saying.
 */
import type { Document, Sentence } from '../../language/document.ts'
import type { Span } from '../../page/article.ts'
import { phraseAfter, phraseBefore, type Range, textAt, type Words } from '../rules/phrases.ts'
import { ROLES } from '../rules/roles.ts'
import { WITHIN } from '../rules/words.ts'

/**
 * - `cites`: X said, citing Y. Y is X's own source.
 * - `figure`: X confirmed the Y figure; is believed by Y. Likewise, within what X says.
 * - `hearer`: X told Y, in an interview with Y. Y passes on X, if Y is a medium.
 * - `carrier`: seen by Y, as quoted by Y, a request for comment from Y. Y passes on X.
 * - `network`: X wrote on Y. The post passes on X.
 * - `letter`: in a letter to Y, X said. The letter holds what X says.
 * - `briefing`: Y briefed X; X, briefed by Y; Y gave X a report.
 * - `told before`: Y carried the account. By its telling, X said.
 */
type PassingKind = 'cites' | 'figure' | 'hearer' | 'carrier' | 'network' | 'letter' | 'briefing' | 'told before'

export interface Passing {
  readonly kind: PassingKind
  /** Where the words begin and end. */
  readonly start: number
  readonly end: number
  /** Who or what is named. */
  readonly mention: Span
  /** A report, briefing or the like from the one named is what is passed on. */
  readonly report: boolean
  /** To whom a briefing was given, where that is said. */
  readonly recipient: Span | null
  /** Whether it is told as having been done to somebody's body, not to one person: lawmakers, parliament. */
  readonly open: boolean
  /** Its maker is named: a report by Y. */
  readonly made: boolean
  /** Who cites, where the words name both: the wire quoted the ministry as saying. */
  readonly subject: Span | null
}

/** Nouns for those, and for texts, that can be cited. */
const SOURCES = new RegExp(
  `${ROLES.source.slice(0, -1)}|(?:account|accounts|affidavits?|aides?|allies|announcement|articles?|audit|colleagues?|complaint|court|data|dispatch|documents?|emails?|estimates?|evidence|filings?|footage|friends?|indictment|information|insiders?|interviews?|intelligence|lawmaker|leaks?|letters?|logs?|memos?|notes?|paperwork|parties|party|people|person|post|posts|press|records?|relatives|releases?|reports?|research|review|speech|statements?|study|studies|survey|testimony|transcripts?|tweet|videos?|website)$`,
  'iu',
)
const REPORT =
  /^(?:account|analysis|assessment|briefing|brief|data|dispatch|document|documents|figures|information|intelligence|memo|report|reports|statement|statistics|study|summary|update)$/
const OF_PEOPLE =
  /^(?:analysts?|data|diplomats?|documents?|estimates?|executives?|figures|filings?|insiders?|interviews?|leaks?|memos?|officials?|people|person|records|report|reports|source|sources)$/
const NETWORKS: Readonly<Record<string, string>> = {
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  telegram: 'Telegram',
  threads: 'Threads',
  tiktok: 'TikTok',
  twitter: 'Twitter',
  vkontakte: 'VKontakte',
  weibo: 'Weibo',
  x: 'X',
  youtube: 'YouTube',
}
const LETTERS = /^(?:blog|circular|column|diary|editorial|email|e-mail|essay|letter|memo|memoir|memorandum|op-ed)$/
const ANSWERED = /^(?:article|enquiry|inquiry|queries|questions|report|request|requests|story)$/
const GATHERED =
  /^(?:board|committee|committees|congress|council|deputies|journalists|lawmakers|legislators|members|mps|parliament|parliamentarians|reporters|senators|them)$/

/** The network that a word names, or null. */
export function networkNamed(word: string): string | null {
  const lower = word.toLowerCase()
  if (lower === 'x' && word !== 'X') return null
  return Object.hasOwn(NETWORKS, lower) ? (NETWORKS[lower] as string) : null
}

/** The passings of one sentence, in order. */
export function passingsOf(words: Words, { first, last }: Sentence): Passing[] {
  const { lower, document } = words
  const found: Passing[] = []
  const span = (range: Range) => spanOf(document, range)
  const put = (kind: PassingKind, from: number, mention: Range | null, more: Partial<Passing> = {}) => {
    if (mention === null || mention[1] <= mention[0]) return
    const place = span(mention)
    const start = span([from, from + 1]).start
    found.push({
      kind,
      start: Math.min(start, place.start),
      end: Math.max(place.end, span([from, from + 1]).end),
      mention: place,
      report: false,
      recipient: null,
      open: false,
      made: false,
      subject: null,
      ...more,
    })
  }
  const cited = (from: number, at: number) => {
    const origin = originAt(words, at, last)
    if (origin && isSourceLike(words, origin.mention)) put('cites', from, origin.mention, { report: origin.report })
  }
  for (let i = first; i < last; i++) {
    if (words.quoted[i]) continue
    const word = lower[i] as string
    const next = lower[i + 1] ?? ''
    const third = lower[i + 2] ?? ''
    switch (word) {
      case 'citing':
      case 'quoting':
        cited(i, i + 1)
        break
      case 'with':
      case 'in':
        if (next === 'reference' && third === 'to') cited(i, i + 3)
        break
      case 'on':
        // on the word of; on the authority of
        if (next === 'the' && /^(?:word|authority|testimony)$/.test(third) && lower[i + 3] === 'of') cited(i, i + 4)
        break
      case 'based':
        if (next === 'on') {
          const origin = originAt(words, i + 2, last)
          if (origin && OF_PEOPLE.test(headOf(words, origin.mention)))
            put('cites', i, origin.mention, { report: origin.report })
        }
        break
      case 'leaned':
      case 'relied':
      case 'relying':
      case 'drew':
      case 'drawing':
        if (next === 'on') cited(i, i + 2)
        break
      case 'source':
        // His source was the army
        if (/^(?:his|her|their|its)$/.test(lower[i - 1] ?? '') && /^(?:is|was)$/.test(next)) cited(i - 1, i + 2)
        break
      case 'from':
        // reported from a statement by the army
        if (/^(?:a|the)$/.test(next) && third === 'statement' && /^(?:by|from|of)$/.test(lower[i + 3] ?? ''))
          put('cites', i, phraseAfter(words, i + 4, last))
        break
      case 'as':
        // quoted the ministry as saying
        if (next === 'saying') {
          const verb = backTo(words, i, first, /^(?:cit|quot)(?:e|es|ed|ing)$/)
          const subject = verb > first ? phraseBefore(words, verb, first) : null
          if (verb >= first && verb + 1 < i) put('cites', verb, [verb + 1, i], { subject: subject && span(subject) })
        }
        break
      case 'told':
      case 'tells':
      case 'tell':
      case 'telling':
        put('hearer', i, phraseAfter(words, i + 1, last))
        break
      case 'interview':
      case 'talk':
      case 'conversation':
      case 'chat':
        if (/^(?:with|on|to|for|by)$/.test(next)) put('hearer', i, phraseAfter(words, i + 2, last))
        break
      case 'comments':
      case 'remarks':
        if (next === 'to') put('hearer', i, phraseAfter(words, i + 2, last))
        break
      case 'speaking':
      case 'spoke':
        if (/^(?:to|with|on)$/.test(next)) put('hearer', i, phraseAfter(words, i + 2, last))
        break
      case 'by':
        if (/^(?:carried|cited|obtained|quoted|released|reviewed|seen|verified|viewed)$/.test(lower[i - 1] ?? ''))
          put('carrier', i - 1, phraseAfter(words, i + 1, last))
        else if (lower[i - 1] === 'briefed') put('briefing', i - 1, phraseAfter(words, i + 1, last), { open: true })
        else if (
          /^(?:assumed|believed|considered|estimated|feared|reckoned|suspected|thought)$/.test(lower[i - 1] ?? '')
        )
          put('figure', i - 1, phraseAfter(words, i + 1, last))
        break
      case 'aired':
      case 'broadcast':
      case 'carried':
      case 'printed':
      case 'published':
      case 'ran':
        if (
          /^(?:a|an|his|her|the|their)$/.test(next) &&
          /^(?:account|claim|comments|interview|remarks|report|speech|statement|story)$/.test(third)
        )
          put('told before', i, phraseBefore(words, i, first))
        break
      case 'confirming':
      case 'confirmed':
      case 'confirms':
      case 'echoing':
      case 'repeated':
      case 'repeating': {
        const owner = figureOwner(words, i + 1, last)
        if (owner) put('figure', i, owner)
        break
      }
      case 'briefed': {
        // people briefed on the plans: by whom is not said
        if (/^(?:about|by|on|[.,;])$/.test(next)) break
        let from = i
        while (from > first && /^(?:had|has|have|was|were|also|later|privately)$/.test(lower[from - 1] as string))
          from--
        const who = phraseBefore(words, from, first)
        if (who === null) break
        const whom = phraseAfter(words, i + 1, last)
        const relative = lower[who[0] - 1] === 'whom'
        const open = relative || (whom !== null && GATHERED.test(headOf(words, whom)))
        put('briefing', i, who, { recipient: whom && !relative ? span(whom) : null, open, report: !open })
        break
      }
      case 'report':
      case 'briefing': {
        // Lund gave the minister a report; a report by Lund; in Lund's report
        if (/^(?:'s|’s)$/.test(lower[i - 1] ?? '') && !/^(?:said|says|found|shows|showed|states|stated)$/.test(next)) {
          const owner = phraseBefore(words, i - 1, first)
          if (owner && textAt(words, owner[0]) !== '') put('briefing', i, owner, { report: true })
        } else if (next === 'by' && lower[i - 1] !== 'the') {
          const by = phraseAfter(words, i + 2, last)
          put('cites', i, by && withName(words, by, last), { report: true, made: true })
        } else if (/^(?:a|detailed|full|brief)$/.test(lower[i - 1] ?? '')) {
          const gave = backTo(words, i, first, /^(?:gave|delivered|presented|made)$/)
          if (gave > first) {
            const who = phraseBefore(words, gave, first)
            const whom = phraseAfter(words, gave + 1, i)
            if (who && whom)
              put('briefing', gave, who, { report: true, recipient: span([whom[0], Math.min(whom[1], i - 1)]) })
          }
        }
        break
      }
      default:
    }
    const network = networkNamed(textAt(words, i))
    if (
      network &&
      /^(?:on|to|via)$/.test(lower[i - 1] ?? '') &&
      sentenceHas(
        words,
        i,
        first,
        last,
        /^(?:post|posted|posting|posts|publish|published|put|said|shared|took|tweeted|wrote|writing|writes)$/,
      )
    )
      put('network', i, [i, i + 1])
    if (LETTERS.test(word) && isIn(words, i, first) && STANDS.test(next)) {
      let end = i + 1
      if (/^(?:to|of|for)$/.test(lower[end] ?? '')) end = phraseEnd(words, end + 1, last) ?? end
      put('letter', i, [letterStart(words, i, first), end])
    }
    if (ANSWERED.test(word)) {
      const whose = /^(?:'s|’s)$/.test(lower[i - 1] ?? '') ? i - 1 : i
      const name = capitalsBefore(words, whose, first)
      if (
        name &&
        sentenceHas(
          words,
          i,
          first,
          i,
          /^(?:answer|comment|commented|respond|responded|reply|replied|return|returned)$/,
        )
      )
        put('carrier', i, name)
      if (/^(?:request|requests|questions|queries)$/.test(word)) {
        const from = forward(words, i + 1, Math.min(last, i + 6), /^from$/)
        if (from > 0) put('carrier', i, phraseAfter(words, from + 1, last))
      }
    }
  }
  return found
}

function spanOf({ tokens }: Document, [from, to]: Range): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}

/** Somebody or some text, not a reason: citing the army, two officials, a filing; not citing a threat. */
function isSourceLike(words: Words, range: Range): boolean {
  const { lower } = words
  if (/^(?:her|his|its|my|our|their|your)$/.test(lower[range[0]] as string)) return SOURCES.test(headOf(words, range))
  for (let i = range[0]; i < range[1]; i++) {
    if (lower[i] === 'of' || lower[i] === 'and') break
    if (!/^\p{Lu}/u.test(textAt(words, i))) continue
    while (i + 1 < range[1] && /^\p{Lu}/u.test(textAt(words, i + 1))) i++
    // a name that ends here, and owns or modifies nothing after it
    if (i + 1 >= range[1] || WITHIN.has(lower[i + 1] as string) || /^[,(]$/.test(lower[i + 1] as string)) return true
  }
  return SOURCES.test(headOf(words, range))
}

/** Who stands behind what is cited: the army in `a report from the army`, `the report it had from the army`. */
function originAt(words: Words, at: number, last: number): { mention: Range; report: boolean } | null {
  const { lower } = words
  if (/^(?:what|how|why|that|it)$/.test(lower[at] ?? '')) {
    // citing what the general had told him
    const told = forward(words, at, Math.min(last, at + 14), /^(?:told|given|said)$/)
    if (lower[at] !== 'what' || told < 0 || !/^(?:him|her|them|it)$/.test(lower[told + 1] ?? '')) return null
    const end = lower[told - 1] === 'had' || lower[told - 1] === 'has' ? told - 1 : told
    return end > at + 1 ? { mention: [at + 1, end], report: true } : null
  }
  const whole = phraseAfter(words, at, last)
  if (whole === null) return null
  // officials who asked not to be named: whom they are is told without it
  const relative = forward(words, whole[0] + 1, whole[1], /^(?:who|whom|whose)$/)
  const phrase: Range = relative > 0 ? [whole[0], lower[relative - 1] === ',' ? relative - 1 : relative] : whole
  for (let i = phrase[0]; i < Math.min(last, phrase[0] + 14); i++) {
    if (!REPORT.test(lower[i] as string)) {
      if (i >= phrase[1]) break
      continue
    }
    let from = i + 1
    if (/^(?:he|she|it|they)$/.test(lower[from] ?? '')) {
      from = forward(words, from, Math.min(last, from + 6), /^(?:from|by)$/)
      if (from < 0) break
    }
    if (!/^(?:by|from|of)$/.test(lower[from] ?? '')) continue
    const origin = phraseAfter(words, from + 1, last)
    if (origin) return { mention: withName(words, origin, last), report: true }
  }
  return { mention: withName(words, phrase, last), report: false }
}

/** The army's commander, Ida Holt, ...: a name beside a description belongs to it. */
function withName(words: Words, [from, to]: Range, last: number): Range {
  if (words.lower[to] !== ',' || /^\p{Lu}/u.test(textAt(words, to - 1))) return [from, to]
  let end = to + 1
  while (end < last && end - to < 6 && /^\p{Lu}/u.test(textAt(words, end))) end++
  return end > to + 1 && (end >= last || /^[,.;:)]$/.test(words.lower[end] as string)) ? [from, end] : [from, to]
}

/** The noun a phrase is built on: the last before a preposition, a relative clause or a comma. */
function headOf({ lower }: Words, [from, to]: Range): string {
  let head = ''
  for (let i = from; i < to; i++) {
    const word = lower[i] as string
    if (/^(?:of|for|with|in|at|from|to|on|who|familiar|briefed|close|whom|,)$/.test(word)) break
    head = word
  }
  return head
}

/** The White House in `the White House figure of 1,000`. */
function figureOwner(words: Words, at: number, last: number): Range | null {
  const { lower } = words
  const from = lower[at] === 'the' || lower[at] === 'an' || lower[at] === 'a' ? at + 1 : at
  let to = from
  while (to < last && /^\p{Lu}/u.test(textAt(words, to))) to++
  let noun = to
  if (/^(?:'s|’s)$/.test(lower[noun] ?? '')) noun++
  return to > from &&
    /^(?:account|assessment|claim|count|estimate|figure|figures|number|numbers|report|tally|toll)$/.test(
      lower[noun] ?? '',
    )
    ? [from, to]
    : null
}

function capitalsBefore(words: Words, end: number, first: number): Range | null {
  let from = end
  while (from > first && /^\p{Lu}/u.test(textAt(words, from - 1))) from--
  return from < end ? [from, end] : null
}

function backTo({ lower }: Words, at: number, first: number, pattern: RegExp): number {
  for (let i = at - 1; i >= Math.max(first, at - 14); i--) if (pattern.test(lower[i] as string)) return i
  return -1
}

function forward({ lower }: Words, at: number, end: number, pattern: RegExp): number {
  for (let i = at; i < end; i++) if (pattern.test(lower[i] as string)) return i
  return -1
}

/** Does such a word stand near token `at`, within the sentence? */
function sentenceHas(words: Words, at: number, from: number, to: number, pattern: RegExp): boolean {
  return forward(words, Math.max(from, at - 40), Math.min(to, at + 40), pattern) >= 0
}

/** Does "in a" stand before the letter and its adjectives: in an internal letter? */
function isIn(words: Words, at: number, first: number): boolean {
  const from = letterStart(words, at, first)
  return (
    from - 2 >= first &&
    /^(?:a|an|his|her|their|its|the)$/.test(words.lower[from - 1] as string) &&
    words.lower[from - 2] === 'in'
  )
}

/** What may follow a letter's noun: no other noun, as in "the email probe". */
const STANDS =
  /^(?:[,.;:)"”]|about|at|by|dated|earlier|for|from|in|last|of|obtained|on|posted|published|released|sent|seen|that|this|to|which|who|yesterday)?$/

/** The first of the letter's adjectives. */
function letterStart({ lower }: Words, at: number, first: number): number {
  let from = at
  while (from > first && at - from < 4 && ADJECTIVE.test(lower[from - 1] as string)) from--
  return from
}
const ADJECTIVE = /^(?!(?:a|an|at|by|for|from|her|his|in|its|not|of|on|our|the|their|to|with)$)[\p{L}-]+$/u

function phraseEnd(words: Words, at: number, last: number): number | null {
  const { lower } = words
  let end = at
  while (
    end < last &&
    end - at < 5 &&
    !words.quoted[end] &&
    /^[\p{L}\p{N}-]+$/u.test(lower[end] as string) &&
    !/^(?:last|this|on|in|that|who|and|but|said|earlier|yesterday|today)$/.test(lower[end] as string)
  )
    end++
  return end > at ? end : null
}

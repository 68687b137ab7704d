/**
 * A Statement: a claim as origins are compared by - who answers for it, through whom it came, when it was said, its
 * words, quoted words and numbers. Plain data, so that an index of statements can be stored.
 */
import type { Claim, Figure } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import { type Mention, mentionOf, type Reading } from './reading.ts'
import { daysOf, type Said, saidOf } from './said.ts'
import { type Voice, voiceOf } from './voice.ts'
import { type EventKind, eventsAmong } from './wording/events.ts'
import { fingerprintsOf } from './wording/fingerprint.ts'
import { isDenial, negatedIn } from './wording/negation.ts'
import { quotationsIn, wordKeys } from './wording/words.ts'

/** A number that a statement gives, under its measure; vague words (`several hundred`, `a battalion`) as words. */
export interface Count {
  /** The number, or the vague words. */
  readonly value: string
  /** What it measures; null where the words do not tell. */
  readonly measure: string | null
  /** What is counted, as words are compared; null where the words do not tell. */
  readonly unit: string | null
  readonly low: number | null
  readonly high: number | null
}

export interface Statement {
  readonly mention: Mention
  readonly article: string
  readonly voice: Voice
  readonly said: Said
  /** First and last day of what it tells of; null where it names none. */
  readonly event: readonly [number, number] | null
  /** What its words are compared by, each once. */
  readonly words: readonly string[]
  /** The same of the words in quotation marks. */
  readonly quoted: readonly string[]
  /** What it says is not so: for each negation the word that it is about, and what follows. */
  readonly negated: readonly (readonly string[])[]
  /** The kinds of event that it tells of: a shooting, a flood. */
  readonly events: readonly EventKind[]
  readonly counts: readonly Count[]
  /** Fingerprints of runs of its words: the same words in the same order have the same. */
  readonly prints: readonly number[]
  readonly headline: boolean
  /** Wholly or partly in quotation marks. */
  readonly quotes: boolean
  /** What is told around it in its article: words that are not its own. */
  readonly context: readonly string[]
  /** The speaker's statement that stands right before it in the article. */
  readonly after: Mention | null
  /** The statement that goes on from it so. */
  readonly before: Mention | null
}

/** Harm is counted together or apart: killed, wounded, casualties and losses may be one count told in other words. */
const MEASURE_FAMILY: Readonly<Record<string, string>> = {
  casualties: 'harm',
  killed: 'harm',
  'killed or wounded': 'harm',
  lost: 'harm',
  wounded: 'harm',
  deployed: 'sent',
  massed: 'sent',
  size: 'sent',
  sent: 'sent',
  cut: 'cut',
  'laid off': 'cut',
  employed: 'employed',
}

/** The measure as figures are compared by, wider than it was read. */
function measureFamily(measure: string | null): string | null {
  if (measure === null) return null
  const known = MEASURE_FAMILY[measure]
  if (known !== undefined) return known
  const first = measure.split(/ (?:or|and) /)[0] as string
  return MEASURE_FAMILY[first] ?? measure
}

const VAGUE = /\b(?:a|the|an|up|to|nearly|about|some|around|at|least|more|than|over|almost|roughly|another)\b/gi

/** The number of a figure, or its words where they name none. */
function countOf({ text, low, high, measure, unit }: Figure): Count {
  const number = low ?? high
  const percent = unit !== null && /percent|%/.test(unit) ? '%' : ''
  const vague = wordKeys(text.replace(VAGUE, ' ')).join(' ') || text.toLowerCase().trim()
  const value =
    number === null
      ? vague
      : low !== null && high !== null && low !== high
        ? `${low}-${high}${percent}`
        : `${number}${percent}`
  return { value, measure: measureFamily(measure), unit: unit === null ? null : (wordKeys(unit)[0] ?? unit), low, high }
}

/** The words within a text's quotation marks. */
function quotedWords(text: string): string[] {
  return [...new Set(quotationsIn(text).flatMap(wordKeys))]
}

/** Longest content, in UTF-16 units, whose words are compared. */
const LONGEST_CONTENT = 2000

/** A claim as origins are compared by. */
function statementOf(article: string, page: Article, claim: Claim): Statement {
  const text = claim.content.text.slice(0, LONGEST_CONTENT)
  const words = wordKeys(text)
  return {
    mention: mentionOf(article, claim.id),
    article,
    voice: voiceOf(claim, page),
    said: saidOf(claim, page),
    event: eventOf(claim),
    words,
    quoted: claim.type === 'none' || claim.type === 'indirect' ? [] : quotedWords(text),
    negated: negatedOf(claim, text, words),
    events: eventsAmong(words),
    counts: claim.figures.map(countOf),
    prints: fingerprintsOf(text),
    headline: claim.in === 'headline',
    quotes: claim.type === 'direct' || claim.type === 'mixed',
    context: contextOf(page, claim, words),
    after: null,
    before: null,
  }
}

/** What a claim says is not so: all of its words where it is a denial, else what its negations are about. */
function negatedOf({ cue }: Claim, text: string, words: readonly string[]): string[][] {
  const negated = negatedIn(text)
  if (cue === null || !isDenial(cue.text)) return negated
  return negated.length > 0 ? [] : words.map((word) => [word])
}

/** The days of what a claim tells of. */
function eventOf({ eventTime }: Claim): readonly [number, number] | null {
  const [first, last] = [daysOf(eventTime?.start), daysOf(eventTime?.end ?? eventTime?.start)]
  return first === null || last === null || last[1] < first[0] ? null : [first[0], last[1]]
}

/** UTF-16 units before and after a statement that are its context. */
const AROUND = 240

/** The words around a claim that are not its own; around a headline, those of the opening. */
function contextOf(page: Article, claim: Claim, words: readonly string[]): string[] {
  const { start, end } = claim.content
  const around =
    claim.in === 'text'
      ? `${page.text.slice(Math.max(0, start - AROUND), start)} ${page.text.slice(end, end + AROUND)}`
      : page.text.slice(0, 2 * AROUND)
  const own = new Set(words)
  return wordKeys(around).filter((word) => !own.has(word))
}

/** Who speaks, within an article. */
const speakerIn = ({ voice }: Statement): string | null =>
  voice.kind === 'unattributed' || voice.kind === 'unstated' ? null : (voice.key ?? voice.name)

/** The day on which each speaker's statements that tell it were all said. */
function daysBySpeaker(statements: readonly Statement[]): Map<string | null, number | null> {
  const days = new Map<string | null, number | null>()
  for (const statement of statements) {
    const { from, to } = statement.said
    const speaker = speakerIn(statement)
    if (speaker === null || from === null || from !== to) continue
    days.set(speaker, (days.get(speaker) ?? from) === from && days.get(speaker) !== null ? from : null)
  }
  return days
}

/** UTF-16 units between two statements of a speaker that go on. */
const APART = 300

/** An article's statements, each with what its others tell of it: the day they were said, what it goes on from. */
export function statementsOf({ id, article, claims }: Reading): Statement[] {
  const own = claims.map((claim) => statementOf(id, article, claim))
  const exact = own.flatMap(({ said: { from, to } }) => (from !== null && from === to ? [from] : []))
  const told = exact.reduce<number | null>((latest, day) => Math.max(latest ?? day, day), null)
  const day = daysBySpeaker(own)
  const inOrder = claims.map((claim, at) => ({ claim, at })).filter(({ claim }) => claim.in === 'text')
  inOrder.sort((one, other) => one.claim.content.start - other.claim.content.start)
  const [after, before] = [new Map<number, Mention>(), new Map<number, Mention>()]
  inOrder.forEach(({ claim, at }, i) => {
    const last = inOrder[i - 1]
    if (last === undefined || claim.content.start - last.claim.content.end > APART) return
    const [one, other] = [own[last.at] as Statement, own[at] as Statement]
    const isBare = other.voice.kind === 'unattributed' || other.voice.kind === 'unstated'
    if (!isBare && speakerIn(one) !== speakerIn(other)) return
    after.set(at, one.mention)
    before.set(last.at, other.mention)
  })
  return own.map((statement, at) => {
    const { said } = statement
    const first = day.get(speakerIn(statement)) ?? null
    // A time that the words name without telling the day is not the others'.
    const presumed = said.from === null && claims[at]?.saidTime === null && first !== null
    return {
      ...statement,
      said: {
        ...said,
        ...(presumed ? { from: first, to: first, presumed } : {}),
        published: said.published ?? told,
      },
      after: after.get(at) ?? null,
      before: before.get(at) ?? null,
    }
  })
}

/**
 * A Statement: a claim as origins are compared by - who answers for it, through whom it came, when it was said, its
 * words, quoted words and numbers. Plain data, so that an index of statements can be stored.
 */
import type { Claim, Figure } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import { type Mention, mentionOf } from './reading.ts'
import { type Said, saidOf } from './said.ts'
import { type Voice, voiceOf } from './voice.ts'
import { fingerprintsOf } from './wording/fingerprint.ts'
import { quotationsIn, wordKeys } from './wording/words.ts'

/** A number that a statement gives, under its measure; vague words (`several hundred`, `a battalion`) as words. */
export interface Count {
  /** The number, or the vague words. */
  readonly value: string
  /** What it measures; null where the words do not tell. */
  readonly measure: string | null
  readonly low: number | null
  readonly high: number | null
}

export interface Statement {
  readonly mention: Mention
  readonly article: string
  readonly voice: Voice
  readonly said: Said
  /** What its words are compared by, each once. */
  readonly words: readonly string[]
  /** The same of the words in quotation marks. */
  readonly quoted: readonly string[]
  readonly counts: readonly Count[]
  /** Fingerprints of runs of its words: the same words in the same order have the same. */
  readonly prints: readonly number[]
  readonly headline: boolean
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
  return { value, measure: measureFamily(measure), low, high }
}

/** The words within a text's quotation marks. */
function quotedWords(text: string): string[] {
  return [...new Set(quotationsIn(text).flatMap(wordKeys))]
}

/** Longest content, in UTF-16 units, whose words are compared. */
const LONGEST_CONTENT = 2000

/** A claim as origins are compared by. */
export function statementOf(article: string, page: Article, claim: Claim): Statement {
  const text = claim.content.text.slice(0, LONGEST_CONTENT)
  return {
    mention: mentionOf(article, claim.id),
    article,
    voice: voiceOf(claim, page),
    said: saidOf(claim, page),
    words: wordKeys(text),
    quoted: claim.type === 'none' || claim.type === 'indirect' ? [] : quotedWords(text),
    counts: claim.figures.map(countOf),
    prints: fingerprintsOf(text),
    headline: claim.in === 'headline',
  }
}

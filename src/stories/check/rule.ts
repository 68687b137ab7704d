/**
 * A rule of the check: what it looks for in a draft, and what it finds there. Findings show the words, where they stand,
 * and, where the draft says it otherwise elsewhere, those words too.
 */
import type { Claim, Quote } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import type { Drift, DriftAnchor } from '../drift/drift.ts'

export const SEVERITIES = ['error', 'warning', 'info', 'off'] as const
/** How much a finding weighs: an error is wrong on its face, a warning wants an editor's look, an info is for who asks. */
export type Severity = (typeof SEVERITIES)[number]

/** Words of a draft, with the string that they index. */
export interface Anchor extends Quote {
  readonly in: 'text' | 'headline' | 'deck'
}

/** What a rule found. */
export interface Found {
  /** The words that an editor should look at. */
  readonly at: Anchor
  /** What is the matter with them, in one sentence. */
  readonly message: string
  /** The words elsewhere in the draft that they are held against; null where there are none. */
  readonly other: Anchor | null
  /** What to do about it. */
  readonly advice: string
}

/** Two claims, in the order of the page. */
export interface Pair {
  readonly one: Claim
  readonly other: Claim
}

/** A draft with all that rules look at, read once. */
export interface Matter {
  readonly article: Article
  readonly claims: readonly Claim[]
  /** Claims of the text that are one source's and tell the same, found when the first rule asks for them. */
  readonly pairs: () => readonly Pair[]
  /** The drift within the article, read when the first rule asks for it. */
  readonly drift: () => readonly Drift[]
}

export interface Rule {
  readonly id: string
  /** What it finds, in a few words. */
  readonly summary: string
  /** Its severity where nothing else is set. */
  readonly severity: Severity
  readonly find: (matter: Matter) => readonly Found[]
}

/** Where the words of a drift stand; null for those of an address, which no line of a draft holds. */
export function anchorOf({ in: place, start, end, text }: DriftAnchor): Anchor | null {
  if (place === 'slug') return null
  return { in: place === 'caption' ? 'text' : place, start, end, text }
}

/** Words of the article's text as an anchor. */
export const inText = ({ start, end, text }: Quote): Anchor => ({ in: 'text', start, end, text })

/** Words of a claim as an anchor. */
export const ofClaim = ({ in: place }: Claim, { start, end, text }: Quote): Anchor => ({ in: place, start, end, text })

/** The most that is shown of words in a message, in characters. */
const SHOWN = 80

/** Words as a message quotes them: on one line, in straight marks, cut where they are long. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const bare = line.replace(/^["“]([^"“”]*)["”]$/, '$1')
  return `"${
    bare.length > SHOWN
      ? `${bare
          .slice(0, SHOWN - 1)
          .toWellFormed()
          .trimEnd()}…`
      : bare
  }"`
}

/** The files of the benchmark: the articles that a system is given, and what is known of them. */
import type { DriftType } from './telling.ts'

/** An input line of the reading contract. */
export interface InputLine {
  readonly id: string
  readonly text: string
  readonly plain: true
  readonly url: string
  readonly outlet: string
  readonly published: string
  readonly headline: string
}

export const EVIDENCE = ['printed credit', 'shared text', 'shared peculiarity'] as const
/** By what an article shows where it has a report from. */
export type Evidence = (typeof EVIDENCE)[number]

/** A claim of an article: a sentence that tells a statement, and within it what is claimed. Offsets into the text. */
export interface GoldClaim {
  readonly id: string
  readonly article: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly sentence: string
}

export interface GoldOrigin {
  readonly origin: string
  readonly speaker: string
  readonly said: string
  readonly claims: readonly GoldClaim[]
}

/** A report taken over: `from` has it from `to`, an article's id, or `outlet:NAME` where that article is not at hand. */
export interface GoldEdge {
  readonly from: string
  readonly to: string
  /** Empty where nothing that is printed shows it: nobody who has only the articles can know. */
  readonly evidence: readonly Evidence[]
  /** False where the credit skips the article that was copied and names the one it copied. */
  readonly direct: boolean
}

/** What a retelling changed: in a text against the article it was taken from, in a headline against its own text. */
export interface GoldDrift {
  readonly article: string
  readonly against: string
  readonly in: 'text' | 'headline'
  readonly origin: string
  readonly type: DriftType
  readonly before: string
  readonly after: string
}

/** Two reports of one statement that differ, whichever was taken from which: no finding between them is wrong. */
export interface GoldDifference {
  readonly article: string
  readonly in: 'text' | 'headline'
  readonly type: DriftType
}

/**
 * Two articles that have in common what is no evidence for sure: a run of words though they were written apart, or another
 * transliteration of a name. To call it evidence is neither right nor wrong.
 */
export interface Likeness {
  readonly one: string
  readonly other: string
  readonly evidence: Evidence
}

export interface GoldFamily {
  readonly family: string
  readonly level: number
  readonly topic: string
  readonly articles: readonly string[]
  readonly outlets: Readonly<Record<string, string>>
  readonly origins: readonly GoldOrigin[]
  readonly edges: readonly GoldEdge[]
  /** Articles that show neither whom they have their reports from nor that they heard them: their lineage is unknown. */
  readonly unknown: readonly string[]
  /** Articles that say they heard what they took from elsewhere. */
  readonly feigned: readonly string[]
  readonly drift: readonly GoldDrift[]
  readonly differences: readonly GoldDifference[]
  readonly alike: readonly Likeness[]
}

export interface Family {
  readonly articles: readonly InputLine[]
  readonly gold: GoldFamily
}

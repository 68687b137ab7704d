// A kind of expression that the cases cover: which file of cases, what counts as the same value, and who reads it.

/** An expression found: its place in the input (UTF-16, end exclusive) and its value, written one way for all readers. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** An expected expression, as the cases' files write it: `End` is the last character's place. */
export interface Expected {
  readonly Text: string
  readonly TypeName: string
  readonly Start?: number
  readonly End?: number
  readonly Resolution?: unknown
  readonly Value?: unknown
}

export interface Case {
  readonly Input: string
  readonly Results: readonly Expected[]
  /** Platforms of the authors' own on which the case does not pass: "javascript, python". */
  readonly NotSupported?: string
  readonly NotSupportedByDesign?: string
  /** When the input is spoken, for dates. */
  readonly Context?: { readonly ReferenceDateTime?: string }
}

/** Finds the expressions of one kind in an input. */
export type Reader = (input: string, given: Case) => readonly Found[]

export type ReaderName = 'hearsay' | 'microsoft' | 'chrono'

export interface Kind {
  /** The cases' file in recognizers-text, without `.json`. */
  readonly file: string
  /** Words at an expression's start that do not count, where the cases hold them in some and leave them out of others. */
  readonly lead?: RegExp
  /** The value that a case expects, written as the readers write theirs. */
  expectedOf(expected: Expected): string
  /** The readers that read this kind at all; loaded only when asked for. */
  readonly readers: Partial<Record<ReaderName, () => Promise<Reader>>>
}

/** A number as every reader's is written here: ten digits, the cases' own being rounded to fifteen. */
export const saidNumber = (value: unknown): string => {
  const number = typeof value === 'number' ? value : Number.parseFloat(String(value))
  return value === null || Number.isNaN(number) ? 'none' : String(Number(number.toPrecision(10)))
}

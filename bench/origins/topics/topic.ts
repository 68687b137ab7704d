/** What a family can be about: who speaks, what is counted, what else is said and told. Placeholders as in measures.ts. */

/** A figure that can be stated: its measure, the usual size, of whom; two groups, of which a retelling may keep the first. */
export interface Counted {
  readonly measure: string
  readonly range: readonly [number, number]
  /** Each group by words that mean the same here; empty for money. */
  readonly groups: readonly [readonly string[], readonly string[]] | null
}

/** A statement without a figure: ways of saying it, with the plain and the guarded verb in brackets. */
export interface Saying {
  readonly clauses: readonly string[]
  /** The words themselves, and as another translator has them. */
  readonly quotes: readonly string[]
  readonly headlines: readonly string[]
}

/** Who can speak: a person with a title before the name, and an office after it. */
export interface Office {
  readonly title: string | null
  readonly office: string
  readonly short: string
}

export interface Topic {
  readonly name: string
  readonly causes: readonly string[]
  readonly counted: readonly Counted[]
  readonly sayings: readonly Saying[]
  readonly offices: readonly Office[]
  readonly organisations: readonly string[]
  /** One and several of the same unnamed people. */
  readonly unnamed: readonly (readonly [string, string])[]
  /** What the outlet tells on its own: no source, no figure. */
  readonly scenes: readonly string[]
}

export const words = (text: string): readonly string[] => text.split('|')
export const office = (title: string | null, place: string, short: string): Office => ({ title, office: place, short })

/**
 * What a language model answered, counted: how many attributions it offered, how many were kept, and why the others were
 * not. Nothing that it offers is dropped in silence.
 */

/** Why an attribution that was offered is not kept, with what that means. */
export const DROPS = {
  'wrong form': 'it is not a source, a cue and a content',
  'no words': 'its source, cue or content has no word in it',
  'no source and no cue': 'it names neither a source nor a cue',
  'not in the text': 'its words stand nowhere in the text',
  'written otherwise': 'its words stand in the text only in other case, white space or quotation marks',
  'in another passage': 'its words stand in the text, but not in the passage that was asked about',
  'part of a word': 'its words begin or end within a word, or run from one paragraph into another',
  'several places': 'its words stand in several places, and nothing tells which is meant',
  'out of reach': 'its source or its cue stands too far from its content',
  overlap: 'its source, cue and content share words, or its content cuts through that of another',
  repeated: 'it was offered before',
  'too many': 'more were offered than a passage can hold',
} as const

export type Drop = keyof typeof DROPS

/** What was offered of an article's attributions, and what became of it. */
export interface Anchoring {
  /** Attributions that the language model gave. */
  readonly offered: number
  /** Those whose source, cue and content each stand at one place in the text. */
  readonly kept: number
  /** The others, by reason; a reason that there was none for is missing. */
  readonly dropped: Readonly<Partial<Record<Drop, number>>>
  /** Characters that were not asked about, where a text is longer than may be asked about. */
  readonly unread: number
}

/** Counts reasons, in the order in which they are told. */
export function countDrops(drops: readonly Drop[]): Anchoring['dropped'] {
  const counts = Object.groupBy(drops, (drop) => drop)
  const told = (Object.keys(DROPS) as Drop[]).flatMap((drop) => {
    const count = counts[drop]?.length ?? 0
    return count > 0 ? [[drop, count] as const] : []
  })
  return Object.fromEntries(told)
}

/** Several countings as one. */
export function addUp(all: readonly Anchoring[]): Anchoring {
  const sum = (of: (one: Anchoring) => number) => all.reduce((total, one) => total + of(one), 0)
  const told = (Object.keys(DROPS) as Drop[]).flatMap((drop) => {
    const count = sum(({ dropped }) => dropped[drop] ?? 0)
    return count > 0 ? [[drop, count] as const] : []
  })
  return {
    offered: sum(({ offered }) => offered),
    kept: sum(({ kept }) => kept),
    dropped: Object.fromEntries(told),
    unread: sum(({ unread }) => unread),
  }
}

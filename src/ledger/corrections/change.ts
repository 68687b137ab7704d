/**
 * What a person may correct: of a claim its speaker, chain, figures, times, place and type, and whether it is shown; of
 * origins which claims are one and which are not; of an article what was missed in it, by its exact words. "Right" says
 * that a person looked at a claim and found nothing wrong.
 */
import { z } from 'zod'
import type { Figure } from '../../claims/claim.ts'

const KINDS = ['person', 'organisation', 'unnamed', 'document', 'outlet'] as const
const LINKS = ['wire', 'quotes', 'cites', 'told', 'own reporting', 'unnamed'] as const

const name = z.string().trim().min(1).max(500)
const number = z.number().nullable()
const words = z.string().trim().min(1).max(500).nullable()
/** A day, a month or a year. */
const date = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'a date is written 2025, 2025-01 or 2025-01-04')
  .nullable()
const day = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day is written 2025-01-04')
  .nullable()
const claims = z.array(z.int().positive()).max(1000)

/** Words of a claim at most, in UTF-16 units. */
const LONGEST = 5000

/** Words as they stand, and the how manieth time that they do, from 0. */
const pointed = (most: number) => z.object({ text: z.string().min(1).max(most), nth: z.int().nonnegative() })
const speaker = z.object({ name, kind: z.enum(KINDS), key: z.string().nullable() }).nullable()
const type = z.enum(['direct', 'indirect', 'mixed', 'none'])

const SpeakerChange = z.object({ field: z.literal('speaker'), speaker })
/** Which figure: its words, and the how manieth figure of the claim with these words, from 0. */
const figure = z.object({ text: z.string(), nth: z.int().nonnegative() })
const FigureChange = z.object({
  field: z.literal('figure'),
  figure,
  set: z
    .object({
      low: number.exactOptional(),
      high: number.exactOptional(),
      measure: words.exactOptional(),
      unit: words.exactOptional(),
      of: words.exactOptional(),
      qualifier: words.exactOptional(),
    })
    .refine((set) => Object.keys(set).length > 0, 'nothing of the figure is corrected')
    .refine(
      ({ low = null, high = null }) => low === null || high === null || low <= high,
      'the lower bound is above the higher one',
    ),
})
const isInOrder = ({ low, high }: { readonly low: number | null; readonly high: number | null }): boolean =>
  low === null || high === null || low <= high
/** It is no figure of the claim. */
const StruckFigure = z.object({ field: z.literal('struck figure'), figure })
/** A figure that was missed: words of what is said. */
const AddedFigure = z.object({
  field: z.literal('added figure'),
  words: pointed(500),
  set: z
    .object({
      low: number,
      high: number,
      approximate: z.boolean(),
      measure: words,
      unit: words,
      of: words,
      qualifier: words,
    })
    .refine(isInOrder, 'the lower bound is above the higher one'),
})
/** A claim that was missed: words of the article. */
const AddedClaim = z.object({
  field: z.literal('claim'),
  in: z.enum(['text', 'headline', 'deck']),
  words: pointed(LONGEST),
  speaker,
  type,
})
const ChainChange = z.object({
  field: z.literal('chain'),
  chain: z.array(z.object({ name, kind: z.enum(KINDS), link: z.enum(LINKS) })).max(50),
})
const SaidChange = z.object({ field: z.literal('said'), date })
const HappenedChange = z
  .object({ field: z.literal('happened'), start: day, end: day })
  .refine(({ start, end }) => start === null || end === null || start <= end, 'it ends before it begins')
const PlaceChange = z.object({ field: z.literal('place'), name: words })
const TypeChange = z.object({ field: z.literal('type'), type })
const HiddenChange = z.object({ field: z.literal('hidden'), hidden: z.boolean() })
const RightChange = z.object({ field: z.literal('right') })
const OriginChange = z
  .object({
    field: z.literal('origin'),
    how: z.enum(['merge', 'split', 'move']),
    /** Claims that are one origin, */
    one: claims.min(1),
    /** and claims that are none of it. */
    not: claims,
  })
  .refine(({ one, not }) => !one.some((claim) => not.includes(claim)), 'a claim cannot be of an origin and not of it')

/** A change as it is written down; what comes from outside is checked by it. */
export const Change = z.discriminatedUnion('field', [
  SpeakerChange,
  FigureChange,
  StruckFigure,
  AddedFigure,
  AddedClaim,
  ChainChange,
  SaidChange,
  HappenedChange,
  PlaceChange,
  TypeChange,
  HiddenChange,
  RightChange,
  OriginChange,
])
export type Change = z.infer<typeof Change>

/** A change to what one claim says. */
export type ClaimChange = Exclude<Change, { field: 'origin' }>
/** A change to what is one origin. */
export type OriginChange = Extract<Change, { field: 'origin' }>

/** That a claim was missed. */
export type AddedClaim = Extract<Change, { field: 'claim' }>

/** Whether a later change says all that an earlier one said. */
export function replaces(later: Change, earlier: Change): boolean {
  if (later.field === 'figure' && earlier.field === 'figure')
    return (
      later.figure.text === earlier.figure.text &&
      later.figure.nth === earlier.figure.nth &&
      Object.keys(earlier.set).every((part) => part in later.set)
    )
  if (later.field === 'struck figure' && 'figure' in earlier)
    return later.figure.text === earlier.figure.text && later.figure.nth === earlier.figure.nth
  if (later.field === 'struck figure') return false
  if (later.field === 'added figure' && earlier.field === 'added figure')
    return later.words.text === earlier.words.text && later.words.nth === earlier.words.nth
  return later.field === earlier.field && later.field !== 'origin'
}

/**
 * Where words stand.
 * @param nth the how manieth time, from 0
 * @returns their place in the text; -1 where they do not stand there so often
 */
export function placeOf(text: string, { text: words, nth }: { readonly text: string; readonly nth: number }): number {
  let at = text.indexOf(words)
  for (let n = 0; n < nth && at !== -1; n++) at = text.indexOf(words, at + 1)
  return at
}

/** How a change names a figure of a claim. @param at its place among the claim's figures, from 0 */
export function figureName(
  { figures }: { readonly figures: readonly Pick<Figure, 'text'>[] },
  at: number,
): { text: string; nth: number } | null {
  const text = figures[at]?.text
  if (text === undefined) return null
  return { text, nth: figures.slice(0, at).filter((figure) => figure.text === text).length }
}

/** The figure's place among the claim's; -1 where it has no such figure. */
export function figureAt(figures: readonly Figure[], { text, nth }: { text: string; nth: number }): number {
  const alike = figures.flatMap((figure, at) => (figure.text === text ? [at] : []))
  return alike[nth] ?? -1
}

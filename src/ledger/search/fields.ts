/** What can be asked of a claim besides its words: the fields of a query, and what each may hold. */
import type { Claim, SpeakerKind } from '../../claims/claim.ts'
import { DRIFT_KINDS } from '../../stories/drift/drift.ts'

/** Names, asked for by their words. `of` is whom or what a figure counts. */
export const NAME_FIELDS = ['speaker', 'outlet', 'place', 'of'] as const
/** One value of several, asked for whole. */
export const VALUE_FIELDS = ['measure', 'unit', 'kind', 'type', 'drift', 'lang'] as const
/** Days, asked for by a window. */
export const DAY_FIELDS = ['said', 'published', 'happened'] as const
/** Numbers of the ledger. */
export const ID_FIELDS = ['claim', 'article'] as const

export type NameField = (typeof NAME_FIELDS)[number]
export type ValueField = (typeof VALUE_FIELDS)[number]
export type DayField = (typeof DAY_FIELDS)[number]
export type IdField = (typeof ID_FIELDS)[number]

export const FIELDS: readonly string[] = [...NAME_FIELDS, ...VALUE_FIELDS, 'figure', ...DAY_FIELDS, ...ID_FIELDS]

const KINDS: Readonly<Record<SpeakerKind, true>> = {
  person: true,
  organisation: true,
  unnamed: true,
  document: true,
  outlet: true,
}
const TYPES: Readonly<Record<Claim['type'], true>> = { direct: true, indirect: true, mixed: true, none: true }

/** All that a field may hold, where that is known. */
export const CHOICES: Partial<Readonly<Record<ValueField, readonly string[]>>> = {
  kind: Object.keys(KINDS),
  type: Object.keys(TYPES),
  drift: DRIFT_KINDS,
}

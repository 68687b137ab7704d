/** What was noticed and is not written down yet: claims by their numbers, with what is told of them. */
import type { Claim } from '../../claims/claim.ts'
import type { TellingPlace } from '../../stories/drift/drift.ts'
import type { DevelopmentKind } from './development.ts'

/** A claim by its number; `as` where it is told otherwise than it stands now. */
export interface Pointed {
  readonly number: number
  readonly as?: Claim
}

/** A development as it was noticed. */
export interface Noticed {
  /** What it is: of one key there is one development. */
  readonly key: string
  readonly kind: DevelopmentKind
  readonly claim: Pointed
  readonly before: Pointed | null
  readonly from: string | null
  readonly to: string | null
  readonly lost: boolean
  readonly toldIn: TellingPlace | null
}

/** What is not about words. */
export const WORDLESS = { from: null, to: null, lost: false, toldIn: null } as const

/** Words as they are compared: letters and digits, in lower case. */
export const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

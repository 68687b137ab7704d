/**
 * The rules of the check by id, and what was meant where somebody names one that is not there.
 */
import { RULES, type Severity } from '../../stories/check/index.ts'

/** What is known of a rule wherever it is listed. */
export interface Listed {
  readonly id: string
  readonly summary: string
  readonly severity: Severity
}

/** Found by no look at the draft, but at what its remarks switched off. */
export const UNUSED: Listed = {
  id: 'unused-suppression',
  summary: 'a remark that switches off what nothing would have found, or a rule that is not there',
  severity: 'warning',
}

/** All rules in alphabetical order. */
export const LISTED: readonly Listed[] = [...RULES, UNUSED].sort((a, b) => (a.id < b.id ? -1 : 1))

export const isRule = (id: string): boolean => LISTED.some((rule) => rule.id === id)

/** What is wrong with the name of a rule, with the one that was probably meant. */
export function noRule(id: string): string {
  const meant = nearest(
    id,
    LISTED.map((rule) => rule.id),
  )
  return `there is no rule "${id}"${meant === null ? '. hearsay check --list-rules names them' : `; did you mean "${meant}"?`}`
}

/** The word that is nearest to a misspelled one, or null where none is near or holds it. */
export function nearest(word: string, known: readonly string[]): string | null {
  const low = word.toLowerCase()
  const [best] = known
    .map((other) => ({ other, apart: other.includes(low) && low.length > 3 ? 0 : distance(low, other) }))
    .sort((a, b) => a.apart - b.apart)
  return best !== undefined && best.apart <= Math.max(2, word.length / 3) ? best.other : null
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] as number
}

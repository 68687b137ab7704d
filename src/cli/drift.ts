/**
 * The headline check for people: the claim that the headline reports, what it lost of it and what it changed, each with
 * its type and why.
 */
import type { Claim } from '../claims/claim.ts'
import type { Drift } from '../stories/drift/drift.ts'
import type { HeadlineCheck } from '../stories/drift/headline.ts'
import { numberOf } from './marks.ts'
import type { Look } from './paint.ts'
import { clip, pad, wrap } from './wrap.ts'

const LABEL_WIDTH = 11
/** The longest words of a finding, in columns: a line of a terminal. */
const WORDS = 90

/** The check as lines; none where no claim of the text is found that the headline reports. */
export function headlineLines(check: HeadlineCheck | null, claims: readonly Claim[], look: Look): string[] {
  if (check === null || check.claim === null) return []
  const { width, paint } = look
  const claim = claims.find(({ id }) => id === check.claim)
  const reports = claim ? ` reports claim ${numberOf(claim)}` : ''
  const lines = check.drift.flatMap((drift) => {
    const label = drift.lost ? 'lost' : 'changed'
    const indent = { first: pad(`  ${label}`, LABEL_WIDTH), rest: ' '.repeat(LABEL_WIDTH) }
    const [first = '', ...rest] = wrap(`${wordsOf(drift)}: ${drift.kind} (${drift.why})`, width, indent)
    return [paint.label(first.slice(0, LABEL_WIDTH)) + first.slice(LABEL_WIDTH), ...rest]
  })
  const found = lines.length === 0 ? '; nothing found that it lost or changed' : ''
  return [`${paint.heading('headline check:')}${reports}${found}`, ...lines]
}

const wordsOf = ({ from, to, lost }: Drift): string =>
  lost ? `"${clip(from.text, WORDS)}"` : `"${clip(from.text, WORDS)}" -> "${clip(to.text, WORDS)}"`

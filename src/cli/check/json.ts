/** Findings as JSON, for programs: every draft with its findings, notes, what was switched off and why it was refused. */
import { json } from '../../publish/printable.ts'
import { type Checked, counted, type Placed, type Reported } from './checked.ts'

const placed = ({ place, words }: Placed) => ({ ...place, words })

const finding = ({ rule, severity, message, advice, other, ...at }: Reported) => ({
  rule,
  severity,
  message,
  advice,
  ...placed(at),
  other: other && placed(other),
})

/** The findings of drafts as one JSON document with a line feed at its end; what was switched off is in it. */
export function jsonOf(results: readonly Checked[]): string {
  return `${json({
    drafts: results.map(({ file, reported, suppressed, notes, refusal }) => ({
      file,
      findings: reported.map(finding),
      suppressed: suppressed.map((one) => ({ ...finding(one), reason: one.reason })),
      notes,
      refusal,
    })),
    counts: counted(results),
  })}\n`
}

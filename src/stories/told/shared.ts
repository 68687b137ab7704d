/**
 * Text and errors that a report shares with others of its origin, as evidence for where it has what it tells: the words on
 * both sides, and whether it is known which came first.
 */
import type { Span } from '../../page/article.ts'
import type { Report } from '../lineage/lineage.ts'
import type { Anchored, Reading } from '../reading.ts'
import type { CarrierEvidence } from './carriers.ts'

/** What a report shares with another article. */
interface Shared {
  readonly from: string
  readonly directed: boolean
  readonly evidence: CarrierEvidence
}

/** What a report shares with other articles, printed credit left out. */
export function sharedBy({ article, evidence }: Report, readings: ReadonlyMap<string, Reading>): Shared[] {
  return evidence.flatMap(({ kind, from, because, anchor, other, directed }) =>
    kind === 'credit'
      ? []
      : [
          {
            from,
            directed,
            evidence: {
              kind,
              because,
              article,
              anchor: anchoredIn(readings.get(article), anchor),
              other: anchoredIn(readings.get(from), other),
            },
          },
        ],
  )
}

function anchoredIn(reading: Reading | undefined, span: Span | null): Anchored | null {
  if (reading === undefined || span === null) return null
  const { start, end } = span
  const { text, outlet } = reading.article
  return { article: reading.id, outlet, in: 'text', start, end, text: text.slice(start, end) }
}

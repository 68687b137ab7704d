/** A citation as RIS (the tags of Reference Manager's specification of 2011): a record of a newspaper's article. */
import { type Cited, dayParts, line, noteWords, statementWords } from './cited.ts'

/** A date as RIS has it: `2025/01/05`, with what is not known left out. */
const date = (time: string | null): string | null => dayParts(time)?.join('/') ?? null

export function risCitation(cited: Cited): string {
  const { claim, headline, outlet, bylines, published, lang, url, capture, permalink } = cited
  const tags: readonly (readonly [string, string | null])[] = [
    ['TY', 'NEWS'],
    ['ID', `hearsay-claim-${claim}`],
    ...bylines.map((name) => ['AU', line(name)] as const),
    ['TI', headline === null ? null : line(headline)],
    ['T2', outlet === null ? null : line(outlet)],
    ['PY', dayParts(published)?.[0] ?? null],
    ['DA', date(published)],
    ['Y2', date(capture?.at ?? null)],
    ['LA', lang],
    ['UR', url ?? permalink],
    ['DB', 'Hearsay'],
    ['AN', permalink],
    ['AB', statementWords(cited)],
    ['N1', noteWords(cited)],
  ]
  const lines = tags.flatMap(([tag, value]) => (value === null || value === '' ? [] : [`${tag}  - ${value}`]))
  return [...lines, 'ER  - ', ''].join('\r\n')
}

// The measures as a table, one column an engine: for a terminal, or in Markdown for the README.
import type { Field } from './engine.ts'
import { type FactField, factFields } from './facts.ts'
import type { Scores } from './judge.ts'
import type { SetName } from './pages.ts'
import { agreementF1, type SetScore, type Tally } from './score.ts'

/** What one engine came to; null is what was not measured. */
export interface Result extends Scores {
  readonly title: string
  readonly fields: readonly Field[]
  readonly pagesPerSecond: number | null
  /** In MB. */
  readonly peak: number | null
  readonly failed: number | null
}

interface Row {
  readonly label: string
  value(result: Result, all: readonly Result[]): string | null
}

/** As the measures are printed in the literature: three places, nothing before the point. */
const share = (value: number): string => value.toFixed(3).replace(/^0/, '')

/** A row that is there only for engines that have the field and sets that were read. */
function row(label: string, field: Field, set: SetName, value: (score: SetScore) => number): Row {
  return {
    label,
    value({ fields, sets }) {
      const score = sets[set]
      if (!score || !fields.includes(field)) return null
      return share(value(score))
    },
  }
}

const rate = ({ right, of }: Tally): number => right / of

const factLabels: Readonly<Record<FactField, string>> = {
  dateline: 'dateline F1, our marks',
  wire: 'wire F1, our marks',
  deck: 'deck F1, our marks',
  modified: 'updated time F1, our marks',
  related: 'related links in the body F1, our marks',
}

const rows: readonly Row[] = [
  row('body F1, aeb (shingles)', 'text', 'aeb', ({ shingles }) => shingles),
  row('body F1, Fundus (shingles)', 'text', 'fundus', ({ shingles }) => shingles),
  row('body F1, WCXB (words)', 'text', 'wcxb', ({ words }) => words),
  row('paragraphs whole, Fundus', 'text', 'fundus', ({ paragraphs }) => rate(paragraphs)),
  row('captions in the body, Fundus (less is better)', 'text', 'fundus', ({ leaks }) => rate(leaks)),
  row('captions found, Fundus', 'images', 'fundus', ({ captions }) => rate(captions)),
  row('credits found, Fundus', 'images', 'fundus', ({ credits }) => rate(credits)),
  row('title, Fundus', 'headline', 'fundus', ({ title }) => rate(title)),
  row('authors F1, Fundus', 'bylines', 'fundus', ({ authors }) => agreementF1(authors)),
  row('published instant, Fundus', 'published', 'fundus', ({ instant }) => rate(instant)),
  ...factFields.map((field) => ({
    label: factLabels[field],
    value({ fields, facts }: Result) {
      const agreement = facts[field]
      return agreement && fields.includes(field) ? share(agreementF1(agreement)) : null
    },
  })),
  { label: 'pages a second, one process', value: ({ pagesPerSecond }) => pagesPerSecond?.toFixed(0) ?? null },
  {
    label: 'times as fast as Readability',
    value({ pagesPerSecond }, all) {
      const readability = all.find(({ title }) => title === 'Readability')?.pagesPerSecond
      return readability && pagesPerSecond ? (pagesPerSecond / readability).toFixed(1) : null
    },
  },
  { label: 'peak memory, MB', value: ({ peak }) => peak?.toFixed(0) ?? null },
  { label: 'pages on which it failed', value: ({ failed }) => failed?.toString() ?? null },
]

/** Head first, then the rows of which any engine has something to show. */
function cellsOf(results: readonly Result[]): string[][] {
  const said = rows
    .map(({ label, value }) => ({ label, values: results.map((result) => value(result, results)) }))
    .filter(({ values }) => values.some((value) => value !== null))
  return [
    ['', ...results.map(({ title }) => title)],
    ...said.map(({ label, values }) => [label, ...values.map((value) => value ?? '-')]),
  ]
}

export function plainTable(results: readonly Result[]): string {
  const cells = cellsOf(results)
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return cells.map(line).join('\n')
}

export function markdownTable(results: readonly Result[]): string {
  const [head = [], ...lines] = cellsOf(results)
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`
  return [line(head), line(['---', ...results.map(() => '---:')]), ...lines.map(line)]
    .join('\n')
    .replaceAll('<', '&lt;')
}

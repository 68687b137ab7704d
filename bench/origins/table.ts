/** Scores as tables, for a terminal or in Markdown. Percentages; a dash where a system gives none. */
import type { Answer } from './answer.ts'
import { EVIDENCE } from './gold.ts'
import type { Rate, Score } from './score.ts'
import { DRIFTS } from './telling.ts'

/** One system's scores, over all families and at each level. */
export interface Result {
  readonly system: string
  readonly score: Score
  readonly levels: readonly (readonly [number, Score])[]
  readonly skipped: Answer['skipped']
}

const percent = (share: number): string => (100 * share).toFixed(1)
const signed = (share: number): string => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(0)}`
const f1 = (rate: Rate | null | undefined): string => (rate && rate.given > 0 ? percent(rate.f1) : '-')
const both = (rate: Rate | null | undefined): string =>
  rate ? `${percent(rate.precision)} / ${percent(rate.recall)}` : '-'

function table(rows: readonly (readonly string[])[], markdown: boolean): string {
  const [head, ...rest] = rows as [readonly string[], ...(readonly string[])[]]
  const widths = head.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const line = (row: readonly string[]): string => {
    const cells = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
    return markdown ? `| ${cells.join(' | ')} |` : cells.join('  ')
  }
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(2, width) - 1)}:`))
  return [line(head), ...(markdown ? [`| ${rule.join(' | ')} |`] : []), ...rest.map(line)].join('\n')
}

/** A row a system, all families together. */
export const scoresTable = (results: readonly Result[], markdown: boolean): string =>
  table(
    [
      [
        'system',
        'origin count off by',
        'B-cubed F1',
        'P / R',
        'families mixed',
        ...EVIDENCE.map((kind) => `${kind} F1`),
        'unknown F1',
        'drift F1',
        'P / R',
        'headline drift F1',
        'P / R',
      ],
      ...results.map(({ system, score }) => [
        system,
        `${percent(score.countError)} (${signed(score.countBias)})`,
        f1(score.bcubed),
        both(score.bcubed),
        percent(score.crossed),
        ...EVIDENCE.map((kind) => f1(score.edges?.[kind])),
        f1(score.unknown),
        f1(score.drift),
        both(score.drift),
        f1(score.headlineDrift),
        both(score.headlineDrift),
      ]),
    ],
    markdown,
  )

/** B-cubed and origin count, a column a level. */
export const levelsTable = (results: readonly Result[], markdown: boolean): string =>
  table(
    [
      ['B-cubed F1 (origin count off by)', ...(results[0]?.levels ?? []).map(([level]) => `level ${level}`)],
      ...results.map(({ system, levels }) => [
        system,
        ...levels.map(([, { bcubed, countError }]) => `${f1(bcubed)} (${percent(countError)})`),
      ]),
    ],
    markdown,
  )

/** Drift by type, of the systems that find any. */
export const driftsTable = (results: readonly Result[], markdown: boolean): string =>
  table(
    [
      ['drift F1 (P / R)', ...results.filter(({ score }) => score.driftTypes).map(({ system }) => system)],
      ...DRIFTS.map((type) => [
        type,
        ...results.flatMap(({ score }) => {
          if (!score.driftTypes) return []
          const rate = score.driftTypes[type]
          return `${f1(rate)} (${both(rate)}; ${rate?.gold ?? 0})`
        }),
      ]),
    ],
    markdown,
  )
